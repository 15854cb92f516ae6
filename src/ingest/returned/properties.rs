//! What an office file says of itself: who saved it and when, and the properties that were set in it.

use crate::domain::exchange::ReturnedFile;
use crate::ingest::damage::Damage;
use crate::ingest::document::{Element, Package, parse_xml};

/// A part of a package as a tree; `None` where there is no such part.
pub(super) fn part(package: &mut Package, name: &str) -> Result<Option<Element>, Damage> {
    let Some(text) = package.text(name)? else { return Ok(None) };
    parse_xml(&text).map(Some).map_err(|damage| damage.in_part(name))
}

/// Puts in who saved a file and when, and the texts of its own properties.
pub(super) fn describe(package: &mut Package, file: &mut ReturnedFile) -> Result<(), Damage> {
    if let Some(core) = part(package, "docProps/core.xml")? {
        let of = |name: &str| core.child("coreProperties").and_then(|all| all.child(name)).map(Element::text);
        file.by = of("lastModifiedBy").unwrap_or_default();
        file.saved = of("modified").unwrap_or_default();
    }
    if let Some(custom) = part(package, "docProps/custom.xml")? {
        file.marks.extend(custom.elements().flat_map(Element::elements).map(Element::text));
    }
    Ok(())
}

/// The targets of the relations of a part, by their identifiers, with their kinds.
pub(super) fn relations(package: &mut Package, of: &str) -> Result<Vec<Relation>, Damage> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let Some(all) = part(package, &format!("{folder}/_rels/{name}.rels"))? else { return Ok(Vec::new()) };
    let attribute = |element: &Element, name: &str| element.attribute(name).unwrap_or_default().to_owned();
    let relation = |element: &Element| Relation {
        id: attribute(element, "Id"),
        kind: attribute(element, "Type").rsplit('/').next().unwrap_or_default().to_owned(),
        target: placed(folder, &attribute(element, "Target")),
    };
    Ok(all.elements().flat_map(Element::elements).map(relation).collect())
}

/// A relation of a part.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its kind.
    pub(super) kind: String,
    /// The part that it leads to.
    pub(super) target: String,
}

/// The place of a target that is named from a folder.
fn placed(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            ".." => _ = steps.pop(),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::placed;

    #[test]
    fn targets_are_placed_from_their_folder() {
        assert_eq!(placed("xl/worksheets", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(placed("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(placed("xl", "/xl/comments1.xml"), "xl/comments1.xml");
        assert_eq!(placed("xl", "../../../etc/passwd"), "etc/passwd");
    }
}
