//! How long files and functions are, those of the tests too.

use std::collections::BTreeSet;

use super::known::assert_known;
use super::source::{Taken, files_in, slashed, sources};

/// Longest file, in lines.
const LONGEST: usize = 500;
/// Longest function, in lines.
const LONGEST_FUNCTION: usize = 50;
/// Folders of the package with code.
const FOLDERS: [&str; 4] = ["src", "tests/it", "tests/tools", "benches"];

/// Files that are pure tables.
const TABLES: &[&str] = &[];

/// Functions that are still too long.
const LONG_FUNCTIONS: &[(&str, &str)] = &[];

/// All code of the package, by its path in it.
fn all() -> Vec<(String, String)> {
    let of = |folder: &'static str| {
        files_in(folder).into_iter().map(move |(path, text)| (format!("{folder}/{}", slashed(&path)), text))
    };
    FOLDERS.into_iter().flat_map(of).collect()
}

/// The functions of some code with their lengths in lines, from their names to their last brackets.
fn functions(code: &str) -> Vec<(&str, usize)> {
    let starts = code.match_indices("fn ").filter(|(at, _)| {
        let before = code[..*at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    });
    starts.filter_map(|(at, _)| function(&code[at + "fn ".len()..])).collect()
}

/// The function whose name some code begins with; `None` when it has no body.
fn function(code: &str) -> Option<(&str, usize)> {
    let name = &code[..code.find(|c: char| !c.is_alphanumeric() && c != '_')?];
    let (mut depth, mut is_body) = (0usize, false);
    for (at, c) in code.char_indices() {
        match c {
            '{' if depth == 0 => (depth, is_body) = (1, true),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.checked_sub(1)?,
            ';' if depth == 0 => return None,
            _ => {}
        }
        if is_body && depth == 0 {
            return (!name.is_empty()).then(|| (name, code[..at].matches('\n').count() + 1));
        }
    }
    None
}

#[test]
fn no_file_grows_beyond_its_limit() {
    let files = all();
    let long: BTreeSet<&str> =
        files.iter().filter(|(_, text)| text.lines().count() > LONGEST).map(|(path, _)| path.as_str()).collect();
    assert_known("a file has 500 lines at most", &long, &TABLES.iter().copied().collect());
    let main = sources().into_iter().find(|(path, _)| path.ends_with("main.rs")).unwrap().1;
    assert!(main.lines().count() < 40, "main.rs is a story of less than forty lines");
}

#[test]
fn no_function_grows_beyond_its_limit() {
    let mut long = BTreeSet::new();
    for (path, text) in all() {
        for (name, lines) in functions(&Taken::of(&text).code) {
            if lines > LONGEST_FUNCTION {
                long.insert((path.clone(), name.to_owned()));
            }
        }
    }
    let known = LONG_FUNCTIONS.iter().map(|(path, name)| ((*path).to_owned(), (*name).to_owned())).collect();
    assert_known("a function has 50 lines at most", &long, &known);
}

#[test]
fn lengths_of_functions_are_counted_from_their_names_to_their_ends() {
    let code = "fn a(x: [u8; 2]) -> u8 {\n    if x { 1 } else { 2 }\n}\ntrait T {\n    fn b();\n    fn c() {}\n}\n";
    assert_eq!(functions(code), [("a", 3), ("c", 1)]);
}
