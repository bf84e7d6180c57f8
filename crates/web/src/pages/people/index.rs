//! The list of accounts, with what each may be changed to.

use app::{
    accounts::{
        change_roles::ChangeRoles,
        disable::DisableAccount,
        people::{ListedLine, People, PersonLine, Usable},
    },
    action::Action,
    policy::ActionSet,
    roll::Came,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    account::{AccountKind, SchoolRole, SchoolRoles},
    id::AccountId,
};
use jiff::civil::Date;

use crate::{
    components::Phrase,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::roll::came,
    posted::Posted,
    session::{Visit, page_with, see_other},
    words::long_date_with_year,
};

/// Where this page is.
pub const PATH: &str = "/settings/people";

#[derive(Template)]
#[template(path = "pages/people/index.html")]
struct PeoplePage {
    frame: Frame,
    people: Vec<PersonLine>,
    listed: Vec<ListedLine>,
    may: ActionSet,
    /// What was typed and refused, on the page that comes back.
    refused: FormState,
}

impl PeoplePage {
    fn how_many(&self) -> String {
        crate::words::capital(&crate::words::count(
            self.people.len(),
            "person has",
            "people have",
        ))
    }

    /// Where somebody's line of the staff list came from.
    fn came(&self, row: Option<&Came>) -> Option<Phrase> {
        row.map(|row| came(row, self.may.has(Action::ViewImports)))
    }

    fn last_day(left_on: Option<&Date>) -> Option<String> {
        left_on.map(|day| format!("Last day {}.", long_date_with_year(*day)))
    }

    fn without(&self) -> String {
        crate::words::figures(self.listed.len(), "person", "people")
    }

    fn field(person: &PersonLine) -> String {
        field(person.id)
    }

    fn words(person: &PersonLine) -> String {
        let roles: Vec<&str> = person.roles.iter().map(SchoolRole::label).collect();
        if roles.is_empty() {
            person.kind.label().to_owned()
        } else {
            roles.join(", ")
        }
    }

    fn is_refused(&self, person: &PersonLine) -> bool {
        self.refused.problem_of(&field(person.id)).is_some()
    }

    fn state(&self, person: &PersonLine) -> FormState {
        if self.is_refused(person) {
            return self.refused.clone();
        }
        person.roles.iter().fold(FormState::new(), |state, role| {
            state.with(field(person.id), role.code())
        })
    }
}

fn field(id: AccountId) -> String {
    format!("roles-{}", id.uuid().simple())
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    draw(&visit, StatusCode::OK, FormState::new()).await
}

pub(super) async fn draw(
    visit: &Visit,
    status: StatusCode,
    refused: FormState,
) -> Result<Response, Failure> {
    let fetched = visit.fetch(People).await?;
    let frame = visit
        .frame("People")
        .section("Settings")
        .problems(refused.summary());
    let people = PeoplePage {
        frame,
        people: fetched.answer.people,
        listed: fetched.answer.listed,
        may: fetched.may,
        refused,
    };
    page_with(status, &people)
}

/// Disables an account.
///
/// # Errors
/// [`Failure`].
pub async fn disable(
    visit: Visit,
    Path(account): Path<String>,
    _: Posted,
) -> Result<Response, Failure> {
    let account = account.parse().map_err(|_| Failure::NotFound)?;
    visit.execute(DisableAccount { account }).await?;
    Ok(see_other(
        PATH,
        Some("The account can no longer be used. What they did stays on record."),
    ))
}

/// Changes someone's roles.
///
/// # Errors
/// [`Failure`].
pub async fn roles(
    visit: Visit,
    Path(account): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let account: AccountId = account.parse().map_err(|_| Failure::NotFound)?;
    let name = field(account);
    let roles: SchoolRoles = posted
        .all(&name)
        .filter_map(|code| code.parse::<SchoolRole>().ok())
        .collect();
    match visit.execute(ChangeRoles { account, roles }).await {
        Ok(()) => Ok(see_other(
            PATH,
            Some("Their roles were changed. They will need to sign in again."),
        )),
        Err(Failure::Rejected(reasons)) => {
            let mut state = posted.state(&[]);
            for reason in reasons {
                state.problem(name.as_str(), reason.words);
            }
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
        Err(other) => Err(other),
    }
}
