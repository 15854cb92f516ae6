//! Themes and clusters by their sizes: a rectangle each, clusters inside their theme.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::canvas::{Area, BODY, Canvas, MARGIN, Place, SMALL, Script, WIDTH};
use super::figure::{Draft, Figure, FigureTable, Foot, HEAD};
use super::label::Label;
use super::letters::{fitting, lines, width};
use super::palette::{FAINT, INK, TINTS};
use super::squares::squarified;
use crate::i18n::Words;
use crate::reports::{ClusterLine, CompareAnswer, NO_VALUE};

/// Height of the map.
const HEIGHT: f64 = 520.0;
/// Height of the name of a theme.
const NAME: f64 = 17.0;

/// A theme with its clusters, largest first.
#[derive(Debug)]
struct Theme {
    code: String,
    title: String,
    clusters: Vec<Part>,
}

/// A cluster.
#[derive(Debug)]
struct Part {
    code: String,
    title: String,
    count: u64,
}

impl Theme {
    fn count(&self) -> u64 {
        self.clusters.iter().map(|cluster| cluster.count).sum()
    }
}

/// A map of a table by cluster; `clusters` tell their themes.
#[must_use]
pub fn themes(answer: &CompareAnswer, clusters: &[ClusterLine], words: &Words) -> Figure {
    let themes = gathered(answer, clusters, words);
    let mut canvas = Canvas::new(words.language());
    let whole = Area { x: MARGIN, y: HEAD, width: WIDTH - 2.0 * MARGIN, height: HEIGHT };
    let sizes: Vec<f64> = themes.iter().map(|theme| theme.count() as f64).collect();
    for (at, (theme, area)) in themes.iter().zip(squarified(&sizes, whole)).enumerate() {
        draw(theme, area, TINTS[at % TINTS.len()], &mut canvas);
    }
    let count = themes.iter().map(|theme| theme.clusters.len()).sum();
    let about = &answer.about;
    let said = Label::SaidOfThemes { themes: themes.len(), clusters: count, units: about.units };
    let draft = Draft {
        title: words.say(&Label::Title { what: "themes" }),
        description: words.say(&said),
        canvas,
        end: if themes.is_empty() { HEAD } else { HEAD + HEIGHT },
        table: table(&themes),
        notes: Vec::new(),
    };
    draft.framed(&Foot { unit: about.unit.code(), denominator: "all", about }, words)
}

fn gathered(answer: &CompareAnswer, clusters: &[ClusterLine], words: &Words) -> Vec<Theme> {
    let titles: BTreeMap<String, &str> =
        clusters.iter().map(|line| (line.number.theme.to_string(), line.theme.as_str())).collect();
    let mut themes: BTreeMap<&str, Vec<Part>> = BTreeMap::new();
    for cell in answer.cells.iter().filter(|cell| cell.measured.n > 0) {
        let theme = cell.row.split_once('.').map_or(cell.row.as_str(), |(theme, _)| theme);
        let title = cell.row_title.clone().unwrap_or_default();
        themes.entry(theme).or_default().push(Part { code: cell.row.clone(), title, count: cell.measured.n });
    }
    let theme = |(code, mut clusters): (&str, Vec<Part>)| {
        // A sort that is stable keeps clusters of one size in their order.
        clusters.sort_by_key(|cluster| Reverse(cluster.count));
        let title = match titles.get(code) {
            _ if code == NO_VALUE => words.say(&Label::NoValue),
            Some(title) => format!("{code} {title}"),
            None => code.to_owned(),
        };
        Theme { code: code.to_owned(), title, clusters }
    };
    let mut themes: Vec<Theme> = themes.into_iter().map(theme).collect();
    themes.sort_by_key(|theme| Reverse(theme.count()));
    themes
}

