//! The meetings of one programme, soonest first.

use app::{
    action::Action,
    meetings::view::{MeetingView, Shows, ViewMeetings},
    policy::ActionSet,
};
use askama::Template;
use axum::{extract::Path, response::Response};
use domain::{meeting::MeetingKind, programme::ProgrammeRef};

use crate::{
    components::{CaseHeader, Tag},
    failure::Failure,
    layout::Frame,
    pages::case_band::{band, reference, root, whole_band},
    session::{Visit, page},
    words,
};

#[derive(Template)]
#[template(path = "pages/meetings/index.html")]
struct MeetingsPage {
    frame: Frame,
    case: CaseHeader,
    reference: ProgrammeRef,
    may_book: bool,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    href: String,
    when: String,
    place: String,
    tag: Tag,
    /// Where promises and targets are gone through, and what that is called.
    review: Option<(String, &'static str)>,
}

impl MeetingsPage {
    fn book(&self) -> String {
        format!("{}/meetings/book", root(&self.reference))
    }
}

/// "Tuesday 10 November, 1:15pm to 2pm".
pub(super) fn when(meeting: &MeetingView) -> String {
    let row = &meeting.row;
    if meeting.shows == Shows::TheDay {
        return words::long_date(row.on);
    }
    let (from, to) = (words::time(row.from), words::time(row.to));
    format!("{}, {from} to {to}", words::long_date(row.on))
}

/// The room, or that it is by video.
pub(super) fn place(meeting: &MeetingView) -> String {
    match (meeting.shows, &meeting.row.room) {
        (Shows::TheDay, _) => String::new(),
        (Shows::Everything, Some(room)) => room.clone(),
        (Shows::Everything, None) => "By video".into(),
    }
}

pub(super) fn tag(meeting: &MeetingView) -> Tag {
    match (&meeting.row.cancelled, meeting.row.recorded) {
        (Some(_), _) => Tag::not_started("Called off"),
        (None, Some(_)) => Tag::done("Recorded"),
        (None, None) => Tag::wants_attention("Booked"),
    }
}

/// Where a meeting's own work is done: a review, or how it ended.
pub(super) fn review_of(
    meeting: &MeetingView,
    reference: &ProgrammeRef,
    may: ActionSet,
) -> Option<(String, &'static str)> {
    if meeting.row.cancelled.is_some() || !may.has(Action::ViewEvidence) {
        return None;
    }
    let base = format!("{}/meetings", root(reference));
    match meeting.row.kind {
        MeetingKind::Review(_) | MeetingKind::EarlyReview => Some((
            format!("{base}/{}/review", meeting.row.id),
            "Promises and targets",
        )),
        MeetingKind::Final => Some((format!("{base}/final/outcome"), "How it ended")),
        MeetingKind::Initial | MeetingKind::Options => None,
    }
}

/// The list.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let look = ViewMeetings {
        reference: reference.clone(),
    };
    let fetched = visit.fetch(look).await?;
    let view = fetched.answer;
    let line = |meeting: &MeetingView| Line {
        name: meeting.row.kind.label(),
        href: format!("{}/meetings/{}", root(&reference), meeting.row.id),
        when: when(meeting),
        place: place(meeting),
        tag: tag(meeting),
        review: review_of(meeting, &reference, fetched.may),
    };
    let title = format!("Meetings for {}", view.pupil);
    let names = (view.pupil.as_str(), view.pupil_full.as_str());
    let thin = band(&title, &reference, names, view.may, "Meetings");
    let case = whole_band(&visit, &reference, (&title, "Meetings"), thin).await?;
    page(&MeetingsPage {
        frame: visit
            .frame(format!("Meetings, {reference}"))
            .section("Programmes"),
        case,
        may_book: fetched.may.has(Action::BookMeeting) && !view.bookable.is_empty(),
        lines: view.meetings.iter().map(line).collect(),
        reference,
    })
}
