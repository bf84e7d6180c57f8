//! What a review settled, for the pupil and for those at home: their own copy.
//! Nobody meets a name or a word of somebody they are kept apart from.

use domain::{
    commitment::{Delivery, Party},
    look_back::Round,
    meeting::{MeetingKind, ViewOf},
    plan::Plan,
    programme::ProgrammeRef,
    review::{DecisionName, MoreHelp, Progress, ReviewDraft, TargetAnswer},
    sealed::{Apart, InPart, Sealed},
    signature::Paper,
    target::Target,
};
use jiff::civil::Date;
use store::reviews::{self, ReviewRow};

use super::{
    next_plan,
    own_parts::{Signs, promises, said, signs, without},
    run_of,
};
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    look_back::{self, Voices},
    meetings,
    subject::Case,
};

/// Shows somebody's own copy of the newest review.
#[derive(Debug)]
pub struct OwnReview {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// For whom a copy is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// The pupil, in a younger pupil's words.
    Younger,
    /// The pupil.
    Pupil,
    /// Somebody at home, or staff.
    Adult,
}

/// One's own copy of a review.
#[derive(Debug, Clone)]
pub struct OwnReviewShown {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// For whom it is written.
    pub reader: Reader,
    /// What there is to sign.
    pub paper: Paper,
    /// Whether the reader signs it.
    pub signs: Signs,
    /// What kind of review.
    pub kind: MeetingKind,
    /// When it was held.
    pub held: Date,
    /// What was decided for each target.
    pub targets: Vec<OwnTarget>,
    /// What became of each promise, adults' first.
    pub promises: Vec<OwnPromise>,
    /// What people said, whose and what.
    pub says: Vec<(ViewOf, String)>,
    /// What the pupil said beforehand, and what the reader did.
    pub voices: Voices,
    /// What helps most.
    pub what_works: String,
    /// The next meeting; nothing for somebody who is not to know when it is.
    pub next_on: Option<Date>,
}

/// One target after a review.
#[derive(Debug, Clone)]
pub struct OwnTarget {
    /// Its number.
    pub number: usize,
    /// Its short name.
    pub name: String,
    /// How it is going.
    pub progress: Option<Progress>,
    /// What happens next.
    pub decision: Option<DecisionName>,
    /// The step from now on, in words: "3 out of 5".
    pub step: String,
    /// What will be different, when something is.
    pub different: String,
    /// What the pupil said.
    pub pupil_says: String,
    /// New help, in words.
    pub help: Vec<String>,
}

/// Whose something is, to whoever reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The reader's own.
    Readers,
    /// Somebody else's.
    Others,
}

/// One promise after a review.
#[derive(Debug, Clone)]
pub struct OwnPromise {
    /// Whether it is the reader's own.
    pub whose: Whose,
    /// Who made it.
    pub who: String,
    /// Which side they are on.
    pub side: Party,
    /// What.
    pub text: String,
    /// Whether it was kept.
    pub delivery: Option<Delivery>,
    /// What got in the way.
    pub why: String,
}

impl InPart for OwnReviewShown {
    /// Those who read a review in part have another page.
    fn in_part(self, _: &'static str) -> Option<Self> {
        None
    }

    fn without(mut self, apart: &Apart) -> Option<Self> {
        for target in &mut self.targets {
            apart.clear(&mut target.different);
            apart.clear(&mut target.pupil_says);
            target.help.retain(|help| !apart.is_told_by(help));
        }
        without(apart, &mut self.promises, &mut self.says);
        apart.clear(&mut self.what_works);
        Some(self)
    }
}

impl Reader {
    /// For whom a copy is written, by who asks.
    pub(crate) fn of(case: &Case, cx: &Viewing<'_, '_>) -> Self {
        let is_pupil = cx.facts().case.has(domain::account::CaseRole::Pupil);
        let year = case.pupil.year.questionnaire().document();
        match (is_pupil, year) {
            (true, domain::document::DocumentKind::PupilSecondary) => Self::Pupil,
            (true, _) => Self::Younger,
            (false, _) => Self::Adult,
        }
    }
}

