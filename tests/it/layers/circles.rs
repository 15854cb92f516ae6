//! No two files of a room use each other, directly or round about.

use std::collections::{BTreeMap, BTreeSet};

use super::known::assert_known;
use super::paths::Modules;
use super::source::sources;

/// Files that still use each other round about, a circle a row.
const KNOWN_CIRCLES: &[&[&str]] = &[];

/// The files that each file leads to, over any number of others.
fn reached<'a>(edges: &BTreeMap<&'a str, BTreeSet<&'a str>>, from: &str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&str> = edges.get(from).into_iter().flatten().copied().collect();
    while let Some(next) = open.pop() {
        if let Some((file, more)) = edges.get_key_value(next)
            && reached.insert(*file)
        {
            open.extend(more);
        }
    }
    reached
}

/// The largest sets of files that all lead to each other.
fn circles<'a>(edges: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<Vec<&'a str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = edges.keys().map(|file| (*file, reached(edges, file))).collect();
    let circle = |file: &'a str| -> Vec<&'a str> {
        let round: BTreeSet<&'a str> = edges.keys().copied().filter(|other| reached[other].contains(file)).collect();
        round.intersection(&reached[file]).copied().collect()
    };
    edges.keys().map(|file| circle(file)).filter(|circle| circle.len() > 1).collect()
}

/// Edges between files of one room.
fn inside_rooms<'a>(edges: BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let room = |file: &str| file.split('/').next().unwrap_or("").to_owned();
    let inside = |(file, mut targets): (&'a str, BTreeSet<&'a str>)| {
        targets.retain(|target| *target != file && room(target) == room(file));
        (file, targets)
    };
    edges.into_iter().map(inside).collect()
}

#[test]
fn no_files_of_a_room_use_each_other() {
    let sources = sources();
    let modules = Modules::of(&sources);
    let found = circles(&inside_rooms(modules.edges()));
    let known = KNOWN_CIRCLES.iter().map(|circle| circle.to_vec()).collect();
    assert_known("files of a room do not use each other, directly or round about", &found, &known);
}

#[test]
fn a_circle_is_found_over_any_number_of_files() {
    let edges = |pairs: &[(&'static str, &'static str)]| {
        let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (from, to) in pairs {
            edges.entry(*to).or_default();
            edges.entry(*from).or_default().insert(*to);
        }
        edges
    };
    let found = circles(&edges(&[("a", "b"), ("b", "c"), ("c", "a"), ("a", "d"), ("d", "e")]));
    assert_eq!(found, BTreeSet::from([vec!["a", "b", "c"]]));
    assert!(circles(&inside_rooms(edges(&[("x/a", "y/b"), ("y/b", "x/a"), ("x/a", "x/a")]))).is_empty());
}
