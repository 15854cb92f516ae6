//! Weft gathers the recommendations that a State receives from the human-rights mechanisms of the
//! United Nations into one local folder, searches, clusters and links them, and keeps the plan of measures that
//! answer them.
//!
//! # The map of the house
//!
//! | layer | room | what it is for | what it must not do |
//! |---|---|---|---|
//! | 0 | [`domain`] | the nouns and their rules, the closed vocabularies | read files, know other rooms |
//! | 0 | [`text`] | pure text: cleaning, numbers, States, instruments, verbs | know records |
//! | 1 | [`i18n`] | words of codes, in the language of the reader | know more than the nouns |
//! | 1 | [`ingest`] | foreign files to records and rejections | know the store |
//! | 1 | [`records`] | many sources, one record: known or new, merge, absorb, positions | read files, know the store |
//! | 1 | [`store`] | records, decisions and the journal on disk: the truth | hold rules of the field |
//! | 2 | [`search`] | full text, a cache | know the store |
//! | 2 | [`analysis`] | applies models: tags, relations, clusters, lineages | fit models, know the store |
//! | 3 | [`view`] | what holds at one revision: decisions laid over analysis over records; what a question and a command are | read or write a disk |
//! | 4 | [`plan`] | the plan: its table of asks, measures with what they answer, what is missing, what is due, its tables that go out and come back | decide, write files |
//! | 4 | [`reports`] | one question a file, its answer as plain data | format, write files |
//! | 4 | [`exercise`] | sorting exercises of trainers: cards by a seed, sheets of groups, how far they agree | read or write files |
//! | 5 | [`figures`] | answers as pictures: SVG text, and pixels of it | count anything, write files |
//! | 5 | [`exports`] | records, relations, plans, national reports, exercises and tables of answers to CSV, JSON, XLSX, DOCX, HTML, calendar files | decide anything |
//! | 5 | [`training`] | for developers: labelled tables, fit, measures, cards of models | know a workspace |
//! | 6 | [`workspace`] | opens a folder; commands of people and long jobs; knows all below | parse arguments, print |
//! | 7 | [`ui`] | pages in the browser of this computer: addresses to questions, answers to markup | hold rules of the domain, count anything |
//! | 8 | [`cli`] | arguments to requests, answers to the terminal | hold rules of the domain |
//!
//! The data goes one way: `ingest -> records -> store -> (search | analysis) -> view -> (plan | reports)`, from
//! there to a file by `exports` or `figures` or to a screen by `cli`; `workspace` reads and writes the disk for all
//! of them. A room uses lower layers only, and in its own layer what the data comes from; `tests/it/layers` reads
//! every path and fails otherwise.
//!
//! # Where something new goes
//!
//! - *A file format*: a reader in `ingest`, which `ingest/readers.rs` chooses by what `ingest/detect.rs` sees.
//! - *A report*: a file in `reports` with the question, its answer and how it is answered, and its name among the
//!   requests in `workspace/request`; arguments and print in a file of `cli` named after the command. What it
//!   is as a file is said in `workspace/written/table_question.rs`: its tables by `compare_tables.rs` or a file beside
//!   it, its figures by `figures`; `exports` writes them.
//! - *A report to a mechanism or at home*: a file in `reports/national` that makes sections of the plan, its name in
//!   `workspace/written/report.rs`; `exports/report` writes each of them.
//! - *A look at the folder itself*, its journal, index or files: a lookup in `workspace/lookups`.
//! - *A figure*: a file in `figures` from an answer to a drawing, its question in `workspace/written/figure_question.rs`, its
//!   words in `figures.ftl` of every language of figures.
//! - *Work that takes its time*: a job in `workspace/jobs`, which tells how far it is and can be stopped.
//! - *A kind of exercise*: in `exercise/kind.rs`, its cards and their categories in `exercise/draw`, its words in
//!   `i18n/LANGUAGE/exercise.ftl`.
//! - *A decision of people*: its variant in `domain/decision.rs`, a command in `workspace/commands`, what it lies
//!   over in `view`; the store keeps it as it comes, and the journal and undo know it by that.
//! - *A field of the plan*: its fact in `domain/plan/fact.rs` and what it fills in `book.rs`, how people write it in
//!   `workspace/commands/plan/settable.rs`, its headings in `corpora/reference/plan_columns.csv`.
//! - *A rule of the plan*: in `plan/check`, its words in `plan.ftl`.
//! - *A column of tables that go out and come back*: in `domain/exchange/sheet.rs`, its headings in
//!   `corpora/reference/exchange_words.csv`, its text in `plan/exchange/cells.rs`, of recommendations in `review.rs`; what
//!   it decides in `workspace/commands/plan/taken_cell.rs` and `reviewed.rs`.
//! - *A check of what came back*: in `plan/exchange/checked.rs`, what it says in `plan/exchange/problem.rs`.
//! - *Words*: the catalogue of its language in `i18n`, by the code that a room sends; sentences that only the terminal
//!   says stand in `cli`.
//! - *A page*: a file in `ui/pages` with its question and its markup, its address in `ui/routes.rs`, its words in `ui.ftl`.
//!   What it lists is a table of the same file and an address in `ui/twin.rs`; what programs read of it is described in
//!   `ui/api/description.rs`.
//! - *A test*: beside what it tests where that is one file, else in `tests/it`, which makes its files itself.

pub mod analysis;
pub mod cli;
pub mod domain;
pub mod exercise;
pub mod exports;
pub mod figures;
pub mod i18n;
pub mod ingest;
pub mod plan;
pub mod records;
pub mod reports;
pub mod search;
pub mod store;
pub mod text;
pub mod training;
pub mod ui;
pub mod view;
pub mod workspace;
