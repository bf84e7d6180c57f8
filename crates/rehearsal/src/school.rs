//! A school: its name, its template, its days, and the instants of them.

use app::App;
use domain::{
    clock::london,
    dates::{DayKind, SchoolCalendar, SchoolDays, Week},
    id::SchoolId,
    school::{ReferencePrefix, Template},
    text::Line,
};
use jiff::{
    Timestamp,
    civil::{Date, Time, date, time},
};
use store::{Tx, pupils::Source, schools, templates};

use crate::{Problem, Size, accounts::Staff, dice::Dice, term_dates, words, wrong};

/// A school that is being made.
#[derive(Debug)]
pub(crate) struct School {
    pub id: SchoolId,
    pub number: u32,
    pub size: Size,
    pub prefix: ReferencePrefix,
    pub template: Template,
    pub calendar: SchoolCalendar,
    /// The Mondays of weeks with a school day, up to today's.
    pub weeks: Vec<Date>,
    pub today: Date,
    /// The instant it is.
    pub now: Timestamp,
    /// The instant the school began with the program.
    pub made: Timestamp,
    pub staff: Staff,
}

/// Bounded text that is known to fit.
pub(crate) fn line<const MAX: usize>(text: &str) -> Result<Line<MAX>, Problem> {
    Line::new(text).map_err(|problem| wrong(&problem))
}

impl School {
    /// A time of a day in London, and never after now.
    pub fn instant(&self, day: Date, at: Time) -> Timestamp {
        instant(day, at).min(self.now)
    }

    /// So many school days after a day; before it when negative.
    pub fn days_on(&self, from: Date, days: i32) -> Result<Date, Problem> {
        let count = SchoolDays::count(usize::try_from(days.unsigned_abs()).unwrap_or_default());
        let found = if days < 0 {
            self.calendar.subtract_school_days(from, count)
        } else {
            self.calendar.add_school_days(from, count)
        };
        found.map_err(|problem| wrong(&problem))
    }

    /// The first school day of the week so many school weeks before this one.
    pub fn weeks_ago(&self, weeks: usize) -> Result<Date, Problem> {
        let monday = self.weeks.iter().rev().nth(weeks);
        let monday = monday.ok_or_else(|| wrong(&"the terms do not reach back far enough"))?;
        let first = self.calendar.on_or_after(*monday);
        first.map_err(|problem| wrong(&problem))
    }

    /// Where rows say they come from.
    pub fn source(&self) -> Source<'static> {
        Source {
            from: "generated",
            at: self.made,
            import: None,
        }
    }
}

fn instant(day: Date, at: Time) -> Timestamp {
    day.to_datetime(at)
        .to_zoned_datetime(london())
        .map_or(Timestamp::UNIX_EPOCH, |zoned| zoned.timestamp())
}

/// Founds a school, without anybody in it.
pub(crate) fn found(
    tx: &mut Tx<'_>,
    app: &App,
    (number, size): (u32, Size),
    dice: &mut Dice,
) -> Result<School, Problem> {
    let (now, today) = (app.clock().now(), app.clock().today());
    let days = term_dates::around(today);
    let made = instant(date(today.year() - 2, 9, 1), time(9, 0, 0, 0)).min(now);
    let name = name(number);
    let school = School {
        id: dice.id(made),
        number,
        size,
        prefix: ReferencePrefix::suggested(&name).ok_or_else(|| wrong(&"no prefix"))?,
        template: Template::standard(line("Twelve weeks")?),
        calendar: SchoolCalendar::new(days.iter().map(|row| {
            let kind: DayKind = row.kind.parse().unwrap_or(DayKind::School);
            (row.day, kind)
        })),
        weeks: Vec::new(),
        today,
        now,
        made,
        staff: Staff::default(),
    };
    let urn = format!("{:06}", 900_000 + number);
    let row = schools::SchoolRow {
        phone: Some("01632 960100".into()),
        ..schools::SchoolRow::new(school.id, &urn, &name, &school.prefix.to_string())
    };
    schools::add(tx, &row, made)?;
    templates::add(tx, school.id, &school.template, (made, None))?;
    schools::put_days(tx, school.id, &days)?;
    let first = days.first().map_or(today, |row| row.day);
    let mut weeks: Vec<Date> = school
        .calendar
        .school_days_in(first..=today)
        .iter()
        .map(|day| Week::of(*day).monday())
        .collect();
    weeks.dedup();
    Ok(School { weeks, ..school })
}

/// A name of its own for each of the first eighty; then the same with a number.
fn name(number: u32) -> String {
    let at = usize::try_from(number).unwrap_or_default() - 1;
    let place = words::PLACES[at % words::PLACES.len()];
    let kind = words::KINDS[(at / words::PLACES.len()) % words::KINDS.len()];
    match at / (words::PLACES.len() * words::KINDS.len()) {
        0 => format!("{place} {kind}"),
        again => format!("{place} {kind} {}", again + 1),
    }
}
