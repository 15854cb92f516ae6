//! What other programs of this computer may read: the lists of the pages as plain data, described by OpenAPI. Closed until
//! somebody lets a program in under a name; nothing is written by these addresses.

mod description;
mod programs;

use axum::http::{HeaderMap, Method, header};

use super::desk::Desk;

pub(super) use description::{API, DESCRIPTION, described};
pub(super) use programs::{add, remove, settings};

/// Whether a program may read an address: it bears a word that somebody has given it.
pub(super) fn is_program(method: &Method, path: &str, headers: &HeaderMap, desk: &Desk) -> bool {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    let (Some(first), None) = (given.next(), given.next()) else { return false };
    let word = first.to_str().ok().and_then(|value| value.strip_prefix("Bearer "));
    let reads = matches!(*method, Method::GET | Method::HEAD) && path.starts_with(API);
    reads && word.is_some_and(|word| programs::knows(desk, word))
}
