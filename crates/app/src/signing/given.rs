//! What somebody answered, read once for everything that is signed.

use domain::{
    commitment::Owner,
    id::PersonId,
    programme::AskChannel,
    signature::{Answer, Attempt, Method},
    text::Line,
};
use jiff::civil::Date;

use crate::{Refusal, gate::Granted, meetings::owner, subject::Case};

/// What somebody else answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerGiven {
    /// They typed their name on this screen, in the meeting.
    TypedHere(String),
    /// They said yes, and somebody heard it.
    Said {
        /// Who heard it.
        witness: PersonId,
    },
    /// They signed a printed copy.
    OnPaper,
    /// They chose not to, and why.
    Refused(String),
    /// They could not, and why.
    Unable(String),
    /// They were asked and did not answer.
    NoAnswer {
        /// How they were asked.
        by: AskChannel,
        /// When.
        on: Date,
    },
}

impl AnswerGiven {
    /// The answer as the record keeps it.
    pub(crate) fn read(self, case: &Case, cx: &Granted<'_, '_>) -> Result<Answer, Refusal> {
        let at = cx.now();
        let signed = |method| Ok(Answer::Signed { method, at });
        match self {
            Self::TypedHere(name) => signed(Method::Here {
                name: Line::new(&name)
                    .map_err(|_| Refusal::field("words", "Type their name as they sign"))?,
                held_by: my_own(case, cx)?,
            }),
            Self::Said { witness } => {
                let found = case.present().find(|person| person.id == witness);
                let witness = found.and_then(owner);
                let witness = witness
                    .ok_or_else(|| Refusal::field("witness", "Choose who heard them say it"))?;
                signed(Method::Verbal { witness })
            }
            Self::OnPaper => signed(Method::Paper {
                kept_by: my_own(case, cx)?,
            }),
            Self::Refused(why) => Ok(Answer::Refused {
                reason: reason(&why, "Write why, in their words")?,
                at,
            }),
            Self::Unable(why) => Ok(Answer::Unable {
                reason: reason(&why, "Say why they cannot sign")?,
                at,
            }),
            Self::NoAnswer { by, on } if on <= cx.today() => Ok(Answer::Absent {
                attempts: vec![Attempt { by, on }],
            }),
            Self::NoAnswer { .. } => Err(Refusal::field("on", "The day must be today or before")),
        }
    }
}

/// Whoever writes the answer down, as a person of the programme.
fn my_own(case: &Case, cx: &Granted<'_, '_>) -> Result<Owner, Refusal> {
    let me = cx.person()?;
    let mine = case.as_person(me).find_map(owner);
    mine.ok_or(Refusal::NotFound)
}

fn reason(typed: &str, words: &str) -> Result<Line<300>, Refusal> {
    Line::new(typed).map_err(|_| Refusal::field("words", words))
}

/// The name somebody typed to sign for themselves: their own, and nobody else's.
pub(crate) fn own_name(cx: &Granted<'_, '_>, typed: &str) -> Result<Line<80>, Refusal> {
    let name =
        Line::<80>::new(typed).map_err(|_| Refusal::field("name", "Type your name to sign"))?;
    let me = cx.person()?;
    if domain::signature::is_name_of(name.as_str(), &me.name) {
        return Ok(name);
    }
    let words = format!("Type your own name to sign, as {}", me.name);
    Err(Refusal::field("name", words))
}

/// How a signature came, for the record of events.
pub(crate) const fn channel(method: &Method) -> AskChannel {
    match method {
        Method::Typed { .. } => AskChannel::Account,
        Method::Here { .. } | Method::Verbal { .. } => AskChannel::InPerson,
        Method::Paper { .. } => AskChannel::Paper,
    }
}
