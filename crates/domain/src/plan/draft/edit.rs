//! One change at a time to what is typed, refused when somebody else saved
//! the same sheet first.

use super::{Arrangements, ConsequenceSheet, PlanDraft, PromiseSheet, TargetSheet};
use crate::{
    commitment::{CommitmentDraft, RewardDraft},
    id::{CommitmentId, TargetId},
    target::TargetDraft,
};

/// One change to what is typed. `seen` is the count of the sheet the form was
/// drawn from; a sheet that is new has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanEdit {
    /// Writes a target with its reward and what happens otherwise.
    Target {
        /// Which.
        id: TargetId,
        /// The count on the form; none for a new one.
        seen: Option<u32>,
        /// The answers.
        draft: Box<TargetDraft>,
        /// What the pupil gets for reaching steps; blank for nothing.
        reward: Box<RewardDraft>,
        /// What happens otherwise; blank for nothing.
        consequence: Box<ConsequenceSheet>,
    },
    /// Takes a target out, with what goes with it alone.
    DropTarget {
        /// Which.
        id: TargetId,
        /// The count on the form.
        seen: u32,
    },
    /// Puts a target one place earlier.
    RaiseTarget {
        /// Which.
        id: TargetId,
    },
    /// Writes a promise.
    Promise {
        /// Which.
        id: CommitmentId,
        /// The count on the form; none for a new one.
        seen: Option<u32>,
        /// The answers.
        draft: Box<CommitmentDraft>,
    },
    /// Takes a promise out.
    DropPromise {
        /// Which.
        id: CommitmentId,
        /// The count on the form.
        seen: u32,
    },
    /// Writes what holds for the whole; its own count says what was seen.
    Arrangements(Box<Arrangements>),
}

/// Somebody else saved the same sheet first. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write plan: the same sheet was saved by someone else")]
pub struct Clash;

impl PlanDraft {
    /// Makes one change.
    ///
    /// # Errors
    /// [`Clash`] when the sheet is not the one the form was drawn from.
    pub fn edit(mut self, edit: PlanEdit) -> Result<Self, Clash> {
        match edit {
            PlanEdit::Target {
                id,
                seen,
                draft,
                reward,
                consequence,
            } => {
                self.write_target(id, seen, *draft)?;
                self.write_reward(id, *reward);
                self.write_consequence(id, *consequence);
            }
            PlanEdit::DropTarget { id, seen } => self.drop_target(id, seen)?,
            PlanEdit::RaiseTarget { id } => {
                let place = self.targets.iter().position(|sheet| sheet.id == id);
                if let Some(place) = place.filter(|place| *place > 0) {
                    self.targets.swap(place - 1, place);
                }
            }
            PlanEdit::Promise { id, seen, draft } => self.write_promise(id, seen, *draft)?,
            PlanEdit::DropPromise { id, seen } => {
                let sheet = self.promise(id).ok_or(Clash)?;
                same(Some(seen), Some(sheet.saved))?;
                self.promises.retain(|sheet| sheet.id != id);
            }
            PlanEdit::Arrangements(new) => {
                same(Some(new.saved), Some(self.arrangements.saved))?;
                self.arrangements = Arrangements {
                    saved: new.saved + 1,
                    ..*new
                };
            }
        }
        Ok(self)
    }

    fn write_target(
        &mut self,
        id: TargetId,
        seen: Option<u32>,
        draft: TargetDraft,
    ) -> Result<(), Clash> {
        let Some(sheet) = self.targets.iter_mut().find(|sheet| sheet.id == id) else {
            same(seen, None)?;
            self.targets.push(TargetSheet {
                id,
                saved: 1,
                draft,
                step: 1,
                status: String::new(),
                review_on: String::new(),
            });
            return Ok(());
        };
        same(seen, Some(sheet.saved))?;
        sheet.saved += 1;
        sheet.draft = draft;
        Ok(())
    }

    fn write_reward(&mut self, id: TargetId, reward: RewardDraft) {
        let place = self.rewards.iter().position(|each| each.targets == [id]);
        let reward = (!reward.text.trim().is_empty()).then(|| RewardDraft {
            targets: vec![id],
            ..reward
        });
        put(&mut self.rewards, place, reward);
    }

    fn write_consequence(&mut self, id: TargetId, sheet: ConsequenceSheet) {
        let place = self
            .consequences
            .iter()
            .position(|each| each.targets == [id]);
        let written = [&sheet.text, &sheet.puts_right]
            .iter()
            .any(|typed| !typed.trim().is_empty());
        let sheet = written.then(|| ConsequenceSheet {
            targets: vec![id],
            ..sheet
        });
        put(&mut self.consequences, place, sheet);
    }

    fn write_promise(
        &mut self,
        id: CommitmentId,
        seen: Option<u32>,
        draft: CommitmentDraft,
    ) -> Result<(), Clash> {
        let Some(sheet) = self.promises.iter_mut().find(|sheet| sheet.id == id) else {
            same(seen, None)?;
            self.promises.push(PromiseSheet {
                id,
                saved: 1,
                draft,
            });
            return Ok(());
        };
        same(seen, Some(sheet.saved))?;
        sheet.saved += 1;
        sheet.draft = draft;
        Ok(())
    }

    /// What a promise or reward says of a target that is gone is taken out too;
    /// what goes with several stays with the others.
    fn drop_target(&mut self, id: TargetId, seen: u32) -> Result<(), Clash> {
        let sheet = self.target(id).ok_or(Clash)?;
        same(Some(seen), Some(sheet.saved))?;
        self.targets.retain(|sheet| sheet.id != id);
        self.rewards.retain(|each| each.targets != [id]);
        self.consequences.retain(|each| each.targets != [id]);
        let written = id.to_string();
        for sheet in &mut self.promises {
            sheet.draft.targets.retain(|target| *target != written);
        }
        for reward in &mut self.rewards {
            reward.targets.retain(|target| *target != id);
        }
        for consequence in &mut self.consequences {
            consequence.targets.retain(|target| *target != id);
        }
        Ok(())
    }
}

fn same(seen: Option<u32>, stands: Option<u32>) -> Result<(), Clash> {
    if seen == stands { Ok(()) } else { Err(Clash) }
}

fn put<T>(list: &mut Vec<T>, place: Option<usize>, item: Option<T>) {
    match (place, item) {
        (Some(place), Some(item)) => list[place] = item,
        (Some(place), None) => {
            list.remove(place);
        }
        (None, Some(item)) => list.push(item),
        (None, None) => {}
    }
}
