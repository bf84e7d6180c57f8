//! Looking at a review: promises first, adults' before the pupil's, then each
//! target with what the record shows and what may happen to it.

use domain::{
    dates::Milestone,
    id::{CommitmentId, MeetingId, PersonId, ReviewId, TargetId},
    look_back::Round,
    meeting::MeetingKind,
    outcome::StartToEnd,
    plan::Plan,
    programme::{ProgrammeRef, Run, Stage},
    review::{ReviewDraft, ReviewDue, adults_first},
    target::Target,
};
use jiff::civil::{Date, Time};
use store::{meetings::MeetingRow, reviews};

use super::{
    days::{self, TargetDays},
    figures, next_plan, record, run_of,
};
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    look_back::{self, Voices},
    meetings,
    subject::Case,
};

/// Shows a review to those who run the programme.
#[derive(Debug)]
pub struct ReviewView {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Which meeting.
    pub meeting: MeetingId,
}

/// A promise to go through.
#[derive(Debug, Clone)]
pub struct PromiseLine {
    /// Which.
    pub id: CommitmentId,
    /// Who answers for it.
    pub owner: PersonId,
    /// Who made it.
    pub who: String,
    /// What.
    pub text: String,
    /// How often.
    pub how_often: String,
    /// Whether an adult made it.
    pub side: domain::commitment::Party,
}

/// A target to go through.
#[derive(Debug, Clone)]
pub struct TargetLine {
    /// Which.
    pub id: TargetId,
    /// The number people know it by.
    pub number: usize,
    /// Its short name.
    pub name: String,
    /// What it says.
    pub text: String,
    /// The step it is on, in words.
    pub step: String,
    /// The step above, when there is one.
    pub up: Option<String>,
    /// The step below, when there is one.
    pub down: Option<String>,
    /// What the record shows before the plan.
    pub before: Option<String>,
    /// What it shows up to each review: the week, and the counts.
    pub along: Vec<(u8, String)>,
    /// What it shows in the last four weeks.
    pub now: Option<String>,
    /// How often its rewards were given since the plan began.
    pub rewards: usize,
    /// Its days, when ticks add up to an amount a day.
    pub days: Option<TargetDays>,
}

/// A review as its page shows it.
#[derive(Debug, Clone)]
pub struct ReviewShown {
    /// What the pupil is called.
    pub pupil: String,
    /// What kind of meeting.
    pub kind: MeetingKind,
    /// When the meeting is.
    pub on: Date,
    /// At what time it begins.
    pub from: Time,
    /// What people said beforehand.
    pub voices: Voices,
    /// When the review was due.
    pub due: ReviewDue,
    /// Which review of the programme.
    pub number: usize,
    /// Promises, adults first.
    pub promises: Vec<PromiseLine>,
    /// Targets that are open.
    pub targets: Vec<TargetLine>,
    /// What was typed so far, or what was settled.
    pub typed: ReviewDraft,
    /// Its id, once anything of it is kept.
    pub id: Option<ReviewId>,
    /// The revision to send back.
    pub revision: i64,
    /// The last day whose records it looks at: the meeting’s own, once it has come.
    pub until: Date,
    /// The day it was recorded as held, once it is.
    pub held: Option<Date>,
    /// Since when a concern is open, if one is.
    pub concern: Option<Date>,
    /// The last day of the plan.
    pub ends_on: Date,
    /// What comes after this review: what, when, and the time if it is booked.
    pub next: (MeetingKind, Date, Option<Time>),
}

