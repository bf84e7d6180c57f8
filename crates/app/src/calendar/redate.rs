//! The dates of every running programme again, after the school's days changed.
//! What is over stays as it was; each programme whose dates move says so in its
//! own record.

use domain::{event::Event, id::SchoolId, programme::StageName};
use store::programmes;

use crate::{Refusal, gate::Granted, reviews::dates};

/// Works them out; answers how many programmes moved. One whose end the term
/// dates no longer reach keeps the dates it has.
///
/// # Errors
/// [`Refusal::Conflict`] when somebody saved a programme meanwhile.
pub(crate) fn redate(cx: &mut Granted<'_, '_>, school: SchoolId) -> Result<usize, Refusal> {
    let today = cx.today();
    let calendar = store::schools::calendar(cx.tx(), school)?;
    let mut moved = 0;
    for line in programmes::of_school(cx.tx(), school)? {
        let programme = line.programme;
        let runs = matches!(
            programme.stage.name(),
            StageName::Agreed | StageName::Active | StageName::Paused
        );
        let Some(run) = programme.stage.run().filter(|_| runs) else {
            continue;
        };
        let rhythm = dates::rhythm(&programme, run)?;
        let fresh = dates::again((&rhythm, &rhythm), run, &run.pauses, &calendar, today);
        let Ok(fresh) = fresh else { continue };
        if fresh == run.dates {
            continue;
        }
        let (programme_id, ends) = (programme.id, fresh.ends.due.on);
        let Ok(redated) = programme.redated(fresh) else {
            continue;
        };
        if !programmes::save(cx.tx(), &redated)? {
            return Err(Refusal::Conflict);
        }
        cx.also(Event::DatesChanged {
            programme: programme_id,
            ends,
        });
        moved += 1;
    }
    Ok(moved)
}
