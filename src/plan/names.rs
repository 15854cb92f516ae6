//! Names of what codes stand for, in the language of the plan.

use crate::domain::Language;
use crate::domain::vocabulary::{groups, issues, sdg_title};

/// The name of an issue, told by its English name.
#[must_use]
pub fn issue_name(english: &str, language: Language) -> String {
    let found = issues().iter().find(|issue| issue.name == english);
    found.map_or(english, |issue| issue.names.get(language)).to_owned()
}

/// The name of an affected group.
pub(super) fn group_name(code: &str, language: Language) -> String {
    let found = groups().iter().find(|group| group.code == code);
    found.map_or(code, |group| group.names.get(language)).to_owned()
}

/// A goal or target with its short title.
pub(super) fn sdg_line(code: &str, language: Language) -> String {
    sdg_title(code, language).map_or_else(|| code.to_owned(), |title| format!("{code} {title}"))
}

#[cfg(test)]
mod tests {
    use super::{group_name, issue_name, sdg_line};
    use crate::domain::Language;
    use crate::domain::vocabulary::{groups, issues};

    #[test]
    fn names_are_those_of_the_language_and_unknown_codes_stand_as_they_are() {
        for issue in issues() {
            assert_eq!(issue_name(&issue.name, Language::En), issue.name);
            assert_eq!(issue_name(&issue.name, Language::Fr), issue.names.get(Language::Fr));
        }
        let group = &groups()[0];
        assert_eq!(group_name(&group.code, Language::Es), group.names.get(Language::Es));
        assert_eq!(group_name("nobody", Language::Es), "nobody");
        assert_ne!(sdg_line("4", Language::Fr), sdg_line("4", Language::En));
        assert_eq!(sdg_line("99.9", Language::En), "99.9");
    }
}
