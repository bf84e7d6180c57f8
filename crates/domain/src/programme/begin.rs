//! From a first thought to a decision: moves 1 to 4, and 27, which asks for more.

use jiff::civil::Date;

use super::{
    DeclineReason, Effect, Letter, Moved, NotNow, Programme, ProgrammeRecord, ProgrammeRef, Stage,
    StageName, Task, TaskDue, Team, Tell,
};
use crate::{
    document::DocumentKind,
    id::{ProgrammeId, StaffId},
    pupil::{Pupil, QuestionnaireVersion},
    referral::{Missing, Readiness, Referral, ReferralProblem},
    school::Template,
    text::Prose,
    timers::Timer,
};

/// What a new referral starts from.
#[derive(Debug, Clone)]
pub struct NewReferral<'a> {
    /// The id made for it.
    pub id: ProgrammeId,
    /// The reference made for it.
    pub reference: ProgrammeRef,
    /// The pupil.
    pub pupil: &'a Pupil,
    /// The school's template as it is today, kept with the programme.
    pub template: Template,
    /// Who begins it.
    pub author: StaffId,
    /// Today.
    pub today: Date,
    /// The pupil's open programme at this school, if there is one: only the
    /// store can know.
    pub open: Option<ProgrammeRef>,
}

/// Why a referral was not begun.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BeginProblem {
    /// The pupil has left.
    #[error("begin referral: pupil is not on roll")]
    NotOnRoll,
    /// The pupil has a programme.
    #[error("begin referral: {open} is open")]
    AlreadyOpen {
        /// The one that is open.
        open: ProgrammeRef,
    },
}

impl BeginProblem {
    /// What to do about it.
    pub fn words(&self) -> String {
        match self {
            Self::NotOnRoll => "Choose a pupil who is on roll".to_owned(),
            Self::AlreadyOpen { open } => format!("This pupil has a programme already: {open}"),
        }
    }
}

/// Why a referral was not handed in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SubmitProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Something is still missing; each with its field and its words.
    #[error("submit referral: {} things missing", .0.len())]
    Incomplete(Vec<ReferralProblem>),
}

impl SubmitProblem {
    /// What to do about it; each missing thing has words of its own.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::Incomplete(_) => "Answer what is left of the referral, then hand it in",
        }
    }
}

/// Why a referral was not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AcceptProblem {
    /// Not the stage for it.
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Something must be in place first.
    #[error("accept referral: {} things missing", .0.len())]
    NotReady(Vec<Missing>),
}

impl AcceptProblem {
    /// What to do about it; each missing thing has words of its own.
    pub const fn words(&self) -> &'static str {
        match self {
            Self::NotNow(not_now) => not_now.words(),
            Self::NotReady(_) => "Put in place what is missing, then accept the referral",
        }
    }
}

/// What is decided when a referral is accepted.
#[derive(Debug, Clone, Copy)]
pub struct Acceptance<'a> {
    /// Who runs the programme, and who the key worker is.
    pub team: Team,
    /// Which version of the questions the pupil is asked.
    pub questions: QuestionnaireVersion,
    /// The facts it rests on.
    pub readiness: Readiness<'a>,
    /// Today.
    pub today: Date,
}

impl Programme {
    /// Begins a referral (move 1).
    ///
    /// # Errors
    /// [`BeginProblem`] if the pupil has left or has an open programme.
    pub fn begin(new: NewReferral<'_>) -> Result<Moved, BeginProblem> {
        if !new.pupil.on_roll(new.today) {
            return Err(BeginProblem::NotOnRoll);
        }
        if let Some(open) = new.open {
            return Err(BeginProblem::AlreadyOpen { open });
        }
        let programme = Self::restored(ProgrammeRecord {
            id: new.id,
            school: new.pupil.school,
            pupil: new.pupil.id,
            reference: new.reference,
            template: new.template,
            author: new.author,
            begun: new.today,
            after: None,
            team: None,
            revision: 0,
            stage: Stage::Draft,
        });
        Ok(programme.begun_by_move(1, new.today))
    }

    /// Hands the referral in for a decision (move 2).
    ///
    /// # Errors
    /// [`SubmitProblem`], with everything that is missing at once.
    pub fn submit(self, referral: &Referral, today: Date) -> Result<Moved, SubmitProblem> {
        self.at(2, StageName::Draft)?;
        let missing = referral.problems(today);
        if !missing.is_empty() {
            return Err(SubmitProblem::Incomplete(missing));
        }
        let told = [Tell::CoordinatorPool, Tell::SafeguardingLead, Tell::Senco];
        let decide = Effect::by(Task::Decide, Timer::DecisionOnReferral, today);
        let moved = self.moved(2, Stage::Referred { on: today }, today);
        Ok(moved.with(told.map(Effect::Tell)).with([decide]))
    }

    /// Decides not to start (move 3). `instead` says what happens instead.
    ///
    /// # Errors
    /// [`NotNow`] unless the referral waits for a decision.
    pub fn decline(
        self,
        reason: DeclineReason,
        instead: Prose,
        today: Date,
    ) -> Result<Moved, NotNow> {
        self.at(3, StageName::Referred)?;
        let stage = Stage::Declined { on: today, reason };
        let moved = self.moved(3, stage, today).because(reason.code());
        Ok(moved.saying(instead).with([Effect::Tell(Tell::Author)]))
    }

    /// Asks whoever wrote it for more before deciding: the referral is open
    /// again, and may be handed in again (move 27).
    ///
    /// # Errors
    /// [`NotNow`] unless the referral waits for a decision.
    pub fn ask_for_more(self, question: Prose, today: Date) -> Result<Moved, NotNow> {
        self.at(27, StageName::Referred)?;
        let moved = self.moved(27, Stage::Draft, today);
        Ok(moved.saying(question).with([Effect::Tell(Tell::Author)]))
    }

    /// Decides to start: gathering information begins (move 4).
    ///
    /// # Errors
    /// [`AcceptProblem`], with everything that must be in place first.
    pub fn accept(self, accepted: Acceptance<'_>) -> Result<Moved, AcceptProblem> {
        self.at(4, StageName::Referred)?;
        let missing = accepted.readiness.missing();
        if !missing.is_empty() {
            return Err(AcceptProblem::NotReady(missing));
        }
        let today = accepted.today;
        let asks = documents(accepted).into_iter().map(|document| Effect::Ask {
            document,
            due: TaskDue::By {
                timer: timer_for(document),
                from: today,
            },
        });
        let family = Effect::by(Task::ContactFamily, Timer::FirstContactHome, today);
        let letter = Effect::Letter(Letter::FirstConversation);
        let mut moved = self.moved(4, Stage::Gathering { since: today }, today);
        moved.programme.name_team(accepted.team);
        Ok(moved.with(asks).with([family, letter]))
    }
}

/// What is gathered for every pupil, and for those with special needs too.
fn documents(accepted: Acceptance<'_>) -> Vec<DocumentKind> {
    let mut wanted = vec![
        DocumentKind::PreMeetingSummary,
        accepted.questions.document(),
        DocumentKind::ParentCarer,
        DocumentKind::Staff,
        DocumentKind::BehaviourLog,
        DocumentKind::Attendance,
        DocumentKind::Suspensions,
    ];
    if accepted.readiness.pupil.has_sen() {
        wanted.extend([DocumentKind::SencoComments, DocumentKind::SenPlan]);
    }
    wanted
}

fn timer_for(document: DocumentKind) -> Timer {
    match document {
        DocumentKind::Staff | DocumentKind::SencoComments => Timer::StaffAnswers,
        _ => Timer::GatheringInformation,
    }
}
