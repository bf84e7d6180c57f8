//! The timers themselves: what each is, how long it usually runs, and from
//! when.

use std::fmt;

use crate::dates::{SchoolDays, Weeks};

crate::coded! {
    /// Something that should happen within a time.
    pub enum Timer {
        /// The coordinator or the head decides on a referral.
        DecisionOnReferral => "decision_on_referral", "Decision on a referral";
        /// Someone rings or sees home before anything else happens.
        FirstContactHome => "first_contact_home", "First contact with home";
        /// Everyone's answers are collected. The meeting can go ahead without late ones.
        GatheringInformation => "gathering_information", "Collecting information";
        /// Invitations go out, unless home agrees to less.
        InvitationNotice => "invitation_notice", "Notice of a meeting";
        /// Staff answer their questions.
        StaffAnswers => "staff_answers", "Answers from staff";
        /// An outside agency answers.
        AgencyAnswer => "agency_answer", "Answer from an agency";
        /// The summary of a meeting goes to everyone.
        MeetingSummary => "meeting_summary", "Summary of a meeting";
        /// Everyone signs. A refusal or recorded attempts will do.
        Signatures => "signatures", "Signatures";
        /// Each teacher says they have read the strategy card.
        StrategyCardRead => "strategy_card_read", "Strategy card read";
        /// The key worker meets the pupil.
        KeyWorkerMeeting => "key_worker_meeting", "Meeting with the key worker";
        /// A review can be held from this long before it is due to this long after.
        ReviewWindow => "review_window", "Either side of a review";
        /// Staff and agencies are asked for what the review needs.
        ReviewReports => "review_reports", "Reports for a review";
        /// Home hears that things are not going well.
        ContactAfterConcern => "contact_after_concern", "Contact with home after a concern";
        /// The final evaluation is complete.
        FinalEvaluation => "final_evaluation", "Final evaluation";
        /// A programme past its end without a final meeting or an extension is out of time.
        OutOfTime => "out_of_time", "Out of time";
        /// A programme, extension and all, lasts no longer than this.
        LongestProgramme => "longest_programme", "Longest programme";
        /// Lighter support after success.
        Aftercare => "aftercare", "Aftercare";
    }
}

crate::coded! {
    /// What a timer is counted from.
    pub enum Anchor {
        /// The referral was handed in.
        Referral => "referral", "the referral";
        /// The referral was accepted.
        Acceptance => "acceptance", "the referral being accepted";
        /// People were asked.
        Request => "request", "the request";
        /// The meeting's date.
        Meeting => "meeting", "the meeting";
        /// The summary went out.
        Summary => "summary", "the summary";
        /// The plan began or was changed.
        PlanInForce => "plan_in_force", "the plan beginning or changing";
        /// The last time it happened.
        LastTime => "last_time", "the last time";
        /// The review's due date.
        ReviewDue => "review_due", "the review’s due date";
        /// A concern was raised.
        Concern => "concern", "the concern";
        /// The first day of the programme.
        Start => "start", "the start";
        /// The programme's planned end.
        PlannedEnd => "planned_end", "the planned end";
        /// The programme was closed.
        Closing => "closing", "the programme being closed";
    }
}

/// On which side of its anchor a timer's date lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// By so long before.
    Before,
    /// Within so long after.
    After,
}

/// How long a timer runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Amount {
    /// Days on which school meets; holidays never count.
    SchoolDays(SchoolDays),
    /// Weeks in which school meets on enough days.
    SchoolWeeks(Weeks),
}

impl Amount {
    /// The number, whatever it counts.
    pub fn number(self) -> u16 {
        match self {
            Self::SchoolDays(days) => days.number(),
            Self::SchoolWeeks(weeks) => u16::from(weeks.number()),
        }
    }

