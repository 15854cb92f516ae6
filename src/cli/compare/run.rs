//! Running a comparison: arguments to a question, the answer to where it is wanted.

use super::args::{Args, ChangeArgs, What};
use super::output::give;
use super::print;
use crate::cli::shell::Shell;
use crate::workspace::TableQuestion;

pub(in crate::cli) fn run(mut args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    if let Some(What::Change(change)) = args.what.take() {
        return differ(*change, shell);
    }
    let output = args.output.clone();
    let Some(question) = args.question() else { anyhow::bail!("no rows are named; name a field with --rows") };
    let file = TableQuestion::Compare(question.clone());
    give(&question, file, &output, shell, |answer, shell| {
        print::table(answer, output.limit, shell)?;
        Ok(u8::from(answer.about.units == 0))
    })
}

fn differ(args: ChangeArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let output = args.output.clone();
    let question = args.question();
    let file = TableQuestion::CompareChange(question.clone());
    give(&question, file, &output, shell, |answer, shell| {
        print::change(answer, output.limit, shell)?;
        Ok(u8::from(answer.about.units == 0))
    })
}
