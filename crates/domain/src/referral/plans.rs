//! Plans a pupil may already have, and what becomes of each.

use jiff::civil::Date;

use crate::{coded, text::Line};

coded! {
    /// Another plan a pupil has.
    pub enum OtherPlan {
        /// Behaviour plan.
        Behaviour => "behaviour", "Behaviour plan";
        /// SEN support plan.
        SenSupport => "sen_support", "SEN support plan";
        /// Individual education plan.
        Iep => "iep", "Individual education plan (IEP)";
        /// Education, health and care plan.
        Ehcp => "ehcp", "Education, health and care plan (EHCP)";
        /// Personal education plan of a looked-after child.
        Pep => "pep", "Personal education plan (PEP)";
        /// Early help.
        EarlyHelp => "early_help", "Early help plan";
        /// Child in need, or child protection.
        SocialCare => "social_care", "Child in need or child protection plan";
        /// Individual healthcare plan.
        Healthcare => "healthcare", "Individual healthcare plan";
        /// Risk assessment.
        Risk => "risk", "Risk assessment";
        /// Part-time timetable.
        PartTime => "part_time", "Part-time timetable";
        /// Managed move or off-site direction.
        Placement => "placement", "Managed move or off-site direction";
        /// Attendance contract or plan.
        Attendance => "attendance", "Attendance contract or plan";
    }
}

/// How another plan stands to a programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The programme takes its place while it is open.
    Replaced,
    /// Both run at the same time.
    Beside,
    /// Stays as it is, and the two refer to each other.
    Linked,
}

impl OtherPlan {
    /// How it stands to a programme.
    pub const fn relation(self) -> Relation {
        match self {
            Self::Behaviour => Relation::Replaced,
            Self::SenSupport | Self::Ehcp | Self::Pep | Self::EarlyHelp => Relation::Beside,
            Self::Iep
            | Self::SocialCare
            | Self::Healthcare
            | Self::Risk
            | Self::PartTime
            | Self::Placement
            | Self::Attendance => Relation::Linked,
        }
    }

    /// What will happen to it, for the person starting a programme.
    pub const fn what_happens(self) -> &'static str {
        match self {
            Self::Behaviour => {
                "The programme replaces it from the day it is signed. When the programme \
                 closes you will be asked whether to bring it back."
            }
            Self::SenSupport => {
                "Both run at the same time. The SENCO is asked for their view and invited, and \
                 no target stands in both."
            }
            Self::Iep => "It is attached. The programme adds to it.",
            Self::Ehcp => {
                "It stays in force. Tell the council’s SEN caseworker, and think about asking \
                 for an early review."
            }
            Self::Pep => {
                "Both run at the same time. The virtual school is told, and the programme is \
                 written into the personal education plan."
            }
            Self::EarlyHelp => {
                "Think about which of the two helps more. They can share a meeting and one \
                 set of targets."
            }
            Self::SocialCare => {
                "The social worker is invited and targets can be shared. Nothing from that plan \
                 is copied here."
            }
            Self::Healthcare => {
                "It stays as it is. Adults who need to know are told what may set off \
                 difficulty."
            }
            Self::Risk => "It stays as it is and is linked. Review it at the same meetings.",
            Self::PartTime => {
                "It stays separate, with its own end date and the parent’s agreement. It may \
                 not be used to manage behaviour."
            }
            Self::Placement => "It stays separate. A review here can be evidence for it.",
            Self::Attendance => "It stays as it is. The two can share a meeting.",
        }
    }
}

/// One plan the pupil already has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExistingPlan {
    /// Which kind.
    pub plan: OtherPlan,
    /// Who leads it.
    pub lead: Option<Line<80>>,
    /// When it is next reviewed.
    pub next_review: Option<Date>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_behaviour_plan_gives_way_to_a_programme() {
        for plan in OtherPlan::ALL {
            let gives_way = plan.relation() == Relation::Replaced;
            assert_eq!(gives_way, *plan == OtherPlan::Behaviour, "{plan:?}");
        }
        assert_eq!(OtherPlan::SenSupport.relation(), Relation::Beside);
    }

    #[test]
    fn every_plan_says_what_will_happen_to_it() {
        for plan in OtherPlan::ALL {
            let words = plan.what_happens();
            assert!(words.ends_with('.') && !words.contains("  "), "{plan:?}");
        }
    }
}
