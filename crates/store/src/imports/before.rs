//! Rows as they were before an import and as it left them, so that it can be
//! undone. A row that is no longer as the import left it was changed by
//! somebody since, and stays.

use domain::{
    coded,
    id::{ImportId, SchoolId},
};
use jiff::Timestamp;
use serde_json::Value as Json;

use super::shape::shape;
use crate::{Broken, Tx, Value, params};

coded! {
    /// What kind of row an import may replace.
    pub enum Table {
        /// A pupil.
        Pupil => "pupil", "Pupil";
        /// A contact.
        Contact => "contact", "Contact";
        /// A member of staff.
        Staff => "staff", "Member of staff";
        /// What a person put right.
        Correction => "correction", "Correction";
        /// A day of the school's calendar.
        Day => "day", "School day";
        /// An incident.
        Incident => "incident", "Incident";
        /// A mark of the register.
        Mark => "mark", "Attendance mark";
        /// A suspension.
        Suspension => "suspension", "Suspension";
        /// What another system calls someone.
        SourceId => "source_id", "Number in another system";
        /// A teaching group.
        Group => "group", "Teaching group";
        /// A pupil's place in a group.
        GroupPupil => "group_pupil", "Pupil in a group";
        /// A member of staff's place in a group.
        GroupStaff => "group_staff", "Member of staff in a group";
        /// A school of the national list.
        KnownSchool => "known_school", "School";
    }
}

/// A row that is about to be replaced.
pub struct Taken {
    table: Table,
    key: Vec<Value>,
    before: Option<Vec<Value>>,
}

impl std::fmt::Debug for Taken {
    // Values of a row are personal and stay out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{} as it was>", self.table.code())
    }
}

/// What undoing did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PutBack {
    /// Rows that are as they were before, or gone if they were new.
    pub rows: usize,
    /// Rows that stay, because somebody changed or used them since.
    pub stay: usize,
}

fn row(tx: &mut Tx<'_>, table: Table, key: &[Value]) -> Result<Option<Vec<Value>>, Broken> {
    Ok(tx.maybe(shape(table).read, key)?.map(|row| row.values))
}

fn of_school(school: SchoolId, key: Vec<Value>) -> Vec<Value> {
    [Value::from(school)].into_iter().chain(key).collect()
}

/// Reads a row that an import is going to write; `key` is what tells it from
/// others of its school.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn take(
    tx: &mut Tx<'_>,
    school: SchoolId,
    table: Table,
    key: Vec<Value>,
) -> Result<Taken, Broken> {
    let key = of_school(school, key);
    let before = row(tx, table, &key)?;
    Ok(Taken { table, key, before })
}

/// Keeps what was taken beside what the import made of it, and the keys of what
/// it brought. To be called once the rows are written.
///
/// # Errors
/// [`Broken`] when the engine refuses, or a row that was written is not there.
pub fn keep(
    tx: &mut Tx<'_>,
    (school, import): (SchoolId, ImportId),
    new: Vec<(Table, Vec<Value>)>,
    taken: Vec<Taken>,
) -> Result<(), Broken> {
    let mut rows: Vec<(Table, Option<String>, String)> = Vec::new();
    for (table, key) in new {
        rows.push((table, None, written(&of_school(school, key))?));
    }
    for one in taken {
        let after = row(tx, one.table, &one.key)?
            .ok_or_else(|| Broken::Inconsistent(format!("no {} written", one.table.code())))?;
        let before = one.before.map(|before| written(&before)).transpose()?;
        rows.push((one.table, before, written(&after)?));
    }
    let rows: Vec<Vec<Value>> = rows
        .into_iter()
        .enumerate()
        .map(|(n, (table, before, after))| {
            params![school, import, n, table.code(), before, after].to_vec()
        })
        .collect();
    tx.run_many(
        "insert into import_before (school_id, import_id, n, what, before, after)
         values (?1, ?2, ?3, ?4, ?5, ?6)",
        &rows,
    )
}

