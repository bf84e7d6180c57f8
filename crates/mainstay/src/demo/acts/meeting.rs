//! Booking meetings and writing their minutes.

use std::collections::BTreeMap;

use app::{
    Refusal,
    meetings::{
        book::BookMeeting,
        record::{Progress, RecordMeeting},
    },
};
use domain::meeting::{BookingDraft, MinutesDraft, SaidDraft};

use super::{Case, Town};
use crate::demo::{
    script::{Book, Minutes},
    town::kind,
};

/// Books one.
pub fn book(town: &Town, case: &mut Case, by: &str, book: &Book) -> Result<(), Refusal> {
    let booked = BookMeeting {
        reference: case.reference()?,
        kind: kind(&book.kind)?,
        typed: BookingDraft {
            on: town.day(book.on),
            from: book.from.clone(),
            to: book.to.clone(),
            room: book.room.clone(),
            chair: town.written(case, &book.chair)?,
            note_taker: town.written(case, &book.notes)?,
            out_of_hours: book.out_of_hours.clone(),
            ..BookingDraft::default()
        },
        home_told: town.app.clock().today().to_string(),
    };
    town.app.execute(town.actor(by)?, booked).map(drop)
}

/// Writes its minutes.
pub fn minutes(town: &Town, case: &mut Case, by: &str, minutes: &Minutes) -> Result<(), Refusal> {
    let mut came = BTreeMap::new();
    for (name, status) in &minutes.sheet.came {
        came.insert(town.written(case, name)?, status.clone());
    }
    let (meeting, revision) = town.meeting(case, &minutes.of)?;
    let record = RecordMeeting {
        reference: case.reference()?,
        meeting,
        revision,
        typed: MinutesDraft {
            came,
            strengths: said(town, case, &minutes.sheet.strengths)?,
            disagreements: said(town, case, &minutes.sheet.disagreements)?,
            ..minutes.sheet.clone()
        },
        progress: match minutes.unfinished {
            Some(_) => Progress::KeepForNow,
            None => Progress::Finished,
        },
    };
    town.app.execute(town.actor(by)?, record)
}

/// Lines with the number of whoever said them.
pub fn said(town: &Town, case: &mut Case, lines: &[SaidDraft]) -> Result<Vec<SaidDraft>, Refusal> {
    let mut all = Vec::with_capacity(lines.len());
    for line in lines {
        all.push(SaidDraft {
            by: town.written(case, &line.by)?,
            words: line.words.clone(),
        });
    }
    Ok(all)
}
