//! Searching 268,000 records beside SQLite FTS5, on the same rows and queries in one run.
//!
//! Run with `cargo bench --bench search_scale -- DATA`, where DATA is a table with the columns
//! `text`, `state_under_review`, `recommending_state`, `session`, `response` and `issues` (joined with `|`), or
//! without DATA to see what is needed. Rows are made of the halves of two rows of the table each, so
//! that they have its words and are not alike. Weft ranks, counts all facets and marks snippets;
//! FTS5 ranks and marks, and counts what fits in a second pass.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark takes times and prints them")]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256StarStar;
use rusqlite::{Connection, params};
use weft::domain::vocabulary::StateRegister;
use weft::domain::{DaySpan, Facet, FacetValue, Language, RecordId, Wording};
use weft::search::{Asking, Marker, Origin, Parts, SearchDocument, SearchIndex, SearchRequest};

/// As many as the full export of UHRI has.
const RECORDS: usize = 268_000;
const QUERIES: usize = 1_000;
const SEED: u64 = 20_080_407;

/// A row of the table.
struct Row {
    text: String,
    facets: Vec<FacetValue>,
}

fn main() {
    let path = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let Some(path) = path.filter(|path| Path::new(path).exists()) else {
        println!("search_scale: skipped; name a table of rows: cargo bench --bench search_scale -- rows.csv");
        return;
    };
    let mut random = Xoshiro256StarStar::seed_from_u64(SEED);
    let rows = rows(Path::new(&path));
    let made: Vec<Row> = (0..RECORDS).map(|_| joined(&rows, &mut random)).collect();
    let queries: Vec<(String, String)> = (0..QUERIES).map(|_| query(&made, &mut random)).collect();
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let weft = weft(&made, &queries, &folder.path().join("index"));
    let (top, counted) = fts5(&made, &queries, &folder.path().join("fts5.db"));
    println!(
        "{:<42} {:>8} {:>8} {:>8} {:>8}",
        format!("{QUERIES} queries, {RECORDS} records"),
        "p50",
        "p95",
        "p99",
        "all"
    );
    show("weft: ranked, all facets, snippets", &weft);
    show("fts5: ranked, snippets", &top);
    show("fts5: ranked, snippets, total", &counted);
    let ratio = |share: f64| at(&counted, share).as_secs_f64() / at(&weft, share).as_secs_f64();
    println!(
        "fts5 with total takes {:.2} (p50), {:.2} (p95), {:.2} (p99) times as long",
        ratio(0.5),
        ratio(0.95),
        ratio(0.99)
    );
}

fn rows(path: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(path).expect("the table opens");
    let row = |row: BTreeMap<String, String>| {
        let of = |column: &str| row.get(column).map(String::as_str).unwrap_or_default();
        let session: u8 = of("session").parse().unwrap_or(1);
        let mut facets = vec![
            (Facet::Mechanism, "upr".to_owned()),
            (Facet::Body, "UPR".to_owned()),
            (Facet::State, of("state_under_review").to_owned()),
            (Facet::RecommendingState, of("recommending_state").to_owned()),
            (Facet::Session, session.to_string()),
            (Facet::Cycle, if session <= 12 { "1" } else { "2" }.to_owned()),
            (Facet::Position, of("response").to_lowercase()),
            (Facet::Kind, "recommendation".to_owned()),
            (Facet::Language, "en".to_owned()),
        ];
        for (at, issue) in of("issues").split('|').filter(|issue| !issue.is_empty()).enumerate() {
            facets.push((Facet::Issue, issue.to_owned()));
            // Stand-ins of the usual number and spread for what an analysis would give.
            let spread = issue.len() * 7 % 17 + 1;
            facets.push((Facet::Sdg, spread.to_string()));
            facets.push((Facet::Sdg, format!("{spread}.{}", session % 7 + 1)));
            facets.push((Facet::Group, format!("group_{}", issue.len() % 19)));
            facets.push((Facet::Entity, format!("entity_{}", (issue.len() + at) % 23)));
            facets.push((Facet::Cluster, format!("{spread}.{}", of("text").len() % 40)));
        }
        Row { text: of("text").to_owned(), facets: facets.into_iter().map(FacetValue::from).collect() }
    };
    reader.deserialize().map(|r| row(r.expect("a row of the table"))).collect()
}

/// The first half of one row and the second of another, with the facets of the first.
fn joined(rows: &[Row], random: &mut impl Rng) -> Row {
    let (first, second) = (&rows[random.gen_range(0..rows.len())], &rows[random.gen_range(0..rows.len())]);
    let (head, tail): (Vec<&str>, Vec<&str>) = (first.text.split(' ').collect(), second.text.split(' ').collect());
    let text = [&head[..head.len().div_ceil(2)], &tail[tail.len() / 2..]].concat().join(" ");
    let mut facets = first.facets.clone();
    facets.sort();
    facets.dedup();
    Row { text, facets }
}

