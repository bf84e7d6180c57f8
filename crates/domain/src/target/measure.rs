//! What a target counts, in what unit, and which way is better.
//!
//! The measure fixes the arithmetic. A change of measure, unit or rated periods
//! starts a new series; figures either side of it are never compared.

use std::fmt;

/// An amount on a target's scale, kept in tenths so that a middle of 1.5 is exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u16);

impl Level {
    /// A whole amount.
    pub const fn whole(n: u16) -> Self {
        Self(n.saturating_mul(10))
    }

    /// An amount given in tenths: 15 is 1.5.
    pub const fn tenths(n: u16) -> Self {
        Self(n)
    }

    /// The amount in tenths.
    pub const fn in_tenths(self) -> u16 {
        self.0
    }

    /// Whether the amount has no fraction.
    pub const fn is_whole(self) -> bool {
        self.0.is_multiple_of(10)
    }

    /// Reads "3", "1.5" or "60%", up to 999.
    pub fn read(raw: &str) -> Option<Self> {
        let raw = raw.trim().trim_end_matches('%').trim_end();
        let (whole, tenth) = raw.split_once('.').unwrap_or((raw, "0"));
        let digits = |s: &str, most: usize| {
            (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit())
        };
        if !digits(whole, 3) || !digits(tenth, 1) {
            return None;
        }
        Some(Self(
            whole.parse::<u16>().ok()? * 10 + tenth.parse::<u16>().ok()?,
        ))
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 % 10 {
            0 => write!(f, "{}", self.0 / 10),
            tenth => write!(f, "{}.{tenth}", self.0 / 10),
        }
    }
}

crate::coded! {
    /// What is recorded. Every target has exactly one.
    pub enum Measure {
        /// Points earned of points possible on the report card.
        PointsPct => "points_pct", "Points on the report card";
        /// An adult's rating straight after a set period.
        Rating0To10 => "rating_0_10", "An adult's rating, 0 to 10";
        /// The share of a period in which it was seen.
        ShareTime => "share_time", "Share of the time";
        /// How many times it happened.
        Count => "count", "How many times";
        /// How long it lasted.
        Duration => "duration", "How long it lasted";
        /// How long until it started.
        Latency => "latency", "How long until it started";
        /// How often it was done, of the chances there were.
        OpportunityPct => "opportunity_pct", "Times done, of the chances there were";
        /// Done that day, or not yet.
        YesNoDay => "yes_no_day", "Days it was done";
        /// Sessions attended, of those possible.
        AttendancePct => "attendance_pct", "Attendance";
        /// How close to the goal people say it is.
        Goal0To10 => "goal_0_10", "How close to the goal, 0 to 10";
    }
}

crate::coded! {
    /// Which way is better.
    pub enum Better {
        /// A higher figure is better.
        More => "more", "More";
        /// A lower figure is better.
        Fewer => "fewer", "Fewer";
    }
}

impl Better {
    /// Whether `to` is better than `from`.
    pub const fn improves(self, from: Level, to: Level) -> bool {
        match self {
            Self::More => to.0 > from.0,
            Self::Fewer => to.0 < from.0,
        }
    }

    /// "more" or "fewer", inside a sentence.
    pub const fn word(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Fewer => "fewer",
        }
    }
}

crate::coded! {
    /// The thing counted.
    pub enum Unit {
        /// Lessons.
        Lesson => "lesson", "lessons";
        /// Half days of school.
        Session => "session", "sessions";
        /// School days.
        Day => "day", "days";
        /// Times something happened.
        Time => "time", "times";
        /// Points on a scale.
        Point => "point", "points";
        /// Minutes.
        Minute => "minute", "minutes";
        /// Hundredths of the whole.
        Percent => "percent", "per cent";
    }
}

impl Unit {
    /// "lesson" for one, "lessons" for any other number.
    pub fn counted(self, level: Level) -> &'static str {
        if level == Level::whole(1) || self == Self::Percent {
            self.code()
        } else {
            self.label()
        }
    }

    /// How a question about it opens: "how many lessons".
    pub fn how_many(self) -> String {
        match self {
            Self::Percent => "what percentage".to_owned(),
            _ => format!("how many {}", self.label()),
        }
    }
}

crate::coded! {
    /// The stretch of time a figure covers.
    pub enum Per {
        /// One school day.
        Day => "day", "a day";
        /// One school week.
        Week => "week", "a week";
    }
}
