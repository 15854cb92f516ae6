//! How much one line of a backup may hold. A crafted one could have a text or a list that takes all memory as soon
//! as it is read, so both are told from the bytes of the line before it is taken apart.
//!
//! It is a look at quotes, commas and brackets and no second reader: what is no JSON is found by who reads it.

use super::damage::BackupFault;

/// Longest line, in bytes: a register or what was learnt stands in one.
pub(super) const LONGEST_LINE: u64 = 128 << 20;
/// Most items of one list or object; records have dozens.
const MOST_ITEMS: usize = 100_000;
/// Longest text of anything but a text file of the workspace, in bytes; an import takes a tenth of it.
const LONGEST_TEXT: usize = 16 << 20;
/// Deepest nesting.
const DEEPEST: usize = 100;
/// Most text files of the workspace; there are three.
pub(super) const MOST_DOCUMENTS: usize = 8;

/// What a line holds at most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Extent {
    /// Bytes of its longest text.
    text: usize,
    /// Items of its longest list or object.
    items: usize,
    /// How deep its lists and objects are nested.
    depth: usize,
}

impl Extent {
    /// That of a line.
    pub(super) fn of(line: &[u8]) -> Self {
        let (mut extent, mut is_escaped) = (Self::default(), false);
        let (mut commas, mut text): (Vec<usize>, Option<usize>) = (Vec::new(), None);
        for byte in line {
            match (text, byte) {
                (Some(_), _) if is_escaped => is_escaped = false,
                (Some(_), b'\\') => is_escaped = true,
                (Some(length), b'"') => {
                    extent.text = extent.text.max(length);
                    text = None;
                    continue;
                }
                (None, b'"') => {
                    text = Some(0);
                    continue;
                }
                (None, b'[' | b'{') if commas.len() <= DEEPEST => commas.push(0),
                (None, b']' | b'}') => extent.close(commas.pop()),
                (None, b',') => {
                    if let Some(count) = commas.last_mut() {
                        *count += 1;
                    }
                }
                _ => {}
            }
            if let Some(length) = &mut text {
                *length += 1;
            }
            extent.depth = extent.depth.max(commas.len());
        }
        // What does not end is as long as it is so far.
        extent.text = extent.text.max(text.unwrap_or(0));
        commas.into_iter().for_each(|count| extent.close(Some(count)));
        extent
    }

    fn close(&mut self, commas: Option<usize>) {
        self.items = self.items.max(commas.map_or(0, |commas| commas + 1));
    }

    /// Why a line of that extent is not taken apart.
    pub(super) fn refused(self) -> Option<BackupFault> {
        if self.depth > DEEPEST {
            return Some(BackupFault::DeepLine { most: DEEPEST as u64 });
        }
        let is_long = self.items > MOST_ITEMS;
        is_long.then_some(BackupFault::LongList { count: self.items as u64, most: MOST_ITEMS as u64 })
    }

    /// Why a line of that extent is none of a record, a decision or an event.
    pub(super) fn refused_text(self) -> Option<BackupFault> {
        let megabytes = |bytes: usize| bytes.div_ceil(1 << 20) as u64;
        let is_long = self.text > LONGEST_TEXT;
        is_long.then_some(BackupFault::LongText { size: megabytes(self.text), most: megabytes(LONGEST_TEXT) })
    }
}

#[cfg(test)]
mod tests {
    use super::{BackupFault, Extent, MOST_ITEMS};

    #[test]
    fn texts_and_lists_are_measured_with_what_is_escaped_in_them() {
        let extent = Extent::of(br#"{"a": ["x, y", "\"]", 1], "longest text": {}}"#);
        assert_eq!(extent, Extent { text: 12, items: 3, depth: 2 });
        assert_eq!(Extent::of(br#"["cut off"#), Extent { text: 7, items: 1, depth: 1 });
        assert_eq!(Extent::of(b"]]}}").refused(), None);
    }

    #[test]
    fn a_line_that_takes_all_memory_is_refused_before_it_is_read() {
        let list = format!("[{}1]", "1,".repeat(MOST_ITEMS));
        let count = MOST_ITEMS as u64 + 1;
        assert_eq!(Extent::of(list.as_bytes()).refused(), Some(BackupFault::LongList { count, most: count - 1 }));
        let deep = "[".repeat(1_000_000);
        assert!(matches!(Extent::of(deep.as_bytes()).refused(), Some(BackupFault::DeepLine { .. })));
        let text = format!("\"{}\"", "x".repeat(17 << 20));
        let extent = Extent::of(text.as_bytes());
        assert_eq!(
            (extent.refused(), extent.refused_text()),
            (None, Some(BackupFault::LongText { size: 17, most: 16 }))
        );
    }
}
