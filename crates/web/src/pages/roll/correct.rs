//! Putting one value right, with the reason; also saying that a contact is one
//! no longer.

use app::roll::correct::{CorrectValue, ValueView, ViewValue};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    contact::Relationship,
    correction::{About, ContactField, PupilField},
    id::PupilId,
    pupil::{SenStage, YearGroup},
};

use super::{path, pupil, show::which};
use crate::{
    components::{DateInput, Select, TextInput},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{case_band, meetings::book::say},
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/roll/correct.html")]
struct CorrectPage {
    frame: Frame,
    state: FormState,
    about: About,
    view: ValueView,
    here: String,
}

/// What a value is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Box {
    Line,
    Telephone,
    Email,
    Lines,
    Day,
    List,
}

const fn written_in(about: About) -> Box {
    match about {
        About::Pupil(PupilField::Born) | About::Contact(_, ContactField::Ended) => Box::Day,
        About::Pupil(PupilField::Year | PupilField::Sen)
        | About::Contact(_, ContactField::Relationship) => Box::List,
        About::Contact(_, ContactField::Phone) => Box::Telephone,
        About::Contact(_, ContactField::Email) => Box::Email,
        About::Contact(_, ContactField::Address) => Box::Lines,
        About::Pupil(_) => Box::Line,
    }
}

/// The value an address names.
fn about(written: &str) -> Result<About, Failure> {
    let about = match written.split_once('.') {
        Some((contact, field)) => {
            let contact = contact.parse().ok();
            let field = field.parse::<ContactField>().ok();
            contact
                .zip(field)
                .map(|(contact, field)| About::Contact(contact, field))
        }
        None => written.parse::<PupilField>().ok().map(About::Pupil),
    };
    about.ok_or(Failure::NotFound)
}

/// The form.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((written, value)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (pupil, about) = (pupil(&written)?, about(&value)?);
    let view = visit.fetch(ViewValue { pupil, about }).await?.answer;
    let state = match written_in(about) {
        Box::Day => case_band::with_day(FormState::new(), "value", view.value.parse().ok()),
        _ => FormState::new().with("value", view.value.as_str()),
    };
    draw(&visit, (pupil, about), StatusCode::OK, (view, state))
}

/// Puts it right.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path((written, value)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let (pupil, about) = (pupil(&written)?, about(&value)?);
    let typed = match written_in(about) {
        Box::Day => case_band::day(&posted, "value"),
        _ => posted.value("value").to_owned(),
    };
    let back = matches!(about, About::Contact(_, ContactField::Ended)) && posted.has("again");
    let verb = CorrectValue {
        pupil,
        about,
        value: if back { String::new() } else { typed },
        was: posted.value("was").to_owned(),
        why: posted.value("why").to_owned(),
    };
    let mut state = posted.state(&[]);
    let status = match visit.execute(verb).await {
        Ok(()) => {
            let said =
                "Put right. It is kept when the next file comes, and shown beside what that says.";
            return Ok(see_other(&path(pupil), Some(said)));
        }
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            StatusCode::UNPROCESSABLE_ENTITY
        }
        Err(Failure::Conflict) => StatusCode::CONFLICT,
        Err(other) => return Err(other),
    };
    let view = visit.fetch(ViewValue { pupil, about }).await?.answer;
    if status == StatusCode::CONFLICT {
        state.problem_with_the_form(format!(
            "Somebody changed this while you were writing. It says {} now; what you typed is below. Look, then save again",
            about.words(&view.value)
        ));
    }
    draw(&visit, (pupil, about), status, (view, state))
}

fn draw(
    visit: &Visit,
    (pupil, about): (PupilId, About),
    status: StatusCode,
    (view, state): (ValueView, FormState),
) -> Result<Response, Failure> {
    let title = match about {
        About::Contact(_, ContactField::Ended) if view.value.is_empty() => {
            "End a contact".to_owned()
        }
        About::Contact(_, ContactField::Ended) => "Bring a contact back".to_owned(),
        other => format!("Put right: {}", other.label().to_lowercase()),
    };
    let frame = visit
        .frame(title)
        .section("Pupils")
        .back(path(pupil))
        .problems(state.summary());
    let here = format!("{}/correct/{}", path(pupil), which(about));
    page_with(
        status,
        &CorrectPage {
            frame,
            state,
            about,
            view,
            here,
        },
    )
}

impl CorrectPage {
    fn whose(&self) -> String {
        match &self.view.contact {
            Some(contact) => format!("{contact}, contact of {}", self.view.name),
            None => self.view.name.clone(),
        }
    }

    fn stored(&self) -> String {
        self.about.words(&self.view.value)
    }

    fn says(&self) -> Option<String> {
        self.view.says.as_ref().map(|says| self.about.words(says))
    }

    fn ends(&self) -> bool {
        matches!(self.about, About::Contact(_, ContactField::Ended))
    }

    fn comes_back(&self) -> bool {
        self.ends() && !self.view.value.is_empty()
    }

    fn writes(&self, what: Box) -> bool {
        written_in(self.about) == what && !self.comes_back()
    }

    fn day(&self) -> DateInput {
        let asked = if self.ends() {
            "From which day are they no longer a contact?"
        } else {
            "What is right?"
        };
        self.state.date_input("value", asked).strong()
    }

    fn line(&self) -> TextInput {
        let input = self.state.text_input("value", "What is right?").strong();
        match written_in(self.about) {
            Box::Telephone => input.telephone().wide(20),
            Box::Email => input.email(),
            _ => input,
        }
    }

    fn list(&self) -> Select {
        let all: Vec<(&str, &str)> = match self.about {
            About::Pupil(PupilField::Year) => {
                let years = YearGroup::ALL.iter();
                years.map(|one| (one.code(), one.label())).collect()
            }
            About::Pupil(_) => {
                let stages = SenStage::ALL.iter();
                let nothing = std::iter::once(("", "Nothing on record"));
                nothing
                    .chain(stages.map(|one| (one.code(), one.label())))
                    .collect()
            }
            About::Contact(..) => {
                let all = Relationship::ALL.iter();
                all.map(|one| (one.code(), one.label())).collect()
            }
        };
        self.state
            .select("value", "What is right?")
            .options(all)
            .strong()
    }

    fn hint(&self) -> &'static str {
        if self.ends() {
            "Such as “The placement ended, the social worker wrote”."
        } else {
            "Such as “She rang with a new number”. Facts only: it stays on record."
        }
    }
}
