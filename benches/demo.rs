//! How long the demo takes: reading, analysing, searching. Run with `cargo bench`.
//!
//! The figures serve to compare two versions on one machine; claims about speed are made against
//! another program in the same run.

use std::path::Path;

use tempfile::TempDir;
use weft::domain::Language;
use weft::workspace::{DemoExtent, jobs::Analyse};
use weft::workspace::{Finder, SearchQuery, Silent, Workspace};

fn main() {
    divan::main();
}

fn demo(folder: &Path) -> Workspace {
    Workspace::demo(folder, DemoExtent::WithoutPlan, &Silent).expect("the demo builds");
    Workspace::open(folder).expect("the demo opens")
}

#[divan::bench(sample_count = 10)]
fn build_the_demo(bencher: divan::Bencher) {
    bencher.with_inputs(|| TempDir::new().expect("a temporary folder")).bench_refs(|folder| {
        Workspace::demo(&folder.path().join("demo"), DemoExtent::WithoutPlan, &Silent).expect("the demo builds")
    });
}

#[divan::bench(sample_count = 10)]
fn analyse_from_nothing(bencher: divan::Bencher) {
    let folder = TempDir::new().expect("a temporary folder");
    let mut workspace = demo(&folder.path().join("demo"));
    let (asker, cache) = (workspace.owner(), workspace.folder().join("cache"));
    bencher.with_inputs(|| std::fs::remove_dir_all(&cache).ok()).bench_local_values(|_| {
        workspace.run(&Analyse::default(), &asker, &Silent).expect("the analysis runs");
    });
}

#[divan::bench(args = ["torture", "\"death penalty\" NOT moratorium", "discriminat*"])]
fn search(bencher: divan::Bencher, query: &str) {
    let folder = TempDir::new().expect("a temporary folder");
    let workspace = demo(&folder.path().join("demo"));
    let query = SearchQuery { text: query.to_owned(), limit: 10, ..SearchQuery::default() };
    drop(workspace);
    let finder = Finder::open(&folder.path().join("demo"), None, &Silent).expect("the index opens");
    bencher.bench(|| finder.search(&query).expect("the search runs"));
}

#[divan::bench]
fn read_a_text(bencher: divan::Bencher) {
    let text =
        "Consider ratifying the Optional Protocol to the Convention against Torture and train all police officers";
    bencher.bench(|| weft::text::read(divan::black_box(text), Language::En));
}
