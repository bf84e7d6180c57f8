//! `/programmes/{ref}/people/{person}/invite`: a one-time address for a parent
//! or carer, the pupil, or somebody from outside. Shown once, handed over.

use app::{
    Refusal,
    action::Action,
    programmes::{
        invite::{InviteToAccount, Welcome, kind_for},
        taking_part::{PeopleOf, PersonLine},
    },
};
use askama::Template;
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{
    account::{AccountKind, Email},
    programme::ProgrammeRef,
};

use super::{path, reference};
use crate::{
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::people::invite::show,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/programmes/invite.html")]
struct InvitePage {
    frame: Frame,
    state: FormState,
    person: PersonLine,
    pupil: String,
    kind: AccountKind,
    action: String,
}

impl InvitePage {
    fn hint(&self) -> &'static str {
        match self.kind {
            AccountKind::Pupil => "Their school address. They sign in with this.",
            AccountKind::Family => "One that only they read. They sign in with this.",
            AccountKind::Outside | AccountKind::Staff => {
                "Their work address. They sign in with this."
            }
        }
    }

    fn sees(&self) -> Vec<String> {
        let pupil = &self.pupil;
        match self.kind {
            AccountKind::Pupil => vec![
                "The plan, in their own copy, to read, print and sign.".to_owned(),
                "The questions they are asked.".to_owned(),
            ],
            AccountKind::Family => vec![
                format!("{pupil}’s plan, in their own copy, to read, print and sign."),
                "The questions they are asked. Nobody else at home sees their answers.".to_owned(),
                "When the meetings are.".to_owned(),
                "Never how to reach anybody, and not the name of anyone they are kept apart from."
                    .to_owned(),
            ],
            AccountKind::Outside | AccountKind::Staff => vec![
                format!("What they promised in {pupil}’s plan."),
                "When the meetings are.".to_owned(),
                format!("Nothing else: only {pupil}’s first name, and no questionnaire."),
            ],
        }
    }
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((raw, person)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    draw(&visit, reference, &person, StatusCode::OK, FormState::new()).await
}

/// Makes the address and shows it once.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path((raw, person)): Path<(String, String)>,
    headers: HeaderMap,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let mut state = posted.state(&[]);
    let email = match posted.value("email").parse::<Email>() {
        Ok(email) => email,
        Err(problem) => {
            state.problem("email", problem.words());
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return draw(&visit, reference, &person, status, state).await;
        }
    };
    let whom = person.parse().map_err(|_| Failure::NotFound)?;
    let (actor, asked) = (visit.actor().clone(), reference.clone());
    let made = visit
        .site()
        .blocking(move |app| {
            let invite = InviteToAccount {
                token: app.new_token()?,
                reference: asked,
                person: whom,
                email,
            };
            match app.execute(&actor, invite) {
                Err(Refusal::Rejected(reasons)) => Ok(Err(reasons)),
                other => other.map(Ok),
            }
        })
        .await?;
    let people = path(&reference, "/people");
    match made {
        Ok(Welcome::HandOver { invited, .. }) => show(&visit, &headers, &invited, &people),
        Ok(Welcome::SignsInAlready { name }) => {
            let words =
                format!("{name} has an account already, and now finds this programme there.");
            Ok(see_other(&people, Some(&words)))
        }
        Err(reasons) => {
            for reason in reasons {
                state.problem("email", reason.words);
            }
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&visit, reference, &person, status, state).await
        }
    }
}

async fn draw(
    visit: &Visit,
    reference: ProgrammeRef,
    person: &str,
    status: StatusCode,
    state: FormState,
) -> Result<Response, Failure> {
    let people = path(&reference, "/people");
    let fetched = visit.fetch(PeopleOf { reference }).await?;
    if !fetched.may.has(Action::InviteToAccount) {
        let who_can = app::policy::who_can(Action::InviteToAccount);
        return Err(Failure::NotAllowed { who_can });
    }
    let pupil = fetched.answer.case.pupil.name.called().to_owned();
    let mut lines = fetched.answer.people.into_iter();
    let found = lines.find(|one| one.id.to_string() == person);
    let person = found.ok_or(Failure::NotFound)?;
    let kind = kind_for(person.role).ok_or(Failure::NotFound)?;
    let page = InvitePage {
        frame: visit
            .frame("Invite to an account")
            .section("Programmes")
            .back(people.as_str())
            .problems(state.summary()),
        action: format!("{people}/{}/invite", person.id),
        state,
        person,
        pupil,
        kind,
    };
    page_with(status, &page)
}
