//! Bytes to text: UTF-8, UTF-16, Windows code pages, GB18030 and MacRoman.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, GB18030, GBK, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a file is looked at to tell its encoding.
const SAMPLE: usize = 1 << 20;

/// Decodes a file; returns the text and the name of the encoding.
#[must_use]
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    let encoding = detect(bytes);
    let (text, used, _) = encoding.decode(bytes);
    (text.into_owned(), used.name())
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if let Some(encoding) = utf_16_without_mark(sample) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new();
    detector.feed(sample, sample.len() == bytes.len());
    let guess = detector.guess(None, true);
    if guess == GBK {
        return GB18030;
    }
    if is_single_byte_latin(guess) && looks_like_mac_roman(sample) { MACINTOSH } else { guess }
}

fn is_single_byte_latin(encoding: &'static Encoding) -> bool {
    encoding == WINDOWS_1252 || encoding.name().starts_with("windows-125") || encoding.name().starts_with("ISO-8859")
}

/// Every other byte of Latin text in UTF-16 is zero.
fn utf_16_without_mark(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let half = sample.len() / 2;
    if half < 8 {
        return None;
    }
    match (zeros(0) * 10 > half * 4, zeros(1) * 10 > half * 4) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// In MacRoman accented letters lie at 0x80–0x9F, where Windows-1252 has punctuation; inside words
/// only letters occur. Lone carriage returns as line ends are the other mark of old Mac files.
fn looks_like_mac_roman(sample: &[u8]) -> bool {
    let (mut mac, mut windows) = (0usize, 0usize);
    for three in sample.windows(3) {
        let inside_word = three[0].is_ascii_alphabetic() && three[2].is_ascii_alphabetic();
        match three[1] {
            0x80..=0x90 | 0x95..=0x9f if inside_word => mac += 1,
            0xc0..=0xff if inside_word => windows += 1,
            _ => {}
        }
    }
    let carriage_returns_only = sample.contains(&b'\r') && !sample.contains(&b'\n');
    mac > windows || (carriage_returns_only && windows == 0)
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::{GB18030, MACINTOSH, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

    #[test]
    fn each_encoding_of_the_field_is_told() {
        let french = "Améliorer l'accès à l'éducation et à la santé des réfugiés ".repeat(8);
        let russian = "продолжать усилия по защите прав человека ".repeat(8);
        let arabic = "مواصلة الجهود الرامية إلى حماية حقوق الإنسان ".repeat(8);
        let chinese = "继续努力促进和保障所有人的受教育权 ".repeat(8);
        for (encoding, text) in [
            (MACINTOSH, &french),
            (WINDOWS_1252, &french),
            (WINDOWS_1251, &russian),
            (WINDOWS_1256, &arabic),
            (GB18030, &chinese),
        ] {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(&decode(&bytes).0, text, "{}", encoding.name());
        }
    }

    #[test]
    fn utf_16_is_read_with_and_without_a_mark() {
        let text = "state,text\nPeru,Ratify the treaty";
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&bytes).0, text);
        assert_eq!(decode(&[&[0xff, 0xfe], bytes.as_slice()].concat()).0, text);
    }
}
