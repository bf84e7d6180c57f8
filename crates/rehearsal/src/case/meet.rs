//! Meetings: booked, and recorded once they were held.

use app::action::Action;
use domain::{
    account::CaseRole,
    event::Event,
    id::MeetingId,
    meeting::{MeetingKind, MinutesDraft},
    programme::StageName as S,
};
use jiff::civil::{Date, time};
use store::meetings::{self, MeetingRow};

use super::{AFTERNOON, Case, MORNING};
use crate::{Problem, pen::Pen, words};

impl Case<'_> {
    /// The first meeting.
    pub(super) fn meet(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        if !self.story.has(self.story.booked) {
            return Ok(());
        }
        let id = self.first_meeting();
        let voice = self.leading();
        let booked = self.story.booked;
        self.moved(
            pen,
            5,
            (Some(S::Gathering), S::MeetingSet),
            (booked, &voice),
        )?;
        self.meeting(pen, (id, MeetingKind::Initial), (booked, self.story.met))
    }

    /// The first meeting's id is made from the programme's, so that the stage
    /// can name it before its row is there.
    pub(super) fn first_meeting(&self) -> MeetingId {
        MeetingId::new(self.id.uuid())
    }

    /// Books one, and records it when its day has come.
    pub(super) fn meeting(
        &self,
        pen: &mut Pen<'_, '_>,
        (id, kind): (MeetingId, MeetingKind),
        (booked, on): (Date, Date),
    ) -> Result<(), Problem> {
        let (chair, notes) = (
            self.cast.of(CaseRole::Coordinator)?.id,
            self.cast.of(CaseRole::KeyWorker)?.id,
        );
        let row = MeetingRow {
            id,
            programme: self.id,
            kind,
            on,
            from: time(13, 15, 0, 0),
            to: time(14, 15, 0, 0),
            room: Some("The library".into()),
            video: None,
            chair,
            note_taker: notes,
            out_of_hours: None,
            home_told: booked,
            booked,
            cancelled: None,
            recorded: None,
            minutes: MinutesDraft::default(),
            revision: 1,
        };
        meetings::add(pen.tx, pen.school.id, &row)?;
        let (programme, voice) = (self.id, self.leading());
        let at = pen.at(booked, MORNING);
        let event = Event::MeetingBooked {
            programme,
            meeting: id,
            on,
        };
        pen.happened((at, &voice), Action::BookMeeting, event);
        if !self.story.has(on) {
            return Ok(());
        }
        let minutes = MinutesDraft {
            began: "13:15".into(),
            ended: "14:10".into(),
            conclusion: pen.dice.pick(&words::SENTENCES).into(),
            ..MinutesDraft::default()
        };
        meetings::write_minutes(pen.tx, pen.school.id, (id, 1), &minutes, Some(on))?;
        let at = pen.at(on, AFTERNOON);
        let event = Event::MeetingRecorded {
            programme,
            meeting: id,
        };
        pen.happened((at, &voice), Action::RecordMeeting, event);
        Ok(())
    }
}
