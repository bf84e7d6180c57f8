//! One pupil, one measure, one definition: the days before and the days in the
//! plan, with the missing days said to be missing.

use crate::{Better, Count, DayIndex, Phase, SchoolWeek, WeekDay};

/// One school day of a phase.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SchoolDay {
    /// Which school day.
    pub day: DayIndex,
    /// The school week it lies in.
    pub week: SchoolWeek,
    /// What was recorded, if anything.
    pub record: DayRecord,
}

/// What a school day left behind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DayRecord {
    /// A value, and for counts how much was watched (1 for a whole day).
    Value {
        /// The score, the number of events, or 1 for yes and 0 for no.
        value: f64,
        /// School days, or parts of one; 1 unless part of the day was missed.
        exposure: f64,
    },
    /// Nothing. Never nought.
    Missing,
}

/// The days of one phase in order. Never wrong: each day once, values finite,
/// exposures above nought.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PhaseDays(Vec<SchoolDay>);

/// Why days do not make a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DaysProblem {
    /// A day comes twice.
    #[error("read days: day {0} comes twice")]
    Twice(i32),
    /// A value or an exposure is not a usable number.
    #[error("read days: the value or exposure of day {0} is not a usable number")]
    Value(i32),
    /// The days reach over more than ten years of school.
    #[error("read days: from day {0} to day {1} is too long")]
    TooLong(i32, i32),
}

/// School days from the first of a phase to its last.
const LONGEST: i64 = 4_000;
/// Days of a school week where no calendar is to hand.
const WEEK: i32 = 5;

impl PhaseDays {
    /// Takes the school days of a phase, in any order.
    ///
    /// # Errors
    /// [`DaysProblem`] for a day that comes twice, a value that is not finite
    /// or an exposure that is not above nought.
    pub fn new(mut days: Vec<SchoolDay>) -> Result<Self, DaysProblem> {
        days.sort_by_key(|day| day.day);
        if let Some(twice) = days.windows(2).find(|pair| pair[0].day == pair[1].day) {
            return Err(DaysProblem::Twice(twice[0].day.0));
        }
        let unusable = |day: &&SchoolDay| match day.record {
            DayRecord::Value { value, exposure } => {
                !(value.is_finite() && exposure.is_finite() && exposure > 0.0)
            }
            DayRecord::Missing => false,
        };
        match days.iter().find(unusable) {
            Some(day) => Err(DaysProblem::Value(day.day.0)),
            None => Ok(Self(days)),
        }
    }

    /// From values numbered by school day: days between the first and the last
    /// without a value are missing, every day was watched whole, and five days
    /// make a week, days 1 to 5 the first.
    ///
    /// # Errors
    /// [`DaysProblem`] as for [`Self::new`], or for days too far apart.
    pub fn numbered(values: &[(i32, f64)]) -> Result<Self, DaysProblem> {
        let days = values.iter().map(|(day, _)| *day);
        let (Some(first), Some(last)) = (days.clone().min(), days.max()) else {
            return Ok(Self::default());
        };
        if i64::from(last) - i64::from(first) > LONGEST {
            return Err(DaysProblem::TooLong(first, last));
        }
        let given = |day: i32| values.iter().filter(move |(given, _)| *given == day);
        let mut days = Vec::new();
        for day in first..=last {
            let record = |value| DayRecord::Value {
                value,
                exposure: 1.0,
            };
            let found = given(day).map(|(_, value)| record(*value));
            let before = days.len();
            days.extend(found.map(|record| school_day(day, record)));
            if days.len() == before {
                days.push(school_day(day, DayRecord::Missing));
            }
        }
        Self::new(days)
    }

    /// All its school days.
    pub fn days(&self) -> &[SchoolDay] {
        &self.0
    }

    /// The values, in the order of their days. None when nothing was recorded.
    pub fn phase(&self) -> Option<Phase> {
        Phase::new(self.recorded().map(|(_, value, _)| value).collect()).ok()
    }

    /// The values with their weeks.
    pub fn week_days(&self) -> Vec<WeekDay> {
        let days = self.recorded();
        days.map(|(day, value, _)| WeekDay {
            week: day.week,
            value,
        })
        .collect()
    }

