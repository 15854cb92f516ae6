//! Treaty bodies and mandate holders, folders of anything, and documents that do not say what they are
//! about.

use super::review::{addendum, by, exported, report};
use crate::desk::Desk;
use crate::paper::Word;

#[test]
fn concluding_observations_give_paragraphs_points_and_the_follow_up() {
    let desk = Desk::new();
    let word = Word::new().head("CEDAW/C/PER/CO/9").lines(&[
        "Distr.: General 1 March 2022",
        "Concluding observations on the ninth periodic report of Peru",
        "A. Introduction",
        "1. The Committee considered the report.",
        "B. Principal areas of concern and recommendations",
        "Schools",
        "11. The Committee is concerned about the lack of schools.",
        "12. The Committee recommends that the State party: (a) Build schools; (b) Train teachers.",
        "Roads",
        "13. While noting the new law, the Committee urges the State party to mend roads.",
        "Follow-up",
        "14. The Committee requests the State party to provide, within two years, information on the steps taken to implement the recommendations contained in paragraphs 12 (a) and 13 above.",
    ]);
    let report = desk.imported(&desk.file("cobs.docx", word.bytes()));
    assert_eq!(report["about"], "CEDAW, Peru, CEDAW/C/PER/CO/9", "{report}");
    let rows = exported(&desk);
    let found: Vec<(&str, &str, &str)> =
        rows.iter().map(|r| (r["paragraph"].as_str(), r["kind"].as_str(), r["text"].as_str())).collect();
    assert_eq!(
        found[..4],
        [
            ("11", "concern", "The Committee is concerned about the lack of schools."),
            ("12 (a)", "recommendation", "Build schools"),
            ("12 (b)", "recommendation", "Train teachers."),
            ("13", "recommendation", "While noting the new law, the Committee urges the State party to mend roads."),
        ]
    );
    assert_eq!((found[4].0, found.len()), ("14", 5));
    assert!(desk.ok(["show", "12 (a)"]).contains("follow-up report: due 2024-03-01 (asked for in ¶ 14)"));
    assert!(!desk.ok(["show", "12 (b)"]).contains("follow-up"));
}

#[test]
fn a_mandate_holder_s_report_is_read_from_its_recommendations_on() {
    let desk = Desk::new();
    let text = "A/HRC/52/34/Add.1\n\nReport of the Special Rapporteur on the right to education\n\nVisit to Peru\n\n\
        I. Introduction\n\n1. The Special Rapporteur visited schools.\n\n\
        V. Conclusions and recommendations\n\n80. The Special Rapporteur welcomes the new law.\n\n\
        81. The Special Rapporteur recommends that the Government:\n\n(a) Build schools;\n\n(b) Pay teachers.\n";
    let report = desk.imported(&desk.file("visit.txt", text));
    assert_eq!(report["kind"], "special-procedure-report", "{report}");
    let rows = exported(&desk);
    let found: Vec<(&str, &str)> = rows.iter().map(|r| (r["paragraph"].as_str(), r["kind"].as_str())).collect();
    assert_eq!(found, [("80", "concern"), ("81 (a)", "recommendation"), ("81 (b)", "recommendation")]);
    assert_eq!((rows[0]["body"].as_str(), rows[0]["state"].as_str()), ("SR Education", "PER"));
}

#[test]
fn a_folder_is_sorted_out_and_what_cannot_be_read_is_listed() {
    let desk = Desk::new();
    std::fs::create_dir(desk.folder().join("inbox")).unwrap();
    desk.file("inbox/a-addendum.docx", addendum().bytes());
    desk.file("inbox/report.docx", report().bytes());
    desk.file("inbox/letter.txt", "Dear colleague\n\nplease find the report.\n");
    desk.file("inbox/~$report.docx", "lock");
    let done = desk.run(["import", "inbox"]);
    assert_eq!(done.code, 1, "{}{}", done.stdout, done.stderr);
    assert!(done.stdout.contains("not read") && done.stdout.contains("letter.txt"), "{}", done.stdout);
    let rows = exported(&desk);
    assert_eq!(by(&rows, "111.1")["position"], "supported", "the addendum was read after the report");
}

#[test]
fn a_document_that_names_no_state_says_so_and_takes_it_from_the_user() {
    let desk = Desk::new();
    let word = Word::new().lines(&["6.1 Build schools (Chile);", "6.2 Mend roads (Ghana);", "6.3 Dig wells (Kenya)."]);
    let file = desk.file("report.docx", word.bytes());
    let refused = desk.run(["import", &file]);
    assert!(refused.code == 2 && refused.stderr.contains("hint: say it: --state"), "{}", refused.stderr);
    desk.ok(["import", &file, "--state", "Peru", "--symbol", "A/HRC/63/7"]);
    let rows = exported(&desk);
    assert_eq!(rows[0]["reference"], "UPR A/HRC/63/7 ¶6.1");
}

#[test]
fn what_a_document_says_of_its_state_outranks_the_command() {
    let desk = Desk::new();
    let bare = Word::new().lines(&["6.1 Build schools (Chile);", "6.2 Mend roads (Ghana);", "6.3 Dig wells (Kenya)."]);
    let (named, unnamed) = (desk.file("report.docx", report().bytes()), desk.file("bare.docx", bare.bytes()));
    desk.ok(["import", &named, &unnamed, "--state", "Togo", "--symbol", "A/HRC/63/7"]);
    let rows = exported(&desk);
    assert_eq!((by(&rows, "111.1")["state"].as_str(), by(&rows, "6.1")["state"].as_str()), ("PER", "TGO"));
    assert_eq!(
        (by(&rows, "111.1")["symbol"].as_str(), by(&rows, "6.1")["symbol"].as_str()),
        ("A/HRC/37/8", "A/HRC/63/7")
    );
}
