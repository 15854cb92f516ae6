//! Paths of the code: which modules there are, what a file uses, which file a path leads to.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::source::{Taken, slashed};

/// Names from the top of the program down.
type Path = Vec<String>;

/// How many names of other modules are followed, one leading to the next.
const DEEPEST: usize = 16;

/// A file as a module.
struct Module {
    file: String,
    /// Names that it only hands on, and where they come from.
    handed_on: BTreeMap<String, Path>,
    /// What it uses itself.
    used: BTreeSet<Path>,
}

/// All modules by their paths.
pub(super) struct Modules(BTreeMap<Path, Module>);

impl Modules {
    /// Reads the modules of some sources.
    pub(super) fn of(sources: &[(PathBuf, String)]) -> Self {
        let files: Vec<(Path, String, &str)> = sources
            .iter()
            .map(|(path, text)| (slashed(path), text))
            .filter(|(file, _)| file.contains('/'))
            .map(|(file, text)| (module_of(&file), file, text.as_str()))
            .collect();
        let known: BTreeSet<Path> = files.iter().map(|(module, ..)| module.clone()).collect();
        Self(
            files.into_iter().map(|(module, file, text)| (module.clone(), read(&module, file, text, &known))).collect(),
        )
    }

    /// For each file the files that it uses.
    pub(super) fn edges(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let targets = |module: &Module| module.used.iter().filter_map(|path| self.file_of(path.clone())).collect();
        self.0.values().map(|module| (module.file.as_str(), targets(module))).collect()
    }

    /// The file that defines what a path names; none for a folder, whose names are followed one by one.
    fn file_of(&self, mut path: Path) -> Option<&str> {
        for _ in 0..DEEPEST {
            let depth = (1..=path.len()).rev().find(|depth| self.0.contains_key(&path[..*depth]))?;
            let module = &self.0[&path[..depth]];
            let Some(name) = path.get(depth) else {
                return Some(module.file.as_str()).filter(|file| !file.ends_with("/mod.rs"));
            };
            let Some(origin) = module.handed_on.get(name) else { return Some(&module.file) };
            path = [origin.as_slice(), &path[depth + 1..]].concat();
        }
        None
    }
}

/// The path of a file as a module.
fn module_of(file: &str) -> Path {
    let name = file.trim_end_matches(".rs").trim_end_matches("/mod");
    name.split('/').map(str::to_owned).collect()
}

fn read(module: &[String], file: String, text: &str, known: &BTreeSet<Path>) -> Module {
    let code = Taken::without_tests(text).code;
    let (uses, rest) = uses_of(&code);
    let (mut handed_on, mut used, mut names) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
    for (is_handed_on, tree) in uses {
        for (path, name) in branches(&[], &tree) {
            let Some(path) = from_the_top(module, &path, known, &BTreeMap::new()) else { continue };
            if is_handed_on {
                handed_on.insert(name, path);
            } else {
                names.insert(name, path.clone());
                used.insert(path);
            }
        }
    }
    used.extend(inline_paths(&rest).filter_map(|path| from_the_top(module, &path, known, &names)));
    Module { file, handed_on, used }
}

/// The path from the top of the program; `None` when it leads out of it.
fn from_the_top(
    module: &[String],
    path: &[String],
    known: &BTreeSet<Path>,
    names: &BTreeMap<String, Path>,
) -> Option<Path> {
    let (first, rest) = path.split_first()?;
    let join = |start: &[String]| [start, rest].concat();
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => Some(join(module)),
        "super" => {
            let above = rest.iter().take_while(|name| *name == "super").count();
            let start = module.get(..module.len().checked_sub(above + 1)?)?;
            Some([start, &rest[above..]].concat())
        }
        _ => {
            let child = [module, std::slice::from_ref(first)].concat();
            if known.contains(&child) { Some(join(&child)) } else { names.get(first).map(|start| join(start)) }
        }
    }
}

