//! An independent recount: totals, counts, files and pages of searches against plain code over the rows of
//! `export recommendations`, which knows nothing of the search.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use serde_json::Value;

use crate::desk::{Desk, shared};

type Row = HashMap<String, String>;

/// Fields that rows and searches both know: as queries name them, as answers do.
const FIELDS: [(&str, &str); 15] = [
    ("mechanism", "mechanism"),
    ("body", "body"),
    ("state", "state"),
    ("by", "recommending_state"),
    ("cycle", "cycle"),
    ("session", "session"),
    ("position", "position"),
    ("kind", "kind"),
    ("issue", "issue"),
    ("theme", "theme"),
    ("group", "group"),
    ("sdg", "sdg"),
    ("entity", "entity"),
    ("cluster", "cluster"),
    ("cites", "instrument"),
];

/// The values of a field that a row has.
fn values(row: &Row, field: &str) -> BTreeSet<String> {
    let list = |column: &str| row[column].split('|').filter(|value| !value.is_empty()).map(str::to_owned);
    match field {
        "by" => list("recommending_states").collect(),
        "position" if row["mechanism"] != "upr" => BTreeSet::new(),
        "issue" => list("issues").collect(),
        "theme" => list("themes").collect(),
        "group" => list("groups").collect(),
        "sdg" => list("sdg_targets").flat_map(|code| [code.split('.').next().unwrap().to_owned(), code]).collect(),
        "entity" => list("lead").chain(list("support")).collect(),
        "cluster" => list("theme_cluster").chain(list("cluster")).collect(),
        "cites" => list("instruments").collect(),
        plain => list(plain).collect(),
    }
}

/// The records of a workspace, each once.
fn records(desk: &Desk) -> BTreeMap<String, Row> {
    desk.export(["recommendations"]).into_iter().map(|row| (row["id"].clone(), row)).collect()
}

/// A value of a field, wanted or not.
struct Clause {
    field: &'static str,
    value: String,
    sign: &'static str,
}

impl Clause {
    fn some(records: &[&Row], random: &mut Xoshiro256PlusPlus) -> Self {
        loop {
            let field = FIELDS[random.gen_range(0..FIELDS.len())].0;
            let row = records[random.gen_range(0..records.len())];
            let own: Vec<String> = values(row, field).into_iter().collect();
            if !own.is_empty() {
                let value = own[random.gen_range(0..own.len())].clone();
                return Self { field, value, sign: ["", "", "-", "NOT ", "!"][random.gen_range(0..5)] };
            }
        }
    }

    fn fits(&self, row: &Row) -> bool {
        values(row, self.field).contains(&self.value) == self.sign.is_empty()
    }
}

/// Clauses that must all hold, or one of them.
struct Question {
    clauses: Vec<Clause>,
    joint: &'static str,
}

impl Question {
    fn some(records: &[&Row], random: &mut Xoshiro256PlusPlus) -> Self {
        let clauses = (0..random.gen_range(1..4)).map(|_| Clause::some(records, random)).collect();
        Self { clauses, joint: [" ", " AND ", " OR "][random.gen_range(0..3)] }
    }

    fn text(&self) -> String {
        let clause = |clause: &Clause| format!("{}{}:\"{}\"", clause.sign, clause.field, clause.value);
        self.clauses.iter().map(clause).collect::<Vec<_>>().join(self.joint)
    }

    fn fits(&self, row: &Row) -> bool {
        let mut each = self.clauses.iter().map(|clause| clause.fits(row));
        if self.joint == " OR " { each.any(|fits| fits) } else { each.all(|fits| fits) }
    }
}

/// What a search with options answers.
fn asked(desk: &Desk, options: &[&str], text: &str) -> Value {
    let line: Vec<&str> = ["search", "--json"].into_iter().chain(options.iter().copied()).chain(["--", text]).collect();
    let done = desk.run(&line);
    serde_json::from_str(&done.stdout).unwrap_or_else(|error| panic!("{line:?}: {error}: {}", done.stderr))
}

/// How many rows have each value of a field.
fn counted(rows: &[&Row], field: &str) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    rows.iter().flat_map(|row| values(row, field)).for_each(|value| *counts.entry(value).or_default() += 1);
    counts
}

/// Pairs of a value and its count, without records that have none, and without groups that the export leaves out.
fn told<'v>(pairs: impl Iterator<Item = (&'v Value, &'v Value)>) -> BTreeMap<String, u64> {
    let pair = |(value, count): (&Value, &Value)| (value.as_str().unwrap().to_owned(), count.as_u64().unwrap());
    let is_value = |(value, _): &(String, u64)| !value.is_empty() && value != "(none)" && !value.starts_with("x_");
    pairs.map(pair).filter(is_value).collect()
}

fn ids(hits: &Value) -> Vec<String> {
    hits.as_array().unwrap().iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect()
}

