//! `/programmes/{ref}/meetings/book`: booking a meeting.

use app::{
    Reason, Refusal,
    action::Action,
    meetings::{
        book::BookMeeting,
        view::{MeetingsView, Someone, ViewMeetings},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    contact::Standing,
    meeting::{BookingDraft, MeetingKind},
    programme::ProgrammeRef,
};

use crate::{
    components::CaseHeader,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::case_band::{band, day, reference, root, who},
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/meetings/book.html")]
struct BookPage {
    frame: Frame,
    case: CaseHeader,
    state: FormState,
    action: String,
    kinds: Vec<(String, String)>,
    people: Vec<(String, String)>,
    /// Who may not simply be invited, each in a sentence.
    apart: Vec<String>,
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let view = look(&visit, &reference).await?;
    let first = view
        .bookable
        .first()
        .map_or_else(String::new, |kind| kind.code());
    let state = FormState::new().with("kind", first);
    draw(&visit, StatusCode::OK, &view, state)
}

/// Books it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let view = look(&visit, &reference).await?;
    let mut state = posted.state(&[]);
    let Ok(kind) = posted.value("kind").parse::<MeetingKind>() else {
        state.problem("kind", "Choose which meeting");
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, &view, state);
    };
    let typed = |name: &str| posted.trimmed(name).to_owned();
    let book = BookMeeting {
        reference: reference.clone(),
        kind,
        typed: BookingDraft {
            on: day(&posted, "on"),
            from: typed("from"),
            to: typed("to"),
            room: typed("room"),
            video: typed("video"),
            chair: typed("chair"),
            note_taker: typed("note-taker"),
            out_of_hours: typed("out-of-hours"),
        },
        home_told: day(&posted, "home-told"),
    };
    match visit.execute(book).await {
        Ok(meeting) => Ok(see_other(
            &format!("{}/meetings/{meeting}", root(&reference)),
            Some("The meeting is booked."),
        )),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, &view, state)
        }
        Err(other) => Err(other),
    }
}

/// Puts a rule's noes at their fields.
pub(crate) fn say(state: &mut FormState, reasons: Vec<Reason>) {
    for reason in reasons {
        match reason.field {
            Some(field) => state.problem(field, reason.words),
            None => state.problem_with_the_form(reason.words),
        }
    }
}

async fn look(visit: &Visit, reference: &ProgrammeRef) -> Result<MeetingsView, Failure> {
    let reference = reference.clone();
    let fetched = visit.fetch(ViewMeetings { reference }).await?;
    if fetched.may.has(Action::BookMeeting) {
        return Ok(fetched.answer);
    }
    Err(Refusal::NotAllowed {
        who_can: app::policy::who_can(Action::BookMeeting),
    }
    .into())
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    view: &MeetingsView,
    state: FormState,
) -> Result<Response, Failure> {
    let reference = &view.reference;
    let kinds = view.bookable.iter().map(|kind| (kind.code(), kind.label()));
    let staff = view.people.iter().filter(|one| one.may_chair());
    let people = staff.map(|person| {
        let words = who(&person.name, person.note.as_deref(), person.role);
        (person.id.to_string(), words)
    });
    page_with(
        status,
        &BookPage {
            frame: visit
                .frame(format!("Book a meeting, {reference}"))
                .section("Programmes")
                .problems(state.summary()),
            case: band(
                "Book a meeting",
                reference,
                (&view.pupil, &view.pupil_full),
                view.may,
                "Meetings",
            ),
            action: format!("{}/meetings/book", root(reference)),
            kinds: kinds.collect(),
            apart: apart(&view.people),
            people: people.collect(),
            state,
        },
    )
}

/// Whom a restriction keeps from the room.
fn apart(people: &[Someone]) -> Vec<String> {
    let one = |person: &Someone| {
        let name = &person.name;
        match person.standing {
            Standing::Full => None,
            Standing::Apart => Some(format!(
                "{name} must not be in one room or call with the others at home. Agree a time \
                 with them apart: their page does not show this meeting."
            )),
            Standing::CopiesOnly => Some(format!(
                "{name} does not come to meetings. Their page does not show this one."
            )),
            Standing::Nothing => Some(format!(
                "{name} may not be told. Do not invite or contact them."
            )),
        }
    };
    people.iter().filter_map(one).collect()
}
