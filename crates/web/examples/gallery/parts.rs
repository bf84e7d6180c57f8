//! The parts that no page of the gallery shows, and a pupil's question, so that each can be looked at.

use askama::Template;
use jiff::civil::date;
use web::charts::{Caption, Day, ProgressChart, Size, ThreeViews};
use web::components::{
    Banner, Button, Dated, Details, Empty, Honest, Icon, Inset, Markup, Meter, Pagination, Panel,
    Phrase, SeenLine, SummaryList, Tag, WeekStrip,
};
use web::form_state::{DateBox, FormState};
use web::layout::{Frame, Language, LanguageChoice, Look};

use crate::town::{coordinator, days};

/// The parts, one below the other.
#[derive(Template)]
#[template(
    source = r#"{% extends "layout.html" %}{% block content %}<h1 class="govuk-heading-xl">Parts</h1>
{% for (name, parts) in sections %}<section class="ms-section"><div class="ms-section__head"><h2 class="govuk-heading-m">{{ name }}</h2></div>{{ parts }}</section>{% endfor %}
{% endblock %}"#,
    ext = "html"
)]
pub struct PartsPage {
    frame: Frame,
    sections: Vec<(&'static str, Markup)>,
}

pub fn page() -> PartsPage {
    let banner = Banner::done(
        "Sent",
        "Two people have been asked again: Miss Abara and Mr Vance.",
    )
    .more("They have until Wednesday.");
    PartsPage {
        frame: coordinator("Parts", "/settings").banner(Some(banner)),
        sections: vec![
            ("Fields", fields()),
            ("Answers in rows", rows()),
            ("Boxes", boxes()),
            ("Facts", facts()),
            ("Pictures", pictures()),
        ],
    }
}

fn fields() -> Markup {
    let mut state = FormState::new()
        .with("start-day", "31")
        .with("start-month", "13")
        .with("start-year", "2026");
    state.date_problem(
        "start",
        DateBox::Month,
        "The month must be between 1 and 12",
    );
    Markup::of(
        state
            .date_input("start", "When does it start?")
            .small()
            .hint("Such as 16 11 2026"),
    )
    .and(
        state
            .textarea("note", "What happened?")
            .at_most(500)
            .rows(3),
    )
    .and(state.password_input("password", "Password"))
    .and(
        state
            .text_input("code", "The code in your letter")
            .one_time_code()
            .wide(10),
    )
    .and(
        state
            .file_upload("file", "The school’s file")
            .hint("A CSV file")
            .accept(".csv"),
    )
    .and(
        state
            .radios("run", "Run it how?")
            .option("now", "Now")
            .option("later", "Later")
            .across(),
    )
    .and(Button::send("Close the programme").warning())
}

fn rows() -> Markup {
    let state = FormState::new().with("q1", "4");
    Markup::of(state.scale_question(
        "q1",
        "I feel safe at school",
        ["Never", "Not often", "Sometimes", "Often", "Always"],
    ))
    .and(state.three_faces(
        "week",
        "How was this week, for you?",
        [("hard", "Hard"), ("ok", "In the middle"), ("good", "Good")],
    ))
}

fn boxes() -> Markup {
    Markup::of(Inset::new("Where Elsie is now: 1 lesson in 5."))
        .and(Panel::new(
            "p-1",
            "Coming up",
            Dated::day(date(2026, 11, 12)).line("Look in on Callum"),
        ))
        .and(
            Panel::new(
                "p-2",
                "Not sent yet",
                Phrase::new("Your tap is kept on this page."),
            )
            .marigold(),
        )
        .and(
            Honest::new("What this can and can’t tell you").line(
                Phrase::new("It ")
                    .strong("can’t show why")
                    .text(" days differ."),
            ),
        )
        .and(SeenLine::readers(
            "You, Ms Calloway and Nell Brook can read this.",
        ))
        .and(SeenLine::kept_from(
            "Jo answers her own set. She never sees yours.",
        ))
        .and(
            Empty::nothing_yet("No programmes yet", "When a pupil needs one, start here.")
                .button(Button::link("Start a programme", "/programmes/new")),
        )
        .and(
            Empty::all_done(
                "That’s everything for today.",
                "Next: Elsie Marrow’s first meeting.",
            )
            .link("/calendar", "Look at the week"),
        )
        .and(Details::new(
            "Every day as a table",
            Phrase::new("A table stands here."),
        ))
}

fn facts() -> Markup {
    let list = SummaryList::new()
        .row("Reviews", "Weeks 4 and 8")
        .action("Change", "/settings/reviews", "when reviews are")
        .row_of("Lesson reports", Tag::done("On"))
        .action("Change", "/settings/reports", "lesson reports")
        .action("Look at", "/settings/reports", "lesson reports");
    Markup::of(list)
        .and(WeekStrip::new(12, vec![4, 8, 12]))
        .and(Meter::of(9, 11))
        .and(
            Pagination::new()
                .previous("?before=1", "Newer")
                .next("?after=9", "Older"),
        )
}

fn pictures() -> Markup {
    let views = ThreeViews {
        caption: Caption::new("views", "Feels safe: pupil 2, home 2, staff 4"),
        pupil: Some(2.0),
        home: Some(2.0),
        staff: Some(4.0),
    };
    let before = days(&[2, 1, 2, 1, 0, 3, 1, 2, 2, 1]);
    let plan = days(&[
        1, 2, 2, 3, 2, 2, 3, 2, -1, 3, 3, 2, 3, 3, 4, 3, 3, 3, 3, 4, 2, 3, 4, 3, 4, 4,
    ]);
    let weeks = [2, 7, 12, 17, 22, 32, 37, 42, 47, 52, 57];
    let names = [
        "week 1", "2", "3", "4", "5", "7", "8", "9", "10", "11", "12",
    ];
    let chart = ProgressChart::new(
        Caption::new("wide", "Lessons out of 5, each school day")
            .description("Rising from 1 to 4."),
        before,
        plan,
    )
    .lasting(60)
    .goal(2.0, 0, 20, "Step 1")
    .goal(3.0, 20, 40, "step 2")
    .goal(4.0, 40, 60, "Goal")
    .change(20, "Step 2")
    .holiday(20, 2.5, "half term")
    .holiday(55, 2.5, "holiday")
    .middles(Some(1.5), Some(3.0))
    .plan_words("During the plan: step 1")
    .label(Day::Before(4), "10 to 23 Sep")
    .today(27);
    let chart = weeks
        .into_iter()
        .zip(names)
        .fold(chart, |chart, (day, name)| {
            chart.label(Day::Plan(day), name)
        });
    Markup::of(views.draw()).and(chart.draw(Size::Wide))
}

/// A question to a younger pupil.
#[derive(Template)]
#[template(
    source = r#"{% extends "layout.html" %}{% block content %}<div class="ms-sheetlet">
<p class="ms-step">Part 1: the school day. Question 2 of 7.</p>{{ bar }}
<form action="/me/questions" method="post">{{ frame.csrf_field() }}
{{ state.five_faces("feel", "How do you feel walking into your classroom?", ["Very sad", "Sad", "In the middle", "Happy", "Very happy"]).read_aloud("Read it to me").or("not-sure", "I’m not sure").or("skip", "I don’t want to say") }}
{{ state.asked_row("share", "Who can we tell?").answer("helper", "Only Mr Petrie").answer("meeting", "My meeting").answer("nobody", "Nobody").starts_at("helper") }}
<div class="govuk-button-group ms-mb0">{{ next }}<a class="govuk-link govuk-link--no-visited-state" href="/me/questions/1">Go back</a></div></form></div>
<div class="ms-promise-box">{{ Icon::Shield }}<p><strong>There are no wrong answers.</strong> Nothing you say here can get you in trouble. If you tell us someone is not safe, Mrs Farrow will help.</p></div>{% endblock %}"#,
    ext = "html"
)]
pub struct QuestionPage {
    frame: Frame,
    bar: Meter,
    state: FormState,
    next: Button,
}

pub fn question() -> QuestionPage {
    let mut frame = Frame::new("Part 1, question 2", "Kestrel Bridge School")
        .look(Look::Pupil)
        .signed_in("Maya", "gallery-token");
    "Maya’s questions".clone_into(&mut frame.product_line);
    let choice = |code, name: &str, href: Option<&str>| LanguageChoice {
        language: Language::named(code),
        name: name.to_owned(),
        href: href.map(str::to_owned),
    };
    frame.languages = vec![
        choice("en", "English", None),
        choice("pl", "Polski", Some("?in=pl")),
        choice("ar", "العربية", Some("?in=ar")),
    ];
    QuestionPage {
        frame,
        bar: Meter::progress(2, 7),
        state: FormState::new().with("feel", "4"),
        next: Button::send("Next").leads_on(),
    }
}
