//! Both scripts of Chinese as one: a text in traditional characters is compared as if it were written in
//! simplified ones (`corpora/reference/han_scripts.csv`, after the character table of OpenCC, Apache-2.0).
//!
//! For comparing alone: nobody is shown a text in another script than its own. By hand and not by a library:
//! those turn whole texts, word by word, and what is compared here has to keep its place in the text.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::tokens::is_han;
use crate::domain::vocabulary::{Table, fold};

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let table = Table::embedded("han_scripts", include_str!("../../corpora/reference/han_scripts.csv"));
    let mut simplified = HashMap::new();
    for row in table.rows() {
        let one = row.cell("simplified").chars().next().expect("every row has a simplified character");
        simplified.extend(row.cell("traditional").chars().map(|other| (other, one)));
    }
    simplified
});

/// A text with the simplified character for each traditional one; as many characters as before.
#[must_use]
pub fn simplified(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_traditional) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if is_traditional(c) { SIMPLIFIED[&c] } else { c }).collect())
}

/// A word as the index has it among its plain words: folded, in one piece, in one script.
#[must_use]
pub fn folded_word(word: &str) -> String {
    simplified(&fold(word).replace(' ', "")).into_owned()
}

fn is_traditional(c: char) -> bool {
    is_han(c) && SIMPLIFIED.contains_key(&c)
}

#[cfg(test)]
mod tests {
    use super::simplified;

    #[test]
    fn both_scripts_are_one_and_other_scripts_stay() {
        assert_eq!(simplified("國際兒童權利公約"), "国际儿童权利公约");
        assert_eq!(simplified("防止酷刑 CAT"), "防止酷刑 CAT");
        assert_eq!(simplified("難民"), simplified("难民"));
    }
}
