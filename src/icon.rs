//! The program as people start it by its icon: without a console, its pages in their browser.

#![cfg_attr(windows, windows_subsystem = "windows")]

use std::process::ExitCode;

/// As that of `weft`.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(weft::cli::run_by_icon(std::env::args_os().nth(1)))
}
