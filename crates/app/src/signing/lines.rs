//! One person's line among the signatures, as one reader may see it.

use domain::{
    account::CaseRole,
    commitment::Owner,
    id::PersonId,
    signature::{Answer, Attempt, Method, Signer, SigningPart},
    text::Line,
};

use crate::{Identity, subject::Case};

/// One person's line among the signatures.
#[derive(Debug, Clone)]
pub struct SigningLine {
    /// Who.
    pub person: Owner,
    /// In which part.
    pub part: SigningPart,
    /// What they are in the programme.
    pub role: CaseRole,
    /// A line about them: "mum".
    pub note: Option<String>,
    /// What they promised.
    pub promises: Vec<String>,
    /// What they answered last, attempts apart.
    pub answer: Option<Answer>,
    /// Attempts to reach them.
    pub attempts: Vec<Attempt>,
    /// Whether the reader is this person.
    pub whose: Whose,
}

/// Whose line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The reader's own.
    Mine,
    /// Somebody else's.
    Others,
}

/// A line for each person who is asked and has not left.
pub(crate) fn lines(
    case: &Case,
    me: Option<&Identity>,
    (asked, answers): (&[Signer], &[(PersonId, &Answer)]),
    promises: impl Fn(&Signer) -> Vec<String>,
) -> Vec<SigningLine> {
    let line = |signer: &Signer| {
        let row = case
            .present()
            .find(|person| person.id == signer.person.person)?;
        let mine = me.is_some_and(|me| row.account == Some(me.account));
        Some(SigningLine {
            person: case.shown(&signer.person),
            part: signer.part,
            role: row.role,
            note: row.note.clone(),
            promises: promises(signer),
            answer: answer(signer, answers).map(|answer| shown(case, signer, answer)),
            attempts: attempts(signer, answers),
            whose: if mine { Whose::Mine } else { Whose::Others },
        })
    };
    asked.iter().filter_map(line).collect()
}

fn theirs<'a>(
    signer: &'a Signer,
    answers: &'a [(PersonId, &'a Answer)],
) -> impl DoubleEndedIterator<Item = &'a Answer> {
    answers
        .iter()
        .filter(|(person, _)| *person == signer.person.person)
        .map(|(_, answer)| *answer)
}

fn answer(signer: &Signer, answers: &[(PersonId, &Answer)]) -> Option<Answer> {
    theirs(signer, answers)
        .rfind(|answer| !matches!(answer, Answer::Absent { .. }))
        .cloned()
}

/// An answer as this reader may know it: without the name and the words of
/// somebody who is kept apart from them.
fn shown(case: &Case, signer: &Signer, answer: Answer) -> Answer {
    let unnamed = case.is_unnamed(signer.person.person);
    let private = || Line::new("Their words are for the school").ok();
    match answer {
        Answer::Refused { reason, at } if unnamed => Answer::Refused {
            reason: private().unwrap_or(reason),
            at,
        },
        Answer::Unable { reason, at } if unnamed => Answer::Unable {
            reason: private().unwrap_or(reason),
            at,
        },
        Answer::Signed { method, at } => Answer::Signed {
            method: match method {
                Method::Verbal { witness } => Method::Verbal {
                    witness: case.shown(&witness),
                },
                Method::Paper { kept_by } => Method::Paper {
                    kept_by: case.shown(&kept_by),
                },
                Method::Here { name, held_by } => Method::Here {
                    name: if unnamed {
                        case.shown(&signer.person).name
                    } else {
                        name
                    },
                    held_by: case.shown(&held_by),
                },
                Method::Typed { .. } if unnamed => Method::Typed {
                    name: case.shown(&signer.person).name,
                },
                typed @ Method::Typed { .. } => typed,
            },
            at,
        },
        other => other,
    }
}

fn attempts(signer: &Signer, answers: &[(PersonId, &Answer)]) -> Vec<Attempt> {
    theirs(signer, answers)
        .filter_map(|answer| match answer {
            Answer::Absent { attempts } => Some(attempts.clone()),
            _ => None,
        })
        .flatten()
        .collect()
}