fn draw(theme: &Theme, area: Area, tint: &str, canvas: &mut Canvas) {
    canvas.outlined(area, tint, INK);
    let said = format!("{} ({})", theme.title, theme.count());
    let has_name = area.height > NAME + 14.0 && area.width > 40.0;
    if has_name {
        let place = Place { x: area.x + 4.0, y: area.y + 13.0 };
        canvas.write(place, Script::of(BODY), &fitting(&said, BODY, area.width - 8.0));
    }
    let head = if has_name { NAME } else { 0.0 };
    let inside = Area { y: area.y + head, height: area.height - head, ..area };
    let sizes: Vec<f64> = theme.clusters.iter().map(|cluster| cluster.count as f64).collect();
    for (cluster, area) in theme.clusters.iter().zip(squarified(&sizes, inside)) {
        canvas.outlined(area, "none", FAINT);
        name(cluster, area, canvas);
    }
}

/// Number and title of a cluster, as far as there is room; what has none stands in the table alone.
fn name(cluster: &Part, area: Area, canvas: &mut Canvas) {
    let count = cluster.count.to_string();
    if area.height < 16.0 || area.width < width(&count, SMALL) + 6.0 {
        return;
    }
    let most = ((area.height - 18.0) / (SMALL * 1.25)).max(0.0) as usize;
    let (x, y) = (area.x + 4.0, area.y + 12.0);
    canvas.write(Place { x, y }, Script::of(SMALL), &count);
    if area.width >= 56.0 && most > 0 {
        let said = lines(&cluster.title, SMALL, area.width - 8.0, most.min(3));
        canvas.write_lines(Place { x, y: y + SMALL * 1.25 }, Script::of(SMALL).inked(FAINT), &said);
    }
}

fn table(themes: &[Theme]) -> FigureTable {
    let row = |theme: &Theme, code: &str, title: &str, count: u64| {
        vec![theme.code.clone(), theme.title.clone(), code.to_owned(), title.to_owned(), count.to_string()]
    };
    let mut rows = Vec::new();
    for theme in themes {
        rows.push(row(theme, "", "", theme.count()));
        rows.extend(theme.clusters.iter().map(|cluster| row(theme, &cluster.code, &cluster.title, cluster.count)));
    }
    FigureTable { columns: vec!["theme", "theme_title", "cluster", "title", "n"], rows }
}

#[cfg(test)]
mod tests {
    use super::themes;
    use crate::domain::{ClusterNumber, Language};
    use crate::figures::sample::table;
    use crate::figures::svg::texts;
    use crate::i18n::Words;
    use crate::reports::{ClusterLine, Field};

    fn cluster(theme: u16, title: &str) -> ClusterLine {
        ClusterLine {
            number: ClusterNumber { theme, cluster: 1 },
            theme: title.to_owned(),
            title: String::new(),
            named_after: None,
            key_phrases: Vec::new(),
            records: 1,
            asks: 1,
            locked: false,
            is_new: false,
        }
    }

    #[test]
    fn themes_hold_their_clusters_and_add_up() {
        let cells = [("1.1", "", 30, 0), ("1.2", "", 20, 0), ("2.1", "", 70, 0), ("(none)", "", 5, 0)];
        let clusters = [cluster(1, "Water & <sea>"), cluster(2, "Prisons")];
        let figure = themes(&table(Field::Cluster, None, &cells), &clusters, Words::english());
        let rows: Vec<[&str; 3]> = figure.table.rows.iter().map(|row| [0, 2, 4].map(|at| row[at].as_str())).collect();
        assert_eq!(rows[..4], [["2", "", "70"], ["2", "2.1", "70"], ["1", "", "50"], ["1", "1.1", "30"]]);
        let said: Vec<String> = texts(&figure.svg).into_iter().map(|(_, text)| text).collect();
        for text in ["1 Water & <sea> (50)", "2 Prisons (70)", "30", "20"] {
            assert!(said.iter().any(|one| one == text), "{text}: {said:?}");
        }
    }

    #[test]
    fn in_arabic_the_largest_theme_stands_at_the_right() {
        let cells = [("1.1", "", 30, 0), ("2.1", "", 70, 0)];
        let of =
            |language| themes(&table(Field::Cluster, None, &cells), &[cluster(2, "Prisons")], Words::of(language)).svg;
        assert!(
            of(Language::En).contains("<text x=\"20\" y=\"75\"")
                && of(Language::Ar).contains("<text x=\"680\" y=\"75\"")
        );
    }
}
