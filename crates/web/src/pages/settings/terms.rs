//! `/settings/terms`: when the school is open, and changing it by hand.

use app::{
    action::Action,
    calendar::{
        change::{ChangeDays, Changed},
        view::{CalendarView, Span, ViewCalendar},
    },
    policy::ActionSet,
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use domain::{dates::DayKind, text::Line};
use jiff::civil::Date;

use crate::{
    components::Radios,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{case_band::day, meetings::book::say},
    posted::Posted,
    session::{Visit, page_with, see_other},
    words,
};

#[derive(Template)]
#[template(path = "pages/settings/terms.html")]
struct TermsPage {
    frame: Frame,
    state: FormState,
    view: CalendarView,
    may: ActionSet,
    today: Date,
}

impl TermsPage {
    fn kinds(&self) -> Radios {
        let all = DayKind::ALL.iter().map(|kind| (kind.code(), kind.label()));
        self.state
            .radios("kind", "What happens on these days?")
            .small()
            .options(all)
            .compact()
    }

    fn when(span: &Span) -> String {
        if span.first == span.last {
            words::long_date_with_year(span.first)
        } else {
            format!(
                "{} to {}",
                words::long_date_with_year(span.first),
                words::long_date_with_year(span.last)
            )
        }
    }

    fn days(span: &Span) -> String {
        words::figures(span.days, "day", "days")
    }

    fn name(span: &Span) -> &str {
        span.note.as_deref().unwrap_or(span.kind.label())
    }

    /// What is over is folded away.
    fn is_over(&self, span: &Span) -> bool {
        span.last < self.today
    }

    fn to_come<'a>(&self, spans: &'a [Span]) -> Vec<&'a Span> {
        spans.iter().filter(|one| !self.is_over(one)).collect()
    }

    fn over<'a>(&self, spans: &'a [Span]) -> Vec<&'a Span> {
        spans.iter().filter(|one| self.is_over(one)).collect()
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    draw(&visit, StatusCode::OK, FormState::new()).await
}

/// Changes some days.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    let mut state = posted.state(&[]);
    let Some(change) = read(&posted, &mut state) else {
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await;
    };
    match visit.execute(change).await {
        Ok(changed) => Ok(see_other("/settings/terms", Some(&said(changed)))),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
        Err(other) => Err(other),
    }
}

fn read(posted: &Posted, state: &mut FormState) -> Option<ChangeDays> {
    let first = day(posted, "first");
    let last = day(posted, "last");
    let first = first.parse::<Date>();
    let last = match last.as_str() {
        "" => first.clone(),
        typed => typed.parse::<Date>(),
    };
    let kind = posted.value("kind").parse::<DayKind>();
    let note = Line::<80>::optional(posted.value("note"));
    if first.is_err() {
        state.problem("first", "Enter the first day");
    } else if last.is_err() {
        state.problem("last", "Enter the last day, or leave it empty for one day");
    }
    if kind.is_err() {
        state.problem("kind", "Choose what happens on these days");
    }
    if note.is_err() {
        state.problem("note", "Use 80 characters or fewer");
    }
    Some(ChangeDays {
        first: first.ok()?,
        last: last.ok()?,
        kind: kind.ok()?,
        note: note.ok()?,
    })
}

fn said(changed: Changed) -> String {
    let days = words::count(changed.days, "day", "days");
    match (changed.days, changed.moved) {
        (0, _) => "Nothing was different: these days were already so.".to_owned(),
        (_, 0) => format!(
            "{} changed. No programme’s dates move.",
            words::capital(&days)
        ),
        (_, moved) => format!(
            "{} changed. The dates of {} moved.",
            words::capital(&days),
            words::count(moved, "programme", "programmes")
        ),
    }
}

async fn draw(visit: &Visit, status: StatusCode, state: FormState) -> Result<Response, Failure> {
    let fetched = visit.fetch(ViewCalendar).await?;
    let frame = visit
        .frame("Term dates and closures")
        .section("Settings")
        .problems(state.summary());
    page_with(
        status,
        &TermsPage {
            frame,
            state,
            view: fetched.answer,
            may: fetched.may,
            today: visit.today(),
        },
    )
}
