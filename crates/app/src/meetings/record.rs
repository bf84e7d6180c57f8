//! Recording a meeting: who came and what was said. Unfinished minutes are
//! kept as typed; finished ones are read and checked.

use domain::{
    account::Role,
    commitment::Owner,
    event::Event,
    id::MeetingId,
    meeting::MinutesDraft,
    programme::{ProgrammeRef, Task},
};

use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Case,
};

/// How far the minutes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Keep them and come back.
    KeepForNow,
    /// They are finished.
    Finished,
}

/// Records a meeting.
#[derive(Debug)]
pub struct RecordMeeting {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// Which meeting.
    pub meeting: MeetingId,
    /// The revision the form was drawn from.
    pub revision: i64,
    /// What was typed.
    pub typed: MinutesDraft,
    /// Whether they are finished.
    pub progress: Progress,
}

impl Command for RecordMeeting {
    const ACTION: Action = Action::RecordMeeting;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let row = super::find(cx.tx(), &case, self.meeting)?;
        let (school, today) = (case.programme.school, cx.today());
        if row.cancelled.is_some() {
            return Err(Refusal::rule("This meeting was called off"));
        }
        let recorded = match self.progress {
            Progress::KeepForNow => row.recorded,
            Progress::Finished => {
                if row.on > today {
                    return Err(Refusal::rule("Record the meeting once it has been held"));
                }
                let people = people(&case);
                let called = case.pupil.name.called();
                self.typed
                    .parse((row.kind, row.on), &people, called)
                    .map_err(Refusal::fields)?;
                Some(row.recorded.unwrap_or(today))
            }
        };
        let at = (self.meeting, self.revision);
        if !store::meetings::write_minutes(cx.tx(), school, at, &self.typed, recorded)? {
            return Err(Refusal::Conflict);
        }
        let event = Event::MeetingRecorded {
            programme: case.programme.id,
            meeting: self.meeting,
        };
        match self.progress {
            Progress::KeepForNow => Ok(cx.unchanged(())),
            Progress::Finished => {
                // What was held needs no agenda any more.
                let (by, id) = (cx.person()?.account, case.programme.id);
                store::programmes::finish_task(cx.tx(), school, id, Task::Agenda, by, today)?;
                Ok(cx.record(event, ()))
            }
        }
    }
}

/// Everyone taking part with what they are to the pupil.
pub(crate) fn people(case: &Case) -> Vec<(Owner, Role)> {
    case.present()
        .filter_map(|person| Some((super::owner(person)?, person.role.role())))
        .collect()
}
