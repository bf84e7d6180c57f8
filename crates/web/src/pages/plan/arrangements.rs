//! `/programmes/{ref}/plan/arrangements`: what the pupil is good at, who meets
//! them, and how home hears about it.

use app::plans::{
    edit::EditPlan,
    view::{DraftView, PlanView},
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    commitment::{HowOften, ReportCard},
    plan::{Arrangements, HomeSheet, MonitoringSheet, PlanEdit},
    programme::AskChannel,
};

use super::{show, write::writing};
use crate::{
    components::{CaseHeader, SideBySide},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        both::{both, named},
        case_band::{band, reference, root, who},
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/plan/arrangements.html")]
struct ArrangementsPage {
    frame: Frame,
    case: CaseHeader,
    theirs: Option<SideBySide>,
    action: String,
    seen: u32,
    pupil: String,
    people: Vec<(String, String)>,
    state: FormState,
}

impl ArrangementsPage {
    fn often() -> Vec<(&'static str, &'static str)> {
        HowOften::ALL
            .iter()
            .map(|one| (one.code(), one.label()))
            .collect()
    }

    fn cards() -> Vec<(&'static str, &'static str)> {
        ReportCard::ALL
            .iter()
            .map(|one| (one.code(), one.label()))
            .collect()
    }
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let view = show::look(&visit, &reference(&path)?).await?.answer;
    let state = state(&writing(&view)?.typed.arrangements);
    draw(&visit, StatusCode::OK, &view, state, None)
}

/// Saves it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let edit = PlanEdit::Arrangements(Box::new(typed(&posted)));
    let save = EditPlan {
        reference: reference.clone(),
        edit,
    };
    match visit.execute(save).await {
        Ok(()) => Ok(see_other(
            &format!("{}/plan", root(&reference)),
            Some("Saved."),
        )),
        Err(Failure::Conflict) => {
            let view = show::look(&visit, &reference).await?.answer;
            let kept = &writing(&view)?.typed.arrangements;
            let yours = posted.state(&[]);
            let theirs = theirs(writing(&view)?, kept, &yours);
            draw(&visit, StatusCode::CONFLICT, &view, yours, Some(theirs))
        }
        Err(other) => Err(other),
    }
}

/// What somebody else saved beside what was typed here.
fn theirs(writing: &DraftView, kept: &Arrangements, yours: &FormState) -> SideBySide {
    let names = named(&[
        ("good-at", "What they are good at"),
        ("by", "Who meets them about the plan"),
        ("how-often", "How often they meet"),
        ("when", "On which days and times"),
        ("where", "Where they meet"),
        ("report-card", "What teachers tick"),
        ("home-by", "Who rings or writes home"),
        ("channel", "How home hears"),
        ("home-often", "How often home hears"),
        ("home-when", "On which day home hears"),
        ("safe-place", "Where they can go"),
        ("named-adults", "Adults they can go to"),
    ]);
    both(&names, &state(kept), yours, |field, value| {
        let label = match field {
            "by" | "home-by" | "named-adults" => return writing.called(value),
            "how-often" | "home-often" => value.parse::<HowOften>().ok().map(HowOften::label),
            "report-card" => value.parse::<ReportCard>().ok().map(ReportCard::label),
            "channel" => value.parse::<AskChannel>().ok().map(AskChannel::label),
            _ => None,
        };
        label.unwrap_or(value).to_owned()
    })
}

fn typed(posted: &Posted) -> Arrangements {
    let typed = |name: &str| posted.value(name).to_owned();
    Arrangements {
        saved: posted.value("seen").parse().unwrap_or_default(),
        good_at: typed("good-at"),
        monitoring: MonitoringSheet {
            how_often: typed("how-often"),
            by: typed("by"),
            when: typed("when"),
            place: typed("where"),
            report_card: typed("report-card"),
        },
        home: HomeSheet {
            by: typed("home-by"),
            channel: typed("channel"),
            how_often: typed("home-often"),
            when: typed("home-when"),
        },
        safe_place: typed("safe-place"),
        named_adults: posted.all("named-adults").map(str::to_owned).collect(),
    }
}

fn state(kept: &Arrangements) -> FormState {
    let state = FormState::new()
        .with("good-at", &kept.good_at)
        .with("how-often", &kept.monitoring.how_often)
        .with("by", &kept.monitoring.by)
        .with("when", &kept.monitoring.when)
        .with("where", &kept.monitoring.place)
        .with("report-card", &kept.monitoring.report_card)
        .with("home-by", &kept.home.by)
        .with("channel", &kept.home.channel)
        .with("home-often", &kept.home.how_often)
        .with("home-when", &kept.home.when)
        .with("safe-place", &kept.safe_place);
    let adults = kept.named_adults.iter();
    adults.fold(state, |state, adult| state.with("named-adults", adult))
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    view: &PlanView,
    state: FormState,
    theirs: Option<SideBySide>,
) -> Result<Response, Failure> {
    let writing = writing(view)?;
    // Those who promise to meet, ring or be there: never the pupil.
    let adults = writing.people.iter();
    let adults = adults.filter(|one| one.role != domain::account::CaseRole::Pupil);
    let people = adults.map(|one| {
        (
            one.id.to_string(),
            who(&one.name, one.note.as_deref(), one.role),
        )
    });
    let page = ArrangementsPage {
        frame: visit
            .frame(format!("Meeting and keeping in touch, {}", view.reference))
            .section("Programmes")
            .problems(state.summary()),
        case: band(
            "Meeting and keeping in touch",
            &view.reference,
            (&view.pupil, &view.pupil_full),
            view.may,
            "Plan and targets",
        ),
        theirs,
        action: format!("{}/plan/arrangements", root(&view.reference)),
        seen: writing.typed.arrangements.saved,
        pupil: view.pupil.clone(),
        people: people.collect(),
        state,
    };
    page_with(status, &page)
}
