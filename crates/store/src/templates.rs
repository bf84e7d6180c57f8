//! The school's template, version by version. A running programme keeps the
//! version it began with, so old versions stay.

use domain::{
    dates::{Counting, Rhythm, SchoolDays, WeekNumber, Weeks},
    id::{AccountId, SchoolId},
    school::Template,
    timers::{Amount, Timer, Timers},
};
use jiff::Timestamp;

use crate::{Broken, Row, Tx, params};

fn read(row: &Row) -> Result<Template, Broken> {
    Ok(Template {
        version: row.small(0)?,
        title: row.line(1)?,
        rhythm: read_rhythm(row)?,
        interim_rule: row.read(7)?,
        monitoring: row.read(8)?,
        target_max: row.small(9)?,
        extend_max: Weeks::new(row.small(10)?),
        timers: read_timers(row)?,
        council_address: row.maybe_read(13)?,
    })
}

/// Two of the timers have columns of their own, from before the others could be chosen.
fn read_timers(row: &Row) -> Result<Timers, Broken> {
    let wrong = || Broken::Inconsistent("timers of a template".into());
    let mut timers = Timers::read(&row.text(14)?).ok_or_else(wrong)?;
    let own = [
        (
            Timer::Aftercare,
            Amount::SchoolWeeks(Weeks::new(row.small(11)?)),
        ),
        (
            Timer::ReviewWindow,
            Amount::SchoolDays(SchoolDays::new(row.small(12)?)),
        ),
    ];
    for (timer, amount) in own {
        timers.set(timer, amount).map_err(|_| wrong())?;
    }
    Ok(timers)
}

fn read_rhythm(row: &Row) -> Result<Rhythm, Broken> {
    let wrong = |what: &str| Broken::Inconsistent(format!("{what} of a template"));
    let interim = row
        .text(6)?
        .split_whitespace()
        .map(|week| week.parse().ok().and_then(WeekNumber::new))
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| wrong("interim weeks"))?;
    let counting = Counting {
        clock: row.read(3)?,
        roll: row.read(4)?,
        enough: SchoolDays::new(row.small(5)?),
    };
    Rhythm::new(Weeks::new(row.small(2)?), interim, counting).map_err(|_| wrong("rhythm"))
}

/// One version of a school's template.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(tx: &mut Tx<'_>, school: SchoolId, version: u32) -> Result<Option<Template>, Broken> {
    tx.maybe(
        "select version, title, weeks, clock, roll, week_days, interim_weeks, interim_rule, monitoring,
                target_max, extend_max, aftercare_weeks, window_days, council_address, timers
         from template where school_id = ?1 and version = ?2",
        &params![school, version],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// The newest version, for new programmes.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn newest(tx: &mut Tx<'_>, school: SchoolId) -> Result<Option<Template>, Broken> {
    tx.maybe(
        "select version, title, weeks, clock, roll, week_days, interim_weeks, interim_rule, monitoring,
                target_max, extend_max, aftercare_weeks, window_days, council_address, timers
         from template where school_id = ?1 order by version desc limit 1",
        &params![school],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// Adds a version.
///
/// # Errors
/// [`Broken`]; [`Broken::is_duplicate`] when someone else added it first.
pub fn add(
    tx: &mut Tx<'_>,
    school: SchoolId,
    template: &Template,
    (now, by): (Timestamp, Option<AccountId>),
) -> Result<(), Broken> {
    let rhythm = &template.rhythm;
    let counting = rhythm.counting();
    let weeks = rhythm.interim().iter();
    let weeks: Vec<String> = weeks.map(|week| week.number().to_string()).collect();
    tx.run(
        "insert into template (school_id, version, title, weeks, clock, roll, week_days, interim_weeks,
             interim_rule, monitoring, target_max, extend_max, aftercare_weeks, window_days,
             council_address, made_at, timers, made_by)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        &params![
            school, template.version, &template.title, rhythm.length().number(), counting.clock.code(),
            counting.roll.code(), counting.enough.number(), weeks.join(" "),
            template.interim_rule.code(), template.monitoring.code(), template.target_max,
            template.extend_max.number(), template.timers.amount(Timer::Aftercare).number(),
            template.timers.amount(Timer::ReviewWindow).number(),
            template.council_address.as_ref().map(domain::account::Email::as_str), now,
            template.timers.written(), by,
        ],
    )?;
    Ok(())
}

/// When the newest version was made, and by whom where somebody is named.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn last_change(
    tx: &mut Tx<'_>,
    school: SchoolId,
) -> Result<Option<(Timestamp, Option<String>)>, Broken> {
    tx.maybe(
        "select t.made_at, a.name from template t
         left join account a on a.school_id = t.school_id and a.id = t.made_by
         where t.school_id = ?1 order by t.version desc limit 1",
        &params![school],
    )?
    .map(|row| Ok((row.read(0)?, row.maybe_text(1)?)))
    .transpose()
}
