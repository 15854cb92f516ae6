//! What pages say stands in the catalogues, in every language that they speak.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use super::super::pages;
use super::Server;
use crate::domain::vocabulary::{Vocabulary, VocabularyTerm, values};
use crate::domain::{Language, TagKind};
use crate::workspace::Silent;

#[test]
fn the_pages_have_words_in_every_language_that_they_speak() {
    let server = Server::new();
    assert!(server.desk.with(|workspace| workspace.bring_up(&Silent).is_ok()).unwrap_or_default());
    for (language, _) in crate::ui::frame::LANGUAGES {
        server.desk.session.speak(language);
        for path in [
            "/",
            "/sources",
            "/search",
            "/clusters",
            "/review/duplicates",
            "/review/sdg",
            "/plan",
            "/reports",
            "/history",
            "/settings",
            "/help",
        ] {
            let (status, text) = server.text(path);
            assert_eq!(status, StatusCode::OK, "{path}");
            assert!(text.contains(&format!("<html lang=\"{}\"", language.code())), "{path}");
            assert!(!text.contains(">ui-") && !text.contains("\"ui-"), "every sentence has words: {language} {path}");
            if language == Language::Ar {
                let folder = server.desk.folder.display().to_string();
                let shown = without_marks(&text.replace(&folder, ""));
                let latin: Vec<&str> = shown
                    .split(|c: char| !c.is_ascii_alphabetic())
                    .filter(|word| word.len() > 3 && !KNOWN.contains(word))
                    .collect();
                assert!(latin.is_empty(), "words of another language on {path}: {latin:?}");
            }
        }
    }
}

/// Latin words that Arabic pages have as well: names, formats, what is typed.
const KNOWN: [&str; 31] = [
    "openapi",
    "json",
    "Weft",
    "Desk",
    "English",
    "Fran",
    "Espa",
    "Word",
    "Excel",
    "JSON",
    "Info",
    "XLSX",
    "DOCX",
    "position",
    "noted",
    "mechanism",
    "cycle",
    "cluster",
    "weft",
    "plan",
    "import",
    "send",
    "receive",
    "root",
    "unknown",
    "runner",
    "localhost",
    "quot",
    "SMART",
    "add",
    "csv",
];

/// What stands between the marks of a page, but for what browsers read alone.
fn without_marks(page: &str) -> String {
    let body = page.split_once("<main").map_or("", |(_, main)| main);
    let mut shown = String::new();
    // What follows begins inside a mark.
    let mut is_inside = true;
    for letter in body.chars() {
        match letter {
            '<' => is_inside = true,
            '>' => {
                is_inside = false;
                shown.push(' ');
            }
            _ if !is_inside => shown.push(letter),
            _ => {}
        }
    }
    shown
}

#[test]
fn every_word_of_a_page_stands_in_a_catalogue_or_is_somebodys_own() {
    let (empty, filled) = (Server::new(), Server::filled());
    assert!(empty.desk.with(|workspace| workspace.bring_up(&Silent).is_ok()).unwrap_or_default());
    // Where nothing was read, nothing is anybody's own; else what was read and the terms of vocabularies are.
    let read =
        ["/search.csv", "/clusters.json", "/review/entities.json", "/sources.json"].map(|path| filled.text(path).1);
    let terms = [
        (TagKind::SdgTarget, Vocabulary::SdgTarget),
        (TagKind::Issue, Vocabulary::Issue),
        (TagKind::Group, Vocabulary::Group),
    ];
    let named = |(kind, vocabulary): (TagKind, Vocabulary)| {
        let term = move |code: &&str| VocabularyTerm::of(vocabulary, code).map(|term| term.name(Language::En));
        values(kind).iter().filter_map(term).collect::<Vec<_>>()
    };
    let bodies = values(TagKind::Lead).iter().map(|code| crate::plan::body_name(code, &[], Language::En));
    // What is asked of an instrument, which words of a reason name.
    let acts = ["ratification".to_owned()];
    let own: Vec<String> =
        read.into_iter().chain(terms.into_iter().flat_map(named)).chain(bodies).chain(acts).collect();
    let own: BTreeSet<&str> = own.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).collect();
    let mut plain: Vec<String> = Vec::new();
    for (server, own) in [(&empty, &BTreeSet::new()), (&filled, &own)] {
        server.desk.session.is_pseudo.store(true, std::sync::atomic::Ordering::Release);
        for path in pages().into_iter().map(|(path, _)| path).filter(|path| !path.contains('{')) {
            let (status, text) = server.text(path);
            assert_eq!(status, StatusCode::OK, "{path}");
            let found = own_words(&text).into_iter().filter(|word| !own.contains(word.as_str()));
            plain.extend(found.map(|word| format!("{path} {word}")));
        }
    }
    assert!(plain.is_empty(), "{plain:#?}");
}

/// Plain words of a page outside names, texts and what is typed.
fn own_words(page: &str) -> Vec<String> {
    // What is somebody's own stands in these, each of which says its language or direction for itself.
    let mut shown = page.split_once("<main").map_or("", |(_, main)| main).to_owned();
    for mark in ["bdi", "code", "kbd", "datalist", "mark", "title", "pre"] {
        while let Some(start) = shown.find(&format!("<{mark}")) {
            let end = shown[start..].find(&format!("</{mark}>")).map_or(shown.len(), |at| start + at + mark.len() + 3);
            shown.replace_range(start..end, " ");
        }
    }
    while let Some(start) = shown.find("<p lang=") {
        let end = shown[start..].find("</p>").map_or(shown.len(), |at| start + at + 4);
        shown.replace_range(start..end, " ");
    }
    let shown = without_marks(&format!("<main{shown}"));
    let is_own = |word: &str| word.len() > 3 && word.contains(['a', 'e', 'i', 'o', 'u']) && word.is_ascii();
    let words = shown.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| is_own(word) && !KNOWN.contains(word)).map(str::to_owned).collect()
}
