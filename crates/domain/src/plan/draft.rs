//! A plan as people are writing it: every answer as typed, so that nothing is
//! lost, and a count on each sheet so that two people who write the same one
//! find out.
//!
//! Here: what is typed, and how one edit changes it. Reading it into a
//! [`Plan`](super::Plan) is in `read`, the way back in `back`.

mod back;
mod read;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use read::{PlanFrame, SheetPlace, SheetProblem};

use crate::{
    commitment::{CommitmentDraft, RewardDraft},
    id::{CommitmentId, TargetId},
    target::TargetDraft,
};

/// Everything typed so far. Rewards and consequences go with a target when
/// they name it alone.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanDraft {
    /// The targets, in the order people number them.
    pub targets: Vec<TargetSheet>,
    /// The promises.
    pub promises: Vec<PromiseSheet>,
    /// The rewards.
    pub rewards: Vec<RewardDraft>,
    /// The consequences.
    pub consequences: Vec<ConsequenceSheet>,
    /// Everything about the plan as a whole.
    pub arrangements: Arrangements,
}

/// One target as typed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetSheet {
    /// Kept through every version of the plan.
    pub id: TargetId,
    /// How often it was saved; a form brings back the count it was drawn from.
    pub saved: u32,
    /// The answers.
    pub draft: TargetDraft,
    /// The step the pupil is on, from 1.
    pub step: u8,
    /// The code of how it stands; open when blank.
    pub status: String,
    /// When it is next looked at; the first review when blank.
    pub review_on: String,
}

/// One promise as typed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseSheet {
    /// Kept through every version of the plan.
    pub id: CommitmentId,
    /// How often it was saved.
    pub saved: u32,
    /// The answers.
    pub draft: CommitmentDraft,
}

/// One consequence as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ConsequenceSheet {
    /// What happens.
    pub text: String,
    /// When.
    pub trigger: String,
    /// How it helps to put things right.
    pub puts_right: String,
    /// The longest it can last.
    pub at_most: String,
    /// The written id of the person who decides.
    pub decided_by: String,
    /// The targets it goes with.
    pub targets: Vec<TargetId>,
}

/// What holds for the plan as a whole, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangements {
    /// How often it was saved.
    pub saved: u32,
    /// What the pupil is good at, one thing a line.
    pub good_at: String,
    /// Who meets the pupil, how often.
    pub monitoring: MonitoringSheet,
    /// How home hears of it.
    pub home: HomeSheet,
    /// Where the pupil can go.
    pub safe_place: String,
    /// Written ids of adults the pupil can go to.
    pub named_adults: Vec<String>,
}

/// Who keeps an eye on it, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MonitoringSheet {
    /// The code of a [`HowOften`](crate::commitment::HowOften).
    pub how_often: String,
    /// The written id of the key adult.
    pub by: String,
    /// Days and times.
    pub when: String,
    /// Where.
    pub place: String,
    /// The code of a [`ReportCard`](crate::commitment::ReportCard).
    pub report_card: String,
}

/// How home hears, as typed.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HomeSheet {
    /// The written id of whoever rings or writes.
    pub by: String,
    /// The code of an [`AskChannel`](crate::programme::AskChannel).
    pub channel: String,
    /// The code of a [`HowOften`](crate::commitment::HowOften).
    pub how_often: String,
    /// When, when it is always the same day.
    pub when: String,
}

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
    /// The sheet of a target.
    pub fn target(&self, id: TargetId) -> Option<&TargetSheet> {
        self.targets.iter().find(|sheet| sheet.id == id)
    }

    /// The sheet of a promise.
    pub fn promise(&self, id: CommitmentId) -> Option<&PromiseSheet> {
        self.promises.iter().find(|sheet| sheet.id == id)
    }

    /// The reward that goes with one target alone.
    pub fn reward_of(&self, id: TargetId) -> Option<&RewardDraft> {
        self.rewards.iter().find(|each| each.targets == [id])
    }

    /// What happens otherwise, for one target alone.
    pub fn consequence_of(&self, id: TargetId) -> Option<&ConsequenceSheet> {
        self.consequences.iter().find(|each| each.targets == [id])
    }

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

// People's words must not reach a log through `{:?}`.
macro_rules! hidden {
    ($($name:ident)+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name)).finish_non_exhaustive()
            }
        }
    )+};
}
hidden!(PlanDraft TargetSheet PromiseSheet ConsequenceSheet Arrangements MonitoringSheet HomeSheet);
