//! Whether the pupil was there, by the register and by the adults, and on which
//! days somebody could have reported. A day away is in neither figure.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    dates::SchoolCalendar,
    id::{PupilId, SchoolId},
    indicators::Mark,
    programme::Stage,
    rating::{HalfDay, Period, Presence},
};
use jiff::civil::Date;
use store::{Broken, Tx, register};

/// What the school's own system says of some days, for pupils with a programme.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    halves: BTreeMap<(PupilId, Date), Vec<(HalfDay, Mark)>>,
    suspended: Vec<(PupilId, Date, Date)>,
}

impl Register {
    /// Reads it, in two statements however many days.
    ///
    /// # Errors
    /// [`Broken`] when the engine refuses.
    pub(crate) fn of_days(
        tx: &mut Tx<'_>,
        school: SchoolId,
        days: (Date, Date),
    ) -> Result<Self, Broken> {
        let mut halves: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for away in register::halves_away(tx, school, days)? {
            let day = halves.entry((away.pupil, away.on)).or_default();
            day.push((away.half, away.mark));
        }
        Ok(Self {
            halves,
            suspended: register::suspended(tx, school, days)?,
        })
    }

    /// Where the pupil was in a part of a day: away from the whole day only with
    /// a mark for both halves.
    pub(crate) fn presence(&self, pupil: PupilId, on: Date, at: Period) -> Presence {
        let is_out =
            |(who, from, to): &(PupilId, Date, Date)| *who == pupil && (*from..=*to).contains(&on);
        if self.suspended.iter().any(is_out) {
            return Presence::Suspended;
        }
        let marks = self.halves.get(&(pupil, on)).map_or(&[][..], Vec::as_slice);
        let mark = match at.half() {
            Some(half) => marks.iter().find(|(of, _)| *of == half),
            None if marks.len() == HalfDay::ALL.len() => marks.first(),
            None => None,
        };
        mark.map_or(Presence::Present, |(_, mark)| mark.presence())
    }

    /// Whether the pupil was away the whole day.
    pub(crate) fn is_away(&self, pupil: PupilId, on: Date) -> bool {
        !self.presence(pupil, on, Period::WholeDay).is_here()
    }
}

/// Days with a tick, of the school days so far on which somebody could have
/// ticked. Not counted: days the programme was paused, and days without a tick
/// on which the pupil was away. A tick says that somebody saw them.
pub(crate) fn reported(
    stage: &Stage,
    calendar: &SchoolCalendar,
    today: Date,
    ticked: &BTreeSet<Date>,
    is_away: impl Fn(Date) -> bool,
) -> Option<(usize, usize)> {
    let run = stage.run()?;
    let still = match stage {
        Stage::Paused { from, .. } => Some(*from),
        _ => None,
    };
    let last = today.min(run.dates.ends.due.on);
    if last < run.dates.starts {
        return None;
    }
    let paused = |day: Date| run.pauses.covers(day) || still.is_some_and(|from| day >= from);
    let days = calendar.school_days_in(run.dates.starts..=last);
    let days = days.iter().filter(|day| !paused(**day));
    let (mut with, mut all) = (0, 0);
    for day in days {
        if ticked.contains(day) {
            with += 1;
            all += 1;
        } else if !is_away(*day) {
            all += 1;
        }
    }
    Some((with, all))
}
