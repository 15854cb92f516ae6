//! Arguments that nouns of the domain read themselves; what is wrong with them is said in words.

use std::str::FromStr;

use crate::domain::Message;
use crate::i18n::Words;

/// Reads an argument.
///
/// # Errors
/// The sentence of what is wrong, for the parser of arguments to show.
pub(super) fn read<T: FromStr<Err: Message>>(text: &str) -> Result<T, String> {
    text.parse().map_err(|error: T::Err| Words::english().say(&error))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::domain::{ClusterNumber, Language};

    #[test]
    fn a_wrong_argument_is_answered_in_words() {
        assert_eq!(read::<Language>("fr"), Ok(Language::Fr));
        assert_eq!(read::<Language>("xx"), Err("'xx' is not one of ar, zh, en, fr, ru, es".to_owned()));
        assert_eq!(read::<ClusterNumber>("12"), Err("'12' is not a cluster number such as 12.3".to_owned()));
    }
}
