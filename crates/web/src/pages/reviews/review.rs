//! `/programmes/{ref}/meetings/{meeting}/review`: did we keep our promises,
//! then target by target. Kept as typed until it is settled, and read after.

use std::ops::ControlFlow;

use app::{
    Fetched,
    action::Action,
    programmes::show::CaseView,
    reviews::{
        Progress,
        record::RecordReview,
        view::{ReviewShown, ReviewView},
    },
};
use axum::{extract::Path, response::Response};
use domain::{
    id::MeetingId,
    programme::{ProgrammeRef, Stage},
};

use super::{
    CAUTION, both_texts, came_of, case_of, frame, heard,
    parts::promises,
    reference, review_form,
    review_page::ReviewPage,
    settled, status,
    voices::{self, Writing},
};
use crate::{
    components::{Inset, Phrase, SideBySide},
    failure::Failure,
    form_state::FormState,
    pages::programmes::header::{path, titled},
    posted::Posted,
    session::{Visit, page_with},
    words,
};

/// Which review.
struct Which {
    reference: ProgrammeRef,
    meeting: MeetingId,
}

impl Which {
    fn read((raw, meeting): &(String, String)) -> Result<Self, Failure> {
        Ok(Self {
            reference: reference(raw)?,
            meeting: meeting.parse().map_err(|_| Failure::NotFound)?,
        })
    }

    fn view(&self) -> ReviewView {
        ReviewView {
            reference: self.reference.clone(),
            meeting: self.meeting,
        }
    }

    fn path(&self) -> String {
        format!("{}/meetings/{}/review", path(&self.reference), self.meeting)
    }
}

/// The form, or the review as it was settled.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(which): Path<(String, String)>) -> Result<Response, Failure> {
    let which = Which::read(&which)?;
    let fetched = visit.fetch(which.view()).await?;
    let state = review_form::filled(&fetched.answer);
    draw(&visit, &which, &fetched, &state, None).await
}

/// Keeps it, or settles it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(which): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let which = Which::read(&which)?;
    let shown = visit.fetch(which.view()).await?.answer;
    let (progress, done) = if posted.has("later") {
        (Progress::KeepForNow, "The review is saved as it is.")
    } else {
        (
            Progress::Finished,
            "The review is recorded, and the plan follows it.",
        )
    };
    let record = RecordReview {
        reference: which.reference.clone(),
        meeting: which.meeting,
        revision: posted.value("revision").parse().unwrap_or_default(),
        typed: review_form::typed(&shown, &posted),
        progress,
    };
    let mut state = posted.state(&[]);
    let led = visit.execute(record).await.map(|()| (which.path(), done));
    let clash = match came_of(led, &mut state)? {
        ControlFlow::Break(led) => return Ok(led),
        ControlFlow::Continue(clash) => clash,
    };
    let fetched = visit.fetch(which.view()).await?;
    let clash = clash.map(|_| {
        let theirs = review_form::filled(&fetched.answer);
        let both = both_texts::of_review(&fetched.answer, &theirs, &state);
        match fetched.answer.held {
            Some(_) => both.settled(),
            None => both,
        }
    });
    draw(&visit, &which, &fetched, &state, clash).await
}

async fn draw(
    visit: &Visit,
    which: &Which,
    fetched: &Fetched<ReviewShown>,
    state: &FormState,
    clash: Option<SideBySide>,
) -> Result<Response, Failure> {
    let (shown, may) = (&fetched.answer, fetched.may);
    let case = case_of(visit, &which.reference).await?;
    let title = shown.kind.label();
    let when = format!(
        "{}, {}",
        words::long_date(shown.on),
        words::time(shown.from)
    );
    let head = titled(&case.answer, case.may, "Meetings", &title).fact(when);
    let frame = frame(visit, &title, &which.reference, state);
    let status = status(state, clash.as_ref());
    if shown.held.is_some() || !may.has(Action::RecordReview) {
        let page = settled::page((shown, clash), (frame, head), &case.answer, may);
        return page_with(status, &page);
    }
    let (kind, on, at) = shown.next;
    let base = path(&which.reference);
    let writing = if may.has(Action::ScribeLookBack) {
        Writing::At(&base)
    } else {
        Writing::No
    };
    let at = at.map_or_else(String::new, |at| format!(", {}", words::time(at)));
    let page = ReviewPage {
        frame,
        case: head,
        clash,
        not_yet: not_yet(&case.answer, shown, visit.today()),
        action: which.path(),
        revision: shown.revision,
        order: format!("Adults first, then {}", shown.pupil),
        asked: if shown.voices.promises.is_empty() {
            ""
        } else {
            "People were asked beforehand. Their own answers are filled in; change them together \
             if you need to. "
        },
        promises: promises(&shown.promises, &shown.voices, state),
        records: records(shown, visit.today()),
        targets: shown
            .targets
            .iter()
            .map(|line| review_form::target(line, shown, state))
            .collect(),
        caution: CAUTION,
        voices: voices::part(&shown.voices, &shown.pupil, writing),
        says: heard::fields(&shown.pupil, &shown.voices, state),
        rest: review_form::rest(shown, state),
        next: Phrase::bold(kind.label())
            .new_line()
            .text(format!("{}{at}", words::long_date(on))),
        not_enough: format!("{}/not-enough", path(&which.reference)),
    };
    page_with(status, &page)
}

/// Up to which day targets are looked at, when the meeting was before today.
fn records(shown: &ReviewShown, today: jiff::civil::Date) -> String {
    if shown.until < today {
        format!("Records up to {}.", words::long_date(shown.until))
    } else {
        String::new()
    }
}

/// Why it cannot be recorded today. It can be prepared and saved at any time.
fn not_yet(case: &CaseView, shown: &ReviewShown, today: jiff::civil::Date) -> Option<Inset> {
    if shown.on > today {
        let day = words::long_date(shown.on);
        let words = format!(
            "The meeting is on {day}. You can prepare the review and save it; record it once it \
             has been held."
        );
        return Some(Inset::new(words));
    }
    match &case.programme.stage {
        Stage::Active {
            review: None,
            concern: None,
            run,
        } => {
            let due = run.next_review().map_or_else(String::new, |review| {
                let day = words::long_date(review.due.on);
                format!(" The next one is due on {day}, and opens five school days before.")
            });
            Some(Inset::new(format!(
                "No review is due today.{due} To hold one early, raise a concern first."
            )))
        }
        _ => None,
    }
}