/// The `use` declarations, each with whether it only hands names on, and the code around them.
fn uses_of(code: &str) -> (Vec<(bool, String)>, String) {
    let (mut uses, mut rest, mut open) = (Vec::new(), String::new(), None::<(bool, String)>);
    for line in code.lines() {
        let starts = || {
            let line = line.trim_start();
            let is_public = line.starts_with("pub ") || line.starts_with("pub(");
            let use_ =
                if is_public { line.split_once(" use ").map(|(_, tree)| tree) } else { line.strip_prefix("use ") };
            use_.map(|tree| (is_public, tree.to_owned()))
        };
        match open.take() {
            Some((is_public, tree)) => open = Some((is_public, format!("{tree} {line}"))),
            None => open = starts(),
        }
        match &open {
            Some((_, tree)) if tree.contains(';') => uses.extend(open.take()),
            Some(_) => {}
            None => {
                rest.push_str(line);
                rest.push('\n');
            }
        }
    }
    (uses, rest)
}

/// The paths of a tree of names in brackets, each with the name that it has from now on.
fn branches(stem: &[String], tree: &str) -> Vec<(Path, String)> {
    let tree = tree.trim().trim_end_matches(';').trim();
    let Some((stem_here, inside)) = tree.split_once('{') else {
        let (path, name) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name.trim())));
        let mut whole = stem.to_vec();
        whole.extend(path.trim().split("::").filter(|name| !name.is_empty()).map(str::to_owned));
        // `self` at the end of a tree is what the tree stands on.
        if whole.len() > 1 && whole.last().is_some_and(|last| last == "self") {
            whole.pop();
        }
        let name = name.map(str::to_owned).or_else(|| whole.last().cloned()).unwrap_or_default();
        return if whole.is_empty() || name.is_empty() { Vec::new() } else { vec![(whole, name)] };
    };
    let mut stem = stem.to_vec();
    stem.extend(stem_here.split("::").map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned));
    let inside = inside.trim_end().strip_suffix('}').unwrap_or(inside);
    let mut depth = 0usize;
    let parts = inside.split(|c: char| {
        depth = if c == '{' { depth + 1 } else { depth - usize::from(c == '}') };
        c == ',' && depth == 0
    });
    parts.filter(|part| !part.trim().is_empty()).flat_map(|part| branches(&stem, part)).collect()
}

/// Paths of two names or more.
fn inline_paths(code: &str) -> impl Iterator<Item = Path> {
    code.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).filter_map(|word| {
        let names: Path = word.split("::").map(str::to_owned).collect();
        let is_path = names.len() > 1 && names.iter().all(|name| !name.contains(':'));
        is_path.then(|| names.into_iter().filter(|name| !name.is_empty()).collect())
    })
}

#[test]
fn paths_lead_to_the_files_that_define_what_they_name() {
    let file = |path: &str, text: &str| (PathBuf::from(path), text.to_owned());
    let sources = [
        file("a/mod.rs", "mod b;\nmod c;\npub use b::B;\npub(crate) use c::{C, D as E};\npub struct A;\n"),
        file("a/b.rs", "use super::{A, E,\n    c::{self, C}};\nfn f() { c::g(); super::c::h(); crate::z::Z::new() }\n"),
        file("a/c.rs", "use std::fmt;\n#[cfg(test)]\nmod tests {\nuse super::super::b::B;\n}\n"),
        file("z.rs", ""),
        file("z/mod.rs", "use crate::a::B as Other;\nfn f() { Other::new(); y::g() }\n"),
        file("z/y.rs", ""),
    ];
    let modules = Modules::of(&sources);
    let edges = modules.edges();
    let of = |file: &str| edges[file].iter().copied().collect::<Vec<_>>();
    assert_eq!(of("a/b.rs"), ["a/c.rs", "a/mod.rs", "z/mod.rs"]);
    assert!(of("a/mod.rs").is_empty() && of("a/c.rs").is_empty());
    assert_eq!(of("z/mod.rs"), ["a/b.rs", "z/y.rs"]);
}
