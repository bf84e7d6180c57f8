//! Whether enough people have signed for a programme to become active, and who
//! has to sign again when a plan changes.

use super::{Answer, Attempt, Signature, Signer, SigningPart};
use crate::{
    commitment::Owner,
    plan::{Plan, PlanHash, PlanPart, parts_changed},
};

/// Attempts to reach someone at home after which a programme may start.
pub const ATTEMPTS_HOME: usize = 2;

/// Which asking this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Round {
    /// The first version: the pupil, somebody at home and the coordinator answer.
    First,
    /// A later version: those asked again answer.
    Again,
}

/// Whether a version is signed off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignOff {
    /// It may start. Others may still be asked.
    Ready {
        /// People whose signature is still welcome.
        still_welcome: Vec<Owner>,
    },
    /// It may not start yet.
    Waiting {
        /// What is missing.
        missing: Vec<Missing>,
    },
}

/// What stands between a plan and its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// The pupil has not answered.
    Pupil(Owner),
    /// Nobody in the programme is the pupil.
    NoPupil,
    /// Nobody at home has answered, and too few attempts were made.
    Home {
        /// Attempts recorded.
        attempts: usize,
    },
    /// Nobody in the programme is a parent or carer.
    NoParent,
    /// The coordinator has not signed.
    Coordinator(Owner),
    /// Nobody in the programme is its coordinator.
    NoCoordinator,
}

impl Missing {
    /// What to do about it.
    pub fn words(&self) -> String {
        match self {
            Self::Pupil(pupil) => {
                format!("{} has not signed yet. Ask, or record why not.", pupil.name)
            }
            Self::NoPupil => "Add the pupil to the people in this plan.".into(),
            Self::Home { attempts: 0 } => {
                "Nobody at home has signed yet. Ask them, or record two attempts to reach them."
                    .into()
            }
            Self::Home { .. } => {
                "Nobody at home has signed yet. One attempt is recorded: try once \
                                  more on another day, or another way."
                    .into()
            }
            Self::NoParent => "Add a parent or carer to the people in this plan.".into(),
            Self::Coordinator(coordinator) => format!("{} has not signed yet.", coordinator.name),
            Self::NoCoordinator => "Choose a coordinator for this programme.".into(),
        }
    }
}

/// Whether the version with this hash is signed off by these people.
///
/// The pupil signs, refuses or cannot; somebody at home signs, refuses, or was
/// tried twice; the coordinator signs. Answers to other versions do not count.
pub fn sign_off(hash: PlanHash, round: Round, people: &[Signer], answers: &[Signature]) -> SignOff {
    let answers: Vec<&Signature> = answers.iter().filter(|each| each.hash == hash).collect();
    let mut missing = Vec::new();
    missing.extend(pupil(round, people, &answers));
    missing.extend(home(round, people, &answers));
    missing.extend(coordinator(round, people, &answers));
    if !missing.is_empty() {
        return SignOff::Waiting { missing };
    }
    let still_welcome = people
        .iter()
        .filter(|signer| {
            !answers
                .iter()
                .any(|each| of(each, signer) && is_settled(&each.answer))
        })
        .map(|signer| signer.person.clone())
        .collect();
    SignOff::Ready { still_welcome }
}

/// Who signs again when a plan changes.
///
/// A changed target asks the pupil, home, the coordinator and whoever helps
/// with it; a changed promise asks whoever answers for it and the coordinator;
/// anything else asks the pupil, home and the coordinator. When nothing that
/// was agreed changes, nobody is asked.
pub fn signs_again(old: &Plan, new: &Plan, people: &[Signer]) -> Vec<Signer> {
    let changed = parts_changed(old, new);
    let asked = |signer: &Signer| {
        changed.iter().any(|part| match part {
            PlanPart::Promise(_, owner) => {
                *owner == signer.person.person || signer.part == SigningPart::Coordinator
            }
            PlanPart::Rest => is_core(signer.part),
            PlanPart::Target(target) => {
                let helps = |plan: &Plan| {
                    plan.helping(*target)
                        .any(|promise| promise.owner.person == signer.person.person)
                };
                is_core(signer.part) || helps(old) || helps(new)
            }
        })
    };
    people
        .iter()
        .filter(|signer| asked(signer))
        .cloned()
        .collect()
}

const fn is_core(part: SigningPart) -> bool {
    matches!(
        part,
        SigningPart::Pupil | SigningPart::Parent | SigningPart::Coordinator
    )
}

fn of(signature: &Signature, signer: &Signer) -> bool {
    signature.signer.person.person == signer.person.person
}

const fn is_settled(answer: &Answer) -> bool {
    !matches!(answer, Answer::Absent { .. })
}

fn pupil(round: Round, people: &[Signer], answers: &[&Signature]) -> Option<Missing> {
    let Some(signer) = first(people, SigningPart::Pupil) else {
        return (round == Round::First).then_some(Missing::NoPupil);
    };
    let answered = answers
        .iter()
        .any(|each| of(each, signer) && is_settled(&each.answer));
    (!answered).then(|| Missing::Pupil(signer.person.clone()))
}

fn coordinator(round: Round, people: &[Signer], answers: &[&Signature]) -> Option<Missing> {
    let Some(signer) = first(people, SigningPart::Coordinator) else {
        return (round == Round::First).then_some(Missing::NoCoordinator);
    };
    let signed =
        |each: &&Signature| of(each, signer) && matches!(each.answer, Answer::Signed { .. });
    (!answers.iter().any(signed)).then(|| Missing::Coordinator(signer.person.clone()))
}

fn home(round: Round, people: &[Signer], answers: &[&Signature]) -> Option<Missing> {
    if first(people, SigningPart::Parent).is_none() {
        return (round == Round::First).then_some(Missing::NoParent);
    }
    let theirs = || {
        answers.iter().filter(|each| {
            people
                .iter()
                .any(|signer| signer.part == SigningPart::Parent && of(each, signer))
        })
    };
    let settled =
        theirs().any(|each| matches!(each.answer, Answer::Signed { .. } | Answer::Refused { .. }));
    let mut attempts: Vec<&Attempt> = theirs()
        .filter_map(|each| match &each.answer {
            Answer::Absent { attempts } => Some(attempts),
            _ => None,
        })
        .flatten()
        .collect();
    // Twice the same way on the same day is one attempt.
    attempts.sort_by_key(|attempt| (attempt.on, attempt.by));
    attempts.dedup_by_key(|attempt| (attempt.on, attempt.by));
    let made = attempts.len();
    (!settled && made < ATTEMPTS_HOME).then_some(Missing::Home { attempts: made })
}

fn first(people: &[Signer], part: SigningPart) -> Option<&Signer> {
    people.iter().find(|signer| signer.part == part)
}
