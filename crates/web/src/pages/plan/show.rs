//! The whole plan: the version in force, and what is being written.

use app::{
    Fetched, Reason,
    action::Action,
    plans::{
        agree::AgreePlan,
        amend::AmendPlan,
        view::{Begun, DraftView, PlanView, ViewPlan},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{programme::ProgrammeRef, sealed::Shown};

use super::{
    card::CardPart,
    frame::{AT, begun},
    sheet::AgreedSheet,
};
use crate::{
    components::{Banner, CaseHeader},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::{day, reference, root, whole_band, with_day},
        meetings::book::say,
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
    words,
};

#[derive(Template)]
#[template(path = "pages/plan/show.html")]
struct PlanPage {
    frame: Frame,
    case: CaseHeader,
    root: String,
    pupil: String,
    clash: Option<Banner>,
    draft: Option<DraftPart>,
    agreed: Option<AgreedSheet>,
    card: Option<CardPart>,
    missing: Vec<String>,
    may_sign: bool,
    may_print: bool,
    state: FormState,
}

struct DraftPart {
    begun: bool,
    heading: String,
    reviews: String,
    targets: Vec<Link>,
    promises: Vec<Link>,
    new_target: String,
    new_promise: String,
    arrangements: String,
    missing: Vec<String>,
    nudges: Vec<String>,
    changes: Vec<String>,
    seen: String,
    may_agree: bool,
    may_amend: bool,
}

struct Link {
    text: String,
    href: String,
}

impl PlanPage {
    fn pdf(&self) -> String {
        format!("{}/plan.pdf", self.root)
    }

    fn is_changing(&self) -> bool {
        self.draft.as_ref().is_some_and(|draft| draft.begun)
    }

    fn at(&self, place: &str) -> String {
        format!("{}/plan/{place}", self.root)
    }
}

/// What this reader may see of the plan.
pub(super) async fn look(
    visit: &Visit,
    reference: &ProgrammeRef,
) -> Result<Fetched<PlanView>, Failure> {
    let reference = reference.clone();
    visit.fetch(ViewPlan { reference }).await
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let fetched = look(&visit, &reference(&path)?).await?;
    let starts = fetched.answer.draft.as_ref();
    let starts = starts.map(|draft| draft.around.starts_on);
    let state = with_day(FormState::new(), "starts", starts);
    draw(&visit, StatusCode::OK, &fetched, state, None).await
}

/// Fixes the plan as agreed.
///
/// # Errors
/// [`Failure`].
pub async fn agree(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let mut state = posted.state(&[]);
    let (Ok(starts), Ok(seen)) = (day(&posted, "starts").parse(), posted.value("seen").parse())
    else {
        state.problem("starts", "Enter the day the plan starts");
        let fetched = look(&visit, &reference).await?;
        return draw(
            &visit,
            StatusCode::UNPROCESSABLE_ENTITY,
            &fetched,
            state,
            None,
        )
        .await;
    };
    let agree = AgreePlan {
        reference: reference.clone(),
        starts,
        seen,
    };
    let done = visit.execute(agree).await;
    let fixed = "The plan is fixed. Now everyone signs.";
    answer(&visit, &reference, state, done.map(|_| fixed)).await
}

/// Makes what is written the next version.
///
/// # Errors
/// [`Failure`].
pub async fn change(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let seen = posted.value("seen").parse().map_err(|_| Failure::BadForm)?;
    let amend = AmendPlan {
        reference: reference.clone(),
        why: posted.trimmed("why").to_owned(),
        family_told: day(&posted, "family-told"),
        seen,
    };
    let done = visit.execute(amend).await;
    let changed = "The plan has a new version. Those whose part changed sign again.";
    answer(&visit, &reference, posted.state(&[]), done.map(|_| changed)).await
}

async fn answer(
    visit: &Visit,
    reference: &ProgrammeRef,
    mut state: FormState,
    done: Result<&'static str, Failure>,
) -> Result<Response, Failure> {
    let reasons: Vec<Reason> = match done {
        Ok(words) => return Ok(see_other(&format!("{}/plan", root(reference)), Some(words))),
        Err(Failure::Rejected(reasons)) => reasons,
        Err(Failure::Conflict) => {
            let words = "Somebody changed the plan after you opened this page. Read it below as it \
                         stands now, then go on. Your answers are kept.";
            let clash = Banner::to_know("The plan has changed", words);
            let fetched = look(visit, reference).await?;
            return draw(visit, StatusCode::CONFLICT, &fetched, state, Some(clash)).await;
        }
        Err(other) => return Err(other),
    };
    say(&mut state, reasons);
    let fetched = look(visit, reference).await?;
    draw(
        visit,
        StatusCode::UNPROCESSABLE_ENTITY,
        &fetched,
        state,
        None,
    )
    .await
}

fn draft(draft: &DraftView, fetched: &Fetched<PlanView>) -> DraftPart {
    let plan = format!("{}/plan", root(&fetched.answer.reference));
    let named = |id: &str| {
        let found = draft.people.iter().find(|one| one.id.to_string() == id);
        found.map_or_else(|| "Somebody".to_owned(), |one| one.name.clone())
    };
    let targets = draft.typed.targets.iter().map(|sheet| Link {
        text: or(&sheet.draft.statement, "A target without words"),
        href: format!("{plan}/targets/{}", sheet.id),
    });
    let promises = draft.typed.promises.iter().map(|sheet| Link {
        text: format!("{} will {}", named(&sheet.draft.owner), sheet.draft.text),
        href: format!("{plan}/promises/{}", sheet.id),
    });
    let reviews: Vec<String> = draft
        .around
        .reviews
        .iter()
        .map(|review| format!("{} {}", review.week, words::short_date(review.on)))
        .collect();
    let heading = match draft.version.number() {
        1 => "The plan, as you write it".to_owned(),
        _ => format!("The next version, {}", draft.version),
    };
    DraftPart {
        begun: draft.begun == Begun::Yes,
        heading,
        reviews: if reviews.is_empty() {
            String::new()
        } else {
            format!("Reviews: {}", reviews.join(", "))
        },
        targets: targets.collect(),
        promises: promises.collect(),
        new_target: format!("{plan}/targets/new"),
        new_promise: format!("{plan}/promises/new"),
        arrangements: format!("{plan}/arrangements"),
        missing: draft.missing.clone(),
        nudges: draft.nudges.clone(),
        changes: draft.changes.iter().map(|one| one.words.clone()).collect(),
        seen: draft.seen.to_string(),
        may_agree: fetched.may.has(Action::AgreePlan),
        may_amend: fetched.may.has(Action::AmendPlan),
    }
}

pub(super) fn or(typed: &str, otherwise: &str) -> String {
    let typed = typed.trim();
    if typed.is_empty() { otherwise } else { typed }.to_owned()
}

async fn draw(
    visit: &Visit,
    status: StatusCode,
    fetched: &Fetched<PlanView>,
    state: FormState,
    clash: Option<Banner>,
) -> Result<Response, Failure> {
    let view = &fetched.answer;
    let agreed = view.agreed.as_ref().map(Shown::get);
    let title = format!("{} plan", words::possessive(&view.pupil));
    let (frame, thin) = begun(visit, view, ("Plan", &title), &state);
    let case = whole_band(visit, &view.reference, (&title, AT), thin).await?;
    page_with(
        status,
        &PlanPage {
            frame,
            case,
            root: root(&view.reference),
            pupil: view.pupil.clone(),
            clash,
            draft: view.draft.as_ref().map(|one| draft(one, fetched)),
            agreed: view.agreed.as_ref().map(|shown| match shown {
                Shown::Full(agreed) => AgreedSheet::of(agreed, &view.pupil),
                Shown::Part(agreed) => AgreedSheet::of(agreed, &view.pupil).card_first(),
            }),
            card: view.card.as_ref().map(CardPart::of),
            missing: agreed.map_or_else(Vec::new, |agreed| agreed.missing.clone()),
            may_sign: fetched.may.has(Action::Sign) || fetched.may.has(Action::RecordSignature),
            may_print: fetched.may.has(Action::PrintPlan),
            state,
        },
    )
}
