//! One language's sentences, and how values fill their gaps.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentAttribute, FluentResource, FluentValue};
use serde::Deserialize;
use serde_json::Value;
use unic_langid::langid;

use crate::domain::vocabulary::VocabularyTerm;
use crate::domain::{Coded, Language, Message, Values};

/// The files of the English catalogue, one a room.
const ENGLISH: [&str; 20] = [
    include_str!("en/analysis.ftl"),
    include_str!("en/domain.ftl"),
    include_str!("en/exchange.ftl"),
    include_str!("en/exercise.ftl"),
    include_str!("en/exports.ftl"),
    include_str!("en/figures.ftl"),
    include_str!("en/history.ftl"),
    include_str!("en/ingest.ftl"),
    include_str!("en/plan.ftl"),
    include_str!("en/plan_document.ftl"),
    include_str!("en/reasons.ftl"),
    include_str!("en/records.ftl"),
    include_str!("en/report_text.ftl"),
    include_str!("en/reports.ftl"),
    include_str!("en/search.ftl"),
    include_str!("en/store.ftl"),
    include_str!("en/tables.ftl"),
    include_str!("en/ui.ftl"),
    include_str!("en/view.ftl"),
    include_str!("en/workspace.ftl"),
];

/// The files of other catalogues, which speak where somebody reads that language; what they have no words for is
/// said in English. A test holds their figures against the English ones.
const FRENCH: [&str; 10] = [
    include_str!("fr/exercise.ftl"),
    include_str!("fr/figures.ftl"),
    include_str!("fr/plan_document.ftl"),
    include_str!("fr/report_text.ftl"),
    include_str!("fr/tables.ftl"),
    include_str!("fr/exchange.ftl"),
    include_str!("fr/ui.ftl"),
    include_str!("fr/reasons.ftl"),
    include_str!("fr/domain.ftl"),
    include_str!("fr/history.ftl"),
];
const SPANISH: [&str; 10] = [
    include_str!("es/exercise.ftl"),
    include_str!("es/figures.ftl"),
    include_str!("es/plan_document.ftl"),
    include_str!("es/report_text.ftl"),
    include_str!("es/tables.ftl"),
    include_str!("es/exchange.ftl"),
    include_str!("es/ui.ftl"),
    include_str!("es/reasons.ftl"),
    include_str!("es/domain.ftl"),
    include_str!("es/history.ftl"),
];
const ARABIC: [&str; 10] = [
    include_str!("ar/exercise.ftl"),
    include_str!("ar/figures.ftl"),
    include_str!("ar/plan_document.ftl"),
    include_str!("ar/report_text.ftl"),
    include_str!("ar/tables.ftl"),
    include_str!("ar/exchange.ftl"),
    include_str!("ar/ui.ftl"),
    include_str!("ar/reasons.ftl"),
    include_str!("ar/domain.ftl"),
    include_str!("ar/history.ftl"),
];

/// A value that has words of its own.
#[derive(Deserialize)]
#[serde(untagged)]
enum Part {
    Message(Coded),
    Term(VocabularyTerm),
}

/// The sentences of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    /// What says the sentences that this language lacks.
    otherwise: Option<&'static Self>,
}