/// Everything that says how many, about one question.
fn check(desk: &Desk, records: &BTreeMap<String, Row>, question: &Question, random: &mut Xoshiro256PlusPlus) {
    let text = question.text();
    let expected: Vec<&Row> = records.values().filter(|row| question.fits(row)).collect();
    let wanted: BTreeSet<String> = expected.iter().map(|row| row["id"].clone()).collect();
    let answer = asked(desk, &["-n", "3"], &text);
    assert_eq!(answer["total"].as_u64(), Some(expected.len() as u64), "{text}");
    for (field, name) in FIELDS {
        let pairs = answer["facets"][name].as_array().unwrap().iter().map(|pair| (&pair[0], &pair[1]));
        if !expected.is_empty() {
            assert_eq!(told(pairs), counted(&expected, field), "{text}: facet {name}");
        }
    }
    let (field, name) = FIELDS[random.gen_range(0..FIELDS.len())];
    let table = asked(desk, &["--count-by", name], &text);
    let pairs = table["rows"].as_array().unwrap().iter().map(|row| (&row[0][0], &row[1]));
    assert_eq!(told(pairs), counted(&expected, field), "{text}: counted by {name}");
    assert_eq!(table["total"], answer["total"], "{text}");
    let csv = desk.run(["search", "--csv", "--", &text]).stdout;
    let rows: Vec<Row> = csv::Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect();
    let listed: BTreeSet<String> = rows.iter().map(|row| row["id"].clone()).collect();
    assert_eq!((rows.len(), &listed), (expected.len(), &wanted), "{text}: rows of CSV");
    paged(desk, &text, &wanted);
}

/// Pages join to all that fits, without gaps or repeats; a file holds the same.
fn paged(desk: &Desk, text: &str, wanted: &BTreeSet<String>) {
    let step = wanted.len() / 3 + 1;
    let mut met: Vec<String> = Vec::new();
    for page in 0..4 {
        let (offset, limit) = ((page * step).to_string(), step.to_string());
        met.extend(ids(&asked(desk, &["--sort", "date", "--offset", &offset, "-n", &limit], text)["hits"]));
    }
    let once: BTreeSet<String> = met.iter().cloned().collect();
    assert_eq!((met.len(), &once), (wanted.len(), wanted), "{text}: pages");
    desk.run(["search", "--out", "all.json", "--", text]);
    let file: Value = serde_json::from_slice(&std::fs::read(desk.folder().join("all.json")).unwrap()).unwrap();
    assert_eq!(ids(&file["records"]).into_iter().collect::<BTreeSet<_>>(), *wanted, "{text}: a file");
}

fn recounted(desk: &Desk, questions: usize) {
    let records = records(desk);
    let rows: Vec<&Row> = records.values().collect();
    let mut random = Xoshiro256PlusPlus::seed_from_u64(20_261_129);
    for _ in 0..questions {
        let question = Question::some(&rows, &mut random);
        check(desk, &records, &question, &mut random);
    }
}

#[test]
fn a_recount_of_the_demo_gives_what_searches_counts_and_files_say() {
    recounted(&Desk::demo(), 24);
}

#[test]
fn a_recount_of_real_exports_gives_what_searches_counts_and_files_say() {
    let Some(data) = shared() else {
        eprintln!("skipped: no real data beside the checkout");
        return;
    };
    let desk = Desk::new();
    for file in ["uhri/export-full-en.json", "upr_info/original/voluntary.xls"] {
        desk.imported(&data.join(file).to_string_lossy());
    }
    desk.analyse();
    recounted(&desk, 4);
}

#[test]
fn a_recount_of_asks_and_pairs_gives_what_the_overview_says() {
    let desk = Desk::demo();
    let records = records(&desk);
    let mut asks: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    let is_of_plan = |row: &&Row| ["recommendation", "pledge"].contains(&row["kind"].as_str());
    records.values().filter(is_of_plan).for_each(|row| asks.entry(row["ask"].as_str()).or_default().push(row));
    let overview = desk.json(["overview"])["overview"].clone();
    let repeats = |name: &str| overview["repeats"][name].as_u64().unwrap() as usize;
    assert_eq!(repeats("asks"), asks.len());
    assert_eq!(repeats("records"), asks.values().map(Vec::len).sum::<usize>());
    assert_eq!(repeats("repeated_asks"), asks.values().filter(|members| members.len() > 1).count());
    assert_eq!(repeats("besides_first"), repeats("records") - repeats("asks"));
    let parts = ["within_one", "over_documents", "over_cycles", "over_mechanisms"].map(repeats);
    assert_eq!(parts.iter().sum::<usize>(), repeats("repeated_asks"));
    let mechanisms = |members: &&Vec<&Row>| members.iter().map(|row| &row["mechanism"]).collect::<BTreeSet<_>>().len();
    assert_eq!(repeats("over_mechanisms"), asks.values().filter(|members| mechanisms(members) > 1).count());
    let pairs = desk.export(["relations"]);
    for kind in overview["relations"].as_array().unwrap() {
        let rows = pairs.iter().filter(|row| row["kind"] == kind["kind"].as_str().unwrap()).count();
        assert_eq!(kind["pairs"].as_u64(), Some(rows as u64), "one row a pair: {kind}");
    }
    let size = records.len() as u64;
    assert_eq!(overview["possible_pairs"].as_u64(), Some(size * (size - 1) / 2), "the demo is of one State");
    let duplicates = desk.json(["duplicates"])["list"].clone();
    assert_eq!(duplicates["total"].as_u64().unwrap() as usize, repeats("repeated_asks"));
    assert_eq!(duplicates["of_asks"].as_u64().unwrap() as usize, repeats("asks"));
}
