//! Attendance codes of England and what each counts as.
//!
//! From 19 August 2024, by the School Attendance (Pupil Registration)
//! (England) Regulations 2024; J and Y are of the codes before them.

use jiff::civil::{Date, date};

domain::coded! {
    /// Morning or afternoon.
    pub enum Session {
        /// Before lunch.
        Morning => "AM", "Morning";
        /// After lunch.
        Afternoon => "PM", "Afternoon";
    }
}

impl Session {
    /// Reads AM, PM, A, P, morning, afternoon, 1 and 2 in any case.
    pub fn read(words: &str) -> Option<Self> {
        match words.to_lowercase().as_str() {
            "am" | "a" | "morning" | "1" => Some(Self::Morning),
            "pm" | "p" | "afternoon" | "2" => Some(Self::Afternoon),
            _ => None,
        }
    }
}

domain::coded! {
    /// What the register says of one pupil for one session.
    pub enum Mark {
        /// `/`.
        PresentMorning => "/", "Present in the morning";
        /// `\`.
        PresentAfternoon => "\\", "Present in the afternoon";
        /// L.
        Late => "L", "Late, before the register closed";
        /// B.
        OffSite => "B", "Educated off site";
        /// K.
        Arranged => "K", "Provision arranged by the local authority";
        /// P.
        Sport => "P", "Approved sport";
        /// V.
        Visit => "V", "Educational visit";
        /// W.
        WorkExperience => "W", "Work experience";
        /// C.
        Leave => "C", "Other leave";
        /// C1.
        Performance => "C1", "Performance or employment";
        /// C2.
        PartTime => "C2", "Part-time timetable";
        /// E.
        Suspended => "E", "Suspended or excluded";
        /// I.
        Illness => "I", "Illness";
        /// J1.
        Interview => "J1", "Interview";
        /// M.
        Medical => "M", "Medical or dental appointment";
        /// R.
        Religious => "R", "Religious observance";
        /// S.
        StudyLeave => "S", "Study leave";
        /// T.
        Traveller => "T", "Traveller absence";
        /// G.
        Holiday => "G", "Holiday not granted";
        /// N.
        NotYetKnown => "N", "Reason not yet known";
        /// O.
        NoReason => "O", "No or unsatisfactory reason";
        /// U.
        AfterClosing => "U", "Late, after the register closed";
        /// D.
        DualRegistered => "D", "Dual registered elsewhere";
        /// Q.
        NoAccess => "Q", "No access arrangements";
        /// Y1.
        Transport => "Y1", "School transport not running";
        /// Y2.
        Travel => "Y2", "Travel widely disrupted";
        /// Y3.
        PartClosed => "Y3", "Part of the site closed";
        /// Y4.
        WholeClosed => "Y4", "Whole site closed";
        /// Y5.
        Custody => "Y5", "In custody";
        /// Y6.
        PublicHealth => "Y6", "Public health guidance";
        /// Y7.
        Unavoidable => "Y7", "Other unavoidable cause";
        /// X.
        NotRequired => "X", "Not of compulsory school age";
        /// Z.
        NotOnRoll => "Z", "Not yet on roll";
        /// #.
        PlannedClosure => "#", "Planned closure";
        /// J, until August 2024.
        OldInterview => "J", "Interview (old code)";
        /// Y, until August 2024.
        OldUnable => "Y", "Unable to attend (old code)";
    }
}

domain::coded! {
    /// What a mark counts as.
    pub enum Standing {
        /// There, or at something the school approved.
        Attending => "attending", "Attending";
        /// Away with leave.
        Authorised => "authorised", "Authorised absence";
        /// Away without leave.
        Unauthorised => "unauthorised", "Unauthorised absence";
        /// Not a session that counts.
        NotPossible => "not_possible", "Not a possible session";
    }
}

/// The day from which the codes of 2024 are in force.
const NEW_CODES: Date = date(2024, 8, 19);

impl Mark {
    /// Reads a code in any case; `None` if no register had it on that day.
    pub fn read(words: &str, on: Date) -> Option<Self> {
        let mark: Self = words.to_ascii_uppercase().parse().ok()?;
        let is_old = matches!(mark, Self::OldInterview | Self::OldUnable);
        (!is_old || on < NEW_CODES).then_some(mark)
    }

    /// The mark for being present that belongs to the session; other marks
    /// stay as they are.
    #[must_use]
    pub const fn fitting(self, session: Session) -> Self {
        match (self, session) {
            (Self::PresentMorning, Session::Afternoon) => Self::PresentAfternoon,
            (Self::PresentAfternoon, Session::Morning) => Self::PresentMorning,
            _ => self,
        }
    }

    /// What it counts as.
    pub const fn standing(self) -> Standing {
        match self {
            Self::PresentMorning
            | Self::PresentAfternoon
            | Self::Late
            | Self::OffSite
            | Self::Arranged
            | Self::Sport
            | Self::Visit
            | Self::WorkExperience => Standing::Attending,
            Self::Leave
            | Self::Performance
            | Self::PartTime
            | Self::Suspended
            | Self::Illness
            | Self::Interview
            | Self::OldInterview
            | Self::Medical
            | Self::Religious
            | Self::StudyLeave
            | Self::Traveller => Standing::Authorised,
            Self::Holiday | Self::NotYetKnown | Self::NoReason | Self::AfterClosing => {
                Standing::Unauthorised
            }
            Self::DualRegistered
            | Self::NoAccess
            | Self::Transport
            | Self::Travel
            | Self::PartClosed
            | Self::WholeClosed
            | Self::Custody
            | Self::PublicHealth
            | Self::Unavoidable
            | Self::NotRequired
            | Self::NotOnRoll
            | Self::PlannedClosure
            | Self::OldUnable => Standing::NotPossible,
        }
    }
}
