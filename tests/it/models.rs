//! The models in the program: they load, they are those of their cards, they point the right way.

use weft::analysis::models::{Models, NAMES};
use weft::analysis::tagging;
use weft::domain::{Language, TagKind};
use weft::text::read;

fn values(text: &str, kind: TagKind) -> Vec<String> {
    let tags = tagging::explain(Models::embedded().unwrap(), &read(text, Language::En));
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
    assert_eq!(measured.len(), 4, "all but the space carry figures");
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
    );
    let sdg = tags.iter().find(|t| t.kind == TagKind::SdgTarget && t.value.starts_with("6.")).unwrap();
    assert!(sdg.evidence.iter().any(|e| e.contains("water")), "{:?}", sdg.evidence);
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
        let tags = tagging::explain(models, &read(text, language));
        assert!(tags.iter().any(|t| t.kind == TagKind::Issue && t.value == "Death penalty"), "{language}: {tags:?}");
    }
}
