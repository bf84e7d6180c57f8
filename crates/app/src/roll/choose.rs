//! Choosing between what was put right here and what the school's own system
//! says now.

use domain::{
    correction::{CorrectionStage, Settled},
    event::Event,
    id::{CorrectionId, PupilId},
};
use store::corrections;

use super::correct::{end, write, write_back};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    leavers,
    subject::OnRoll,
};

/// Keeps ours, or takes the source's.
pub struct ChooseValue {
    /// Whose.
    pub pupil: PupilId,
    /// Which correction.
    pub correction: CorrectionId,
    /// What the source said when the page was drawn.
    pub says: String,
    /// Which of the two.
    pub choice: Choice,
}

impl std::fmt::Debug for ChooseValue {
    // What the source says is personal and stays out of logs.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ChooseValue({}, {:?})", self.correction, self.choice)
    }
}

domain::coded! {
    /// Which of two values.
    pub enum Choice {
        /// What was put right here.
        Ours => "ours", "Keep ours";
        /// What the source says.
        Theirs => "theirs", "Take the school system’s";
    }
}

impl Command for ChooseValue {
    const ACTION: Action = Action::CorrectValue;
    type On = OnRoll;
    type Output = ();

    fn on(&self) -> PupilId {
        self.pupil
    }

    fn run(self, mut on: OnRoll, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, now) = (on.pupil.school, cx.now());
        let found = corrections::find(cx.tx(), school, self.correction)?;
        let one = found.filter(|one| one.pupil == self.pupil);
        let one = one.ok_or(Refusal::NotFound)?;
        if !on.shows(one.about, cx.today()) {
            return Err(Refusal::NotFound);
        }
        if one.stage != CorrectionStage::Stands || one.says != self.says {
            return Err(Refusal::Conflict);
        }
        let (pupil, correction) = (self.pupil, self.correction);
        let me = cx.person()?.account;
        match self.choice {
            Choice::Ours => {
                if !one.asks() {
                    return Ok(cx.unchanged(()));
                }
                end(cx, one.kept())?;
                Ok(cx.record(Event::CorrectionKept { pupil, correction }, ()))
            }
            Choice::Theirs => {
                write_back(&mut on, one.about, &one.says);
                write(cx, &on, one.about)?;
                let how = Settled::Taken;
                end(cx, one.settled(how, Some(me), now))?;
                leavers::close_family(cx, school)?;
                Ok(cx.record(
                    Event::CorrectionSettled {
                        pupil,
                        correction,
                        how,
                    },
                    (),
                ))
            }
        }
    }
}
