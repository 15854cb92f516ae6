//! Bodies of the State by the names that people give them.

use crate::domain::Entity;
use crate::domain::vocabulary::{entity_types, fold};
use crate::view::{Noun, Refusal, View};

/// The code of the body that is called so: of one of the register, else of a type of entity.
///
/// # Errors
/// When nobody is called so, or the register cannot be read.
pub(in crate::workspace) fn body_code(wanted: &str, view: &View) -> Result<String, Refusal> {
    let folded = fold(wanted);
    if let Some(body) = registered(&folded, view)? {
        return Ok(body.code.clone());
    }
    let is_type = entity_types().iter().find(|kind| fold(&kind.code) == folded).map(|kind| kind.code.clone());
    is_type.or_else(|| entity_type_of(&folded)).ok_or_else(|| Refusal::unknown(Noun::Body, wanted))
}

/// The body of the register that is called so.
pub(super) fn registered<'v>(folded: &str, view: &'v View) -> Result<Option<&'v Entity>, Refusal> {
    let is_called = |entity: &&Entity| {
        let names = [&entity.code, &entity.name, &entity.short_name].map(|name| fold(name));
        !folded.is_empty() && names.iter().any(|name| name == folded)
    };
    Ok(view.entities()?.entities.iter().find(is_called))
}

/// The type of entity that is called so in any language.
pub(super) fn entity_type_of(folded: &str) -> Option<String> {
    let found = entity_types().iter().find(|t| t.names.iter().any(|name| fold(name) == folded));
    found.map(|found| found.code.clone())
}
