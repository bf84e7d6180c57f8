//! Who came to a meeting, and how much of it the pupil was there for.

use jiff::civil::Time;

use crate::{account::Role, commitment::Owner, text::Line};

crate::coded! {
    /// How somebody took part.
    pub enum AttendanceStatus {
        /// In the room, all of the time.
        Present => "present", "Here";
        /// In the room for part of it.
        Part => "part", "Here for part";
        /// By video.
        ByVideo => "by_video", "By video";
        /// By phone.
        ByPhone => "by_phone", "By phone";
        /// Sent word they could not come.
        Apologies => "apologies", "Sent apologies";
        /// Did not come.
        DidNotCome => "did_not_attend", "Not here";
        /// Did not come, and sent what they think.
        ViewsSent => "views_sent", "Sent their views";
    }
}

impl AttendanceStatus {
    /// Whether they could speak for themselves.
    pub const fn took_part(self) -> bool {
        matches!(
            self,
            Self::Present | Self::Part | Self::ByVideo | Self::ByPhone
        )
    }
}

/// One person at one meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attendance {
    /// Who.
    pub person: Owner,
    /// What they are to the pupil.
    pub role: Role,
    /// How they took part.
    pub status: AttendanceStatus,
    /// When they came, if not at the start.
    pub arrived: Option<Time>,
    /// When they went, if not at the end.
    pub left: Option<Time>,
}

/// How much of a meeting the pupil was there for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PupilAttendance {
    /// All of it.
    Whole,
    /// Part of it.
    Part {
        /// Which part.
        which: Option<Line<120>>,
    },
    /// None of it; somebody read out what they wanted said.
    ViewsOnly,
    /// They were not asked, which needs a reason.
    NotInvited {
        /// Why not.
        reason: Line<200>,
    },
}

crate::coded! {
    /// How much of a meeting the pupil was there for, without the detail.
    pub enum PupilMode {
        /// See [`PupilAttendance::Whole`].
        Whole => "whole", "All of it";
        /// See [`PupilAttendance::Part`].
        Part => "part", "Part of it";
        /// See [`PupilAttendance::ViewsOnly`].
        ViewsOnly => "views_only", "Their views were read out";
        /// See [`PupilAttendance::NotInvited`].
        NotInvited => "not_invited", "Not invited";
    }
}

impl PupilAttendance {
    /// Builds it from a mode and the words that go with it; none when a reason
    /// is needed and not given.
    pub fn of(mode: PupilMode, detail: Option<Line<200>>) -> Option<Self> {
        Some(match mode {
            PupilMode::Whole => Self::Whole,
            PupilMode::Part => Self::Part {
                which: detail.and_then(|detail| Line::new(detail.as_str()).ok()),
            },
            PupilMode::ViewsOnly => Self::ViewsOnly,
            PupilMode::NotInvited => Self::NotInvited { reason: detail? },
        })
    }

    /// The mode.
    pub const fn mode(&self) -> PupilMode {
        match self {
            Self::Whole => PupilMode::Whole,
            Self::Part { .. } => PupilMode::Part,
            Self::ViewsOnly => PupilMode::ViewsOnly,
            Self::NotInvited { .. } => PupilMode::NotInvited,
        }
    }

    /// Whether the pupil was there at all. When not, targets stay proposed
    /// until the pupil has seen and changed them.
    pub const fn was_there(&self) -> bool {
        matches!(self, Self::Whole | Self::Part { .. })
    }
}
