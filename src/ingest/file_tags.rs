//! Tags that a source states, in the vocabularies that ship with Weft.

use jiff::civil::Date;

use super::raw_record::RawRecord;
use super::remark::Remark;
use super::responsible::{Responsible, responsible};
use crate::domain::tag::{Confidence, Tag, TagKind};
use crate::domain::vocabulary::{ThemeRegister, group_code, issue_number, issues, sdg_code};
use crate::domain::{Entity, Evidence};

/// The tags of a row, each once; names that no vocabulary has become remarks.
pub(super) fn file_tags(
    raw: &RawRecord,
    cleaned: &str,
    dated: Option<Date>,
    entities: &[Entity],
    remarks: &mut Vec<Remark>,
) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut add = |tag: Tag| {
        if !tags.iter().any(|t: &Tag| t.kind == tag.kind && t.value == tag.value) {
            tags.push(tag);
        }
    };
    for issue in &raw.issues {
        match issue_number(issue) {
            Some(at) => add(Tag::from_file(TagKind::Issue, &*issues()[at].name)),
            None => remarks.push(Remark::UnknownIssue { name: issue.clone() }),
        }
    }
    for theme in raw.themes.iter().flat_map(|theme| ThemeRegister::embedded().current(theme)) {
        add(theme_tag(theme, cleaned, dated));
    }
    for person in &raw.persons {
        match group_code(person) {
            Some(code) => add(Tag::from_file(TagKind::Group, code)),
            None => remarks.push(Remark::UnknownGroup { name: person.clone() }),
        }
    }
    for sdg in &raw.sdgs {
        match sdg_code(sdg) {
            Some(code) => add(Tag::from_file(TagKind::SdgTarget, code)),
            None => remarks.push(Remark::UnknownSdg { name: sdg.clone() }),
        }
    }
    if let Some(category) = raw.action.trim().parse::<u8>().ok().filter(|c| (1..=5).contains(c)) {
        add(Tag::from_file(TagKind::Action, category.to_string()));
    }
    entity_tags(raw, entities, remarks).into_iter().for_each(add);
    tags
}

/// Who is responsible: the first of several leads, the others support.
fn entity_tags(raw: &RawRecord, entities: &[Entity], remarks: &mut Vec<Remark>) -> Vec<Tag> {
    let Responsible { values, unknown } = responsible(&raw.responsible, entities);
    remarks.extend(unknown.into_iter().map(|name| Remark::UnknownEntity { name }));
    let kinds = std::iter::once(TagKind::Lead).chain(std::iter::repeat(TagKind::Support));
    kinds.zip(values).map(|(kind, value)| Tag::from_file(kind, value)).collect()
}

/// UHRI's theme "Reservations" stands on nearly all texts of 2009–2014, and only 3 % of those
/// mention one: before 2019 it is believed only where the text says so.
fn theme_tag(theme: String, cleaned: &str, dated: Option<Date>) -> Tag {
    let doubtful = theme == "Reservations"
        && dated.is_none_or(|date| date.year() < 2019)
        && !cleaned.to_lowercase().contains("reservation");
    let mut tag = Tag::from_file(TagKind::Theme, theme);
    if doubtful {
        tag.confidence = Confidence::new(0.05);
        tag.evidence = vec![Evidence::SourceGaveItToAll];
    }
    tag
}

#[cfg(test)]
mod tests {
    use super::{RawRecord, Remark, TagKind, file_tags};

    #[test]
    fn who_is_responsible_is_a_tag_of_the_file_and_an_unknown_name_is_told() {
        let raw = RawRecord {
            responsible: "Ministry of Justice; Ministry of Health; The Palace".to_owned(),
            ..RawRecord::default()
        };
        let mut remarks = Vec::new();
        let tags = file_tags(&raw, "Build schools", None, &[], &mut remarks);
        let tags: Vec<(TagKind, &str)> = tags.iter().map(|tag| (tag.kind, tag.value.as_str())).collect();
        assert_eq!(tags, [(TagKind::Lead, "justice"), (TagKind::Support, "health")]);
        assert_eq!(remarks, [Remark::UnknownEntity { name: "The Palace".to_owned() }]);
    }
}
