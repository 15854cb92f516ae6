//! The one integration binary: the program from outside, on files written for Weft.
//!
//! Tests that need real data beside the checkout run when it is there and say so in one line when it
//! is not.

#![expect(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod analysis;
mod browser;
mod calling;
mod carried_over;
mod coarse;
mod compare;
mod contract;
mod counts;
mod decisions;
mod demo;
mod desk;
mod documents;
mod exercise;
mod facets;
mod figures;
mod folders;
mod frozen;
mod growth;
mod hostile;
mod import_undo;
mod imports;
mod interface;
mod judged;
mod kill;
mod killing;
mod later_positions;
mod layers;
mod lists;
mod memory;
mod models;
mod names;
mod national_reports;
mod pages;
mod paper;
mod plan;
mod plan_editions;
mod plan_import;
mod plan_writing;
mod power;
mod processes;
mod program;
mod real_data;
mod real_documents;
mod recount;
mod requests;
mod round_trip;
mod same_ask;
mod search;
mod search_sets;
mod slips;
mod snapshots;
mod topics;
mod trials;
mod trials_documents;
mod trials_pdf;
mod trials_tables;
mod undo;
mod verdicts;
mod vocabulary;
mod ways_back;
mod widths;
