//! The day on which something about a pupil happened.

use jiff::{ToSpan, civil::Date};

use crate::{reason::Reason, table::DateCell};

/// How far ahead a suspension may be entered, in days.
const AHEAD: i32 = 366;

/// A day from 2000 to `latest`: `E_DATE_MISSING`, `E_DATE_INVALID` or
/// `E_DATE_FUTURE`.
pub(crate) fn day(cell: DateCell, latest: Date) -> Result<Date, Reason> {
    let date = known(cell)?;
    if date > latest {
        return Err(Reason::DateFuture);
    }
    Ok(date)
}

/// A day from 2000 on.
pub(crate) fn known(cell: DateCell) -> Result<Date, Reason> {
    match cell {
        DateCell::Blank => Err(Reason::DateMissing),
        DateCell::Read(date, _) if date.year() >= 2000 => Ok(date),
        DateCell::Read(..) | DateCell::Unreadable => Err(Reason::DateInvalid),
    }
}

/// The last day that a suspension may begin or end on.
pub(crate) fn furthest(today: Date) -> Date {
    today.checked_add(AHEAD.days()).unwrap_or(Date::MAX)
}
