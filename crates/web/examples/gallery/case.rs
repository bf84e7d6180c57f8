//! Rowan's programme in week 6.

use crate::town::{TODAY, case, coordinator};
use jiff::civil::{Date, date};
use web::charts::{Caption, Column, Held, Ladder, Pace, Stair, Timeline};
use web::components::{
    Button, Feed, Icon, Markup, People, PhaseState, Phases, Phrase, ProgrammeTimeline, Stands,
    SummaryList, Tag, TargetCard, Task, TaskList, WeekBar,
};
use web::pages::programmes::show::{PlanAtAGlance, ShowPage};

pub fn page() -> ShowPage {
    let next = Phrase::new("Next: ")
        .strong("8-week review, Thursday 26 November")
        .text(", in 12 school days");
    let header = case("Rowan Tidewell", "Rowan Tidewell", "Overview")
        .chip("Week 6 of 12")
        .fact("8K, Year 8")
        .fact("programme KB26-014")
        .next(next)
        .action(Button::link("Record something", "/notes/new").icon(Icon::Pen))
        .action(
            Button::link("Print the plan", "/print")
                .icon(Icon::Print)
                .secondary(),
        )
        .extra(timeline());
    ShowPage {
        frame: coordinator("Rowan T, KB26-014", "/programmes/kb26-014").section("Programmes"),
        case: header,
        pupil: "Rowan".to_owned(),
        told: Markup::default(),
        inset: None,
        phases: phases(),
        tasks: tasks(),
        tasks_done: Some("/done".to_owned()),
        lately: lately(),
        decided: Vec::new(),
        history: Some("/history".to_owned()),
        people: people(),
        change_people: Some("/people".to_owned()),
        moves: None,
        outcome: None,
        other_plans: vec![
            Phrase::bold("SEN support plan").text(" runs beside this one. Reading is in both."),
            Phrase::bold("Behaviour plan").text(" closed on 24 September. This plan replaced it."),
        ],
        plan: PlanAtAGlance::Agreed {
            version: Phrase::new("Version 2, since the 4-week review. ")
                .link("/plan", "Read the whole plan"),
            targets: targets(),
        },
    }
}

fn week(number: usize, monday: Date, pace: Pace) -> Column {
    Column::Week {
        number,
        monday,
        pace,
    }
}

fn timeline() -> ProgrammeTimeline {
    let holiday = |from, label: &str| Column::Holiday {
        from,
        label: label.to_owned(),
    };
    let columns = vec![
        Column::Before {
            monday: date(2026, 9, 14),
        },
        Column::Before {
            monday: date(2026, 9, 21),
        },
        week(1, date(2026, 9, 28), Pace::Done),
        week(2, date(2026, 10, 5), Pace::Done),
        week(3, date(2026, 10, 12), Pace::Done),
        week(4, date(2026, 10, 19), Pace::Done),
        holiday(date(2026, 10, 26), "half term"),
        week(5, date(2026, 11, 2), Pace::Done),
        week(6, date(2026, 11, 9), Pace::Now),
        week(7, date(2026, 11, 16), Pace::ToCome),
        week(8, date(2026, 11, 23), Pace::ToCome),
        week(9, date(2026, 11, 30), Pace::ToCome),
        week(10, date(2026, 12, 7), Pace::ToCome),
        week(11, date(2026, 12, 14), Pace::ToCome),
        holiday(date(2026, 12, 21), "holiday"),
        week(12, date(2027, 1, 4), Pace::ToCome),
    ];
    let caption = Caption::new("timeline", "Rowan’s programme, week 6 of 12")
        .description("Initial meeting and 4-week review held. 8-week review 26 November. Final meeting 7 January. Today is Tuesday 10 November.");
    let picture = Timeline::new(caption, columns)
        .meeting(date(2026, 9, 24), "Initial meeting", Held::Yes)
        .meeting(date(2026, 10, 22), "4-week review", Held::Yes)
        .meeting(date(2026, 11, 26), "8-week review", Held::NotYet)
        .meeting(date(2027, 1, 7), "Final meeting", Held::NotYet)
        .today(TODAY)
        .draw();
    let dates = SummaryList::new()
        .dense()
        .no_border()
        .row(
            "Watching before the plan",
            "Thursday 10 to Wednesday 23 September (10 school days)",
        )
        .row("Initial meeting", "Thursday 24 September, held")
        .row("Weeks 1 to 4", "28 September to 23 October")
        .row("4-week review", "Thursday 22 October, held")
        .row("Half term", "26 to 30 October, not counted")
        .row("8-week review", "Thursday 26 November")
        .row("Christmas holiday", "21 December to 1 January, not counted")
        .row("Final meeting", "Thursday 7 January 2027, in week 12");
    ProgrammeTimeline {
        picture,
        bar: Some(WeekBar::new(6, 12)),
        dates,
    }
}

