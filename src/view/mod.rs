//! What holds at one revision: decisions over analysis over records.
//!
//! A [`View`] is a value: it is made once a revision, shared by all who ask, and never changes. What it
//! shows is made on demand and once: settled records, asks, clusters, relations. It takes what lies on
//! disk through [`Shelves`] and writes nothing. Every number of a page, a file or a terminal comes from
//! one view.
//!
//! `decided` sorts the decisions; `settling` weighs file, models and people for one record; `pairs` lays
//! decisions over relations and asks, `laid_over` over clusters with the titles that `learnt_titles` takes over, and
//! `placing` says why a record stands where it does; `naming` finds the records that people name, `cluster_names` the
//! clusters; `plans` makes the plans that `shown_plan` shows, in every language and as they were closed; `carried_over` is what a view takes over from the one before it.
//! [`Question`] and [`Command`] are what can be put to a view; both are values that can be sent.

mod bodies;
mod carried_over;
mod cluster_names;
mod decided;
mod laid_over;
mod learnt_titles;
mod naming;
mod pairs;
mod placing;
mod plans;
mod refusal;
mod request;
mod settling;
mod shelves;
mod shown_plan;
mod state_view;

pub use cluster_names::cluster_named;
pub use decided::Decisions;
pub use laid_over::clusters_of;
pub use naming::names_of;
pub use pairs::ask_of;
pub use placing::PlacedBy;
pub use refusal::{Noun, Refusal};
pub use request::{Command, Question};
pub use settling::{TagSource, settled};
pub use shelves::{Registers, Shelves};
pub use state_view::View;
