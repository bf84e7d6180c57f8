//! `/reports/now` and `/reports/{date}/{period}`: fills the teacher's page, and
//! takes each tap.

use app::monitoring::{
    note::{NewNote, RecordNote},
    rate::{Rate, SayAway},
    reports_now::{Meets, ReportView, ReportsNow},
};
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    id::TargetId,
    programme::ProgrammeRef,
    rating::{Period, Presence, Tick},
};
use jiff::civil::{Date, Time, time};

use super::now::{GoodNews, LessonPupil, NowPage, OtherLesson, OtherState};
use crate::{
    components::{Empty, Hidden, Phrase, Rate as Tap, Rating},
    failure::Failure,
    form_state::FormState,
    layout::{CSRF_FIELD, Look},
    posted::Posted,
    session::{Visit, page_with, see_other},
    words,
};

/// Lessons and when they begin, until a school's own timetable is read in.
const LESSONS: [(Period, Time); 5] = [
    (Period::P1, time(8, 50, 0, 0)),
    (Period::P2, time(9, 50, 0, 0)),
    (Period::P3, time(11, 10, 0, 0)),
    (Period::P4, time(12, 10, 0, 0)),
    (Period::P5, time(14, 0, 0, 0)),
];

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
    Ok(see_other(&path(on, period), None))
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
    visit
        .execute(SayAway {
            reference,
            on,
            period,
            presence,
        })
        .await?;
    Ok(see_other(&path(on, period), None))
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
    match visit.execute(RecordNote { reference, note }).await {
        Ok(()) => Ok(see_other(
            &path(on, period),
            Some("Thank you. Home sees it today, with your name."),
        )),
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                state.problem(field.as_str(), reason.words);
            }
            draw(&visit, on, period, state).await
        }
        Err(other) => Err(other),
    }
}

fn lesson(on: &str, period: &str) -> Result<(Date, Period), Failure> {
    let on = on.parse().map_err(|_| Failure::NotFound)?;
    let period = period.parse().map_err(|_| Failure::NotFound)?;
    Ok((on, period))
}

fn path(on: Date, period: Period) -> String {
    format!("/reports/{on}/{}", period.code())
}

fn field_of(reference: &ProgrammeRef) -> String {
    format!("good-{}", reference.path())
}

async fn draw(
    visit: &Visit,
    on: Date,
    period: Period,
    state: FormState,
) -> Result<Response, Failure> {
    let view = visit.fetch(ReportsNow { on, period }).await?.answer;
    let frame = visit
        .frame("Lesson reports")
        .look(Look::Phone)
        .problems(state.summary());
    let status = if state.is_clear() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let token = frame.csrf.clone();
    let heading = match view.pupils.as_slice() {
        [only] => format!("{}, in {}", only.pupil, place(only)),
        [] => "No lessons to report on".to_owned(),
        many => words::capital(&words::count(
            many.len(),
            "pupil in this lesson",
            "pupils in this lesson",
        )),
    };
    let none = match (view.meets, view.pupils.is_empty()) {
        (Meets::No, _) => Some(Empty::nothing_yet(
            "School is closed that day",
            "There is nothing to tick. Choose another lesson below.",
        )),
        (Meets::Yes, true) => Some(Empty::nothing_yet(
            "Nobody you teach has a plan running",
            "When someone does, their targets will be here for each of your lessons.",
        )),
        (Meets::Yes, false) => None,
    };
    let pupils = if none.is_some() {
        Vec::new()
    } else {
        view.pupils
            .iter()
            .map(|pupil| lesson_pupil(pupil, (on, period), &token, &state))
            .collect()
    };
    let others = LESSONS
        .iter()
        .filter(|(other, _)| *other != period)
        .map(|(other, begins)| OtherLesson {
            text: other.label().to_owned(),
            href: path(on, *other),
            state: OtherState::ToCome(format!("From {}", words::time(*begins))),
        })
        .collect();
    let day = if on == visit.today() {
        words::long_date(on)
    } else {
        words::long_date_with_year(on)
    };
    let when = format!("{day}, {}", words::small(period.label()));
    let now = NowPage {
        frame,
        when,
        heading,
        pupils,
        none,
        others,
    };
    page_with(status, &now)
}

fn place(pupil: &ReportView) -> String {
    match &pupil.subject {
        Some(subject) => format!("{} {}", pupil.class, words::small(subject)),
        None => pupil.class.clone(),
    }
}

fn lesson_pupil(
    pupil: &ReportView,
    (on, period): (Date, Period),
    token: &str,
    state: &FormState,
) -> LessonPupil {
    let base = format!("/reports/{}/{on}/{}", pupil.reference.path(), period.code());
    let absent = (!pupil.presence.is_here()).then(|| {
        Phrase::new(format!(
            "{} was not in this lesson, so there is nothing to tick.",
            pupil.pupil
        ))
    });
    let rating = |(target, words, tick): &(TargetId, String, Option<Tick>)| {
        let rating = Rating::new(
            words,
            format!("{base}/tick"),
            Hidden::new(CSRF_FIELD, token),
        )
        .with("target", target);
        match tick {
            None => rating,
            Some(Tick::Yes) => rating.saved(Tap::Yes, "Saved"),
            Some(Tick::Nearly) => rating.saved(Tap::Nearly, "Saved"),
            Some(Tick::NotYet) => rating.saved(Tap::NotYet, "Saved"),
            Some(Tick::DidntSee) => rating.not_seen("Saved: didn’t see"),
        }
    };
    LessonPupil {
        name: pupil.pupil.clone(),
        your_part: (!pupil.promises.is_empty()).then(|| words::list(&pupil.promises)),
        ratings: if absent.is_some() {
            Vec::new()
        } else {
            pupil.targets.iter().map(rating).collect()
        },
        absent,
        good_news: Some(GoodNews {
            action: format!("{base}/good-news"),
            hint: "If there was one. Home sees it today, with your name.".to_owned(),
            field: field_of(&pupil.reference),
            state: state.clone(),
        }),
    }
}
