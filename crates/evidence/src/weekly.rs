//! The same comparison on whole weeks. A good week and a bad week each look
//! like five pieces of news when they may be one.

use std::collections::BTreeMap;

use crate::{Better, Nap, Phase};

/// Which school week a day lies in; any numbering will do that gives each week
/// its own number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolWeek(pub u32);

/// One recorded day and the week it lies in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekDay {
    /// The week.
    pub week: SchoolWeek,
    /// The value recorded.
    pub value: f64,
}

/// Recorded days from which a week has an average worth using.
const FEWEST_DAYS: u32 = 2;

/// Weeks from which weekly averages are compared: before, and in the plan.
const FEWEST_WEEKS: (usize, usize) = (2, 3);

/// The average of each week that has at least two recorded days, in order.
#[must_use]
pub fn weekly_means(days: &[WeekDay]) -> Vec<f64> {
    let mut weeks: BTreeMap<SchoolWeek, (f64, u32)> = BTreeMap::new();
    for day in days {
        let (sum, count) = weeks.entry(day.week).or_default();
        *sum += day.value;
        *count += 1;
    }
    weeks
        .into_values()
        .filter(|(_, count)| *count >= FEWEST_DAYS)
        .map(|(sum, count)| sum / f64::from(count))
        .collect()
}

/// How often a plan week is better than a week before: [`Nap`] of the averages
/// of weeks ([`weekly_means`]). None with fewer than
/// two weeks before or three in the plan, or when a value is not a number.
#[must_use]
pub fn weekly_nap(before: &[WeekDay], plan: &[WeekDay], better: Better) -> Option<Nap> {
    let (before, plan) = (weekly_means(before), weekly_means(plan));
    if before.len() < FEWEST_WEEKS.0 || plan.len() < FEWEST_WEEKS.1 {
        return None;
    }
    let (before, plan) = (Phase::new(before).ok()?, Phase::new(plan).ok()?);
    Some(Nap::compare(&before, &plan, better))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(number: u32, values: &[f64]) -> Vec<WeekDay> {
        let week = SchoolWeek(number);
        values
            .iter()
            .map(|value| WeekDay {
                week,
                value: *value,
            })
            .collect()
    }

    #[test]
    fn a_week_with_one_recorded_day_has_no_average() {
        let days = [
            week(1, &[2.0, 4.0]),
            week(2, &[9.0]),
            week(3, &[1.0, 1.0, 4.0]),
        ];
        assert_eq!(weekly_means(&days.concat()), [3.0, 2.0]);
    }

    #[test]
    fn too_few_weeks_are_not_compared() {
        let two = [week(1, &[1.0, 2.0]), week(2, &[1.0, 2.0])].concat();
        let three = [two.clone(), week(3, &[3.0, 4.0])].concat();
        assert!(weekly_nap(&two, &two, Better::More).is_none());
        assert!(weekly_nap(&two, &three, Better::More).is_some());
    }
}
