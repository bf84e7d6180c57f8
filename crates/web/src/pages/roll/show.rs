//! One pupil: what the school's own system says, where from and when, and what
//! was put right here; choosing between the two.

use app::{
    action::Action,
    policy::ActionSet,
    roll::{
        choose::{Choice, ChooseValue},
        pupil::{Asks, ContactView, Fact, Past, PupilView, Put, ViewPupil},
    },
    subject::Reaching,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    correction::{About, ContactField},
    id::CorrectionId,
};

use super::{came, moment, path, pupil};
use crate::{
    components::{Phrase, SummaryList},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    posted::Posted,
    routes::places::ROLL,
    session::{Visit, page_with, see_other},
    words::long_date_with_year,
};

#[derive(Template)]
#[template(path = "pages/roll/show.html")]
struct PupilPage {
    frame: Frame,
    view: PupilView,
    may: ActionSet,
    here: String,
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(written): Path<String>) -> Result<Response, Failure> {
    draw(&visit, pupil(&written)?, StatusCode::OK, FormState::new()).await
}

/// Keeps ours, or takes what the school's own system says.
///
/// # Errors
/// [`Failure`].
pub async fn choose(
    visit: Visit,
    Path(written): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let pupil = pupil(&written)?;
    let correction: Option<CorrectionId> = posted.value("correction").parse().ok();
    let choice = posted.value("choice").parse::<Choice>().ok();
    let (Some(correction), Some(choice)) = (correction, choice) else {
        return Err(Failure::BadForm);
    };
    let verb = ChooseValue {
        pupil,
        correction,
        says: posted.value("says").to_owned(),
        choice,
    };
    match visit.execute(verb).await {
        Ok(()) => {
            let said = match choice {
                Choice::Ours => "What was put right here stays.",
                Choice::Theirs => "The school system’s value is taken.",
            };
            Ok(see_other(&path(pupil), Some(said)))
        }
        Err(Failure::Conflict) => {
            let mut state = FormState::new();
            let words = "Somebody chose before you, or the school’s system says something else by now. This is how it stands";
            state.problem_with_the_form(words);
            draw(&visit, pupil, StatusCode::CONFLICT, state).await
        }
        Err(other) => Err(other),
    }
}

async fn draw(
    visit: &Visit,
    pupil: domain::id::PupilId,
    status: StatusCode,
    state: FormState,
) -> Result<Response, Failure> {
    let fetched = visit.fetch(ViewPupil { pupil }).await?;
    let view = fetched.answer;
    let frame = visit
        .frame(view.name.as_str())
        .section("Pupils")
        .problems(state.summary());
    page_with(
        status,
        &PupilPage {
            frame,
            view,
            may: fetched.may,
            here: path(pupil),
        },
    )
}

impl PupilPage {
    fn lead(&self) -> String {
        let class = &self.view.class;
        match self.view.left_on {
            Some(last) => format!("{class}. Last day {}.", long_date_with_year(last)),
            None => format!("{class}. On roll."),
        }
    }

    /// Facts in rows, each with the way to put it right.
    fn facts(&self, facts: &[Fact], whose: &str) -> SummaryList {
        let list = SummaryList::new().dense();
        facts.iter().fold(list, |list, fact| {
            let list = list.row(fact.label, Self::said(fact));
            let about = fact.about.filter(|_| self.may.has(Action::CorrectValue));
            match about {
                Some(about) => list.action(
                    "Put right",
                    format!("{}/correct/{}", self.here, which(about)),
                    format!("{} of {whose}", fact.label.to_lowercase()),
                ),
                None => list,
            }
        })
    }

    fn said(fact: &Fact) -> Phrase {
        let words = if fact.words.is_empty() {
            Phrase::default().quiet("Nothing on record")
        } else {
            Phrase::new(&fact.words)
        };
        let Some(put) = &fact.put else { return words };
        let by = format!("Put right by {} on {}. {}", put.by, moment(put.at), put.why);
        let source = format!("The school’s system says {}.", put.source);
        words.new_line().quiet(by).new_line().quiet(source)
    }

    /// Every value about which somebody has to choose, and what it is called.
    fn asked(&self) -> Vec<(String, String, &Put)> {
        let own = self.view.facts.iter().map(|fact| (String::new(), fact));
        let theirs = self.view.contacts.iter().flat_map(|contact| {
            let whose = contact.name.clone();
            contact.facts.iter().map(move |fact| (whose.clone(), fact))
        });
        own.chain(theirs)
            .filter_map(|(whose, fact)| {
                let put = fact.put.as_ref()?;
                let asks = put.asks == Asks::Choice;
                let label = match whose.as_str() {
                    "" => fact.label.to_owned(),
                    name => format!("{name}, {}", fact.label.to_lowercase()),
                };
                asks.then(|| (label, fact.words.clone(), put))
            })
            .collect()
    }

    fn came(&self) -> Option<Phrase> {
        let sees = self.may.has(Action::ViewImports);
        self.view.came.as_ref().map(|row| came(row, sees))
    }

    fn came_of(&self, contact: &ContactView) -> Option<Phrase> {
        let sees = self.may.has(Action::ViewImports);
        contact.came.as_ref().map(|row| came(row, sees))
    }

    fn ended(contact: &ContactView) -> Option<String> {
        let (on, put) = contact.ended.as_ref()?;
        let by = put.as_ref().map_or_else(String::new, |put| {
            format!(" {} said so on {}: {}", put.by, moment(put.at), put.why)
        });
        let day = long_date_with_year(*on);
        Some(format!("No longer a contact since {day}.{by}"))
    }

    /// Where one says that a contact is one no longer, or is again.
    fn ending(&self, contact: &ContactView) -> String {
        let about = About::Contact(contact.id, ContactField::Ended);
        format!("{}/correct/{}", self.here, which(about))
    }

    fn reach(&self) -> Option<&'static str> {
        match self.view.reaching {
            Reaching::Shown => None,
            Reaching::Guarded => Some(
                "How to reach this family is not shown here, because a restriction is on record. Ask the headteacher or the safeguarding lead.",
            ),
            Reaching::NotYours => {
                Some("How to reach the contacts is shown to the office and the headteacher.")
            }
        }
    }

    fn over(past: &Past) -> String {
        let at = moment(past.settled_at);
        let by = past.settled_by.as_ref();
        by.map_or_else(
            || format!("{}, on {at}.", past.how.label()),
            |by| format!("{}, said {by} on {at}.", past.how.label()),
        )
    }

    fn decided(put: &Put) -> String {
        format!("{} on {}: {}", put.by, moment(put.at), put.why)
    }

    fn put(past: &Past) -> String {
        format!("{} on {}: {}", past.by, moment(past.at), past.why)
    }
}

/// A value in an address.
pub(super) fn which(about: About) -> String {
    match about {
        About::Pupil(field) => field.code().to_owned(),
        About::Contact(contact, field) => format!("{contact}.{}", field.code()),
    }
}
