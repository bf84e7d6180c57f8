//! The last five school days as the pupil and those at home see them: the good
//! news, with who wrote it, and how many lessons went well of those reported.

use domain::{
    id::TargetId,
    programme::Stage,
    rating::Tick,
    sealed::{Apart, InPart, Sealed, Shown},
};
use jiff::civil::Date;
use store::{
    notes::{self, NoteKind},
    ratings::{self, RatingRow},
};

use crate::{Refusal, gate::Viewing, policy::Facts, subject::Case};

/// School days that are looked back on, today included.
const DAYS: usize = 5;

/// What a week brought.
#[derive(Debug, Clone, Default)]
pub struct MyWeek {
    /// The school days, in order.
    pub days: Vec<Date>,
    /// The good news and the rewards of those days, newest first.
    pub good: Vec<GoodThing>,
    /// Each target by its short name, with what each day brought.
    pub targets: Vec<(String, Vec<DaySeen>)>,
}

/// One good thing.
#[derive(Clone)]
pub struct GoodThing {
    /// The day.
    pub on: Date,
    /// Who saw it.
    pub by: String,
    /// What they saw, or gave.
    pub words: String,
    /// Which of the two it is.
    pub what: GoodKind,
}

/// What kind of good thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoodKind {
    /// Somebody saw something go well.
    Seen,
    /// Somebody gave a reward.
    Reward,
}

// What people wrote about a child must not reach a log through `{:?}`.
impl std::fmt::Debug for GoodThing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<good news>")
    }
}

/// How one day went with one target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DaySeen {
    /// Lessons that went well.
    pub well: u16,
    /// Lessons somebody reported.
    pub of: u16,
}

/// Ticks, the report card.
#[derive(Debug, Clone)]
struct Ticks(Vec<RatingRow>);

impl InPart for Ticks {
    /// Nobody outside staff, home and the pupil.
    fn in_part(self, _which: &'static str) -> Option<Self> {
        None
    }

    /// Only counted, never read out.
    fn without(self, _: &Apart) -> Option<Self> {
        Some(self)
    }
}

/// Since when an extra review is asked for, because the plan may need changing.
pub(super) fn extra(case: &Case) -> Option<Date> {
    match &case.programme.stage {
        Stage::Active { concern, .. } => concern.map(|concern| concern.on),
        _ => None,
    }
}

/// When the key worker and the pupil met last, for whoever may read of it.
pub(super) fn met(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    facts: &Facts,
) -> Result<Option<Date>, Refusal> {
    let (school, id) = (case.programme.school, case.programme.id);
    let all = store::check_ins::of_programme(cx.tx(), school, id)?;
    let shown = cx.lens_for(case, facts).open_all(all);
    Ok(shown.first().map(|one| one.get().note.on))
}

/// The last five school days, through the reader's lens.
pub(super) fn of(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    facts: &Facts,
    targets: &[(TargetId, String)],
) -> Result<MyWeek, Refusal> {
    let Some(run) = case.programme.stage.run() else {
        return Ok(MyWeek::default());
    };
    let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
    let calendar = store::schools::calendar(cx.tx(), school)?;
    let last = today.min(run.dates.ends.due.on);
    let mut days = calendar.school_days_in(run.dates.starts..=last).to_vec();
    days.drain(..days.len().saturating_sub(DAYS));
    let Some(since) = days.first().copied() else {
        return Ok(MyWeek::default());
    };
    let lens = cx.lens_for(case, facts);
    let mut news = notes::since(cx.tx(), school, id, NoteKind::GoodNews, since)?;
    news.extend(notes::since(cx.tx(), school, id, NoteKind::Reward, since)?);
    let mut news: Vec<_> = lens
        .open_all(news)
        .into_iter()
        .map(Shown::into_inner)
        .collect();
    news.sort_by_key(|note| std::cmp::Reverse(note.on));
    let news = news.into_iter();
    let good = news.filter_map(|note| {
        Some(GoodThing {
            on: note.on,
            by: note.name,
            words: note.words?,
            what: match note.kind {
                NoteKind::Reward => GoodKind::Reward,
                _ => GoodKind::Seen,
            },
        })
    });
    let good = good.collect();
    let ticks = Ticks(ratings::since(cx.tx(), school, id, since)?);
    let ticks = lens.open(Sealed::new("D30", None, ticks));
    let ticks = ticks.map_or_else(Vec::new, |shown| shown.into_inner().0);
    let day = |target: TargetId, on: Date| {
        let of_day = ticks
            .iter()
            .filter(|tick| tick.target == target && tick.on == on);
        of_day.fold(DaySeen::default(), |sum, tick| match tick.tick {
            Tick::DidntSee => sum,
            seen => DaySeen {
                well: sum.well + u16::from(seen == Tick::Yes),
                of: sum.of + 1,
            },
        })
    };
    let seen = |(target, name): &(TargetId, String)| {
        let by_day = days.iter().map(|on| day(*target, *on)).collect();
        (name.clone(), by_day)
    };
    Ok(MyWeek {
        targets: if ticks.is_empty() {
            Vec::new()
        } else {
            targets.iter().map(seen).collect()
        },
        good,
        days,
    })
}
