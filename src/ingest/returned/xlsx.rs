//! What the parts of an XLSX say beside its cells: formulas, merges, notes, and what the file says of itself.

use std::collections::BTreeMap;

use super::beside::{Beside, Described, Merge, Note};
use super::properties::{Relation, describe, part, relations};
use crate::domain::exchange::ReturnedFile;
use crate::ingest::damage::Damage;
use crate::ingest::document::{Element, Package};

const BOOK: &str = "xl/workbook.xml";

/// What the parts of an XLSX say; `None` where the archive is none.
pub(super) fn beside(package: &mut Package) -> Result<Option<Described>, Damage> {
    let Some(book) = part(package, BOOK)? else { return Ok(None) };
    let mut file = ReturnedFile::default();
    describe(package, &mut file)?;
    let Some(root) = book.child("workbook") else { return Ok(None) };
    let names = root.child("definedNames").into_iter().flat_map(Element::elements);
    file.marks.extend(names.map(Element::text));
    let links = relations(package, BOOK)?;
    let mut sheets = BTreeMap::new();
    for sheet in root.child("sheets").into_iter().flat_map(Element::elements) {
        let (name, id) = (sheet.attribute("name").unwrap_or_default(), sheet.attribute("id"));
        let target = links.iter().find(|link| Some(link.id.as_str()) == id).map(|link| link.target.clone());
        if let Some(target) = target {
            sheets.insert(name.to_owned(), of_sheet(package, &target, &mut file)?);
        }
    }
    Ok(Some((file, sheets)))
}

fn of_sheet(package: &mut Package, name: &str, file: &mut ReturnedFile) -> Result<Beside, Damage> {
    let mut own = Beside::default();
    let Some(tree) = part(package, name)? else { return Ok(own) };
    let Some(root) = tree.child("worksheet") else { return Ok(own) };
    file.marks.extend(root.child("headerFooter").into_iter().flat_map(Element::elements).map(Element::text));
    let mut shared: BTreeMap<String, String> = BTreeMap::new();
    for cell in root.child("sheetData").into_iter().flat_map(Element::elements).flat_map(Element::elements) {
        if let (Some(formula), Some(place)) = (cell.child("f"), cell.attribute("r").and_then(place)) {
            // One that was filled down stands in its first cell alone.
            let text = match formula.attribute("si") {
                Some(si) if formula.text().is_empty() => shared.get(si).cloned().unwrap_or_default(),
                Some(si) => shared.entry(si.to_owned()).or_insert_with(|| formula.text()).clone(),
                None => formula.text(),
            };
            own.formulas.insert(place, text);
        }
    }
    let merges = root.child("mergeCells").into_iter().flat_map(Element::elements);
    own.merges = merges.filter_map(|merge| range(merge.attribute("ref")?)).collect();
    for Relation { kind, target, .. } in relations(package, name)? {
        match kind.as_str() {
            "comments" => own.notes.extend(notes(package, &target)?),
            "threadedComment" => own.notes.extend(threads(package, &target)?),
            _ => {}
        }
    }
    Ok(own)
}

/// Notes of a part. Those that stand for threaded comments are read there.
fn notes(package: &mut Package, name: &str) -> Result<Vec<Note>, Damage> {
    let Some(tree) = part(package, name)? else { return Ok(Vec::new()) };
    let Some(root) = tree.child("comments") else { return Ok(Vec::new()) };
    let authors: Vec<String> =
        root.child("authors").into_iter().flat_map(Element::elements).map(Element::text).collect();
    let note = |comment: &Element| {
        let by = authors.get(comment.attribute("authorId")?.parse::<usize>().ok()?)?.clone();
        let text = comment.child("text")?.text().trim().to_owned();
        let (row, _) = place(comment.attribute("ref")?)?;
        // Excel sets the author before the text.
        let bare = text.strip_prefix(&format!("{by}:")).map_or(text.as_str(), str::trim).to_owned();
        (!by.starts_with("tc=") && !bare.is_empty()).then_some(Note { row, by, text: bare })
    };
    Ok(root.child("commentList").into_iter().flat_map(Element::elements).filter_map(note).collect())
}

fn threads(package: &mut Package, name: &str) -> Result<Vec<Note>, Damage> {
    let mut people = BTreeMap::new();
    for list in package.names(&["xl/persons/"]) {
        let Some(tree) = part(package, &list)? else { continue };
        for person in tree.elements().flat_map(Element::elements) {
            if let (Some(id), Some(name)) = (person.attribute("id"), person.attribute("displayName")) {
                people.insert(id.to_owned(), name.to_owned());
            }
        }
    }
    let Some(tree) = part(package, name)? else { return Ok(Vec::new()) };
    let comment = |comment: &Element| {
        let by = people.get(comment.attribute("personId")?).cloned().unwrap_or_default();
        let (row, _) = place(comment.attribute("ref")?)?;
        Some(Note { row, by, text: comment.child("text")?.text().trim().to_owned() })
    };
    Ok(tree.elements().flat_map(Element::elements).filter_map(comment).filter(|note| !note.text.is_empty()).collect())
}

/// `B3`: row from 1, column from 0.
fn place(name: &str) -> Option<(u64, usize)> {
    let at = name.find(|c: char| c.is_ascii_digit())?;
    let letters = name[..at].bytes().filter(u8::is_ascii_alphabetic);
    let column =
        letters.fold(0_usize, |sum, c| sum.saturating_mul(26) + usize::from(c.to_ascii_uppercase() - b'A') + 1);
    let column = column.checked_sub(1).filter(|column| *column < 16_384)?;
    Some((name[at..].parse().ok()?, column))
}

/// `B3:B5`, where it reaches over several rows.
fn range(name: &str) -> Option<Merge> {
    let (from, to) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(from)?, place(to)?);
    Merge { top, bottom, left, right }.if_over_rows()
}

#[cfg(test)]
mod tests {
    use super::{place, range};

    #[test]
    fn places_and_ranges_are_read() {
        assert_eq!((place("B3"), place("AA10"), place("3")), (Some((3, 1)), Some((10, 26)), None));
        assert!(range("B3:B5").is_some_and(|merge| merge.holds(5, 1) && !merge.holds(6, 1)));
        assert!(range("A1:D1").is_none() && range("A1:A99999999").is_none() && range("ZZZZZ1:B2").is_none());
    }
}
