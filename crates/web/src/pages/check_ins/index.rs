//! `/programmes/{ref}/check-ins`: every meeting of the key worker with the pupil,
//! newest first, and the coordinator's answer to what was asked for at one.

use app::{
    action::Action,
    monitoring::check_ins::{AnswerWish, CheckIns},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{id::NoteId, note::WishAnswer, programme::ProgrammeRef};

use super::{
    place,
    record::{self, Record},
};
use crate::{
    components::{Button, CaseHeader, Empty},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::{band, reference, root, whole_band},
        programmes::header::path,
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/check_ins/index.html")]
struct IndexPage {
    frame: Frame,
    case: CaseHeader,
    write: Option<Button>,
    empty: Option<Empty>,
    records: Vec<Record>,
}

/// The record.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    draw(&visit, &reference, None).await
}

/// Answers a change that was asked for.
///
/// # Errors
/// [`Failure`].
pub async fn answer(
    visit: Visit,
    Path((raw, note)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let note: NoteId = note.parse().map_err(|_| Failure::NotFound)?;
    let answer = AnswerWish {
        reference: reference.clone(),
        note,
        answer: posted.value("wish").to_owned(),
        why: posted.value("wish-why").to_owned(),
    };
    match visit.execute(answer).await {
        Ok(WishAnswer::Taken) => Ok(see_other(
            &format!("{}/plan", path(&reference)),
            Some("It goes into the plan: write it in now."),
        )),
        Ok(WishAnswer::NotNow) => Ok(see_other(&place(&reference), Some("Your answer is kept."))),
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                match reason.field {
                    Some(field) => state.problem(field, reason.words),
                    None => state.problem_with_the_form(reason.words),
                }
            }
            draw(&visit, &reference, Some((note, state))).await
        }
        Err(other) => Err(other),
    }
}

async fn draw(
    visit: &Visit,
    reference: &ProgrammeRef,
    wrong: Option<(NoteId, FormState)>,
) -> Result<Response, Failure> {
    let wanted = CheckIns {
        reference: reference.clone(),
    };
    let fetched = visit.fetch(wanted).await?;
    let (shown, may) = (fetched.answer, fetched.may);
    let title = format!("{} and the key worker", shown.pupil);
    let names = (shown.pupil.as_str(), shown.pupil.as_str());
    let thin = band(&title, reference, names, may, "Key worker");
    let case = whole_band(visit, reference, (&title, "Key worker"), thin).await?;
    let frame = visit
        .frame(format!("Key worker, {reference}"))
        .section("Programmes");
    let (status, frame) = match &wrong {
        Some((_, state)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            frame.problems(state.summary()),
        ),
        None => (StatusCode::OK, frame),
    };
    let write = may.has(Action::RecordCheckIn).then(|| {
        let words = format!("Write down a meeting with {}", shown.pupil);
        Button::link(words, format!("{}/new", place(reference)))
    });
    let token = frame.csrf_field();
    let answers = may.has(Action::AnswerWish).then_some(&token);
    let records = shown.all.iter().map(|one| {
        let wrong = wrong.as_ref().filter(|(note, _)| *note == one.row.note.id);
        let action = format!("{}/{}/wish", place(reference), one.row.note.id);
        record::of(
            one,
            &shown.pupil,
            (action, answers),
            wrong.map(|(_, state)| state),
        )
    });
    let records: Vec<Record> = records.collect();
    let empty = records.is_empty().then(|| {
        let words = "What is said when they meet is written here.";
        Empty::nothing_yet("They have not met yet", words)
            .link(root(reference), "Back to the programme")
    });
    page_with(
        status,
        &IndexPage {
            frame,
            case,
            write,
            empty,
            records,
        },
    )
}