impl Words {
    /// The English catalogue.
    ///
    /// # Panics
    /// Never: the catalogue is part of the program and a test reads it.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH_WORDS: LazyLock<Words> = LazyLock::new(|| Words::of_files(langid!("en"), &ENGLISH));
        &ENGLISH_WORDS
    }

    /// The catalogue of a language; what it has no words for is said in English.
    ///
    /// # Panics
    /// Never: the catalogues are part of the program and a test reads them.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static FRENCH_WORDS: LazyLock<Words> = LazyLock::new(|| Words::beside_english(langid!("fr"), &FRENCH));
        static SPANISH_WORDS: LazyLock<Words> = LazyLock::new(|| Words::beside_english(langid!("es"), &SPANISH));
        static ARABIC_WORDS: LazyLock<Words> = LazyLock::new(|| Words::beside_english(langid!("ar"), &ARABIC));
        match language {
            Language::Fr => &FRENCH_WORDS,
            Language::Es => &SPANISH_WORDS,
            Language::Ar => &ARABIC_WORDS,
            Language::En | Language::Ru | Language::Zh => Self::english(),
        }
    }

    /// English in letters that nobody writes: on a page that speaks it, plain letters are words that no catalogue has.
    #[cfg(test)]
    pub(crate) fn pseudo() -> &'static Self {
        static PSEUDO_WORDS: LazyLock<Words> = LazyLock::new(|| {
            let mut words = Words::of_files(langid!("en"), &ENGLISH);
            words.bundle.set_transform(Some(|text| text.replace(['a', 'e', 'i', 'o', 'u'], "\u{0119}\u{0229}").into()));
            words
        });
        &PSEUDO_WORDS
    }

    fn beside_english(language: unic_langid::LanguageIdentifier, files: &[&str]) -> Self {
        Self { otherwise: Some(Self::english()), ..Self::of_files(language, files) }
    }

    fn of_files(language: unic_langid::LanguageIdentifier, files: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Terminals and files show the marks that would isolate directions.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).map_err(|(_, errors)| errors);
            let resource = resource.expect("the catalogue is well formed");
            bundle.add_resource(resource).expect("a code stands once in the catalogue");
        }
        Self { bundle, otherwise: None }
    }

    /// The sentence of a message.
    #[must_use]
    pub fn say(&self, message: &(impl Message + ?Sized)) -> String {
        self.sentence(message.code(), &message.values())
    }

    /// The sentence of a message that comes as a value.
    #[must_use]
    pub fn coded(&self, message: &Coded) -> String {
        self.sentence(&message.code, &message.values)
    }

    /// What people can do about it, if anything.
    #[must_use]
    pub fn hint(&self, message: &(impl Message + ?Sized)) -> Option<String> {
        self.hint_of(message.code(), &message.values())
    }

    /// What people can do about a message that comes as a value, if anything.
    #[must_use]
    pub fn hint_of_coded(&self, message: &Coded) -> Option<String> {
        self.hint_of(&message.code, &message.values)
    }

    fn hint_of(&self, code: &str, values: &Values) -> Option<String> {
        match (self.bundle.get_message(code), self.otherwise) {
            (None, Some(other)) => other.hint_of(code, values),
            (own, _) => Some(self.filled(&own?.get_attribute("hint")?, values)),
        }
    }

    /// The sentence of a code; a code without one is shown as it is, with its values.
    #[must_use]
    pub fn sentence(&self, code: &str, values: &Values) -> String {
        let pattern = self.bundle.get_message(code).and_then(|message| message.value());
        let other = self.otherwise.filter(|other| pattern.is_none() && other.knows(code));
        match pattern {
            Some(pattern) => self.bundle.format_pattern(pattern, Some(&self.arguments(values)), &mut Vec::new()).into(),
            None => match other {
                Some(other) => other.sentence(code, values),
                None if values.is_empty() => code.to_owned(),
                None => format!("{code} {}", Value::Object(values.clone())),
            },
        }
    }

    /// Whether there is a sentence for a code in this language itself.
    #[must_use]
    pub fn knows(&self, code: &str) -> bool {
        self.has_own(code) || self.otherwise.is_some_and(|other| other.knows(code))
    }

    /// Whether there is a sentence in this language, and not in English alone.
    #[must_use]
    pub fn has_own(&self, code: &str) -> bool {
        self.bundle.get_message(code).is_some_and(|message| message.value().is_some())
    }

    /// The language of the sentences, in which vocabularies name their values too.
    #[must_use]
    pub fn language(&self) -> Language {
        let first = self.bundle.locales.first();
        first.and_then(|locale| locale.language.as_str().parse().ok()).unwrap_or(Language::En)
    }

    fn filled(&self, attribute: &FluentAttribute<'_>, values: &Values) -> String {
        self.bundle.format_pattern(attribute.value(), Some(&self.arguments(values)), &mut Vec::new()).into()
    }

    fn arguments<'v>(&self, values: &'v Values) -> FluentArgs<'v> {
        values.iter().map(|(name, value)| (name.as_str(), self.argument(value))).collect()
    }

    /// Scores are shown to two places; a list is joined by commas.
    fn argument<'v>(&self, value: &'v Value) -> FluentValue<'v> {
        match value {
            Value::String(text) => text.as_str().into(),
            Value::Number(number) => {
                number.as_f64().map_or(FluentValue::None, |n| ((n * 100.0).round() / 100.0).into())
            }
            Value::Array(list) => list.iter().map(|item| self.plain(item)).collect::<Vec<_>>().join(", ").into(),
            Value::Object(_) | Value::Bool(_) | Value::Null => self.plain(value).into(),
        }
    }

    /// A value inside a list, or one that has words of its own.
    fn plain(&self, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => text.clone(),
            Value::Object(_) => match serde_json::from_value(value.clone()) {
                Ok(Part::Message(inner)) => self.coded(&inner),
                Ok(Part::Term(term)) => term.name(self.language()),
                Err(_) => value.to_string(),
            },
            other => other.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::json;
    use strum::{VariantArray, VariantNames};
    use unic_langid::langid;

    use super::{ARABIC, ENGLISH, FRENCH, SPANISH, Values, VocabularyTerm, Words};
    use crate::domain::vocabulary::{ActionFamily, Vocabulary};
    use crate::domain::{
        Coded, Confidence, Evidence, FacetLevel, IndicatorType, Language, Mechanism, Message, PlanColumn, Position,
        Provenance, Reason, Status, Step, Tag, TagKind,
    };

    struct Held;

    impl Message for Held {
        fn code(&self) -> &'static str {
            "held"
        }

        fn values(&self) -> Values {
            Values::from_iter([("by".to_owned(), json!("another"))])
        }
    }

    #[test]
    fn a_message_has_its_sentence_and_what_people_can_do_about_it() {
        let file = "held = it is held by { $by }\n    .hint = wait for { $by }\nplain = no advice\n";
        let words = Words::of_files(langid!("en"), &[file]);
        assert_eq!(words.say(&Held), "it is held by another");
        assert_eq!(words.hint(&Held).as_deref(), Some("wait for another"));
        assert_eq!(Words::of_files(langid!("en"), &["held = so\n"]).hint(&Held), None);
    }

    #[test]
    fn the_catalogue_of_the_program_is_well_formed_and_shows_what_it_has_no_words_for() {
        assert_eq!(Words::english().say(&Held), r#"held {"by":"another"}"#);
    }

    /// The codes of a file, and the values that its sentences tell apart, but for those of numbers.
    fn named_in(file: &str) -> BTreeSet<String> {
        let codes = file.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        let codes = codes.filter_map(|line| line.split_once(" =")).map(|(code, _)| code.to_owned());
        let numbers = ["zero", "one", "two", "few", "many", "other"];
        let values = file.lines().filter_map(|line| line.trim_start().trim_start_matches('*').strip_prefix('['));
        let values = values.filter_map(|line| line.split_once(']')).map(|(value, _)| value);
        codes.chain(values.filter(|value| !numbers.contains(value)).map(|value| format!("[{value}]"))).collect()
    }

    #[test]
    fn every_translated_file_has_the_codes_and_values_of_the_english_one() {
        let english = [
            include_str!("en/figures.ftl"),
            include_str!("en/plan_document.ftl"),
            include_str!("en/report_text.ftl"),
            include_str!("en/tables.ftl"),
            include_str!("en/exchange.ftl"),
            include_str!("en/ui.ftl"),
            include_str!("en/reasons.ftl"),
        ];
        let english = english.map(named_in);
        for (language, [_, figures, plan, report, tables, exchange, ui, reasons, ..]) in
            [("ar", ARABIC), ("es", SPANISH), ("fr", FRENCH)]
        {
            let own = [figures, plan, report, tables, exchange, ui, reasons].map(named_in);
            for (english, own) in english.iter().zip(own) {
                let differences: Vec<&String> = english.symmetric_difference(&own).collect();
                assert!(english.len() > 15 && differences.is_empty(), "{language}: {differences:?}");
            }
        }
    }

    #[test]
    fn where_a_language_has_no_words_english_ones_stand_in() {
        let french = Words::of(Language::Fr);
        assert!(french.has_own("figure-cycle") && !french.has_own("caption-session"));
        let values = json!({"session": "34"});
        assert_eq!(french.sentence("caption-session", values.as_object().unwrap()), "session 34");
        assert_eq!(Words::of(Language::Zh).language(), Language::En);
    }

    #[test]
    fn a_language_says_what_it_has_words_for_and_the_rest_in_english() {
        let position = |language| Words::of(language).coded(&Position::Noted.word());
        assert_eq!(position(Language::Ru), position(Language::En));
        for language in Language::ALL {
            assert!(Words::of(language).knows("exercise-traps") && Words::of(language).knows("caption-session"));
        }
        assert!(
            Words::of(Language::Ar).has_own("exercise-traps") && !Words::of(Language::Ar).has_own("caption-session")
        );
        assert_ne!(Words::of(Language::Ar).sentence("exercise-traps", &Values::new()), "exercise-traps");
    }

    #[test]
    fn every_value_of_a_closed_list_has_a_word_of_its_own() {
        let columns = PlanColumn::VARIANTS.iter().map(|column| column.word());
        let words: Vec<Coded> = columns
            .chain(Status::VARIANTS.iter().map(|status| status.word()))
            .chain(IndicatorType::VARIANTS.iter().map(|kind| kind.word()))
            .chain(Mechanism::ALL.iter().map(|mechanism| mechanism.word()))
            .chain(Position::ALL.iter().map(|position| position.word()))
            .chain(TagKind::ALL.iter().map(|kind| kind.word()))
            .chain(FacetLevel::VARIANTS.iter().map(|level| level.word()))
            .collect();
        for word in words {
            let variant = format!("[{}]", word.values["value"].as_str().unwrap());
            assert!(
                Words::english().knows(&word.code) && ENGLISH.iter().any(|file| file.contains(&variant)),
                "{variant}"
            );
        }
        assert_eq!(Words::english().coded(&Position::PartlySupported.word()), "Supported/Noted");
        assert_eq!(Words::english().coded(&PlanColumn::Key.word()), PlanColumn::Key.code());
    }

    #[test]
    fn values_fill_the_gaps_and_messages_fill_messages() {
        let file = "seen = { $count ->\n    [one] one row\n   *[other] { $count } rows\n } of { $names }: { $why }\nwhy = so { $score }\n";
        let words = Words::of_files(langid!("en"), &[file]);
        let why = json!({"code": "why", "values": {"score": 0.875}});
        let values = json!({"count": 1, "names": ["a", "b"], "why": why});
        assert_eq!(words.sentence("seen", values.as_object().unwrap()), "one row of a, b: so 0.88");
        assert_eq!(words.sentence("unheard", &Values::new()), "unheard");
    }

    #[test]
    fn values_of_vocabularies_are_named_in_the_language_of_the_sentences() {
        let values =
            json!({"what": [{"vocabulary": "group", "value": "children"}, {"vocabulary": "act", "value": "ratify"}]});
        let say =
            |language| Words::of_files(language, &["what = { $what }\n"]).sentence("what", values.as_object().unwrap());
        assert_eq!(say(langid!("en")), "children, ratification");
        assert_eq!(say(langid!("fr")), "enfants, ratification");
    }

    #[test]
    fn relations_and_evidence_are_said_in_words_that_people_can_check() {
        let words = Words::english();
        let reason = |common: &[VocabularyTerm], shared: u32| Reason::Compared {
            common: common.into(),
            one: Box::new([]),
            other: Box::new([VocabularyTerm::from(ActionFamily::Report)]),
            words: if shared > 0 { "torture convention".into() } else { "".into() },
            shared,
            of_one: 4,
            of_other: 9,
        };
        let treaty = VocabularyTerm::of(Vocabulary::Instrument, "CAT").unwrap();
        assert_eq!(
            words.say(&reason(&[treaty, ActionFamily::Ratify.into()], 3)),
            "both speak of CAT, ratification; only the other speaks of reporting; words in common: torture, convention and 1 more (of 4 in the one and 9 in the other)"
        );
        let apart = "only the other speaks of reporting; no words in common (of 4 in the one and 9 in the other)";
        assert_eq!(words.say(&reason(&[], 0)), apart);
        let near = Reason::NearlySameWords { shared: 9, all: 10, apart: "swiftly".into() };
        assert!(words.say(&near).starts_with("9 of 10 words are the same") && words.say(&near).ends_with(": swiftly"));
        assert_eq!(words.say(&Evidence::LearntHere { count: 1 }), "accepted here for texts alike: 1");
    }

    #[test]
    fn a_tag_is_said_with_who_says_it() {
        let tag = |provenance, sure| Tag {
            provenance,
            confidence: Confidence::new(sure),
            ..Tag::from_file(TagKind::SdgTarget, "16.9")
        };
        for (tag, said) in [
            (tag(Provenance::Model, 0.834), "16.9 (proposed, 83 %)"),
            (tag(Provenance::Rule, 1.0), "16.9 (by rule, 100 %)"),
            (tag(Provenance::File, 1.0), "16.9 (from the file)"),
            (tag(Provenance::Person, 1.0), "16.9 (decided by a person)"),
        ] {
            assert_eq!(Words::english().say(&tag), said);
        }
        assert_eq!(Words::english().coded(&TagKind::SdgTarget.word()), "SDG targets");
    }

    #[test]
    fn every_reason_every_evidence_and_every_step_has_a_sentence() {
        let codes = [
            <Reason as VariantNames>::VARIANTS,
            <Evidence as VariantNames>::VARIANTS,
            <Step as VariantNames>::VARIANTS,
        ]
        .concat();
        let missing: Vec<&str> = codes.into_iter().filter(|code| !Words::english().knows(code)).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
