//! The numbers that Word sets: lists, levels, their formats and counters.
//!
//! Source: ECMA-376 part 1, 17.9. A label is the level's text with `%n` replaced by the counter of
//! level n in that level's format; counting a level starts the deeper ones anew.

use std::collections::{BTreeMap, HashMap};

use super::super::xml::Element;
use super::styles::{ListPlace, Styles};

/// Levels of a list.
const LEVELS: usize = 9;
/// Longest text and name of the format of a level, in letters: a text names each of its levels once.
const LONGEST_LEVEL: usize = 64;
/// Longest chain of lists that lead to each other through styles.
const LONGEST_CHAIN: usize = 8;

#[derive(Debug, Clone)]
struct Level {
    format: String,
    text: String,
    start: u32,
    is_legal: bool,
}

/// A list as the document uses it: the definition behind it and its own first numbers.
#[derive(Debug)]
struct List {
    definition: u32,
    starts: HashMap<usize, u32>,
    /// Whether the first numbers of its own have been used.
    begun: [bool; LEVELS],
}

/// All lists of a document with their counters.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    levels: HashMap<(u32, usize), Level>,
    lists: HashMap<u32, List>,
    /// Counters by definition: lists of one definition count on.
    counters: BTreeMap<u32, [Option<u32>; LEVELS]>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn of(part: &Element, styles: &Styles) -> Self {
        let mut all = Self::default();
        let Some(root) = part.child("numbering") else { return all };
        let number = |element: &Element, name: &str| element.attribute(name).and_then(|v| v.parse::<u32>().ok());
        let mut links: HashMap<u32, String> = HashMap::new();
        for definition in root.elements().filter(|e| e.name == "abstractNum") {
            let Some(id) = number(definition, "abstractNumId") else { continue };
            links.extend(definition.value("numStyleLink").map(|style| (id, style.to_owned())));
            for level in definition.elements().filter(|e| e.name == "lvl") {
                all.levels.extend(level_of(level).map(|(at, level)| ((id, at), level)));
            }
        }
        for list in root.elements().filter(|e| e.name == "num") {
            let definition = list.value("abstractNumId").and_then(|v| v.parse().ok());
            let (Some(id), Some(definition)) = (number(list, "numId"), definition) else { continue };
            let overrides = list.elements().filter(|e| e.name == "lvlOverride");
            let start = |e: &Element| Some((number(e, "ilvl")? as usize, e.value("startOverride")?.parse().ok()?));
            all.lists
                .insert(id, List { definition, starts: overrides.filter_map(start).collect(), begun: [false; LEVELS] });
        }
        all.follow(&links, styles);
        all
    }

    /// A definition may only name a numbering style, which names a list, which has the definition.
    fn follow(&mut self, links: &HashMap<u32, String>, styles: &Styles) {
        let target = |mut definition: u32| {
            for _ in 0..LONGEST_CHAIN {
                let Some(style) = links.get(&definition) else { break };
                let list = styles.list_of_numbering_style.get(style).and_then(|list| self.lists.get(list));
                let Some(next) = list.map(|list| list.definition) else { break };
                definition = next;
            }
            definition
        };
        let targets: Vec<(u32, u32)> = self.lists.iter().map(|(id, list)| (*id, target(list.definition))).collect();
        for (id, definition) in targets {
            self.lists.entry(id).and_modify(|list| list.definition = definition);
        }
    }

    /// The label of the next paragraph at that place; none for bullets and unknown lists.
    pub(super) fn next(&mut self, place: ListPlace) -> Option<String> {
        let at = place.level.min(LEVELS - 1);
        let list = self.lists.get_mut(&place.list)?;
        let definition = list.definition;
        let level = self.levels.get(&(definition, at))?.clone();
        let counters = self.counters.entry(definition).or_default();
        let restart = list.starts.get(&at).copied().filter(|_| !list.begun[at]);
        list.begun[at] = true;
        counters[at] = Some(match (restart, counters[at]) {
            (Some(start), _) => start,
            (None, None) => level.start,
            (None, Some(count)) => count.saturating_add(1),
        });
        counters[at + 1..].fill(None);
        let counters = *counters;
        let label = self.label(definition, &level, &counters);
        Some(label.trim().to_owned()).filter(|label| !label.is_empty())
    }

    fn label(&self, definition: u32, level: &Level, counters: &[Option<u32>; LEVELS]) -> String {
        if matches!(level.format.as_str(), "bullet" | "none") {
            return String::new();
        }
        let mut label = String::new();
        let mut rest = level.text.as_str();
        while let Some(at) = rest.find('%') {
            label.push_str(&rest[..at]);
            let mut tail = rest[at + 1..].chars();
            match tail.next().and_then(|c| c.to_digit(10)).filter(|n| (1..=LEVELS as u32).contains(n)) {
                Some(number) => {
                    let at = number as usize - 1;
                    let of_level = self.levels.get(&(definition, at));
                    let count = counters[at].or_else(|| of_level.map(|l| l.start)).unwrap_or(1);
                    let format = if level.is_legal { "decimal" } else { of_level.map_or("decimal", |l| &l.format) };
                    label.push_str(&formatted(count, format));
                    rest = tail.as_str();
                }
                None => {
                    label.push('%');
                    rest = &rest[at + 1..];
                }
            }
        }
        label + rest
    }
}

