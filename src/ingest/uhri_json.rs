//! UHRI full export, JSON: one array on one line, hundreds of megabytes, read as a stream.

use std::fmt;
use std::fs::File;
use std::io::BufReader;

use serde::Deserialize;
use serde::de::{Deserializer as _, Error as _, SeqAccess, Visitor};

use super::draft::Draft;
use super::{Context, IngestError, Sink, SourceFile};

/// One item of the export; unknown fields are passed over, missing ones are empty.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
#[derive(Default)]
struct Annotation {
    affected_persons: Option<Vec<String>>,
    annotation_id: Option<String>,
    annotation_type: Option<String>,
    body: Option<String>,
    countries: Option<Vec<String>>,
    publication_date: Option<String>,
    sdgs: Option<Vec<String>>,
    symbol: Option<String>,
    text: Option<String>,
    themes: Option<Vec<String>>,
    upr_positions: Option<Vec<String>>,
    upr_recommending_country: Option<Vec<String>>,
    upr_session: Option<Vec<String>>,
}

impl From<Annotation> for Draft {
    fn from(item: Annotation) -> Self {
        let first = |list: Option<Vec<String>>| list.and_then(|l| l.into_iter().next()).unwrap_or_default();
        Self {
            source_id: item.annotation_id.unwrap_or_default(),
            kind: item.annotation_type.unwrap_or_default(),
            body: item.body.unwrap_or_default(),
            symbol: item.symbol.unwrap_or_default(),
            states: item.countries.unwrap_or_default(),
            recommending: item.upr_recommending_country.unwrap_or_default(),
            session: first(item.upr_session),
            position: item.upr_positions.map(|p| joined_positions(&p)).unwrap_or_default(),
            published: item.publication_date.unwrap_or_default(),
            text: item.text.unwrap_or_default(),
            themes: item.themes.unwrap_or_default(),
            persons: item.affected_persons.unwrap_or_default(),
            sdgs: item.sdgs.unwrap_or_default(),
            ..Self::default()
        }
    }
}

/// Supported and noted at once is the partial position.
fn joined_positions(positions: &[String]) -> String {
    positions.iter().map(|p| p.trim().trim_start_matches("- ")).collect::<Vec<_>>().join("/")
}

/// Reads the export item by item; memory does not grow with the file.
///
/// # Errors
/// When the file cannot be opened, is no JSON array of objects, or the sink stops.
pub(super) fn read(file: &SourceFile, context: &Context<'_>, sink: &mut Sink<'_>) -> Result<(), IngestError> {
    let open = File::open(&file.path).map_err(|source| IngestError::Io { path: file.path.clone(), source })?;
    let mut reader = BufReader::with_capacity(1 << 20, open);
    skip_mark(&mut reader);
    let mut json = serde_json::Deserializer::from_reader(reader);
    let mut stopped = None;
    let visitor = Items { file, context, sink, stopped: &mut stopped };
    let outcome = json.deserialize_seq(visitor).and_then(|()| json.end());
    match (stopped, outcome) {
        (Some(error), _) => Err(error),
        (None, Ok(())) => Ok(()),
        (None, Err(error)) => Err(IngestError::Damaged {
            path: file.path.clone(),
            format: "the UHRI JSON export",
            place: format!("line {}, column {}", error.line(), error.column()),
            reason: error.to_string(),
        }),
    }
}

fn skip_mark(reader: &mut BufReader<File>) {
    use std::io::BufRead;
    if reader.fill_buf().is_ok_and(|start| start.starts_with(&[0xef, 0xbb, 0xbf])) {
        reader.consume(3);
    }
}

struct Items<'a, 'b, 'c> {
    file: &'a SourceFile,
    context: &'a Context<'b>,
    sink: &'a mut Sink<'c>,
    stopped: &'a mut Option<IngestError>,
}

impl<'de> Visitor<'de> for Items<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of UHRI annotations")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let mut number = 0u64;
        while let Some(item) = items.next_element::<Annotation>()? {
            number += 1;
            if let Err(error) = self.sink.offer(&Draft::from(item), self.file, self.context, format!("item {number}")) {
                *self.stopped = Some(error);
                return Err(A::Error::custom("stopped"));
            }
        }
        Ok(())
    }
}
