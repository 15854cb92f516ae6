//! A tag with the name of its value: what people read where a code alone tells nothing.

use serde::Serialize;
use serde_json::json;

use crate::domain::vocabulary::{Vocabulary, VocabularyTerm};
use crate::domain::{Coded, Entity, EntityLink, Language, Message, Tag, TagKind, Values};
use crate::plan::linked_body_name;

/// A tag, and what its value is called.
#[derive(Debug, Clone, Serialize)]
pub struct NamedTag {
    /// The tag.
    #[serde(flatten)]
    pub tag: Tag,
    /// The name of its value.
    pub name: ValueName,
    /// The name of the value that is nearly as likely, where the two cannot be told apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub or: Option<ValueName>,
}

/// What a value is called.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum ValueName {
    /// A value of a vocabulary, named in the language of the reader.
    Term(VocabularyTerm),
    /// By a code with words.
    Coded(Coded),
    /// A name of its own: that of bodies of the national register, and of values that no vocabulary names.
    Own(String),
}

impl NamedTag {
    /// A tag with the name of its value; entities go by the bodies of the national register.
    pub(super) fn of(tag: Tag, register: &[Entity], language: Language) -> Self {
        let term = |vocabulary| VocabularyTerm::of(vocabulary, &tag.value).map(ValueName::Term);
        let name = match tag.kind {
            TagKind::Issue => term(Vocabulary::Issue),
            TagKind::Group => term(Vocabulary::Group),
            TagKind::SdgTarget => term(Vocabulary::SdgTarget),
            TagKind::Lead | TagKind::Support => {
                entity(&EntityLink::of(&tag.value, std::iter::empty()), register, language)
            }
            TagKind::Action => category(&tag.value),
            TagKind::Instrument => term(Vocabulary::Instrument),
            TagKind::Topic => term(Vocabulary::Topic),
            TagKind::Theme | TagKind::Smart => None,
        };
        Self { name: name.unwrap_or_else(|| ValueName::Own(tag.value.clone())), tag, or: None }
    }

    /// The tag of a link that holds, named by what people have said of its bodies, and beside the type that is
    /// nearly as likely, if there is one.
    pub(super) fn of_link(
        tag: Tag,
        link: &EntityLink,
        rival: Option<&str>,
        register: &[Entity],
        language: Language,
    ) -> Self {
        let name = entity(link, register, language).unwrap_or_else(|| ValueName::Own(tag.value.clone()));
        let or = rival.and_then(|rival| entity(&EntityLink::of_type(rival), register, language));
        Self { tag, name, or }
    }

    /// The name alone.
    #[must_use]
    pub fn named(&self) -> Coded {
        Coded { code: "tag-value".to_owned(), values: Values::from_iter([("value".to_owned(), json!(self.name))]) }
    }
}

/// The body of the national register that is meant, else the name of the type.
fn entity(link: &EntityLink, register: &[Entity], language: Language) -> Option<ValueName> {
    let is_registered = register.iter().any(|entity| entity.entity_type == link.entity_type);
    let own = || ValueName::Own(linked_body_name(link, register, language));
    let term = || VocabularyTerm::of(Vocabulary::Entity, &link.entity_type).map(ValueName::Term);
    is_registered.then(own).or_else(term)
}

/// An action category by its number.
fn category(value: &str) -> Option<ValueName> {
    let number: u8 = value.parse().ok()?;
    let values = Values::from_iter([("value".to_owned(), json!(number))]);
    Some(ValueName::Coded(Coded { code: "action-category".to_owned(), values }))
}

/// Its name with who says it, as readers of a record see it.
impl Message for NamedTag {
    fn code(&self) -> &'static str {
        if self.or.is_some() { "tag-unsure" } else { self.tag.code() }
    }

    fn values(&self) -> Values {
        let mut values = self.tag.values();
        values.insert("value".to_owned(), json!(self.name));
        values.extend(self.or.as_ref().map(|or| ("or".to_owned(), json!(or))));
        values
    }
}

#[cfg(test)]
mod tests {
    use super::{NamedTag, ValueName};
    use crate::domain::{Entity, EntityLink, Language, Message, Tag, TagKind};

    fn body(name: &str) -> Entity {
        Entity {
            code: name.to_owned(),
            name: name.to_owned(),
            short_name: String::new(),
            entity_type: "justice".to_owned(),
            mandate: Vec::new(),
            contact: String::new(),
        }
    }

    fn named(kind: TagKind, value: &str, register: &[Entity]) -> NamedTag {
        NamedTag::of(Tag::from_file(kind, value), register, Language::En)
    }

    #[test]
    fn bodies_go_by_the_register_and_types_without_one_by_the_catalogue() {
        let register = [body("Ministry of Justice and Prisons")];
        let own = ValueName::Own("Ministry of Justice and Prisons".to_owned());
        assert_eq!(named(TagKind::Lead, "justice", &register).name, own);
        assert!(matches!(named(TagKind::Support, "health", &register).name, ValueName::Term(_)));
        assert_eq!(named(TagKind::Lead, "nobody", &register).name, ValueName::Own("nobody".to_owned()));
    }

    #[test]
    fn a_body_that_was_named_goes_by_its_own_name_and_an_unsure_lead_stands_beside_another() {
        let register = [body("Ministry of Justice"), body("Prison Service")];
        let own = named(TagKind::Lead, "justice/Prison Service", &register);
        assert_eq!(own.name, ValueName::Own("Prison Service".to_owned()));
        let (tag, link) = (Tag::from_file(TagKind::Lead, "health"), EntityLink::of_type("health"));
        let unsure = NamedTag::of_link(tag, &link, Some("justice"), &register, Language::En);
        assert_eq!(
            (unsure.code(), unsure.values()["or"].as_str()),
            ("tag-unsure", Some("Ministry of Justice / Prison Service"))
        );
    }

    #[test]
    fn a_named_tag_says_its_name_in_place_of_its_code() {
        let category = named(TagKind::Action, "4", &[]);
        assert_eq!(category.code(), "tag-file");
        assert_eq!(category.values()["value"]["code"], "action-category");
        assert_eq!(named(TagKind::Group, "detainees", &[]).values()["value"]["vocabulary"], "group");
        assert_eq!(named(TagKind::Theme, "Reservations", &[]).values()["value"], "Reservations");
    }
}
