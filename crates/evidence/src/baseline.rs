//! Choosing which days are a fair "before".
//!
//! A plan starts because something went wrong, so the days just before it are
//! worse than a pupil's usual ones, and most bad spells ease by themselves.
//! Measured against the ten days before, about half of all plans that do
//! nothing would look good. The window chosen here ends ten school days before
//! whatever set the plan off, and reaches back forty.

use std::ops::RangeInclusive;

/// A school day's place in the calendar: 1, 2, 3, counting school days only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DayIndex(pub i32);

impl DayIndex {
    const fn back(self, days: i32) -> Self {
        Self(self.0.saturating_sub(days))
    }
}

/// Where the days before come from, which limits what may be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BaselineKind {
    /// Past records, from before the difficult spell.
    BeforeTheSpell,
    /// Collected for this plan, after the referral and before support began.
    /// Still a low point: say that some improvement after one is normal.
    Watched,
    /// Only the difficult spell itself is on record. The most that may be said
    /// is that things are better than in that spell.
    SpellOnly,
}

/// The days to compare a plan with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// Where they come from.
    pub kind: BaselineKind,
    /// The first and last day to take records from.
    pub window: RangeInclusive<DayIndex>,
    /// Recorded days in it.
    pub recorded: usize,
    /// The difficult spell: shown shaded, and part of no comparison unless
    /// nothing else is on record.
    pub spell: RangeInclusive<DayIndex>,
}

/// The days on which someone watched before the plan, if anyone did.
pub type Watching = Option<RangeInclusive<DayIndex>>;

/// School days just before the trigger that are taken for the difficult spell.
const SPELL: i32 = 10;
/// School days of the usual window.
const USUAL: i32 = 40;
/// School days of the longest window.
const LONGEST: i32 = 80;
/// Recorded days below which the usual window is made longer.
const ENOUGH: usize = 10;
/// Recorded days below which nothing can be said at all.
const FEWEST: usize = 5;

/// Chooses the days before: past records from the forty school days that end
/// ten before `trigger`, or as far back as eighty if fewer than ten days are
/// recorded there; failing five of those, the days watched for this plan;
/// failing those, what little past there is, or the difficult spell itself.
///
/// `recorded` are the days with a record, in any order; `trigger` is the day
/// of the referral, or of the incident that led to it. None when nothing at
/// all is recorded. The choice is made once, when the plan starts, and kept.
#[must_use]
pub fn choose_baseline(
    recorded: &[DayIndex],
    trigger: DayIndex,
    watching: Watching,
) -> Option<Baseline> {
    let spell = trigger.back(SPELL)..=trigger.back(1);
    let found = |kind, window: RangeInclusive<DayIndex>| Baseline {
        kind,
        recorded: recorded.iter().filter(|day| window.contains(day)).count(),
        window,
        spell: spell.clone(),
    };
    let past = found(
        BaselineKind::BeforeTheSpell,
        past_window(recorded, spell.start().back(1)),
    );
    let watched = watching.map(|days| found(BaselineKind::Watched, days));
    let in_spell = found(BaselineKind::SpellOnly, spell.clone());
    let enough = |baseline: &Baseline| baseline.recorded >= FEWEST;
    let any = |baseline: &Baseline| baseline.recorded > 0;
    let choices = [Some(past), watched, Some(in_spell)];
    let fullest = choices.iter().flatten().find(|choice| enough(choice));
    fullest
        .or_else(|| choices.iter().flatten().find(|choice| any(choice)))
        .cloned()
}

/// The window that ends on `last`: forty school days, or reaching further back,
/// to the tenth recorded day and at most eighty.
fn past_window(recorded: &[DayIndex], last: DayIndex) -> RangeInclusive<DayIndex> {
    let usual = last.back(USUAL - 1);
    let longest = last.back(LONGEST - 1);
    let mut latest_first: Vec<DayIndex> = recorded
        .iter()
        .copied()
        .filter(|day| (longest..=last).contains(day))
        .collect();
    latest_first.sort_unstable_by(|a, b| b.cmp(a));
    let tenth = latest_first.get(ENOUGH - 1).copied();
    tenth.unwrap_or(longest).min(usual)..=last
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRIGGER: DayIndex = DayIndex(200);

    fn days(range: RangeInclusive<i32>) -> Vec<DayIndex> {
        range.map(DayIndex).collect()
    }

    fn chosen(recorded: &[DayIndex], watching: Watching) -> (BaselineKind, i32, i32, usize) {
        let baseline = choose_baseline(recorded, TRIGGER, watching).unwrap();
        let (first, last) = baseline.window.into_inner();
        (baseline.kind, first.0, last.0, baseline.recorded)
    }

    #[test]
    fn the_usual_window_is_forty_days_that_end_ten_before_the_trigger() {
        let baseline = choose_baseline(&days(1..=200), TRIGGER, None).unwrap();
        assert_eq!(baseline.window, DayIndex(150)..=DayIndex(189));
        assert_eq!(baseline.recorded, 40);
        assert_eq!(baseline.spell, DayIndex(190)..=DayIndex(199));
    }

    #[test]
    fn thin_records_stretch_the_window_to_the_tenth_recorded_day() {
        // Every fifth day recorded: eight in the usual window.
        let recorded: Vec<DayIndex> = (20..40).map(|n| DayIndex(n * 5)).collect();
        let (kind, first, last, count) = chosen(&recorded, None);
        assert_eq!(kind, BaselineKind::BeforeTheSpell);
        assert_eq!((first, last, count), (140, 189, 10));
    }

    #[test]
    fn the_window_never_reaches_back_more_than_eighty_days() {
        let recorded = [days(1..=100), days(150..=155)].concat();
        let (_, first, last, count) = chosen(&recorded, None);
        assert_eq!((first, last, count), (110, 189, 6));
    }

    #[test]
    fn days_watched_for_the_plan_stand_in_when_the_past_is_thin() {
        let recorded = [days(187..=189), days(201..=210)].concat();
        let watching = Some(DayIndex(201)..=DayIndex(210));
        assert_eq!(
            chosen(&recorded, watching),
            (BaselineKind::Watched, 201, 210, 10)
        );
    }

    #[test]
    fn when_only_the_difficult_spell_is_on_record_it_says_so() {
        let (kind, first, last, count) = chosen(&days(190..=199), None);
        assert_eq!(kind, BaselineKind::SpellOnly);
        assert_eq!((first, last, count), (190, 199, 10));
    }

    #[test]
    fn a_record_or_two_are_kept_when_there_is_nothing_better() {
        let (kind, _, _, count) = chosen(&days(188..=191), None);
        assert_eq!((kind, count), (BaselineKind::BeforeTheSpell, 2));
        assert_eq!(choose_baseline(&[], TRIGGER, None), None);
    }

    #[test]
    fn the_day_of_the_trigger_and_later_are_never_in_the_past() {
        assert_eq!(choose_baseline(&days(200..=260), TRIGGER, None), None);
    }
}
