//! Bodies of the State by the names that people give them.

use super::{Noun, Refusal, View};
use crate::domain::Entity;
use crate::domain::vocabulary::{entity_type_named, fold};

impl View {
    /// The code of the body that is called so: of one of the register, else of a type of entity.
    ///
    /// # Errors
    /// When nobody is called so, or the register cannot be read.
    pub fn body_code(&self, wanted: &str) -> Result<String, Refusal> {
        if let Some(body) = self.registered_body(wanted)? {
            return Ok(body.code.clone());
        }
        let found = entity_type_named(wanted).map(|found| found.code.clone());
        found.ok_or_else(|| Refusal::unknown(Noun::Body, wanted))
    }

    /// The body of the register that is called so, by code, name or short name.
    ///
    /// # Errors
    /// When the register cannot be read.
    pub fn registered_body(&self, wanted: &str) -> Result<Option<&Entity>, Refusal> {
        let folded = fold(wanted);
        let is_called = |entity: &&Entity| {
            let names = [&entity.code, &entity.name, &entity.short_name].map(|name| fold(name));
            !folded.is_empty() && names.contains(&folded)
        };
        Ok(self.entities()?.entities.iter().find(is_called))
    }
}
