//! From runs of days to single days, each of one kind.

use std::collections::{BTreeMap, BTreeSet};

use domain::text::Line;
use jiff::civil::{Date, Weekday};

use crate::{
    calendar::{CalendarRow, Span, SpanKind},
    reading::Accepted,
};

domain::coded! {
    /// What one day is for the school.
    pub enum DayKind {
        /// Pupils are in.
        School => "school", "School day";
        /// Staff train, pupils stay at home.
        Inset => "inset", "INSET day";
        /// Inside a half term.
        HalfTerm => "half_term", "Half term";
        /// A bank holiday.
        BankHoliday => "bank_holiday", "Bank holiday";
        /// Closed for another reason.
        Closed => "closed", "School closed";
    }
}

/// One day with its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchoolDay {
    /// The day.
    pub date: Date,
    /// What it is.
    pub kind: DayKind,
}

/// Everything one or more calendar files say about a school's days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SchoolDates {
    /// Terms in order, half terms included.
    pub terms: Vec<Span>,
    /// Half terms in order.
    pub half_terms: Vec<Span>,
    /// INSET days.
    pub inset: BTreeSet<Date>,
    /// Bank holidays with their names.
    pub bank_holidays: BTreeMap<Date, Option<Line>>,
    /// Days closed for another reason, weekends among them.
    pub closed: BTreeSet<Date>,
}

impl SchoolDates {
    /// Gathers the days of the rows that were accepted.
    pub fn of(rows: &[Accepted<CalendarRow>]) -> Self {
        let mut dates = Self::default();
        for span in rows.iter().flat_map(|accepted| &accepted.row.spans) {
            dates.add(span);
        }
        dates.terms.sort_by_key(|span| span.first);
        dates.half_terms.sort_by_key(|span| span.first);
        dates
    }

    /// Puts another file's days beside these, such as bank holidays beside
    /// term dates. Terms and half terms that are the same are kept once.
    pub fn merge(&mut self, other: Self) {
        for (ours, theirs) in [
            (&mut self.terms, other.terms),
            (&mut self.half_terms, other.half_terms),
        ] {
            ours.extend(theirs);
            ours.sort_by_key(|span| (span.first, span.last));
            ours.dedup_by_key(|span| (span.first, span.last));
        }
        self.inset.extend(other.inset);
        self.bank_holidays.extend(other.bank_holidays);
        self.closed.extend(other.closed);
    }

    /// Every weekday that means something, in order: all of them inside a
    /// term, and outside terms the INSET days and bank holidays.
    ///
    /// Where two kinds meet, bank holiday comes before half term, half term
    /// before INSET, INSET before any other closure. A weekday that is not in
    /// the list is holiday.
    pub fn days(&self) -> Vec<SchoolDay> {
        let mut days = BTreeMap::new();
        let mut mark = |date: Date, kind| {
            if is_weekday(date) {
                days.insert(date, kind);
            }
        };
        // The later mark wins, so the strongest kind comes last.
        for date in self.terms.iter().flat_map(Span::days) {
            let open = !self.closed.contains(&date);
            mark(
                date,
                if open {
                    DayKind::School
                } else {
                    DayKind::Closed
                },
            );
        }
        for date in &self.inset {
            mark(*date, DayKind::Inset);
        }
        for date in self.half_terms.iter().flat_map(Span::days) {
            mark(date, DayKind::HalfTerm);
        }
        for date in self.bank_holidays.keys() {
            mark(*date, DayKind::BankHoliday);
        }
        days.into_iter()
            .map(|(date, kind)| SchoolDay { date, kind })
            .collect()
    }

    /// How many days of a kind the academic year has that began in `year`;
    /// 2026 is 2026/27.
    pub fn count(&self, kind: DayKind, year: i16) -> usize {
        self.days()
            .iter()
            .filter(|day| day.kind == kind && year_began(day.date) == year)
            .count()
    }

    fn add(&mut self, span: &Span) {
        match span.kind {
            SpanKind::Term => self.terms.push(span.clone()),
            SpanKind::HalfTerm => self.half_terms.push(span.clone()),
            SpanKind::Inset => self.inset.extend(span.days()),
            SpanKind::BankHoliday => {
                let named = span.days().map(|date| (date, span.name.clone()));
                self.bank_holidays.extend(named);
            }
            SpanKind::Closed => self.closed.extend(span.days()),
        }
    }
}

impl Span {
    /// Each day, weekends too.
    pub fn days(&self) -> impl Iterator<Item = Date> + use<> {
        let last = self.last;
        std::iter::successors(Some(self.first), |date| date.tomorrow().ok())
            .take_while(move |date| *date <= last)
    }
}

/// The calendar year in which the academic year of this day began. Terms may
/// start in the last days of August, so the year turns on 1 August.
pub(super) fn year_began(date: Date) -> i16 {
    date.year() - i16::from(date.month() < 8)
}

fn is_weekday(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}
