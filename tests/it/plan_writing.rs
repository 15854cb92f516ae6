//! The plan as people write it: measures that outlive clusters, values that are never guessed, and a way back from
//! all of it.

use std::collections::{BTreeMap, HashMap};

use rand::{Rng, SeedableRng};
use serde_json::Value;
use weft::domain::plan::{PlanFact, PlanKind};
use weft::domain::{Change, Decision, PlanKey, Subject};
use weft::store::Store;
use weft::workspace::commands::plan::{
    AddIndicator, AddMeasure, AddMilestone, ClosePlan, LinkMeasure, ObserveValue, PlanCell, RemoveFromPlan, SetInPlan,
    SetOutcome, UnlinkMeasure,
};
use weft::workspace::{Consent, UndoRequest, Workspace};

use crate::desk::Desk;

type Row = HashMap<String, String>;

fn key_of(done: &Value) -> String {
    done["key"].as_str().unwrap().to_owned()
}

fn measures(desk: &Desk) -> Vec<Row> {
    desk.export(["plan", "--rows", "measures", "--format", "csv"])
}

/// A measure of two recommendations with an indicator; their keys.
fn planned(desk: &Desk) -> (String, String) {
    let add = ["plan", "add", "Open a shelter in each province", "--for", "121.36", "SAR-0075", "--lead", "MWF"];
    let dates = ["--from", "2026-01", "--until", "2028-01", "--number", "M-1"];
    let measure = key_of(&desk.json(add.into_iter().chain(dates)));
    let indicator = ["plan", "indicator", "M-1", "Provinces with a shelter", "--type", "process", "--unit", "%"];
    let rest = ["--baseline", "2/9", "--target", "100%", "--target-date", "2028-01", "--every", "6m", "--by", "sex"];
    (measure, key_of(&desk.json(indicator.into_iter().chain(rest))))
}

#[test]
fn a_measure_keeps_what_it_answers_through_new_clusters_merges_splits_and_imports() {
    let desk = Desk::demo();
    let (key, _) = planned(&desk);
    desk.ok(["plan", "outcome", "6.2", "Nobody lives in fear at home"]);
    let before = measures(&desk);
    assert_eq!((before.len(), before[0]["key"].as_str(), before[0]["lead"].as_str()), (1, key.as_str(), "MWF"));
    assert_eq!(before[0]["outcome"], "Nobody lives in fear at home");
    desk.ok(["clusters", "renew"]);
    desk.analyse();
    let links = |rows: &[Row]| ["recommendation_ids", "text", "until", "outcome"].map(|column| rows[0][column].clone());
    assert_eq!(links(&measures(&desk)), links(&before), "clusters are made anew");
    let number = measures(&desk)[0]["cluster"].clone();
    desk.ok(["clusters", "split", &number, "121.36"]);
    let theme = number.split('.').next().unwrap().to_owned();
    desk.ok(["clusters", "merge", &number, &format!("{theme}.1")]);
    desk.import(&desk.file("more.csv", "id,state,session,text\nm1,Saravia,20,Train judges on violence at home\n"));
    assert_eq!(links(&measures(&desk)), links(&before), "a cluster is split, one merged, a file imported");
}

