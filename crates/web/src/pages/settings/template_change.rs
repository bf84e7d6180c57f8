//! `/settings/template/change`: choosing what new programmes follow.

use app::{
    action::Action,
    settings::template::{ChangeTemplate, TemplateView, ViewTemplate},
};
use askama::Template;
use axum::{http::StatusCode, response::Response};
use domain::{
    dates::{ProgrammeClock, Roll},
    school::{InterimRule, Template as Chosen, TemplateDraft},
    timers::{Amount, Timer},
};

use crate::{
    components::{Markup, Radios},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::meetings::book::say,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/settings/template_change.html")]
struct ChangePage {
    frame: Frame,
    state: FormState,
    seen: u32,
}

impl ChangePage {
    fn clock(&self) -> Radios {
        let words = |clock: ProgrammeClock| match clock {
            ProgrammeClock::SchoolWeeks => "School weeks: holidays do not count",
            ProgrammeClock::CalendarWeeks => "Calendar weeks: holidays count too",
            ProgrammeClock::SchoolDays => "School days: five of them make a week",
        };
        let all = ProgrammeClock::ALL.iter();
        self.state
            .radios("clock", "How are its weeks counted?")
            .strong()
            .options(all.map(|one| (one.code(), words(*one))))
    }

    fn roll(&self) -> Radios {
        let words = |roll: Roll| match roll {
            Roll::Previous => "The last school day before it",
            Roll::Next => "The first school day after it",
        };
        let all = Roll::ALL.iter();
        self.state
            .radios("roll", "Where does a date in a holiday move to?")
            .strong()
            .options(all.map(|one| (one.code(), words(*one))))
    }

    fn interim(&self) -> Radios {
        let all = InterimRule::ALL.iter();
        self.state
            .radios("interim", "Which reviews must be held?")
            .strong()
            .options(all.map(|one| (one.code(), one.label())))
    }

    /// Open while something in it is to be sorted out.
    fn times_open(&self) -> bool {
        TemplateDraft::timers().any(|timer| self.state.problem_of(timer.code()).is_some())
    }

    /// A box for each timer, with its unit, its usual amount and what it is counted from.
    fn timers(&self) -> Markup {
        TemplateDraft::timers().fold(Markup::default(), |all, timer| {
            let unit = match timer.usual() {
                Amount::SchoolDays(_) => "school days",
                Amount::SchoolWeeks(_) => "school weeks",
            };
            let usual = timer.words(timer.usual());
            let hint = format!("Usually {usual}. {} at most.", timer.most());
            let field = self.state.text_input(timer.code(), timer.label());
            all.and(field.strong().hint(hint).number().wide(3).after(unit))
        })
    }
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let view = look(&visit).await?;
    let state = state(&TemplateDraft::from(&view.template));
    draw(&visit, StatusCode::OK, &view, state)
}

/// Saves it, or puts back what the guidance says.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    let seen = posted.value("seen").parse().map_err(|_| Failure::BadForm)?;
    let typed = if posted.has("standard") {
        let view = look(&visit).await?;
        TemplateDraft::from(&Chosen::standard(view.template.title))
    } else {
        typed(&posted)
    };
    let mut state = posted.state(&[]);
    match visit.execute(ChangeTemplate { seen, typed }).await {
        Ok(()) => Ok(see_other(
            "/settings/template",
            Some("Saved. New programmes start from this."),
        )),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            let view = look(&visit).await?;
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, &view, state)
        }
        Err(Failure::Conflict) => {
            let words = "Somebody changed the template after you opened this page. What you typed \
                         is kept. Look at the template, then save again to put yours in its place.";
            state.problem_with_the_form(words);
            let view = look(&visit).await?;
            draw(&visit, StatusCode::CONFLICT, &view, state)
        }
        Err(other) => Err(other),
    }
}

async fn look(visit: &Visit) -> Result<TemplateView, Failure> {
    let fetched = visit.fetch(ViewTemplate).await?;
    if !fetched.may.has(Action::ChangeSettings) {
        let who_can = app::policy::who_can(Action::ChangeSettings);
        return Err(Failure::NotAllowed { who_can });
    }
    Ok(fetched.answer)
}

fn typed(posted: &Posted) -> TemplateDraft {
    let typed = |name: &str| posted.value(name).to_owned();
    let timer = |timer: Timer| (timer, typed(timer.code()));
    TemplateDraft {
        weeks: typed("weeks"),
        clock: typed("clock"),
        roll: typed("roll"),
        reviews: typed("reviews"),
        interim: typed("interim"),
        targets: typed("targets"),
        extension: typed("extension"),
        timers: TemplateDraft::timers().map(timer).collect(),
    }
}

fn state(kept: &TemplateDraft) -> FormState {
    let state = FormState::new()
        .with("weeks", &kept.weeks)
        .with("clock", &kept.clock)
        .with("roll", &kept.roll)
        .with("reviews", &kept.reviews)
        .with("interim", &kept.interim)
        .with("targets", &kept.targets)
        .with("extension", &kept.extension);
    let timers = kept.timers.iter();
    timers.fold(state, |state, (timer, typed)| {
        state.with(timer.code(), typed)
    })
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    view: &TemplateView,
    state: FormState,
) -> Result<Response, Failure> {
    let frame = visit
        .frame("Change the template")
        .section("Settings")
        .back("/settings/template")
        .problems(state.summary());
    let seen = view.template.version;
    page_with(status, &ChangePage { frame, state, seen })
}