fn level_of(element: &Element) -> Option<(usize, Level)> {
    let at: usize = element.attribute("ilvl")?.parse().ok()?;
    // Each paragraph of the list makes a label of it.
    let short = |text: &str| text.chars().take(LONGEST_LEVEL).collect::<String>();
    let level = Level {
        format: short(element.value("numFmt").unwrap_or("decimal")),
        text: short(element.value("lvlText").unwrap_or_default()),
        start: element.value("start").and_then(|v| v.parse().ok()).unwrap_or(1),
        is_legal: element.is_on("isLgl"),
    };
    (at < LEVELS).then_some((at, level))
}

/// A count in one of Word's formats; those not known here are written in digits.
fn formatted(count: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(count),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        "decimalZero" => format!("{count:02}"),
        _ => count.to_string(),
    }
}

/// a … z, aa, bb …: Word repeats the letter.
fn letters(count: u32) -> String {
    let (turn, letter) = (count.saturating_sub(1) / 26, count.saturating_sub(1) % 26);
    let letter = char::from(b'a' + letter as u8);
    letter.to_string().repeat(turn.min(30) as usize + 1)
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = count.min(3999);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            text.push_str(sign);
            rest -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::xml::parse;
    use super::*;

    fn numbering(text: &str) -> Numbering {
        Numbering::of(&parse(&format!("<numbering>{text}</numbering>")).unwrap(), &Styles::default())
    }

    fn place(list: u32, level: usize) -> ListPlace {
        ListPlace { list, level }
    }

    const TWO: &str = "<abstractNum abstractNumId='4'><lvl ilvl='0'><start val='6'/><numFmt val='decimal'/><lvlText val='%1.'/></lvl>\
        <lvl ilvl='1'><numFmt val='decimal'/><lvlText val='%1.%2'/></lvl><lvl ilvl='2'><numFmt val='lowerLetter'/><lvlText val='(%3)'/></lvl>\
        </abstractNum><num numId='1'><abstractNumId val='4'/></num>\
        <num numId='2'><abstractNumId val='4'/><lvlOverride ilvl='1'><startOverride val='9'/></lvlOverride></num>";

    #[test]
    fn levels_count_and_start_anew() {
        let mut all = numbering(TWO);
        let labels: Vec<_> = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (2, 1), (2, 1)]
            .into_iter()
            .map(|(list, level)| all.next(place(list, level)).unwrap())
            .collect();
        assert_eq!(labels, ["6.", "6.1", "(a)", "(b)", "6.2", "(a)", "7.", "7.1", "7.9", "7.10"]);
    }

    #[test]
    fn unknown_lists_and_circles_end() {
        let mut all = numbering(
            "<abstractNum abstractNumId='1'><numStyleLink val='S'/></abstractNum><num numId='3'><abstractNumId val='1'/></num>",
        );
        assert_eq!(all.next(place(3, 0)), None);
        assert_eq!(all.next(place(77, 8)), None);
    }

    #[test]
    fn a_level_made_to_grow_gives_a_short_label() {
        let text = "%1".repeat(20_000);
        let mut all = numbering(&format!(
            "<abstractNum abstractNumId='1'><lvl ilvl='0'><numFmt val='upperRoman'/><start val='3999'/><lvlText val='{text}'/></lvl>\
                </abstractNum><num numId='1'><abstractNumId val='1'/></num>"
        ));
        assert!(all.next(place(1, 0)).unwrap().len() < 1_000);
    }

    #[test]
    fn formats_are_those_of_word() {
        assert_eq!((letters(1), letters(27), roman(1994)), ("a".into(), "aa".into(), "MCMXCIV".into()));
    }
}
