//! The Implementation of Recommendations Index (UPR Info, "Beyond Promises", 2012): the mean of what stakeholders
//! answer, 0, a half or 1.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::plan::{AssessedSubject, AssessedValue, VoiceKind};
use crate::domain::vocabulary::fold;

/// Thirds of the index, as UPR Info names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum IriClass {
    /// 0 to 0.32.
    NotImplemented,
    /// 0.33 to 0.65.
    Partly,
    /// 0.66 to 1.
    Fully,
}

/// The index of one recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Iri {
    /// The mean, from 0 to 1, rounded to two places; `None` when nobody could assess it.
    pub mean: Option<f64>,
    /// The third that it lies in.
    pub class: Option<IriClass>,
    /// How many stakeholders answered with a value.
    pub answers: u32,
    /// How many said that it cannot be assessed: left out of the mean.
    pub cannot_be_assessed: u32,
}

/// The index over assessments of one thing; `None` when no stakeholder has answered on its scale. Of a stakeholder who
/// has answered more than once, the newest answer counts.
#[must_use]
pub fn iri<'a>(said: impl Iterator<Item = &'a AssessedSubject>) -> Option<Iri> {
    let mut newest: BTreeMap<(VoiceKind, String), &AssessedSubject> = BTreeMap::new();
    for said in said {
        let voice = &said.assessment.voice;
        if !voice.kind.is_stakeholder() || !matches!(said.assessment.value, AssessedValue::Iri(_)) {
            continue;
        }
        let known = newest.entry((voice.kind, fold(&voice.by))).or_insert(said);
        if (known.assessment.voice.on, known.key) < (voice.on, said.key) {
            *known = said;
        }
    }
    let answers = newest.values().filter_map(|said| match said.assessment.value {
        AssessedValue::Iri(answer) => Some(answer.halves()),
        _ => None,
    });
    let answers: Vec<Option<u32>> = answers.collect();
    let halves: Vec<u32> = answers.iter().flatten().copied().collect();
    let count = halves.len() as u32;
    let mean = (count > 0).then(|| f64::from(halves.iter().sum::<u32>()) / f64::from(2 * count));
    let mean = mean.map(|mean| (mean * 100.0).round() / 100.0);
    (!answers.is_empty()).then(|| Iri {
        mean,
        class: mean.map(class_of),
        answers: count,
        cannot_be_assessed: answers.len() as u32 - count,
    })
}

fn class_of(mean: f64) -> IriClass {
    match mean {
        _ if mean < 0.33 => IriClass::NotImplemented,
        _ if mean < 0.66 => IriClass::Partly,
        _ => IriClass::Fully,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Iri, IriClass, iri};
    use crate::domain::RecordId;
    use crate::domain::plan::{
        AssessedSubject, AssessedValue, Assessment, Grade, IriAnswer, PlanKey, PlanSubject, Voice, VoiceKind,
    };

    fn said(by: &str, kind: VoiceKind, day: i8, value: AssessedValue) -> AssessedSubject {
        let voice = Voice { by: by.to_owned(), kind, on: date(2027, 1, day) };
        let (evidence, link, file) = (String::new(), String::new(), String::new());
        AssessedSubject {
            key: PlanKey::minted(format!("{by}{day}").as_bytes(), |_| false),
            subject: PlanSubject::Record(RecordId(1)),
            assessment: Assessment { voice, value, evidence, link, file, until: None },
        }
    }

    #[test]
    fn the_index_is_the_mean_of_stakeholders_without_those_who_cannot_tell() {
        let answer = AssessedValue::Iri;
        let all = [
            said("Government", VoiceKind::State, 1, answer(IriAnswer::Fully)),
            said("NHRI", VoiceKind::Nhri, 1, answer(IriAnswer::Fully)),
            said("NHRI", VoiceKind::Nhri, 2, answer(IriAnswer::Partly)),
            said("Women's Union", VoiceKind::Cso, 1, answer(IriAnswer::NotImplemented)),
            said("Country team", VoiceKind::Un, 1, answer(IriAnswer::CannotBeAssessed)),
            said("Committee", VoiceKind::Committee, 1, AssessedValue::Grade(Grade::A)),
            said("Ministry", VoiceKind::Entity, 1, answer(IriAnswer::Fully)),
        ];
        let expected = Iri { mean: Some(0.5), class: Some(IriClass::Partly), answers: 3, cannot_be_assessed: 1 };
        assert_eq!(iri(all.iter()), Some(expected));
        assert_eq!(iri(all[5..6].iter()), None);
        let silent = iri(all[4..5].iter()).unwrap();
        assert_eq!((silent.mean, silent.cannot_be_assessed), (None, 1));
        let thirds = [0.0, 0.32, 0.33, 0.65, 0.66, 1.0].map(super::class_of);
        use IriClass::{Fully, NotImplemented, Partly};
        assert_eq!(thirds, [NotImplemented, NotImplemented, Partly, Partly, Fully, Fully]);
    }
}
