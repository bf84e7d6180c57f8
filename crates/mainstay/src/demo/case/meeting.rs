//! What the people of one programme are asked for, and when they meet.

use app::Refusal;
use domain::{
    account::CaseRole,
    document::DocumentKind,
    id::MeetingId,
    meeting::{MeetingKind, MinutesDraft},
};
use jiff::{
    ToSpan,
    civil::{Date, time},
};
use store::{Tx, asks, meetings, people};

use super::Room;

impl Room<'_> {
    pub(super) fn asks(
        &self,
        tx: &mut Tx<'_>,
        everyone: &[people::PersonRow],
        since: Date,
        answered: usize,
        asked: usize,
    ) -> Result<(), Refusal> {
        let due = since.checked_add(14.days()).unwrap_or(since);
        // One person may be asked for more than one thing; the tracker shows each.
        for (at, person) in everyone.iter().cycle().take(asked).enumerate() {
            let (document, form) = match person.role {
                CaseRole::Pupil => (DocumentKind::PupilSecondary, "pupil-secondary"),
                CaseRole::Parent | CaseRole::Carer => (DocumentKind::ParentCarer, "parent-carer"),
                _ => (DocumentKind::Staff, "staff"),
            };
            let sent = since
                .checked_add(6.days())
                .unwrap_or(since)
                .at(15, 30, 0, 0);
            let sent = sent
                .to_zoned_datetime(domain::clock::london())
                .ok()
                .map(|zoned| zoned.timestamp());
            let row = asks::AskRow {
                id: self.app.new_sheet()?,
                programme: self.id,
                person: person.id,
                document,
                form: Some((
                    form.parse().map_err(|_| Refusal::NotFound)?,
                    forms::Version(1),
                )),
                asked: since,
                asked_by: "Amina Farrow".into(),
                due,
                opened: sent.filter(|_| at < answered),
                sent: sent.filter(|_| at < answered),
                waived: None,
            };
            asks::add(tx, self.school.id, &row)?;
        }
        Ok(())
    }

    pub(super) fn meeting(
        &self,
        tx: &mut Tx<'_>,
        everyone: &[people::PersonRow],
        (id, kind): (MeetingId, MeetingKind),
        on: Date,
        hour: i8,
        held: Option<Date>,
    ) -> Result<(), Refusal> {
        let of = |role| {
            everyone
                .iter()
                .find(|person| person.role == role)
                .map(|person| person.id)
        };
        let (chair, notes) = (of(CaseRole::Coordinator), of(CaseRole::KeyWorker));
        let row = meetings::MeetingRow {
            id,
            programme: self.id,
            kind,
            on,
            from: time(hour, 15, 0, 0),
            to: time(hour + 1, 15, 0, 0),
            room: Some("The library".into()),
            video: None,
            chair: chair.ok_or(Refusal::NotFound)?,
            note_taker: notes.ok_or(Refusal::NotFound)?,
            out_of_hours: None,
            home_told: self.case.begun,
            booked: self.case.begun,
            cancelled: None,
            recorded: None,
            minutes: MinutesDraft::default(),
            revision: 1,
        };
        meetings::add(tx, self.school.id, &row)?;
        if let Some(held) = held {
            let minutes = MinutesDraft {
                began: format!("{hour}:15"),
                ended: format!("{}:10", hour + 1),
                conclusion: "Lessons start better when somebody has checked in first.".into(),
                ..MinutesDraft::default()
            };
            meetings::write_minutes(tx, self.school.id, (id, 1), &minutes, Some(held))?;
        }
        Ok(())
    }
}
