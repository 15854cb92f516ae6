//! Digits of other scripts as those that are read here.

/// The digit that an Arabic or Persian one means; every other letter as it is.
pub(super) fn plain_digit(c: char) -> char {
    match c {
        '\u{660}'..='\u{669}' => char::from(b'0' + (c as u32 - 0x660) as u8),
        '\u{6f0}'..='\u{6f9}' => char::from(b'0' + (c as u32 - 0x6f0) as u8),
        other => other,
    }
}
