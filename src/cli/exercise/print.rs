//! Exercises on the terminal.

use crate::cli::plural::plural;
use crate::cli::shell::{Shell, Tone};
use crate::exercise::{Agreement, Between, KEY, Nearest, Score};
use crate::i18n::Words;
use crate::workspace::ExerciseAnswer;

/// Cards that are shown because few groups agree on where they belong.
const LEAST_SETTLED: usize = 10;

/// What was written.
pub(super) fn made(answer: &ExerciseAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let ExerciseAnswer { folder, files, cards, wanted, traps } = answer;
    let (cards_said, traps_said) = (plural(*cards as u64, "card"), plural(*traps as u64, "trap"));
    shell.line(&format!("{cards_said}, {traps_said} among them, in {}", folder.display()))?;
    files.iter().try_for_each(|file| shell.line(&format!("  {file}")))?;
    if *cards < usize::from(*wanted) {
        shell.remark(&format!("{wanted} cards were wished for; no more records fit"));
    }
    Ok(())
}

/// How far groups agree.
pub(super) fn score(score: &Score, shell: &mut Shell) -> anyhow::Result<()> {
    for fault in &score.faults {
        shell.remark(&Words::english().say(fault));
    }
    shell.heading("Against the key")?;
    let rows = score.sheets.iter().map(|sheet| {
        let mut row = vec![sheet.name.clone(), sheet.cards.to_string(), sheet.groups.to_string()];
        row.extend(figures(&sheet.agreement));
        row
    });
    let headings = ["Sheet", "Cards", "Groups", "Adj. Rand", "Fowlkes-M.", "Pairs agreed", "Moves"];
    shell.table(&headings, rows.collect(), &[])?;
    shell.heading("Between groups: adjusted Rand, and moves in brackets")?;
    matrix(score, shell)?;
    disputed(score, shell)?;
    settled(score, shell)
}

fn figures(agreement: &Agreement) -> [String; 4] {
    let Agreement { adjusted_rand, fowlkes_mallows, pairs_agreed, pairs, moves } = agreement;
    [
        format!("{adjusted_rand:.3}"),
        format!("{fowlkes_mallows:.3}"),
        format!("{pairs_agreed} of {pairs}"),
        moves.to_string(),
    ]
}

/// A row and a column a group, the key being the last.
fn matrix(score: &Score, shell: &mut Shell) -> anyhow::Result<()> {
    let names: Vec<&str> = score.sheets.iter().map(|sheet| sheet.name.as_str()).chain([KEY]).collect();
    let cell = |a: &str, b: &str| {
        let is_pair = |one: &&Between| (one.a == a && one.b == b) || (one.a == b && one.b == a);
        let found = score.between.iter().find(is_pair).map(|one| one.agreement);
        found.map_or_else(String::new, |found| format!("{:.2} ({})", found.adjusted_rand, found.moves))
    };
    let row =
        |a: &&str| std::iter::once((*a).to_owned()).chain(names.iter().map(|b| cell(a, b))).collect::<Vec<String>>();
    let headings: Vec<&str> = std::iter::once("").chain(names.iter().copied()).collect();
    shell.table(&headings, names.iter().map(row).collect(), &[])
}

fn disputed(score: &Score, shell: &mut Shell) -> anyhow::Result<()> {
    if score.disputed.is_empty() {
        return Ok(());
    }
    shell.heading("Pairs of cards that groups are most divided on")?;
    for one in &score.disputed {
        let [a, b] = one.cards;
        let key = if one.together_in_key { "together" } else { "apart" };
        shell.line(&format!("  {a} and {b}: together in {} of {}; {key} in the key", one.together, one.of))?;
    }
    Ok(())
}

fn settled(score: &Score, shell: &mut Shell) -> anyhow::Result<()> {
    let mut cards: Vec<&Nearest> = score.nearest.iter().collect();
    cards.sort_by(|x, y| x.share.total_cmp(&y.share).then(x.card.cmp(&y.card)));
    shell.heading("Cards with the one that most groups put beside them, least settled first")?;
    for one in cards.iter().take(LEAST_SETTLED) {
        let with = one.nearest.map_or_else(|| "stays alone".to_owned(), |other| format!("with {other}"));
        shell.line(&format!("  {}: {with}, {} of {}", one.card, one.together, one.of))?;
    }
    if cards.len() > LEAST_SETTLED {
        shell.line(&Tone::Dim.paint(&format!("… {} more: --json", cards.len() - LEAST_SETTLED)))?;
    }
    Ok(())
}
