//! The program: parse, run, say what went wrong and what to do about it.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(weft::cli::run(std::env::args_os()))
}
