//! `/settings/people/invite`: a one-time address to hand over.

use app::{
    Refusal,
    accounts::invite::{Invite, Invited},
};
use askama::Template;
use axum::{
    http::{HeaderMap, StatusCode},
    response::Response,
};
use domain::{
    account::{AccountKind, Email, SchoolRole, SchoolRoles},
    text::Line,
};

use crate::{
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    session::{Visit, page, page_with},
};

#[derive(Template)]
#[template(path = "pages/people/invite.html")]
struct InvitePage {
    frame: Frame,
    state: FormState,
}

#[derive(Template)]
#[template(path = "pages/people/invited.html")]
struct InvitedPage {
    frame: Frame,
    name: String,
    address: String,
    until: String,
    back: String,
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    // The list's own permission stands in for the form's: whoever may invite sees it.
    visit.fetch(app::accounts::people::People).await?;
    draw(&visit, StatusCode::OK, FormState::new())
}

/// Makes the invitation and shows its address once.
///
/// # Errors
/// [`Failure`].
pub async fn post(visit: Visit, headers: HeaderMap, posted: Posted) -> Result<Response, Failure> {
    let mut state = posted.state(&[]);
    let name = Line::<120>::new(posted.value("name"));
    let email = posted.value("email").parse::<Email>();
    let job = Line::<80>::optional(posted.value("job"));
    let roles: SchoolRoles = posted
        .all("roles")
        .filter_map(|code| code.parse::<SchoolRole>().ok())
        .collect();
    if name.is_err() {
        state.problem("name", "Enter their name");
    }
    if let Err(problem) = &email {
        state.problem("email", problem.words());
    }
    if job.is_err() {
        state.problem("job", "Use 80 characters or fewer");
    }
    let (Ok(name), Ok(email), Ok(job)) = (name, email, job) else {
        return draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state);
    };
    let actor = visit.actor().clone();
    let made = visit
        .site()
        .blocking(move |app| {
            let token = app.new_token()?;
            let kind = AccountKind::Staff;
            let invite = Invite {
                token,
                name,
                email,
                job,
                kind,
                roles,
                contact: None,
                pupil: None,
            };
            match app.execute(&actor, invite) {
                Err(Refusal::Rejected(reasons)) => Ok(Err(reasons)),
                other => other.map(Ok),
            }
        })
        .await?;
    match made {
        Ok(invited) => show(&visit, &headers, &invited, "/settings/people"),
        Err(reasons) => {
            for reason in reasons {
                state.problem(reason.field.unwrap_or_else(|| "name".into()), reason.words);
            }
            draw(&visit, StatusCode::UNPROCESSABLE_ENTITY, state)
        }
    }
}

/// The address is shown once, here, and kept nowhere.
pub(crate) fn show(
    visit: &Visit,
    headers: &HeaderMap,
    invited: &Invited,
    back: &str,
) -> Result<Response, Failure> {
    let host = headers
        .get("host")
        .and_then(|host| host.to_str().ok())
        .unwrap_or("localhost");
    let scheme = if host.starts_with("127.") || host.starts_with("localhost") {
        "http"
    } else {
        "https"
    };
    let address = format!("{scheme}://{host}/invitations/{}", invited.token.secret());
    let until = crate::words::long_date_with_year(domain::clock::london_date(invited.ends_at));
    let frame = visit.frame("Invitation").section("Settings");
    page(&InvitedPage {
        frame,
        name: invited.name.clone(),
        address,
        until,
        back: back.to_owned(),
    })
}

fn draw(visit: &Visit, status: StatusCode, state: FormState) -> Result<Response, Failure> {
    let frame = visit
        .frame("Invite someone")
        .section("Settings")
        .problems(state.summary());
    page_with(status, &InvitePage { frame, state })
}
