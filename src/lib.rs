//! Weft gathers the recommendations that a State receives from the human-rights mechanisms of the
//! United Nations into one local folder, searches, clusters and links them, and carries the result
//! on into a plan table.
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
//! | 3 | [`view`] | what holds at one revision: decisions over analysis over records | read or write a disk |
//! | 4 | [`plan`] | rules of the plan: which rows it has and what stands in them | write files |
//! | 4 | [`reports`] | answers as plain data: coverage, overlap of mechanisms | format |
//! | 5 | [`exports`] | records, relations and plan tables to CSV, XLSX, DOCX | decide anything |
//! | 5 | [`training`] | for developers: labelled tables, fit, measures, cards of models | know a workspace |
//! | 6 | [`workspace`] | opens a folder and carries out requests; knows all below | parse arguments, print |
//! | 7 | [`cli`] | arguments to requests, answers to the terminal | hold rules of the domain |
//!
//! The data goes one way: `ingest -> records -> store -> (search | analysis) -> view -> (plan | reports) -> exports
//! -> cli`, led by `workspace`. A room uses lower layers only, and in its own layer what the data comes from; a
//! test reads every path and fails otherwise.

pub mod analysis;
pub mod cli;
pub mod domain;
pub mod exports;
pub mod i18n;
pub mod ingest;
pub mod plan;
pub mod records;
pub mod reports;
pub mod search;
pub mod store;
pub mod text;
pub mod training;
pub mod view;
pub mod workspace;
