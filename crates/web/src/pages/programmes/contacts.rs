//! `/programmes/{ref}/contacts` and a page for each: what every contact of the
//! pupil may be told, what keeps them from more, and recording and ending it.
//! No address and no number stands here.

use app::{
    action::Action,
    policy::ActionSet,
    programmes::{
        contacts::{ContactFacts, ContactsView, RestrictionFacts, ViewContacts},
        restrict::{LiftRestriction, RestrictContact},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    contact::{Holds, RestrictionDraft, RestrictionKind},
    id::ContactId,
    programme::ProgrammeRef,
};

use super::{
    header::{CONTACTS, before_or_in},
    path, reference,
};
use crate::{
    components::{CaseHeader, Checkboxes, Radios},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::case_band::day,
    posted::Posted,
    session::{Visit, page, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/programmes/contacts.html")]
struct ContactsPage {
    frame: Frame,
    case: CaseHeader,
    view: ContactsView,
    may: ActionSet,
    here: String,
}

#[derive(Template)]
#[template(path = "pages/programmes/contact.html")]
struct ContactPage {
    frame: Frame,
    case: CaseHeader,
    one: ContactFacts,
    called: String,
    may: ActionSet,
    state: FormState,
    here: String,
}

impl ContactsPage {
    fn called(&self) -> &str {
        self.view.case.pupil.name.called()
    }

    fn link(&self, one: &ContactFacts) -> &'static str {
        match (self.may.has(Action::RestrictContact), is_restricted(one)) {
            (true, false) => "Record a restriction",
            (true, true) => "Change this",
            (false, _) => "See why",
        }
    }
}

impl ContactPage {
    fn kinds(&self) -> Radios {
        let radios = self
            .state
            .radios("kind", "What is the restriction?")
            .strong();
        let each = |radios: Radios, kind: &RestrictionKind| {
            radios
                .option(kind.code(), kind.label())
                .option_hint(kind.follows())
        };
        RestrictionKind::ALL.iter().fold(radios, each)
    }

    fn facts(&self) -> [(&'static str, &'static str); 3] {
        let one = &self.one;
        [
            ("Parental responsibility", one.responsibility.label()),
            ("A parent in education law", one.parent_in_law.label()),
            ("Lives with them", one.lives_with.label()),
        ]
    }

    fn seen(&self) -> Checkboxes {
        self.state
            .checkboxes("seen", "Before it is recorded")
            .strong()
            .option("yes", "I have seen the order, or the paper this rests on")
    }

    fn now(&self) -> Vec<&RestrictionFacts> {
        let all = self.one.restrictions.iter();
        all.filter(|each| each.holds != Holds::Over).collect()
    }

    fn over(&self) -> Vec<&RestrictionFacts> {
        let all = self.one.restrictions.iter();
        all.filter(|each| each.holds == Holds::Over).collect()
    }
}

fn is_restricted(one: &ContactFacts) -> bool {
    one.restrictions
        .iter()
        .any(|each| each.holds != Holds::Over)
}

/// Everyone.
///
/// # Errors
/// [`Failure`].
pub async fn index(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let here = path(&reference, "/contacts");
    let fetched = visit.fetch(ViewContacts { reference }).await?;
    page(&ContactsPage {
        frame: visit.frame(CONTACTS).section("Programmes"),
        case: before_or_in(&visit, &fetched.answer.case, fetched.may, CONTACTS).await?,
        view: fetched.answer,
        may: fetched.may,
        here,
    })
}

/// One contact.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((raw, contact)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let at = (reference(&raw)?, id(&contact)?);
    draw(&visit, at, StatusCode::OK, FormState::new()).await
}

/// Records a restriction.
///
/// # Errors
/// [`Failure`].
pub async fn restrict(
    visit: Visit,
    Path((raw, contact)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (reference, contact) = (reference(&raw)?, id(&contact)?);
    let typed = RestrictionDraft {
        kind: posted.value("kind").to_owned(),
        from: day(&posted, "from"),
        until: day(&posted, "until"),
        words: posted.value("words").to_owned(),
        seen: posted.value("seen").to_owned(),
    };
    let verb = RestrictContact {
        reference: reference.clone(),
        contact,
        typed,
    };
    let said = "The restriction is recorded, and is obeyed everywhere from now on.";
    settle(
        &visit,
        (reference, contact),
        visit.execute(verb).await,
        (&posted, said),
    )
    .await
}

/// Ends one.
///
/// # Errors
/// [`Failure`].
pub async fn end(
    visit: Visit,
    Path((raw, contact)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (reference, contact) = (reference(&raw)?, id(&contact)?);
    let number: u32 = posted
        .value("number")
        .parse()
        .map_err(|_| Failure::NotFound)?;
    let verb = LiftRestriction {
        reference: reference.clone(),
        contact,
        number,
        why: posted.value(&format!("why-{number}")).to_owned(),
    };
    let said = "The restriction is ended. It stays on record.";
    settle(
        &visit,
        (reference, contact),
        visit.execute(verb).await,
        (&posted, said),
    )
    .await
}

fn id(raw: &str) -> Result<ContactId, Failure> {
    raw.parse().map_err(|_| Failure::NotFound)
}

async fn settle(
    visit: &Visit,
    at: (ProgrammeRef, ContactId),
    done: Result<(), Failure>,
    (posted, said): (&Posted, &str),
) -> Result<Response, Failure> {
    match done {
        Ok(()) => {
            let to = path(&at.0, &format!("/contacts/{}", at.1));
            Ok(see_other(&to, Some(said)))
        }
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                match reason.field {
                    Some(field) => state.problem(field, reason.words),
                    None => state.problem_with_the_form(reason.words),
                }
            }
            draw(visit, at, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
        Err(other) => Err(other),
    }
}

async fn draw(
    visit: &Visit,
    (reference, contact): (ProgrammeRef, ContactId),
    status: StatusCode,
    state: FormState,
) -> Result<Response, Failure> {
    let here = path(&reference, "/contacts");
    let fetched = visit.fetch(ViewContacts { reference }).await?;
    let ContactsView { case, contacts } = fetched.answer;
    let mut contacts = contacts.into_iter();
    let found = contacts.find(|one| one.id == contact);
    let one = found.ok_or(Failure::NotFound)?;
    let frame = visit
        .frame(CONTACTS)
        .section("Programmes")
        .problems(state.summary());
    let header = before_or_in(visit, &case, fetched.may, CONTACTS).await?;
    let page = ContactPage {
        frame,
        case: header,
        called: case.pupil.name.called().to_owned(),
        one,
        may: fetched.may,
        state,
        here,
    };
    page_with(status, &page)
}
