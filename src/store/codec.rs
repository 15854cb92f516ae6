//! Values on disk: a two-byte version, then a MessagePack map with named fields.
//!
//! Named fields can be added with a default and need no rewriting of old records.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::StoreError;
use super::damage::CodecFault;
use super::value_kind::ValueKind;

/// Version written before every value.
const VERSION: u16 = 1;

pub(super) fn encode<T: Serialize>(what: ValueKind, value: &T) -> Result<Vec<u8>, StoreError> {
    let mut bytes = VERSION.to_be_bytes().to_vec();
    let written = rmp_serde::encode::write_named(&mut bytes, value);
    written.map_err(|e| StoreError::Codec { what, reason: CodecFault::Said { cause: e.to_string() } })?;
    Ok(bytes)
}

pub(super) fn decode<T: DeserializeOwned>(what: ValueKind, bytes: &[u8]) -> Result<T, StoreError> {
    let fail = |reason| StoreError::Codec { what, reason };
    let (head, body) = bytes.split_at_checked(2).ok_or_else(|| fail(CodecFault::TooShort))?;
    match u16::from_be_bytes([head[0], head[1]]) {
        VERSION => rmp_serde::from_slice(body).map_err(|e| fail(CodecFault::Said { cause: e.to_string() })),
        found => Err(fail(CodecFault::OtherVersion { found, known: VERSION })),
    }
}

#[cfg(test)]
mod tests {
    use super::{ValueKind, decode, encode};

    #[test]
    fn values_read_back_and_truncated_ones_are_errors() {
        let bytes = encode(ValueKind::Subject, &vec!["a", "b"]).unwrap();
        assert_eq!(decode::<Vec<String>>(ValueKind::Subject, &bytes).unwrap(), ["a", "b"]);
        for cut in 0..bytes.len() {
            assert!(decode::<Vec<String>>(ValueKind::Subject, &bytes[..cut]).is_err(), "cut at {cut}");
        }
    }
}
