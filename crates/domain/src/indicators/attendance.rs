//! Attendance, from the register's marks.

use super::{Mark, MarkClass, Percent, Proportion};
use crate::dates::Sessions;

/// What the register adds up to over some dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attendance {
    /// Sessions the pupil could have attended here.
    pub possible: Sessions,
    /// Sessions attended, at school or at an approved activity.
    pub attended: Sessions,
    /// Of those attended, begun late.
    pub late: Sessions,
    /// Sessions away with leave, suspensions among them.
    pub authorised: Sessions,
    /// Sessions away without leave.
    pub unauthorised: Sessions,
    /// Of those away with leave, suspended or excluded.
    pub suspended: Sessions,
}

/// How much absence there is, in the words of the national guidance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// Less than one session in ten.
    Usual,
    /// One session in ten or more.
    Persistent,
    /// Half of all sessions or more.
    Severe,
}

impl Attendance {
    /// Adds up marks, one a session.
    pub fn from_marks(marks: impl IntoIterator<Item = Mark>) -> Self {
        let mut sum = Self::default();
        for mark in marks.into_iter().filter(|mark| mark.is_possible()) {
            let one = Sessions::new(1);
            sum.possible = sum.possible + one;
            match mark.class() {
                MarkClass::Attending | MarkClass::ApprovedActivity => {
                    sum.attended = sum.attended + one;
                }
                MarkClass::Authorised => sum.authorised = sum.authorised + one,
                MarkClass::Unauthorised => sum.unauthorised = sum.unauthorised + one,
                MarkClass::NotPossible => {}
            }
            match mark {
                Mark::Late => sum.late = sum.late + one,
                Mark::Suspended => sum.suspended = sum.suspended + one,
                _ => {}
            }
        }
        sum
    }

    /// Sessions attended of those possible.
    pub fn share(self) -> Proportion {
        Proportion::counted(self.attended.number(), self.possible.number())
    }

    /// Sessions missed of those possible.
    pub fn missed(self) -> Proportion {
        let away = self.authorised + self.unauthorised;
        Proportion::counted(away.number(), self.possible.number())
    }

    /// How much absence there is; none when no session was possible.
    pub fn absence(self) -> Option<Absence> {
        let missed = self.missed();
        (self.possible > Sessions::ZERO).then(|| {
            if missed.is_at_least(Percent::new(50)) {
                Absence::Severe
            } else if missed.is_at_least(Percent::new(10)) {
                Absence::Persistent
            } else {
                Absence::Usual
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn from(codes: &str) -> Attendance {
        Attendance::from_marks(codes.split_whitespace().map(|code| code.parse().unwrap()))
    }

    #[test]
    fn a_week_with_a_day_suspended_and_a_trip() {
        // Tuesday suspended, Wednesday a visit, late on Thursday, Friday closed by snow.
        let week = from(r"/ \ E E V V L \ Y4 Y4");
        assert_eq!(week.share().to_string(), "6 of 8");
        assert_eq!(week.missed().to_string(), "2 of 8");
        assert_eq!((week.late.number(), week.suspended.number()), (1, 2));
        assert_eq!(week.absence(), Some(Absence::Persistent));
    }

    #[test]
    fn sessions_at_the_other_school_are_not_missed_here() {
        let week = from(r"D D D D / \ / \ / \");
        assert_eq!(week.share().to_string(), "6 of 6");
        assert_eq!(week.absence(), Some(Absence::Usual));
    }

    #[test]
    fn one_session_in_ten_is_persistent_and_half_is_severe() {
        let days = |away: usize, of: usize| {
            let marks = std::iter::repeat_n(Mark::Ill, away)
                .chain(std::iter::repeat_n(Mark::PresentMorning, of - away));
            Attendance::from_marks(marks).absence()
        };
        assert_eq!(days(9, 100), Some(Absence::Usual));
        assert_eq!(days(10, 100), Some(Absence::Persistent));
        assert_eq!(days(49, 100), Some(Absence::Persistent));
        assert_eq!(days(50, 100), Some(Absence::Severe));
    }

    #[test]
    fn a_week_in_which_nobody_could_attend_says_nothing() {
        assert_eq!(from("# # Y4 Y4").absence(), None);
        assert_eq!(from("").share().percent(), None);
    }
}
