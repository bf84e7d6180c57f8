//! Inviting, bringing people in, asking, answering.

use std::marker::PhantomData;

use app::{
    Actor, Refusal,
    accounts::invite::Invite,
    gathering::{
        Hand, OwnHand, ScribeHand,
        ask::Ask,
        fill::{Leaving, OpenForm, SavePage},
        scribe::BeginScribing,
        send::Send,
        waive::Waive,
    },
    programmes::people::{AddPerson, Joining},
};
use domain::{
    account::{AccountKind, CaseRole, SchoolRoles},
    id::AskId,
    text::Prose,
};
use forms::Step;
use web::DemoPerson;

use super::{Case, Town, filling, referral};
use crate::demo::{
    PASSWORD, school,
    script::{Answer, Invite as InviteWords, Join, Waive as WaiveWords},
    town::{code, line},
};

/// Invites family or the pupil to an account, and they sign in.
pub fn invite(town: &mut Town, case: &Case, by: &str, words: &InviteWords) -> Result<(), Refusal> {
    let kind: AccountKind = code(&words.kind)?;
    let is_pupil = kind == AccountKind::Pupil;
    let invite = Invite {
        token: town.app.new_token()?,
        name: line(&words.name)?,
        email: code(&words.email)?,
        job: None,
        kind,
        roles: SchoolRoles::NONE,
        contact: (!is_pupil).then(|| case.contact(&words.name)).transpose()?,
        pupil: is_pupil
            .then(|| referral::pupil(town, &case.coordinator, &words.name))
            .transpose()?,
    };
    school::invite(town, by, invite)?;
    town.sign_in(&words.name, &words.email)?;
    town.people.push(DemoPerson {
        name: words.name.clone(),
        role: words.role.clone(),
        email: words.email.clone(),
        password: PASSWORD.into(),
    });
    Ok(())
}

/// Brings people in, and asks the teachers among them for their answers.
pub fn join(town: &Town, case: &mut Case, by: &str, all: &[Join]) -> Result<(), Refusal> {
    for join in all {
        let reference = case.reference()?;
        let who = joining(town, join)?;
        case.present.clear();
        town.app
            .execute(town.actor(by)?, AddPerson { reference, who })?;
        if join.role.is_empty() {
            ask(town, case, by, &join.who)?;
        }
    }
    Ok(())
}

fn joining(town: &Town, join: &Join) -> Result<Joining, Refusal> {
    let role = match join.role.as_str() {
        "" => CaseRole::SubjectTeacher,
        role => code(role)?,
    };
    if town.has(&join.who) {
        let subject = (!join.subject.is_empty()).then(|| line(&join.subject));
        return Ok(Joining::Staff(
            town.staff(&join.who)?,
            role,
            subject.transpose()?,
        ));
    }
    let from = line(&join.from)?;
    Ok(Joining::Outside(line(&join.who)?, role, Some(from)))
}

/// Asks one more person.
pub fn ask(town: &Town, case: &mut Case, by: &str, whom: &str) -> Result<(), Refusal> {
    let ask = Ask {
        programme: case.reference()?,
        person: town.person(case, whom)?,
        document: None,
    };
    town.app.execute(town.actor(by)?, ask).map(drop)
}

/// Goes ahead without somebody.
pub fn waive(town: &Town, case: &mut Case, by: &str, waive: &WaiveWords) -> Result<(), Refusal> {
    let waived = Waive {
        ask: town.ask(case, &waive.of)?,
        why: Prose::new(&waive.why).map_err(|no| Refusal::rule(no.to_string()))?,
    };
    town.app.execute(town.actor(by)?, waived).map(drop)
}

/// Answers for oneself, or writes down what somebody says.
pub fn answer(town: &Town, case: &mut Case, by: &str, answer: &Answer) -> Result<(), Refusal> {
    let actor = town.actor(by)?;
    if answer.of.is_empty() {
        let ask = town.ask(case, by)?;
        return fill::<OwnHand>(town, actor, ask, answer);
    }
    let ask = town.ask(case, &answer.of)?;
    let mode = code(&answer.mode)?;
    town.app.execute(actor, BeginScribing { ask, mode })?;
    fill::<ScribeHand>(town, actor, ask, answer)
}

/// Fills a form in to its end, or to where the story stops, and sends it.
pub fn fill<H: Hand>(
    town: &Town,
    actor: &Actor,
    ask: AskId,
    answer: &Answer,
) -> Result<(), Refusal> {
    let sitting = town.app.execute(actor, OpenForm::<H>::new(ask))?;
    let (mut at, mut revision, mut pages) = (sitting.here(), sitting.revision, 0);
    while let Step::Page(page) = at {
        if answer.pages.is_some_and(|most| pages >= most) {
            return Ok(());
        }
        let shown = sitting.form.page(page).ok_or(Refusal::NotFound)?;
        let save = SavePage::<H> {
            ask,
            page,
            posted: filling::page(&sitting.form, shown, answer),
            revision,
            leaving: Leaving::GoingOn,
            hand: PhantomData,
        };
        at = town.app.execute(actor, save)?.next;
        revision += 1;
        pages += 1;
    }
    let hand = PhantomData;
    let send = Send::<H> {
        ask,
        revision,
        hand,
    };
    town.app.execute(actor, send)
}
