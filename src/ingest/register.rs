//! The national register of entities, a CSV file that the ministry edits.

use std::path::Path;

use serde::Deserialize;

use super::damage::{Damage, DamagedPlace};
use super::error::IngestError;
use super::fault::ExpectedFormat;
use super::read_text;
use super::rejection_reason::RejectionReason;
use crate::domain::vocabulary::entity_type;
use crate::domain::{Coded, Entity, FilePlace, Rejection};

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

/// Reads `entities.csv`: columns `code,name,short_name,type,mandate,contact`.
///
/// Rows whose type is not in the catalogue, or whose code repeats, are returned as rejections.
///
/// # Errors
/// When the file cannot be read or a column is missing.
pub fn read_register(path: &Path) -> Result<(Vec<Entity>, Vec<Rejection>), IngestError> {
    let text = read_text(path)?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let (mut entities, mut rejections): (Vec<Entity>, Vec<Rejection>) = (Vec::new(), Vec::new());
    for (at, row) in reader.deserialize::<Row>().enumerate() {
        let number = at as u64 + 2;
        let place = DamagedPlace::Row { row: number };
        let row =
            row.map_err(|error| IngestError::damaged(ExpectedFormat::Register, path, place, Damage::said(error)))?;
        let known = entity_type(&row.entity_type).is_some();
        let repeated = entities.iter().any(|entity| entity.code == row.code);
        if known && !repeated {
            entities.push(entity(row));
        } else {
            let reason = if known { RejectionReason::CodeRepeated } else { RejectionReason::UnknownType };
            rejections.push(Rejection {
                file: path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned()),
                place: FilePlace::Row { row: number }.to_string(),
                reason: Coded::from(&reason),
                raw: format!("{},{},{}", row.code, row.name, row.entity_type),
            });
        }
    }
    Ok((entities, rejections))
}

fn entity(row: Row) -> Entity {
    let mandate = row.mandate.split('|').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    Entity {
        code: row.code,
        name: row.name,
        short_name: row.short_name,
        entity_type: row.entity_type,
        mandate,
        contact: row.contact,
    }
}
