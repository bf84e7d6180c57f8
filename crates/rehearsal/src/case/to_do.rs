//! What is to be done for a programme today, and what was.

use domain::programme::Task;
use jiff::civil::Date;
use store::programmes;

use super::Case;
use crate::{Problem, pen::Pen, plot::Way};

impl Case<'_> {
    pub(super) fn to_do(&self, pen: &mut Pen<'_, '_>) -> Result<(), Problem> {
        let story = &self.story;
        // What, made when, due so many school days later, done when.
        let after = |day: Date, done: Date| (day, story.has(done).then_some(done));
        let mut all: Vec<(Task, (Date, Option<Date>), i32)> = Vec::new();
        if story.has(story.submitted) {
            all.push((Task::Decide, after(story.submitted, story.accepted), 3));
        }
        if story.is_accepted() {
            all.push((Task::ContactFamily, after(story.accepted, story.reached), 2));
        }
        if story.is_accepted() && story.has(story.booked) {
            all.push((Task::Agenda, after(story.booked, story.met), 6));
        }
        if story.is_agreed() {
            all.push((Task::Signatures, after(story.met, story.signed), 5));
            all.push((Task::Summary, after(story.met, story.dates.starts), 5));
        }
        if story.is_signed() {
            let last = story.last_day();
            let is_over = story.is_up() || story.broke_off.is_some();
            all.push((Task::CheckIn, (last, is_over.then_some(last)), 1));
        }
        if story.is_up() && matches!(story.way, Way::On | Way::Worked | Way::NotEnough) {
            let done = story.is_judged().then_some(story.confirmed);
            all.push((Task::Evaluation, (story.final_due, done), 5));
        }
        for (task, (made, done), days) in all {
            let due = pen.school.days_on(made, days)?;
            programmes::add_task(pen.tx, pen.school.id, self.id, task, due, made)?;
            if let Some(done) = done {
                let by = self.coordinator.account;
                programmes::finish_task(pen.tx, pen.school.id, self.id, task, by, done)?;
            }
        }
        Ok(())
    }
}
