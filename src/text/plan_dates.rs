//! When something is to be, as plans write it in six languages: "by the end of 2027", "T2 2026", "второй квартал
//! 2027 года", "2027年3月", "Fall 2027", "en continu".
//!
//! A text is read only where every word of it is understood: "before the elections of 2027" names a year that the
//! measure is not due in. What is not read keeps its words.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;

use super::calendar::{CalendarKind, calendar_word};
use super::digits::plain_digit;
use crate::domain::plan::{Period, PlanDate, PlanTime, Precision};

/// Whether a day is one that a plan may speak of: a number of four digits is no year for that alone.
fn is_near(day: Date) -> bool {
    (1990..2100).contains(&day.year())
}

/// Which end of a stretch is meant where a text names two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// When it begins.
    First,
    /// When it is to be done.
    Last,
}

/// Words of a phrase of the calendar, at most.
const LONGEST: usize = 4;

/// Reads a date; its words are kept as they are.
#[must_use]
pub fn plan_date(text: &str, edge: Edge) -> PlanDate {
    let words = text.trim().to_owned();
    let printed = words.parse().ok().filter(|period: &Period| is_near(period.first()));
    let time = printed.map(PlanTime::Within).or_else(|| time(&words, edge)).unwrap_or(PlanTime::Unread);
    PlanDate { time, words }
}

/// A piece of a text about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Year(i16),
    Month(i8),
    Season,
    Number(i8),
    Quarter,
    Half,
    /// A quarter with its number, as `Q2`.
    QuarterOf(i8),
    /// A half year with its number, as `H1`.
    HalfOf(i8),
    Period(Period),
    Start,
    Continuous,
}

fn time(text: &str, edge: Edge) -> Option<PlanTime> {
    let mut pieces = pieces(text)?;
    if pieces.contains(&Piece::Continuous) {
        // With a date beside it, it is not clear which of the two holds.
        return (pieces.len() == 1).then_some(PlanTime::Continuous);
    }
    // "Since 2025" says no end.
    let begins = pieces.contains(&Piece::Start);
    pieces.retain(|piece| *piece != Piece::Start);
    let years: Vec<usize> = (0..pieces.len()).filter(|at| ends(pieces[*at])).collect();
    // Where years come first, a stretch begins with its year; elsewhere it ends with it.
    let is_year_first = text.chars().any(is_han);
    let stretch = match (years.as_slice(), edge) {
        ([], _) => return None,
        ([_], Edge::Last) if begins => return None,
        ([_], _) => &pieces[..],
        ([_, second, ..], Edge::First) if is_year_first => &pieces[..*second],
        ([.., last], Edge::Last) if is_year_first && years.len() > 1 => &pieces[*last..],
        ([first, _, ..], Edge::First) => &pieces[..=*first],
        ([.., before, _], Edge::Last) => &pieces[before + 1..],
    };
    of_stretch(stretch)
}

/// Whether a piece ends a stretch: a year does, and what holds one.
const fn ends(piece: Piece) -> bool {
    matches!(piece, Piece::Year(_) | Piece::Period(_))
}

