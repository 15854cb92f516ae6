//! The models in the program: they load, they are those of their cards, they point the right way.

use crate::desk::shared;
use strum::VariantNames;
use weft::analysis::models::{Models, NAMES};
use weft::analysis::{AnalysisError, ComparedText, compare_all, tagging};
use weft::domain::vocabulary::{StateRegister, value_number};
use weft::domain::{Language, RecordId, TagKind};
use weft::i18n::Words;
use weft::text::read;
use weft::training::tables::{judged_links, judged_pairs, read_text_pairs};

fn values(text: &str, kind: TagKind) -> Vec<String> {
    let tags = tagging::explain(Models::embedded().unwrap(), &read(text, Language::En), None);
    tags.into_iter().filter(|t| t.kind == kind).map(|t| t.value).collect()
}

#[test]
fn every_model_has_a_card_that_fits_its_bytes() {
    let models = Models::embedded().unwrap();
    assert_eq!(models.cards.len(), NAMES.len());
    for card in &models.cards {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("models").join(format!("{}.bin", card.name));
        let hash = blake3::hash(&std::fs::read(path).unwrap()).to_hex();
        assert_eq!(&hash.as_str()[..16], card.hash, "{}", card.name);
        assert!(!card.data.is_empty() && !card.split.is_empty() && !card.method.is_empty());
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("models");
    let lexicon = blake3::hash(&std::fs::read(folder.join("lexicon.bin")).unwrap()).to_hex();
    let card = std::fs::read_to_string(folder.join("lexicon.card.json")).unwrap();
    assert!(card.contains(&format!("\"hash\": \"{}\"", &lexicon.as_str()[..16])), "{card}");
    let measured: Vec<_> = models.cards.iter().filter(|card| !card.figures.is_empty()).collect();
    assert_eq!(measured.len(), NAMES.len(), "every card carries figures");
}

#[test]
fn labels_point_the_right_way() {
    for (text, issue, action) in [
        ("Abolish the death penalty", "Death penalty", "5"),
        ("Consider ratifying the Convention on the Rights of Persons with Disabilities", "Disabilities", "3"),
        ("Continue to improve access to primary education for girls", "Right to education", "2"),
        ("Ensure the independence of the judiciary and fair trials", "Justice", "4"),
    ] {
        assert!(values(text, TagKind::Issue).iter().any(|i| i == issue), "{text}: {:?}", values(text, TagKind::Issue));
        assert_eq!(values(text, TagKind::Action), [action], "{text}");
    }
    assert_eq!(
        values("Combat trafficking in persons and assist its victims", TagKind::SdgTarget)[0].split('.').next(),
        Some("8")
    );
}

#[test]
fn suggestions_carry_the_words_that_speak_for_them() {
    let tags = tagging::explain(
        Models::embedded().unwrap(),
        &read("Improve access to safe drinking water in schools", Language::En),
        None,
    );
    let sdg = tags.iter().find(|t| t.kind == TagKind::SdgTarget && t.value.starts_with("6.")).unwrap();
    assert!(sdg.evidence.iter().any(|e| Words::english().say(e).contains("water")), "{:?}", sdg.evidence);
    assert!(tags.iter().all(|t| (0.0..=1.0).contains(&t.confidence.value())));
}

#[test]
fn other_languages_reach_the_models_through_their_terms() {
    let models = Models::embedded().unwrap();
    for (text, language) in [
        ("Abolir la peine de mort", Language::Fr),
        ("Abolir la pena de muerte", Language::Es),
        ("отменить смертную казнь", Language::Ru),
        ("إلغاء عقوبة الإعدام", Language::Ar),
        ("废除死刑", Language::Zh),
    ] {
        let tags = tagging::explain(models, &read(text, language), None);
        assert!(tags.iter().any(|t| t.kind == TagKind::Issue && t.value == "Death penalty"), "{language}: {tags:?}");
    }
}

/// A figure on a card.
fn figure(measure: &str) -> f64 {
    let cards = &Models::embedded().unwrap().cards;
    let figures = cards.iter().flat_map(|card| &card.figures);
    figures.clone().find(|f| f.measure == measure).unwrap_or_else(|| panic!("{measure}")).value
}

/// The share of pairs of a table that one measure answers.
fn share_called_same(table: &std::path::Path) -> f64 {
    let models = Models::embedded().unwrap();
    let pairs = read_text_pairs(table).unwrap();
    let clean = |raw: &str| {
        let text = weft::text::clean::clean(raw);
        let numbered = weft::text::number::split_number(&text).rest.to_owned();
        weft::text::attribution::split_attribution(&numbered, StateRegister::embedded()).text.to_owned()
    };
    let same = pairs.iter().filter(|pair| {
        let [a, b] = [clean(&pair.a_text), clean(&pair.b_text)];
        let text = |id, text| ComparedText { id: RecordId(id), language: Language::En, text, body: "UPR" };
        compare_all(text(1, &a), &[text(2, &b)], models)[0].kind.is_some_and(|kind| kind.joins())
    });
    same.count() as f64 / pairs.len() as f64
}

#[test]
fn what_the_cards_say_of_known_pairs_holds() {
    let Some(data) = shared() else {
        eprintln!("skipped: the shared data are not there");
        return;
    };
    let folder = data.join("duplicates");
    let apart = share_called_same(&folder.join("hard_negatives_different_instrument.csv"));
    assert!((apart - figure("different instrument called same")).abs() < 1e-9 && apart == 0.0, "{apart}");
    let found = share_called_same(&folder.join("cross_source_pairs.csv"));
    let said = figure("one recommendation in two sources found");
    assert!((found - said).abs() < 0.003 && found >= 0.99, "{found} {said}");
}

#[test]
fn judgements_are_of_the_vocabularies() {
    let links = judged_links().unwrap();
    assert!(links.len() > 9_000, "{}", links.len());
    for link in &links {
        assert!(value_number(TagKind::Lead, &link.lead).is_some(), "{}: {}", link.id, link.lead);
        assert!(link.sdg_targets.iter().all(|code| value_number(TagKind::SdgTarget, code).is_some()), "{}", link.id);
        assert!(link.groups.iter().all(|code| value_number(TagKind::Group, code).is_some()), "{}", link.id);
    }
    let pairs = judged_pairs().unwrap();
    assert!(pairs.len() > 4_000 && pairs.iter().all(|pair| pair.relation().is_some()));
}

#[test]
fn every_failure_of_the_analysis_has_a_sentence() {
    let missing: Vec<_> = AnalysisError::VARIANTS.iter().filter(|code| !Words::english().knows(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let failure = AnalysisError::Numeric("too flat".to_owned());
    assert_eq!(Words::english().say(&failure), "the numbers do not allow it: too flat");
    assert!(Words::english().hint(&failure).is_some());
}
