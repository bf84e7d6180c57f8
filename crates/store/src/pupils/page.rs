//! The roll a page at a time, narrowed by words of a name or class.

use domain::{id::SchoolId, pupil::Pupil};
use jiff::civil::Date;

use super::{read, searchable};
use crate::{Broken, Tx, Value, params};

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Looked<'a> {
    /// Words of a name or class; none finds everybody.
    pub words: &'a str,
    /// On which part of the roll.
    pub roll: Roll,
    /// The day it is.
    pub today: Date,
}

/// A part of the roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Roll {
    /// Those whose last day has not passed.
    On,
    /// Those whose last day has.
    Left,
}

impl Looked<'_> {
    /// The school, the words as patterns, and the days between which the last
    /// day is; somebody without one is on roll for ever.
    fn values(&self, school: SchoolId) -> [Value; 6] {
        let some: String = self.words.chars().take(60).collect();
        let words = searchable(&some);
        let mut patterns = words.split(' ').map(|word| format!("%{word}%"));
        let mut next = || patterns.next().unwrap_or_else(|| "%".into());
        let (from, before) = match self.roll {
            Roll::On => (self.today, Date::MAX),
            Roll::Left => (Date::constant(1, 1, 1), self.today),
        };
        params![school, next(), next(), next(), from, before]
    }
}

/// How many there are.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn count(tx: &mut Tx<'_>, school: SchoolId, looked: &Looked<'_>) -> Result<u32, Broken> {
    let row = tx.one(
        "select count(*) from pupil
         where school_id = ?1 and search like ?2 and search like ?3 and search like ?4
           and coalesce(left_on, '9999-12-30') >= ?5 and coalesce(left_on, '9999-12-30') < ?6",
        &looked.values(school),
    )?;
    Ok(u32::try_from(row.int(0)?).unwrap_or(u32::MAX))
}

/// So many of them after the first so many, by name.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn page(
    tx: &mut Tx<'_>,
    school: SchoolId,
    looked: &Looked<'_>,
    (most, after): (u32, u32),
) -> Result<Vec<Pupil>, Broken> {
    let mut values = looked.values(school).to_vec();
    values.extend([Value::from(most), Value::from(after)]);
    tx.list(
        "select school_id, id, source_key, upn, given, family, likes, preferred_family, born, sex, year,
                group_name, sen, needs, care, flags, language, left_on
         from pupil
         where school_id = ?1 and search like ?2 and search like ?3 and search like ?4
           and coalesce(left_on, '9999-12-30') >= ?5 and coalesce(left_on, '9999-12-30') < ?6
         order by family, given, id limit ?7 offset ?8",
        &values,
        read,
    )
}