impl Query for ReviewView {
    const ACTION: Action = Action::ViewEvidence;
    type On = Case;
    type Output = ReviewShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<ReviewShown, Refusal> {
        let (school, id, today) = (case.programme.school, case.programme.id, cx.today());
        let run = run_of(&case)?;
        let meeting = meetings::find(cx.tx(), &case, self.meeting)?;
        let all = reviews::of_programme(cx.tx(), school, id)?;
        let row = all.iter().find(|row| row.meeting == self.meeting);
        let versions = store::plans::versions(cx.tx(), school, id)?;
        // A recorded review is shown with the plan it looked at.
        let held = row.filter(|row| row.held.is_some());
        let looked_at = versions
            .iter()
            .find(|plan| held.is_none_or(|row| row.version == plan.plan().version));
        let plan = next_plan::in_force(looked_at.ok_or(Refusal::NotFound)?, &run);
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let record = figures::recorded(cx.tx(), &case)?;
        let until = held.and_then(|row| row.held);
        // What people decide on is what is kept: nothing after the meeting’s day.
        let until = until.unwrap_or_else(|| meeting.on.min(today));
        let figures = figures::start_to_end(&record, plan.plan(), (&run.dates, until));
        let around = days::Around {
            run: &run,
            versions: &versions,
            calendar: &calendar,
            before: &record.before,
            ticks: &record.ticks,
            rewards: &record.rewards,
            until,
        };
        let earlier = all
            .iter()
            .take_while(|one| one.meeting != self.meeting)
            .filter(|one| one.held.is_some());
        let concern = match &case.programme.stage {
            Stage::Active { concern, .. } => concern.map(|concern| concern.on),
            _ => None,
        };
        let all_meetings = case.meetings(cx.tx())?;
        let before = (Round::of(meeting.kind, &run), plan.plan());
        let voices = look_back::told::voices(cx, &case, before)?;
        Ok(ReviewShown {
            voices,
            pupil: case.pupil.name.called().to_owned(),
            kind: meeting.kind,
            on: meeting.on,
            from: meeting.from,
            next: next(&meeting, &run, &all_meetings),
            due: record::due(&case.programme, meeting.on, &calendar),
            number: earlier.count() + 1,
            promises: promises(plan.plan()),
            targets: targets(plan.plan(), &figures, &around),
            typed: row.map(|row| row.typed.clone()).unwrap_or_default(),
            id: row.map(|row| row.id),
            revision: row.map_or(0, |row| row.revision),
            until,
            held: row.and_then(|row| row.held),
            concern,
            ends_on: run.dates.ends.due.on,
        })
    }
}

/// What comes after a review: the next one of the rhythm or the last meeting,
/// as booked or else as due.
fn next(this: &MeetingRow, run: &Run, all: &[MeetingRow]) -> (MeetingKind, Date, Option<Time>) {
    let week = match this.kind {
        MeetingKind::Review(week) => Some(week),
        _ => run.reviewed,
    };
    let later = |one: &&Milestone| week.is_none_or(|week| one.week > week) && one.due.on > this.on;
    let (kind, due) = match run.dates.reviews.iter().find(later) {
        Some(review) => (MeetingKind::Review(review.week), review.due.on),
        None => (MeetingKind::Final, run.dates.ends.due.on),
    };
    let booked = |row: &&MeetingRow| row.kind == kind && row.cancelled.is_none();
    match all.iter().filter(booked).find(|row| row.on > this.on) {
        Some(row) => (kind, row.on, Some(row.from)),
        None => (kind, due, None),
    }
}

/// Promises as lines, adults first.
pub(crate) fn promises(plan: &Plan) -> Vec<PromiseLine> {
    let line = |promise: &domain::commitment::Commitment| PromiseLine {
        id: promise.id,
        owner: promise.owner.person,
        who: promise.who().to_owned(),
        text: promise.text.to_string(),
        how_often: promise.how_often.to_string(),
        side: promise.party,
    };
    adults_first(plan).into_iter().map(line).collect()
}

/// Open targets as lines, each with its figure.
pub(super) fn targets(
    plan: &Plan,
    figures: &[StartToEnd],
    around: &days::Around<'_>,
) -> Vec<TargetLine> {
    let step = |target: &Target| target.scale.out_of(target.step_now().level);
    let line = |(place, target): (usize, &Target)| {
        let figure = figures.get(place);
        TargetLine {
            id: target.id,
            number: plan.number_of(target.id).unwrap_or(place + 1),
            name: target.short_name.to_string(),
            text: target.statement.to_string(),
            step: step(target),
            up: target.step_up().as_ref().map(step),
            down: target.step_down().as_ref().map(step),
            before: figure.and_then(|one| Some(one.before.as_ref()?.to_string())),
            along: figure.map_or_else(Vec::new, |one| {
                let each = one.along.iter();
                each.map(|(week, words)| (week.number(), words.to_string()))
                    .collect()
            }),
            now: figure.and_then(|one| Some(one.now.as_ref()?.to_string())),
            rewards: rewards(plan, target.id, around),
            days: days::of(target, around),
        }
    };
    plan.open_targets().enumerate().map(line).collect()
}

/// How often the rewards that go with a target were given.
fn rewards(plan: &Plan, target: TargetId, around: &days::Around<'_>) -> usize {
    let theirs = |said: &str| {
        let mut all = plan.rewards.iter();
        all.any(|one| one.targets.contains(&target) && one.text.as_str() == said)
    };
    let given = around.rewards.iter().filter(|(on, _)| *on <= around.until);
    given.filter(|(_, said)| theirs(said)).count()
}