/// Undoes an import, as far as its rows are still as it left them: what was new
/// is erased, unless something hangs on it, and the rest is put back.
///
/// # Errors
/// [`Broken`] when the engine refuses or what was kept cannot be read.
pub fn put_back(tx: &mut Tx<'_>, school: SchoolId, import: ImportId) -> Result<PutBack, Broken> {
    let kept = tx.all(
        "select what, before, after from import_before where school_id = ?1 and import_id = ?2 order by n",
        &params![school, import],
    )?;
    let mut done = PutBack::default();
    for one in kept {
        let (table, after): (Table, _) = (one.read(0)?, read(&one.text(2)?)?);
        let before = one.maybe_text(1)?.map(|text| read(&text)).transpose()?;
        // What stood there before a mark may have come with a file that was
        // taken back since: then nothing stood there.
        let before = match before {
            Some(row) if came_with_what_was_undone(tx, table, &row)? => None,
            other => other,
        };
        if put_one(tx, table, before, &after)? {
            done.rows += 1;
        } else {
            done.stay += 1;
        }
    }
    for sql in WITH_THEIR_IMPORT {
        let gone = tx.run(sql, &params![school, import])?;
        done.rows += usize::try_from(gone).unwrap_or(usize::MAX);
    }
    forget_one(tx, school, import)?;
    Ok(done)
}

fn came_with_what_was_undone(tx: &mut Tx<'_>, table: Table, row: &[Value]) -> Result<bool, Broken> {
    let (
        Table::Incident | Table::Mark | Table::Suspension | Table::KnownSchool,
        [school, .., import],
    ) = (table, row)
    else {
        return Ok(false);
    };
    let found = tx.maybe(
        "select id from import_run where school_id = ?1 and id = ?2 and undone_at is not null",
        &[school.clone(), import.clone()],
    )?;
    Ok(found.is_some())
}

/// Answers whether the row was still as the import left it.
fn put_one(
    tx: &mut Tx<'_>,
    table: Table,
    before: Option<Vec<Value>>,
    after: &[Value],
) -> Result<bool, Broken> {
    let shape = shape(table);
    let key = after.get(..shape.key).unwrap_or_default();
    let is_new_by_key = after.len() == shape.key;
    if !is_new_by_key && row(tx, table, key)?.as_deref() != Some(after) {
        return Ok(false);
    }
    let changed = match before {
        Some(before) => tx.run(shape.put, &before)?,
        None => tx.run(shape.erase, key)?,
    };
    Ok(changed == 1)
}

/// Rows of the register and of the list of schools carry the import they came
/// with.
const WITH_THEIR_IMPORT: [&str; 4] = [
    "delete from incident where school_id = ?1 and import_id = ?2",
    "delete from attendance_mark where school_id = ?1 and import_id = ?2",
    "delete from suspension where school_id = ?1 and import_id = ?2",
    "delete from known_school where school_id = ?1 and import_id = ?2",
];

/// Forgets how rows were before every import that was confirmed before an
/// instant: it can be undone no longer.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn forget(tx: &mut Tx<'_>, school: SchoolId, before: Timestamp) -> Result<u64, Broken> {
    tx.run(
        "delete from import_before where school_id = ?1 and import_id in
           (select id from import_run where school_id = ?1 and confirmed_at < ?2)",
        &params![school, before],
    )
}

fn forget_one(tx: &mut Tx<'_>, school: SchoolId, import: ImportId) -> Result<u64, Broken> {
    tx.run(
        "delete from import_before where school_id = ?1 and import_id = ?2",
        &params![school, import],
    )
}

/// A row as text.
fn written(values: &[Value]) -> Result<String, Broken> {
    let cell = |value: &Value| match value {
        Value::Null => Ok(Json::Null),
        Value::Int(number) => Ok(Json::from(*number)),
        Value::Text(text) => Ok(Json::from(text.as_str())),
        Value::Bytes(_) => Err(Broken::Inconsistent("bytes in a kept row".into())),
    };
    let cells: Vec<Json> = values.iter().map(cell).collect::<Result<_, _>>()?;
    Ok(Json::Array(cells).to_string())
}

/// A row from its text.
fn read(text: &str) -> Result<Vec<Value>, Broken> {
    let odd = || Broken::Inconsistent("a kept row cannot be read".into());
    let cells: Vec<Json> = serde_json::from_str(text).map_err(|_| odd())?;
    cells
        .into_iter()
        .map(|cell| match cell {
            Json::Null => Ok(Value::Null),
            Json::Number(number) => number.as_i64().map(Value::Int).ok_or_else(odd),
            Json::String(text) => Ok(Value::Text(text)),
            Json::Bool(_) | Json::Array(_) | Json::Object(_) => Err(odd()),
        })
        .collect()
}
