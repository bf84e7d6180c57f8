//! Miss Abara, between lessons.

use web::components::{Hidden, Rate, Rating};
use web::form_state::FormState;
use web::layout::{Frame, Look, Menu};
use web::pages::reports::now::{
    AwayAsk, AwayForm, GoodNews, LessonPupil, NowPage, OtherLesson, OtherState,
};

pub fn page() -> NowPage {
    let mut frame = Frame::new("Tuesday, period 3", "Kestrel Bridge School")
        .section("Lesson reports")
        .signed_in("Miss Abara", "gallery-token")
        .menu(Menu::of(
            &[("Lesson reports", "/reports/now")],
            "/reports/now",
        ))
        .look(Look::Phone);
    "Miss Abara".clone_into(&mut frame.product_line);
    let rating = |question: &str| {
        Rating::new(
            question,
            "/reports/kb26-014/2026-11-10/3",
            Hidden::new("csrf", "gallery-token"),
        )
    };
    let pupil = LessonPupil {
        name: "Rowan".to_owned(),
        your_part: Some(
            "save him the seat by the door, and say yes to the card first time.".to_owned(),
        ),
        part_of_day: None,
        absent: None,
        nothing: None,
        away: AwayForm {
            action: "/reports/kb26-014/2026-11-10/p3/away".to_owned(),
            from: "p3",
            ask: AwayAsk::Nothing,
        },
        ratings: vec![
            rating("In his seat, book open, first five minutes").saved(Rate::Yes, "Saved 11:48"),
            rating("Used his card, or didn’t need it").help("Instead of walking out"),
            rating("Answered calmly the first time"),
        ],
        rewards: Vec::new(),
        good_news: Some(GoodNews {
            action: "/notes/good-news".to_owned(),
            hint: "If there was one. Dana sees it today, with your name.".to_owned(),
            field: "good".to_owned(),
            from: "p3",
            state: FormState::new(),
        }),
    };
    let other = |text: &str, state| OtherLesson {
        text: text.to_owned(),
        href: "/reports/x".to_owned(),
        state,
    };
    NowPage {
        backs: Vec::new(),
        frame,
        when: "Tuesday 10 November, period 3".to_owned(),
        heading: "Rowan, in 8K science".to_owned(),
        key: Hidden::new("form-key", "gallery"),
        pupils: vec![pupil],
        none: None,
        others: vec![
            other(
                "Idris, period 1, 10P",
                OtherState::Done("All 3 done".to_owned()),
            ),
            other(
                "Callum, period 5, 9F",
                OtherState::ToCome("Starts 2:00pm".to_owned()),
            ),
        ],
    }
}
