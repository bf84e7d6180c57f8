//! Short notes of a day: check-ins with what was said, calls home, good news.

use app::action::Action;
use domain::{
    account::CaseRole,
    event::Event,
    id::NoteId,
    note::{CameOf, Concern, Happening, Mood},
    plan::Plan,
    programme::AskChannel,
};
use jiff::civil::{Date, Weekday};
use store::{
    check_ins::{CheckInRow, PromiseRow},
    notes::{NoteKind, NoteRow},
    people::PersonRow,
};

use super::{AFTERNOON, Case, cast::voice, plan::Version};
use crate::{Problem, pen::Pen, words};

impl Case<'_> {
    /// Twice a week a check-in, once a call home, now and then good news; the
    /// coordinator looks in on Wednesdays.
    pub(super) fn notes(
        &self,
        pen: &mut Pen<'_, '_>,
        day: Date,
        version: &Version,
    ) -> Result<(), Problem> {
        let key_worker = self.cast.of(CaseRole::KeyWorker)?;
        match day.weekday() {
            Weekday::Monday | Weekday::Thursday => {
                let words = pen.dice.pick(&words::CHECK_INS);
                let note = self.note(pen, (NoteKind::CheckIn, day), key_worker, words);
                let next_on = pen.school.days_on(day, 3).unwrap_or(day);
                let row = check_in(note, version.agreed.plan(), next_on);
                pen.check_ins.push(row);
            }
            Weekday::Friday => {
                let words = pen.dice.pick(&words::CALLS);
                let coordinator = self.cast.of(CaseRole::Coordinator)?;
                self.note(pen, (NoteKind::Contact, day), coordinator, words);
            }
            Weekday::Wednesday => self.open(pen, day)?,
            _ => {}
        }
        if pen.dice.once_in(8) {
            let words = pen.dice.pick(&words::GOOD_NEWS);
            self.note(pen, (NoteKind::GoodNews, day), key_worker, words);
        }
        Ok(())
    }

    fn note(
        &self,
        pen: &mut Pen<'_, '_>,
        (kind, on): (NoteKind, Date),
        by: &PersonRow,
        words: &str,
    ) -> NoteRow {
        let at = pen.at(on, AFTERNOON);
        let home = Some(&self.pupil.home).filter(|_| kind == NoteKind::Contact);
        let (programme, note): (_, NoteId) = (self.id, pen.dice.id(at));
        let row = NoteRow {
            id: note,
            programme,
            kind,
            on,
            person: by.id,
            name: by.name.clone(),
            contact: home.map(|home| home.id),
            with: home.map(|home| home.name.full.to_string()),
            channel: home.map(|_| AskChannel::Phone),
            words: Some(words.into()),
            minutes: (kind == NoteKind::CheckIn).then_some(15),
        };
        pen.notes.push((row.clone(), at));
        let (action, event) = if kind == NoteKind::CheckIn {
            let event = Event::CheckInRecorded { programme, note };
            (Action::RecordCheckIn, event)
        } else {
            let event = Event::NoteRecorded { programme, note };
            (Action::RecordNote, event)
        };
        pen.happened((at, &voice(by)), action, event);
        row
    }
}

/// What was said: better and worse days by the day of the month.
fn check_in(note: NoteRow, plan: &Plan, next_on: Date) -> CheckInRow {
    let turn = note.on.day() % 5;
    let promise = |(at, one): (i8, &domain::commitment::Commitment)| PromiseRow {
        promise: one.id,
        owner: one.owner.person,
        who: one.who().to_owned(),
        text: one.text.to_string(),
        happening: match (turn + at) % 5 {
            0 => Happening::Partly,
            1 if at > 1 => Happening::Not,
            _ => Happening::Yes,
        },
        remark: None,
    };
    CheckInRow {
        came_of: CameOf::Planned,
        missed: None,
        mood: Some(match turn {
            0 => Mood::Sad,
            1 | 2 => Mood::Middling,
            _ => Mood::Happy,
        }),
        confidence: u8::try_from(turn + 4).ok(),
        hard_moment: None,
        wish: None,
        next: Some(("Do the same again".to_owned(), next_on)),
        told_home: None,
        level: Some(if turn == 0 {
            Concern::Watch
        } else {
            Concern::OnTrack
        }),
        level_why: None,
        next_on,
        promises: (0..).zip(&plan.commitments).map(promise).collect(),
        note,
    }
}
