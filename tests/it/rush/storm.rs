//! Eight people at once for a while: every change they were told of is there,
//! and the record of events is whole.

use app::{
    monitoring::{
        note::{NewNote, RecordNote},
        rate::Rate,
    },
    plans::edit::EditPlan,
    programmes::today::Today,
};
use domain::rating::{Period, Tick};
use jiff::civil::date;
use store::check::{Soundness, check};
use testkit::on_both;

use super::at_once;
use crate::story::{ABARA, AMINA, At, JOEL, OKONJO, Story, TEACHERS};

const EACH: usize = 25;

#[test]
fn eight_at_once_lose_nothing_and_the_record_stays_whole() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let target = story.plan(AMINA).agreed.unwrap().into_inner().plan.targets[0].id;
        let before = story.events().len();
        let people = [AMINA, JOEL, ABARA, OKONJO]
            .into_iter()
            .chain(TEACHERS)
            .take(8);
        let parts = people.map(|who| {
            let (app, actor) = (&story.app, story.actor(who));
            let reference = story.reference();
            let promises: Vec<_> = (0..EACH / 5)
                .map(|n| story.promise(JOEL, &format!("promise {who} {n}"), &[target]))
                .collect();
            let mut promises = promises.into_iter();
            Box::new(move || {
                let mut done = 0;
                for n in 0..EACH {
                    let answer = match n % 5 {
                        0 | 1 => app.execute(
                            &actor,
                            RecordNote {
                                reference: reference.clone(),
                                note: NewNote::GoodNews {
                                    words: format!("Number {n} went well."),
                                },
                                form: None,
                            },
                        ),
                        2 | 3 => app.execute(
                            &actor,
                            Rate {
                                reference: reference.clone(),
                                target,
                                on: date(2026, 9, 28),
                                period: Period::P2,
                                tick: Some(if n % 2 == 0 { Tick::Yes } else { Tick::Nearly }),
                            },
                        ),
                        _ => {
                            let _ = app.fetch(&actor, Today);
                            let edit = promises.next().unwrap();
                            app.execute(
                                &actor,
                                EditPlan {
                                    reference: reference.clone(),
                                    edit,
                                },
                            )
                        }
                    };
                    done += usize::from(answer.is_ok());
                }
                done
            }) as Box<dyn FnOnce() -> usize + Send + '_>
        });
        let done: Vec<usize> = at_once(parts.collect());
        // Notes and ticks are everybody's; promises are for the coordinator and the key worker.
        let whole = EACH - EACH / 5;
        assert_eq!(done[0..2], [EACH, EACH], "{done:?}");
        assert!(done[2..].iter().all(|one| *one == whole), "{done:?}");
        let written = story.events().len() - before;
        assert_eq!(
            written,
            done.iter().sum::<usize>(),
            "an event for each change"
        );
        let draft = story.plan(AMINA).draft.unwrap();
        let promised = draft
            .typed
            .promises
            .iter()
            .filter(|one| one.draft.text.starts_with("promise "));
        assert_eq!(promised.count(), 2 * EACH / 5, "no sheet was written over");
        let findings = check(story.app.db()).unwrap();
        assert!(
            findings.iter().all(|one| one.sound == Soundness::Sound),
            "{findings:?}"
        );
    });
}
