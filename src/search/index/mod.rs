//! The index on disk: documents in, documents out. Knows no query.
//!
//! `document` is what the index knows of a record, `schema` in which fields it stands, `analyser` how
//! texts become tokens; `search_index` opens the folder and brings it up to date, `content` says which
//! documents it holds, and `only_files` whether it can be opened at all. Read from it are whole documents, the
//! values of fields by number (`ordinals`) and the words of all texts (`dictionary`).

mod analyser;
mod content;
mod dictionary;
mod document;
mod only_files;
mod ordinals;
mod read_only;
mod schema;
mod search_index;

pub(super) use analyser::Analyser;
pub use content::IndexEntry;
pub(super) use dictionary::Dictionary;
pub use document::SearchDocument;
pub(super) use ordinals::Ordinals;
pub(super) use schema::{DAY, ID, LIKENESS, STANDING};
pub use search_index::{IndexStamp, Origin, SearchIndex};