impl Query for OwnReview {
    const ACTION: Action = Action::ViewPlan;
    type On = Case;
    type Output = OwnReviewShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<OwnReviewShown, Refusal> {
        let (school, id) = (case.programme.school, case.programme.id);
        let all = reviews::of_programme(cx.tx(), school, id)?;
        let row = newest(&all).ok_or(Refusal::NotFound)?;
        let held = row.held.ok_or(Refusal::NotFound)?;
        let me = &cx.person()?.clone();
        let kind = meetings::find(cx.tx(), &case, row.meeting)?.kind;
        let versions = store::plans::versions(cx.tx(), school, id)?;
        let mut found = versions.iter();
        let looked_at = found.find(|plan| plan.plan().version == row.version);
        let looked_at = looked_at.ok_or(Refusal::NotFound)?;
        let plan = match run_of(&case) {
            Ok(run) => next_plan::in_force(looked_at, &run),
            Err(_) => looked_at.clone(),
        };
        let round = run_of(&case).ok().and_then(|run| Round::of(kind, &run));
        let voices = look_back::told::own(cx, &case, (round, plan.plan()))?;
        let shown = OwnReviewShown {
            voices,
            paper: Paper::Review(row.id),
            signs: signs(cx, &case, Paper::Review(row.id))?,
            reference: case.programme.reference.clone(),
            pupil: case.pupil.name.called().to_owned(),
            reader: Reader::of(&case, cx),
            kind,
            held,
            targets: targets(plan.plan(), &row.typed),
            promises: promises((&case, me), plan.plan(), &row.typed.promises),
            says: said(&case, &row.typed.says),
            what_works: row.typed.what_works.trim().to_owned(),
            next_on: next_on(&case, &row.typed),
        };
        let shown = cx.lens().open(Sealed::new("D33", None, shown));
        shown
            .map(domain::sealed::Shown::into_inner)
            .ok_or(Refusal::NotFound)
    }
}

/// The review that was held last.
pub(crate) fn newest(all: &[ReviewRow]) -> Option<&ReviewRow> {
    let held = all.iter().filter(|row| row.held.is_some());
    held.max_by_key(|row| row.held)
}

fn next_on(case: &Case, typed: &ReviewDraft) -> Option<Date> {
    let shown = case.reader.is_shown_meetings();
    typed.next_on.trim().parse().ok().filter(|_| shown)
}

fn targets(plan: &Plan, typed: &ReviewDraft) -> Vec<OwnTarget> {
    let one = |target: &Target| {
        let answer = typed.targets.get(&target.id.to_string())?;
        let decision = answer.decision.parse::<DecisionName>().ok();
        let moved = match decision {
            Some(DecisionName::StepUp) => target.step_up(),
            Some(DecisionName::StepDown) => target.step_down(),
            _ => None,
        };
        let after = moved.as_ref().unwrap_or(target);
        Some(OwnTarget {
            number: plan.number_of(target.id)?,
            name: target.short_name.to_string(),
            progress: answer.progress.parse().ok(),
            decision,
            step: after.scale.out_of(after.step_now().level),
            different: answer.different.trim().to_owned(),
            pupil_says: answer.pupil_says.trim().to_owned(),
            help: help(answer),
        })
    };
    plan.open_targets().filter_map(one).collect()
}

fn help(answer: &TargetAnswer) -> Vec<String> {
    let chosen = answer.more_help.iter().filter_map(|code| code.parse().ok());
    let other = answer.other_help.trim();
    chosen
        .map(|help: MoreHelp| match help {
            MoreHelp::SomethingElse if !other.is_empty() => other.to_owned(),
            help => help.label().to_owned(),
        })
        .collect()
}
