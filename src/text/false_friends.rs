//! Words that models take for something else than they mean: a hunger strike is not about food, a watertight
//! rule not about water, who defends the land is a person (`corpora/reference/false_friends.csv`).
//!
//! Models see English words in their place, which mean what was meant. A text without such words is seen as it
//! stands; what people read, search and compare is never changed.

use std::sync::LazyLock;

use super::phrases::PhraseMatcher;
use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};

/// A piece of a folded text as models are to see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// The text as it stands.
    Own(&'a str),
    /// Folded English words in the place of what misleads.
    Meant(&'static str),
}

struct FalseFriends {
    matchers: [PhraseMatcher; 6],
    /// By row of the table: what is meant, folded.
    meant: Vec<String>,
}

static FALSE_FRIENDS: LazyLock<FalseFriends> = LazyLock::new(|| {
    let table = Table::embedded("false_friends", include_str!("../../corpora/reference/false_friends.csv"));
    let phrases: Vec<[Vec<String>; 6]> = table.rows().map(|row| row.lists_by_language("phrases")).collect();
    let matchers = Language::ALL.map(|language| {
        let by_row = phrases.iter().map(|lists| &lists[language.index()]).enumerate();
        PhraseMatcher::new(by_row.flat_map(|(at, list)| list.iter().map(move |phrase| (phrase.as_str(), at))))
    });
    FalseFriends { matchers, meant: table.rows().map(|row| fold(row.cell("instead"))).collect() }
});

/// A folded text of a language in the pieces that models are to see; one piece where nothing in it misleads.
#[must_use]
pub(super) fn pieces(folded: &str, language: Language) -> Vec<Piece<'_>> {
    let known = &*FALSE_FRIENDS;
    let (mut pieces, mut at) = (Vec::new(), 0);
    for hit in known.matchers[language.index()].find(folded) {
        pieces.push(Piece::Own(&folded[at..hit.start]));
        pieces.push(Piece::Meant(&known.meant[hit.value]));
        at = hit.end;
    }
    pieces.push(Piece::Own(&folded[at..]));
    pieces
}

#[cfg(test)]
mod tests {
    use super::{Piece, pieces};
    use crate::domain::Language::{En, Es, Zh};
    use crate::domain::vocabulary::fold;
    use crate::text::reading::read;

    #[test]
    fn what_is_meant_stands_in_the_place_of_what_misleads() {
        let folded = fold("关闭再教育营并调查");
        assert_eq!(pieces(&folded, Zh), [Piece::Own("关闭"), Piece::Meant("detention camps"), Piece::Own("并调查")]);
        let english = read("Forbid the feeding of hunger strikers by force", En).english;
        assert_eq!(english, "forbid the feeding of protest by force");
        assert!(read("Cerrar los campos de reeducación", Es).english.contains("detention camps"));
    }

    #[test]
    fn other_texts_are_seen_as_they_stand_and_no_text_is_changed_for_people() {
        let other = "build water tanks on farm land";
        assert_eq!(pieces(other, En), [Piece::Own(other)]);
        let reading = read("Review the rules on hunger strikes", En);
        assert!(reading.english.contains("protest") && reading.folded.contains("hunger strikes"));
        assert!(reading.core.contains("hunger strikes"));
    }
}
