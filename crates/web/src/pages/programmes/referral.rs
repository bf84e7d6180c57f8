//! `/programmes/{ref}/referral`: reading it, and deciding on it. Each person
//! sees the forms that are theirs to use, by the same policy that would refuse.

use app::{
    Reason,
    action::Action,
    policy::ActionSet,
    programmes::{
        told::{News, Told},
        view_referral::{Checked, NoteReferralOpened, ReferralView, ViewReferral},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    programme::{DeclineReason, ProgrammeRef, SafeguardingCheck, StageName},
    pupil::{QuestionnaireVersion, SenStage},
    referral::Missing,
};

use super::{
    before, choices, decide::waiting_for, family::told_form, header::before_or_in, path, read,
    reference,
};
use crate::{
    components::{Button, CaseHeader, Markup, Panel, Phrase, Radios, Select, SummaryList, Tag},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    session::{Visit, page_with},
    words,
};

#[derive(Template)]
#[template(path = "pages/programmes/referral.html")]
struct ReferralPage {
    frame: Frame,
    case: CaseHeader,
    state: FormState,
    view: ReferralView,
    may: ActionSet,
    here: String,
}

impl ReferralPage {
    fn called(&self) -> &str {
        self.view.case.pupil.name.called()
    }

    fn stage(&self) -> StageName {
        self.view.case.programme.stage.name()
    }

    fn facts(&self) -> Phrase {
        let programme = &self.view.case.programme;
        let begun = words::long_date_with_year(programme.begun);
        Phrase::new(format!("Written by {}, begun {begun}", self.view.author))
    }

    fn rows(&self) -> Option<SummaryList> {
        let document = self.view.document.as_ref()?;
        Some(read::rows(document.get(), None))
    }

    /// What whoever wrote it reads once it is declined.
    fn declined(&self) -> Option<Panel> {
        let declined = self.view.declined.as_ref()?;
        let day = words::long_date_with_year(declined.on);
        let list = SummaryList::new()
            .dense()
            .row("Why", declined.reason.label());
        let list = match &declined.instead {
            Some(instead) => list.row("What happens instead", instead.as_str()),
            None => list,
        };
        Some(Panel::new(
            "h-declined",
            format!("Not started, {day}"),
            Markup::of(list),
        ))
    }

    /// What whoever wrote it was asked, and what there is to do about it.
    fn asked(&self) -> Option<Panel> {
        let last = self.view.asked.last()?;
        let open = self.stage() == StageName::Draft;
        let day = words::long_date(last.on);
        let title = if open {
            "More is asked before it can be decided on".to_owned()
        } else {
            format!("Asked on {day}, and handed in again")
        };
        let list = self
            .view
            .asked
            .iter()
            .fold(SummaryList::new().dense(), |list, one| {
                list.row(words::long_date(one.on), one.question.as_str())
            });
        Some(Panel::new("h-asked", title, Markup::of(list)))
    }

    /// One press takes a decision off the writer's Today.
    fn seen(&self) -> Option<Button> {
        let decided = |one: &&Told| matches!(one.news, News::Declined(_));
        let told = self.view.told.iter().find(decided)?;
        let action = format!("{}/seen", self.here);
        let seen = Button::post("I have read it", action, self.frame.csrf_field());
        Some(seen.with("move", told.n).secondary())
    }

    /// Where the documents of the programme before are, for those who read them there.
    fn before(&self) -> Option<Panel> {
        before::panel(self.view.before.as_ref()?)
    }

    fn checked(&self) -> Markup {
        match self.view.checked {
            Checked::NotYet => Markup::of(Tag::not_started("Not yet looked at")),
            Checked::Done(on) => Markup::of(Phrase::new(format!(
                "Looked at on {}",
                words::long_date(on)
            ))),
            Checked::Found(found, on) => {
                Markup::of(Phrase::bold(found.label()).text(format!(", {}", words::long_date(on))))
            }
        }
    }

    fn check_form(&self) -> Radios {
        let found = SafeguardingCheck::ALL;
        self.state
            .radios("found", "What did you find?")
            .strong()
            .hint("No story here: that stays in the safeguarding record.")
            .options(found.iter().map(|one| (one.code(), one.label())))
    }

    fn told(&self) -> Option<Markup> {
        if self.may.has(Action::TellFamily) {
            told_form(&self.state, &self.view.contacts)
        } else {
            None
        }
    }

    fn coordinator(&self) -> Select {
        self.with("coordinator", self.view.suggested.coordinator)
            .select("coordinator", "Coordinator")
            .strong()
            .hint("Runs the programme and answers for it")
            .options(choices("Choose", &self.view.staff))
    }

    fn key_worker(&self) -> Select {
        let hint = format!("The adult {} gets on with", self.called());
        self.with("key_worker", self.view.suggested.key_worker)
            .select("key_worker", "Key worker")
            .strong()
            .hint(hint)
            .options(choices("Not yet", &self.view.staff))
    }

    /// What was typed, or else what the writer suggested.
    fn with(&self, field: &str, suggested: Option<domain::id::StaffId>) -> FormState {
        match suggested {
            Some(id) if self.state.all(field).is_empty() => {
                self.state.clone().with(field, id.to_string())
            }
            _ => self.state.clone(),
        }
    }

    fn questions(&self) -> Radios {
        let first = self.view.case.pupil.year.questionnaire();
        let state = if self.state.all("questions").is_empty() {
            self.state.clone().with("questions", first.code())
        } else {
            self.state.clone()
        };
        let all = QuestionnaireVersion::ALL.iter();
        state
            .radios(
                "questions",
                format!("Which questions suit {}?", self.called()),
            )
            .strong()
            .hint("Suggested by year. Choose by what they can do, not by age.")
            .options(all.map(|one| (one.code(), one.label())))
    }

    fn others_told(&self) -> Markup {
        let pupil = &self.view.case.pupil;
        let date = |name: &str, words: &str| self.state.date_input(name, words).strong();
        let mut all = Markup::default();
        if pupil.looked_after() {
            all = all.and(date("virtual-school", "When was the virtual school told?"));
        }
        if pupil.sen == Some(SenStage::Plan) {
            all = all.and(date(
                "caseworker",
                "When was the council’s SEN caseworker told?",
            ));
        }
        all
    }

    fn decline(&self) -> Radios {
        let reasons = DeclineReason::ALL.iter();
        self.state
            .radios("reason", "Why not?")
            .strong()
            .options(reasons.map(|one| (one.code(), one.label())))
    }

    /// What the start waits for, where agreeing it now could only be refused. What
    /// the form itself asks for does not stand in the way.
    fn waiting(&self) -> Option<String> {
        let asked = [Missing::VirtualSchool, Missing::SenCaseworker];
        let missing = &self.view.missing;
        if missing.contains(&Missing::Safeguarding) {
            let mine = self.may.has(Action::CheckSafeguarding);
            let lead = self.view.lead.as_deref();
            return Some(if mine {
                "Record the safeguarding check first. You can agree it after that.".to_owned()
            } else {
                waiting_for(lead, true)
            });
        }
        let blocked = missing.iter().any(|one| !asked.contains(one));
        let words = "First sort out what stands under “Before it can start”.";
        blocked.then(|| words.to_owned())
    }

    fn missing(&self) -> Vec<&'static str> {
        self.view.missing.iter().map(|one| one.words()).collect()
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let note = NoteReferralOpened {
        reference: reference.clone(),
    };
    visit.execute(note).await?;
    draw(&visit, reference, StatusCode::OK, FormState::new()).await
}

/// The page again, with what is to be sorted out in one of its forms.
pub(super) async fn again(
    visit: &Visit,
    reference: ProgrammeRef,
    state: FormState,
) -> Result<Response, Failure> {
    draw(visit, reference, StatusCode::UNPROCESSABLE_ENTITY, state).await
}

/// The page again, with what a rule said, at its field or at `field`.
pub(super) async fn refused(
    visit: &Visit,
    reference: ProgrammeRef,
    mut state: FormState,
    reasons: Vec<Reason>,
    field: &str,
) -> Result<Response, Failure> {
    for reason in reasons {
        let field = reason.field.unwrap_or_else(|| field.to_owned());
        state.problem(field, reason.words);
    }
    again(visit, reference, state).await
}

async fn draw(
    visit: &Visit,
    reference: ProgrammeRef,
    status: StatusCode,
    state: FormState,
) -> Result<Response, Failure> {
    let here = path(&reference, "");
    let fetched = visit.fetch(ViewReferral { reference }).await?;
    let frame = visit
        .frame("Referral")
        .section("Programmes")
        .problems(state.summary());
    let case = before_or_in(visit, &fetched.answer.case, fetched.may, "Referral").await?;
    let page = ReferralPage {
        frame,
        case,
        state,
        view: fetched.answer,
        may: fetched.may,
        here,
    };
    page_with(status, &page)
}
