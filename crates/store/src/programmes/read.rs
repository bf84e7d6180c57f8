//! A programme put together from its columns.

use domain::{
    dates::{Due, Milestone, Pause, Pauses, WeekNumber, Weeks},
    programme::{
        Concern, Ending, Programme, ProgrammeRecord, Proposal, Run, RunDates, Stage, StageName,
        Team,
    },
    school::Template,
};

use crate::{Broken, Row};

/// Columns in the order of the select in `programmes.rs`.
pub(super) fn programme(row: &Row, template: Template) -> Result<Programme, Broken> {
    let team = row
        .maybe_id(8)?
        .map(|coordinator| -> Result<Team, Broken> {
            Ok(Team {
                coordinator,
                key_worker: row.maybe_id(9)?,
            })
        })
        .transpose()?;
    Ok(Programme::restored(ProgrammeRecord {
        school: row.id(0)?,
        id: row.id(1)?,
        pupil: row.id(2)?,
        reference: row.read(3)?,
        template,
        author: row.id(5)?,
        begun: row.read(6)?,
        after: row.maybe_id(7)?,
        team,
        revision: row.small(10)?,
        stage: stage(row)?,
    }))
}

fn stage(row: &Row) -> Result<Stage, Broken> {
    let concern = row.maybe_read(25)?.map(|on| Concern { on });
    Ok(match row.read::<StageName>(11)? {
        StageName::Draft => Stage::Draft,
        StageName::Referred => Stage::Referred { on: row.read(12)? },
        StageName::Declined => Stage::Declined {
            on: row.read(12)?,
            reason: row.read(13)?,
        },
        StageName::Gathering => Stage::Gathering {
            since: row.read(12)?,
        },
        StageName::MeetingSet => Stage::MeetingSet {
            since: row.read(12)?,
            meeting: row.id(14)?,
            on: row.read(15)?,
        },
        StageName::Agreed => Stage::Agreed { run: run(row)? },
        StageName::Active => Stage::Active {
            run: run(row)?,
            review: row
                .maybe_text(24)?
                .map(|text| milestone(&text))
                .transpose()?,
            concern,
        },
        StageName::Paused => Stage::Paused {
            run: run(row)?,
            concern,
            reason: row.read(13)?,
            from: row.read(12)?,
            expected: row.read(26)?,
        },
        StageName::FinalDue => Stage::FinalDue {
            run: run(row)?,
            since: row.read(12)?,
            cause: row.read(27)?,
            proposed: proposal(row)?,
        },
        StageName::ClosedSuccess | StageName::ClosedUnsuccessful => {
            closed(row, Ending::Judged(row.read(13)?))?
        }
        StageName::ClosedTransferred => closed(row, Ending::Transferred(row.read(13)?))?,
        StageName::ClosedWithdrawn => closed(row, Ending::Withdrawn(row.read(13)?))?,
        StageName::Aftercare => Stage::Aftercare {
            run: run(row)?,
            since: row.read(12)?,
            until: row.read(31)?,
        },
        StageName::Escalation => Stage::Escalation {
            run: run(row)?,
            since: row.read(12)?,
        },
        StageName::Archived => Stage::Archived {
            run: run(row)?,
            since: row.read(12)?,
        },
    })
}

fn closed(row: &Row, ending: Ending) -> Result<Stage, Broken> {
    let run = row
        .maybe_text(16)?
        .is_some()
        .then(|| run(row))
        .transpose()?;
    Ok(Stage::Closed {
        run,
        on: row.read(12)?,
        ending,
    })
}

fn proposal(row: &Row) -> Result<Option<Proposal>, Broken> {
    let Some(judgement) = row.maybe_read(28)? else {
        return Ok(None);
    };
    Ok(Some(Proposal {
        judgement,
        by: row.id(29)?,
        on: row.read(30)?,
    }))
}

fn run(row: &Row) -> Result<Run, Broken> {
    let reviews = row.text(19)?;
    let reviews = reviews
        .split_whitespace()
        .map(milestone)
        .collect::<Result<_, _>>()?;
    let reviewed: Option<u8> = row.maybe_small(21)?;
    let extended: Option<i64> = row.maybe_int(22)?;
    Ok(Run {
        plan: row.id(16)?,
        version: row.small(17)?,
        dates: RunDates {
            starts: row.read(18)?,
            reviews,
            ends: milestone(&row.text(20)?)?,
        },
        reviewed: reviewed.map(week).transpose()?,
        extended: extended
            .map(|weeks| weeks.try_into().map(Weeks::new).map_err(|_| odd("weeks")))
            .transpose()?,
        pauses: pauses(&row.text(23)?)?,
    })
}

fn odd(what: &str) -> Broken {
    Broken::Inconsistent(format!("{what} of a programme"))
}

fn week(number: u8) -> Result<WeekNumber, Broken> {
    WeekNumber::new(number).ok_or_else(|| odd("week"))
}

fn milestone(text: &str) -> Result<Milestone, Broken> {
    let mut parts = text.split(':');
    let mut next = || parts.next().ok_or_else(|| odd("milestone"));
    let number: u8 = next()?.parse().map_err(|_| odd("week"))?;
    let on = next()?.parse().map_err(|_| odd("date"))?;
    let moved = next()?;
    let moved_from = (!moved.is_empty())
        .then(|| moved.parse())
        .transpose()
        .map_err(|_| odd("date"))?;
    Ok(Milestone {
        week: week(number)?,
        due: Due { on, moved_from },
    })
}

fn pauses(text: &str) -> Result<Pauses, Broken> {
    let all = text
        .split_whitespace()
        .map(|pause| {
            let (from, back) = pause.split_once(':').ok_or_else(|| odd("pause"))?;
            let date = |text: &str| text.parse().map_err(|_| odd("pause"));
            Ok(Pause {
                from: date(from)?,
                back: date(back)?,
            })
        })
        .collect::<Result<Vec<_>, Broken>>()?;
    Pauses::new(all).map_err(|_| odd("pauses"))
}
