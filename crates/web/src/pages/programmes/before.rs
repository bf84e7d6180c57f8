//! A programme that follows another refers to its documents: where each is, for
//! those who may read it there.

use app::{action::Action, programmes::view_referral::Before};

use crate::components::{Markup, Panel, Phrase};

/// What is kept of a programme, where, and what opens it.
const KEPT: [(&str, &str, Action); 5] = [
    ("The referral", "/referral", Action::ViewReferral),
    (
        "What everyone answered",
        "/information",
        Action::ViewInformation,
    ),
    (
        "The plan, every version",
        "/plan/versions",
        Action::ViewPlan,
    ),
    ("Meetings and reviews", "/meetings", Action::ViewMeetings),
    (
        "How it ended",
        "/meetings/final/outcome",
        Action::ViewEvidence,
    ),
];

/// The panel; none for somebody who may read none of it.
pub(crate) fn panel(before: &Before) -> Option<Panel> {
    let base = format!("/programmes/{}", before.reference.path());
    let mut readable = KEPT.iter().filter(|(_, _, action)| before.may.has(*action));
    let first = readable.next()?;
    let link = |phrase: Phrase, (words, end, _): &(&str, &str, Action)| {
        phrase.link(format!("{base}{end}"), words)
    };
    let all = readable.fold(link(Phrase::default(), first), |phrase, one| {
        link(phrase.new_line(), one)
    });
    let title = format!("From the programme before, {}", before.reference);
    Some(Panel::new("h-before", title, Markup::of(all)))
}
