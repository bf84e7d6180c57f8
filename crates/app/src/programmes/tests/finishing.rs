//! Jobs that are done outside the program.

use domain::programme::Task;
use jiff::civil::Date;
use testkit::on_both;

use crate::{Refusal, plans::cast::Room, programmes::finish_task::FinishTask};

fn open(room: &Room, task: Task) -> usize {
    let school = room.town.school;
    let all = room
        .town
        .read(|tx| store::programmes::open_tasks(tx, school, Date::MAX));
    all.iter().filter(|row| row.task == task).count()
}

#[test]
fn whoever_runs_it_marks_a_job_done_and_a_teacher_does_not() {
    on_both(|engine| {
        let room = Room::agreed(engine);
        let finish = |task| FinishTask {
            reference: room.reference.clone(),
            task,
        };
        let app = &room.town.app;
        let before = open(&room, Task::Summary);
        assert!(before > 0);
        let refused = app.execute(&room.abara, finish(Task::Summary));
        assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        app.execute(&room.farrow, finish(Task::Summary)).unwrap();
        assert_eq!(open(&room, Task::Summary), before - 1);
        let own_page = app.execute(&room.farrow, finish(Task::Signatures));
        assert!(matches!(own_page, Err(Refusal::Rejected(_))));
        assert!(open(&room, Task::Signatures) > 0);
    });
}
