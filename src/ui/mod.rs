//! The interface: pages in the browser of this computer, over the same questions and commands as the terminal.
//!
//! `serve` starts, answers and ends; `routes` lists every address there is, from which the tests of `guard` are made;
//! `guard` lets nobody in but the browser that was let in, and nothing be written from elsewhere; `desk` holds the workspace
//! and who may enter, and `lending` closes it while a command of this computer has it; `run_file` tells a second start,
//! and such a command, where the first answers. `upload` takes files in; `work` is what is done in the background, a
//! `job` how far one piece of it is, `jobs` all of them. `session` knows who works here, and in which language. `visit`
//! is what a page is made from, `page` what it comes to, `frame` what all pages share, `bare_page` what is shown when
//! there is none, with the words of `fault`, `slip` a form that was not taken, `answer` how it goes out, and each file in `pages` is one page: parameters,
//! a question, its answer as markup. `twin` gives what a page lists as files (each a `download`), `api` to other
//! programs; `both` shows two decisions on the same; `notes` is what is kept between two starts, `said` what is shown
//! where there is no terminal.
//!
//! No page counts records: what it shows is the answer to a question of one view, or of the index; the sums of Start
//! are those of counts of the index. Pages work without a script; `weft.js` is what they do
//! besides.

mod answer;
mod api;
mod bare_page;
mod both;
mod desk;
mod download;
mod entry;
mod fault;
mod form;
mod frame;
mod guard;
mod job;
mod jobs;
mod kept;
mod last;
mod lending;
mod notes;
mod page;
mod pages;
mod routes;
mod run_file;
mod said;
mod secret;
mod serve;
mod session;
mod slip;
mod twin;
mod upload;
mod visit;
mod work;

pub use run_file::{Borrowed, borrow, open_again, stop};
pub use said::page_of;
pub use serve::{Opened, Options, serve};
