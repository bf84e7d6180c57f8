//! What may happen once happens once, however many press at the same moment.

use app::{
    Refusal,
    accounts::disable::DisableAccount,
    monitoring::rate::Rate,
    plans::sign::{After, Sign},
    programmes::{accept::AcceptReferral, start_referral::StartReferral},
};
use domain::{
    account::SchoolRole,
    id::{AccountKind, PupilKind},
    pupil::QuestionnaireVersion,
    rating::{Period, Tick},
    referral::Told,
};
use jiff::civil::date;
use testkit::on_both;

use super::at_once;
use crate::story::{
    ABARA, ADMIN, AMINA, At, DANA, JOEL, MARCUS, OKONJO, ROWAN, RUTH, SECOND_PUPIL, Story, id,
    in_school, name_of, school_of, staff,
};

#[test]
fn one_programme_is_begun_for_a_pupil() {
    on_both(|engine| {
        let story = Story::on(engine);
        let begin = |who| {
            let (app, actor) = (&story.app, story.actor(who));
            let pupil = id::<PupilKind>(SECOND_PUPIL);
            Box::new(move || app.execute(&actor, StartReferral { pupil }).is_ok()) as Box<_>
        };
        let begun = at_once(vec![begin(MARCUS), begin(ABARA), begin(RUTH), begin(AMINA)]);
        assert_eq!(begun.iter().filter(|one| **one).count(), 1);
    });
}

#[test]
fn a_referral_is_accepted_once_and_everyone_is_asked_once() {
    on_both(|engine| {
        let story = Story::at(engine, At::Referred);
        story.check();
        let accept = || {
            let accept = AcceptReferral {
                reference: story.reference(),
                coordinator: staff(AMINA),
                key_worker: Some(staff(JOEL)),
                questions: QuestionnaireVersion::Secondary,
                told: Told::default(),
            };
            let (app, actor) = (&story.app, story.actor(RUTH));
            Box::new(move || app.execute(&actor, accept).is_ok()) as Box<_>
        };
        let accepted = at_once(vec![accept(), accept(), accept()]);
        assert_eq!(accepted.iter().filter(|one| **one).count(), 1);
        let asked = story
            .events()
            .iter()
            .filter(|kind| *kind == "ask_made")
            .count();
        assert_eq!(asked, 14);
    });
}

#[test]
fn the_last_signatures_start_the_programme_once() {
    on_both(|engine| {
        let story = Story::at(engine, At::Agreed);
        let shown = story.shown();
        let sign = |who| {
            let sign = Sign {
                reference: story.reference(),
                shown,
                name: name_of(who),
            };
            let (app, actor) = (&story.app, story.actor(who));
            Box::new(move || app.execute(&actor, sign)) as Box<_>
        };
        let people = [ROWAN, DANA, AMINA, ROWAN, JOEL];
        let signed = at_once(people.map(sign).into_iter().collect());
        let started = signed
            .iter()
            .filter(|one| matches!(one, Ok(After::Started)));
        assert_eq!(started.count(), 1);
        assert_eq!(story.stage(), "active");
        let moves = story.moves();
        assert_eq!(
            moves.iter().filter(|one| *one == "8").count(),
            1,
            "{moves:?}"
        );
        let plan = story.plan(AMINA).agreed.unwrap().into_inner();
        let answered = plan.signing.iter().filter(|line| line.answer.is_some());
        assert_eq!(answered.count(), 4, "each of the four has one answer");
    });
}

#[test]
fn one_lesson_has_one_tick_from_each_adult() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let target = story.plan(AMINA).agreed.unwrap().into_inner().plan.targets[0].id;
        let rate = |who, tick| {
            let rate = Rate {
                reference: story.reference(),
                target,
                on: date(2026, 9, 28),
                period: Period::P1,
                tick: Some(tick),
            };
            let (app, actor) = (&story.app, story.actor(who));
            Box::new(move || app.execute(&actor, rate)) as Box<_>
        };
        let given = at_once(vec![
            rate(ABARA, Tick::Yes),
            rate(ABARA, Tick::NotYet),
            rate(ABARA, Tick::Nearly),
            rate(OKONJO, Tick::Yes),
        ]);
        assert!(given.iter().all(Result::is_ok), "{given:?}");
        let (school, programme) = (school_of(AMINA), story.programme().id);
        let ticks = story.read(|tx| store::ratings::of_programme(tx, school, programme));
        assert_eq!(ticks.len(), 2, "one from each");
    });
}

#[test]
fn two_administrators_who_close_each_other_leave_one() {
    on_both(|engine| {
        for _ in 0..4 {
            let story = Story::on(engine);
            let other = in_school(SchoolRole::Administrator);
            let close = |who, whom| {
                let (app, actor) = (&story.app, story.actor(who));
                let account = id::<AccountKind>(whom);
                Box::new(move || app.execute(&actor, DisableAccount { account })) as Box<_>
            };
            let closed = at_once(vec![close(ADMIN, other), close(other, ADMIN)]);
            let told = closed
                .iter()
                .filter(|one| matches!(one, Err(Refusal::SignedOut)));
            assert_eq!(
                told.count(),
                1,
                "whoever comes second is out already: {closed:?}"
            );
            let all = story.read(|tx| store::accounts::of_school(tx, school_of(ADMIN)));
            let left = all.iter().filter(|one| {
                one.disabled_at.is_none() && one.roles.has(SchoolRole::Administrator)
            });
            assert_eq!(left.count(), 1);
        }
    });
}
