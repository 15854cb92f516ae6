//! Starts, answers, ends.

use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

use super::desk::Desk;
use super::routes::router;
pub use super::run_file::Opened;
use super::run_file::Placed;
use crate::workspace::{Workspace, WorkspaceError};

/// How an interface is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder of the workspace.
    pub folder: PathBuf,
    /// The port that is tried first; the next free one where it is taken.
    pub port: u16,
    /// Minutes without a request after which it ends; 0 for never.
    pub idle_minutes: u64,
}

/// How many ports after the first are tried.
const TRIES: u16 = 50;
/// How often it is looked whether it is to end.
const PAUSE: Duration = Duration::from_millis(250);

/// Answers until it is told to end, nobody has asked for long enough, or `is_stopped` says so; `opened` is told where.
///
/// # Errors
/// When no port is free, or the disk refuses.
pub fn serve(
    workspace: Workspace,
    options: &Options,
    is_stopped: impl Fn() -> bool + Send + Sync + 'static,
    opened: impl FnOnce(&Opened) -> Result<(), WorkspaceError>,
) -> Result<(), WorkspaceError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(Workspace::io_at(&options.folder))?;
    runtime.block_on(async {
        let listener = listener(options.port).await.map_err(Workspace::io_at(&options.folder))?;
        let port = listener.local_addr().map_err(Workspace::io_at(&options.folder))?.port();
        let desk = Arc::new(Desk::new(workspace, port));
        let placed = Placed::put(&options.folder, &desk)?;
        opened(&Opened { address: desk.address(), entry: desk.entry(), pid: std::process::id() })?;
        let warmed = Arc::clone(&desk);
        tokio::task::spawn_blocking(move || warmed.warm());
        let ended = ended(Arc::clone(&desk), options.idle_minutes, is_stopped);
        let served = axum::serve(listener, router(Arc::clone(&desk))).with_graceful_shutdown(ended).await;
        drop(placed);
        served.map_err(Workspace::io_at(&options.folder))
    })
}

/// The first free port from the wished one on; on this computer alone.
async fn listener(port: u16) -> std::io::Result<TcpListener> {
    for port in port..port.saturating_add(TRIES) {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            return Ok(listener);
        }
    }
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await
}

/// Comes back when it is time to end.
async fn ended(desk: Arc<Desk>, idle_minutes: u64, is_stopped: impl Fn() -> bool + Send + Sync + 'static) {
    let patience = Duration::from_secs(idle_minutes.saturating_mul(60));
    let watch = async {
        while !(is_stopped() || (idle_minutes > 0 && desk.idle() > patience)) {
            tokio::time::sleep(PAUSE).await;
        }
    };
    tokio::select! {
        () = desk.stop.notified() => {}
        // Work in the background is stopped too, where what is done is whole.
        () = watch => desk.end(),
    }
}
