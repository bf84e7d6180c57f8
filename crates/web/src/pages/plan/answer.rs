//! The form for what somebody else answered when asked to sign: one for the plan,
//! a review and an ending.

use app::signing::{AnswerGiven, SigningLine};
use askama::Template;
use axum::{http::StatusCode, response::Response};

use crate::{
    components::CaseHeader, failure::Failure, form_state::FormState, layout::Frame,
    pages::case_band::day, posted::Posted, session::page_with,
};

#[derive(Template)]
#[template(path = "pages/plan/answer.html")]
struct AnswerPage {
    frame: Frame,
    case: CaseHeader,
    action: String,
    version: u32,
    hash: String,
    name: String,
    people: Vec<(String, String)>,
    state: FormState,
}

impl AnswerPage {
    fn answers() -> [(&'static str, &'static str); 6] {
        [
            ("typed", "They typed their name on this screen"),
            ("said", "They said yes, and somebody heard it"),
            ("paper", "They signed a printed copy"),
            ("refused", "They chose not to sign"),
            ("unable", "They could not sign"),
            ("no-answer", "They did not answer"),
        ]
    }
}

/// Whose answer is recorded, to what.
pub(crate) struct Answering<'a> {
    /// Everyone who is asked.
    pub lines: &'a [SigningLine],
    /// The written id of whoever answered.
    pub person: &'a str,
    /// Where the form is posted.
    pub action: String,
    /// The version that was shown, where there are any.
    pub version: u32,
    /// The hash that was shown.
    pub hash: String,
}

impl Answering<'_> {
    fn line(&self) -> Result<&SigningLine, Failure> {
        let mut lines = self.lines.iter();
        lines
            .find(|line| line.person.person.to_string() == self.person)
            .ok_or(Failure::NotFound)
    }

    /// "Record what Dana Tidewell answered".
    ///
    /// # Errors
    /// [`Failure::NotFound`] for somebody who is not asked.
    pub fn title(&self) -> Result<String, Failure> {
        Ok(format!("Record what {} answered", self.line()?.person.name))
    }

    /// The form.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn draw(
        self,
        status: StatusCode,
        (frame, case): (Frame, CaseHeader),
        state: FormState,
    ) -> Result<Response, Failure> {
        let line = self.line()?;
        let name = line.person.name.to_string();
        let others = self.lines.iter().filter(|one| one.person != line.person);
        let people = others.map(|one| (one.person.person.to_string(), one.person.name.to_string()));
        page_with(
            status,
            &AnswerPage {
                frame,
                case,
                version: self.version,
                name,
                people: people.collect(),
                action: self.action,
                hash: self.hash,
                state,
            },
        )
    }
}

/// The answer as sent, or what to choose first.
pub(crate) fn given(posted: &Posted) -> Result<AnswerGiven, (&'static str, &'static str)> {
    let words = || posted.trimmed("words").to_owned();
    match posted.value("answer") {
        "typed" => Ok(AnswerGiven::TypedHere(words())),
        "said" => posted
            .value("witness")
            .parse()
            .map(|witness| AnswerGiven::Said { witness })
            .map_err(|_| ("witness", "Choose who heard them say it")),
        "paper" => Ok(AnswerGiven::OnPaper),
        "refused" => Ok(AnswerGiven::Refused(words())),
        "unable" => Ok(AnswerGiven::Unable(words())),
        "no-answer" => {
            let by = posted.value("channel").parse();
            let by = by.map_err(|_| ("channel", "Choose how you tried"))?;
            let on = day(posted, "on").parse();
            let on = on.map_err(|_| ("on", "Enter the day you tried"))?;
            Ok(AnswerGiven::NoAnswer { by, on })
        }
        _ => Err(("answer", "Choose what they answered")),
    }
}
