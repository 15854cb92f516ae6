//! Where readers hand over what they find: rows become records here, on all cores and in the order of
//! the file.

use std::collections::HashMap;

use rayon::prelude::*;

use super::SourceFile;
use super::budget::{LONGEST_TEXT, kilobytes};
use super::context::Context;
use super::finish::finish;
use super::items::{Recognition, SourceItem, SourceItems};
use super::raw_record::RawRecord;
use super::rejection_reason::RejectionReason;
use super::remark::Remark;
use super::twins::tell_apart;
use crate::domain::{Coded, Doubt, PositionList, Rejection};

/// Rows that are made into records at once; more would only hold their words longer.
const CHUNK: usize = 4_096;

/// Most rows of a file that say the same.
const MOST_ALIKE: u32 = 1_000;

/// A file on its way in, with what readers are told and what they have found.
pub(super) struct Intake<'a> {
    /// The file.
    pub(super) file: &'a SourceFile,
    /// What is known of the workspace.
    pub(super) context: &'a Context<'a>,
    /// Rows by their place that have not been made into records yet.
    waiting: Vec<(String, RawRecord)>,
    /// How often each row came, by a hash of what it says.
    came: HashMap<u64, u32>,
    /// Rows that came too often.
    repeated: u64,
    /// What is in doubt of every row.
    doubts: Vec<Doubt>,
    list: Vec<SourceItem>,
}

impl<'a> Intake<'a> {
    /// An intake that holds nothing.
    pub(super) fn new(file: &'a SourceFile, context: &'a Context<'a>) -> Self {
        let (waiting, doubts, list) = (Vec::new(), Vec::new(), Vec::new());
        Self { file, context, waiting, came: HashMap::new(), repeated: 0, doubts, list }
    }

    /// A row at its place: "row 3", "page 2, line 14".
    ///
    /// Rows that say the same are one record with a source each; of those of one file so many are kept that no
    /// list that people made is cut.
    pub(super) fn offer(&mut self, place: String, mut raw: RawRecord) {
        let times = self.came.entry(raw.hash()).or_default();
        *times += 1;
        if *times > MOST_ALIKE {
            self.repeated += 1;
            return;
        }
        raw.doubts.extend(self.doubts.iter().cloned());
        self.waiting.push((place, raw));
        if self.waiting.len() >= CHUNK {
            self.settle();
        }
    }

    /// Puts every row from now on in doubt.
    pub(super) fn doubt(&mut self, doubt: Doubt) {
        self.doubts.push(doubt);
    }

    /// A piece that looked like a recommendation and is not taken.
    pub(super) fn reject(&mut self, place: String, reason: &RejectionReason, raw: String) {
        self.settle();
        self.list.push(SourceItem::Rejected(rejection(self.file, place, reason, raw)));
    }

    /// Positions stated by number.
    pub(super) fn positions(&mut self, list: PositionList) {
        self.settle();
        self.list.push(SourceItem::Positions(list));
    }

    /// A remark on the whole file.
    pub(super) fn remark(&mut self, remark: Remark) {
        self.remark_at(String::new(), remark);
    }

    /// A remark on a place that gave no record.
    pub(super) fn remark_at(&mut self, place: String, remark: Remark) {
        self.settle();
        self.list.push(SourceItem::Remark { remark, place });
    }

    /// All that was handed over.
    pub(super) fn finish(mut self, recognition: Recognition) -> SourceItems {
        self.settle();
        if self.repeated > 0 {
            self.remark(Remark::Repeated { rows: self.repeated, most: MOST_ALIKE });
        }
        let gave = |item: &SourceItem| matches!(item, SourceItem::Record { .. } | SourceItem::Positions(_));
        if !self.list.iter().any(gave) {
            self.remark(Remark::NothingTaken);
        }
        tell_apart(&mut self.list);
        SourceItems { recognition, list: self.list }
    }

    /// Makes the waiting rows into records.
    fn settle(&mut self) {
        let (file, context) = (self.file, self.context);
        let waiting = std::mem::take(&mut self.waiting);
        self.list.par_extend(waiting.into_par_iter().map(|(place, raw)| item(file, context, place, &raw)));
    }
}

/// How much is shown of a text that is too long to be kept, in letters.
const SHOWN: usize = 1_000;

fn item(file: &SourceFile, context: &Context<'_>, place: String, raw: &RawRecord) -> SourceItem {
    if raw.longest() > LONGEST_TEXT {
        let reason = RejectionReason::TooLong { size: kilobytes(raw.longest()), most: kilobytes(LONGEST_TEXT) };
        return SourceItem::Rejected(rejection(file, place, &reason, raw.text.chars().take(SHOWN).collect()));
    }
    match finish(raw, context, file, &place) {
        Ok((record, remarks)) => SourceItem::Record { record: Box::new(record), remarks },
        Err(reason) => SourceItem::Rejected(rejection(file, place, &reason, raw.text.clone())),
    }
}

fn rejection(file: &SourceFile, place: String, reason: &RejectionReason, raw: String) -> Rejection {
    Rejection { file: file.name.clone(), place, reason: Coded::from(reason), raw }
}
