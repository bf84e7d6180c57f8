//! `/programmes/{ref}/plan/promises/…`: who will do what, and how often.

use app::plans::view::{DraftView, PlanView};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    commitment::{CommitmentDraft, CommitmentField, PromiseFrame},
    id::{CommitmentId, TargetId},
    plan::{PlanEdit, PromiseSheet},
};

use super::{
    frame::{begun, people, save, writing},
    show,
};
use crate::{
    components::{CaseHeader, SideBySide},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        both::{both, named},
        case_band::{day, reference, root, with_day},
        meetings::book::say,
    },
    posted::Posted,
    session::{Visit, page_with},
};

#[derive(Template)]
#[template(path = "pages/plan/promise.html")]
struct PromisePage {
    frame: Frame,
    case: CaseHeader,
    theirs: Option<SideBySide>,
    action: String,
    id: String,
    seen: String,
    people: Vec<(String, String)>,
    targets: Vec<(String, String)>,
    state: FormState,
}

struct Sheet {
    view: PlanView,
    id: CommitmentId,
    seen: String,
    state: FormState,
    theirs: Option<SideBySide>,
}

/// A new promise.
///
/// # Errors
/// [`Failure`].
pub async fn new(visit: Visit, Path(path): Path<String>) -> Result<Response, Failure> {
    let view = show::look(&visit, &reference(&path)?).await?.answer;
    writing(&view)?;
    let id = visit.site().blocking(app::App::new_sheet).await?;
    let sheet = Sheet {
        view,
        id,
        seen: String::new(),
        state: FormState::new(),
        theirs: None,
    };
    draw(&visit, StatusCode::OK, sheet)
}

/// A promise that was written before.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((path, promise)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let view = show::look(&visit, &reference(&path)?).await?.answer;
    let id = promise.parse().map_err(|_| Failure::NotFound)?;
    let kept = writing(&view)?.typed.promise(id).ok_or(Failure::NotFound)?;
    let (state, seen) = (state(&kept.draft), kept.saved.to_string());
    let sheet = Sheet {
        view,
        id,
        seen,
        state,
        theirs: None,
    };
    draw(&visit, StatusCode::OK, sheet)
}

/// Saves it or takes it out.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(path): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&path)?;
    let view = show::look(&visit, &reference).await?.answer;
    let id: CommitmentId = posted.value("id").parse().map_err(|_| Failure::BadForm)?;
    let seen = posted.value("seen").to_owned();
    let draft = typed(&posted);
    let mut state = posted.state(&[]);
    let edit = if posted.has("drop") {
        let seen = seen.parse().map_err(|_| Failure::BadForm)?;
        PlanEdit::DropPromise { id, seen }
    } else {
        if !check(&mut state, &draft, id, &view)? {
            let sheet = Sheet {
                view,
                id,
                seen,
                state,
                theirs: None,
            };
            return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, sheet);
        }
        let seen = seen.parse().ok();
        PlanEdit::Promise {
            id,
            seen,
            draft: Box::new(draft),
        }
    };
    match save(&visit, &reference, edit).await {
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            let sheet = Sheet {
                view,
                id,
                seen,
                state,
                theirs: None,
            };
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, sheet)
        }
        Err(Failure::Conflict) => {
            let view = show::look(&visit, &reference).await?.answer;
            let kept = writing(&view)?.typed.promise(id);
            let theirs = Some(theirs(writing(&view)?, kept, &state));
            let seen = kept.map_or_else(String::new, |sheet| sheet.saved.to_string());
            draw(
                &visit,
                StatusCode::CONFLICT,
                Sheet {
                    view,
                    id,
                    seen,
                    state,
                    theirs,
                },
            )
        }
        other => other,
    }
}

/// What somebody else saved beside what was typed here.
fn theirs(writing: &DraftView, kept: Option<&PromiseSheet>, yours: &FormState) -> SideBySide {
    let Some(sheet) = kept else {
        return SideBySide::taken_out();
    };
    let names = named(&[
        ("owner", "Who promises"),
        ("carried-out-by", "Who carries it out"),
        ("text", "What they will do"),
        ("how-often", "How often"),
        ("where", "Where"),
        ("targets", "Which targets it helps with"),
    ]);
    both(
        &names,
        &state(&sheet.draft),
        yours,
        |field, value| match field {
            "owner" => writing.called(value),
            "targets" => writing.statement_of(value),
            _ => value.to_owned(),
        },
    )
}

fn typed(posted: &Posted) -> CommitmentDraft {
    let typed = |name: &str| posted.value(name).to_owned();
    CommitmentDraft {
        owner: typed("owner"),
        carried_out_by: typed("carried-out-by"),
        text: typed("text"),
        how_often: typed("how-often"),
        place: typed("where"),
        starts_on: day(posted, "starts-on"),
        ends_on: day(posted, "ends-on"),
        targets: posted.all("targets").map(str::to_owned).collect(),
    }
}

fn state(draft: &CommitmentDraft) -> FormState {
    let mut state = FormState::new()
        .with("owner", &draft.owner)
        .with("carried-out-by", &draft.carried_out_by)
        .with("text", &draft.text)
        .with("how-often", &draft.how_often)
        .with("where", &draft.place);
    for target in &draft.targets {
        state = state.with("targets", target);
    }
    state = with_day(state, "starts-on", draft.starts_on.parse().ok());
    with_day(state, "ends-on", draft.ends_on.parse().ok())
}

/// Whether it can be read as a promise; what is to be sorted out goes to its field.
fn check(
    state: &mut FormState,
    draft: &CommitmentDraft,
    id: CommitmentId,
    view: &PlanView,
) -> Result<bool, Failure> {
    let writing = writing(view)?;
    let targets: Vec<TargetId> = writing.typed.targets.iter().map(|one| one.id).collect();
    let frame = PromiseFrame {
        people: &writing.around.people,
        targets: &targets,
        starts_on: writing.around.starts_on,
        ends_on: writing.around.ends_on,
    };
    let problems = draft.parse(id, &frame).err().unwrap_or_default();
    for problem in &problems {
        state.problem(field(problem.field()), problem.words());
    }
    Ok(problems.is_empty())
}

const fn field(field: CommitmentField) -> &'static str {
    match field {
        CommitmentField::Owner => "owner",
        CommitmentField::CarriedOutBy => "carried-out-by",
        CommitmentField::Text => "text",
        CommitmentField::HowOften => "how-often",
        CommitmentField::Place => "where",
        CommitmentField::StartsOn => "starts-on",
        CommitmentField::EndsOn => "ends-on",
        CommitmentField::Targets => "targets",
    }
}

fn draw(visit: &Visit, status: StatusCode, sheet: Sheet) -> Result<Response, Failure> {
    let Sheet {
        view,
        id,
        seen,
        state,
        theirs,
    } = sheet;
    let writing = writing(&view)?;
    let targets = writing.typed.targets.iter();
    let targets = targets.map(|one| {
        let words = show::or(&one.draft.statement, "A target without words");
        (one.id.to_string(), words)
    });
    let titles = ("A promise", "Who helps, and how");
    let (frame, case) = begun(visit, &view, titles, &state);
    let page = PromisePage {
        frame,
        case,
        theirs,
        action: format!("{}/plan/promises", root(&view.reference)),
        id: id.to_string(),
        seen,
        people: people(writing),
        targets: targets.collect(),
        state,
    };
    page_with(status, &page)
}
