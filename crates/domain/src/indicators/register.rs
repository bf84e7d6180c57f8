//! The attendance register's codes, in force since August 2024, and what each
//! counts as.

use crate::rating::Presence;

crate::coded! {
    /// One session's mark in the register.
    pub enum Mark {
        /// In school in the morning.
        PresentMorning => "/", "Present (morning)";
        /// In school in the afternoon.
        PresentAfternoon => "\\", "Present (afternoon)";
        /// Late, while the register was open.
        Late => "L", "Late";
        /// Somewhere the council arranged.
        CouncilProvision => "K", "At provision arranged by the council";
        /// A visit or trip.
        Visit => "V", "Educational visit";
        /// A match or sporting event.
        Sport => "P", "Sporting activity";
        /// Work experience.
        WorkExperience => "W", "Work experience";
        /// Another approved activity elsewhere.
        OtherActivity => "B", "Other approved activity off site";
        /// At the other school where the pupil is also registered.
        OtherSchool => "D", "At the other school";
        /// Leave for something exceptional.
        Leave => "C", "Leave (exceptional circumstances)";
        /// Leave to perform or to work abroad.
        Performance => "C1", "Leave for a performance";
        /// Leave under a part-time timetable.
        PartTime => "C2", "Leave (part-time timetable)";
        /// Suspended or permanently excluded, with nowhere else arranged.
        Suspended => "E", "Suspended or excluded";
        /// Ill.
        Ill => "I", "Illness";
        /// An interview.
        Interview => "J1", "Interview";
        /// A doctor's or dentist's appointment.
        Appointment => "M", "Medical or dental appointment";
        /// A day of religious observance.
        Religious => "R", "Religious observance";
        /// Study leave.
        StudyLeave => "S", "Study leave";
        /// A parent is travelling for work.
        Travelling => "T", "Parent travelling for work";
        /// A holiday that was not agreed.
        HolidayNotAgreed => "G", "Holiday not agreed";
        /// Nobody knows why yet.
        NoReasonYet => "N", "Reason not yet known";
        /// Absent for another or an unknown reason.
        Unauthorised => "O", "Absent, no accepted reason";
        /// In the building, but after the register had closed.
        AfterRegister => "U", "Arrived after the register closed";
        /// The council has not arranged access.
        NoAccess => "Q", "Unable to attend: no access arrangements";
        /// Too young or too old to have to attend.
        NotRequired => "X", "Not required to attend";
        /// The usual transport did not run.
        NoTransport => "Y1", "Unable to attend: transport";
        /// Travel was widely disrupted.
        TravelDisruption => "Y2", "Unable to attend: travel disruption";
        /// Part of the site had to close.
        PartClosed => "Y3", "Unable to attend: part of the school closed";
        /// The whole site had to close.
        SiteClosed => "Y4", "Unable to attend: school closed unexpectedly";
        /// In custody.
        Detained => "Y5", "Unable to attend: in custody";
        /// Public health rules.
        PublicHealth => "Y6", "Unable to attend: public health";
        /// Another unavoidable cause.
        Unavoidable => "Y7", "Unable to attend: unavoidable cause";
        /// Not yet on the register.
        NotYetOnRoll => "Z", "Not yet on roll";
        /// The school was closed as planned.
        PlannedClosure => "#", "School closed as planned";
    }
}

/// What a mark counts as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkClass {
    /// In school.
    Attending,
    /// Elsewhere, learning, with the school's approval.
    ApprovedActivity,
    /// Away with leave.
    Authorised,
    /// Away without leave.
    Unauthorised,
    /// Not a session this pupil could attend here.
    NotPossible,
}

impl Mark {
    /// What it counts as.
    pub const fn class(self) -> MarkClass {
        match self {
            Self::PresentMorning | Self::PresentAfternoon | Self::Late => MarkClass::Attending,
            Self::CouncilProvision
            | Self::Visit
            | Self::Sport
            | Self::WorkExperience
            | Self::OtherActivity => MarkClass::ApprovedActivity,
            Self::Leave
            | Self::Performance
            | Self::PartTime
            | Self::Suspended
            | Self::Ill
            | Self::Interview
            | Self::Appointment
            | Self::Religious
            | Self::StudyLeave
            | Self::Travelling => MarkClass::Authorised,
            Self::HolidayNotAgreed
            | Self::NoReasonYet
            | Self::Unauthorised
            | Self::AfterRegister => MarkClass::Unauthorised,
            Self::OtherSchool
            | Self::NoAccess
            | Self::NotRequired
            | Self::NoTransport
            | Self::TravelDisruption
            | Self::PartClosed
            | Self::SiteClosed
            | Self::Detained
            | Self::PublicHealth
            | Self::Unavoidable
            | Self::NotYetOnRoll
            | Self::PlannedClosure => MarkClass::NotPossible,
        }
    }

    /// Whether it was a session the pupil could have attended.
    pub const fn is_possible(self) -> bool {
        !matches!(self.class(), MarkClass::NotPossible)
    }

    /// Where the pupil was, as somebody in a lesson would see it: a pupil who came
    /// after the register had closed is here.
    pub const fn presence(self) -> Presence {
        match self {
            Self::AfterRegister => Presence::Present,
            Self::Suspended => Presence::Suspended,
            Self::OtherSchool => Presence::Elsewhere,
            other => match other.class() {
                MarkClass::Attending => Presence::Present,
                MarkClass::ApprovedActivity => Presence::Elsewhere,
                _ => Presence::Absent,
            },
        }
    }

    /// Whether it counts as attended.
    pub const fn is_attended(self) -> bool {
        matches!(
            self.class(),
            MarkClass::Attending | MarkClass::ApprovedActivity
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(keep: impl Fn(Mark) -> bool) -> String {
        let kept = Mark::ALL.iter().copied().filter(|mark| keep(*mark));
        kept.map(Mark::code).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_codes_that_count_as_attended_are_these() {
        assert_eq!(codes(Mark::is_attended), r"/ \ L K V P W B");
    }

    #[test]
    fn the_codes_that_are_no_possible_session_are_these() {
        assert_eq!(
            codes(|mark| !mark.is_possible()),
            "D Q X Y1 Y2 Y3 Y4 Y5 Y6 Y7 Z #"
        );
    }

    #[test]
    fn the_codes_of_unauthorised_absence_are_these() {
        assert_eq!(
            codes(|mark| mark.class() == MarkClass::Unauthorised),
            "G N O U"
        );
    }

    #[test]
    fn a_pupil_is_in_the_lesson_with_these_codes() {
        assert_eq!(codes(|mark| mark.presence().is_here()), r"/ \ L U");
        assert_eq!(Mark::Suspended.presence(), Presence::Suspended);
        assert_eq!(Mark::Visit.presence(), Presence::Elsewhere);
    }

    #[test]
    fn a_code_reads_back_as_its_mark() {
        for mark in Mark::ALL {
            assert_eq!(mark.code().parse(), Ok(*mark));
        }
        assert!("H".parse::<Mark>().is_err(), "withdrawn in August 2024");
    }
}
