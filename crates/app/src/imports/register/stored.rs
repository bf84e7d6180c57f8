//! Rows of a file in the form they are stored in, and what becomes of a row
//! that is known already: an empty cell never blanks what is stored.

use domain::id::PupilId;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use store::{Value, imports::before::Table, register};

use super::incoming::{IncidentIn, MarkIn, SuspensionIn};

/// A row as it is stored.
pub(super) trait Record: Clone + PartialEq {
    /// Where it is stored.
    const TABLE: Table;
    /// Its key there, without the school.
    fn row_key(&self) -> Vec<Value>;
    /// What tells it from others of its pupil.
    fn key(&self) -> (PupilId, String);
    /// The day it is looked up by.
    fn day(&self) -> Date;
    /// The file's row with what is stored where its cells are empty.
    fn over(self, stored: &Self) -> Self;
}

/// What tells an incident without a number from the pupil's others: the facts
/// by which the file was checked for doubles, too long to be a key themselves.
fn by_facts(row: &IncidentIn) -> String {
    let at = row.at.as_ref().map_or("", |at| at.as_str());
    let kind = row.kind.as_str().to_lowercase();
    let words = row.notes.as_ref().map_or("", |words| words.as_str());
    let facts = format!("{}\u{1f}{at}\u{1f}{kind}\u{1f}{words}", row.on);
    let digest = Sha256::digest(facts.as_bytes());
    let half = std::array::from_fn(|at| digest.get(at).copied().unwrap_or_default());
    format!("facts:{:032x}", u128::from_be_bytes(half))
}

pub(super) fn incident(pupil: PupilId, row: &IncidentIn) -> register::IncidentRow {
    let id = row.incident.as_ref();
    register::IncidentRow {
        pupil,
        source_key: id.map_or_else(|| by_facts(row), |id| format!("id:{id}")),
        on: row.on,
        at: row.at.as_ref().map(ToString::to_string),
        kind: row.kind.to_string(),
        points: row.points,
        location: row.location.as_ref().map(ToString::to_string),
        action: row.action.as_ref().map(ToString::to_string),
        by: row.by.as_ref().map(ToString::to_string),
        words: row.notes.as_ref().map(ToString::to_string),
    }
}

pub(super) fn mark(pupil: PupilId, row: &MarkIn) -> register::MarkRow {
    register::MarkRow {
        pupil,
        on: row.on,
        half: row.session.code().to_owned(),
        mark: row.mark.code().to_owned(),
        minutes_late: row.minutes_late,
        words: row.notes.as_ref().map(ToString::to_string),
    }
}

pub(super) fn suspension(pupil: PupilId, row: &SuspensionIn) -> register::SuspensionRow {
    let causes: Vec<&str> = row.causes.iter().map(|cause| cause.code()).collect();
    register::SuspensionRow {
        pupil,
        first: row.first,
        category: row.category.code().to_owned(),
        last: row.last,
        sessions: row.sessions,
        causes: causes.join(" "),
        words: row.notes.as_ref().map(ToString::to_string),
    }
}

impl Record for register::IncidentRow {
    const TABLE: Table = Table::Incident;

    fn row_key(&self) -> Vec<Value> {
        store::params![self.pupil, &self.source_key].to_vec()
    }

    fn key(&self) -> (PupilId, String) {
        (self.pupil, self.source_key.clone())
    }

    fn day(&self) -> Date {
        self.on
    }

    fn over(self, stored: &Self) -> Self {
        Self {
            at: self.at.or_else(|| stored.at.clone()),
            location: self.location.or_else(|| stored.location.clone()),
            action: self.action.or_else(|| stored.action.clone()),
            by: self.by.or_else(|| stored.by.clone()),
            words: self.words.or_else(|| stored.words.clone()),
            ..self
        }
    }
}

impl Record for register::MarkRow {
    const TABLE: Table = Table::Mark;

    fn row_key(&self) -> Vec<Value> {
        store::params![self.pupil, self.on, &self.half].to_vec()
    }

    fn key(&self) -> (PupilId, String) {
        (self.pupil, format!("{} {}", self.on, self.half))
    }

    fn day(&self) -> Date {
        self.on
    }

    fn over(self, stored: &Self) -> Self {
        // Minutes and words belong to the mark they were written beside.
        if self.mark != stored.mark {
            return self;
        }
        Self {
            minutes_late: self.minutes_late.or(stored.minutes_late),
            words: self.words.or_else(|| stored.words.clone()),
            ..self
        }
    }
}

impl Record for register::SuspensionRow {
    const TABLE: Table = Table::Suspension;

    fn row_key(&self) -> Vec<Value> {
        store::params![self.pupil, self.first, &self.category].to_vec()
    }

    fn key(&self) -> (PupilId, String) {
        (self.pupil, format!("{} {}", self.first, self.category))
    }

    fn day(&self) -> Date {
        self.first
    }

    fn over(self, stored: &Self) -> Self {
        Self {
            last: self.last.or(stored.last),
            sessions: self.sessions.or(stored.sessions),
            words: self.words.or_else(|| stored.words.clone()),
            ..self
        }
    }
}
