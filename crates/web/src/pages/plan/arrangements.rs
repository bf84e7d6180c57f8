//! `/programmes/{ref}/plan/arrangements`: what the pupil is good at, who meets
//! them, how home hears about it, and what every adult does from day to day.
//! What may be left empty is folded away until it is filled in.

use app::plans::view::{DraftView, PlanView};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    commitment::{HowOften, ReportCard},
    plan::{Arrangements, DayPart, DayToDaySheet, HomeSheet, MonitoringSheet, PlanEdit},
    programme::AskChannel,
};

use super::{
    frame::{adults, begun, save, writing},
    show,
};
use crate::{
    components::{CaseHeader, Markup, SideBySide},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        both::{both, named},
        case_band::{reference, root},
    },
    posted::Posted,
    session::{Visit, page_with},
};

const TITLE: &str = "Meeting, and from day to day";

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

    /// A field for one part, under its question.
    fn part(&self, part: DayPart) -> Markup {
        let (question, hint) = self.asks(part);
        if part.is_list() {
            let rows = if part.most() > 3 { 5 } else { 3 };
            let field = self.state.textarea(part.code(), question).small();
            return Markup::of(field.hint(hint).rows(rows));
        }
        let field = self.state.text_input(part.code(), question).small();
        if hint.is_empty() {
            Markup::of(field)
        } else {
            Markup::of(field.hint(hint))
        }
    }

    fn asks(&self, part: DayPart) -> (String, &'static str) {
        let pupil = &self.pupil;
        match part {
            DayPart::Do => (
                format!("What helps {pupil}? Every adult does this"),
                "One thing on each line, five at most.",
            ),
            DayPart::Avoid => (
                "What makes it worse? Every adult avoids this".to_owned(),
                "One thing on each line, three at most.",
            ),
            DayPart::EarlySigns => (
                "What can be seen before it gets too much?".to_owned(),
                "One sign on each line, five at most.",
            ),
            DayPart::CalmSteps => (
                "What do adults do when it gets too much?".to_owned(),
                "Three steps at most, one on each line, in order.",
            ),
            DayPart::ExitCard => (
                format!("How does {pupil} leave the room?"),
                "For example: shows the card and goes to the Quiet Room. Nobody asks why.",
            ),
            DayPart::Seat => (
                format!("Where does {pupil} sit?"),
                "For example: by the door, next to Finn",
            ),
            DayPart::Phone => ("What about the phone?".to_owned(), ""),
            DayPart::Breaks => ("What about break and lunch?".to_owned(), ""),
            DayPart::Moving => (
                "Arriving, moving between lessons, going home?".to_owned(),
                "",
            ),
        }
    }

    /// Whether a folded group is open: something is in it, or is to be sorted out.
    fn is_open(&self, parts: &[DayPart]) -> bool {
        let filled = |part: &DayPart| !self.state.value(part.code()).trim().is_empty();
        let wrong = |part: &DayPart| self.state.problem_of(part.code()).is_some();
        parts.iter().any(|part| filled(part) || wrong(part))
    }

    /// The groups that are folded away: what each is called, its fields, and
    /// whether it stands open.
    fn groups(&self) -> Vec<(&'static str, Markup, bool)> {
        use DayPart as D;
        let group = |(words, parts): (&'static str, &[DayPart])| {
            let fields = parts.iter().fold(Markup::default(), |all, part| {
                let field = self.part(*part);
                all.and(field)
            });
            (words, fields, self.is_open(parts))
        };
        vec![
            group(("What every adult does", &[D::Do, D::Avoid])),
            group((
                "When it gets too much",
                &[D::EarlySigns, D::CalmSteps, D::ExitCard],
            )),
            group((
                "Seat, phone, breaks and moving about",
                &[D::Seat, D::Phone, D::Breaks, D::Moving],
            )),
        ]
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
    let whole = typed(&posted);
    if let Err(problems) = whole.day_to_day.parse() {
        let mut state = posted.state(&[]);
        for problem in problems {
            state.problem(problem.part().code(), problem.words());
        }
        let view = show::look(&visit, &reference).await?.answer;
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, &view, state, None);
    }
    let edit = PlanEdit::Arrangements(Box::new(whole));
    match save(&visit, &reference, edit).await {
        Err(Failure::Conflict) => {
            let view = show::look(&visit, &reference).await?.answer;
            let kept = &writing(&view)?.typed.arrangements;
            let yours = posted.state(&[]);
            let theirs = theirs(writing(&view)?, kept, &yours);
            draw(&visit, StatusCode::CONFLICT, &view, yours, Some(theirs))
        }
        other => other,
    }
}

/// What somebody else saved beside what was typed here.
fn theirs(writing: &DraftView, kept: &Arrangements, yours: &FormState) -> SideBySide {
    let mut names = named(&[
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
    let parts = DayPart::ALL.iter();
    names.extend(parts.map(|part| (part.code().to_owned(), part.label().to_owned())));
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
        day_to_day: DayPart::ALL
            .iter()
            .fold(DayToDaySheet::default(), |sheet, part| {
                sheet.with(*part, typed(part.code()))
            }),
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
    let state = adults.fold(state, |state, adult| state.with("named-adults", adult));
    DayPart::ALL.iter().fold(state, |state, part| {
        state.with(part.code(), kept.day_to_day.typed(*part))
    })
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    view: &PlanView,
    state: FormState,
    theirs: Option<SideBySide>,
) -> Result<Response, Failure> {
    let writing = writing(view)?;
    let (frame, case) = begun(visit, view, (TITLE, TITLE), &state);
    let page = ArrangementsPage {
        frame,
        case,
        theirs,
        action: format!("{}/plan/arrangements", root(&view.reference)),
        seen: writing.typed.arrangements.saved,
        pupil: view.pupil.clone(),
        people: adults(writing),
        state,
    };
    page_with(status, &page)
}
