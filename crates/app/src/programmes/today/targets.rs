//! Between reviews: what the days on each target's step suggest to adults, and
//! where reports are thin. Reasons to talk, in fixed words, and no verdict.

use std::collections::BTreeMap;

use domain::{
    commitment::ReportCard,
    dates::SchoolCalendar,
    id::TargetId,
    plan::{AgreedPlan, Plan},
    programme::{Run, Stage},
    rating::Done,
    target::Target,
};
use evidence::{Prompt, StepPrompt};
use jiff::{ToSpan as _, civil::Date};
use store::ratings::DayCount;

use crate::{Refusal, gate::Viewing, reviews::days::suggestion, subject::Case};

/// Reports are thin when they are in for less of the days than this, in percent,
/// two school weeks running.
const THIN: usize = 60;
/// Days somebody could have reported on, from which a week counts.
const WEEK: usize = 3;
/// Weeks back to look for two that count: a holiday lies between.
const BACK: i32 = 6;

/// What the record of one target says to adults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetNews {
    /// The number people know it by.
    pub number: usize,
    /// Its short name.
    pub name: String,
    /// What the days on its step suggest.
    pub suggests: Option<Suggests>,
    /// Days reported, of days somebody could have, last week and the week
    /// before, when both are thin.
    pub thin: Option<[(usize, usize); 2]>,
}

/// A reason to talk, in the fixed words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggests {
    /// A step up can be offered.
    StepUp(String),
    /// More help first, then perhaps a smaller step.
    MoreHelp(String),
}

/// What stands around the targets of one programme.
pub(crate) struct Around<'a> {
    pub(crate) run: &'a Run,
    pub(crate) plan: &'a Plan,
    pub(crate) versions: &'a [AgreedPlan],
    pub(crate) calendar: &'a SchoolCalendar,
    pub(crate) today: Date,
}

/// What one programme's record suggests between reviews, while its plan runs.
pub(crate) fn of_case(
    cx: &mut Viewing<'_, '_>,
    case: &Case,
    (versions, calendar): (&[AgreedPlan], &SchoolCalendar),
) -> Result<Vec<TargetNews>, Refusal> {
    let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
    let (Stage::Active { run, .. }, Some(newest)) = (&case.programme.stage, versions.first())
    else {
        return Ok(Vec::new());
    };
    let mut days: BTreeMap<TargetId, Vec<DayCount>> = BTreeMap::new();
    for count in store::ratings::day_counts_of(cx.tx(), school, id)? {
        days.entry(count.target).or_default().push(count);
    }
    let around = Around {
        run,
        plan: newest.plan(),
        versions,
        calendar,
        today,
    };
    // Thin reports are Today's to say.
    Ok(around.news(&days, &|_| false, ReportCard::No))
}

impl Around<'_> {
    /// Each open target of which there is something to say.
    pub(super) fn news(
        &self,
        days: &BTreeMap<TargetId, Vec<DayCount>>,
        away: &impl Fn(Date) -> bool,
        card: ReportCard,
    ) -> Vec<TargetNews> {
        let news = |target: &Target| {
            let counts = days.get(&target.id).map_or(&[][..], Vec::as_slice);
            let thin = self.thin(counts, away).filter(|_| card != ReportCard::No);
            let one = TargetNews {
                number: self.plan.number_of(target.id)?,
                name: target.short_name.to_string(),
                suggests: self.suggests(target, counts),
                thin,
            };
            (one.suggests.is_some() || one.thin.is_some()).then_some(one)
        };
        self.plan.open_targets().filter_map(news).collect()
    }

    fn suggests(&self, target: &Target, counts: &[DayCount]) -> Option<Suggests> {
        let lessons = counts.iter().filter(|count| count.seen > 0);
        let lessons = lessons
            .map(|count| {
                let done = Done::of_lessons(count.yes.into(), count.seen.into());
                (count.on, done)
            })
            .collect();
        let around = (self.calendar, self.today);
        let prompt = suggestion(target, (self.run, self.versions), around, &lessons)?;
        let words = Prompt::Step(prompt).words("")?;
        match prompt {
            StepPrompt::OfferStepUp(_) if target.step_up().is_some() => {
                Some(Suggests::StepUp(words))
            }
            StepPrompt::OfferStepBack(_) => Some(Suggests::MoreHelp(words)),
            _ => None,
        }
    }

    fn thin(
        &self,
        counts: &[DayCount],
        away: &impl Fn(Date) -> bool,
    ) -> Option<[(usize, usize); 2]> {
        let since = i32::from(self.today.weekday().to_monday_zero_offset());
        let monday = self.today.checked_sub(since.days()).ok()?;
        let week = |back: i32| {
            let from = monday.checked_sub((7 * back).days()).ok()?;
            let to = from.checked_add(4.days()).ok()?;
            let (first, last) = (from.max(self.run.dates.starts), to);
            let days = self.calendar.school_days_in(first..=last);
            let seen = |day: &Date| counts.iter().any(|one| one.on == *day && one.seen > 0);
            let could = |day: &Date| seen(day) || !(away(*day) || self.run.pauses.covers(*day));
            let of = days.iter().filter(|day| could(day)).count();
            let reported = days.iter().filter(|day| seen(day)).count();
            (of >= WEEK).then_some((reported, of))
        };
        let mut weeks = (1..=BACK).filter_map(week);
        let two = [weeks.next()?, weeks.next()?];
        let both = two.iter().all(|(seen, of)| seen * 100 < of * THIN);
        both.then_some(two)
    }
}