fn of_stretch(pieces: &[Piece]) -> Option<PlanTime> {
    let within = |month: i8, day: i8, year: i16, precision: Precision| {
        Date::new(year, month, day).ok().map(|day| PlanTime::Within(Period::of(day, precision)))
    };
    let counted = |number: i8, most: i8, months: i8, year: i16, precision: Precision| {
        (1..=most).contains(&number).then(|| within((number - 1) * months + 1, 1, year, precision))?
    };
    match *pieces {
        [Piece::Period(period)] => Some(PlanTime::Within(period)),
        [Piece::Year(year)] => within(1, 1, year, Precision::Year),
        [Piece::Month(month), Piece::Year(year)] | [Piece::Year(year), Piece::Month(month)] => {
            within(month, 1, year, Precision::Month)
        }
        [Piece::Number(day), Piece::Month(month), Piece::Year(year)]
        | [Piece::Month(month), Piece::Number(day), Piece::Year(year)]
        | [Piece::Year(year), Piece::Month(month), Piece::Number(day)] => within(month, day, year, Precision::Day),
        [Piece::Season, Piece::Year(year)] | [Piece::Year(year), Piece::Season] => Some(PlanTime::Season(year)),
        [Piece::QuarterOf(number), Piece::Year(year)]
        | [Piece::Year(year), Piece::QuarterOf(number)]
        | [Piece::Number(number), Piece::Quarter, Piece::Year(year)]
        | [Piece::Quarter, Piece::Number(number), Piece::Year(year)]
        | [Piece::Year(year), Piece::Number(number), Piece::Quarter] => counted(number, 4, 3, year, Precision::Quarter),
        [Piece::HalfOf(number), Piece::Year(year)]
        | [Piece::Year(year), Piece::HalfOf(number)]
        | [Piece::Number(number), Piece::Half, Piece::Year(year)]
        | [Piece::Half, Piece::Number(number), Piece::Year(year)]
        | [Piece::Year(year), Piece::Number(number), Piece::Half] => counted(number, 2, 6, year, Precision::HalfYear),
        _ => None,
    }
}

/// The pieces of a text, without what changes nothing; `None` when a word is not understood.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let spaced = spaced(text);
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (mut pieces, mut at): (Vec<Piece>, usize) = (Vec::new(), 0);
    while at < words.len() {
        if calendar_word(CalendarKind::MonthMark, words[at]).is_some()
            && let Some(Piece::Number(number)) = pieces.last().copied()
        {
            (*pieces.last_mut()?, at) = (Piece::Month(number), at + 1);
            continue;
        }
        let (length, piece) = (1..=LONGEST.min(words.len() - at))
            .rev()
            .find_map(|length| Some((length, piece(&words[at..at + length].join(" "))?)))?;
        pieces.extend(piece);
        at += length;
    }
    // One month by two names, as the Arabic of the United Nations has it.
    pieces.dedup_by(|next, last| next == last && matches!(next, Piece::Month(_)));
    Some(pieces)
}

/// What a word or a phrase is; `Some(None)` for what changes nothing.
fn piece(words: &str) -> Option<Option<Piece>> {
    let word = |kind| calendar_word(kind, words);
    let known = None
        .or_else(|| number(words))
        .or_else(|| word(CalendarKind::Month).map(Piece::Month))
        .or_else(|| word(CalendarKind::Season).map(|_| Piece::Season))
        .or_else(|| word(CalendarKind::Quarter).map(|_| Piece::Quarter))
        .or_else(|| word(CalendarKind::Half).map(|_| Piece::Half))
        .or_else(|| word(CalendarKind::Ordinal).map(Piece::Number))
        .or_else(|| word(CalendarKind::Start).map(|_| Piece::Start))
        .or_else(|| word(CalendarKind::Continuous).map(|_| Piece::Continuous))
        .or_else(|| numbered(words));
    if known.is_some() {
        return Some(known);
    }
    word(CalendarKind::Filler).map(|_| None)
}

/// A number: a year of four digits, or a day or an order of one or two; a date in digits that can be read in one way.
fn number(word: &str) -> Option<Piece> {
    if word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok().filter(|year| (1990..2100).contains(year)).map(Piece::Year);
    }
    let ordinal = ["er", "st", "nd", "rd", "th", "o", "a", "º", "ª", "-й", "-го", "-м"];
    let digits = ordinal.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    if digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits.parse().ok().filter(|number| *number > 0).map(Piece::Number);
    }
    word.parse().ok().or_else(|| in_digits(word)).filter(|period| is_near(period.first())).map(Piece::Period)
}

/// A date as `31.12.2027`, `12/31/2027` or `06/2027`. Where day and month could be exchanged it is not read.
fn in_digits(word: &str) -> Option<Period> {
    let parts: Vec<i16> = word.split(['.', '/', '-']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let day = |day: i16, month: i16, year: i16| {
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Period::day)
    };
    match parts[..] {
        [year, month, of_month] if year > 31 => day(of_month, month, year),
        [a, b, year] if a > 12 || a == b => day(a, b, year),
        [a, b, year] if b > 12 => day(b, a, year),
        [month, year] if (1990..2100).contains(&year) => {
            Date::new(year, i8::try_from(month).ok()?, 1).ok().map(|first| Period::of(first, Precision::Month))
        }
        _ => None,
    }
}

