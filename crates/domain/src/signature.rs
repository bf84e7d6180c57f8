//! Signatures: "I'll do my part", bound to one version of the plan; and, in
//! `paper`, those under a review and an ending.
//!
//! Somebody may refuse, be unable to sign, or not answer; each is recorded as
//! what it is. Silence is never agreement: attempts to reach a parent let a
//! programme start, and the record goes on saying that nobody at home agreed.

mod own_name;
mod paper;
mod sign_off;

use jiff::{Timestamp, civil::Date};

pub use own_name::is_name_of;
pub use paper::{Paper, PaperSignature, UnknownPaper, WordsHash};
pub use sign_off::{Missing, Round, SignOff, sign_off, signs_again};

use crate::{
    account::CaseRole,
    commitment::Owner,
    id::PlanId,
    plan::{AgreedPlan, PlanHash, PlanVersion},
    programme::AskChannel,
    text::Line,
};

crate::coded! {
    /// The part in which somebody signs.
    pub enum SigningPart {
        /// The pupil.
        Pupil => "pupil", "Pupil";
        /// A parent or carer.
        Parent => "parent", "Parent or carer";
        /// The coordinator.
        Coordinator => "coordinator", "Coordinator";
        /// Anyone else from school.
        Staff => "staff", "School";
        /// Anyone from another organisation.
        Agency => "agency", "Outside help";
    }
}

impl From<CaseRole> for SigningPart {
    fn from(role: CaseRole) -> Self {
        use crate::commitment::Party;
        match (role, Party::from(role)) {
            (CaseRole::Coordinator, _) => Self::Coordinator,
            (_, Party::School) => Self::Staff,
            (_, Party::Family) => Self::Parent,
            (_, Party::Pupil) => Self::Pupil,
            (_, Party::Agency) => Self::Agency,
        }
    }
}

/// Somebody whose part is in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// Who.
    pub person: Owner,
    /// In which part.
    pub part: SigningPart,
}

/// How somebody signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// Typed their name, signed in to their own account.
    Typed {
        /// What they typed.
        name: Line<80>,
    },
    /// Typed their name on the screen in the meeting, somebody else being
    /// signed in.
    Here {
        /// What they typed.
        name: Line<80>,
        /// Whose screen it was.
        held_by: Owner,
    },
    /// Said yes, with a witness.
    Verbal {
        /// Who heard it.
        witness: Owner,
    },
    /// Signed a printed copy.
    Paper {
        /// Who has it, or put its scan in the record.
        kept_by: Owner,
    },
}

crate::coded! {
    /// How somebody signed, by name.
    pub enum MethodName {
        /// See [`Method::Typed`].
        Typed => "typed", "Typed their name";
        /// See [`Method::Here`].
        Here => "here", "Typed their name in the meeting";
        /// See [`Method::Verbal`].
        Verbal => "verbal", "Said yes, with a witness";
        /// See [`Method::Paper`].
        Paper => "paper", "Signed on paper";
    }
}

impl Method {
    /// Which kind it is.
    pub const fn name(&self) -> MethodName {
        match self {
            Self::Typed { .. } => MethodName::Typed,
            Self::Here { .. } => MethodName::Here,
            Self::Verbal { .. } => MethodName::Verbal,
            Self::Paper { .. } => MethodName::Paper,
        }
    }
}

/// One attempt to reach somebody who has not signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    /// How.
    pub by: AskChannel,
    /// When.
    pub on: Date,
}

/// What somebody answered when asked to sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// They signed.
    Signed {
        /// How.
        method: Method,
        /// When.
        at: Timestamp,
    },
    /// They chose not to, and why in their words.
    Refused {
        /// Their reason.
        reason: Line<300>,
        /// When.
        at: Timestamp,
    },
    /// They could not: ill, too young, away.
    Unable {
        /// Why.
        reason: Line<300>,
        /// When it was recorded.
        at: Timestamp,
    },
    /// They were not there, and these attempts were made to reach them.
    Absent {
        /// The attempts, in any order.
        attempts: Vec<Attempt>,
    },
}

/// One person's answer, bound to the version they were shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Whose.
    pub signer: Signer,
    /// The plan they were shown.
    pub plan: PlanId,
    /// Which version that was.
    pub version: PlanVersion,
    /// Its hash.
    pub hash: PlanHash,
    /// What they answered.
    pub answer: Answer,
}

/// Why a signature was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignProblem {
    /// They were shown another version.
    #[error("sign: {shown} was shown, {newest} is the newest")]
    OldVersion {
        /// The version they saw.
        shown: PlanVersion,
        /// The newest one.
        newest: PlanVersion,
    },
    /// The words shown are not the words kept.
    #[error("sign: the words shown are not those agreed")]
    OtherWords,
    /// The witness is the person themselves.
    #[error("sign: a witness cannot be the signer")]
    OwnWitness,
}

impl SignProblem {
    /// What to do about it.
    pub fn words(self) -> String {
        match self {
            Self::OldVersion { newest, .. } => {
                format!("The plan has changed since. Read {newest}, then sign.")
            }
            Self::OtherWords => "Open it again, read it, then sign.".into(),
            Self::OwnWitness => "Choose someone else as the witness.".into(),
        }
    }
}

impl Signature {
    /// Takes an answer to the plan somebody was shown, whose hash came with it.
    ///
    /// # Errors
    /// [`SignProblem`] when that is not the newest version word for word, or
    /// when somebody would witness their own word.
    pub fn take(
        newest: &AgreedPlan,
        shown: (PlanVersion, PlanHash),
        signer: Signer,
        answer: Answer,
    ) -> Result<Self, SignProblem> {
        let plan = newest.plan();
        if shown.0 != plan.version {
            return Err(SignProblem::OldVersion {
                shown: shown.0,
                newest: plan.version,
            });
        }
        if shown.1 != newest.hash() {
            return Err(SignProblem::OtherWords);
        }
        own_witness(&signer, &answer)?;
        Ok(Self {
            signer,
            plan: plan.id,
            version: plan.version,
            hash: newest.hash(),
            answer,
        })
    }
}

/// Nobody is the witness of their own word.
fn own_witness(signer: &Signer, answer: &Answer) -> Result<(), SignProblem> {
    match answer {
        Answer::Signed {
            method: Method::Verbal { witness },
            ..
        } if witness.person == signer.person.person => Err(SignProblem::OwnWitness),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
