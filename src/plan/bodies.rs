//! Which body of the State is named for a type of entity.
//!
//! The national register may hold several bodies of one type: a ministry of health and an institute of
//! public health. Which of them answers is for people to say: whom they name stands alone, and whom they
//! refuse does not stand. Where they have said nothing the mandate of one may decide; the first of the register
//! is no better than the second, so all that are left stand side by side.

use crate::domain::vocabulary::{entity_type, fold};
use crate::domain::{Entity, EntityLink, Language, SettledRecord};

/// The body of that type in the national register, all of them as `A / B` in the order of the register
/// where there are several, else the name of the type.
#[must_use]
pub fn body_name(entity_code: &str, register: &[Entity], language: Language) -> String {
    linked_body_name(&EntityLink::of_type(entity_code), register, language)
}

/// The same of a link: the body that a person has named, else those of the type that nobody has refused.
#[must_use]
pub fn linked_body_name(link: &EntityLink, register: &[Entity], language: Language) -> String {
    named(&open_bodies(link, register), &link.entity_type, language)
}

/// The body that a person has named; else that of the type whose mandate the texts speak of most. Where several
/// are spoken of as much, or none is, all of these as [`body_name`] has them.
pub(super) fn body_for(
    link: &EntityLink,
    register: &[Entity],
    members: &[&SettledRecord],
    language: Language,
) -> String {
    let texts: String = members.iter().map(|m| format!(" {} ", fold(m.record.clean_text(language)))).collect();
    let spoken_of =
        |body: &Entity| body.mandate.iter().filter(|word| texts.contains(&format!(" {} ", fold(word)))).count();
    let open = open_bodies(link, register).into_iter();
    let counted: Vec<(usize, &Entity)> = open.map(|body| (spoken_of(body), body)).collect();
    let most = counted.iter().map(|(count, _)| *count).max();
    let best: Vec<&Entity> = counted.iter().filter(|(count, _)| Some(*count) == most).map(|(_, body)| *body).collect();
    named(&best, &link.entity_type, language)
}

/// The bodies of the register that a link may mean. One that was named and has left the register is as good as
/// none.
fn open_bodies<'r>(link: &EntityLink, register: &'r [Entity]) -> Vec<&'r Entity> {
    let mut bodies: Vec<&Entity> = register.iter().filter(|entity| entity.entity_type == link.entity_type).collect();
    let own = bodies.iter().position(|entity| link.body.as_ref() == Some(&entity.code));
    match own {
        Some(at) => vec![bodies[at]],
        None => {
            bodies.retain(|entity| !link.refused.contains(&entity.code));
            bodies
        }
    }
}

fn named(bodies: &[&Entity], entity_code: &str, language: Language) -> String {
    if bodies.is_empty() {
        return entity_type(entity_code).map_or(entity_code, |kind| kind.names.get(language)).to_owned();
    }
    bodies.iter().map(|body| body.name.as_str()).collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::{body_for, body_name, linked_body_name};
    use crate::domain::{Entity, EntityLink, Language};

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
        assert_eq!(body_for(&EntityLink::of_type("health"), &register, &[], Language::En), both);
        assert_eq!(body_name("health", &register, Language::En), both);
        assert_eq!(body_name("health", &register[1..], Language::En), "Institute of Public Health");
        let education = EntityLink::of_type("education");
        assert_ne!(body_for(&education, &register, &[], Language::En), "Ministry of Health");
        assert_ne!(body_name("education", &register, Language::En), body_name("education", &register, Language::Fr));
        assert_eq!(body_name("unheard_of", &register, Language::En), "unheard_of");
    }

    #[test]
    fn whom_a_person_names_stands_alone_and_whom_a_person_refuses_does_not_stand() {
        let register = [body("Ministry of Health", "hospitals"), body("Institute of Public Health", "vaccination")];
        let link = |value: &str, refused: &[&str]| EntityLink::of(value, refused.iter().copied());
        let name = |link: &EntityLink| body_for(link, &register, &[], Language::En);
        assert_eq!(name(&link("health/Institute of Public Health", &[])), "Institute of Public Health");
        let refused = link("health", &["health/Ministry of Health"]);
        assert_eq!(name(&refused), "Institute of Public Health");
        assert_eq!(linked_body_name(&refused, &register, Language::En), "Institute of Public Health");
        let gone = link("health/Closed Office", &[]);
        assert_eq!(name(&gone), body_name("health", &register, Language::En));
    }
}
