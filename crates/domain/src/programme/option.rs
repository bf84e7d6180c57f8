//! What can follow a plan that did not do enough: choices, not a ladder.

use crate::coded;

coded! {
    /// A choice after an unsuccessful programme, in alphabetical order so that
    /// none looks like the next rung.
    pub enum NextOption {
        /// Change the special needs stage, or ask for a needs assessment.
        SenStage => "sen_stage", "Adjust SEN stage or ask for a needs assessment";
        /// Part of the week in alternative provision.
        InReach => "in_reach", "Alternative provision for part of the week";
        /// Outreach from alternative provision.
        Outreach => "outreach", "Alternative provision outreach";
        /// Mental health or other health services.
        Health => "health", "CAMHS or other health referral";
        /// Another class, set or tutor.
        ClassChange => "class_change", "Change of class, set or tutor";
        /// Early help.
        EarlyHelp => "early_help", "Early help or family support";
        /// An early review of the education, health and care plan.
        PlanReview => "plan_review", "Early review of the EHC plan";
        /// An educational psychologist.
        Psychologist => "psychologist", "Educational psychologist assessment";
        /// A longer programme, once.
        Extend => "extend", "Extend the programme";
        /// A supportive meeting with governors.
        Governors => "governors", "Governor support meeting";
        /// A managed move.
        ManagedMove => "managed_move", "Managed move";
        /// A mentor, or youth work.
        Mentor => "mentor", "Mentor or youth service";
        /// Time in another setting.
        OffSite => "off_site", "Off-site direction";
        /// A meeting about the personal education plan.
        PepMeeting => "pep_meeting", "PEP meeting";
        /// A short placement elsewhere.
        Respite => "respite", "Respite or intervention placement";
        /// Another programme, starting from a new assessment.
        SecondProgramme => "second_programme", "Second programme with a new assessment";
        /// Social care.
        SocialCare => "social_care", "Social care referral";
        /// A specialist place.
        SpecialistPlace => "specialist_place", "Specialist placement request";
        /// Another timetable.
        Timetable => "timetable", "Timetable change";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_are_in_alphabetical_order_so_that_they_are_no_ladder() {
        assert!(NextOption::ALL.is_sorted_by_key(|option| option.label().to_lowercase()));
    }
}
