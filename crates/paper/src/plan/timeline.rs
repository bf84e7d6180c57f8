//! The row of weeks to tick off: where each meeting stands above it, and the
//! same thing said in words for people who cannot see it.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::{Meeting, PlanPaper, Week};
use crate::words::{day_and_month, list, short_date};

/// Labels in the picture cannot grow past this many characters.
const LABEL: usize = 40;

/// School days in a week, for placing a meeting within one.
const DAYS: f64 = 5.0;

/// The cells, the diamonds and the alternative.
pub(super) fn data(plan: &PlanPaper) -> Value {
    json!({
        "cells": plan.weeks.iter().map(cell).collect::<Vec<_>>(),
        "marks": plan.meetings.iter().map(|meeting| mark(&plan.weeks, meeting)).collect::<Vec<_>>(),
        "alt": alternative(plan),
    })
}

/// Names of the holidays, once each.
pub(super) fn holidays(plan: &PlanPaper) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for week in &plan.weeks {
        if let Week::Holiday { name, .. } = week {
            let name = name.cut(LABEL);
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names
}

fn cell(week: &Week) -> Value {
    match week {
        Week::School { number, from } => {
            json!({ "kind": "week", "number": number.to_string(), "date": short_date(*from) })
        }
        Week::Holiday { .. } => json!({ "kind": "holiday" }),
    }
}

fn from(week: &Week) -> Date {
    match week {
        Week::School { from, .. } | Week::Holiday { from, .. } => *from,
    }
}

/// Which cell a meeting stands over, and how far across it from 0 to 1. A
/// meeting before the first week stands at its left edge.
fn mark(weeks: &[Week], meeting: &Meeting) -> Value {
    let found = weeks.iter().rposition(|week| from(week) <= meeting.on);
    let across = match found.and_then(|at| weeks.get(at)) {
        None => 0.0,
        Some(Week::Holiday { .. }) => 0.5,
        Some(Week::School { from, .. }) => {
            let days = f64::from((meeting.on - *from).get_days());
            ((days + 0.5) / DAYS).min(1.0)
        }
    };
    json!({
        "name": meeting.name.cut(LABEL),
        "date": day_and_month(meeting.on),
        "cell": found.unwrap_or(0),
        "across": across,
    })
}

/// The row in words: stretches of weeks, the holidays, then the meetings.
fn alternative(plan: &PlanPaper) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut stretch: Option<(u8, u8, Date)> = None;
    for week in &plan.weeks {
        match week {
            Week::School { number, from } => {
                stretch = match stretch {
                    None => Some((*number, *number, *from)),
                    Some((first, _, since)) => Some((first, *number, since)),
                };
            }
            Week::Holiday { name, .. } => {
                parts.extend(stretch.take().map(stretch_in_words));
                parts.push(name.cut(LABEL));
            }
        }
    }
    parts.extend(stretch.map(stretch_in_words));
    let meetings: Vec<String> = plan
        .meetings
        .iter()
        .map(|meeting| {
            format!(
                "{} on {}",
                meeting.name.cut(LABEL),
                day_and_month(meeting.on)
            )
        })
        .collect();
    let mut words = format!("A row of weeks to tick off: {}.", list(&parts));
    if !meetings.is_empty() {
        words.push_str(" Meetings: ");
        words.push_str(&list(&meetings));
        words.push('.');
    }
    words
}

fn stretch_in_words((first, last, from): (u8, u8, Date)) -> String {
    if first == last {
        format!("week {first} from {}", day_and_month(from))
    } else {
        format!("weeks {first} to {last} from {}", day_and_month(from))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn weeks() -> Vec<Week> {
        vec![
            Week::School {
                number: 1,
                from: date(2026, 10, 12),
            },
            Week::School {
                number: 2,
                from: date(2026, 10, 19),
            },
            Week::Holiday {
                name: "half term".into(),
                from: date(2026, 10, 26),
            },
            Week::School {
                number: 3,
                from: date(2026, 11, 2),
            },
        ]
    }

    fn placed(on: Date) -> (Value, Value) {
        let mark = mark(
            &weeks(),
            &Meeting {
                name: "Review".into(),
                on,
            },
        );
        (mark["cell"].clone(), mark["across"].clone())
    }

    #[test]
    fn a_meeting_stands_over_the_day_it_is_held() {
        assert_eq!(placed(date(2026, 10, 22)), (json!(1), json!(0.7)));
        assert_eq!(
            placed(date(2026, 10, 9)),
            (json!(0), json!(0.0)),
            "before the first week"
        );
        assert_eq!(
            placed(date(2026, 10, 28)),
            (json!(2), json!(0.5)),
            "in a holiday"
        );
        assert_eq!(
            placed(date(2026, 11, 20)),
            (json!(3), json!(1.0)),
            "after the last week"
        );
    }
}
