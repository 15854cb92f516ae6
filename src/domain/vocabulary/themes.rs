//! Issues of UPR Info, themes of OHCHR in their three generations, and affected groups.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::fold::fold;
use super::table::{Names, Table};

/// One of the 54 issues of UPR Info.
#[derive(Debug, Clone)]
pub struct Issue {
    /// Name as UPR Info spells it; the value of issue tags.
    pub name: String,
    /// Names in the six languages.
    pub names: Names,
    /// Corresponding themes of OHCHR's current list, best first.
    pub themes: Vec<String>,
}

/// The 54 issues, in the order of the alphabet; an issue's number is its place, from 1.
#[must_use]
pub fn issues() -> &'static [Issue] {
    static ISSUES: OnceLock<Vec<Issue>> = OnceLock::new();
    ISSUES.get_or_init(|| {
        let table = Table::embedded("issues", include_str!("../../../corpora/reference/issues.csv"));
        let issue = |row: super::table::Row<'_>| {
            let mut names = Names(crate::domain::Language::ALL.map(|language| match language {
                crate::domain::Language::En => row.cell("name").to_owned(),
                other => row.cell(&format!("name_{other}")).to_owned(),
            }));
            names.0.iter_mut().for_each(|name| *name = name.trim().to_owned());
            Issue { name: row.cell("name").to_owned(), names, themes: row.list("themes") }
        };
        table.rows().map(issue).collect()
    })
}

/// The issue with that name, whatever case and punctuation.
#[must_use]
pub fn issue_number(name: &str) -> Option<usize> {
    static BY_NAME: OnceLock<HashMap<String, usize>> = OnceLock::new();
    BY_NAME
        .get_or_init(|| issues().iter().enumerate().map(|(at, issue)| (fold(&issue.name), at)).collect())
        .get(&fold(name))
        .copied()
}

/// A theme of one generation of OHCHR's lists.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Code in the older lists (`2.1`, `A12`); empty in the current one.
    pub code: String,
    /// Name as the list spells it.
    pub name: String,
    /// The themes of the current list that it corresponds to.
    pub current: Vec<String>,
    /// The UPR Info issues that it corresponds to.
    pub issues: Vec<String>,
    /// Whether it is of the list in force.
    pub is_in_force: bool,
}

/// Themes of all generations, found by name, by code, or by both together.
pub struct ThemeRegister {
    themes: Vec<Theme>,
    by_name: HashMap<String, usize>,
}

impl ThemeRegister {
    /// The themes that ship with Weft.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static REGISTER: OnceLock<ThemeRegister> = OnceLock::new();
        REGISTER.get_or_init(Self::load)
    }

    fn load() -> Self {
        let table = Table::embedded("themes", include_str!("../../../corpora/reference/themes.csv"));
        let mut register = Self { themes: Vec::new(), by_name: HashMap::new() };
        for row in table.rows() {
            let theme = Theme {
                code: row.cell("code").to_owned(),
                name: row.cell("name").to_owned(),
                current: row.list("current"),
                issues: row.list("issues"),
                is_in_force: row.cell("generation") == "current",
            };
            let at = register.themes.len();
            register.by_name.entry(fold(&theme.name)).or_insert(at);
            register.by_name.insert(fold(&format!("{} {}", theme.code, theme.name)), at);
            register.themes.push(theme);
        }
        register
    }

    /// The theme by name, or by code and name ("A12 Acceptance of international norms").
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&Theme> {
        self.by_name.get(&fold(name)).map(|&at| &self.themes[at])
    }

    /// All themes of all generations, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &Theme> {
        self.themes.iter()
    }

    /// The themes of the list in force, in its order.
    pub fn in_force(&self) -> impl Iterator<Item = &Theme> {
        self.themes.iter().filter(|theme| theme.is_in_force)
    }

    /// The current themes that a name of any generation stands for; the name itself when unknown.
    #[must_use]
    pub fn current(&self, name: &str) -> Vec<String> {
        match self.find(name) {
            Some(theme) if !theme.current.is_empty() => theme.current.clone(),
            _ => vec![name.trim().to_owned()],
        }
    }
}

/// An affected group.
#[derive(Debug, Clone)]
pub struct Group {
    /// Code; those that begin with `x_` stand for UHRI labels outside the 18 groups of persons.
    pub code: String,
    /// Names in the six languages.
    pub names: Names,
    /// The labels of UHRI that correspond.
    pub persons: Vec<String>,
    /// Lower-case words that name the group, in the order of the six languages; a trailing `*`
    /// matches any ending.
    pub words: [Vec<String>; 6],
}

/// All groups in the order of the table.
#[must_use]
pub fn groups() -> &'static [Group] {
    static GROUPS: OnceLock<Vec<Group>> = OnceLock::new();
    GROUPS.get_or_init(|| {
        let table = Table::embedded("groups", include_str!("../../../corpora/reference/groups.csv"));
        table
            .rows()
            .map(|row| Group {
                code: row.cell("code").to_owned(),
                names: row.by_language("name"),
                persons: row.list("persons"),
                words: row.lists_by_language("words"),
            })
            .collect()
    })
}

/// The group code for a label of UHRI or of a matrix, or for a code itself.
#[must_use]
pub fn group_code(label: &str) -> Option<&'static str> {
    static BY_LABEL: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    BY_LABEL
        .get_or_init(|| {
            let mut map = HashMap::new();
            for group in groups() {
                let labels = group.persons.iter().map(String::as_str).chain(group.names.iter());
                for label in labels.chain([group.code.as_str()]) {
                    map.entry(fold(label)).or_insert(group.code.as_str());
                }
            }
            map
        })
        .get(&fold(label))
        .copied()
}
