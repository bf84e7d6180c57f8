//! Opening a programme, which the record notes the first time each day.

use domain::{event::Event, programme::ProgrammeRef};
use store::programmes;

use super::{CaseView, ShowCase};
use crate::{
    Actor, App, Command, Fetched, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// Notes that somebody opened the file today. Its own verb, because looking
/// changes nothing.
#[derive(Debug, Clone)]
struct NoteOpening {
    reference: ProgrammeRef,
}

impl Command for NoteOpening {
    const ACTION: Action = Action::ViewProgramme;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (me, today) = (cx.person()?.account, cx.today());
        let (school, programme) = (case.programme.school, case.programme.id);
        if !programmes::note_opening(cx.tx(), school, programme, me, today)? {
            return Ok(cx.unchanged(()));
        }
        Ok(cx.record(Event::FileOpened { programme }, ()))
    }
}

impl App {
    /// Looks at one programme, and records the opening the first time each day.
    ///
    /// # Errors
    /// A [`Refusal`].
    pub fn open_case(
        &self,
        actor: &Actor,
        reference: &ProgrammeRef,
    ) -> Result<Fetched<CaseView>, Refusal> {
        let fetched = self.fetch(
            actor,
            ShowCase {
                reference: reference.clone(),
            },
        )?;
        if !fetched.answer.opened_before {
            self.execute(
                actor,
                NoteOpening {
                    reference: reference.clone(),
                },
            )?;
        }
        Ok(fetched)
    }
}
