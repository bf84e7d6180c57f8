//! What a line of the list needs beside its programme: names, the calendar,
//! the meetings that are booked.

use std::collections::BTreeMap;

use domain::{
    dates::{Place, Schedule, SchoolCalendar},
    id::{ProgrammeId, SchoolId, StaffId},
    meeting::MeetingKind,
    programme::{Programme, Stage, StageName, Task},
};
use jiff::civil::Date;
use store::{Tx, programmes::Line};

use super::Item;
use crate::Refusal;

/// Read once for the whole list.
pub(super) struct Around {
    pub(super) staff: BTreeMap<StaffId, String>,
    pub(super) calendar: SchoolCalendar,
    pub(super) meetings: BTreeMap<ProgrammeId, (MeetingKind, Date)>,
    pub(super) today: Date,
}

/// The next meeting of each programme that has one booked.
pub(super) fn booked(
    tx: &mut Tx<'_>,
    school: SchoolId,
    today: Date,
) -> Result<BTreeMap<ProgrammeId, (MeetingKind, Date)>, Refusal> {
    let mut found = BTreeMap::new();
    for row in store::caseload::meetings_coming(tx, school, today)? {
        found.entry(row.programme).or_insert((row.kind, row.on));
    }
    Ok(found)
}

impl Around {
    pub(super) fn item(&self, line: Line, tasks: &BTreeMap<ProgrammeId, (Task, Date)>) -> Item {
        let programme = &line.programme;
        let who = programme
            .team
            .map_or(programme.author, |team| team.coordinator);
        Item {
            reference: programme.reference.clone(),
            stage: programme.stage.name(),
            week: self.week(programme),
            next: tasks.get(&programme.id).copied(),
            meeting: self.meeting(programme),
            who: self.staff.get(&who).cloned().unwrap_or_default(),
            name: line.name.full(),
            class: line.class,
            year: line.year,
        }
    }

    fn week(&self, programme: &Programme) -> Option<(u8, u8)> {
        let Stage::Active { run, .. } = &programme.stage else {
            return None;
        };
        let rhythm = &programme.template.rhythm;
        let schedule =
            Schedule::compute(rhythm, run.dates.starts, &run.pauses, &self.calendar).ok()?;
        match schedule.place_on(self.today) {
            Place::Week(week) => Some((week.number(), rhythm.length().number())),
            _ => None,
        }
    }

    fn meeting(&self, programme: &Programme) -> Option<(MeetingKind, Date)> {
        if let Some(booked) = self.meetings.get(&programme.id) {
            return Some(*booked);
        }
        let running = matches!(
            programme.stage.name(),
            StageName::Agreed | StageName::Active | StageName::FinalDue
        );
        let run = programme.stage.run().filter(|_| running)?;
        Some(match run.next_review() {
            Some(review) => (MeetingKind::Review(review.week), review.due.on),
            None => (MeetingKind::Final, run.dates.ends.due.on),
        })
    }
}
