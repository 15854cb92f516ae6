//! Searches of the demo beside what a reader judged relevant, query by query, in six languages.
//!
//! The judgements were made by reading all records, without the program. Grades: 2 answers the
//! query squarely, 1 in part.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use crate::desk::Desk;

/// Least means over all queries; what is reached is printed.
const NDCG: f64 = 0.80;
const RECALL: f64 = 0.86;

struct Judged {
    language: String,
    query: String,
    relevant: HashMap<String, u32>,
}

fn judged() -> Vec<Judged> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/judged_queries.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let row = |row: csv::StringRecord| {
        let grade = |cell: &str| {
            let (reference, grade) = cell.rsplit_once('=').unwrap();
            (reference.to_owned(), grade.parse().unwrap())
        };
        Judged {
            language: row[0].to_owned(),
            query: row[1].to_owned(),
            relevant: row[2].split('|').map(grade).collect(),
        }
    };
    reader.records().map(|r| row(r.unwrap())).collect()
}

/// Gain over the ideal gain, discounted by rank (Järvelin and Kekäläinen, 2002).
fn ndcg(found: &[u32], relevant: &HashMap<String, u32>) -> f64 {
    let gain = |grades: &[u32]| -> f64 {
        let of = |(at, grade): (usize, &u32)| (2f64.powi(*grade as i32) - 1.0) / ((at + 2) as f64).log2();
        grades.iter().take(10).enumerate().map(of).sum()
    };
    let mut ideal: Vec<u32> = relevant.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    gain(found) / gain(&ideal)
}

#[test]
fn judged_queries_find_what_a_reader_expects() {
    let desk = Desk::demo();
    let mut measures: BTreeMap<String, Vec<(f64, f64)>> = BTreeMap::new();
    let judged = judged();
    assert!(judged.len() >= 120);
    for Judged { language, query, relevant } in &judged {
        // Where nothing is found the exit code says so; that is an answer too.
        let run = desk.run(["search", "--json", "-n", "50", "--", query]);
        let answer: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        let hits = answer["hits"].as_array().unwrap().iter();
        // Judgements name a record without a paragraph by the head of its identifier.
        let grade = |hit: &serde_json::Value| {
            let (reference, id) = (hit["reference"].as_str().unwrap(), hit["id"].as_str().unwrap());
            let is_it = |named: &str| named == reference || named.ends_with(&format!("#{}", &id[..8]));
            relevant.iter().find(|(named, _)| is_it(named)).map(|(_, grade)| *grade)
        };
        let graded: Vec<Option<u32>> = hits.map(grade).collect();
        let grades: Vec<u32> = graded.iter().map(|grade| grade.unwrap_or(0)).collect();
        let found = graded.iter().flatten().count();
        let measured = (ndcg(&grades, relevant), found as f64 / relevant.len() as f64);
        measures.entry(language.clone()).or_default().push(measured);
        measures.entry("all".to_owned()).or_default().push(measured);
    }
    let mean = |list: &[(f64, f64)], of: fn(&(f64, f64)) -> f64| list.iter().map(of).sum::<f64>() / list.len() as f64;
    for (language, list) in &measures {
        println!(
            "{language}: {} queries, nDCG@10 {:.3}, recall@50 {:.3}",
            list.len(),
            mean(list, |m| m.0),
            mean(list, |m| m.1)
        );
    }
    let all = &measures["all"];
    assert!(mean(all, |m| m.0) >= NDCG && mean(all, |m| m.1) >= RECALL);
}
