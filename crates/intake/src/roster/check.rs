//! The rules for one row of a roster, in the order of the contract.

use super::{
    ids::{Aim, Ids, Names},
    manifest::Mode,
    row::{Change, RosterRow},
    spec::{Column, Form, Key, MODIFIED, Need, STATUS, Table},
};
use crate::{
    cells::{date::iso, number::is_figures, time::without_time},
    reason::Reason,
    table::{ExactRow, Width},
    warning::{Notes, Warning},
};

/// Looks at one row: `E_FIELD_COUNT`, `E_OR_ID`, `E_OR_STATUS`,
/// `E_OR_REQUIRED`, `E_OR_ENUM`, `E_DATE_INVALID`, `E_OR_DUP_ID`, `E_OR_REF`.
pub(super) fn checked(
    row: &ExactRow<'_>,
    width: Width,
    (table, mode): (&Table, Mode),
    (names, ids): (&mut Names, &Ids),
    notes: &mut Notes,
) -> Result<RosterRow, Reason> {
    if width == Width::Overflows {
        return Err(Reason::FieldCount);
    }
    let name = name(row, table.key)?;
    let change = change(row, mode, notes)?;
    let values: Vec<(&Column, String)> = table
        .columns
        .iter()
        .map(|column| (column, row.text(column.name)))
        .collect();
    if change == Change::Stands {
        values
            .iter()
            .try_for_each(|(column, value)| filled(column, value))?;
        values
            .iter()
            .try_for_each(|(column, value)| worded(column, value))?;
        values
            .iter()
            .try_for_each(|(column, value)| dated(column, value))?;
    }
    if name.as_ref().is_some_and(|name| names.has(name)) {
        return Err(Reason::OrDupId);
    }
    if change == Change::Stands {
        aimed(&values, ids, notes)?;
    }
    if let Some(name) = name {
        match change {
            Change::Stands => names.take(name),
            Change::Deleted => names.delete(name),
        }
    }
    let values = values.into_iter().filter(|(_, value)| !value.is_empty());
    let values = values.map(|(column, value)| (column.name, value)).collect();
    Ok(RosterRow::new(change, values))
}

fn name(row: &ExactRow<'_>, key: Key) -> Result<Option<String>, Reason> {
    let (name, is_sound): (String, fn(char) -> bool) = match key {
        Key::Strict(column) => (row.text(column), |c| {
            c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '@' | '_' | '-')
        }),
        Key::Free(column) => (row.text(column), |c| !c.is_control()),
        Key::Nothing => return Ok(None),
    };
    let sound = !name.is_empty() && name.chars().count() <= 255 && name.chars().all(is_sound);
    sound.then_some(Some(name)).ok_or(Reason::OrId)
}

fn change(row: &ExactRow<'_>, mode: Mode, notes: &mut Notes) -> Result<Change, Reason> {
    let (status, modified) = (row.text(STATUS), row.text(MODIFIED));
    if mode == Mode::Bulk {
        if !status.is_empty() || !modified.is_empty() {
            notes.add(Warning::OrStatusInBulk, None);
        }
        return Ok(Change::Stands);
    }
    let status = status.to_lowercase().parse().ok();
    let readable = iso(without_time(&modified)).is_some();
    status.filter(|_| readable).ok_or(Reason::OrStatus)
}

fn filled(column: &Column, value: &str) -> Result<(), Reason> {
    let is_missing = column.need == Need::Required && value.is_empty();
    refuse_if(is_missing, Reason::OrRequired)
}

fn worded(column: &Column, value: &str) -> Result<(), Reason> {
    let is_one_of = |choices: &[&str]| {
        let mut choices = choices.iter();
        value.is_empty() || choices.any(|choice| choice.eq_ignore_ascii_case(value))
    };
    let is_own = value
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("ext:"));
    let fits = match column.form {
        Form::Choice(choices) => is_one_of(choices) || is_own,
        Form::Truth => is_one_of(&["true", "false"]),
        _ => true,
    };
    refuse_if(!fits, Reason::OrEnum)
}

fn dated(column: &Column, value: &str) -> Result<(), Reason> {
    let reads = match column.form {
        Form::Day => iso(value).is_some(),
        Form::AmericanDay => american(value).is_some(),
        _ => true,
    };
    refuse_if(!value.is_empty() && !reads, Reason::DateInvalid)
}

fn aimed(values: &[(&Column, String)], ids: &Ids, notes: &mut Notes) -> Result<(), Reason> {
    let mut unchecked = false;
    for (column, value) in values {
        if let Form::Points(table) | Form::PointsMany(table) = column.form {
            for name in names(column.form, value) {
                match ids.aim(table, name) {
                    Aim::Found => {}
                    Aim::Nowhere => return Err(Reason::OrRef),
                    Aim::Unchecked => unchecked = true,
                }
            }
        }
    }
    if unchecked {
        notes.add(Warning::OrRefUnchecked, None);
    }
    Ok(())
}

/// Whether a row mentions, where that only warns, a row that is not there.
/// Asked when the whole table is read, since a parent may come after a child.
pub(super) fn mentions_nobody(row: &RosterRow, table: &Table, ids: &Ids) -> bool {
    row.change == Change::Stands
        && table.columns.iter().any(|column| match column.form {
            Form::Mentions(to) | Form::MentionsMany(to) => {
                let mut names = names(column.form, row.value(column.name));
                names.any(|name| ids.aim(to, name) == Aim::Nowhere)
            }
            _ => false,
        })
}

/// The names that a value holds.
fn names(form: Form, value: &str) -> impl Iterator<Item = &str> {
    let many = matches!(form, Form::PointsMany(_) | Form::MentionsMany(_));
    value
        .split(move |c| many && c == ',')
        .map(str::trim)
        .filter(|name| !name.is_empty())
}

/// `m/d/yyyy`.
pub(super) fn american(words: &str) -> Option<jiff::civil::Date> {
    let mut parts = words.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let plain = [month, day, year].iter().all(|part| is_figures(part));
    if !plain || year.len() != 4 || parts.next().is_some() {
        return None;
    }
    jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

const fn refuse_if(wrong: bool, reason: Reason) -> Result<(), Reason> {
    if wrong { Err(reason) } else { Ok(()) }
}
