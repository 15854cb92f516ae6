//! Pages that are made to exhaust the parser, told from their tags before they are parsed.
//!
//! The parser of pages walks all open elements at each new one, opens formatting elements anew in each
//! paragraph, and compares each attribute of an element with the others: what it would do is added up here.
//! Source: HTML standard, 13.2.4.2, 13.2.4.3 and 13.2.5. It is an estimate and no second parser: what a page
//! holds is found by the parser alone.

use crate::ingest::fault::Limit;

/// Elements that hold nothing, or that the next of their kind closes: all others stay open.
const PASSING: [&str; 42] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "colgroup", "caption", "thead", "tbody",
    "tfoot", "tr", "td", "th", "rp", "rt", "button", "h1", "h2", "h3", "h4", "h5", "h6", "frame", "keygen",
];
/// Elements that the end of another does not close, unless that is one of them too.
const SPECIAL: [&str; 29] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figure",
    "figcaption",
    "footer",
    "form",
    "header",
    "hgroup",
    "iframe",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "ul",
];
/// Elements that the end of no other closes.
const WALLS: [&str; 5] = ["table", "template", "object", "applet", "marquee"];
/// Elements whose content is text, whatever it looks like; but for drawings and formulas.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];
const FOREIGN: [&str; 2] = ["svg", "math"];
/// Elements that are opened anew in each paragraph until they are closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Most looks at open elements: some seconds.
const MOST_LOOKS: usize = 1_000_000_000;
/// Most formatting elements that are made anew.
const MOST_COPIES: usize = 2_000_000;
/// Most attributes of one element.
const MOST_ATTRIBUTES: usize = 5_000;
/// Most tags of a page: each element and each text between two takes hundreds of bytes.
const MOST_TAGS: usize = 2_000_000;
/// Longer names are told apart by their beginning.
const LONGEST_NAME: usize = 12;

/// What a tag does with the element of its name, which is in small letters.
enum Tag {
    Opens(String),
    Closes(String),
}

/// Which elements the end of an element may close on its way to its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Ordinary,
    Special,
    Wall,
}

/// What is open at a place of a page.
#[derive(Default)]
struct Stack {
    open: Vec<(String, Rank)>,
    formatting: Vec<String>,
}

/// The limit that a page is beyond, if it is.
pub(super) fn beyond(page: &str) -> Option<Limit> {
    let (mut stack, mut looks, mut copies, mut tags) = (Stack::default(), 0, 0, 0);
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..];
        tags += 1;
        if tags > MOST_TAGS {
            return Some(Limit::Elements { most: MOST_TAGS as u64 });
        }
        if tag.starts_with("!--") {
            rest = behind_comment(tag);
            continue;
        }
        let (length, attributes) = extent(tag);
        rest = &tag[length..];
        looks += stack.open.len() + stack.formatting.len();
        match read(&tag[..length]) {
            Some(Tag::Opens(name)) => {
                copies += if is_formatting(&name) { 0 } else { stack.formatting.len() };
                if stack.is_raw(&name) {
                    rest = behind_text(rest, &name);
                }
                stack.open(name);
            }
            Some(Tag::Closes(name)) => stack.close(&name),
            None => {}
        }
        if looks > MOST_LOOKS || copies > MOST_COPIES || attributes > MOST_ATTRIBUTES {
            return Some(Limit::OpenElements);
        }
    }
    None
}

impl Stack {
    fn open(&mut self, name: String) {
        if is_formatting(&name) {
            // These close the one before them.
            if matches!(name.as_str(), "a" | "nobr") {
                self.formatting.retain(|known| *known != name);
            }
            self.formatting.push(name);
        } else if !PASSING.contains(&name.as_str()) {
            let rank = rank(&name);
            self.open.push((name, rank));
        }
    }

    /// Closes the last element of a name with all inside it, unless one stands between that it does not close.
    fn close(&mut self, name: &str) {
        if is_formatting(name) {
            if let Some(at) = self.formatting.iter().rposition(|known| known == name) {
                self.formatting.remove(at);
            }
            return;
        }
        let own = rank(name);
        let ends = |(known, rank): &(String, Rank)| known == name || *rank == Rank::Wall || *rank > own;
        if let Some(at) = self.open.iter().rposition(ends).filter(|at| self.open[*at].0 == name) {
            self.open.truncate(at);
        }
    }

    fn is_raw(&self, name: &str) -> bool {
        RAW.contains(&name) && !self.open.iter().any(|(known, _)| FOREIGN.contains(&known.as_str()))
    }
}

fn is_formatting(name: &str) -> bool {
    FORMATTING.contains(&name)
}

fn rank(name: &str) -> Rank {
    if WALLS.contains(&name) {
        Rank::Wall
    } else if SPECIAL.contains(&name) {
        Rank::Special
    } else {
        Rank::Ordinary
    }
}

