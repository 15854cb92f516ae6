//! The head of a hash: what stands for content of any length.

use std::fmt;

/// The first eight bytes of a BLAKE3 hash, as a number; printed as their sixteen hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint(pub u64);

impl Fingerprint {
    /// The fingerprint of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        blake3::hash(bytes).into()
    }
}

impl From<blake3::Hash> for Fingerprint {
    fn from(hash: blake3::Hash) -> Self {
        let [a, b, c, d, e, f, g, h, ..] = *hash.as_bytes();
        Self(u64::from_be_bytes([a, b, c, d, e, f, g, h]))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Fingerprint;

    #[test]
    fn it_prints_as_the_hash_begins() {
        for text in ["", "a", "Build schools"] {
            let whole = blake3::hash(text.as_bytes()).to_hex();
            assert_eq!(Fingerprint::of(text.as_bytes()).to_string(), whole.as_str()[..16]);
        }
    }
}
