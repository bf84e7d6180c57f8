//! The calls, good news and check-ins noted on one programme.

use app::Refusal;
use domain::account::CaseRole;
use jiff::civil::Date;
use store::{Tx, notes, people};

use super::{Reach, Room};

impl Room<'_> {
    pub(super) fn notes(
        &self,
        tx: &mut Tx<'_>,
        everyone: &[people::PersonRow],
    ) -> Result<(), Refusal> {
        let by = |role: CaseRole| everyone.iter().find(|person| person.role == role);
        let (Some(amina), Some(joel), Some(home)) = (
            by(CaseRole::Coordinator),
            by(CaseRole::KeyWorker),
            by(CaseRole::Parent),
        ) else {
            return Ok(());
        };
        let running = matches!(self.case.reach, Reach::Running { .. });
        let (contact, words) = (
            self.case.contact,
            "A call about the week. The bag was packed together each night.",
        );
        self.note(
            tx,
            notes::NoteKind::Contact,
            contact,
            amina,
            Some(home),
            words,
            None,
        )?;
        if running {
            let yesterday = jiff::civil::date(2026, 11, 9);
            let thursday = jiff::civil::date(2026, 11, 5);
            if let Some(teacher) = everyone
                .iter()
                .find(|person| person.role == CaseRole::SubjectTeacher)
            {
                self.note(
                    tx,
                    notes::NoteKind::GoodNews,
                    yesterday,
                    teacher,
                    None,
                    "stayed to help carry the books back.",
                    None,
                )?;
            }
            self.note(
                tx,
                notes::NoteKind::CheckIn,
                thursday,
                joel,
                None,
                "Bag check kept 5 days out of 5.",
                Some(20),
            )?;
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "one row, column by column")]
    fn note(
        &self,
        tx: &mut Tx<'_>,
        kind: notes::NoteKind,
        on: Date,
        by: &people::PersonRow,
        with: Option<&people::PersonRow>,
        words: &str,
        minutes: Option<u16>,
    ) -> Result<(), Refusal> {
        let row = notes::NoteRow {
            id: self.app.new_sheet()?,
            programme: self.id,
            kind,
            on,
            person: by.id,
            name: by.name.clone(),
            contact: with.and_then(|person| person.contact),
            with: with.map(|person| person.name.clone()),
            channel: with.map(|_| domain::programme::AskChannel::Phone),
            words: Some(words.into()),
            minutes,
        };
        notes::add(tx, self.school.id, &row, self.app.clock().now())?;
        Ok(())
    }
}
