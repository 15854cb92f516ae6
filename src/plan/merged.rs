//! The text of a row: the wording that stands for all sources, then what others add.

use crate::domain::{Language, SettledRecord};
use crate::text::merged::{Addition, additions, common_wording};

/// The wording that the sources have in common; below it, marked `+`, what the others of the language of
/// the main one add. `preferred` is the language that texts are taken in where there are several.
#[must_use]
pub fn merged_text(members: &[&SettledRecord], main: &SettledRecord, preferred: Language) -> Vec<String> {
    let (language, _) = main.record.text(preferred);
    let alike: Vec<&&SettledRecord> = members.iter().filter(|m| m.record.text(preferred).0 == language).collect();
    let texts: Vec<&str> = alike.iter().map(|m| m.record.clean_text(preferred)).collect();
    let first = common_wording(&texts, language);
    let Some(text) = texts.get(first) else { return Vec::new() };
    let added = additions(&texts, first, language);
    let line = |addition: &Addition| format!("+ {} ({})", addition.words, alike[addition.member].reference);
    std::iter::once((*text).to_owned()).chain(added.iter().map(line)).collect()
}
