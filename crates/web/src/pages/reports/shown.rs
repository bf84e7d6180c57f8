//! Fills the teacher's page with the pupils of one lesson.

use app::{
    look_back::mine::{MyLookBack, Said},
    monitoring::reports_now::{Meets, ReportView, ReportsNow, There},
};
use axum::{http::StatusCode, response::Response};
use domain::{
    id::TargetId,
    rating::{Period, Presence, Tick},
};
use jiff::civil::Date;

use super::{
    lesson::{FROM, LESSONS, field_of, path},
    now::{AwayAsk, AwayForm, GoodNews, LessonPupil, NowPage, OtherLesson, OtherState},
};
use crate::{
    components::{Button, Empty, Hidden, Icon, Phrase, Rate as Tap, Rating},
    failure::Failure,
    form_state::FormState,
    layout::{CSRF_FIELD, Look},
    pages::{look_back::tasks, once},
    session::{Visit, page_with},
    words,
};

/// One lesson's page.
///
/// # Errors
/// [`Failure`].
pub(super) async fn draw(
    visit: &Visit,
    on: Date,
    period: Period,
    state: FormState,
) -> Result<Response, Failure> {
    let view = visit.fetch(ReportsNow { on, period }).await?.answer;
    let backs = tasks::mine(visit).await?;
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
        key: once::key(visit).await?,
        pupils,
        none,
        others,
        backs: look_backs(&backs),
    };
    page_with(status, &now)
}

/// What is asked before a review and not said yet, each with where and when.
fn look_backs(all: &[MyLookBack]) -> Vec<(String, String, String)> {
    let left = all.iter().filter(|one| one.said == Said::NotYet);
    left.map(|one| (tasks::title(one), tasks::href(one), tasks::hint(one)))
        .collect()
}

fn place(pupil: &ReportView) -> String {
    match &pupil.subject {
        Some(subject) => format!("{} {}", pupil.class, words::small(subject)),
        None => pupil.class.clone(),
    }
}

fn lesson_pupil(
    pupil: &ReportView,
    (on, from): (Date, Period),
    token: &str,
    state: &FormState,
) -> LessonPupil {
    let (path, period) = (pupil.reference.path(), pupil.period);
    let base = format!("/reports/{path}/{on}/{}", period.code());
    let rating = |(target, words, tick): &(TargetId, String, Option<Tick>)| {
        let rating = Rating::new(
            words,
            format!("{base}/tick"),
            Hidden::new(CSRF_FIELD, token),
        )
        .with("target", target)
        .with(FROM, from.code());
        match tick {
            None => rating,
            Some(Tick::Yes) => rating.saved(Tap::Yes, "Saved"),
            Some(Tick::Nearly) => rating.saved(Tap::Nearly, "Saved"),
            Some(Tick::NotYet) => rating.saved(Tap::NotYet, "Saved"),
            Some(Tick::DidntSee) => rating.not_seen("Saved: didn’t see"),
        }
    };
    let absent = absent(pupil);
    let ratings = match absent {
        Some(_) => Vec::new(),
        None => pupil.targets.iter().map(rating).collect(),
    };
    let ticked = pupil
        .targets
        .iter()
        .any(|(_, _, tick)| tick.is_some_and(|tick| tick != Tick::DidntSee));
    LessonPupil {
        name: pupil.pupil.clone(),
        part_of_day: (period != from).then(|| part_of_day(pupil)),
        your_part: (!pupil.promises.is_empty()).then(|| words::list(&pupil.promises)),
        nothing: (absent.is_none() && ratings.is_empty()).then(|| {
            format!(
                "Other adults tick {} targets.",
                words::possessive(&pupil.pupil)
            )
        }),
        ratings,
        away: AwayForm {
            action: format!("{base}/away"),
            from: from.code(),
            ask: match (&absent, ticked) {
                (Some(_), _) => AwayAsk::HereAfterAll,
                (None, false) => AwayAsk::NotHere(not_here(pupil)),
                (None, true) => AwayAsk::Nothing,
            },
        },
        absent,
        rewards: rewards(pupil, (&base, from), token),
        good_news: Some(GoodNews {
            action: format!("{base}/good-news"),
            hint: "If there was one. Home sees it today, with your name.".to_owned(),
            field: field_of(&pupil.reference),
            from: from.code(),
            state: state.clone(),
        }),
    }
}

/// A button for each reward the school gives.
fn rewards(pupil: &ReportView, (base, from): (&str, Period), token: &str) -> Vec<Button> {
    let button = |(place, words): &(usize, String)| {
        let press = Button::post(
            words,
            format!("{base}/reward"),
            Hidden::new(CSRF_FIELD, token),
        );
        press
            .with("reward", place)
            .with("version", pupil.version.number())
            .with(FROM, from.code())
            .icon(Icon::Gift)
            .secondary()
            .small()
    };
    pupil.rewards.iter().map(button).collect()
}

/// "Rowan was not in this lesson", by whoever says so.
fn absent(pupil: &ReportView) -> Option<Phrase> {
    let name = &pupil.pupil;
    let during = during(pupil.period);
    let words = match pupil.there {
        There::Here => return None,
        There::SaidAway(_) => format!("{name} was not here {during}, so there is nothing to tick."),
        There::Register(Presence::Suspended) => {
            format!("{name} is suspended {during}, so there is nothing to tick.")
        }
        There::Register(Presence::Elsewhere) => {
            format!("The register says that {name} is learning elsewhere {during}.")
        }
        There::Register(_) => format!("The register says that {name} is not in school {during}."),
    };
    Some(Phrase::new(words))
}

const fn during(period: Period) -> &'static str {
    match period {
        Period::Morning => "this morning",
        Period::Afternoon => "this afternoon",
        Period::WholeDay => "that day",
        _ => "in this lesson",
    }
}

fn not_here(pupil: &ReportView) -> String {
    let name = &pupil.pupil;
    match pupil.period {
        Period::WholeDay => format!("{name} wasn’t in school"),
        Period::Morning => format!("{name} wasn’t here this morning"),
        Period::Afternoon => format!("{name} wasn’t here this afternoon"),
        _ => format!("{name} wasn’t in this lesson"),
    }
}

fn part_of_day(pupil: &ReportView) -> String {
    match pupil.period {
        Period::Morning => "One tick for the morning.".to_owned(),
        Period::Afternoon => "One tick for the afternoon.".to_owned(),
        _ => "One tick for the whole day, when you have seen enough of it.".to_owned(),
    }
}
