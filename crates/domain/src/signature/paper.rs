//! Signing what a meeting settled: a review, or how the programme ended. It asks
//! the same people in the same ways as the plan, and holds nothing up: whoever
//! does not answer is recorded as just that.

use std::{fmt, str::FromStr};

use super::{Answer, SignProblem, Signer, own_witness};
use crate::{account::CaseRole, id::ReviewId, plan::PlanHash};

/// The hash of the words that were shown.
pub type WordsHash = PlanHash;

/// What is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// A review that was held.
    Review(ReviewId),
    /// How the programme ended; a new number each time it ends again.
    Ending(u32),
}

/// A stored paper that is not known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("read paper: '{0}' is unknown")]
pub struct UnknownPaper(pub String);

/// As stored, and in an address: "review_0198...", "ending_1".
impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Review(id) => id.fmt(f),
            Self::Ending(number) => write!(f, "ending_{number}"),
        }
    }
}

impl FromStr for Paper {
    type Err = UnknownPaper;

    fn from_str(code: &str) -> Result<Self, UnknownPaper> {
        let review = || code.parse().ok().map(Self::Review);
        let ending = code.strip_prefix("ending_");
        let ending = ending.and_then(|number| number.parse().ok());
        let ending = ending.filter(|number| *number > 0).map(Self::Ending);
        let found = ending.or_else(review);
        found.ok_or_else(|| UnknownPaper(code.to_owned()))
    }
}

impl Paper {
    /// Whether somebody with this role is asked to sign it. The head's answer to
    /// an ending is their confirmation.
    pub const fn is_signed_by(self, role: CaseRole) -> bool {
        use CaseRole as R;
        match role {
            R::Pupil | R::Parent | R::Carer | R::Coordinator => true,
            R::KeyWorker | R::Senco => matches!(self, Self::Review(_)),
            _ => false,
        }
    }

    /// The document it is, in the reading matrix.
    pub const fn document(self) -> &'static str {
        match self {
            Self::Review(_) => "D33",
            Self::Ending(_) => "D34",
        }
    }
}

/// One person's answer, bound to the words they were shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperSignature {
    /// Whose.
    pub signer: Signer,
    /// What they were asked to sign.
    pub paper: Paper,
    /// The hash of its words.
    pub hash: WordsHash,
    /// What they answered.
    pub answer: Answer,
}

impl PaperSignature {
    /// Takes an answer to what somebody was shown, whose hash came with it.
    ///
    /// # Errors
    /// [`SignProblem`] when those are not the words that are kept, or when
    /// somebody would witness their own word.
    pub fn take(
        paper: Paper,
        (kept, shown): (WordsHash, WordsHash),
        signer: Signer,
        answer: Answer,
    ) -> Result<Self, SignProblem> {
        if kept != shown {
            return Err(SignProblem::OtherWords);
        }
        own_witness(&signer, &answer)?;
        Ok(Self {
            signer,
            paper,
            hash: kept,
            answer,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::*;
    use crate::{
        signature::{Method, SigningPart},
        target::cast::petrie,
    };

    #[test]
    fn a_paper_reads_back_as_it_is_stored() {
        for paper in [
            Paper::Review(ReviewId::new(Uuid::from_u128(7))),
            Paper::Ending(2),
        ] {
            assert_eq!(paper.to_string().parse(), Ok(paper));
        }
        for wrong in ["ending_0", "review_1", "plan_7", ""] {
            assert!(wrong.parse::<Paper>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_the_words_that_are_kept_are_signed_and_nobody_witnesses_themselves() {
        let signer = Signer {
            person: petrie(),
            part: SigningPart::Staff,
        };
        let (kept, other) = (WordsHash::of("as settled"), WordsHash::of("as it was"));
        let typed = Answer::Unable {
            reason: crate::plan::cast::line("Ill"),
            at: Timestamp::UNIX_EPOCH,
        };
        let paper = Paper::Ending(1);
        let taken = PaperSignature::take(paper, (kept, other), signer.clone(), typed.clone());
        assert_eq!(taken, Err(SignProblem::OtherWords));
        assert!(PaperSignature::take(paper, (kept, kept), signer.clone(), typed).is_ok());
        let own = Answer::Signed {
            method: Method::Verbal { witness: petrie() },
            at: Timestamp::UNIX_EPOCH,
        };
        let taken = PaperSignature::take(paper, (kept, kept), signer, own);
        assert_eq!(taken, Err(SignProblem::OwnWitness));
    }

    #[test]
    fn teachers_sign_neither_and_the_key_worker_signs_reviews() {
        let review = Paper::Review(ReviewId::new(Uuid::from_u128(7)));
        assert!(review.is_signed_by(CaseRole::KeyWorker));
        assert!(!Paper::Ending(1).is_signed_by(CaseRole::KeyWorker));
        assert!(!review.is_signed_by(CaseRole::SubjectTeacher));
        assert!(Paper::Ending(1).is_signed_by(CaseRole::Carer));
    }
}
