//! The school's days: what a calendar file says of them, and what it may
//! replace. Counting a programme's weeks by them is done elsewhere.

use std::collections::BTreeMap;

use domain::dates::DayKind;
use intake::{
    calendar::{CalendarRow, DayKind as Said, SchoolDates, SpanKind},
    reading::Reading,
};
use jiff::civil::{Date, Weekday, date};
use store::{Broken, schools::DayRow};

use super::{
    changes::{Changes, Detail, Item},
    plan::day,
};
use crate::Refusal;

/// A gap between two terms that is longer than this, in days, is not taken for
/// a holiday: a term is missing from the file.
const LONGEST_HOLIDAY: i32 = 70;

/// What a calendar would change.
pub(super) struct CalendarPlan {
    pub(super) changes: Changes,
    pub(super) writes: Vec<DayRow>,
}

/// The stored kind for what a file says of a day: the one place where the two
/// meet.
const fn kind(said: Said) -> DayKind {
    match said {
        Said::School => DayKind::School,
        Said::Inset => DayKind::Training,
        Said::HalfTerm => DayKind::Holiday,
        Said::BankHoliday => DayKind::BankHoliday,
        Said::Closed => DayKind::PlannedClosure,
    }
}

/// Compares.
pub(super) fn compare(
    stored: &[DayRow],
    reading: &Reading<CalendarRow>,
) -> Result<CalendarPlan, Refusal> {
    let dates = SchoolDates::of(&reading.accepted);
    let spoken = Spoken::of(&reading.accepted);
    let known: BTreeMap<Date, DayKind> = stored
        .iter()
        .map(|row| Ok((row.day, read(row)?)))
        .collect::<Result<_, Broken>>()?;
    let mut said: BTreeMap<Date, DayKind> = holidays(&dates).into_iter().collect();
    said.extend(
        dates
            .days()
            .into_iter()
            .map(|day| (day.date, kind(day.kind))),
    );
    let outside = outside_terms(&mut said, &known, &dates);
    let mut plan = CalendarPlan {
        changes: Changes::default(),
        writes: Vec::new(),
    };
    let mut added: BTreeMap<DayKind, Vec<Date>> = BTreeMap::new();
    for (on, now) in said {
        let was = known.get(&on).copied();
        if was.is_some_and(|was| was == now || !spoken.may_replace(was, now)) {
            plan.changes.same += 1;
            continue;
        }
        match was {
            None => added.entry(now).or_default().push(on),
            Some(was) => plan.changes.changed.push(changed(on, was, now)),
        }
        plan.writes.push(DayRow {
            day: on,
            kind: now.code().to_owned(),
            note: note(&dates, on),
        });
    }
    plan.changes.added = added
        .into_iter()
        .filter_map(|(kind, days)| new_days(kind, &days))
        .collect();
    plan.changes.notes.extend(missing_term(&dates));
    if outside > 0 {
        plan.changes.notes.push(format!(
            "{outside} bank holidays are outside your term dates and were left out. Import the term dates first, then this file again."
        ));
    }
    Ok(plan)
}

fn read(row: &DayRow) -> Result<DayKind, Broken> {
    row.kind
        .parse()
        .map_err(|_| Broken::Inconsistent(format!("kind of the school day {}", row.day)))
}

/// Which kinds of closure a file lists. One it does not list at all is not for
/// it to take away: term dates alone say nothing of INSET days.
struct Spoken {
    kinds: Vec<SpanKind>,
}

impl Spoken {
    fn of(rows: &[intake::reading::Accepted<CalendarRow>]) -> Self {
        let spans = rows.iter().flat_map(|row| &row.row.spans);
        Self {
            kinds: spans.map(|span| span.kind).collect(),
        }
    }

