//! Queues, lists, people and feeds.

use super::{BAD, assert_harmless, assert_has};
use crate::components::{
    Button, Dated, Feed, Icon, Initials, Pagination, People, Phrase, Queue, QueueItem, Stands,
    SummaryList, Tag, Task, TaskList,
};
use jiff::civil::date;

fn late(title: &str) -> QueueItem {
    QueueItem::late("1 day late", title, "/x").button(Button::link("Check and send", "/x"))
}

#[test]
fn only_the_first_late_thing_has_the_main_button() {
    let today = QueueItem::today("By noon", "Chase two answers", "/y")
        .button(Button::link("Chase both", "/y"));
    let queue = Queue::new([today, late("Send the notes"), late("Write home")]).to_string();
    assert_eq!(queue.matches("govuk-button--secondary").count(), 2);
    assert!(queue.contains(r#"class="govuk-button ms-button--small""#));
    assert_has(
        &queue,
        &[
            "Check and send<span class=\"govuk-visually-hidden\">: Send the notes</span>",
            "ms-queue__when--now\">By noon",
        ],
    );
    assert_eq!(queue.matches("#i-late").count(), 2);
}

#[test]
fn from_the_eighth_on_things_are_folded_away() {
    let queue =
        Queue::new((1..=11).map(|n| QueueItem::later("By Friday", format!("Thing {n}"), "/x")))
            .to_string();
    let (shown, folded) = queue.split_once("<details").unwrap();
    assert_eq!(shown.matches("<li").count(), 7);
    assert!(folded.contains("and 4 more things") && folded.matches("<li").count() == 4);
    assert!(!Queue::new([late("One")]).to_string().contains("<details"));
}

#[test]
fn tags_have_five_meanings() {
    assert_eq!(
        Tag::wants_attention("Low").to_string(),
        r#"<strong class="govuk-tag govuk-tag--yellow">Low</strong>"#
    );
    let drawn = [
        Tag::done("a"),
        Tag::talk_about_it("a"),
        Tag::adult_is_late("a"),
        Tag::not_started("a"),
    ]
    .map(|tag| tag.to_string());
    for (tag, colour) in drawn.iter().zip(["green", "purple", "red", "grey"]) {
        assert!(tag.contains(colour));
    }
}

#[test]
fn facts_can_be_changed_and_the_link_says_which() {
    let list = SummaryList::new()
        .row("Review", "Thursday 26 November")
        .action("Change", "/dates", "date of the review")
        .row("Mentor", "Joel Petrie");
    assert_has(
        list.dense().no_border(),
        &[
            r#"<a class="govuk-link govuk-link--no-visited-state" href="/dates">Change<span class="govuk-visually-hidden"> date of the review</span></a>"#,
            "govuk-summary-list--dense govuk-summary-list--no-border",
            r#"govuk-summary-list__row--no-actions"><dt class="govuk-summary-list__key">Mentor</dt>"#,
        ],
    );
}

#[test]
fn a_task_that_cannot_start_yet_is_no_link() {
    let tasks = TaskList::new([
        Task::new("Get today’s science report", "/r")
            .hint("Miss Abara, period 3")
            .tag(Tag::wants_attention("Missing")),
        Task::later("Hold the 8-week review", "26 November"),
    ]);
    assert_has(
        tasks,
        &[
            r#"href="/r">Get today’s science report</a><div class="govuk-task-list__hint">Miss Abara, period 3</div>"#,
            r#"<div>Hold the 8-week review</div></div><div class="govuk-task-list__status govuk-task-list__status--cannot-start-yet">26 November</div>"#,
        ],
    );
}

#[test]
fn initials_are_the_first_and_last_words_and_the_shape_says_where_someone_stands() {
    assert_has(
        Initials::of("Dana van Tidewell", Stands::Home),
        &["ms-who--home", ">DT<", "aria-hidden"],
    );
    assert_has(Initials::of("Teachers", Stands::Staff), &[">T<"]);
    assert_has(
        People::new()
            .person(Stands::Outside, "Tomasz Wren", "Brackenford Outreach")
            .line("Wednesdays"),
        &[
            "ms-who--out",
            "Tomasz Wren, Brackenford Outreach",
            "Wednesdays",
        ],
    );
}

#[test]
fn the_feed_says_when_in_words_and_in_a_date() {
    let feed = Feed::new().item(
        Icon::Star,
        Phrase::bold("Mr Okonjo:").text(" stayed to help."),
        date(2026, 11, 9),
        date(2026, 11, 10),
    );
    assert_has(
        feed,
        &[
            r#"<time datetime="2026-11-09">Yesterday</time>"#,
            "<strong>Mr Okonjo:</strong> stayed to help.",
        ],
    );
}

#[test]
fn a_dated_block_reads_as_a_date() {
    let dated = Dated::meeting(date(2026, 11, 12))
        .line(Phrase::default().link("/p", "Elsie Marrow"))
        .line("Initial meeting, 1:15pm");
    assert_has(
        dated,
        &[
            r#"<time class="ms-date ms-date--meeting" datetime="2026-11-12">Thu <b>12</b> Nov </time>"#,
            "<p>Initial meeting, 1:15pm</p>",
        ],
    );
}

#[test]
fn a_short_list_has_no_pages() {
    assert!(Pagination::new().to_string().trim().is_empty());
    assert_has(
        Pagination::new().next("?after=3", "Older"),
        &[r#"rel="next""#, "Older"],
    );
}

#[test]
fn no_list_lets_markup_in() {
    let day = date(2026, 11, 10);
    assert_harmless(Queue::new([QueueItem::late(BAD, BAD, BAD)
        .why(BAD)
        .button(Button::link(BAD, BAD))]));
    assert_harmless(
        SummaryList::new()
            .row(BAD, BAD)
            .action(BAD, BAD, BAD)
            .action(BAD, BAD, BAD),
    );
    assert_harmless(TaskList::new([
        Task::new(BAD, BAD).hint(BAD).status(BAD),
        Task::later(BAD, BAD),
    ]));
    assert_harmless(People::new().person(Stands::Home, BAD, BAD).line(BAD));
    assert_harmless(Feed::new().item(Icon::Star, BAD, day, day));
    assert_harmless(Dated::day(day).line(BAD));
    assert_harmless(Pagination::new().next(BAD, BAD).previous(BAD, BAD));
    assert_harmless(Tag::done(BAD));
}