#[test]
fn shares_keep_what_they_are_made_of_and_what_is_missing_is_no_number() {
    let desk = Desk::demo();
    let (_, indicator) = planned(&desk);
    desk.ok(["plan", "value", &indicator, "3/9", "--period", "2026-H1", "--split", "female=2/9,male=1/9"]);
    desk.ok(["plan", "value", &indicator, "--missing", "not collected", "--period", "2026-H2"]);
    let wrong = desk.run(["plan", "value", &indicator, "50 cases", "--period", "2027-H1"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("'50 cases'"), "{}", wrong.stderr);
    let wrong = desk.run(["plan", "set", &indicator, "target=9 provinces"]);
    assert!(wrong.code == 2 && wrong.stderr.contains("hint"), "{}", wrong.stderr);
    let uneven = desk.ok(["plan", "value", &indicator, "4/9", "--period", "2027-H1", "--split", "female=1/9,male=1/9"]);
    assert!(uneven.contains("not to the value"), "{uneven}");
    let rows = desk.export(["plan", "--rows", "indicators", "--format", "csv"]);
    let values = &rows[0]["values"];
    assert!(values.contains("2026-H1=33.33% (3/9)") && values.contains("2026-H2=– (not collected)"), "{values}");
    assert_eq!(rows[0]["baseline"], "22.22% (2/9)");
}

#[test]
fn values_are_due_by_their_rule_and_lateness_hangs_on_the_day_that_is_given() {
    let desk = Desk::demo();
    let (_, indicator) = planned(&desk);
    let dues = |as_of: &str| desk.json(["calendar", "--as-of", as_of])["lines"].clone();
    let values = |lines: &Value, field: &str| -> Vec<String> {
        let of_values = lines.as_array().unwrap().iter().filter(|line| line["kind"] == "value");
        of_values.map(|line| line[field].to_string().replace('"', "")).collect()
    };
    let lines = dues("2026-12-01");
    let days = ["2026-01-01", "2026-07-01", "2027-01-01", "2027-07-01", "2028-01-01"];
    assert_eq!(values(&lines, "date"), days);
    assert_eq!(values(&lines, "is_late"), ["true", "true", "false", "false", "false"]);
    desk.ok(["plan", "value", &indicator, "3/9", "--period", "2026-H2"]);
    desk.ok(["plan", "set", &indicator, "every=1y"]);
    assert_eq!(values(&dues("2026-12-01"), "date"), [days[0], days[2], days[4]]);
    let rows = desk.export(["plan", "--rows", "indicators", "--format", "csv"]);
    assert!(rows[0]["values"].starts_with("2026-H2="), "what was reported stays");
}

#[test]
fn the_check_counts_by_rule_and_takes_a_legal_act_for_no_gap() {
    let desk = Desk::demo();
    let law =
        ["plan", "add", "Make marital rape a crime", "--for", "121.36", "--until", "before the elections of 2027"];
    let key = key_of(&desk.json(law));
    let found = |rule: &str| {
        let check = desk.json(["plan", "check", "--as-of", "2027-06-01"]);
        let rules = check["rules"].as_array().unwrap().clone();
        let of_rule = rules.iter().find(|found| found["rule"] == rule).unwrap().clone();
        (of_rule["count"].as_u64().unwrap(), of_rule["of"].as_u64().unwrap())
    };
    assert_eq!([found("no-lead"), found("no-date"), found("no-indicator")], [(1, 1); 3]);
    desk.ok(["plan", "set", &key, "no-indicator=a law is there or it is not", "lead=MOJ", "until=2027-03"]);
    assert_eq!([found("no-lead"), found("no-date"), found("no-indicator")], [(0, 1); 3]);
    assert_eq!(found("overdue"), (1, 1));
    desk.ok(["plan", "set", &key, "status=mise en œuvre"]);
    assert_eq!(found("overdue"), (0, 0), "what is done is not looked at");
    desk.ok(["plan", "set", &key, "refused=MOJ: belongs to Parliament"]);
    assert_eq!(found("refused-alone"), (1, 1));
    let (noted, supported) = (found("unanswered-noted"), found("unanswered"));
    assert!(noted.0 == noted.1 && supported.0 + 1 == supported.1, "{noted:?} {supported:?}");
}

#[test]
fn several_voices_assess_one_recommendation_and_none_changes_another() {
    let desk = Desk::demo();
    let say = |value: &str, by: &str, kind: &str| {
        desk.ok(["assess", "121.36", value, "--by", by, "--kind", kind, "--date", "2027-01-05"]);
    };
    say("fully", "Government", "state");
    say("partly", "Ombudsperson", "nhri");
    say("not implemented", "Women's Union", "cso");
    say("cannot be assessed", "Country team", "un");
    desk.ok(["assess", "121.36 (b)", "B", "--by", "CEDAW", "--kind", "committee", "--date", "2027-02-05"]);
    let card = desk.json(["show", "121.36"])[0]["plan"].clone();
    assert_eq!(card["assessments"].as_array().unwrap().len(), 5);
    let iri = &card["iri"];
    assert_eq!(
        (iri["mean"].as_f64(), iri["answers"].as_u64(), iri["cannot_be_assessed"].as_u64()),
        (Some(0.5), Some(3), Some(1))
    );
    let rows = desk.export(["plan", "--rows", "assessments", "--format", "csv"]);
    let state = rows.iter().find(|row| row["kind"] == "state").unwrap();
    assert_eq!((state["value"].as_str(), state["scale"].as_str()), ("fully", "iri"));
    assert!(rows.iter().any(|row| row["subject"].ends_with("(b)") && row["scale"] == "grade"));
}

#[test]
fn what_is_set_together_stands_together_and_what_names_nothing_is_refused_whole() {
    let desk = Desk::demo();
    let (key, _) = planned(&desk);
    desk.ok(["plan", "set", "M-1", "budget=1 200 000 EUR", "budget-source=State budget", "support=MOI,MSP"]);
    let row = &measures(&desk)[0];
    assert_eq!((row["budget"].as_str(), row["support"].as_str()), ("1 200 000 EUR; State budget", "MOI|MSP"));
    let wrong = desk.run(["plan", "set", &key, "status=done", "lead=NOBODY"]);
    assert!(wrong.code == 2 && measures(&desk)[0]["status"].is_empty(), "{}", wrong.stderr);
    assert_eq!(desk.run(["plan", "set", "M4KQ-7T9-X", "status=done"]).code, 2);
    desk.ok(["undo"]);
    assert_eq!(measures(&desk)[0]["budget"], "");
    desk.ok(["plan", "remove", "M-1"]);
    assert!(measures(&desk).is_empty());
    assert!(desk.export(["plan", "--rows", "indicators", "--format", "csv"]).is_empty());
    desk.ok(["undo"]);
    assert_eq!(measures(&desk)[0]["key"], key);
    assert_eq!(desk.export(["plan", "--rows", "indicators", "--format", "csv"]).len(), 1);
}

/// What a journal makes when it is played from its beginning.
fn replayed(store: &Store) -> BTreeMap<Subject, Decision> {
    let mut decided = BTreeMap::new();
    for event in store.events().unwrap() {
        let Change::Decided(change) = event.what else { continue };
        match change.after().decision() {
            Some(decision) => _ = decided.insert(change.subject(), decision.clone()),
            None => _ = decided.remove(&change.subject()),
        }
    }
    decided
}

/// The keys of one kind in a plan.
fn keys(workspace: &Workspace, is_wanted: impl Fn(&PlanKind) -> bool) -> Vec<String> {
    let view = workspace.view().unwrap();
    let is_of = |facts: &weft::domain::plan::Facts| {
        facts.values().any(|fact| matches!(fact, PlanFact::Kind(kind) if is_wanted(kind)))
    };
    view.decisions.plan.iter().filter(|(_, facts)| is_of(facts)).map(|(key, _)| PlanKey::to_string(key)).collect()
}

/// One command of chance; what is refused counts as nothing.
fn step(workspace: &Workspace, rng: &mut impl Rng, records: &[String]) {
    let asker = workspace.owner();
    let one = |rng: &mut dyn rand::RngCore, of: &[String]| of[rng.gen_range(0..of.len())].clone();
    let measures = keys(workspace, |kind| *kind == PlanKind::Measure);
    let indicators = keys(workspace, |kind| matches!(kind, PlanKind::Indicator(_)));
    let text = format!("Act {}", rng.gen_range(0..1_000));
    let choice = if measures.is_empty() { 0 } else { rng.gen_range(0..10) };
    let measure = || measures.first().cloned().unwrap_or_default();
    let done = match choice {
        0 | 1 => {
            workspace.decide(&AddMeasure { text, answers: vec![one(rng, records)], ..AddMeasure::default() }, &asker)
        }
        2 => workspace.decide(&AddMilestone { measure: one(rng, &measures), text, ..AddMilestone::default() }, &asker),
        3 => workspace
            .decide(&AddIndicator { measure: one(rng, &measures), name: text, ..AddIndicator::default() }, &asker),
        4 if !indicators.is_empty() => {
            let period = format!("{}", rng.gen_range(2025..2030)).parse().unwrap();
            let indicator = one(rng, &indicators);
            let value = Some(rng.gen_range(0..100).to_string());
            workspace.decide(&ObserveValue { indicator, period, value, missing: None, split: Vec::new() }, &asker)
        }
        5 => {
            let cells = vec![PlanCell {
                field: "until".parse().unwrap(),
                language: None,
                value: format!("{}", rng.gen_range(2025..2030)),
            }];
            workspace.decide(&SetInPlan { key: one(rng, &measures), cells }, &asker)
        }
        6 => {
            let (measure, record) = (one(rng, &measures), one(rng, records));
            workspace.decide(&LinkMeasure { measure, records: vec![record], role: Default::default() }, &asker)
        }
        7 => {
            workspace.decide(&UnlinkMeasure { measure: one(rng, &measures), records: vec![one(rng, records)] }, &asker)
        }
        8 => workspace.decide(&RemoveFromPlan { key: measure() }, &asker),
        9 if rng.gen_range(0..4) == 0 => {
            let on = "2026-12-31".parse().unwrap();
            workspace.decide(&ClosePlan { name: text, on, carried: Vec::new(), with_unfinished: true }, &asker)
        }
        _ => workspace.decide(&SetOutcome { cluster: "6.2".parse().unwrap(), text, language: None }, &asker),
    };
    // A refusal leaves everything as it was, and a step in three is taken back.
    if done.is_ok() && rng.gen_range(0..3) == 0 {
        let seen = workspace.seen().unwrap();
        workspace.undo(&asker, seen, &UndoRequest { command: None, consent: Consent::Alone }).unwrap();
    }
}

#[test]
fn five_hundred_edits_and_undos_leave_what_the_journal_says() {
    let desk = Desk::demo();
    let records: Vec<String> =
        desk.export(["recommendations"]).into_iter().take(30).map(|row| row["id"].clone()).collect();
    let workspace = Workspace::open(&desk.workspace()).unwrap();
    let mut rng = rand_xoshiro::Xoshiro256PlusPlus::seed_from_u64(23);
    (0..500).for_each(|_| step(&workspace, &mut rng, &records));
    let shown = workspace.view().unwrap().plan().clone();
    drop(workspace);
    let store = Store::open(&desk.workspace().join("store")).unwrap();
    let stands: BTreeMap<Subject, Decision> =
        store.decisions().unwrap().into_iter().map(|decision| (decision.subject(), decision)).collect();
    assert!(stands.len() > 50, "{}", stands.len());
    assert_eq!(stands, replayed(&store));
    let again = weft::view::Decisions::of(stands.into_values());
    assert_eq!(weft::domain::plan::PlanBook::of(&again.plan), shown);
}

#[test]
fn indicators_of_the_library_are_proposed_with_reasons_and_taken_by_a_yes() {
    let desk = Desk::demo();
    let (key, _) = planned(&desk);
    let proposed = desk.json(["plan", "propose"]);
    let cluster = &proposed[0];
    let first = &cluster["indicators"][0];
    assert!(first["about"].as_u64() > Some(0) && !first["topics"].as_array().unwrap().is_empty(), "{first}");
    let before = desk.export(["plan", "--rows", "indicators", "--format", "csv"]).len();
    assert_eq!(before, 1, "nothing is taken without a yes");
    let code = first["code"].as_str().unwrap();
    desk.ok(["plan", "propose", "--take", code, "--for", "M-1"]);
    let rows = desk.export(["plan", "--rows", "indicators", "--format", "csv"]);
    assert!(rows.len() == 2 && rows.iter().all(|row| row["measure"] == key), "{rows:?}");
    assert_eq!(desk.run(["plan", "propose", "--take", "nothing", "--for", "M-1"]).code, 2);
    assert!(desk.ok(["plan", "show", "M-1"]).contains(first["source"].as_str().unwrap()));
}

/// The text of a page without its marks.
fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut is_mark = false;
    for c in html.chars() {
        match c {
            '<' => is_mark = true,
            '>' => is_mark = false,
            c if !is_mark => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn the_plan_is_a_page_without_a_script_in_four_languages_with_gaps_marked() {
    let desk = Desk::demo();
    planned(&desk);
    desk.ok(["plan", "outcome", "6.2", "Nobody lives in fear at home"]);
    desk.ok(["plan", "add", "Think <script>alert(1)</script> about it", "--for", "121.37"]);
    let written = |language: &str| {
        let file = desk.folder().join(format!("{language}.html"));
        let out = file.to_str().unwrap().to_owned();
        let line = ["export", "plan", "--rows", "measures", "--format", "html", "--as-of", "2027-01-31", "--language"];
        desk.ok(line.into_iter().chain([language, "--out", &out]));
        std::fs::read_to_string(&file).unwrap()
    };
    let english = written("en");
    assert!(!english.contains("<script") && english.contains("<html lang=\"en\" dir=\"ltr\">"));
    let text = plain(&english);
    for words in ["Desired outcome: Nobody lives in fear at home", "Ministry of Women", "As of 2027-01-31", "—"] {
        assert!(text.contains(words), "{words}");
    }
    assert_eq!(english.matches("<th scope=\"row\"").count(), 2);
    assert_eq!(english, written("en"), "the same plan is the same page");
    let arabic = written("ar");
    assert!(arabic.contains("dir=\"rtl\"") && arabic.contains("النتيجة المرجوة"));
    assert!(written("es").contains("Resultado esperado") && written("fr").contains("Résultat attendu"));
}

#[test]
fn what_rests_on_a_measure_goes_back_with_it_only_when_chosen() {
    let desk = Desk::demo();
    let (key, _) = planned(&desk);
    desk.ok(["plan", "set", &key, "remarks=ours"]);
    let history = desk.json(["history", "-n", "100"]);
    let lines = history.as_array().unwrap();
    let command = |at: usize| lines[at]["command"].as_str().unwrap().to_owned();
    let adding = (0..lines.len()).find(|at| lines[*at].to_string().contains("Open a shelter")).map(command).unwrap();
    let refused = desk.run(["undo", &adding]);
    assert_eq!(refused.code, 2, "{}{}", refused.stdout, refused.stderr);
    assert_eq!(measures(&desk).len(), 1, "nothing changes until it is chosen");
    desk.ok(["undo", &adding, "--yes"]);
    assert!(measures(&desk).is_empty());
    assert!(desk.export(["plan", "--rows", "indicators", "--format", "csv"]).is_empty());
}

#[test]
fn fields_units_and_numbers_that_do_not_fit_are_refused() {
    let desk = Desk::demo();
    let (key, indicator) = planned(&desk);
    for (wrong, key) in [
        ("target=9", key.as_str()),
        ("budget=9", indicator.as_str()),
        ("unit=cases", indicator.as_str()),
        ("accepted=", key.as_str()),
        ("release=soon", key.as_str()),
    ] {
        let refused = desk.run(["plan", "set", key, wrong]);
        assert!(refused.code == 2 && refused.stderr.contains("hint"), "{wrong}: {}", refused.stderr);
    }
    assert_eq!(desk.run(["plan", "set", &key, "until=2027", "until=2028"]).code, 2);
    desk.ok(["plan", "set", &key, "number=M-1"]);
    let doubtful = desk.run(["plan", "value", &indicator, "1,234", "--period", "2027"]);
    assert!(doubtful.code == 0, "a share has decimals: {}", doubtful.stderr);
    let rows = desk.export(["plan", "--rows", "indicators", "--format", "csv"]);
    assert!(rows[0]["values"].contains("2027=1.234%"), "{rows:?}");
    let told = desk.ok(["plan", "set", &key, "until=30 February 2027"]);
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("kept in words"), "{told}");
    desk.ok(["plan", "set", &key, "from=2028", "until=2027"]);
    let check = desk.json(["plan", "check", "--as-of", "2027-06-01"]);
    let crossed = check["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == "dates-crossed").unwrap();
    assert_eq!(crossed["count"], 1);
}

#[test]
fn the_plan_of_asks_shows_the_measures_that_answer_them_and_who_leads_those() {
    let desk = Desk::demo();
    planned(&desk);
    desk.ok([
        "plan",
        "add",
        "Train the police of each province",
        "--for",
        "121.36",
        "--lead",
        "MOI",
        "--number",
        "M-2",
    ]);
    let rows = desk.export(["plan", "--format", "csv"]);
    let row = rows.iter().find(|row| row["Recommendations"].contains("121.36")).unwrap();
    let measures: Vec<&str> = row["Measure"].lines().collect();
    assert_eq!(measures, ["M-1: Open a shelter in each province", "M-2: Train the police of each province"]);
    assert_eq!(row["Time frame and milestones"], "M-1: 2026-01 – 2028-01");
    assert!(row["Indicator (type, baseline, target, source)"].starts_with("M-1: Provinces with a shelter"), "{row:?}");
    assert_eq!(row["Lead"].lines().count(), 2, "those of the measures, and no proposal: {row:?}");
    let leads: Vec<&str> = row["Lead"].lines().collect();
    assert!(row["Supporting"].lines().all(|name| !leads.contains(&name)), "{row:?}");
    let led = desk.export(["plan", "--format", "csv", "--lead", "MOI"]);
    assert!(led.iter().any(|row| row["Recommendations"].contains("121.36")), "who leads a measure leads its row");
    let clusters = desk.export(["plan", "--format", "csv", "--rows", "clusters"]);
    let with: Vec<_> = clusters.iter().filter(|row| row["Measure"].contains("M-1: Open a shelter")).collect();
    assert!(
        !with.is_empty() && with[0]["Measure"].matches("M-1:").count() == 1,
        "a measure stands once in its cluster"
    );
}
