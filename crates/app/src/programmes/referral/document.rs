//! The referral as a document: who may read which part.

use domain::{
    id::AccountId,
    referral::{ExistingPlan, Referral, Tried, TriggerNoted},
    sealed::{Apart, InPart, Sealed},
    text::{Line, Prose},
};

use super::Written;

/// Its row in the reading matrix.
pub const READS: &str = "D01";

/// A referral to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferralDocument {
    /// What was written.
    pub referral: Referral,
    /// What in a behaviour plan is worth keeping.
    pub keep: Option<Prose<800>>,
}

impl ReferralDocument {
    /// Seals what was written; its writer reads all of it.
    pub(crate) fn seal(written: &Written, writer: AccountId) -> Sealed<Self> {
        let document = Self {
            referral: written.referral.clone(),
            keep: written.keep.clone(),
        };
        Sealed::new(READS, Some(writer), document)
    }
}

impl InPart for ReferralDocument {
    /// Family reads why and what helps, without who said what; the pupil reads
    /// what they are good at and where things go well.
    fn in_part(self, which: &'static str) -> Option<Self> {
        let Referral {
            on,
            triggers,
            best,
            strengths,
            tried,
            plans,
            ..
        } = self.referral;
        let simple = Referral {
            on,
            best,
            strengths,
            ..Referral::default()
        };
        let referral = match which {
            "simple" => simple,
            "summary" => Referral {
                triggers: triggers.into_iter().map(without_evidence).collect(),
                tried: tried.into_iter().filter_map(without_names).collect(),
                plans: plans.map(|plans| plans.into_iter().map(without_lead).collect()),
                ..simple
            },
            _ => return None,
        };
        let keep = None;
        Some(Self { referral, keep })
    }

    /// No page shows a referral to anybody at home.
    fn without(self, _: &Apart) -> Option<Self> {
        None
    }
}

fn without_evidence(noted: TriggerNoted) -> TriggerNoted {
    TriggerNoted {
        evidence: None,
        ..noted
    }
}

fn without_names(tried: Tried) -> Option<Tried> {
    Some(Tried {
        by: Line::new("School").ok()?,
        note: None,
        ..tried
    })
}

fn without_lead(plan: ExistingPlan) -> ExistingPlan {
    ExistingPlan { lead: None, ..plan }
}
