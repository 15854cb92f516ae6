//! The workspace is lent to a command of this computer: closed here while the command has it, and opened again when the
//! command has gone. So every command works beside an open interface as it does alone, with its own paths, prompts
//! and progress, and none has to know.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use super::bare_page::bare;
use super::desk::Desk;

/// How often it is looked whether the borrower is there.
const PULSE: Duration = Duration::from_millis(200);

/// What is lent; it comes back when this goes.
struct Lent(Arc<Desk>);

impl Drop for Lent {
    fn drop(&mut self) {
        let desk = Arc::clone(&self.0);
        // Without a runtime there is no server any more.
        if let Ok(runtime) = Handle::try_current() {
            runtime.spawn_blocking(move || desk.take_back());
        }
    }
}

/// Lends the workspace for as long as whoever asks stays connected; refuses while another has it.
pub(super) async fn lend(State(desk): State<Arc<Desk>>) -> Response {
    // What is lent comes back even where whoever asked has gone before it was free.
    match spawn_blocking(move || desk.lend().then(|| Lent(desk))).await {
        Ok(Some(lent)) => Body::from_stream(pulse(lent)).into_response(),
        Ok(None) => bare(StatusCode::CONFLICT).into_response(),
        Err(_) => bare(StatusCode::INTERNAL_SERVER_ERROR).into_response(),
    }
}

/// A byte now and then: when nobody takes them any more, the borrower has gone. A server that is to end does not wait
/// for it.
fn pulse(lent: Lent) -> impl stream::Stream<Item = Result<Bytes, Infallible>> + Send {
    stream::unfold(lent, |lent| async {
        tokio::time::sleep(PULSE).await;
        lent.0.touch();
        (!lent.0.has_ended()).then(|| (Ok(Bytes::from_static(b".")), lent))
    })
}
