//! Each thing that somebody does in the story, done by the app's own verb.

mod ending;
mod filling;
mod gathering;
pub mod lessons;
mod look_back;
mod meeting;
mod notes;
mod papers;
mod plan;
mod referral;
mod review;

use app::{
    Refusal,
    programmes::finish_task::FinishTask,
    reviews::{
        after::{CheckAftercare, ChooseOption, CloseEscalation, EndAftercare},
        concern::RaiseConcern,
        leave::{Transfer, Withdraw},
    },
};

use super::{
    script::{Step, What},
    town::{Case, Town, code},
};

/// Does one step.
pub fn play(town: &mut Town, case: &mut Case, pupil: &str, step: &Step) -> Result<(), Refusal> {
    let by = step.by.as_str();
    match &step.what {
        What::Refer(sheet) => referral::refer(town, case, pupil, by, sheet),
        What::Check(found) => referral::check(town, case, by, found),
        What::Tell(tell) => referral::tell(town, case, by, tell),
        What::Accept(accept) => referral::accept(town, case, by, accept),
        What::Decline(decline) => referral::decline(town, case, by, decline),
        What::Invite(invite) => gathering::invite(town, case, by, invite),
        What::Join(all) => gathering::join(town, case, by, all),
        What::Ask(whom) => gathering::ask(town, case, by, whom),
        What::Answer(answer) => gathering::answer(town, case, by, answer),
        What::Write(paper) => papers::write(town, case, by, paper),
        What::Sum(sheet) => papers::sum(town, case, by, sheet),
        What::Waive(waive) => gathering::waive(town, case, by, waive),
        What::Book(book) => meeting::book(town, case, by, book),
        What::Minutes(minutes) => meeting::minutes(town, case, by, minutes),
        What::Plan(words) => plan::write(town, case, by, words),
        What::Agree(starts) => plan::agree(town, case, by, *starts),
        What::SignEach(names) => plan::sign_each(town, case, names),
        What::Sign(all) => plan::sign(town, case, by, all),
        What::Good(words) => notes::good(town, case, by, words),
        What::Reward(number) => notes::reward(town, case, by, *number),
        What::Home(home) => notes::home(town, case, by, home),
        What::Talk(talk) => notes::talk(town, case, by, talk),
        What::Before(words) => look_back::say(town, case, by, words),
        What::Review(sheet) => review::record(town, case, by, sheet),
        What::Propose(ending) => ending::propose(town, case, by, ending),
        What::Confirm(confirm) => ending::confirm(town, case, by, confirm),
        What::Done(tasks) => {
            for task in tasks {
                let (reference, task) = (case.reference()?, code(task)?);
                let done = FinishTask { reference, task };
                town.app.execute(town.actor(by)?, done)?;
            }
            Ok(())
        }
        What::Concern(why) => {
            let (reference, why) = (case.reference()?, why.clone());
            let raise = RaiseConcern { reference, why };
            town.app.execute(town.actor(by)?, raise)
        }
        _ => after(town, case, by, &step.what),
    }
}

/// Leaving, and what comes after the end.
fn after(town: &Town, case: &Case, by: &str, what: &What) -> Result<(), Refusal> {
    let (reference, actor, app) = (case.reference()?, town.actor(by)?, &town.app);
    match what {
        What::LookIn(look) => app.execute(
            actor,
            CheckAftercare {
                reference,
                pupil: look.pupil.clone(),
                home: look.home.clone(),
                note: look.note.clone(),
            },
        ),
        What::EndAftercare(note) => {
            let note = note.clone();
            app.execute(actor, EndAftercare { reference, note })
        }
        What::Next((option, why)) => app.execute(
            actor,
            ChooseOption {
                reference,
                option: option.clone(),
                why: why.clone(),
            },
        ),
        What::HandOver(on) => {
            let handed_over = town.day(*on);
            app.execute(
                actor,
                CloseEscalation {
                    reference,
                    handed_over,
                },
            )
        }
        What::Withdraw((reason, why)) => app.execute(
            actor,
            Withdraw {
                reference,
                reason: reason.clone(),
                why: why.clone(),
            },
        ),
        What::Transfer((reason, to)) => app.execute(
            actor,
            Transfer {
                reference,
                reason: reason.clone(),
                to: to.clone(),
            },
        ),
        _ => Ok(()),
    }
}