/// A quarter or half year with its number: `Q2`, `T3` (trimestre), `H1`, `S2` (semestre).
fn numbered(word: &str) -> Option<Piece> {
    let (letter, number) = word.split_at_checked(1)?;
    let number: i8 = number.parse().ok()?;
    match letter {
        "q" | "t" => Some(Piece::QuarterOf(number)),
        "h" | "s" => Some(Piece::HalfOf(number)),
        _ => None,
    }
}

/// The text in small letters and plain digits, with blanks where marks stand between words, and around the Chinese
/// words that are written without.
fn spaced(text: &str) -> String {
    let folded: String = text.nfkc().flat_map(char::to_lowercase).map(plain_digit).collect();
    let mut out = String::with_capacity(folded.len());
    let mut last = ' ';
    for c in folded.chars() {
        let c = if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c };
        let c = if matches!(c, ',' | ';' | '(' | ')' | '–' | '—' | '’' | '\'' | ':') { ' ' } else { c };
        let is_mark_between = |c: char| matches!(c, '.' | '/' | '-');
        let meets = last.is_ascii_digit() != c.is_ascii_digit() && (is_han(last) || is_han(c));
        if meets && !is_mark_between(c) && !is_mark_between(last) {
            out.push(' ');
        }
        out.push(c);
        last = c;
    }
    let parted = out.split_whitespace().flat_map(|word| {
        // A mark between letters parts two words; between digits it is a part of a date.
        let has_digit = word.chars().any(|c| c.is_ascii_digit());
        let marks: &[char] = if has_digit { &[] } else { &['/', '-'] };
        word.split(marks)
    });
    let words = parted.flat_map(halves).map(|word| han(&word));
    words.collect::<Vec<_>>().join(" ")
}

/// Two years with a mark between are two words (`2025-2027`, `2025/27`), and a full stop ends a word.
fn halves(word: &str) -> Vec<String> {
    let word = word.trim_matches(['.', '-', '/']);
    let Some((a, b)) = word.split_once(['-', '/']) else { return vec![word.to_owned()] };
    if !a.is_empty() && a.chars().all(char::is_alphabetic) && b.chars().all(|c| c.is_ascii_digit()) {
        return vec![a.to_owned(), b.to_owned()];
    }
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    match (is_year(a), is_year(b), b.len()) {
        (true, true, _) => vec![a.to_owned(), b.to_owned()],
        // A month is no year, and a stretch goes on: `2027-13` is neither.
        (true, false, 2) if b > &a[2..] && b.parse::<u8>().is_ok_and(|year| year > 12) => {
            vec![a.to_owned(), format!("{}{b}", &a[..2])]
        }
        _ => vec![word.to_owned()],
    }
}

/// Chinese words one by one: months by their number, the rest as the table has it.
fn han(word: &str) -> String {
    if !word.chars().any(is_han) {
        return word.to_owned();
    }
    let (mut out, mut rest) = (Vec::new(), word);
    while !rest.is_empty() {
        let is_known = |head: &&str| piece(head).is_some() || calendar_word(CalendarKind::MonthMark, head).is_some();
        let longest = (1..=LONGEST).rev().filter_map(|count| head(rest, count)).find(is_known);
        let head = longest.or_else(|| head(rest, 1)).unwrap_or(rest);
        out.push(head);
        rest = &rest[head.len()..];
    }
    out.join(" ")
}

