//! What everyone was asked, and their answers.

use app::action::Action;
use domain::{account::CaseRole, document::Came, event::Event, id::AskId, programme::AskChannel};
use forms::Form;
use jiff::ToSpan;
use store::{
    answers::{self, Draft, Mode, Scribe},
    asks::{self, AskRow},
    people::PersonRow,
};

use super::{Case, MORNING, cast::voice};
use crate::{
    Problem,
    answers::{asked_of, filled, form},
    pen::Pen,
    wrong,
};

/// School days within which answers come in.
const WITHIN: usize = 9;

impl Case<'_> {
    pub(super) fn gather(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        for person in &self.cast.rows {
            let (document, code) = asked_of(person.role);
            let form = form(code).ok_or_else(|| wrong(&("no form", code)))?;
            let at = pen.at(self.story.accepted, MORNING);
            let ask = AskRow {
                id: pen.dice.id(at),
                programme: self.id,
                person: person.id,
                document,
                form: Some((form.code.clone(), form.version)),
                asked: self.story.accepted,
                asked_by: pen.school.staff.head().account.to_string(),
                due: pen.school.days_on(self.story.accepted, 10)?,
                opened: None,
                sent: None,
                waived: None,
                came: Came::Asked,
                follows: None,
            };
            asks::add(pen.tx, pen.school.id, &ask)?;
            let event = Event::AskMade {
                programme: self.id,
                ask: ask.id,
                document,
            };
            let head = pen.school.staff.head().voice();
            pen.happened((at, &head), Action::AcceptReferral, event);
            self.answer(pen, (person, ask.id), form)?;
        }
        Ok(())
    }

    /// Answers come in over the days before the meeting, if that day has come.
    fn answer(
        &self,
        pen: &mut Pen<'_, '_>,
        (person, ask): (&PersonRow, AskId),
        form: &Form,
    ) -> Result<(), Problem> {
        let days = 2 + i32::try_from(pen.dice.below(WITHIN)).unwrap_or_default();
        let on = pen.school.days_on(self.story.accepted, days)?;
        if !self.story.has(on) {
            return Ok(());
        }
        let at = pen.at(on, MORNING);
        // Those without an account answer in person, to the key worker.
        let scribe = person.account.is_none().then_some(Scribe {
            account: self.key_worker.account,
            mode: Mode::ExactWords,
        });
        let by = person.account.unwrap_or(self.key_worker.account);
        let draft = Draft {
            answers: filled(form, on, &mut pen.dice),
            revision: 0,
            saved: at,
            by,
            scribe,
        };
        asks::open(pen.tx, pen.school.id, ask, at)?;
        answers::save(pen.tx, pen.school.id, ask, &draft)?;
        asks::send(pen.tx, pen.school.id, ask, at)?;
        let (speaker, save, send, channel) = if scribe.is_some() {
            let speaker = self.key_worker.voice_as(CaseRole::KeyWorker);
            (
                speaker,
                Action::ScribeForm,
                Action::ScribeForm,
                AskChannel::InPerson,
            )
        } else {
            let speaker = voice(person);
            (
                speaker,
                Action::FillForm,
                Action::SendForm,
                AskChannel::Account,
            )
        };
        let (programme, sent) = (self.id, at.saturating_add(2.minutes()).unwrap_or(at));
        let event = Event::AnswersSaved {
            programme,
            ask,
            version: 1,
        };
        pen.happened((at, &speaker), save, event);
        let event = Event::AnswersSent {
            programme,
            ask,
            version: 1,
            by: channel,
        };
        pen.happened((sent, &speaker), send, event);
        Ok(())
    }
}
