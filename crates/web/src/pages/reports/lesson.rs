//! `/reports/now` and `/reports/{date}/{period}`: takes each tap on the
//! teacher's page.

use app::monitoring::{
    note::{NewNote, RecordNote},
    rate::{Rate, SayAway},
};
use axum::{extract::Path, response::Response};
use domain::{
    id::TargetId,
    programme::ProgrammeRef,
    rating::{Period, Presence, Tick},
};
use jiff::civil::{Date, Time, time};

use super::shown::draw;
use crate::{
    failure::Failure,
    form_state::FormState,
    pages::{once, programmes::reward},
    posted::Posted,
    session::{Visit, see_other},
};

/// Lessons and when they begin, until a school's own timetable is read in.
pub(super) const LESSONS: [(Period, Time); 5] = [
    (Period::P1, time(8, 50, 0, 0)),
    (Period::P2, time(9, 50, 0, 0)),
    (Period::P3, time(11, 10, 0, 0)),
    (Period::P4, time(12, 10, 0, 0)),
    (Period::P5, time(14, 0, 0, 0)),
];

/// The hidden field that says which lesson's page was pressed on.
pub(super) const FROM: &str = "from";

/// The lesson that is on now, or the last one.
///
/// # Errors
/// [`Failure`].
pub async fn now(visit: Visit) -> Result<Response, Failure> {
    let at = visit.local_time();
    let begun = LESSONS.iter().rev().find(|(_, begins)| *begins <= at);
    let period = begun.map_or(Period::P1, |(period, _)| *period);
    let today = visit.today();
    draw(&visit, today, period, FormState::new()).await
}

/// One lesson of one day.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((on, period)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (on, period) = lesson(&on, &period)?;
    draw(&visit, on, period, FormState::new()).await
}

/// One tap: Yes, Nearly, Not yet, or did not see; or undo.
///
/// # Errors
/// [`Failure`].
pub async fn rate(
    visit: Visit,
    Path((reference, on, period)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (on, period) = lesson(&on, &period)?;
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let target: TargetId = posted
        .value("target")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    let tick = match posted.value("r") {
        "yes" => Some(Tick::Yes),
        "nearly" => Some(Tick::Nearly),
        "not-yet" => Some(Tick::NotYet),
        "undo" => None,
        _ => Some(Tick::DidntSee),
    };
    visit
        .execute(Rate {
            reference,
            target,
            on,
            period,
            tick,
        })
        .await?;
    Ok(see_other(&back(on, period, &posted), None))
}

/// Says whether the pupil was there.
///
/// # Errors
/// [`Failure`].
pub async fn away(
    visit: Visit,
    Path((reference, on, period)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (on, period) = lesson(&on, &period)?;
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let presence = if posted.value("presence") == "present" {
        Presence::Present
    } else {
        Presence::Absent
    };
    let away = SayAway {
        reference,
        on,
        period,
        presence,
    };
    match visit.execute(away).await {
        Ok(()) => Ok(see_other(&back(on, period, &posted), None)),
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                state.problem_with_the_form(reason.words);
            }
            draw(&visit, on, from(period, &posted), state).await
        }
        Err(other) => Err(other),
    }
}

/// One good thing to tell home.
///
/// # Errors
/// [`Failure`].
pub async fn good_news(
    visit: Visit,
    Path((reference, on, period)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (on, period) = lesson(&on, &period)?;
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let field = field_of(&reference);
    let note = NewNote::GoodNews {
        words: posted.value(&field).to_owned(),
    };
    let form = once::sent(&posted);
    let record = RecordNote {
        reference,
        note,
        form,
    };
    match visit.execute(record).await {
        Ok(()) => Ok(see_other(
            &back(on, period, &posted),
            Some("Thank you. Home sees it today, with your name."),
        )),
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                state.problem(field.as_str(), reason.words);
            }
            draw(&visit, on, from(period, &posted), state).await
        }
        Err(other) => Err(other),
    }
}

/// One press says that a reward was given today.
///
/// # Errors
/// [`Failure`].
pub async fn reward(
    visit: Visit,
    Path((reference, on, period)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (on, period) = lesson(&on, &period)?;
    let reference: ProgrammeRef = reference.parse().map_err(|_| Failure::NotFound)?;
    let note = reward::pressed(&posted).ok_or(Failure::BadForm)?;
    let done = visit
        .execute(RecordNote {
            reference,
            note,
            form: None,
        })
        .await;
    reward::answer(done, &back(on, period, &posted))
}

/// The lesson whose page was pressed on: a plan ticked once a day is on every
/// lesson's page.
fn from(period: Period, posted: &Posted) -> Period {
    posted.value(FROM).parse().unwrap_or(period)
}

/// The page that was pressed on.
fn back(on: Date, period: Period, posted: &Posted) -> String {
    path(on, from(period, posted))
}

fn lesson(on: &str, period: &str) -> Result<(Date, Period), Failure> {
    let on = on.parse().map_err(|_| Failure::NotFound)?;
    let period = period.parse().map_err(|_| Failure::NotFound)?;
    Ok((on, period))
}

pub(super) fn path(on: Date, period: Period) -> String {
    format!("/reports/{on}/{}", period.code())
}

pub(super) fn field_of(reference: &ProgrammeRef) -> String {
    format!("good-{}", reference.path())
}
