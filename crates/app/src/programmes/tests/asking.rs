//! The third answer to a referral, and what its writer is told.

use domain::{account::AccountKind, programme::DeclineReason, text::Prose};

use super::*;
use crate::programmes::{
    ask_for_more::AskForMore,
    decline::DeclineReferral,
    today::Today,
    told::{News, SeeMove, Told},
    view_referral::ViewReferral,
};

const QUESTION: &str = "Has anybody asked home how mornings go?";

fn ask(start: &Start, who: &Actor, reference: &ProgrammeRef) -> Result<(), Refusal> {
    let reference = reference.clone();
    let question = Prose::new(QUESTION).unwrap();
    start.town.app.execute(
        who,
        AskForMore {
            reference,
            question,
        },
    )
}

fn told(start: &Start, who: &Actor) -> Vec<Told> {
    start.town.app.fetch(who, Today).unwrap().answer.told
}

fn questions(start: &Start, who: &Actor, reference: &ProgrammeRef) -> Vec<String> {
    let reference = reference.clone();
    let fetched = start.town.app.fetch(who, ViewReferral { reference });
    let asked = fetched.unwrap().answer.asked.into_iter();
    asked.map(|one| one.question).collect()
}

#[test]
fn a_referral_goes_back_open_with_a_question_and_is_handed_in_again() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.submitted();
        ask(&start, &start.head, &reference).unwrap();
        assert_eq!(start.stage(&reference), StageName::Draft);
        let news = told(&start, &start.writer);
        assert_eq!(news.len(), 1);
        assert_eq!(
            (news[0].news, &news[0].reference),
            (News::Asked, &reference)
        );
        assert_eq!(questions(&start, &start.writer, &reference), [QUESTION]);
        assert!(told(&start, &start.head).is_empty(), "the head asked it");
        let submit = SubmitReferral {
            reference: reference.clone(),
        };
        start.town.app.execute(&start.writer, submit).unwrap();
        assert_eq!(start.stage(&reference), StageName::Referred);
        assert!(told(&start, &start.writer).is_empty(), "it is answered");
        assert_eq!(questions(&start, &start.head, &reference), [QUESTION]);
        ask(&start, &start.coordinator, &reference).unwrap();
        assert_eq!(questions(&start, &start.writer, &reference).len(), 2);
    });
}

#[test]
fn only_those_who_decide_ask_and_only_while_it_waits() {
    on_both(|engine| {
        let start = Start::on(engine);
        let draft = start.written();
        assert!(matches!(
            ask(&start, &start.head, &draft),
            Err(Refusal::NotFound)
        ));
        let submit = SubmitReferral {
            reference: draft.clone(),
        };
        start.town.app.execute(&start.writer, submit).unwrap();
        for other in [&start.writer, &start.dsl] {
            let refused = ask(&start, other, &draft);
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })));
        }
        let elsewhere = start.town.other_school();
        let stranger = start
            .town
            .person(elsewhere, "Kit Vale", AccountKind::Staff, &[R::Head]);
        assert!(matches!(
            ask(&start, &stranger, &draft),
            Err(Refusal::NotFound)
        ));
        assert_eq!(start.stage(&draft), StageName::Referred);
    });
}

#[test]
fn the_writer_is_told_that_it_was_declined_and_why_until_they_say_they_saw_it() {
    on_both(|engine| {
        let start = Start::on(engine);
        let reference = start.submitted();
        let decline = DeclineReferral {
            reference: reference.clone(),
            reason: DeclineReason::EarlierStep,
            instead: Prose::new("A seat near the door for half a term first.").unwrap(),
        };
        start.town.app.execute(&start.head, decline).unwrap();
        assert!(told(&start, &start.coordinator).is_empty());
        let news = told(&start, &start.writer);
        assert_eq!(
            news[0].news,
            News::Declined(Some(DeclineReason::EarlierStep))
        );
        let seen = SeeMove {
            reference,
            n: news[0].n,
        };
        start.town.app.execute(&start.writer, seen).unwrap();
        assert!(told(&start, &start.writer).is_empty());
    });
}