/// The same query for both: words, pairs, phrases, beginnings, alternatives, exclusions.
fn query(rows: &[Row], random: &mut impl Rng) -> (String, String) {
    let text = &rows[random.gen_range(0..rows.len())].text;
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 3 && word.chars().all(|c| c.is_ascii_alphabetic()))
        .collect();
    if words.len() < 4 {
        return query(rows, random);
    }
    let at = random.gen_range(0..words.len() - 2);
    let (a, b, c) = (words[at], words[at + 1], words[at + 2]);
    let quoted = |word: &str| format!("\"{word}\"");
    match random.gen_range(0..20) {
        0..7 => (a.to_owned(), quoted(a)),
        7..12 => (format!("{a} {c}"), format!("{} AND {}", quoted(a), quoted(c))),
        12..14 => (format!("{a} {b} {c}"), format!("{} AND {} AND {}", quoted(a), quoted(b), quoted(c))),
        14..16 => (format!("\"{a} {b}\""), format!("\"{a} {b}\"")),
        16..18 => (format!("{}*", &a[..4]), format!("{}*", &a[..4])),
        18 => (format!("{a} OR {c}"), format!("{} OR {}", quoted(a), quoted(c))),
        _ => (format!("{a} NOT {c}"), format!("{} NOT {}", quoted(a), quoted(c))),
    }
}

fn weft(rows: &[Row], queries: &[(String, String)], folder: &Path) -> Vec<Duration> {
    let start = Instant::now();
    let mut index = SearchIndex::open(folder).expect("an index");
    let document = |(at, row): (usize, &Row)| SearchDocument {
        id: RecordId(at as u64 + 1),
        reference: format!("A/HRC/{}/{} ¶{at}", at % 60, at % 30),
        source_ids: vec![format!("source-{at}")],
        texts: vec![Wording { language: Language::En, text: row.text.clone() }],
        citation: format!("A/HRC/{}/{} | {at}", at % 60, at % 30),
        facets: row.facets.clone(),
        published: None,
        days: DaySpan::of_year(2008 + (at % 17) as i16),
        symbol: format!("A/HRC/{}/{}", at % 60, at % 30),
        paragraph: at.to_string(),
        place: format!("{at:09}"),
        is_final: true,
    };
    index.update(rows.iter().enumerate().map(document), Origin::default()).expect("the rows are indexed");
    println!("weft index: {:.1} s, {} MB (with whole documents)", start.elapsed().as_secs_f64(), size(folder));
    let ask = |text: &str| {
        let start = Instant::now();
        let request = SearchRequest { query: text.to_owned(), limit: 10, folds: true, ..SearchRequest::default() };
        let asking = Asking::new(&index, StateRegister::embedded());
        let asked = asking.read(&request).expect("a request");
        let result = asking.search(&asked).expect("a search");
        let marker = Marker::new(&asked, &asking);
        for found in &result.found {
            let (language, text) = found.document.text(Language::En);
            divan::black_box(marker.snippet(language, text, Parts::of(found)));
        }
        start.elapsed()
    };
    // The first search reads the values of the facets.
    let first = ask("torture");
    println!("weft first query: {:.1} ms", first.as_secs_f64() * 1000.0);
    let mut times: Vec<(Duration, &str)> = queries.iter().map(|(text, _)| (ask(text), text.as_str())).collect();
    times.sort_unstable();
    for (time, text) in times.iter().rev().take(5) {
        println!("weft slow: {:.1} ms  {text}", time.as_secs_f64() * 1000.0);
    }
    times.into_iter().map(|(time, _)| time).collect()
}

fn fts5(rows: &[Row], queries: &[(String, String)], file: &Path) -> (Vec<Duration>, Vec<Duration>) {
    let start = Instant::now();
    let mut database = Connection::open(file).expect("a database");
    database.execute_batch("CREATE VIRTUAL TABLE t USING fts5(text, tokenize='porter unicode61')").expect("a table");
    let filling = database.transaction().expect("a transaction");
    {
        let mut insert = filling.prepare("INSERT INTO t(text) VALUES (?)").expect("a statement");
        rows.iter().for_each(|row| _ = insert.execute(params![row.text]).expect("a row"));
    }
    filling.commit().expect("the rows are kept");
    println!("fts5 index: {:.1} s, {} MB", start.elapsed().as_secs_f64(), size(file));
    let mut ranked = database
        .prepare("SELECT rowid, snippet(t, 0, '**', '**', '…', 40) FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10")
        .expect("a statement");
    let mut total = database.prepare("SELECT count(*) FROM t WHERE t MATCH ?").expect("a statement");
    let (mut top, mut counted) = (Vec::new(), Vec::new());
    for (_, text) in queries {
        let start = Instant::now();
        let hits = ranked.query_map(params![text], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)));
        hits.expect("a search").for_each(|hit| _ = divan::black_box(hit.expect("a hit")));
        top.push(start.elapsed());
        divan::black_box(total.query_row(params![text], |row| row.get::<_, i64>(0)).expect("a count"));
        counted.push(start.elapsed());
    }
    top.sort_unstable();
    counted.sort_unstable();
    (top, counted)
}

fn size(path: &Path) -> u64 {
    let bytes = if path.is_dir() {
        std::fs::read_dir(path)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").metadata().expect("a size").len())
            .sum()
    } else {
        path.metadata().expect("a size").len()
    };
    bytes >> 20
}

fn at(times: &[Duration], share: f64) -> Duration {
    times[((times.len() - 1) as f64 * share).round() as usize]
}

fn show(name: &str, times: &[Duration]) {
    let ms = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
    let all: Duration = times.iter().sum();
    println!(
        "{name:<42} {:>8} {:>8} {:>8} {:>7.1} s",
        ms(at(times, 0.5)),
        ms(at(times, 0.95)),
        ms(at(times, 0.99)),
        all.as_secs_f64()
    );
}
