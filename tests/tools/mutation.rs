//! Documents with something changed, the same for the same number. Archives are unpacked, one of their parts
//! is changed, and they are packed again.

use std::io::{Cursor, Read, Write};

use rand::{Rng, SeedableRng};
use rand_xoshiro::Xoshiro256PlusPlus;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// Most changes at once.
const MOST_CHANGES: usize = 6;
/// Longest piece that is taken out or put in, in bytes.
const LONGEST: usize = 400;
/// Pieces that readers have trouble with, in any format.
const PIECES: [&str; 28] = [
    "",
    "0",
    "-1",
    "65536",
    "4294967296",
    "99999999999999999999",
    "1e999",
    "NaN",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "\u{ad}",
    "\u{fffd}",
    "İ",
    "ﬃ",
    "e\u{301}",
    "&#x110000;",
    "<",
    ">",
    "\"",
    ",",
    ";",
    "\n",
    "\r\n",
    "\u{c}",
    "(((",
    "111.4294967295",
    "(Chile, Chile and",
];

/// A document with something changed.
pub(crate) fn mutated(bytes: &[u8], number: u64) -> Vec<u8> {
    let mut rng = Xoshiro256PlusPlus::seed_from_u64(number);
    // Now and then the archive itself is damaged.
    let is_packed = bytes.starts_with(b"PK") && rng.gen_range(0..20) > 0;
    if is_packed { packed(bytes, &mut rng) } else { changed(bytes, &mut rng) }
}

/// The archive with one of its parts changed.
fn packed(bytes: &[u8], rng: &mut Xoshiro256PlusPlus) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let chosen = rng.gen_range(0..archive.len());
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        // The body of the document is changed most: there stands what is read.
        let name = part.name().unwrap().into_owned();
        let is_body = name.ends_with("document.xml") || name.ends_with("sheet1.xml");
        if at == chosen || (is_body && rng.gen_range(0..3) > 0) {
            content = changed(&content, rng);
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn changed(bytes: &[u8], rng: &mut Xoshiro256PlusPlus) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..rng.gen_range(1..=MOST_CHANGES) {
        change(&mut bytes, rng);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, rng: &mut Xoshiro256PlusPlus) {
    if bytes.is_empty() {
        bytes.extend(piece(rng));
        return;
    }
    let (from, to) = span(bytes, rng);
    match rng.gen_range(0..8) {
        0 => bytes[from] ^= 1 << rng.gen_range(0..8),
        1 => drop(bytes.drain(from..to)),
        2 => drop(bytes.splice(from..to, piece(rng))),
        3 => drop(bytes.splice(from..from, piece(rng))),
        4 => {
            let copy = bytes[from..to].to_vec();
            let at = rng.gen_range(0..=bytes.len());
            drop(bytes.splice(at..at, copy));
        }
        5 => {
            let copy = bytes[from..to].repeat(rng.gen_range(2..40));
            drop(bytes.splice(from..to, copy));
        }
        6 => {
            let (other, end) = span(bytes, rng);
            let copy = bytes[other..end].to_vec();
            drop(bytes.splice(from..to, copy));
        }
        _ => {
            // Seldom, or nothing would be left to read.
            if rng.gen_range(0..6) == 0 {
                bytes.truncate(from);
            }
        }
    }
}

/// A piece of the document: a word, a tag or text between tags, or any run of bytes.
fn span(bytes: &[u8], rng: &mut Xoshiro256PlusPlus) -> (usize, usize) {
    let at = rng.gen_range(0..bytes.len());
    match rng.gen_range(0..3) {
        0 => around(bytes, at, |byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()),
        1 => around(bytes, at, |byte| !matches!(byte, b'<' | b'>' | b'\n' | b'{' | b'}')),
        _ => (at, (at + rng.gen_range(1..=LONGEST)).min(bytes.len())),
    }
}

/// The run of bytes of one kind around a place; at least the byte there, at most the longest piece.
fn around(bytes: &[u8], at: usize, is_inside: impl Fn(u8) -> bool) -> (usize, usize) {
    let before = bytes[..at].iter().rev().take(LONGEST).take_while(|byte| is_inside(**byte)).count();
    let after = bytes[at + 1..].iter().take(LONGEST).take_while(|byte| is_inside(**byte)).count();
    (at - before, at + 1 + after)
}

fn piece(rng: &mut Xoshiro256PlusPlus) -> Vec<u8> {
    PIECES[rng.gen_range(0..PIECES.len())].as_bytes().to_vec()
}
