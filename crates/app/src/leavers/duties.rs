//! What is left to do when a pupil, or somebody who takes part, has left: a job
//! for whoever runs the programme. It goes again when the reason for it does.

use std::collections::BTreeSet;

use domain::{
    event::Event,
    id::{ProgrammeId, SchoolId},
    programme::Task,
};
use store::{leavers, programmes};

use crate::{Refusal, gate::Granted};

/// Puts on each list what leaving makes due, and takes off what it no longer does.
pub(crate) fn duties(cx: &mut Granted<'_, '_>, school: SchoolId) -> Result<(), Refusal> {
    let today = cx.today();
    let mut wanted: BTreeSet<(ProgrammeId, Task)> = BTreeSet::new();
    for (programme, on) in leavers::left_roll(cx.tx(), school, today)? {
        let task = Task::LeftRoll;
        wanted.insert((programme, task));
        if programmes::add_task_once(cx.tx(), school, programme, (task, on), today)? {
            cx.also(Event::RollLeft { programme, on });
        }
    }
    for (programme, person, on) in leavers::colleagues(cx.tx(), school, today)? {
        let task = Task::HandOver;
        wanted.insert((programme, task));
        if programmes::add_task_once(cx.tx(), school, programme, (task, on), today)? {
            cx.also(Event::ColleagueLeft {
                programme,
                person,
                on,
            });
        }
    }
    for (programme, task) in leavers::duties_open(cx.tx(), school)? {
        if !wanted.contains(&(programme, task)) {
            programmes::drop_task(cx.tx(), school, programme, task, today)?;
        }
    }
    Ok(())
}
