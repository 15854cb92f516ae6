//! The demo shows what Weft is for.

use crate::desk::Desk;

#[test]
fn the_demo_prints_what_an_analyst_wants_to_see_first() {
    let desk = Desk::demo();
    let text = desk.ok(["overview"]);
    for heading in ["Records by mechanism", "Clusters", "What repeats", "Where mechanisms ask the same", "Links"] {
        assert!(text.contains(heading), "{heading}");
    }
    let overview = desk.json(["overview"]);
    assert!(overview["overview"]["moved_to_support"].as_u64().unwrap() >= 5, "changes of position are found");
    for source in overview["overview"]["sources"].as_array().unwrap().iter().filter(|s| s["mechanism"] == "upr") {
        let positions =
            ["supported", "partly_supported", "noted", "open", "unknown"].map(|name| source[name].as_u64().unwrap());
        assert_eq!(source["records"], positions.iter().sum::<u64>(), "{source}");
    }
    assert!(overview["trap"]["first"].is_string(), "alike texts with other treaties are kept apart");
    assert!(!overview["shared_asks"][0]["references"].as_array().unwrap().is_empty());
    for file in ["plan.xlsx", "plan.docx", "entities.csv", "documents"] {
        assert!(desk.workspace().join(file).exists(), "{file}");
    }
}

#[test]
fn the_demo_holds_a_plan_with_what_came_back_of_it() {
    let desk = Desk::bare();
    let done = desk.weft(["--json", "demo", "desk"]);
    assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
    let answer: serde_json::Value = serde_json::from_str(&done.stdout).unwrap();
    let plan = &answer["measures"];
    assert!(plan["import"]["measures"]["read"].as_u64().unwrap() >= 12, "{plan}");
    assert_eq!(plan["import"]["unlinked"].as_array().unwrap().len(), 0, "{}", plan["import"]);
    assert_eq!(plan["import"]["unknown_bodies"].as_array().unwrap().len(), 0, "{}", plan["import"]);
    assert_eq!(plan["sent"].as_array().unwrap().len(), 3);
    let (justice, ombudsperson) = (&plan["taken"][0], &plan["taken"][1]);
    assert_eq!((justice["refused"].as_u64(), justice["not_returned"].as_u64()), (Some(1), Some(0)), "{justice}");
    assert!(
        justice["taken"].as_u64().unwrap() >= 10 && justice["problems"].as_array().unwrap().len() == 1,
        "{justice}"
    );
    assert!(ombudsperson["comments"].as_array().unwrap().len() == 2, "{ombudsperson}");
    let waits = &plan["waiting"][0];
    assert!(waits["is_taken"] == false && waits["changes"].as_array().unwrap().len() >= 5, "{waits}");
    let (chapter, homes) = (desk.workspace().join("chapter.docx"), desk.workspace().join("returned"));
    assert!(chapter.exists() && homes.join("answer-to-the-ministry.html").exists());
    let clusters: std::collections::BTreeSet<String> = desk
        .export(["plan", "--rows", "measures", "--format", "csv"])
        .into_iter()
        .map(|row| row["cluster"].clone())
        .collect();
    assert!(clusters.len() >= 3, "{clusters:?}");
    let values = desk.export(["plan", "--rows", "indicators", "--format", "csv"]);
    assert!(values.iter().any(|row| row["values"] == "2025=58%|2026-H1=49%"), "{values:?}");
    let text = desk.weft(["demo", "desk", "--again"]).stdout;
    for word in ["The plan of measures", "gap", "due", "sent", "back", "waits"] {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[test]
fn a_demo_is_not_overwritten_unless_asked() {
    let desk = Desk::demo();
    let again = desk.weft(["demo", "desk"]);
    assert_eq!(again.code, 0);
    assert!(again.stderr.contains("is there already"), "{}", again.stderr);
    assert_eq!(desk.weft(["demo", "desk", "--again"]).code, 0);
}

#[test]
fn treaties_and_groups_that_only_sound_alike_are_never_one_ask() {
    let desk = Desk::demo();
    let rows = desk.export(["recommendations"]);
    let mut by_ask: std::collections::BTreeMap<&str, Vec<_>> = std::collections::BTreeMap::new();
    rows.iter().for_each(|row| by_ask.entry(row["ask"].as_str()).or_default().push(row));
    for members in by_ask.values() {
        let named: Vec<&str> = members.iter().map(|r| r["instruments"].as_str()).filter(|i| !i.is_empty()).collect();
        let ratifying = members.iter().all(|r| r["text"].starts_with("Ratify"));
        assert!(!ratifying || named.windows(2).all(|pair| pair[0] == pair[1]), "{named:?}");
    }
}

#[test]
fn help_completions_and_manual_are_there() {
    let desk = Desk::new();
    for (arguments, says) in [
        (vec!["--help"], "duplicates"),
        (vec!["search", "--help"], "--mechanism"),
        (vec!["completions", "bash"], "_weft"),
        (vec!["completions", "powershell"], "Register-ArgumentCompleter"),
        (vec!["man"], ".TH"),
        (vec!["--version"], "weft"),
    ] {
        let done = desk.weft(&arguments);
        assert_eq!(done.code, 0, "{arguments:?}");
        assert!(done.stdout.contains(says), "{arguments:?}");
    }
    assert_eq!(desk.weft(["nonsense"]).code, 2);
}
