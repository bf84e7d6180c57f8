//! Amina's Tuesday.

use crate::caseload;
use crate::town::{TODAY, coordinator};
use jiff::civil::date;
use web::components::{Button, Dated, Hidden, Phrase, Queue, QueueItem};
use web::pages::today::{ReportsToday, TodayPage};
use web::words::long_date;

pub fn page() -> TodayPage {
    TodayPage {
        frame: coordinator("Today", "/today"),
        date: long_date(TODAY),
        greeting: "Good morning, Amina.".to_owned(),
        sentence: "Four things need you today. Two more can wait until Friday.".to_owned(),
        add_job: Some("/jobs/new".to_owned()),
        today: today(),
        all_done: None,
        later_heading: "Can wait until Friday".to_owned(),
        later: later(),
        reports: Some(reports()),
        coming_up: coming_up(),
        caseload: Some(caseload::all()),
    }
}

fn button(text: &str) -> Button {
    Button::link(text, "/next")
}

fn today() -> Queue {
    Queue::new([
        QueueItem::late(
            "1 day late",
            "Send the notes from Idris Calder’s 8-week review",
            "/notes",
        )
        .why("Held last Wednesday. His mum and Mr Petrie are waiting to see what was agreed.")
        .button(button("Check and send")),
        QueueItem::today(
            "By noon",
            "Chase two staff answers about Elsie Marrow",
            "/chase",
        )
        .why("9 of 11 are in. Her first meeting is on Thursday at 1:15pm.")
        .button(button("Chase both")),
        QueueItem::today("Today", "Write to Sami Haddad’s family", "/write")
            .why("The plan says contact every week. It has been 7 school days. They read Arabic.")
            .button(button("Write")),
        QueueItem::today(
            "2:40pm",
            "Look over Callum Vane’s evidence with Ms Calloway",
            "/evidence",
        )
        .why("The final meeting is on Thursday. Reports are in for 53 of 56 days.")
        .button(button("Open evidence")),
    ])
}

fn later() -> Queue {
    Queue::new([
        QueueItem::later("By Friday", "Talk about Idris Calder’s target 3", "/target")
            .why(
                "Step 1 was met on 4 of the last 10 recorded days. Look at the adults’ help first.",
            )
            .button(button("See the chart")),
        QueueItem::later(
            "By Friday",
            "Finish starting Theo Bramwell’s programme",
            "/start",
        )
        .why("Saved on Friday at step 3 of 6: other plans.")
        .button(button("Carry on")),
    ])
}

fn reports() -> ReportsToday {
    let missing =
        |period: &str, rest: &str, pupil: &str| (Phrase::bold(period).text(rest), pupil.to_owned());
    let token = Hidden::new("csrf", "gallery-token");
    ReportsToday {
        sentence: Phrase::bold("23 of 26 in")
            .text(" for periods 1 to 3. Periods 4 and 5 are still to come."),
        missing: vec![
            missing("Period 2", " Mr Okonjo, 10P maths", "Idris"),
            missing("Period 3", " Miss Abara, 8K science", "Rowan"),
            missing("Period 3", " Mr Leith, 4B PE", "Sami"),
        ],
        nudge: Some(
            Button::post("Nudge these three", "/nudges", token)
                .secondary()
                .small()
                .white(),
        ),
    }
}

fn coming_up() -> Vec<Dated> {
    let meeting = |day, name: &str, what: &str, who: &str| {
        Dated::meeting(date(2026, 11, day))
            .line(Phrase::default().link("/meeting", name))
            .line(what)
            .line(Phrase::default().quiet(who))
    };
    vec![
        meeting(
            12,
            "Elsie Marrow",
            "Initial meeting, 1:15pm",
            "6 invited, 4 have said yes",
        ),
        meeting(
            12,
            "Callum Vane",
            "Final meeting, 3:30pm",
            "All 5 have said yes",
        ),
        meeting(
            17,
            "Maya Penhallow",
            "Initial meeting, 9:00am",
            "Invitations went yesterday",
        ),
    ]
}
