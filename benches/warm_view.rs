//! Questions and a decision on a view that stands, as a page or an API asks them: the middle of some runs.
//!
//! Run with `cargo bench --bench warm_view -- WORKSPACE`: a folder that has been analysed. Give it a copy: the
//! decisions that are measured stay in its history.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark takes times and prints them")]

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::json;
use weft::reports::{Cards, ClusterCard, ClusterList, FirstLook};
use weft::view::Question;
use weft::workspace::commands::RenameCluster;
use weft::workspace::request::Request;
use weft::workspace::{Silent, Workspace};

const RUNS: usize = 21;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let Some(folder) = std::env::args().skip(1).find(|argument| Path::new(argument).join("weft.toml").exists()) else {
        println!("warm_view: skipped; name a workspace: cargo bench --bench warm_view -- FOLDER");
        return;
    };
    let mut workspace = Workspace::open(Path::new(&folder)).expect("the workspace opens");
    let owner = workspace.owner();
    let view = workspace.view().expect("the workspace is analysed");
    let clusters = workspace.ask(&ClusterList::default(), &owner).expect("there are clusters");
    let middle = clusters[clusters.len() / 2].number;
    let member = view.clusters(owner.language).iter().find(|cluster| cluster.number == middle).expect("it is listed");
    let card = Cards { wanted: member.members[0].to_string() };
    ask(&workspace, "card of a record", &card);
    ask(&workspace, "list of clusters", &ClusterList::default());
    ask(&workspace, "card of a cluster", &ClusterCard { number: middle });
    ask(&workspace, "overview", &FirstLook {});
    asked(
        &mut workspace,
        "search of two words",
        json!({"look": {"search": {"query": {"text": "domestic violence", "limit": 25, "folds": true}}}}),
    );
    asked(&mut workspace, "counts by issue", json!({"ask": {"compare": {"rows": "issue", "columns": "cycle"}}}));
    asked(
        &mut workspace,
        "share supported by region",
        json!({"ask": {"compare": {"rows": "region", "share": {"field": "position", "values": ["supported"]}}}}),
    );
    asked(
        &mut workspace,
        "change by issue",
        json!({"ask": {"compare-change": {"rows": "issue", "from": {"field": "cycle", "values": ["1"]}, "to": {"field": "cycle", "values": ["2"]}}}}),
    );
    asked(&mut workspace, "overlap", json!({"ask": {"overlap": {}}}));
    asked(&mut workspace, "what repeats", json!({"ask": {"duplicate-list": {"limit": 500}}}));
    let title = |n: usize| format!("Measured {n}");
    let mut n = 0;
    show("rename, and the list after it", || {
        n += 1;
        let command = RenameCluster { number: middle, title: title(n) };
        workspace.decide(&command, &owner).expect("it is renamed");
        workspace.ask(&ClusterList::default(), &owner).expect("it is listed");
    });
    let back = RenameCluster { number: middle, title: member.title.clone() };
    workspace.decide(&back, &owner).expect("it has its title again");
}

fn ask<Q: Question>(workspace: &Workspace, name: &str, question: &Q) {
    let owner = workspace.owner();
    show(name, || _ = workspace.ask(question, &owner).expect("it is answered"));
}

/// A request as it comes over a wire.
fn asked(workspace: &mut Workspace, name: &str, request: serde_json::Value) {
    let owner = workspace.owner();
    let request: Request = serde_json::from_value(request).expect("it is a request");
    show(name, || _ = workspace.serve(&request, &owner, &Silent).expect("it is answered"));
}

/// The first run makes what the view makes once; the middle is that of the others.
fn show(name: &str, mut run: impl FnMut()) {
    let mut time = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let first = time();
    let mut times: Vec<Duration> = (0..RUNS).map(|_| time()).collect();
    times.sort_unstable();
    println!("{name:<32} first {:>8.1} ms, then {:>8.2} ms", millis(first), millis(times[RUNS / 2]));
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1_000.0
}
