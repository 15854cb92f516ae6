//! What a page lists, as files: the same address with an ending gives all of it, however much the page shows.

use super::download::Download;
use super::visit::Visit;
use crate::view::{Noun, Refusal};
use crate::workspace::{ListTable, TableFormat, WorkspaceError};

/// Kinds of files that are saved.
pub(super) const CSV: &str = "text/csv; charset=utf-8";
pub(super) const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
pub(super) const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// The kind of plain data.
pub(super) const JSON: &str = "application/json";

/// Endings of lists, the one that is read by most first.
pub(super) const ENDINGS: [&str; 3] = ["xlsx", "csv", "json"];

/// Lists that have files beside their pages.
const LISTS: [&str; 9] = [
    "/sources",
    "/search",
    "/clusters",
    "/review/duplicates",
    "/review/sdg",
    "/review/entities",
    "/review/clusters",
    "/review/readings",
    "/history",
];

/// The ending of an address that names a file of a list, and the address without it.
pub(super) fn parted(path: &str) -> (&str, &str) {
    match path.rsplit_once('.') {
        Some((before, ending)) if ENDINGS.contains(&ending) => (before, ending),
        _ => (path, ""),
    }
}

/// What a page says of the files beside it, for programs: the value of a `Link` header.
pub(super) fn link(at: &str) -> Option<String> {
    let (path, query) = at.split_once('?').map_or((at, String::new()), |(path, query)| (path, format!("?{query}")));
    let is_one = path.starts_with("/clusters/") || path.starts_with("/records/");
    (LISTS.contains(&path) || is_one).then(|| {
        let of = |ending: &str, kind: &str| format!("<{path}.{ending}{query}>; rel=\"alternate\"; type=\"{kind}\"");
        // A record is no list: it has no table.
        let tables = if path.starts_with("/records/") { vec![] } else { vec![of("csv", CSV), of("xlsx", XLSX)] };
        std::iter::once(of("json", JSON)).chain(tables).collect::<Vec<_>>().join(", ")
    })
}

/// A list as the file that the ending of the address asks for.
///
/// # Errors
/// When a list has no such file, or it cannot be written.
pub(super) fn saved(name: &str, list: ListTable, visit: &Visit<'_>) -> Result<Download, WorkspaceError> {
    let path = visit.at.split('?').next().unwrap_or_default();
    let (format, kind) = match parted(path).1 {
        "csv" => (TableFormat::Csv, CSV),
        "xlsx" => (TableFormat::Xlsx, XLSX),
        other => return Err(Refusal::unknown(Noun::Value, other).into()),
    };
    let ending = parted(path).1;
    let mut bytes = Vec::new();
    list.write(format, visit.words, &mut bytes)?;
    Ok(Download::to_save(format!("{name}.{ending}"), kind, bytes))
}

#[cfg(test)]
mod tests {
    use super::{link, parted};

    #[test]
    fn an_ending_is_told_from_a_number_with_a_point() {
        assert_eq!(parted("6.2"), ("6.2", ""));
        assert_eq!(parted("6.2.csv"), ("6.2", "csv"));
        assert_eq!(parted("/plan"), ("/plan", ""));
    }

    #[test]
    fn a_page_names_the_files_beside_it_with_its_query() {
        let told = link("/search?q=water").unwrap();
        assert!(told.starts_with("</search.json?q=water>; rel=\"alternate\""), "{told}");
        assert_eq!(link("/help"), None);
        assert!(!link("/records/x").unwrap().contains("csv"));
    }
}
