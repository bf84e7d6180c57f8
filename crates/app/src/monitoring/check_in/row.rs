//! A check-in as it is stored: the promises as they were worded on the day.

use domain::{
    note::{CheckIn, HeldCheckIn, Level, Meeting, OutOfTen},
    plan::Plan,
    programme::AskChannel,
};
use store::{
    check_ins::{CheckInRow, PromiseRow, Wish},
    notes::{NoteKind, NoteRow},
};

/// The row to keep, from a blank note of whoever writes it.
pub(super) fn of(
    blank: NoteRow,
    check_in: &CheckIn,
    plan: Option<&Plan>,
    told_home: Option<AskChannel>,
) -> CheckInRow {
    let note = NoteRow {
        id: check_in.id,
        kind: NoteKind::NotMet,
        on: check_in.on,
        ..blank
    };
    let row = CheckInRow {
        note,
        came_of: check_in.meeting.name(),
        missed: None,
        mood: None,
        confidence: None,
        hard_moment: None,
        wish: None,
        next: None,
        told_home,
        level: None,
        level_why: None,
        next_on: check_in.next_on,
        promises: Vec::new(),
    };
    match &check_in.meeting {
        Meeting::Missed(why) => CheckInRow {
            missed: Some(*why),
            ..row
        },
        Meeting::Planned(said) | Meeting::Extra(said) => met(row, said, plan),
    }
}

fn met(row: CheckInRow, said: &HeldCheckIn, plan: Option<&Plan>) -> CheckInRow {
    let promises = said.promises.iter().filter_map(|check| {
        let mut all = plan?.commitments.iter();
        let promise = all.find(|one| one.id == check.commitment)?;
        Some(PromiseRow {
            promise: promise.id,
            owner: promise.owner.person,
            who: promise.who().to_owned(),
            text: promise.text.to_string(),
            happening: check.happening,
            remark: check.note.as_ref().map(ToString::to_string),
        })
    });
    let wish = said.small_change.as_ref().map(|text| Wish {
        text: text.to_string(),
        answer: None,
        why: None,
    });
    let why = match &said.level {
        Level::NotWorking { why } => why.as_ref().map(ToString::to_string),
        Level::OnTrack | Level::Watch => None,
    };
    CheckInRow {
        note: NoteRow {
            kind: NoteKind::CheckIn,
            words: Some(said.went_well.to_string()),
            minutes: Some(said.minutes.number()),
            ..row.note
        },
        mood: Some(said.mood),
        confidence: said.confidence.map(OutOfTen::number),
        hard_moment: said.hard_moment.as_ref().map(ToString::to_string),
        wish,
        next: Some((said.next.text.to_string(), said.next.by)),
        level: Some(said.level.name()),
        level_why: why,
        promises: promises.collect(),
        ..row
    }
}
