//! Keys: a version byte, then big-endian numbers, so that the order on disk is the order of ids.

use crate::domain::RecordId;

/// Version of the key layout.
const VERSION: u8 = 1;

pub(super) fn record(id: RecordId) -> [u8; 9] {
    number(id.0)
}

pub(super) fn number(value: u64) -> [u8; 9] {
    let mut key = [VERSION; 9];
    key[1..].copy_from_slice(&value.to_be_bytes());
    key
}

pub(super) fn read_number(key: &[u8]) -> Option<u64> {
    match key.split_first() {
        Some((&VERSION, rest)) => rest.try_into().ok().map(u64::from_be_bytes),
        _ => None,
    }
}

pub(super) fn text(value: &str) -> Vec<u8> {
    [&[VERSION], value.as_bytes()].concat()
}