    /// Another number of the same unit; nothing when it is too large for it.
    pub fn with(self, number: u16) -> Option<Self> {
        match self {
            Self::SchoolDays(_) => Some(Self::SchoolDays(SchoolDays::new(number))),
            Self::SchoolWeeks(_) => {
                let number = u8::try_from(number).ok()?;
                Some(Self::SchoolWeeks(Weeks::new(number)))
            }
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SchoolDays(days) => days.fmt(f),
            Self::SchoolWeeks(weeks) => {
                let noun = if weeks.number() == 1 { "week" } else { "weeks" };
                write!(f, "{} school {noun}", weeks.number())
            }
        }
    }
}

const fn days(number: u16) -> Amount {
    Amount::SchoolDays(SchoolDays::new(number))
}

const fn weeks(number: u8) -> Amount {
    Amount::SchoolWeeks(Weeks::new(number))
}

impl Timer {
    /// How long it runs unless the school chooses otherwise.
    pub const fn usual(self) -> Amount {
        match self {
            Self::FirstContactHome | Self::StrategyCardRead | Self::ContactAfterConcern => days(2),
            Self::DecisionOnReferral | Self::MeetingSummary => days(3),
            Self::InvitationNotice
            | Self::StaffAnswers
            | Self::Signatures
            | Self::KeyWorkerMeeting
            | Self::ReviewWindow
            | Self::FinalEvaluation => days(5),
            Self::ReviewReports => days(7),
            Self::GatheringInformation | Self::AgencyAnswer | Self::OutOfTime => days(10),
            Self::Aftercare => weeks(6),
            Self::LongestProgramme => weeks(16),
        }
    }

    /// The most a school may choose, in the timer's own unit; the least is one.
    pub const fn most(self) -> Amount {
        match self {
            Self::ReviewWindow
            | Self::FirstContactHome
            | Self::StrategyCardRead
            | Self::ContactAfterConcern => days(10),
            Self::GatheringInformation | Self::OutOfTime | Self::AgencyAnswer => days(40),
            Self::Aftercare => weeks(12),
            Self::LongestProgramme => weeks(26),
            _ => days(20),
        }
    }

    /// What it is counted from.
    pub const fn anchor(self) -> Anchor {
        match self {
            Self::DecisionOnReferral => Anchor::Referral,
            Self::FirstContactHome | Self::GatheringInformation => Anchor::Acceptance,
            Self::StaffAnswers | Self::AgencyAnswer => Anchor::Request,
            Self::InvitationNotice | Self::MeetingSummary => Anchor::Meeting,
            Self::Signatures => Anchor::Summary,
            Self::StrategyCardRead => Anchor::PlanInForce,
            Self::KeyWorkerMeeting => Anchor::LastTime,
            Self::ReviewWindow | Self::ReviewReports => Anchor::ReviewDue,
            Self::ContactAfterConcern => Anchor::Concern,
            Self::FinalEvaluation | Self::OutOfTime => Anchor::PlannedEnd,
            Self::LongestProgramme => Anchor::Start,
            Self::Aftercare => Anchor::Closing,
        }
    }

    /// Whether its date lies before its anchor or after it. The review window
    /// lies on both sides and has its own type.
    pub const fn side(self) -> Side {
        match self {
            Self::InvitationNotice | Self::ReviewReports => Side::Before,
            _ => Side::After,
        }
    }

    /// When to remind people before it runs out.
    pub const fn reminders(self) -> &'static [Amount] {
        match self {
            Self::StaffAnswers => const { &[days(3)] },
            Self::AgencyAnswer => const { &[days(7)] },
            Self::Aftercare => const { &[weeks(3)] },
            _ => &[],
        }
    }

    /// In a sentence's middle: "3 school days after the referral".
    pub fn words(self, amount: Amount) -> String {
        let anchor = self.anchor().label();
        let side = match (self, self.side()) {
            (Self::LongestProgramme, _) => {
                return format!("{amount} from {anchor}, more time included");
            }
            (Self::ReviewWindow, _) => "before and after",
            (_, Side::Before) => "before",
            (_, Side::After) => "after",
        };
        format!("{amount} {side} {anchor}")
    }
}