    /// The values as counts with their exposure. Values below nought are left
    /// out: they are no counts.
    pub fn counts(&self) -> Vec<Count> {
        let days = self.recorded();
        days.filter_map(|(_, value, exposure)| Count::new(value, exposure).ok())
            .collect()
    }

    /// Day and value, for lines.
    pub fn points(&self) -> Vec<(f64, f64)> {
        let days = self.recorded();
        days.map(|(day, value, _)| (f64::from(day.day.0), value))
            .collect()
    }

    /// Days with a record.
    pub fn recorded_days(&self) -> usize {
        self.recorded().count()
    }

    /// Days without one.
    pub fn missing_days(&self) -> usize {
        self.0.len() - self.recorded_days()
    }

    /// Weeks with at least one recorded day.
    pub fn weeks(&self) -> usize {
        let weeks: std::collections::BTreeSet<SchoolWeek> =
            self.recorded().map(|(day, _, _)| day.week).collect();
        weeks.len()
    }

    /// Recorded days over all its school days, 0 to 1; nought for no days.
    pub fn coverage(&self) -> f64 {
        let all = crate::mean::number(self.0.len());
        if self.0.is_empty() {
            0.0
        } else {
            crate::mean::number(self.recorded_days()) / all
        }
    }

    /// The same days with every missing one given a value.
    #[must_use]
    pub fn filled(&self, value: f64) -> Self {
        let fill = |day: &SchoolDay| match day.record {
            DayRecord::Value { .. } => *day,
            DayRecord::Missing => SchoolDay {
                record: DayRecord::Value {
                    value,
                    exposure: 1.0,
                },
                ..*day
            },
        };
        Self(self.0.iter().map(fill).collect())
    }

    fn recorded(&self) -> impl Iterator<Item = (&SchoolDay, f64, f64)> {
        self.0.iter().filter_map(|day| match day.record {
            DayRecord::Value { value, exposure } => Some((day, value, exposure)),
            DayRecord::Missing => None,
        })
    }
}

const fn school_day(day: i32, record: DayRecord) -> SchoolDay {
    // The week number only has to tell weeks apart, also before day 1.
    let week = (day - 1).div_euclid(WEEK);
    SchoolDay {
        day: DayIndex(day),
        week: SchoolWeek(week.cast_unsigned()),
        record,
    }
}

/// What kind of numbers a measure gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    /// How many times something happened.
    Count,
    /// 0 to 100.
    Percentage {
        /// Observation intervals in a session, if known.
        intervals: Option<f64>,
    },
    /// 0 to 1.
    Proportion {
        /// Observation intervals in a session, if known.
        intervals: Option<f64>,
    },
    /// Anything else: ratings, minutes, scores.
    Other,
}

/// One pupil, one measure, one definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Which way is better.
    pub better: Better,
    /// What kind of numbers.
    pub scale: Scale,
    /// The goal, if there is one.
    pub goal: Option<f64>,
    /// The days before.
    pub before: PhaseDays,
    /// The days in the plan.
    pub plan: PhaseDays,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_between_the_first_and_the_last_without_a_value_are_missing() {
        let days = PhaseDays::numbered(&[(9, 2.0), (4, 1.0), (6, 3.0)]).unwrap();
        assert_eq!(
            (days.recorded_days(), days.missing_days(), days.weeks()),
            (3, 3, 2)
        );
        assert!((days.coverage() - 0.5).abs() < 1e-15);
        assert_eq!(days.phase().unwrap().values(), [1.0, 3.0, 2.0]);
        assert_eq!(days.filled(7.0).recorded_days(), 6);
    }

    #[test]
    fn a_day_twice_a_value_without_bound_and_ten_years_are_refused() {
        assert_eq!(
            PhaseDays::numbered(&[(1, 1.0), (1, 2.0)]),
            Err(DaysProblem::Twice(1))
        );
        assert_eq!(
            PhaseDays::numbered(&[(1, f64::NAN)]),
            Err(DaysProblem::Value(1))
        );
        let far = PhaseDays::numbered(&[(1, 1.0), (20_261_110, 2.0)]);
        assert_eq!(far, Err(DaysProblem::TooLong(1, 20_261_110)));
    }

    #[test]
    fn nothing_recorded_is_no_phase_and_covers_nothing() {
        let none = PhaseDays::numbered(&[]).unwrap();
        assert!(none.phase().is_none());
        assert!(none.coverage().abs() < 1e-15);
    }
}
