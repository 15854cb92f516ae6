//! A workspace that grows: what arrives in parts is compared as if all had been there from the first day.

use std::collections::HashSet;

use proptest::prelude::*;
use weft::analysis::duplicates::{EarlierComparison, Profile, relations};
use weft::analysis::models::Models;
use weft::analysis::tagging::tag;
use weft::domain::{Language, RecordId, Relation};
use weft::text::read;

use crate::desk::Desk;

const ACTS: [&str; 8] = [
    "Build",
    "Repair",
    "Continue to repair",
    "Inspect",
    "Close",
    "Give more money to",
    "Ratify the treaty and build",
    "Consider building",
];
const THINGS: [&str; 6] = [
    "schools in the mountains",
    "schools for girls on the islands",
    "the schools of the capital and their libraries",
    "prisons for men",
    "schools under the Convention on the Rights of the Child",
    "schools under the Convention against Torture, 12 of them",
];
const ENDS: [&str; 2] = ["", " before the next review"];

/// Invented sentences, of which most share a word: among few texts it is followed, among many it is not.
fn sentences() -> Vec<String> {
    let mut all = Vec::new();
    for end in ENDS {
        for thing in THINGS {
            all.extend(ACTS.map(|act| format!("{act} {thing}{end}")));
        }
    }
    all
}

fn profiles() -> Vec<Profile> {
    let models = Models::embedded().unwrap();
    let profile = |(at, text): (usize, String)| {
        let reading = read(&text, Language::En);
        let tagged = tag(models.taggers(), &reading);
        Profile::new(RecordId(at as u64), &reading, &models.space.features, &tagged)
    };
    sentences().into_iter().enumerate().map(profile).collect()
}

/// What is found among some texts of which others were compared before; `changed` have other words now.
fn found_later(before: &[Profile], now: &[Profile], changed: &HashSet<RecordId>) -> Vec<Relation> {
    let pairs = &Models::embedded().unwrap().pairs;
    let held: HashSet<RecordId> = now.iter().map(|profile| profile.id).collect();
    let mut standing: HashSet<RecordId> = before.iter().map(|profile| profile.id).collect();
    standing.retain(|id| held.contains(id) && !changed.contains(id));
    let earlier = EarlierComparison::of(before, relations(before, None, pairs), standing);
    relations(now, Some(earlier), pairs)
}

#[test]
fn comparing_what_has_arrived_changed_or_gone_finds_what_comparing_all_finds() {
    let all = profiles();
    let pairs = &Models::embedded().unwrap().pairs;
    let sometimes = |weight: f64| prop::collection::vec(prop::bool::weighted(weight), all.len());
    let config = ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    let cases = (0.1f64..0.9, 0.3f64..1.0).prop_flat_map(move |(then, now)| (sometimes(then), sometimes(now)));
    let part = |is_there: &[bool]| -> Vec<Profile> {
        all.iter().zip(is_there).filter(|(_, is_there)| **is_there).map(|(profile, _)| profile.clone()).collect()
    };
    let outcome = runner.run(&cases, |(then, now)| {
        let (mut before, now) = (part(&then), part(&now));
        // The words of a few were others then.
        let changed: HashSet<RecordId> = before.iter().step_by(9).map(|profile| profile.id).collect();
        for profile in before.iter_mut().filter(|profile| changed.contains(&profile.id)) {
            let id = profile.id;
            *profile = all[(id.0 as usize + 5) % all.len()].clone();
            profile.id = id;
        }
        prop_assert_eq!(found_later(&before, &now, &changed), relations(&now, None, pairs));
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn a_profile_comes_back_from_disk_as_it_was() {
    for profile in profiles().into_iter().step_by(7) {
        let bytes = rmp_serde::to_vec(&profile).unwrap();
        assert_eq!(rmp_serde::from_slice::<Profile>(&bytes).unwrap(), profile);
    }
}

/// Rows of two States in the order in which they arrive.
fn rows() -> Vec<String> {
    let state = |at: usize| if at.is_multiple_of(3) { "Peru" } else { "Kenya" };
    let row = |(at, text): (usize, String)| format!("r{at},{},\"{text}\"\n", state(at));
    sentences().into_iter().enumerate().map(row).collect()
}

#[test]
fn relations_and_asks_of_what_arrives_in_parts_are_those_of_what_arrives_at_once() {
    let file = |rows: &[String]| format!("id,state,text\n{}", rows.concat());
    let all = rows();
    let once = Desk::new();
    once.with("all.csv", file(&all)).import("all.csv").analyse();
    let parts = Desk::new();
    for (at, part) in [&all[..20], &all[20..60], &all[60..62], &all[62..]].into_iter().enumerate() {
        let name = format!("part{at}.csv");
        parts.with(&name, file(part)).import(&name).analyse();
    }
    assert_eq!(parts.ok(["export", "relations"]), once.ok(["export", "relations"]));
    let asks = |desk: &Desk| -> Vec<(String, String)> {
        desk.export(["recommendations"]).into_iter().map(|row| (row["id"].clone(), row["ask"].clone())).collect()
    };
    assert_eq!(asks(&parts), asks(&once));
    let found = |desk: &Desk| desk.json(["search", "schools"])["total"].clone();
    assert_eq!(found(&parts), found(&once), "what was not indexed again is found");
    let report = parts.json(["analyse"]);
    assert_eq!((report["computed"].as_u64(), report["states"].as_u64()), (Some(0), Some(0)));
}

#[test]
fn a_state_whose_kept_files_are_lost_or_damaged_is_compared_anew() {
    let all = rows();
    let file = |rows: &[String]| format!("id,state,text\n{}", rows.concat());
    let desk = Desk::new();
    desk.with("first.csv", file(&all[..40])).import("first.csv").analyse();
    let wanted = desk.ok(["export", "relations"]);
    for (folder, state) in [("profiles", "PER"), ("relations", "KEN")] {
        let kept = desk.workspace().join("cache").join(folder).join(format!("{state}.bin"));
        let bytes = std::fs::read(&kept).unwrap();
        std::fs::write(&kept, &bytes[..bytes.len() / 2]).unwrap();
    }
    std::fs::remove_file(desk.workspace().join("cache").join("analysis.bin")).unwrap();
    assert_eq!(desk.analyse().ok(["export", "relations"]), wanted);
}

#[test]
fn a_cache_of_which_a_bit_has_changed_shows_nothing_wrong() {
    let desk = Desk::demo();
    let plan = |desk: &Desk| {
        desk.ok(["export", "plan", "--format", "csv", "--out", "plan.csv"]);
        std::fs::read(desk.folder().join("plan.csv")).unwrap()
    };
    let whole = plan(&desk);
    for name in ["analysis.bin", "tags.bin"] {
        let file = desk.workspace().join("cache").join(name);
        let bytes = std::fs::read(&file).unwrap();
        for part in [3, 5, 7, 9] {
            let mut damaged = bytes.clone();
            let at = damaged.len() * part / 10;
            damaged[at] ^= 1;
            std::fs::write(&file, damaged).unwrap();
            let done = desk.run(["export", "plan", "--format", "csv", "--out", "other.csv"]);
            // It is made anew at once, or what is missing is said, and then it is made anew.
            if done.code != 0 {
                desk.analyse();
            }
            assert!(plan(&desk) == whole, "{name}, byte {at}");
        }
    }
}
