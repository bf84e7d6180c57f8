//! The programme itself: what is fixed, who runs it, and its stage.

use std::ops::Deref;

use jiff::civil::Date;

use super::{Move, Moved, NotNow, ProgrammeRef, Stage, StageName};
use crate::{
    id::{ProgrammeId, PupilId, SchoolId, StaffId},
    school::Template,
};

/// One programme for one pupil.
///
/// Its fields can be read ([`ProgrammeRecord`]) and not written: a stage
/// changes only by a move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme(ProgrammeRecord);

/// Everything a programme is made of, as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgrammeRecord {
    /// The programme.
    pub id: ProgrammeId,
    /// The school that runs it.
    pub school: SchoolId,
    /// The pupil.
    pub pupil: PupilId,
    /// What stands in place of the pupil's name.
    pub reference: ProgrammeRef,
    /// The school's template as it was when the referral was begun.
    pub template: Template,
    /// Who began the referral.
    pub author: StaffId,
    /// When.
    pub begun: Date,
    /// The programme it follows, if difficulties came back.
    pub after: Option<ProgrammeId>,
    /// Who runs it; named when the referral is accepted.
    pub team: Option<Team>,
    /// How often it has been saved. Whoever saves it must have read this
    /// revision; the store adds one.
    pub revision: u32,
    /// Where it is.
    pub stage: Stage,
}

/// Who runs a programme. Who did so before is in its history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Team {
    /// Exactly one coordinator.
    pub coordinator: StaffId,
    /// At most one key worker: the adult the pupil gets on with.
    pub key_worker: Option<StaffId>,
}

impl Deref for Programme {
    type Target = ProgrammeRecord;

    fn deref(&self) -> &ProgrammeRecord {
        &self.0
    }
}

impl Programme {
    /// The programme that was stored.
    pub const fn restored(record: ProgrammeRecord) -> Self {
        Self(record)
    }

    /// The same programme run by others.
    #[must_use]
    pub fn with_team(mut self, team: Team) -> Self {
        self.name_team(team);
        self
    }

    pub(super) fn name_team(&mut self, team: Team) {
        self.0.team = Some(team);
    }

    pub(super) fn follow(&mut self, before: ProgrammeId) {
        self.0.after = Some(before);
    }

    /// The same programme with a stage whose name is the same: something
    /// changed in the stage that is not a move.
    pub(super) fn restaged(mut self, stage: Stage) -> Self {
        self.0.stage = stage;
        self
    }

    /// The programme at another stage, with the line for its history.
    pub(super) fn moved(self, number: u8, stage: Stage, on: Date) -> Moved {
        let from = Some(self.stage.name());
        self.arrive(number, from, stage, on)
    }

    /// A new programme, with the first line of its history.
    pub(super) fn begun_by_move(self, number: u8, on: Date) -> Moved {
        let stage = self.stage.clone();
        self.arrive(number, None, stage, on)
    }

    fn arrive(self, number: u8, from: Option<StageName>, stage: Stage, on: Date) -> Moved {
        let line = Move {
            number,
            from,
            to: stage.name(),
            on,
            reason: None,
            words: None,
        };
        Moved {
            programme: self.restaged(stage),
            line,
            effects: Vec::new(),
        }
    }

    /// That move `number` cannot be made from here.
    pub(super) fn not_now(&self, number: u8) -> NotNow {
        NotNow {
            number,
            found: self.stage.name(),
        }
    }

    /// Refuses move `number` unless the programme is at `stage`.
    pub(super) fn at(&self, number: u8, stage: StageName) -> Result<(), NotNow> {
        if self.stage.name() == stage {
            Ok(())
        } else {
            Err(self.not_now(number))
        }
    }
}
