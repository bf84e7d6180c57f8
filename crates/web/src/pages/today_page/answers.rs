//! Answers that are still out: asked for again after three school days and after
//! five, and before a first meeting that is near.

use app::programmes::today::{TodayCase, TodayView, days_since};
use jiff::civil::Date;

use super::items::{Item, SOON};
use crate::{pages::programmes::header::path, words};

/// Those who were asked long enough ago.
pub(super) fn again(case: &TodayCase, today: Date) -> Option<Item> {
    let chase = case.chase;
    if chase.all() == 0 {
        return None;
    }
    let people = |n: usize| words::capital(&words::count(n, "person was", "people were"));
    let mut why = Vec::new();
    if chase.again > 0 {
        let who = people(chase.again);
        let ask = "asked five school days ago or longer, and the time to answer is up. Ring them, \
                   offer to write it down for them, or go ahead without.";
        why.push(format!("{who} {ask}"));
    }
    if chase.first > 0 {
        let who = people(chase.first);
        why.push(format!(
            "{who} asked three school days ago. A short reminder helps."
        ));
    }
    let (sent, asked) = case.answers;
    why.push(format!("{sent} of {asked} answers are in."));
    let out = words::count(chase.all(), "answer", "answers");
    Some(Item {
        due: chase.due.map_or(today, |due| due.min(today)),
        title: format!("Chase {out} about {}", case.line.name.full()),
        why: why.join(" "),
        href: format!("{}/information", path(&case.line.programme.reference)),
        button: "See who",
    })
}

/// Whatever is out when the first meeting is near.
pub(super) fn before_the_meeting(case: &TodayCase, view: &TodayView, today: Date) -> Option<Item> {
    let (sent, asked) = case.answers;
    let meeting = case.meeting.as_ref().filter(|meeting| {
        let days = days_since(&view.calendar, today, meeting.on).number();
        sent < asked && days <= SOON
    })?;
    let out = words::count(asked - sent, "answer", "answers");
    Some(Item {
        due: today,
        title: format!("Chase {out} about {}", case.line.name.full()),
        why: format!(
            "{sent} of {asked} are in. The first meeting is on {} at {}.",
            words::long_date(meeting.on),
            words::time(meeting.from)
        ),
        href: format!("{}/information", path(&case.line.programme.reference)),
        button: "See who",
    })
}