/// What follows a comment that begins with `!--`, which may end at once: `<!-->`.
fn behind_comment(tag: &str) -> &str {
    let is_end = |at: &usize| tag[1..*at].ends_with("--") || tag[3..*at].ends_with("--!");
    tag.match_indices('>').map(|(at, _)| at).find(is_end).map_or("", |at| &tag[at + 1..])
}

/// What follows the text of an element, from its end tag on.
fn behind_text<'t>(text: &'t str, name: &str) -> &'t str {
    let is_end = |at: &usize| text[at + 2..].get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|(at, _)| at).find(is_end).map_or("", |at| &text[at..])
}

/// Where in a tag a character stands.
#[derive(Clone, Copy)]
enum At {
    /// In the name of the element.
    Element,
    /// Before the name of an attribute, in it, or behind it.
    Before,
    Name,
    Behind,
    /// Behind the sign before a value, in a bare one, in one between quotes.
    Equals,
    Bare,
    Quoted(char),
}

/// How long a tag is, up to its end, and how many attributes it has; what stands between quotes ends nothing.
fn extent(tag: &str) -> (usize, usize) {
    if !tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
        return (0, 0);
    }
    let (mut at, mut attributes) = (At::Element, 0);
    for (place, c) in tag.char_indices() {
        let is_blank = c.is_ascii_whitespace();
        at = match (at, c) {
            (At::Quoted(quote), _) if c == quote => At::Before,
            (At::Quoted(quote), _) => At::Quoted(quote),
            (_, '>') => return (place, attributes),
            (At::Equals, '"' | '\'') => At::Quoted(c),
            (At::Equals, _) if is_blank => At::Equals,
            (At::Bare, _) if is_blank => At::Before,
            (At::Equals | At::Bare, _) => At::Bare,
            (At::Name | At::Behind, '=') => At::Equals,
            (At::Name | At::Behind, _) if is_blank => At::Behind,
            (At::Element | At::Before, _) if is_blank => At::Before,
            (_, '/') => At::Before,
            (At::Element, _) => At::Element,
            (At::Name, _) => At::Name,
            (At::Before | At::Behind, _) => {
                attributes += 1;
                At::Name
            }
        };
    }
    (tag.len(), attributes)
}

/// What a tag without its signs does; `None` when it is no tag.
fn read(tag: &str) -> Option<Tag> {
    let bare = tag.strip_prefix('/').unwrap_or(tag);
    let name: String = bare.chars().take_while(char::is_ascii_alphanumeric).take(LONGEST_NAME).collect();
    let name = Some(name.to_ascii_lowercase()).filter(|name| !name.is_empty())?;
    Some(if bare.len() < tag.len() { Tag::Closes(name) } else { Tag::Opens(name) })
}

#[cfg(test)]
mod tests {
    use super::beyond;

    #[test]
    fn pages_made_to_exhaust_are_told_by_their_tags() {
        let fonts = |count: usize| (0..count).map(|i| format!("<font color={i}>")).collect::<String>();
        assert!(beyond(&(fonts(3_000) + &"<p>x".repeat(3_000))).is_some());
        assert!(beyond(&"<div>".repeat(100_000)).is_some());
        let attributes: String = (0..6_000).map(|i| format!(" a{i}=1")).collect();
        assert!(beyond(&format!("<p{attributes}>x</p>")).is_some());
    }

    #[test]
    fn what_hides_tags_or_closes_nothing_does_not_help() {
        for open in
            ["<x>", "<div></span>", "<span><div></span>", "<div><table></div>", "<div><!--</div>-->", "<!--><ul>"]
        {
            assert!(beyond(&open.repeat(60_000)).is_some(), "{open}");
        }
        let unquoted = "<p a==\">".to_owned() + &"<div>".repeat(60_000);
        assert!(beyond(&unquoted).is_some());
        assert!(beyond(&"<div><script>'</div>'</script>".repeat(60_000)).is_some());
    }

    #[test]
    fn pages_of_people_are_read_however_long_they_are() {
        let page = "<div class=\"a > b\"><p>One <b>two</b> <font size=1>three</font><br></div><li>four".repeat(20_000);
        assert!(beyond(&page).is_none());
        assert!(beyond(&"<div>x".repeat(3_000)).is_none());
        assert!(
            beyond(&"<svg><path d='a'/><path/></svg><script>'<div><b>'</script><o:p></o:p>".repeat(30_000)).is_none()
        );
        assert!(beyond(&"a < b and c <3 d ".repeat(10_000)).is_none());
        assert!(beyond(&format!("<img alt='{}'>", "word ".repeat(9_000))).is_none());
    }
}
