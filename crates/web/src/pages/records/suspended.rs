//! Suspensions in sentences.

use app::records::SuspensionsView;
use domain::{indicators::HalfDays, school_record::Suspension};

use super::RecordsPage;
use crate::words::{capital, count, date_range, figures, long_date};

impl RecordsPage {
    pub(super) fn total(view: &SuspensionsView) -> String {
        let all = capital(&count(view.all.len(), "suspension", "suspensions"));
        let left = match view.length.left_this_year() {
            none if none == HalfDays::default() => {
                "the 45 days of a school year are used up".to_owned()
            }
            left => format!("{left} of the 45 in a school year are left"),
        };
        let unknown = match view.unknown {
            0 => String::new(),
            n => format!(
                " Of {} nobody wrote down how long, so it may be more.",
                figures(n, "one", "of them")
            ),
        };
        format!(
            "{all}, {} in all at this school; {left}.{unknown}",
            view.length
        )
    }

    pub(super) fn dates(one: &Suspension) -> String {
        match one.last {
            Some(last) if last != one.first => date_range(one.first, last),
            _ => long_date(one.first),
        }
    }

    pub(super) fn length(one: &Suspension) -> String {
        one.length.map_or_else(
            || "Not recorded".to_owned(),
            |length| capital(&length.to_string()),
        )
    }

    pub(super) fn reasons(why: &[&'static str]) -> String {
        if why.is_empty() {
            "Not recorded".to_owned()
        } else {
            why.join("; ")
        }
    }
}
