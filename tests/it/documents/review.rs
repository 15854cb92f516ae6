//! One review of Peru in three documents, and how its records are looked at.

use std::collections::HashMap;

use crate::desk::Desk;
use crate::paper::Word;

/// A row of the exported table, by column.
pub(super) type Row = HashMap<String, String>;

const HEAD: &str = "UPR of Peru (3rd Cycle – 28th Session)\nThematic list of recommendations";

/// A list in the layout of the third cycle, with a repeated row and an editors' remark.
pub(super) fn list() -> Word {
    Word::new().head(HEAD).table(&[
        &["Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"],
        &["Theme: Acceptance of international norms"],
        &[
            "111.1 Ratify the treaty on mines (Chile) (Netherlands (Kingdom of the));\nSource of Position: A/HRC/37/8/Add.1 - Para.3",
            "Supported",
            "- Acceptance of international norms\nSDGs:\n- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\nAffected persons:\n- general\n- Children",
            "",
        ],
        &["111.2. Build schools in the mountains (Ghana); mend the roads to them (Egypt);\nSource of Position: A/HRC/37/8/Add.1 - Para.4", "Supported/Noted", "- Right to education", "Begun"],
        &["Theme: Right to education"],
        &["111.2. Build schools in the mountains (Ghana); mend the roads to them (Egypt);\nSource of Position: A/HRC/37/8/Add.1 - Para.4", "Supported/Noted", "- Right to education\n- Right to development", "Begun"],
        &["Train more judges (Kenya);", "", "", ""],
    ])
}

/// The report of the Working Group, before the State has answered.
pub(super) fn report() -> Word {
    Word::new().head("A/HRC/37/8").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "Conclusions and/or recommendations .......... 111–114 12",
        "1. The review of Peru was held at the 3rd meeting.",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations will be examined by Peru, which will provide responses no later than the session in March:",
        "111.1 Ratify the treaty on mines (Chile) (Netherlands (Kingdom of the));",
        "111.2 Build schools in the mountains (Ghana); mend the roads to them (Egypt);",
        "111.3 Take measures to:",
        "(a) Plant trees;",
        "(b) Dig wells (Kenya).",
        "112. The recommendations listed below did not enjoy the support of Peru and would thus be noted:",
        "112.1 Move the capital (Chad).",
        "113. The delegation thanked all speakers.",
        "114. All conclusions and/or recommendations contained in the present report reflect the position of the submitting States.",
        "III. Voluntary pledges and commitments",
        "115. Peru pledged to plant a forest.",
        "Annex",
        "116. The delegation was headed by a minister.",
    ])
}

/// The State's answer, with a number that does not exist.
pub(super) fn addendum() -> Word {
    Word::new().head("A/HRC/37/8/Add.1").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "Addendum",
        "Views on conclusions and/or recommendations, voluntary commitments and replies",
        "3. The Government accepts the following recommendations: 111.1.",
        "4. The following recommendations enjoy the support of Peru, which considers them already implemented: 111.2. 111.9.",
        "111.2 Schools were built in all valleys.",
        "5. Peru takes note of 112.1 and 111.3.",
    ])
}

/// The records after an analysis, in the order of their references.
pub(super) fn exported(desk: &Desk) -> Vec<Row> {
    desk.ok(["analyse"]);
    let mut rows = desk.export(["recommendations"]);
    rows.sort_by_key(|row| row["reference"].clone());
    rows
}

/// The record of a paragraph.
pub(super) fn by<'a>(rows: &'a [Row], paragraph: &str) -> &'a Row {
    rows.iter().find(|row| row["paragraph"] == paragraph).unwrap_or_else(|| panic!("no {paragraph}"))
}
