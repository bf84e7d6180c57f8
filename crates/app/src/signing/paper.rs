//! Signing a review or an ending, for oneself or recorded for others.

use domain::{
    event::Event,
    id::{PersonId, ProgrammeId},
    programme::{AskChannel, ProgrammeRef},
    signature::{Answer, Method, Paper, PaperSignature, Signer, WordsHash},
};
use store::paper_signatures;

use super::{
    AnswerGiven, SIGNED, channel, own_name,
    paper_view::{asked, kept},
};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Signs for oneself, by typing one's name.
#[derive(Debug)]
pub struct SignPaper {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What is signed.
    pub paper: Paper,
    /// The hash that was shown.
    pub shown: WordsHash,
    /// The name as typed.
    pub name: String,
}

/// Records someone else's answer.
#[derive(Debug)]
pub struct RecordPaperSignature {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What is signed.
    pub paper: Paper,
    /// The hash that was shown.
    pub shown: WordsHash,
    /// Who answered.
    pub person: PersonId,
    /// What.
    pub answer: AnswerGiven,
}

impl Command for SignPaper {
    const ACTION: Action = Action::SignPaper;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let hash = kept(cx.tx(), &case, self.paper)?.hash;
        let name = own_name(cx, &self.name)?;
        let me = cx.person()?.clone();
        let mine: Vec<PersonId> = case.as_person(&me).map(|person| person.id).collect();
        let parts = asked(&case, self.paper).into_iter();
        let parts: Vec<Signer> = parts
            .filter(|signer| mine.contains(&signer.person.person))
            .collect();
        if parts.is_empty() {
            return Err(Refusal::rule("You don’t need to sign this"));
        }
        let (school, id) = (case.programme.school, case.programme.id);
        let before = paper_signatures::of_paper(cx.tx(), school, id, self.paper)?;
        let answered = |signer: &Signer| {
            before.iter().any(|one| {
                one.signer.person.person == signer.person.person
                    && matches!(one.answer, Answer::Signed { .. })
            })
        };
        // Pressed twice: what was signed stands.
        for signer in parts.into_iter().filter(|one| !answered(one)) {
            let method = Method::Typed { name: name.clone() };
            let answer = Answer::Signed {
                method,
                at: cx.now(),
            };
            take(cx, &case, (self.paper, hash, self.shown), (signer, answer))?;
        }
        Ok(cx.unchanged(()))
    }
}

impl Command for RecordPaperSignature {
    const ACTION: Action = Action::RecordPaperSignature;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let hash = kept(cx.tx(), &case, self.paper)?.hash;
        let signer = asked(&case, self.paper)
            .into_iter()
            .find(|signer| signer.person.person == self.person)
            .ok_or(Refusal::NotFound)?;
        let me = cx.person()?.clone();
        if case.as_person(&me).any(|person| person.id == self.person) {
            return Err(Refusal::rule("Sign for yourself by typing your name"));
        }
        let (school, id) = (case.programme.school, case.programme.id);
        let before = paper_signatures::of_paper(cx.tx(), school, id, self.paper)?;
        let signed = before.iter().any(|one| {
            let theirs = one.signer.person.person == self.person;
            theirs && matches!(one.answer, Answer::Signed { .. })
        });
        if signed {
            return Err(Refusal::rule(SIGNED));
        }
        let answer = self.answer.read(&case, cx)?;
        take(cx, &case, (self.paper, hash, self.shown), (signer, answer))?;
        Ok(cx.unchanged(()))
    }
}

/// Keeps one answer.
fn take(
    cx: &mut Granted<'_, '_>,
    case: &Case,
    (paper, kept, shown): (Paper, WordsHash, WordsHash),
    (signer, answer): (Signer, Answer),
) -> Result<(), Refusal> {
    let taken = PaperSignature::take(paper, (kept, shown), signer, answer)
        .map_err(|problem| Refusal::rule(problem.words()))?;
    let (school, id) = (case.programme.school, case.programme.id);
    let by = (cx.person()?.account, cx.today(), cx.now());
    paper_signatures::add(cx.tx(), school, id, &taken, by)?;
    cx.also(event(id, &taken));
    Ok(())
}

fn event(programme: ProgrammeId, taken: &PaperSignature) -> Event {
    let (paper, person) = (taken.paper, taken.signer.person.person);
    match &taken.answer {
        Answer::Signed { method, .. } => Event::PaperSigned {
            programme,
            paper,
            person,
            by: channel(method),
        },
        Answer::Refused { .. } | Answer::Unable { .. } => Event::PaperRefused {
            programme,
            paper,
            person,
        },
        Answer::Absent { attempts } => Event::PaperAttempted {
            programme,
            paper,
            person,
            by: attempts.first().map_or(AskChannel::Phone, |one| one.by),
        },
    }
}
