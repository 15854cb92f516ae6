//! Lettered sub-points inside a paragraph: "recommends that the State party: (a) …; (b) …".

use std::sync::LazyLock;

use regex::Regex;

use crate::text::pattern::pattern;

static MARK: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[\s:;,.])(\(([a-z])\)|([a-z])[.)])\s*"));

/// A paragraph without its sub-points, and the sub-points by letter.
///
/// The first must be `a` and follow a colon, the others must follow in order and begin after the end
/// of the one before: "articles 2 (a) and (b)" is no list. One alone is none either.
pub(super) fn split(text: &str) -> (&str, Vec<(char, &str)>) {
    let mut marks: Vec<(char, usize, usize)> = Vec::new();
    for found in MARK.captures_iter(text) {
        let (Some(mark), Some(letter)) = (found.get(1), found.get(2).or(found.get(3))) else { continue };
        let letter = letter.as_str().chars().next().unwrap_or(' ');
        let end = found.get(0).map_or(mark.end(), |m| m.end());
        if is_next(letter, text[..mark.start()].trim_end(), marks.last().map(|(last, ..)| *last)) {
            marks.push((letter, mark.start(), end));
        }
    }
    if marks.len() < 2 {
        return (text, Vec::new());
    }
    let ends = marks[1..].iter().map(|(_, start, _)| *start).chain([text.len()]);
    let points = marks.iter().zip(ends).map(|((letter, _, start), end)| (*letter, plain(&text[*start..end])));
    (text[..marks[0].1].trim_end(), points.collect())
}

fn is_next(letter: char, before: &str, last: Option<char>) -> bool {
    match last {
        None => letter == 'a' && before.ends_with([':', '：']),
        Some(last) => {
            let follows = letter as u32 == last as u32 + 1;
            let is_ended = before.ends_with([';', '.', ',', ':', '；', '。', '؛']);
            let joints = ["and", "et", "y", "e", "or", "и", "و"];
            follows && (is_ended || joints.iter().any(|joint| before.ends_with(&format!(" {joint}"))))
        }
    }
}

/// Without the mark of a list at its end: "; and".
pub(super) fn plain(point: &str) -> &str {
    let text = point.trim();
    let joints = [" and", " et", " y", " or", " и"];
    let cut = joints.iter().find_map(|joint| text.strip_suffix(joint)).filter(|t| t.trim_end().ends_with([';', ',']));
    cut.unwrap_or(text).trim().trim_end_matches([';', ',', ' ']).trim()
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn points_are_split_in_order() {
        let (lead, points) =
            split("The Committee asks the State to:(a) Build (see art. 2 (b)); (b) Mend; and\n(c) Keep.");
        assert_eq!(lead, "The Committee asks the State to:");
        assert_eq!(points, [('a', "Build (see art. 2 (b))"), ('b', "Mend"), ('c', "Keep.")]);
        assert_eq!(split("recomienda que: a. Revise; b. Tome medidas").1.len(), 2);
    }

    #[test]
    fn references_to_letters_are_no_points() {
        assert!(split("under articles 2 (a) and (b), build: schools").1.is_empty());
        assert!(split("as follows: (a) alone").1.is_empty());
    }
}
