//! What the database was asked, statement by statement, while somebody
//! watches: for tests that count, and for the benchmark, which asks the same
//! again. A program that serves people never watches, because what was asked
//! holds their words.

use std::sync::{
    Mutex, PoisonError,
    atomic::{AtomicBool, AtomicU64, Ordering},
};

use crate::{Db, Value};

/// Whether a piece of work may change anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// It only reads.
    Reading,
    /// It may change something.
    Changing,
}

/// One statement.
#[derive(Clone)]
pub struct Asked {
    /// Which piece of work it was part of: statements of one transaction share it.
    pub of: u64,
    /// What that work was.
    pub work: Work,
    /// Its text.
    pub sql: &'static str,
    /// Its values.
    pub values: Vec<Value>,
}

// What people typed does not belong in a log.
impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words: Vec<&str> = self.sql.split_whitespace().collect();
        write!(f, "{} {:?}: {}", self.of, self.work, words.join(" "))
    }
}

/// Where it is noted.
#[derive(Debug, Default)]
pub(crate) struct Notebook {
    open: AtomicBool,
    works: AtomicU64,
    lines: Mutex<Vec<Asked>>,
}

/// One piece of work that is being watched.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Watching<'c> {
    book: &'c Notebook,
    of: u64,
    work: Work,
}

impl Notebook {
    pub fn watching(&self, work: Work) -> Option<Watching<'_>> {
        self.open.load(Ordering::Relaxed).then(|| Watching {
            book: self,
            of: self.works.fetch_add(1, Ordering::Relaxed),
            work,
        })
    }
}

impl Watching<'_> {
    pub fn note(&self, sql: &'static str, values: &[Value]) {
        let asked = Asked {
            of: self.of,
            work: self.work,
            sql,
            values: values.to_vec(),
        };
        let lines = self.book.lines.lock();
        lines.unwrap_or_else(PoisonError::into_inner).push(asked);
    }
}

impl Db {
    /// Begins to watch.
    pub fn watch(&self) {
        self.asked.open.store(true, Ordering::Relaxed);
    }

    /// Stops watching, and says what was asked since.
    pub fn watched(&self) -> Vec<Asked> {
        self.asked.open.store(false, Ordering::Relaxed);
        let lines = self.asked.lines.lock();
        std::mem::take(&mut *lines.unwrap_or_else(PoisonError::into_inner))
    }
}