    /// Whether what is stored gives way. What somebody put in by hand for one
    /// day, such as snow or an early finish, never gives way to an ordinary day.
    fn may_replace(&self, was: DayKind, now: DayKind) -> bool {
        let plain = matches!(now, DayKind::School | DayKind::Holiday);
        if !plain {
            return true;
        }
        match was {
            DayKind::School | DayKind::Holiday => true,
            DayKind::Training => self.kinds.contains(&SpanKind::Inset),
            DayKind::BankHoliday => self.kinds.contains(&SpanKind::BankHoliday),
            DayKind::PlannedClosure => self.kinds.contains(&SpanKind::Closed),
            DayKind::MorningOnly | DayKind::AfternoonOnly => now == DayKind::Holiday,
            DayKind::UnexpectedClosure => false,
        }
    }
}

/// Weekdays between two terms, and from the last day of a summer term to the
/// end of August.
fn holidays(dates: &SchoolDates) -> Vec<(Date, DayKind)> {
    let ends = dates.terms.iter().map(|term| term.last);
    let begins = dates.terms.iter().skip(1).map(|term| Some(term.first));
    let mut days = Vec::new();
    for (end, next) in ends.zip(begins.chain([None])) {
        let summer = date(end.year(), 8, 31);
        let until = match next {
            Some(next) if length(end, next) <= LONGEST_HOLIDAY => next,
            _ if end.month() == 7 || end.month() == 8 => summer,
            _ => continue,
        };
        let weekdays = std::iter::successors(end.tomorrow().ok(), |day| day.tomorrow().ok())
            .take_while(|day| *day < until || *day == until && until == summer)
            .filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
        days.extend(weekdays.map(|day| (day, DayKind::Holiday)));
    }
    days
}

fn length(from: Date, to: Date) -> i32 {
    from.until(to).map_or(i32::MAX, |span| span.get_days())
}

/// Takes out days beyond every term that is known, and says how many: a bank
/// holiday two years on would make the calendar look as if it reached so far.
fn outside_terms(
    said: &mut BTreeMap<Date, DayKind>,
    known: &BTreeMap<Date, DayKind>,
    dates: &SchoolDates,
) -> usize {
    let held = known.keys().copied();
    let terms = dates.terms.iter().flat_map(|term| [term.first, term.last]);
    let filled = said
        .iter()
        .filter(|(_, kind)| **kind == DayKind::Holiday)
        .map(|(day, _)| *day);
    let all: Vec<Date> = held.chain(terms).chain(filled).collect();
    let before = said.len();
    match (all.iter().min(), all.iter().max()) {
        (Some(first), Some(last)) => said.retain(|day, _| (first..=last).contains(&day)),
        _ => said.clear(),
    }
    before - said.len()
}

/// What a bank holiday is called.
fn note(dates: &SchoolDates, on: Date) -> Option<String> {
    let name = dates.bank_holidays.get(&on)?.as_ref()?;
    Some(name.to_string())
}

/// New days of one kind as one line.
fn new_days(kind: DayKind, days: &[Date]) -> Option<Item> {
    let (first, last) = (days.first()?, days.last()?);
    let about = if first == last {
        day(*first)
    } else {
        format!("{} days, {} to {}", days.len(), day(*first), day(*last))
    };
    Some(Item {
        name: kind.label().to_owned(),
        about,
        details: Vec::new(),
    })
}

fn changed(on: Date, was: DayKind, now: DayKind) -> Item {
    Item {
        name: on.strftime("%A %-d %B %Y").to_string(),
        about: String::new(),
        details: Detail::of("Day", was.label(), now.label())
            .into_iter()
            .collect(),
    }
}

/// A long stretch between two terms: a row may be missing.
fn missing_term(dates: &SchoolDates) -> Option<String> {
    let mut pairs = dates.terms.iter().zip(dates.terms.iter().skip(1));
    let (before, after) =
        pairs.find(|(before, after)| length(before.last, after.first) > LONGEST_HOLIDAY)?;
    Some(format!(
        "There is no term between {} and {}. Check whether one is missing from the file.",
        day(before.last),
        day(after.first)
    ))
}
