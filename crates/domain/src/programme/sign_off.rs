//! Which signatures a plan needs before it runs. A parent's silence is never
//! agreement: it only means that two attempts have been written down.

use jiff::civil::Date;

/// Attempts to reach a parent that must be recorded before a plan may run
/// without a parent's answer.
pub const ATTEMPTS_NEEDED: u8 = 2;

/// How the signatures of one version of a plan stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignOff {
    /// The pupil's answer.
    pub pupil: Option<PupilAnswer>,
    /// The parents' answers.
    pub parents: ParentAnswers,
    /// When the coordinator signed.
    pub coordinator: Option<Date>,
}

/// What a pupil answered. Refusing has no consequence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PupilAnswer {
    /// Signed.
    Signed,
    /// Chose not to.
    Refused,
    /// Could not, and why is recorded.
    Unable,
}

/// What the parents and carers answered, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParentAnswers {
    /// At least one signed.
    Signed,
    /// None signed; at least one chose not to.
    Refused,
    /// No answer after this many recorded attempts.
    Silent {
        /// How many.
        attempts: u8,
    },
}

/// A signature that is out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsigned {
    /// The pupil's.
    Pupil,
    /// A parent's.
    Parent {
        /// Attempts recorded so far.
        attempts: u8,
    },
    /// The coordinator's.
    Coordinator,
}

impl Unsigned {
    /// What to do about it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pupil => "Ask the pupil to sign, or record that they will not or cannot",
            Self::Parent { attempts: 0 } => "Ask a parent to sign, or record two attempts",
            Self::Parent { .. } => "Ask a parent to sign, or record another attempt",
            Self::Coordinator => "Sign as coordinator",
        }
    }
}

impl SignOff {
    /// Every signature that is out.
    pub fn unsigned(&self) -> Vec<Unsigned> {
        let parent = match self.parents {
            ParentAnswers::Silent { attempts } if attempts < ATTEMPTS_NEEDED => {
                Some(Unsigned::Parent { attempts })
            }
            ParentAnswers::Signed | ParentAnswers::Refused | ParentAnswers::Silent { .. } => None,
        };
        let pupil = self.pupil.is_none().then_some(Unsigned::Pupil);
        let coordinator = self.coordinator.is_none().then_some(Unsigned::Coordinator);
        [pupil, parent, coordinator].into_iter().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_refusal_or_two_attempts_stand_in_for_a_signature_but_one_attempt_does_not() {
        let mut signed = SignOff {
            pupil: Some(PupilAnswer::Refused),
            parents: ParentAnswers::Silent { attempts: 1 },
            coordinator: Some(date(2026, 9, 28)),
        };
        assert_eq!(signed.unsigned(), [Unsigned::Parent { attempts: 1 }]);
        for parents in [
            ParentAnswers::Silent { attempts: 2 },
            ParentAnswers::Refused,
            ParentAnswers::Signed,
        ] {
            signed.parents = parents;
            assert_eq!(signed.unsigned(), []);
        }
    }

    #[test]
    fn every_signature_that_is_out_is_named_at_once() {
        let nobody = SignOff {
            pupil: None,
            parents: ParentAnswers::Silent { attempts: 0 },
            coordinator: None,
        };
        assert_eq!(nobody.unsigned().len(), 3);
    }
}
