//! Plays the story: everything that anybody does in any programme, sorted by
//! the clock and done one after the other through the app's own door.

use app::Refusal;
use jiff::{
    Timestamp,
    civil::{Date, DateTime, time},
};

use super::{
    acts::{self, lessons},
    script::{Step, What},
    shift::{self, NOW, TOLD_ON},
    stories::Words,
    town::{Case, Town},
};

/// One thing that happens.
enum Item<'s> {
    /// The day turns: the clock's own work.
    Morning,
    /// Somebody does something.
    Step(usize, &'s Step),
    /// A lesson is ticked.
    Lesson(usize, lessons::Lesson<'s>),
}

/// Why the story could not be told.
#[derive(Debug, thiserror::Error)]
#[error("The demonstration could not be made: {whose}, {when}: {why}")]
pub struct Stuck {
    whose: String,
    when: DateTime,
    why: String,
}

/// Plays every story to its end, and the clock on to `today`.
pub fn play(town: &mut Town, words: &Words, today: Date) -> Result<(), Stuck> {
    let stories = &words.programmes;
    let mut cases: Vec<Case> = stories.iter().map(|_| Case::default()).collect();
    for (when, item) in agenda(words) {
        town.clock.move_to(town.shift.moment(when));
        let (whose, done) = match item {
            Item::Morning => ("The day", town.app.turn_the_day()),
            Item::Step(at, step) => (
                stories[at].pupil.as_str(),
                acts::play(town, &mut cases[at], &stories[at].pupil, step),
            ),
            Item::Lesson(at, lesson) => (
                stories[at].pupil.as_str(),
                lessons::tick(town, &mut cases[at], &lesson),
            ),
        };
        done.map_err(|refusal| stuck(whose, when, &refusal))?;
    }
    let mut day = town.shift.day(TOLD_ON);
    while day < today {
        day = day.tomorrow().unwrap_or(today);
        town.clock.move_to(at(day, 6));
        town.app
            .turn_the_day()
            .map_err(|refusal| stuck("The day", day.at(6, 0, 0, 0), &refusal))?;
    }
    town.clock.move_to(shift::instant(today.to_datetime(NOW)));
    Ok(())
}

fn at(day: Date, hour: i8) -> Timestamp {
    shift::instant(day.at(hour, 0, 0, 0))
}

/// Everything, in the order of the clock; at the same minute in the order written.
fn agenda(words: &Words) -> Vec<(DateTime, Item<'_>)> {
    let mut all = Vec::new();
    for (at, story) in words.programmes.iter().enumerate() {
        let begins = story.step.iter().find_map(|step| match step.what {
            What::Agree(starts) => Some(starts),
            _ => None,
        });
        all.extend(
            story
                .step
                .iter()
                .map(|step| (step.at, Item::Step(at, step))),
        );
        if let (Some(lessons), Some(begins)) = (&story.lessons, begins) {
            let each = lessons::all(&story.pupil, lessons, begins, &words.school).into_iter();
            all.extend(each.map(|(when, lesson)| (when, Item::Lesson(at, lesson))));
        }
    }
    let first = all.iter().map(|(when, _)| when.date()).min();
    let mut day = first.unwrap_or(TOLD_ON);
    while day <= TOLD_ON {
        all.push((day.to_datetime(time(6, 0, 0, 0)), Item::Morning));
        day = day.tomorrow().unwrap_or(Date::MAX);
    }
    all.sort_by_key(|(when, _)| *when);
    all
}

fn stuck(whose: &str, when: DateTime, refusal: &Refusal) -> Stuck {
    Stuck {
        whose: whose.to_owned(),
        when,
        why: words(refusal),
    }
}

/// What a refusal says, for whoever mends the story.
pub fn words(refusal: &Refusal) -> String {
    let Refusal::Rejected(reasons) = refusal else {
        return refusal.to_string();
    };
    let each = reasons.iter().map(|reason| match &reason.field {
        Some(field) => format!("{field}: {}", reason.words),
        None => reason.words.clone(),
    });
    each.collect::<Vec<_>>().join("; ")
}
