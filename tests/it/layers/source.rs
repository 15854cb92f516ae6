//! The sources as the checks of the house read them: files, and code apart from comments and texts.

use std::fs;
use std::path::{Path, PathBuf};

/// All sources of the program by their path in `src`.
pub(crate) fn sources() -> Vec<(PathBuf, String)> {
    let files = files_in("src");
    assert!(files.len() > 50, "the sources were found");
    files
}

/// The Rust files of a folder of the package, by their path in it.
pub(super) fn files_in(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                open.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&entry).unwrap();
                files.push((entry.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    files.sort();
    files
}

/// Path with forward slashes on every system.
pub(super) fn slashed(path: &Path) -> String {
    path.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A source taken apart.
pub(super) struct Taken {
    /// The code: comments and what stands between quotation marks are blanks, lines are kept.
    pub(super) code: String,
    /// What stands between quotation marks.
    pub(super) texts: Vec<Quoted>,
}

/// What stands between quotation marks.
pub(super) struct Quoted {
    /// Where it stands in the code, in bytes: all before it is the code before it.
    pub(super) at: usize,
    /// The text, escapes as they are written.
    pub(super) text: String,
}

impl Taken {
    /// Takes a source apart.
    pub(super) fn of(source: &str) -> Self {
        let mut taken = Self { code: String::with_capacity(source.len()), texts: Vec::new() };
        let mut rest = source;
        while let Some(first) = rest.chars().next() {
            let before = taken.code.chars().next_back();
            let (length, text) = piece(rest, before);
            let piece = &rest[..length.max(first.len_utf8())];
            if length == 0 {
                taken.code.push(first);
            } else {
                taken.texts.extend(text.map(|text| Quoted { at: taken.code.len(), text: text.to_owned() }));
                // A blank ends the word before a text; lines stay lines.
                taken.code.push(' ');
                taken.code.extend(piece.chars().filter(|c| *c == '\n'));
            }
            rest = &rest[piece.len()..];
        }
        taken
    }

    /// The same without the tests inside the file.
    pub(super) fn without_tests(source: &str) -> Self {
        let mut taken = Self::of(source);
        let Some(start) = taken.code.find("#[cfg(test)]\nmod tests") else { return taken };
        taken.code.truncate(start);
        taken.texts.retain(|quoted| quoted.at < start);
        taken
    }
}

/// The length of the comment, the text or the letter that something begins with, in bytes, and what stands
/// between its quotation marks; 0 where it begins with code.
fn piece(rest: &str, before: Option<char>) -> (usize, Option<&str>) {
    if !rest.starts_with(['/', '\'', '"', 'r', 'b', 'c']) {
        return (0, None);
    }
    let follows_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(rest.len(), |end| end + 2), None);
    }
    if rest.starts_with('\'') {
        return (letter(rest), None);
    }
    let prefix = ["br", "cr", "r", "b", "c", ""].into_iter().find(|prefix| {
        let after = rest.strip_prefix(prefix).map(|after| after.trim_start_matches('#'));
        after.is_some_and(|after| after.starts_with('"')) && (prefix.is_empty() || !follows_word)
    });
    let Some(prefix) = prefix else { return (0, None) };
    let marks = rest[prefix.len()..].find('"').unwrap_or(0);
    let (from, is_raw) = (prefix.len() + marks + 1, prefix.ends_with('r'));
    if marks > 0 && !is_raw {
        return (0, None);
    }
    let end = if is_raw { rest[from..].find(&format!("\"{}", "#".repeat(marks))) } else { closing(&rest[from..]) };
    let end = end.map_or(rest.len(), |end| from + end);
    ((end + 1 + marks).min(rest.len()), Some(&rest[from..end]))
}

/// Where the quotation mark is that ends a text.
fn closing(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    text.char_indices().find_map(|(at, c)| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end.then_some(at)
    })
}

/// The length of a letter in its marks; 0 for a lifetime.
fn letter(rest: &str) -> usize {
    let mut inside = rest.char_indices().skip(1);
    match inside.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(0, |end| end + 4),
        _ => inside.next().filter(|(_, c)| *c == '\'').map_or(0, |(at, _)| at + 1),
    }
}

#[test]
fn code_comments_texts_and_letters_are_told_apart() {
    let source = "let a = \"x // \\\" y\"; // weft \"z\"\nfn f<'a>(q: &'a char) { q == '\"' || q == '\\'' }\nlet r = r#\"a\"b\"#;\n";
    let taken = Taken::of(source);
    let before = |quoted: &Quoted| taken.code[..quoted.at].lines().last().unwrap_or_default().to_owned();
    let texts: Vec<(String, &str)> = taken.texts.iter().map(|quoted| (before(quoted), quoted.text.as_str())).collect();
    assert_eq!(texts, [("let a = ".to_owned(), "x // \\\" y"), ("let r = ".to_owned(), "a\"b")]);
    assert!(taken.code.contains("fn f<'a>(q: &'a char) { q ==   || q ==   }"), "{}", taken.code);
    assert_eq!(taken.code.lines().count(), 3);
    let tested = Taken::without_tests("let a = \"1\";\n#[cfg(test)]\nmod tests {\n\"2\"\n}\n");
    assert_eq!((tested.texts.len(), tested.code.as_str()), (1, "let a =  ;\n"));
}
