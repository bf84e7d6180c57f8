//! `/programmes/{ref}/people`: who takes part, adding, taking off, handing over.

use app::{
    action::Action,
    policy::ActionSet,
    programmes::{
        invite::kind_for,
        people::{AddPerson, HandOver, Joining, OUTSIDE_ROLES, RemovePerson, STAFF_ROLES},
        taking_part::{PeopleOf, PeopleView, PersonLine, SignsIn},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    account::CaseRole, contact::Standing, id::StaffId, programme::ProgrammeRef, text::Line,
};

use super::{choices, header::before_or_in, path, reference, told::standing_tag};
use crate::{
    components::{Button, CaseHeader, Radios, Select, Tag},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/programmes/people.html")]
struct PeoplePage {
    frame: Frame,
    case: CaseHeader,
    state: FormState,
    view: PeopleView,
    may: ActionSet,
    here: String,
}

impl PeoplePage {
    fn called(&self) -> &str {
        self.view.case.pupil.name.called()
    }

    fn may_go(&self, person: &PersonLine) -> bool {
        let stays = [CaseRole::Coordinator, CaseRole::KeyWorker, CaseRole::Pupil];
        self.may.has(Action::RemovePerson) && !stays.contains(&person.role)
    }

    fn may_be_invited(&self, person: &PersonLine) -> bool {
        let open = matches!(person.signs_in, SignsIn::Invited | SignsIn::CanBeInvited);
        open && person.standing.is_told()
            && kind_for(person.role).is_some()
            && self.may.has(Action::InviteToAccount)
    }

    fn told(person: &PersonLine) -> Tag {
        standing_tag(person.standing)
    }

    fn staff(&self) -> Select {
        self.state
            .select("staff", "Who?")
            .strong()
            .options(choices("Choose", &self.view.staff))
    }

    fn roles(&self, name: &str, roles: &'static [CaseRole]) -> Select {
        let roles = roles.iter().map(|one| (one.code(), one.label()));
        self.state
            .select(name, "What are they here?")
            .strong()
            .options(std::iter::once(("", "Choose")).chain(roles))
    }

    fn contacts(&self) -> Option<Radios> {
        let mut may = self
            .view
            .contacts
            .iter()
            .filter(|one| one.standing != Standing::Nothing)
            .filter(|one| {
                let mut there = self.view.people.iter();
                !there.any(|person| person.contact == Some(one.id))
            })
            .map(|one| {
                (
                    one.id,
                    format!("{} ({})", one.name, one.relation.to_lowercase()),
                )
            })
            .peekable();
        may.peek()?;
        Some(self.state.radios("contact", "Who?").strong().options(may))
    }

    fn team(&self) -> FormState {
        let mut state = self.state.clone();
        if let Some(team) = self.view.case.programme.team {
            if state.all("coordinator").is_empty() {
                state = state.with("coordinator", team.coordinator.to_string());
            }
            if let Some(key) = team
                .key_worker
                .filter(|_| state.all("key_worker").is_empty())
            {
                state = state.with("key_worker", key.to_string());
            }
        }
        state
    }

    fn coordinator(&self) -> Select {
        let team = self.team();
        let select = team.select("coordinator", "Coordinator").strong();
        select.options(choices("Choose", &self.view.staff))
    }

    fn key_worker(&self) -> Select {
        let team = self.team();
        let select = team.select("key_worker", "Key worker").strong();
        select.options(choices("Nobody yet", &self.view.staff))
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(raw): Path<String>) -> Result<Response, Failure> {
    draw(&visit, reference(&raw)?, StatusCode::OK, FormState::new()).await
}

/// Adds someone; the button says which form it was.
///
/// # Errors
/// [`Failure`].
pub async fn add(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let mut state = posted.state(&[]);
    let Some(who) = joining(&posted, &mut state) else {
        return draw(&visit, reference, StatusCode::UNPROCESSABLE_ENTITY, state).await;
    };
    let to = path(&reference, "/people");
    let again = reference.clone();
    match visit.execute(AddPerson { reference, who }).await {
        Ok(()) => Ok(see_other(&to, Some("They were added."))),
        Err(Failure::Rejected(reasons)) => {
            for reason in reasons {
                state.problem("staff", reason.words);
            }
            draw(&visit, again, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
        Err(other) => Err(other),
    }
}

fn joining(posted: &Posted, state: &mut FormState) -> Option<Joining> {
    match posted.value("kind") {
        "contact" => {
            let Ok(contact) = posted.value("contact").parse() else {
                state.problem("contact", "Choose one of the contacts");
                return None;
            };
            Some(Joining::Contact(contact))
        }
        "outside" => {
            let name = Line::new(posted.value("name"));
            let role = posted.value("outside").parse::<CaseRole>();
            let note = Line::optional(posted.value("note")).ok().flatten();
            if name.is_err() {
                state.problem("name", "Enter their name");
            }
            if role.is_err() {
                state.problem("outside", "Choose what they are here");
            }
            Some(Joining::Outside(name.ok()?, role.ok()?, note))
        }
        _ => {
            let staff = posted.value("staff").parse::<StaffId>();
            let role = posted.value("role").parse::<CaseRole>();
            let subject = Line::optional(posted.value("subject")).ok().flatten();
            if staff.is_err() {
                state.problem("staff", "Choose someone who works at the school");
            }
            if role.is_err() {
                state.problem("role", "Choose what they are here");
            }
            Some(Joining::Staff(staff.ok()?, role.ok()?, subject))
        }
    }
}

/// Takes someone off.
///
/// # Errors
/// [`Failure`].
pub async fn remove(
    visit: Visit,
    Path((raw, person)): Path<(String, String)>,
    _: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let person = person.parse().map_err(|_| Failure::NotFound)?;
    let to = path(&reference, "/people");
    visit.execute(RemovePerson { reference, person }).await?;
    Ok(see_other(
        &to,
        Some("They no longer take part. What they did stays on record."),
    ))
}

/// Hands over.
///
/// # Errors
/// [`Failure`].
pub async fn hand_over(
    visit: Visit,
    Path(raw): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let reference = reference(&raw)?;
    let mut state = posted.state(&[]);
    let Ok(coordinator) = posted.value("coordinator").parse() else {
        state.problem("coordinator", "Choose who will run the programme");
        return draw(&visit, reference, StatusCode::UNPROCESSABLE_ENTITY, state).await;
    };
    let to = path(&reference, "/people");
    let again = reference.clone();
    let hand_over = HandOver {
        reference,
        coordinator,
        key_worker: posted.value("key_worker").parse().ok(),
    };
    match visit.execute(hand_over).await {
        Ok(()) => Ok(see_other(&to, Some("It is handed over."))),
        Err(Failure::Rejected(reasons)) => {
            for reason in reasons {
                state.problem("coordinator", reason.words);
            }
            draw(&visit, again, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
        Err(other) => Err(other),
    }
}

/// The pupil first, then home, then those who run it, teach, and help from outside.
const fn nearness(role: CaseRole) -> u8 {
    match role {
        CaseRole::Pupil => 0,
        CaseRole::Parent | CaseRole::Carer => 1,
        CaseRole::Coordinator | CaseRole::KeyWorker => 2,
        CaseRole::Senco | CaseRole::Mentor => 3,
        CaseRole::ClassTeacher | CaseRole::SubjectTeacher => 4,
        _ => 5,
    }
}

async fn draw(
    visit: &Visit,
    reference: ProgrammeRef,
    status: StatusCode,
    state: FormState,
) -> Result<Response, Failure> {
    let here = path(&reference, "");
    let fetched = visit.fetch(PeopleOf { reference }).await?;
    let frame = visit
        .frame("Who takes part")
        .section("Programmes")
        .problems(state.summary());
    let mut view = fetched.answer;
    view.people
        .sort_by_key(|one| (nearness(one.role), one.name.clone()));
    let case = before_or_in(visit, &view.case, fetched.may, "People").await?;
    let page = PeoplePage {
        frame,
        case,
        state,
        view,
        may: fetched.may,
        here,
    };
    page_with(status, &page)
}
