//! Which body of the State is named for a type of entity.
//!
//! The national register may hold several bodies of one type: a ministry of health and an institute of
//! public health. Which of them answers is for people to say, unless the mandate of one decides; the
//! first of the register is no better than the second, so all that are left stand side by side.

use crate::domain::vocabulary::{entity_type, fold};
use crate::domain::{Entity, Language, SettledRecord};

/// The body of that type in the national register, all of them as `A / B` in the order of the register
/// where there are several, else the name of the type.
#[must_use]
pub fn body_name(entity_code: &str, register: &[Entity], language: Language) -> String {
    let bodies: Vec<&Entity> = of_type(entity_code, register).collect();
    named(&bodies, entity_code, language)
}

/// The body of that type whose mandate the texts speak of most; where several are spoken of as much, or
/// none is, all of these as [`body_name`] has them.
pub(super) fn body_for(
    entity_code: &str,
    register: &[Entity],
    members: &[&SettledRecord],
    language: Language,
) -> String {
    let texts: String = members.iter().map(|m| format!(" {} ", fold(m.record.clean_text(language)))).collect();
    let spoken_of =
        |body: &Entity| body.mandate.iter().filter(|word| texts.contains(&format!(" {} ", fold(word)))).count();
    let counted: Vec<(usize, &Entity)> = of_type(entity_code, register).map(|body| (spoken_of(body), body)).collect();
    let most = counted.iter().map(|(count, _)| *count).max();
    let best: Vec<&Entity> = counted.iter().filter(|(count, _)| Some(*count) == most).map(|(_, body)| *body).collect();
    named(&best, entity_code, language)
}

fn of_type<'a>(entity_code: &'a str, register: &'a [Entity]) -> impl Iterator<Item = &'a Entity> {
    register.iter().filter(move |entity| entity.entity_type == entity_code)
}

fn named(bodies: &[&Entity], entity_code: &str, language: Language) -> String {
    if bodies.is_empty() {
        return entity_type(entity_code).map_or(entity_code, |kind| kind.names.get(language)).to_owned();
    }
    bodies.iter().map(|body| body.name.as_str()).collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::{body_for, body_name};
    use crate::domain::{Entity, Language};

    fn body(name: &str, mandate: &str) -> Entity {
        Entity {
            code: name.to_owned(),
            name: name.to_owned(),
            short_name: String::new(),
            entity_type: "health".to_owned(),
            mandate: vec![mandate.to_owned()],
            contact: String::new(),
        }
    }

    #[test]
    fn without_texts_all_bodies_of_a_type_stand_in_and_without_bodies_the_type() {
        let register = [body("Ministry of Health", "hospitals"), body("Institute of Public Health", "vaccination")];
        let both = "Ministry of Health / Institute of Public Health";
        assert_eq!(body_for("health", &register, &[], Language::En), both);
        assert_eq!(body_name("health", &register, Language::En), both);
        assert_eq!(body_name("health", &register[1..], Language::En), "Institute of Public Health");
        assert_ne!(body_for("education", &register, &[], Language::En), "Ministry of Health");
        assert_ne!(body_name("education", &register, Language::En), body_name("education", &register, Language::Fr));
        assert_eq!(body_name("unheard_of", &register, Language::En), "unheard_of");
    }
}
