//! What a move brings with it: work to be done, letters, alerts. Data only;
//! doing any of it is for the verbs and jobs.

use jiff::civil::Date;

use super::{Letter, Programme, StageName};
use crate::{coded, document::DocumentKind, id::ProgrammeId, text::Prose, timers::Timer};

coded! {
    /// A job for somebody, that a move makes.
    pub enum Task {
        /// Decide on a referral.
        Decide => "decide", "Decide on the referral";
        /// Speak to the family, by phone first.
        ContactFamily => "contact_family", "Contact the family";
        /// Draft the agenda of the first meeting.
        Agenda => "agenda", "Draft the agenda";
        /// Send everyone the summary of the meeting.
        Summary => "summary", "Send the meeting summary";
        /// Gather the signatures.
        Signatures => "signatures", "Gather the signatures";
        /// The key worker's next meeting with the pupil.
        CheckIn => "check_in", "Meet the pupil";
        /// See that every teacher has read the strategy card.
        Cards => "cards", "See that every teacher has read the card";
        /// Ask staff and agencies for reports.
        Reports => "reports", "Ask for reports";
        /// Offer the family an early review.
        EarlyReview => "early_review", "Offer an early review";
        /// Complete the final evaluation.
        Evaluation => "evaluation", "Complete the final evaluation";
        /// Decide whether a behaviour plan comes back.
        BehaviourPlan => "behaviour_plan", "Decide whether the behaviour plan comes back";
        /// Hand the record to the new school.
        TransferPack => "transfer_pack", "Hand over the record";
        /// The pupil has left the roll: record where to, or close.
        LeftRoll => "left_roll", "Record the move or close";
        /// Somebody who takes part has left the school: hand over their part.
        HandOver => "hand_over", "Hand over a colleague’s part";
        /// Check how it goes in aftercare.
        AftercareCheck => "aftercare_check", "Check how it is going";
        /// Hold the meeting about options.
        Options => "options", "Meet about what comes next";
        /// Draft the message to the council.
        CouncilMessage => "council_message", "Draft the message to the council";
    }
}

coded! {
    /// Who is told of a move at once.
    pub enum Tell {
        /// Everyone who may be given a programme to run.
        CoordinatorPool => "coordinator_pool", "Coordinators";
        /// The safeguarding lead.
        SafeguardingLead => "safeguarding_lead", "Designated safeguarding lead";
        /// The SENCO.
        Senco => "senco", "SENCO";
        /// Whoever wrote the referral.
        Author => "author", "Author of the referral";
        /// The head.
        Head => "head", "Headteacher";
        /// The coordinator of this programme.
        Coordinator => "coordinator", "Coordinator";
    }
}

/// When a job is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskDue {
    /// On a date.
    On(Date),
    /// As long after (or before) the date as the school's timer says.
    By {
        /// The timer.
        timer: Timer,
        /// The date it is counted from.
        from: Date,
    },
}

/// One thing a move brings with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// A job for somebody.
    Task {
        /// What.
        task: Task,
        /// When.
        due: TaskDue,
    },
    /// Answers or a record to ask for.
    Ask {
        /// The document.
        document: DocumentKind,
        /// When.
        due: TaskDue,
    },
    /// A letter to prepare. Nothing leaves the school by itself.
    Letter(Letter),
    /// Somebody hears of it at once.
    Tell(Tell),
    /// The head and the safeguarding lead must look: a pupil leaves for home
    /// education during a programme.
    OffRollingAlert,
    /// The clock stops.
    ClockStops,
    /// The clock runs again; dates still to come are worked out anew.
    ClockRuns,
    /// What was written before the meeting can no longer be changed.
    LockBeforeMeeting,
    /// Every adult's strategy card is given out, or given out again.
    StrategyCards,
    /// Signatures of the version before no longer hold.
    SignAgain,
    /// What the programme before had gathered stands in this one too, by
    /// reference.
    CarryDocuments {
        /// The programme before.
        from: ProgrammeId,
    },
    /// The system goes on to aftercare.
    ThenAftercare,
    /// The system goes on to choosing what next.
    ThenEscalation,
}

impl Effect {
    /// A job due as long after a date as a timer says.
    pub(super) const fn by(task: Task, timer: Timer, from: Date) -> Self {
        let due = TaskDue::By { timer, from };
        Self::Task { task, due }
    }

    /// A job due on a date.
    pub(super) const fn on(task: Task, date: Date) -> Self {
        let due = TaskDue::On(date);
        Self::Task { task, due }
    }
}

/// One line of a programme's history: kept for ever, never changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The transition's number in [`super::TRANSITIONS`].
    pub number: u8,
    /// The stage before; nothing for a new referral.
    pub from: Option<StageName>,
    /// The stage after.
    pub to: StageName,
    /// When.
    pub on: Date,
    /// The reason's code, where one is chosen.
    pub reason: Option<&'static str>,
    /// The reason in words, where one is given.
    pub words: Option<Prose>,
}

/// A programme that has moved: save all three together, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a move that is not saved did not happen"]
pub struct Moved {
    /// The programme as it is now.
    pub programme: Programme,
    /// The line for its history.
    pub line: Move,
    /// What it brings with it.
    pub effects: Vec<Effect>,
}

impl Moved {
    /// The same move with the code of its reason.
    pub(super) fn because(mut self, reason: &'static str) -> Self {
        self.line.reason = Some(reason);
        self
    }

    /// The same move with its reason in words.
    pub(super) fn saying(mut self, words: Prose) -> Self {
        self.line.words = Some(words);
        self
    }

    /// The same move, bringing these with it.
    pub(super) fn with(mut self, effects: impl IntoIterator<Item = Effect>) -> Self {
        self.effects.extend(effects);
        self
    }
}
