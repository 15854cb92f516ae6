//! Who makes asks together: combinations of makers with the asks that all of them make and no other.
//!
//! Sets are drawn as Lex and others do (UpSet, 2014): a bar for each combination, under it the dots of those that
//! make it. Circles that overlap cannot be read beyond three.

use std::cmp::Reverse;

use super::canvas::{Anchor, Area, BODY, Canvas, MARGIN, Place, SMALL, Script, WIDTH};
use super::figure::{Draft, Figure, FigureTable, Foot, HEAD};
use super::label::Label;
use super::letters::fitting;
use super::makers::makers;
use super::palette::{FAINT, INK, MARK, RULE};
use super::values::AxisValue;
use crate::i18n::Words;
use crate::reports::{Combination, OverlapAnswer};

/// Bars that can be read side by side.
const MOST_BARS: usize = 18;
/// Where bars begin.
const LEFT: f64 = 236.0;
/// Height of the longest bar.
const BARS: f64 = 150.0;
/// Height of a row of dots.
const ROW: f64 = 26.0;
/// Widest step from bar to bar.
const WIDEST: f64 = 48.0;

/// Combinations of makers, those of most asks first, `shown` of them and as many as can be read.
#[must_use]
pub fn combinations(answer: &OverlapAnswer, shown: usize, words: &Words) -> Figure {
    let makers = makers(answer, words);
    let mut bars: Vec<&Combination> = answer.combinations.iter().filter(|one| one.asks > 0).collect();
    bars.sort_by_key(|one| Reverse(one.asks));
    let all = bars.len();
    bars.truncate(shown.min(MOST_BARS));
    let mut canvas = Canvas::new(words.language());
    let end = draw(&makers, &bars, &mut canvas);
    let mut notes = Vec::new();
    if bars.len() < all {
        notes.push(words.say(&Label::MoreColumns { shown: bars.len(), all }));
    }
    let several = answer.combinations.iter().filter(|one| one.combination.len() > 1).map(|one| one.asks).sum();
    let draft = Draft {
        title: words.say(&Label::Title { what: "combinations" }),
        description: words.say(&Label::SaidOfCombinations { asks: answer.asks, several }),
        canvas,
        end,
        table: table(&makers, &bars),
        notes,
    };
    draft.framed(&Foot { unit: "ask", denominator: "combinations", about: &answer.about }, words)
}

fn draw(makers: &[AxisValue], bars: &[&Combination], canvas: &mut Canvas) -> f64 {
    let step = ((WIDTH - MARGIN - LEFT) / bars.len().max(1) as f64).min(WIDEST);
    let (ground, most) = (HEAD + BARS + BODY, bars.iter().map(|bar| bar.asks).max().unwrap_or(0));
    let line = |at: usize| ground + 22.0 + at as f64 * ROW;
    for (at, maker) in makers.iter().enumerate() {
        name(maker, line(at), canvas);
    }
    for (at, bar) in bars.iter().enumerate() {
        let middle = LEFT + (at as f64 + 0.5) * step;
        let height = bar.asks as f64 / most.max(1) as f64 * BARS;
        let area = Area { x: middle - step * 0.32, y: ground - height, width: step * 0.64, height };
        canvas.fill(area, MARK);
        let number = Script::of(SMALL).anchored(Anchor::Middle);
        canvas.write(Place { x: middle, y: ground - height - 4.0 }, number, &bar.asks.to_string());
        let is_in = |maker: &AxisValue| bar.combination.contains(&maker.code);
        let members: Vec<usize> = (0..makers.len()).filter(|row| is_in(&makers[*row])).collect();
        dots(&members, middle, &(0..makers.len()).map(line).collect::<Vec<_>>(), canvas);
    }
    canvas.line(Place { x: LEFT, y: ground }, Place { x: WIDTH - MARGIN, y: ground }, FAINT, 1.0);
    line(makers.len())
}

/// A maker with all asks that it makes.
fn name(maker: &AxisValue, y: f64, canvas: &mut Canvas) {
    let at = |x: f64| Place { x, y: y + BODY * 0.36 };
    canvas.write(at(MARGIN), Script::of(BODY), &fitting(&maker.words, BODY, LEFT - MARGIN - 60.0));
    let number = Script::of(BODY).anchored(Anchor::End).inked(FAINT);
    canvas.write(at(LEFT - 14.0), number, &maker.size.to_string());
}

/// The dots of a combination, joined from its first maker to its last.
fn dots(members: &[usize], x: f64, lines: &[f64], canvas: &mut Canvas) {
    if let (Some(first), Some(last)) = (members.first(), members.last()) {
        canvas.line(Place { x, y: lines[*first] }, Place { x, y: lines[*last] }, INK, 2.0);
    }
    for (at, y) in lines.iter().enumerate() {
        let is_member = members.contains(&at);
        canvas.dot(Place { x, y: *y }, if is_member { 6.0 } else { 3.0 }, if is_member { INK } else { RULE });
    }
}

fn table(makers: &[AxisValue], bars: &[&Combination]) -> FigureTable {
    let row = |kind: &str, code: String, asks: u64| vec![kind.to_owned(), code, asks.to_string()];
    let alone = makers.iter().map(|maker| row("maker", maker.code.clone(), maker.size));
    let together = bars.iter().map(|bar| row("combination", bar.combination.join("|"), bar.asks));
    FigureTable { columns: vec!["kind", "makers", "asks"], rows: alone.chain(together).collect() }
}

#[cfg(test)]
mod tests {
    use super::combinations;
    use crate::figures::sample::about;
    use crate::figures::svg::texts;
    use crate::i18n::Words;
    use crate::reports::{Combination, Overlap, OverlapAnswer};

    fn answer(made: &[(&[&str], u64)]) -> OverlapAnswer {
        let one = |(by, asks): &(&[&str], u64)| Combination {
            combination: by.iter().map(|maker| (*maker).to_owned()).collect(),
            asks: *asks,
        };
        OverlapAnswer {
            question: Overlap::default(),
            about: about(),
            asks: made.iter().map(|(_, asks)| asks).sum(),
            recommendations: 40,
            columns: Vec::new(),
            cells: Vec::new(),
            combinations: made.iter().map(one).collect(),
            contradictions: Vec::new(),
        }
    }

    #[test]
    fn every_bar_has_its_number_and_its_dots() {
        let answer = answer(&[(&["treaty_body", "upr"], 6), (&["upr"], 20), (&["treaty_body"], 3)]);
        let figure = combinations(&answer, 20, Words::english());
        let table: Vec<(&str, &str)> = figure.table.rows.iter().map(|row| (row[1].as_str(), row[2].as_str())).collect();
        assert_eq!(
            table,
            [("upr", "26"), ("treaty_body", "9"), ("upr", "20"), ("treaty_body|upr", "6"), ("treaty_body", "3")]
        );
        let said: Vec<String> = texts(&figure.svg).into_iter().map(|(_, text)| text).collect();
        assert!(table.iter().all(|(_, asks)| said.iter().any(|text| text == asks)), "{said:?}");
        assert_eq!(figure.svg.matches("r=\"6\"").count(), 4, "a dot for each maker of a combination");
    }

    #[test]
    fn nothing_to_show_is_said() {
        let figure = combinations(&answer(&[]), 20, Words::english());
        assert!(figure.table.rows.is_empty());
        assert!(texts(&figure.svg).iter().any(|(_, text)| text == "There is nothing to show."));
    }
}
