//! The workspace behind the pages, and who may enter.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use axum::http::StatusCode;
use tokio::sync::{Notify, Semaphore};
use tokio::time::Instant;

use super::job::Job;
use super::jobs::Jobs;
use super::kept::Kept;
use super::notes::Notes;
use super::secret::{is_same, secret};
use super::session::Session;
use super::slip::Slips;
use super::work::{Ended, Work};
use crate::domain::Asker;
use crate::workspace::{Silent, TableRow, Workspace, WorkspaceError};

/// How many pages are made at the same time.
const TURNS: usize = 8;

/// Where the workspace is.
enum Place {
    /// Here.
    Open(Box<Workspace>),
    /// A command of this computer has it.
    Lent,
    /// Work in the background has it.
    Working(Arc<Job>),
    /// It has come back and could not be opened yet.
    Closed,
}

/// Why the workspace is not here.
pub(super) enum Away {
    /// A command of this computer has it.
    Lent,
    /// Work in the background has it.
    Working(Arc<Job>),
    /// It has come back and cannot be opened.
    Shut(WorkspaceError),
    /// Whoever was to look at it has failed.
    Broken,
}

impl Away {
    /// The status of an answer without it.
    pub(super) const fn status(&self) -> StatusCode {
        match self {
            Self::Lent | Self::Working(_) => StatusCode::CONFLICT,
            Self::Shut(_) | Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// What every request is answered from.
pub(super) struct Desk {
    pub(super) folder: PathBuf,
    place: RwLock<Place>,
    /// Work in the background, while the server answers.
    pub(super) jobs: Jobs,
    /// What the first page counts: records by cycle and body, and what waits in each queue.
    pub(super) records: Kept<[Vec<TableRow>; 2]>,
    pub(super) waiting: Kept<[usize; 5]>,
    /// What is kept between two starts.
    pub(super) notes: Notes,
    /// Who works here, and in which language.
    pub(super) session: Session,
    /// What a form said that cannot be, until its page has shown it.
    pub(super) slips: Slips,
    /// The port that is answered on.
    pub(super) port: u16,
    /// The name of the cookie: its own for each start, since cookies do not tell ports apart.
    pub(super) cookie: String,
    /// What the cookie holds.
    key: String,
    /// Words by which a browser is let in, each once.
    entries: Mutex<Vec<String>>,
    /// When somebody last asked for something.
    last: Mutex<Instant>,
    /// Pages that are made at the same time: more would only take memory from each other.
    pub(super) turns: Semaphore,
    /// Told when the server is to end.
    pub(super) stop: Notify,
    /// Whether it has been told so.
    ended: AtomicBool,
}

impl Desk {
    pub(super) fn new(workspace: Workspace, port: u16) -> Self {
        Self {
            notes: Notes::of(workspace.folder()),
            folder: workspace.folder().to_owned(),
            session: Session::of(workspace.owner()),
            slips: Slips::default(),
            place: RwLock::new(Place::Open(Box::new(workspace))),
            jobs: Jobs::default(),
            records: Kept::default(),
            waiting: Kept::default(),
            port,
            cookie: format!("weft-{}", &secret()[..8]),
            key: secret(),
            entries: Mutex::new(Vec::new()),
            last: Mutex::new(Instant::now()),
            turns: Semaphore::new(TURNS),
            stop: Notify::new(),
            ended: AtomicBool::new(false),
        }
    }

    /// What is made of the workspace; waits for who changes it.
    ///
    /// # Errors
    /// When a command of this computer has it, or it cannot be opened.
    pub(super) fn with<R>(&self, make: impl FnOnce(&Workspace) -> R) -> Result<R, Away> {
        {
            let place = self.place.read().unwrap_or_else(PoisonError::into_inner);
            match &*place {
                Place::Open(workspace) => return Ok(make(workspace)),
                Place::Lent => return Err(Away::Lent),
                Place::Working(job) => return Err(Away::Working(Arc::clone(job))),
                Place::Closed => {}
            }
        }
        self.reopen().map_err(Away::Shut)?;
        match &*self.place.read().unwrap_or_else(PoisonError::into_inner) {
            Place::Open(workspace) => Ok(make(workspace)),
            Place::Working(job) => Err(Away::Working(Arc::clone(job))),
            Place::Lent | Place::Closed => Err(Away::Lent),
        }
    }

    /// Begins work that has the workspace until it ends; pages show how far it is meanwhile.
    ///
    /// # Errors
    /// When a command of this computer or other work has it.
    pub(super) fn begin(self: &Arc<Self>, work: Work) -> Result<Arc<Job>, Away> {
        // What has come back is opened first.
        self.with(|_| ())?;
        let asker = self.session.asker();
        let mut place = self.place.write().unwrap_or_else(PoisonError::into_inner);
        match &*place {
            Place::Open(_) => {}
            Place::Working(job) => return Err(Away::Working(Arc::clone(job))),
            Place::Lent | Place::Closed => return Err(Away::Lent),
        }
        let job = self.jobs.add(&work);
        if let Place::Open(workspace) = std::mem::replace(&mut *place, Place::Working(Arc::clone(&job))) {
            let (desk, own) = (Arc::clone(self), Arc::clone(&job));
            tokio::task::spawn_blocking(move || desk.work(work, workspace, &asker, &own));
        }
        Ok(job)
    }

    fn work(&self, work: Work, workspace: Box<Workspace>, asker: &Asker, job: &Job) {
        // Work that has panicked leaves the store as its last batch did.
        let done = catch_unwind(AssertUnwindSafe(|| work.done(workspace, asker, job)));
        let (workspace, ended) = done.unwrap_or((None, Ended::Broken));
        if let Some((read, unread)) = ended.files(job.name, &job.on) {
            // A note that cannot be written is no reason to fail: the page of the job says the same.
            _ = self.notes.change(|kept| kept.note_files(&read, unread));
        }
        let next = workspace.map_or(Place::Closed, Place::Open);
        *self.place.write().unwrap_or_else(PoisonError::into_inner) = next;
        job.end(ended);
        self.touch();
        self.warm();
    }

    /// Opens what has come back.
    fn reopen(&self) -> Result<(), WorkspaceError> {
        let mut place = self.place.write().unwrap_or_else(PoisonError::into_inner);
        if matches!(*place, Place::Closed) {
            *place = Place::Open(Box::new(Workspace::open(&self.folder)?));
        }
        Ok(())
    }

    /// Makes ready what pages ask of all records, so that the first of them does not wait.
    pub(super) fn warm(&self) {
        // Where there is nothing to be made ready, or it cannot be, pages say so themselves.
        _ = self.with(|workspace| {
            workspace.view().map(|view| view.settled().is_ok() && view.asks().is_ok() && view.relations().is_ok())
        });
    }

    /// Closes the workspace, so that a command of this computer can open it; whether it is free now.
    pub(super) fn lend(&self) -> bool {
        let mut place = self.place.write().unwrap_or_else(PoisonError::into_inner);
        if matches!(*place, Place::Lent | Place::Working(_)) {
            return false;
        }
        *place = Place::Lent;
        true
    }

    /// Opens the workspace again and analyses what has come; what cannot be done now is tried again when somebody asks
    /// for a page.
    pub(super) fn take_back(&self) {
        *self.place.write().unwrap_or_else(PoisonError::into_inner) = Place::Closed;
        if !self.has_ended() {
            _ = self.with(|workspace| workspace.bring_up(&Silent));
        }
        self.touch();
    }

    /// Tells the server to end.
    pub(super) fn end(&self) {
        self.ended.store(true, Ordering::Release);
        if let Place::Working(job) = &*self.place.read().unwrap_or_else(PoisonError::into_inner) {
            job.stop();
        }
        self.stop.notify_waiters();
    }

    /// Whether the server is to end.
    pub(super) fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// The address of the first page.
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// What the cookie of a browser that was let in holds.
    pub(super) fn key(&self) -> &str {
        &self.key
    }

    /// Whether a word is the key.
    pub(super) fn is_key(&self, word: &str) -> bool {
        is_same(word, &self.key)
    }

    /// The address by which one browser is let in, once.
    pub(super) fn entry(&self) -> String {
        let word = secret();
        let address = format!("{}enter?word={word}", self.address());
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).push(word);
        address
    }

    /// Takes a word back; whether it was one.
    pub(super) fn use_entry(&self, word: &str) -> bool {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let found = entries.iter().position(|own| is_same(own, word));
        found.map(|at| entries.swap_remove(at)).is_some()
    }

    /// Notes that somebody has asked for something.
    pub(super) fn touch(&self) {
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }

    /// How long nobody has asked for anything.
    pub(super) fn idle(&self) -> std::time::Duration {
        if matches!(*self.place.read().unwrap_or_else(PoisonError::into_inner), Place::Working(_)) {
            return std::time::Duration::ZERO;
        }
        self.last.lock().unwrap_or_else(PoisonError::into_inner).elapsed()
    }
}
