//! `/programmes/{ref}/signing/{paper}`: signing a review or how it ended, with the
//! parts that signing the plan has. Staff see everybody's line; the pupil and
//! those at home their own.

use app::{
    Fetched,
    action::Action,
    signing::{
        paper::{RecordPaperSignature, SignPaper},
        paper_view::{SigningShown, Staff, ViewSigning},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    programme::ProgrammeRef,
    signature::{Paper, WordsHash},
};

use super::plan::{
    answer::{Answering, given},
    signing::Signing,
};
use crate::{
    components::CaseHeader,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        case_band::{band, reference, root},
        homes::review::place,
        meetings::book::say,
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
    words,
};

#[derive(Template)]
#[template(path = "pages/signing/page.html")]
struct SigningPage {
    frame: Frame,
    case: CaseHeader,
    lead: &'static str,
    read: String,
    action: String,
    signing: Signing,
    may_sign: bool,
    may_record: bool,
    state: FormState,
}

#[derive(Template)]
#[template(path = "pages/signing/own.html")]
struct OwnPage {
    frame: Frame,
    title: String,
    lead: &'static str,
    read: String,
    action: String,
    signing: Signing,
    may_sign: bool,
    may_record: bool,
    state: FormState,
}

/// What signing says, and what it does not.
const LEAD: &str = "Signing says “I was there, or I have read it”. It does not say that you agree \
                    with every word: what you see differently is written down beside it.";

/// What is signed, by address.
struct Which {
    reference: ProgrammeRef,
    paper: Paper,
}

impl Which {
    fn read(path: &str, paper: &str) -> Result<Self, Failure> {
        Ok(Self {
            reference: reference(path)?,
            paper: paper.parse().map_err(|_| Failure::NotFound)?,
        })
    }

    async fn look(&self, visit: &Visit) -> Result<Fetched<SigningShown>, Failure> {
        let view = ViewSigning {
            reference: self.reference.clone(),
            paper: self.paper,
        };
        visit.fetch(view).await
    }

    fn path(&self) -> String {
        format!("{}/signing/{}", root(&self.reference), self.paper)
    }
}

fn hash(posted: &Posted) -> Result<WordsHash, Failure> {
    posted.value("hash").parse().map_err(|_| Failure::BadForm)
}

/// Who signs, and what they answered.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((path, paper)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let which = Which::read(&path, &paper)?;
    let fetched = which.look(&visit).await?;
    draw(&visit, StatusCode::OK, (&which, &fetched), FormState::new())
}

/// Signs for oneself.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path((path, paper)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let which = Which::read(&path, &paper)?;
    let sign = SignPaper {
        reference: which.reference.clone(),
        paper: which.paper,
        shown: hash(&posted)?,
        name: posted.trimmed("name").to_owned(),
    };
    let mut state = posted.state(&[]);
    match visit.execute(sign).await {
        Ok(()) => Ok(see_other(&which.path(), Some("Signed. Thank you."))),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            let fetched = which.look(&visit).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&visit, status, (&which, &fetched), state)
        }
        Err(other) => Err(other),
    }
}

/// The form for somebody else's answer.
///
/// # Errors
/// [`Failure`].
pub async fn answer(
    visit: Visit,
    Path((path, paper, person)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let which = Which::read(&path, &paper)?;
    let fetched = which.look(&visit).await?;
    let state = FormState::new();
    draw_answer(&visit, StatusCode::OK, (&which, &fetched), (&person, state))
}

/// Records somebody else's answer.
///
/// # Errors
/// [`Failure`].
pub async fn record(
    visit: Visit,
    Path((path, paper, person)): Path<(String, String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let which = Which::read(&path, &paper)?;
    let mut state = posted.state(&[]);
    let reasons = match given(&posted) {
        Err((field, words)) => {
            state.problem(field, words);
            Vec::new()
        }
        Ok(answer) => {
            let record = RecordPaperSignature {
                reference: which.reference.clone(),
                paper: which.paper,
                shown: hash(&posted)?,
                person: person.parse().map_err(|_| Failure::NotFound)?,
                answer,
            };
            match visit.execute(record).await {
                Ok(()) => return Ok(see_other(&which.path(), Some("Recorded."))),
                Err(Failure::Rejected(reasons)) => reasons,
                Err(other) => return Err(other),
            }
        }
    };
    say(&mut state, reasons);
    let fetched = which.look(&visit).await?;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    draw_answer(&visit, status, (&which, &fetched), (&person, state))
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    (which, fetched): (&Which, &Fetched<SigningShown>),
    state: FormState,
) -> Result<Response, Failure> {
    let shown = &fetched.answer;
    let what = match which.paper {
        Paper::Review(_) => shown.kind.label(),
        Paper::Ending(_) => "How it ended".to_owned(),
    };
    let title = format!("Sign: {}", words::small(&what));
    let frame = visit
        .frame(format!("{title}, {}", shown.reference))
        .problems(state.summary());
    let signing = Signing::of_paper(&shown.lines, shown.hash);
    let may_sign = fetched.may.has(Action::SignPaper);
    if shown.staff == Staff::No {
        let (look, home) = place(shown.reader);
        let end = match which.paper {
            Paper::Review(_) => "review",
            Paper::Ending(_) => "ending",
        };
        return page_with(
            status,
            &OwnPage {
                frame: frame.look(look).back(home),
                title,
                lead: LEAD,
                read: format!("{home}/{end}/{}", shown.reference.path()),
                action: which.path(),
                signing,
                may_sign,
                may_record: false,
                state,
            },
        );
    }
    page_with(
        status,
        &SigningPage {
            frame: frame.section("Programmes"),
            case: band(
                &title,
                &shown.reference,
                (&shown.pupil, &shown.pupil_full),
                shown.may,
                "Meetings",
            ),
            lead: LEAD,
            read: read_at(shown),
            action: which.path(),
            signing,
            may_sign,
            may_record: fetched.may.has(Action::RecordPaperSignature),
            state,
        },
    )
}

/// Where staff read what is signed.
fn read_at(shown: &SigningShown) -> String {
    let base = root(&shown.reference);
    match shown.meeting {
        Some(meeting) => format!("{base}/meetings/{meeting}/review"),
        None => format!("{base}/meetings/final/outcome"),
    }
}

fn draw_answer(
    visit: &Visit,
    status: StatusCode,
    (which, fetched): (&Which, &Fetched<SigningShown>),
    (person, state): (&str, FormState),
) -> Result<Response, Failure> {
    let shown = &fetched.answer;
    if !fetched.may.has(Action::RecordPaperSignature) {
        let who_can = app::policy::who_can(Action::RecordPaperSignature);
        return Err(Failure::NotAllowed { who_can });
    }
    let answering = Answering {
        lines: &shown.lines,
        person,
        action: format!("{}/{person}", which.path()),
        version: 0,
        hash: shown.hash.to_string(),
    };
    let title = answering.title()?;
    let frame = visit
        .frame(format!("Record an answer, {}", shown.reference))
        .section("Programmes")
        .problems(state.summary());
    let names = (shown.pupil.as_str(), shown.pupil_full.as_str());
    let case = band(&title, &shown.reference, names, shown.may, "Meetings");
    answering.draw(status, (frame, case), state)
}

/// Where one's own copy leads to be signed.
pub(crate) fn path(reference: &ProgrammeRef, paper: Paper) -> String {
    format!("{}/signing/{paper}", root(reference))
}