/// The first characters of a text; `None` when it has fewer.
fn head(text: &str, count: usize) -> Option<&str> {
    let mut ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.nth(count - 1).map(|end| &text[..end])
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::{Edge, plan_date};
    use crate::domain::plan::PlanTime;

    fn read(text: &str) -> String {
        let date = plan_date(text, Edge::Last);
        assert_eq!(date.words, text);
        match date.time {
            PlanTime::Within(period) => period.to_string(),
            PlanTime::Season(year) => format!("season of {year}"),
            PlanTime::Continuous => "continuous".to_owned(),
            PlanTime::Unread => "unread".to_owned(),
        }
    }

    #[test]
    fn dates_are_read_as_precisely_as_they_are_written_in_six_languages() {
        for (text, meant) in [
            ("2027-03-31", "2027-03-31"),
            ("31 March 2027", "2027-03-31"),
            ("March 31, 2027", "2027-03-31"),
            ("31.12.2027", "2027-12-31"),
            ("12/31/2027", "2027-12-31"),
            ("06/2027", "2027-06"),
            ("by June 2027", "2027-06"),
            ("By the end of 2027", "2027"),
            ("d'ici fin 2027", "2027"),
            ("D’ici à mars 2027", "2027-03"),
            ("finales de 2026", "2026"),
            ("marzo de 2027", "2027-03"),
            ("к концу 2027 года", "unread"),
            ("до конца 2027 года", "2027"),
            ("март 2027 г.", "2027-03"),
            ("2027年3月", "2027-03"),
            ("2027年底前", "2027"),
            ("بحلول نهاية عام 2027", "2027"),
            ("آذار ٢٠٢٧", "2027-03"),
            ("Q2 2027", "2027-Q2"),
            ("T3 2026", "2026-Q3"),
            ("2nd quarter of 2027", "2027-Q2"),
            ("deuxième trimestre 2027", "2027-Q2"),
            ("segundo semestre de 2027", "2027-H2"),
            ("II квартал 2027 года", "2027-Q2"),
            ("2027年第二季度", "2027-Q2"),
            ("الربع الثاني من عام 2027", "2027-Q2"),
            ("H1 2027", "2027-H1"),
            ("1º trimestre de 2027", "2027-Q1"),
            ("2026\u{2011}2027", "2027"),
            ("31.12.27", "unread"),
            ("2025年3月至2027年", "2027"),
            ("since 2025", "unread"),
            ("desde 2025", "unread"),
            ("كانون الأول/ديسمبر 2027", "2027-12"),
            ("Dec 2026", "2026-12"),
            ("mid-2027", "2027"),
        ] {
            assert_eq!(read(text), meant, "{text}");
        }
    }

    #[test]
    fn seasons_and_what_has_no_end_are_no_dates_and_are_known() {
        assert_eq!(read("Fall 2027"), "season of 2027");
        assert_eq!(read("By winter 2025"), "season of 2025");
        assert_eq!(read("Automne 2027"), "season of 2027");
        assert_eq!(read("2027年秋季"), "season of 2027");
        for text in ["ongoing", "en continu", "De manera permanente", "постоянно", "مستمر", "持续进行"]
        {
            assert_eq!(read(text), "continuous", "{text}");
        }
    }

    #[test]
    fn of_a_stretch_the_end_is_when_it_is_due_and_the_beginning_when_it_begins() {
        for text in [
            "2025-2027",
            "2025–2027",
            "2025/2027",
            "from 2025 to 2027",
            "de 2025 à 2027",
            "с 2025 по 2027 год",
            "2025/27",
        ] {
            assert_eq!(read(text), "2027", "{text}");
            assert_eq!(plan_date(text, Edge::First).to_string(), "2025", "{text}");
        }
        assert_eq!(read("January 2026 – June 2027"), "2027-06");
        assert_eq!(plan_date("January 2026 – June 2027", Edge::First).to_string(), "2026-01");
    }

    #[test]
    fn what_can_be_read_in_two_ways_or_not_at_all_is_not_read() {
        for text in [
            "03/04/2027",
            "before the elections of 2027",
            "before 2027",
            "1027",
            "12 months",
            "",
            "soon",
            "31 February 2027",
            "ongoing, 2027",
            "2027-13",
            "١٢",
        ] {
            assert_eq!(read(text), "unread", "{text}");
        }
    }
}
