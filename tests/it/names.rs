//! Records are found by their names as fast as the names are listed, and as surely as by looking at all.

use crate::desk::Desk;

#[test]
fn names_that_are_looked_up_lead_to_the_records_that_a_look_at_all_finds() {
    let desk = Desk::demo();
    let rows = desk.export(["recommendations"]);
    let mut words: Vec<String> =
        vec!["121.1".into(), "121".into(), "nonsense".into(), "#db39a6fa".into(), "db39".into(), "A/HRC/43/99".into()];
    for row in rows.iter().step_by(17) {
        words.extend(["id", "source_id", "reference", "paragraph"].map(|column| row[column].clone()));
        words.push(row["reference"].to_lowercase());
    }
    words.retain(|word| !word.is_empty());
    let shown = || words.iter().map(|word| desk.run(["--json", "show", word]).stdout).collect::<Vec<_>>();
    let by_name = shown();
    std::fs::remove_file(desk.workspace().join("cache").join("names.bin")).unwrap();
    for ((word, by_name), by_look) in words.iter().zip(by_name).zip(shown()) {
        assert_eq!(by_name, by_look, "{word}");
    }
}

#[test]
fn a_lost_or_damaged_file_of_tags_is_made_again_and_nothing_is_shown_without_it() {
    let desk = Desk::demo();
    let tags = desk.workspace().join("cache").join("tags.bin");
    let before = desk.ok(["export", "recommendations", "--tags", "model"]);
    std::fs::remove_file(&tags).unwrap();
    assert_eq!(desk.ok(["export", "recommendations", "--tags", "model"]), before);
    let bytes = std::fs::read(&tags).unwrap();
    std::fs::write(&tags, &bytes[..bytes.len() / 2]).unwrap();
    let cut = desk.run(["export", "recommendations", "--tags", "model"]);
    assert!(cut.code == 2 && cut.stderr.contains("run: weft analyse"), "{}", cut.stderr);
    desk.ok(["analyse"]);
    assert_eq!(desk.ok(["export", "recommendations", "--tags", "model"]), before);
}
