//! Targets that adults are to talk about, and reports that are thin. A reason to
//! talk can wait until tomorrow; nobody is late with it.

use app::programmes::today::{Suggests, TargetNews, TodayCase, TodayView};
use jiff::civil::Date;

use super::items::Item;
use crate::{pages::programmes::header::path, words};

/// The items of one programme that runs.
pub(super) fn items(case: &TodayCase, view: &TodayView, today: Date) -> Vec<Item> {
    let base = path(&case.line.programme.reference);
    let whose = words::possessive(case.line.name.full());
    let soon = view.calendar.next_school_day(today).unwrap_or(today);
    let suggested = case.targets.iter().filter_map(|one| {
        let (title, why) = match one.suggests.as_ref()? {
            Suggests::StepUp(why) => (
                format!("Offer a step up on {whose} target {}", one.number),
                why,
            ),
            Suggests::MoreHelp(why) => (format!("Talk about {whose} target {}", one.number), why),
        };
        Some(Item {
            due: soon,
            title,
            why: format!("{}. {why}", one.name),
            href: format!("{base}/plan"),
            button: "Look",
        })
    });
    let mut found: Vec<Item> = suggested.collect();
    let thin: Vec<String> = case.targets.iter().filter_map(thin).collect();
    if !thin.is_empty() {
        found.push(Item {
            due: today,
            title: format!("Ask teachers for {whose} reports"),
            why: thin.join(" "),
            href: format!("{base}/people"),
            button: "See who",
        });
    }
    found
}

/// "Target 2, Arriving ready: reports on 2 of 5 days last week and 1 of 5 the week before."
fn thin(one: &TargetNews) -> Option<String> {
    let [(seen, of), (before, of_before)] = one.thin?;
    Some(format!(
        "Target {}, {}: reports on {seen} of {of} days last week, and {before} of {of_before} the \
         week before.",
        one.number, one.name
    ))
}