fn phases() -> Phases {
    Phases::new(
        (PhaseState::Done, "11 of 11 answers. Finished 23 September."),
        (
            PhaseState::Done,
            "3 targets, signed by all 6 people on 24 September.",
        ),
        (
            PhaseState::Now,
            "Week 6 of 12. Reports in for 25 of 26 days.",
        ),
        (
            PhaseState::Next,
            "1 of 3 held. Next in 12 school days, then back to Do.",
        ),
    )
}

fn tasks() -> TaskList {
    TaskList::new([
        Task::new("Get today’s science report", "/r")
            .hint("Miss Abara, period 3")
            .tag(Tag::wants_attention("Missing")),
        Task::new("Ring or write to home this week", "/c")
            .hint("The plan says every week. Last: Friday, a call with Dana.")
            .status("By Friday"),
        Task::new("Invite people to the 8-week review", "/i")
            .hint("Same six people as last time")
            .status("By 16 Nov"),
        Task::later("Decide if target 1 should step up", "From 12 Nov")
            .hint("6 days on step 2 so far. Ask again at 8, over two weeks."),
        Task::later(
            "Ask everyone whether they kept their promises",
            "19 November",
        )
        .hint("Goes out a week before the review"),
        Task::later("Hold the 8-week review", "26 November"),
    ])
}

fn lately() -> Feed {
    let monday = date(2026, 11, 9);
    Feed::new()
        .item(
            Icon::Speech,
            Phrase::bold("Dana wrote:").text(" “He did his bag himself last night. First time!”"),
            monday,
            TODAY,
        )
        .item(
            Icon::Star,
            Phrase::bold("Mr Okonjo:").text(" stayed to help carry the maths books back."),
            monday,
            TODAY,
        )
        .item(
            Icon::People,
            Phrase::bold("Mr Petrie")
                .text(" met Rowan for 20 minutes. Bag check kept 5 days out of 5."),
            date(2026, 11, 5),
            TODAY,
        )
}

fn people() -> People {
    People::new()
        .person(Stands::Home, "Dana Tidewell", "mum")
        .line("Best by text, after 4pm")
        .person(Stands::Staff, "Joel Petrie", "mentor")
        .line("Sees Rowan Mondays and Thursdays")
        .person(Stands::Staff, "Nell Brook", "SENCO")
        .line("Reading support, twice a week")
        .person(Stands::Outside, "Tomasz Wren", "Brackenford Outreach")
        .line("In school every other Wednesday")
}

fn targets() -> Vec<TargetCard> {
    let card =
        |number, step: &str, name: &str, says: &str, stairs, help: (&str, &str)| TargetCard {
            number,
            step: step.into(),
            name: name.to_owned(),
            href: Some("/t".to_owned()),
            says: says.to_owned(),
            ladder: Some(
                Ladder::to_goal(
                    Caption::new(
                        format!("ladder-{number}"),
                        format!("Step ladder for target {number}"),
                    )
                    .description(step),
                    stairs,
                )
                .draw(),
            ),
            helps: help.0.into(),
            reward: help.1.into(),
            given: Markup::default(),
        };
    vec![
        card(
            1,
            "Step 2 of 3",
            "Arriving ready",
            "In my seat with my book open in the first five minutes, in 4 lessons out of 5.",
            vec![
                Stair::before("1 or 2"),
                Stair::reached("2 of 5"),
                Stair::now("3 of 5"),
                Stair::to_come("4 of 5"),
            ],
            (
                "Mr Petrie checks his bag at 8:30. Teachers save him the seat by the door.",
                "Ten minutes’ basketball with Mr Petrie on Fridays.",
            ),
        ),
        card(
            2,
            "Step 2 of 3",
            "Using my time-out card",
            "When I feel wound up I show my card and go to the Quiet Room, instead of walking out.",
            vec![
                Stair::before("2 of 5"),
                Stair::reached("3 of 5"),
                Stair::now("4 of 5"),
                Stair::to_come("5 of 5"),
            ],
            (
                "Every adult says yes to the card the first time. Tomasz teaches the “stop and breathe” steps.",
                "Mum hears about every card used well, the same day.",
            ),
        ),
        card(
            3,
            "Step 1 of 3",
            "Answering calmly",
            "When an adult asks me to do something, I answer in a calm voice the first time.",
            vec![
                Stair::before("2 of 5"),
                Stair::now("3 of 5"),
                Stair::to_come("4 of 5"),
                Stair::to_come("5 of 5"),
            ],
            (
                "Adults ask quietly, close by, and wait ten seconds. Dana does the same at home.",
                "Saturday morning fishing with Gran after a good week.",
            ),
        ),
    ]
}
