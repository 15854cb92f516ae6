//! Fuzzes the reader `positions`.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| weft::ingest::fuzzing::positions(text));
