//! A programme taken apart into columns.

use domain::{
    dates::{Milestone, Pauses},
    programme::{Ending, Programme, Run, Stage},
};
use jiff::civil::Date;

use crate::{Value, params};

/// The columns, in the order of the statements.
pub(super) struct Columns<'p> {
    programme: &'p Programme,
    stage: StageColumns,
    run: Option<&'p Run>,
}

#[derive(Default)]
struct StageColumns {
    since: Option<Date>,
    reason: Option<&'static str>,
    meeting: Option<(Value, Date)>,
    review_open: Option<Milestone>,
    concern: Option<Date>,
    expected: Option<Date>,
    cause: Option<&'static str>,
    proposed: Option<(&'static str, Value, Date)>,
    until: Option<Date>,
}

impl<'p> Columns<'p> {
    pub(super) fn of(programme: &'p Programme) -> Self {
        Self {
            programme,
            stage: stage_columns(&programme.stage),
            run: programme.stage.run(),
        }
    }

    pub(super) fn values(&self) -> [Value; 33] {
        let (p, s, run) = (self.programme, &self.stage, self.run);
        let open = p.stage.name().is_open().then_some(p.pupil);
        params![
            p.school,
            p.id,
            p.pupil,
            p.reference.to_string(),
            p.template.version,
            p.author,
            p.begun,
            p.after,
            p.team.map(|team| team.coordinator),
            p.team.and_then(|team| team.key_worker),
            p.stage.name().code(),
            s.since,
            s.reason,
            s.meeting.as_ref().map(|(id, _)| id.clone()),
            s.meeting.as_ref().map(|(_, on)| *on),
            run.map(|run| run.plan),
            run.map(|run| run.version),
            run.map(|run| run.dates.starts),
            run.map(|run| run
                .dates
                .reviews
                .iter()
                .map(milestone)
                .collect::<Vec<_>>()
                .join(" ")),
            run.map(|run| milestone(&run.dates.ends)),
            run.and_then(|run| run.reviewed)
                .map(|week| i64::from(week.number())),
            run.and_then(|run| run.extended)
                .map(|weeks| i64::from(weeks.number())),
            run.map(|run| pauses(&run.pauses)),
            s.review_open.as_ref().map(milestone),
            s.concern,
            s.expected,
            s.cause,
            s.proposed.as_ref().map(|(judgement, _, _)| *judgement),
            s.proposed.as_ref().map(|(_, by, _)| by.clone()),
            s.proposed.as_ref().map(|(_, _, on)| *on),
            s.until,
            open,
            p.revision,
        ]
    }
}

fn stage_columns(stage: &Stage) -> StageColumns {
    let mut columns = StageColumns::default();
    match stage {
        Stage::Draft | Stage::Agreed { .. } => {}
        Stage::Referred { on } => columns.since = Some(*on),
        Stage::Declined { on, reason } => {
            columns.since = Some(*on);
            columns.reason = Some(reason.code());
        }
        Stage::Gathering { since } => columns.since = Some(*since),
        Stage::MeetingSet { since, meeting, on } => {
            columns.since = Some(*since);
            columns.meeting = Some(((*meeting).into(), *on));
        }
        Stage::Active {
            review, concern, ..
        } => {
            columns.review_open = *review;
            columns.concern = concern.map(|concern| concern.on);
        }
        Stage::Paused {
            concern,
            reason,
            from,
            expected,
            ..
        } => {
            columns.since = Some(*from);
            columns.reason = Some(reason.code());
            columns.concern = concern.map(|concern| concern.on);
            columns.expected = Some(*expected);
        }
        Stage::FinalDue {
            since,
            cause,
            proposed,
            ..
        } => {
            columns.since = Some(*since);
            columns.cause = Some(cause.code());
            columns.proposed = proposed.map(|p| (p.judgement.code(), p.by.into(), p.on));
        }
        Stage::Closed { on, ending, .. } => {
            columns.since = Some(*on);
            columns.reason = Some(match ending {
                Ending::Judged(judgement) => judgement.code(),
                Ending::Transferred(reason) => reason.code(),
                Ending::Withdrawn(reason) => reason.code(),
            });
        }
        Stage::Aftercare { since, until, .. } => {
            columns.since = Some(*since);
            columns.until = Some(*until);
        }
        Stage::Escalation { since, .. } | Stage::Archived { since, .. } => {
            columns.since = Some(*since);
        }
    }
    columns
}

/// `4:2026-10-23:2026-10-26`: the week, the day, and the day it was moved from.
fn milestone(milestone: &Milestone) -> String {
    let moved = milestone
        .due
        .moved_from
        .map(|from| from.to_string())
        .unwrap_or_default();
    format!("{}:{}:{moved}", milestone.week.number(), milestone.due.on)
}

/// `2026-11-02:2026-11-16 ...`
fn pauses(pauses: &Pauses) -> String {
    let all: Vec<String> = pauses
        .as_slice()
        .iter()
        .map(|pause| format!("{}:{}", pause.from, pause.back))
        .collect();
    all.join(" ")
}
