//! The national register of entities, a CSV file that the ministry edits.

use std::path::Path;

use serde::Deserialize;

use super::damage::{Damage, DamagedPlace};
use super::error::IngestError;
use super::fault::ExpectedFormat;
use super::pieces::separator;
use super::read_text;
use super::rejection_reason::RejectionReason;
use crate::domain::vocabulary::{entity_type_named, nearest_entity_types};
use crate::domain::{Coded, Entity, EntityRegister, FilePlace, Language, Rejection};

#[derive(Deserialize)]
struct Row {
    code: String,
    name: String,
    #[serde(default)]
    short_name: String,
    #[serde(rename = "type")]
    entity_type: String,
    #[serde(default)]
    mandate: String,
    #[serde(default)]
    contact: String,
}

/// Columns without which there is no register.
const NEEDED: [&str; 3] = ["code", "name", "type"];
/// How many types are named where one is not known.
const NEAREST: usize = 3;

/// Reads `entities.csv`: columns `code,name,short_name,type,mandate,contact`, in whatever encoding and with
/// whatever separator a spreadsheet has saved them. A type is a code, or a name in any of the six languages.
///
/// Rows whose type is not in the catalogue, or whose code repeats, are returned as rejections.
///
/// # Errors
/// When the file cannot be read or a column is missing.
pub fn read_register(path: &Path) -> Result<EntityRegister, IngestError> {
    let text = read_text(path)?;
    let mut builder = csv::ReaderBuilder::new();
    builder.trim(csv::Trim::All).delimiter(separator(&text));
    let mut reader = builder.from_reader(text.as_bytes());
    let damaged =
        |place, error: csv::Error| IngestError::damaged(ExpectedFormat::Register, path, place, Damage::said(error));
    let headings = reader.headers().map_err(|error| damaged(DamagedPlace::Headings, error))?;
    let headings: csv::StringRecord = headings.iter().map(str::to_lowercase).collect();
    let is_missing = |name: &&str| !headings.iter().any(|heading| heading == *name);
    if let Some(name) = NEEDED.iter().find(|name| is_missing(name)) {
        return Err(IngestError::damaged(
            ExpectedFormat::Register,
            path,
            DamagedPlace::Headings,
            Damage::said(format!("missing: {name}")),
        ));
    }
    reader.set_headers(headings);
    let EntityRegister { mut entities, mut rejections } = EntityRegister::default();
    for (at, row) in reader.deserialize::<Row>().enumerate() {
        let number = at as u64 + 2;
        let row = row.map_err(|error| damaged(DamagedPlace::Row { row: number }, error))?;
        match fault(&row, &entities) {
            None => entities.extend(entity(row)),
            Some(reason) => rejections.push(Rejection {
                file: path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
                place: FilePlace::Row { row: number }.to_string(),
                reason: Coded::from(&reason),
                raw: format!("{},{},{}", row.code, row.name, row.entity_type),
            }),
        }
    }
    Ok(EntityRegister { entities, rejections })
}

/// Why a row is not taken.
fn fault(row: &Row, before: &[Entity]) -> Option<RejectionReason> {
    if entity_type_named(&row.entity_type).is_none() {
        let nearest = nearest_entity_types(&row.entity_type, NEAREST).into_iter();
        let nearest = nearest.map(|entity| format!("{} ({})", entity.code, entity.names.get(Language::En))).collect();
        return Some(RejectionReason::UnknownType { name: row.entity_type.clone(), nearest });
    }
    before.iter().any(|entity| entity.code == row.code).then_some(RejectionReason::CodeRepeated)
}

/// The body of a row; `None` when its type is not known.
fn entity(row: Row) -> Option<Entity> {
    let entity_type = entity_type_named(&row.entity_type)?.code.clone();
    let mandate = row.mandate.split('|').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    Some(Entity {
        code: row.code,
        name: row.name,
        short_name: row.short_name,
        entity_type,
        mandate,
        contact: row.contact,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(content: &[u8]) -> EntityRegister {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("entities.csv");
        std::fs::write(&path, content).unwrap();
        read_register(&path).unwrap()
    }

    #[test]
    fn a_register_is_read_as_spreadsheets_of_any_language_save_it() {
        let text =
            "Code;Name;Type\nMJ;Ministère de la Justice;Ministère de la justice\nMI;Police nationale;interior_police\n";
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for content in [text.as_bytes(), &latin, &wide, text.replace(';', "\t").as_bytes()] {
            let EntityRegister { entities, rejections } = read(content);
            let types: Vec<&str> = entities.iter().map(|entity| entity.entity_type.as_str()).collect();
            assert_eq!((types, rejections.len()), (vec!["justice", "interior_police"], 0));
            assert_eq!(entities[0].name, "Ministère de la Justice");
        }
    }

    #[test]
    fn an_unknown_type_is_rejected_with_those_that_are_nearest() {
        let EntityRegister { entities, rejections } =
            read(b"code,name,type\nA,One,Ministry of Justise\nB,Two,justice\nB,Three,justice\n");
        let codes: Vec<&str> = rejections.iter().map(|rejection| rejection.reason.code.as_str()).collect();
        assert_eq!((entities.len(), codes), (1, vec!["ingest-rejected-unknown-type", "ingest-rejected-code-repeated"]));
        assert_eq!(rejections[0].reason.values["nearest"][0], "justice (Ministry of Justice)");
    }
}
