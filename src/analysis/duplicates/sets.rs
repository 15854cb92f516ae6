//! Sorted lists as sets: what two of them share, and how they lie to each other.

/// A word as a number: the first four bytes of its hash.
pub(super) fn hash(word: &str) -> u32 {
    let bytes: [u8; 4] = blake3::hash(word.as_bytes()).as_bytes()[..4].try_into().expect("a hash has 32 bytes");
    u32::from_le_bytes(bytes)
}

/// Values in ascending order, each once.
pub(super) fn sorted(values: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut list: Vec<u32> = values.collect();
    list.sort_unstable();
    list.dedup();
    list
}

/// Whether a sorted list holds a value.
pub(super) fn holds(list: &[u32], value: u32) -> bool {
    list.binary_search(&value).is_ok()
}

/// How many values two sorted lists share.
#[must_use]
pub(super) fn shared<T: Ord>(a: &[T], b: &[T]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}

/// Shared values against all values (Jaccard); 1 for two empty lists.
#[must_use]
pub(super) fn jaccard<T: Ord>(a: &[T], b: &[T]) -> f32 {
    let both = shared(a, b);
    let all = a.len() + b.len() - both;
    if all == 0 { 1.0 } else { both as f32 / all as f32 }
}

/// Likeness of word sets from which two texts of one State are near-identical.
pub(super) const NEAR: f32 = 0.8;

/// How two sets lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sets {
    /// Both are empty.
    Empty,
    /// One is empty.
    OneEmpty,
    /// They hold the same.
    Equal,
    /// They share a part.
    Partly,
    /// They share nothing.
    Disjoint,
}

/// How two sorted lists lie to each other as sets.
#[must_use]
pub(super) fn relation<T: Ord>(a: &[T], b: &[T]) -> Sets {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => Sets::Empty,
        (true, false) | (false, true) => Sets::OneEmpty,
        _ => match shared(a, b) {
            0 => Sets::Disjoint,
            n if n == a.len() && n == b.len() => Sets::Equal,
            _ => Sets::Partly,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{Sets, jaccard, relation, sorted};

    #[test]
    fn sets_are_equal_disjoint_or_partly_shared() {
        let (a, b) = (sorted([3, 1, 3].into_iter()), sorted([1, 2].into_iter()));
        assert_eq!(
            (relation(&a, &a), relation(&a, &b), relation(&a, &[])),
            (Sets::Equal, Sets::Partly, Sets::OneEmpty)
        );
        assert_eq!((relation(&a, &[7]), relation::<u32>(&[], &[])), (Sets::Disjoint, Sets::Empty));
        assert!((jaccard(&a, &b) - 1.0 / 3.0).abs() < 1e-6 && jaccard::<u32>(&[], &[]) == 1.0);
    }
}
