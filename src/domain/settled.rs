//! A record with its final tags and its place: what reports, plans and exports read.

use super::{ClusterNumber, EntityLink, Lead, Recommendation, RecordId, TagKind};

/// A recommendation after file, models and persons have been weighed against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct SettledRecord {
    /// The record.
    pub record: Recommendation,
    /// Reference, made unique within the workspace.
    pub reference: String,
    /// Issues of UPR Info.
    pub issues: Vec<String>,
    /// Themes of OHCHR's current list.
    pub themes: Vec<String>,
    /// Group codes.
    pub groups: Vec<String>,
    /// SDG targets or bare goals.
    pub sdg_targets: Vec<String>,
    /// Who leads.
    pub lead: Option<Lead>,
    /// Who supports; never the body that leads.
    pub support: Vec<EntityLink>,
    /// Action category, `1` to `5`.
    pub action: Option<String>,
    /// Which values are proposals.
    pub proposed: ProposedValues,
    /// Codes of instruments named.
    pub instruments: Vec<String>,
    /// Code of the topic.
    pub topic: Option<String>,
    /// Cluster, once analysed.
    pub cluster: Option<ClusterNumber>,
    /// Whether a person has put it into that cluster.
    pub is_moved: bool,
    /// The ask it belongs to, named by its smallest identifier.
    pub ask: RecordId,
}

/// Which issues, groups, targets and bodies that support are proposals of models and rules, by their places in the
/// lists of a record: nobody has said them, nor has a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ProposedValues {
    issues: u64,
    groups: u64,
    sdg_targets: u64,
    support: u64,
}

impl ProposedValues {
    /// The kinds whose values are told apart.
    pub const KINDS: [TagKind; 4] = [TagKind::Issue, TagKind::Group, TagKind::SdgTarget, TagKind::Support];

    const fn of(self, kind: TagKind) -> u64 {
        match kind {
            TagKind::Issue => self.issues,
            TagKind::Group => self.groups,
            TagKind::SdgTarget => self.sdg_targets,
            TagKind::Support => self.support,
            _ => 0,
        }
    }

    /// Whether the value at a place of its list is a proposal; what stands beyond the sixty-fourth is none.
    #[must_use]
    pub fn is_proposed(self, kind: TagKind, at: usize) -> bool {
        at < u64::BITS as usize && self.of(kind) >> at & 1 == 1
    }

    /// Whether any value of a kind is a proposal.
    #[must_use]
    pub fn any(self, kind: TagKind) -> bool {
        self.of(kind) != 0
    }

    /// Marks the value at a place as a proposal.
    pub fn propose(&mut self, kind: TagKind, at: usize) {
        let bit = u32::try_from(at).ok().and_then(|at| 1_u64.checked_shl(at)).unwrap_or(0);
        match kind {
            TagKind::Issue => self.issues |= bit,
            TagKind::Group => self.groups |= bit,
            TagKind::SdgTarget => self.sdg_targets |= bit,
            TagKind::Support => self.support |= bit,
            _ => {}
        }
    }
}

/// A record with what people call it, without its tags.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedRecord {
    /// The record.
    pub record: Recommendation,
    /// Reference, made unique within the workspace.
    pub reference: String,
}

impl SettledRecord {
    /// What puts records in the order of a reader: session, body, document and paragraph, numbers with
    /// zeros before them so that they sort as numbers.
    #[must_use]
    pub fn place(&self) -> String {
        let record = &self.record;
        let symbol = record.symbol.as_ref().map(ToString::to_string).unwrap_or_default();
        let paragraph = record.paragraph.as_ref().map(ToString::to_string).unwrap_or_default();
        let session = record.session.map(|session| session.to_string()).unwrap_or_default();
        [&session, &record.body.to_string(), &symbol, &paragraph, &record.id.to_string()]
            .map(|part| padded(part))
            .join("\t")
    }
}

/// A text that sorts as people count: its numbers with zeros before them.
#[must_use]
pub fn padded(text: &str) -> String {
    let pieces: Vec<&str> = text.split_inclusive(|c: char| !c.is_ascii_digit()).collect();
    let pad = |piece: &&str| {
        let digits = piece.len() - piece.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if digits == 0 { (*piece).to_owned() } else { format!("{}{piece}", "0".repeat(6usize.saturating_sub(digits))) }
    };
    pieces.iter().map(pad).collect()
}
