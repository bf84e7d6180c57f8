//! An invented pupil's plan, for showing what paper looks like before there
//! is a real one. The people are the named town's; none exists.

use jiff::civil::{Date, date};

use super::{
    Contact, EveryDay, Helper, Ladder, Meeting, Order, PlanPaper, Promise, Run, SignatureRow,
    Signing, Step, StepState, Target, Week,
};

/// Rowan Tidewell's plan in week 6 of 12, nothing signed yet.
pub fn specimen() -> PlanPaper {
    PlanPaper {
        school: "Kestrel Bridge School".into(),
        contact: Contact {
            name: "Mrs Farrow".into(),
            reach: "01632 960142".into(),
        },
        pupil: "Rowan".into(),
        form_and_year: Some("8K, Year 8".into()),
        starts: date(2026, 9, 28),
        ends: date(2027, 1, 8),
        mentor: Some("Joel Petrie".into()),
        aim: Some("Twelve school weeks, to help Rowan feel settled and stay in lessons.".into()),
        weeks: weeks(),
        meetings: vec![
            meeting("We agreed it", date(2026, 9, 24)),
            meeting("4-week review", date(2026, 10, 22)),
            meeting("8-week review", date(2026, 11, 26)),
            meeting("Final meeting", date(2027, 1, 7)),
        ],
        strengths: vec![
            "Fixing things".into(),
            "Helping younger pupils".into(),
            "Remembers every football score since 2019".into(),
        ],
        targets: targets(),
        promises: promises(),
        every_day: every_day(),
        how_we_check: vec![how_we_check()],
        signatures: signatures(),
        reference: "KB26-014".into(),
        version: 2,
    }
}

fn weeks() -> Vec<Week> {
    let mut weeks = Vec::new();
    let mut monday = date(2026, 9, 28);
    for number in 1..=12 {
        let holiday = match number {
            5 => Some(("half term", date(2026, 10, 26), date(2026, 11, 2))),
            12 => Some((
                "the Christmas holiday",
                date(2026, 12, 21),
                date(2027, 1, 4),
            )),
            _ => None,
        };
        if let Some((name, from, back)) = holiday {
            weeks.push(Week::Holiday {
                name: name.into(),
                from,
            });
            monday = back;
        }
        weeks.push(Week::School {
            number,
            from: monday,
        });
        monday = monday.saturating_add(jiff::Span::new().weeks(1));
    }
    weeks
}

fn meeting(name: &str, on: Date) -> Meeting {
    Meeting {
        name: name.into(),
        on,
    }
}

fn targets() -> Vec<Target> {
    use StepState::{Base, Got, Next, Now};
    vec![
        Target {
            name: "Arriving ready".into(),
            sentence: "In my seat with my book open in the first five minutes, in 4 lessons out of 5.".into(),
            why: Some("“I hate walking in late with everyone looking.”".into()),
            helpers: vec![
                helper("Mr Petrie", "checks my bag at 8:30"),
                helper("Teachers", "save me the seat by the door"),
                helper("Mum", "packs with me the night before"),
            ],
            reward: Some("Ten minutes’ basketball with Mr Petrie on Fridays.".into()),
            if_i_dont_try: Some("I plan the next morning with Mr Petrie at break.".into()),
            ladder: ladder([("1 or 2", Base), ("2", Got), ("3", Now), ("4", Next)]),
        },
        Target {
            name: "Using my time-out card".into(),
            sentence: "When I feel wound up I show my card and go to the Quiet Room, instead of walking out.".into(),
            why: Some("“I always regret it after.”".into()),
            helpers: vec![
                helper("Every adult", "says yes the first time"),
                helper("Tomasz", "teaches “stop and breathe”."),
            ],
            reward: Some("Mum hears about every card used well, the same day.".into()),
            if_i_dont_try: Some("I talk it over with Mr Petrie before the next lesson.".into()),
            ladder: ladder([("2", Base), ("3", Got), ("4", Now), ("5", Next)]),
        },
        Target {
            name: "Answering calmly".into(),
            sentence: "When an adult asks me to do something, I answer in a calm voice the first time.".into(),
            why: Some("“So people stop thinking I’m always angry.”".into()),
            helpers: vec![
                helper("Adults", "ask quietly, close by, and wait ten seconds"),
                helper("Mum", "does the same at home"),
            ],
            reward: Some("Saturday fishing with Gran after a good week.".into()),
            if_i_dont_try: Some("I try again at the end of the lesson, just me and the teacher.".into()),
            ladder: ladder([("2", Base), ("3", Now), ("4", Next), ("5", Next)]),
        },
    ]
}

