//! Whose turn it is: two browsers at once are all that two cores can drive.

use std::sync::{Condvar, Mutex, PoisonError};

const AT_ONCE: usize = 2;

static OPEN: Mutex<usize> = Mutex::new(0);
static CLOSED: Condvar = Condvar::new();

/// Leave to have a browser open; given back when dropped.
#[derive(Debug)]
pub(super) struct Turn;

impl Turn {
    pub(super) fn wait_for() -> Self {
        let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        let mut open = CLOSED
            .wait_while(open, |open| *open >= AT_ONCE)
            .unwrap_or_else(PoisonError::into_inner);
        *open += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *OPEN.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        CLOSED.notify_one();
    }
}
