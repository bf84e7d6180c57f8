//! Whose jobs the programmes on Today are.

use super::{TodayCase, TodayView};

impl TodayView {
    /// Whether this programme's jobs are the asker's: they coordinate it, are its
    /// key worker, or began it. A head or a lead reads the whole and does not do it.
    pub fn answers_for(&self, case: &TodayCase) -> bool {
        let programme = &case.line.programme;
        match programme.team {
            Some(team) => team.coordinator == self.me || team.key_worker == Some(self.me),
            None => programme.author == self.me,
        }
    }

    /// Whether the asker meets the pupil: the key worker, or the coordinator
    /// while there is none.
    pub fn meets_the_pupil(&self, case: &TodayCase) -> bool {
        let team = case.line.programme.team;
        team.is_some_and(|team| team.key_worker.unwrap_or(team.coordinator) == self.me)
    }

    /// Whether the asker coordinates this programme.
    pub fn coordinates(&self, case: &TodayCase) -> bool {
        let team = case.line.programme.team;
        team.is_some_and(|team| team.coordinator == self.me)
    }
}
