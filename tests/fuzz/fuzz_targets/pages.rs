//! Fuzzes the reader `pages`.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| weft::ingest::fuzzing::pages(text));
