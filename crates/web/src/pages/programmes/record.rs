//! `/programmes/{ref}/record`: write down a contact home or good news.

use app::{
    action::Action,
    monitoring::note::{NewNote, RecordNote, Tried},
    programmes::show::CaseView,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    account::CaseRole,
    id::ContactId,
    note::{ContactHomeDraft, ContactHomeProblem},
    programme::{AskChannel, ProgrammeRef},
};

use super::header::{header, path};
use crate::{
    components::{CaseHeader, Hidden},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::{day, with_day},
        check_ins, once,
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/programmes/record.html")]
struct RecordPage {
    frame: Frame,
    case: CaseHeader,
    state: FormState,
    action: String,
    key: Hidden,
    /// Where a meeting with the pupil is written down, and what they are called.
    meeting: Option<(String, String)>,
    home: Vec<(String, String)>,
    channels: Vec<(&'static str, &'static str)>,
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(reference): Path<String>) -> Result<Response, Failure> {
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let state = with_day(FormState::new(), "on", Some(visit.today()));
    draw(&visit, StatusCode::OK, &reference, state).await
}

/// Records it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(reference): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let mut state = posted.state(&[]);
    let note = match posted.value("kind") {
        "good-news" => Some(NewNote::GoodNews {
            words: posted.value("good_news").to_owned(),
        }),
        "home" => home_typed(&posted, &mut state),
        _ => {
            state.problem("kind", "Choose what you are writing down");
            None
        }
    };
    let Some(note) = note else {
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, &reference, state).await;
    };
    match visit
        .execute(RecordNote {
            reference: reference.clone(),
            note,
            form: once::sent(&posted),
        })
        .await
    {
        Ok(()) => Ok(see_other(&path(&reference), Some("It is written down."))),
        Err(Failure::Rejected(reasons)) => {
            for reason in reasons {
                match reason.field {
                    Some(field) => state.problem(field, reason.words),
                    None => state.problem_with_the_form(reason.words),
                }
            }
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, &reference, state).await
        }
        Err(other) => Err(other),
    }
}

/// A contact home: whom, how and whether they were reached are all chosen.
fn home_typed(posted: &Posted, state: &mut FormState) -> Option<NewNote> {
    let contact = posted.value("contact").parse::<ContactId>();
    if contact.is_err() {
        state.problem("contact", "Choose whom you were in touch with");
    }
    if posted.value("channel").parse::<AskChannel>().is_err() {
        state.problem("channel", ContactHomeProblem::NoChannel.words());
    }
    let tried = match posted.value("reached") {
        "yes" => Some(Tried::Reached),
        "no" => Some(Tried::NotThisTime),
        _ => {
            state.problem("reached", "Say whether you reached them");
            None
        }
    };
    let (Ok(contact), Some(tried_only), true) = (contact, tried, state.is_clear()) else {
        return None;
    };
    Some(NewNote::ContactHome {
        contact,
        typed: ContactHomeDraft {
            channel: posted.value("channel").to_owned(),
            on: day(posted, "on"),
            summary: posted.value("summary").to_owned(),
        },
        tried_only,
    })
}

async fn draw(
    visit: &Visit,
    status: StatusCode,
    reference: &ProgrammeRef,
    state: FormState,
) -> Result<Response, Failure> {
    let (actor, wanted) = (visit.actor().clone(), reference.clone());
    let fetched = visit
        .site()
        .blocking(move |app| app.open_case(&actor, &wanted))
        .await?;
    if !fetched.may.has(Action::RecordNote) {
        let who_can = app::policy::who_can(Action::RecordNote);
        return Err(Failure::NotAllowed { who_can });
    }
    let case = &fetched.answer;
    let frame = visit
        .frame("Record something")
        .section(reference.to_string())
        .problems(state.summary());
    page_with(
        status,
        &RecordPage {
            case: header(case, fetched.may, ""),
            action: format!("{}/record", path(reference)),
            key: once::key(visit).await?,
            meeting: fetched.may.has(Action::RecordCheckIn).then(|| {
                let place = format!("{}/new", check_ins::place(reference));
                (place, case.pupil.name.called().to_owned())
            }),
            home: home(case),
            channels: channels(),
            frame,
            state,
        },
    )
}

/// Nothing is chosen beforehand: a guess would be kept as a fact.
fn channels() -> Vec<(&'static str, &'static str)> {
    let all = AskChannel::ALL.iter();
    let all = all.map(|channel| (channel.code(), channel.label()));
    std::iter::once(("", "Choose")).chain(all).collect()
}

fn home(case: &CaseView) -> Vec<(String, String)> {
    case.people
        .iter()
        .filter(|person| matches!(person.role, CaseRole::Parent | CaseRole::Carer))
        .filter(|person| !case.untold.contains(&person.id))
        .filter_map(|person| {
            person
                .contact
                .map(|contact| (contact.to_string(), person.name.clone()))
        })
        .collect()
}