fn helper(who: &str, does: &str) -> Helper {
    Helper {
        who: who.into(),
        does: does.into(),
    }
}

fn ladder(steps: [(&str, StepState); 4]) -> Ladder {
    let steps = steps.map(|(label, state)| Step {
        label: label.into(),
        state,
    });
    Ladder {
        unit: Some("lessons out of 5".into()),
        steps: steps.into(),
    }
}

fn promises() -> Vec<Promise> {
    [
        (
            "Joel Petrie, mentor",
            "Bag check and a talk",
            "Every day; Mon and Thu",
        ),
        (
            "All 7 teachers",
            "Seat by the door; yes to the card",
            "Every lesson",
        ),
        (
            "Nell Brook, SENCO",
            "Reading support; remind all staff of the ten-second wait",
            "Twice a week; 30 Nov",
        ),
        (
            "Tomasz Wren, Outreach",
            "“Stop and breathe”",
            "Six Wednesdays",
        ),
        (
            "Dana Tidewell, mum",
            "Pack the bag; text back when the card is used",
            "Every school night",
        ),
        ("Amina Farrow", "Ring or write home", "Every week"),
    ]
    .map(|(who, will_do, how_often)| Promise {
        who: who.into(),
        will_do: will_do.into(),
        how_often: Some(how_often.into()),
    })
    .into()
}

fn every_day() -> Vec<EveryDay> {
    let part = |name: &str, lines: &[&str], order| EveryDay {
        name: name.into(),
        lines: lines.iter().map(|line| (*line).into()).collect(),
        order,
    };
    let (any, steps) = (Order::Any, Order::Steps);
    vec![
        part(
            "Do",
            &[
                "Greet Rowan by name at the door",
                "Ask quietly, close by",
                "Wait ten seconds",
            ],
            any,
        ),
        part(
            "Avoid",
            &["Correcting in front of the class", "Asking why"],
            any,
        ),
        part("Early signs", &["Pen down, hood up, a tapping foot"], any),
        part(
            "Calm plan",
            &[
                "Step back and lower your voice",
                "Offer the card",
                "Let Rowan go, and tell Mr Petrie",
            ],
            steps,
        ),
        part("Where to go", &["The Quiet Room"], any),
        part(
            "Exit card",
            &["Rowan shows it and goes. Nobody asks why"],
            any,
        ),
        part("Seat", &["By the door, at the front"], any),
    ]
}

fn how_we_check() -> Vec<Run> {
    vec![
        Run::Plain("Teachers tick each lesson. Mrs Farrow tells home every week. We all meet on ".into()),
        Run::Strong("26 November".into()),
        Run::Plain(" (8-week review) and ".into()),
        Run::Strong("7 January".into()),
        Run::Plain(
            " (final meeting). Anyone can ask to meet sooner. The SEN support plan carries on beside this one.".into(),
        ),
    ]
}

fn signatures() -> Vec<SignatureRow> {
    [
        ("Rowan Tidewell", ""),
        ("Dana Tidewell", "mum"),
        ("Joel Petrie", "mentor"),
        ("Nell Brook", "SENCO"),
        ("Tomasz Wren", "Outreach"),
        ("Amina Farrow", "coordinator"),
    ]
    .map(|(name, role)| SignatureRow {
        name: name.into(),
        role: Some(role.into()),
        signing: Signing::ToSign,
    })
    .into()
}
