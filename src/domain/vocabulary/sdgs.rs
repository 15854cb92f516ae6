//! Goals and targets of the 2030 Agenda.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::table::{Names, Table};
use crate::domain::Language;

/// One of the seventeen goals.
#[derive(Debug, Clone)]
pub struct SdgGoal {
    /// Number, 1 to 17.
    pub number: u8,
    /// Full titles.
    pub titles: Names,
    /// Short titles.
    pub short: Names,
}

/// One of the 169 targets.
#[derive(Debug, Clone)]
pub struct SdgTarget {
    /// Code, such as `16.3` or `16.a`.
    pub code: String,
    /// Short titles; English where a language has none.
    pub short: Names,
    /// Lower-case English phrases that point to the target.
    pub cues: Vec<String>,
}

/// The seventeen goals in order.
#[must_use]
pub fn goals() -> &'static [SdgGoal] {
    static GOALS: OnceLock<Vec<SdgGoal>> = OnceLock::new();
    GOALS.get_or_init(|| {
        let table = Table::embedded("sdg_goals", include_str!("../../../corpora/reference/sdg_goals.csv"));
        table
            .rows()
            .map(|row| SdgGoal {
                number: row.cell("goal").parse().expect("goals are numbered"),
                titles: row.by_language("title"),
                short: row.by_language("short"),
            })
            .collect()
    })
}

/// The targets in the order of the Agenda.
#[must_use]
pub fn targets() -> &'static [SdgTarget] {
    static TARGETS: OnceLock<Vec<SdgTarget>> = OnceLock::new();
    TARGETS.get_or_init(|| {
        let table = Table::embedded("sdg_targets", include_str!("../../../corpora/reference/sdg_targets.csv"));
        table
            .rows()
            .map(|row| SdgTarget {
                code: row.cell("code").to_owned(),
                short: row.by_language("short"),
                cues: row.list("cues_en"),
            })
            .collect()
    })
}

/// The code in "16.2 - Protect children…", "16 - PEACE…", "16.2" or "SDG 16"; `None` when the
/// code is neither a goal nor a target.
#[must_use]
pub fn sdg_code(label: &str) -> Option<&'static str> {
    static CODES: OnceLock<HashMap<String, String>> = OnceLock::new();
    let codes = CODES.get_or_init(|| {
        let goals = goals().iter().map(|goal| goal.number.to_string());
        goals.chain(targets().iter().map(|t| t.code.clone())).map(|code| (code.to_lowercase(), code)).collect()
    });
    let lower = label.trim().trim_start_matches("- ").to_lowercase();
    let bare = lower.trim_start_matches("sdg").trim_start();
    let head = bare.split([' ', ':', '–', '—']).next()?.trim_end_matches('.');
    codes.get(head).map(String::as_str)
}

/// The short title of a goal or target in a language, or in English where that has none.
#[must_use]
pub fn sdg_title(code: &str, language: Language) -> Option<&'static str> {
    if let Some(target) = targets().iter().find(|target| target.code == code) {
        return Some(target.short.get(language));
    }
    let number: u8 = code.parse().ok()?;
    goals().iter().find(|goal| goal.number == number).map(|goal| goal.short.get(language))
}
