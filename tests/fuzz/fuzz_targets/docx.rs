//! Fuzzes the reader `docx`.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| weft::ingest::fuzzing::docx(data.to_vec()));
