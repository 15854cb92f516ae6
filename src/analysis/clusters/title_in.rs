//! The title of a cluster in another language, by what was understood of it.

use super::title_words::{instrument_title, term_title, with_instruments};
use super::topic_titles::{mixed_title, topic_title};
use crate::domain::vocabulary::groups;
use crate::domain::{ClusterDefinition, Language};
use crate::text::terms::term;

/// The title of a cluster in a language: as made in English, elsewhere what the vocabularies can say
/// of it, with the title of the theme where they say nothing.
#[must_use]
pub fn title_in(cluster: &ClusterDefinition, language: Language, theme: &str) -> String {
    let subject = &cluster.subject;
    if language == Language::En {
        return cluster.title.clone();
    }
    if let Some(topic) = &subject.topic {
        let plain = match &subject.mostly {
            Some(mostly) => mixed_title(mostly, language),
            None => topic_title(topic, language, theme),
        };
        let named = if subject.with_instruments { with_instruments(&plain, subject, language) } else { None };
        let plain = named.unwrap_or(plain);
        let title = if subject.with_theme { format!("{plain} ({theme})") } else { plain };
        let term = subject.terms.first().and_then(|english| term(english)).map(|term| term.name(language).to_owned());
        let apart = term.or_else(|| number_behind(&cluster.title));
        return apart.map_or_else(|| title.clone(), |apart| format!("{title} ({apart})"));
    }
    if !subject.instruments.is_empty() {
        return instrument_title(subject, language);
    }
    if let Some(title) = term_title(&subject.terms, language) {
        return title;
    }
    let group = groups().iter().find(|group| Some(&group.code) == subject.group.as_ref());
    let phrases = cluster.key_phrases.iter().take(2).cloned().collect::<Vec<_>>().join(", ");
    match group {
        Some(group) => format!("{theme} · {} ({phrases})", group.names.get(language)),
        None if phrases.is_empty() => theme.to_owned(),
        None => format!("{theme} ({phrases})"),
    }
}

/// The number that tells a title from others that are the same: `(2)`.
fn number_behind(title: &str) -> Option<String> {
    let (_, number) = title.strip_suffix(')')?.rsplit_once(" (")?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.to_owned())
}
