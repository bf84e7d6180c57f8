//! PDF/UA-1, and what it is for: a plan that can be heard.

use super::{document, read};

#[test]
fn a_plan_says_it_is_accessible_and_in_which_language() {
    let plan = read(&document(|_| {}));
    assert!(
        plan.metadata.contains("<pdfuaid:part>1</pdfuaid:part>"),
        "{}",
        plan.metadata
    );
    assert!(
        plan.metadata
            .contains("Rowan’s support plan – Kestrel Bridge School")
    );
    assert_eq!(plan.language, "en-GB");
    assert!(plan.shows_title);
    assert!(!plan.embedded.is_empty() && plan.embedded.iter().all(|carried| *carried));
}

#[test]
fn headings_go_down_one_level_at_a_time() {
    let plan = read(&document(|_| {}));
    assert_eq!(plan.words_of("H1"), ["Rowan’s support plan"]);
    assert_eq!(
        plan.words_of("H2"),
        [
            "What Rowan is good at",
            "Three targets",
            "What the adults promise",
            "What every adult does, every day",
            "How we check",
            "We’ve each agreed our part"
        ]
    );
    assert_eq!(
        plan.words_of("H3"),
        [
            "1. Arriving ready",
            "2. Using my time-out card",
            "3. Answering calmly"
        ]
    );
}

#[test]
fn every_picture_is_said_in_words() {
    let plan = read(&document(|_| {}));
    let said: Vec<&str> = plan.pictures().into_iter().flatten().collect();
    assert_eq!(said.len(), plan.pictures().len(), "a picture is silent");
    assert_eq!(
        said[0],
        "A row of weeks to tick off: weeks 1 to 4 from 28 September, half term, weeks 5 to 11 from 2 November, \
         the Christmas holiday and week 12 from 4 January. Meetings: We agreed it on 24 September, \
         4-week review on 22 October, 8-week review on 26 November and Final meeting on 7 January."
    );
    assert!(said[1].starts_with("Step ladder in lessons out of 5. Started at 1 or 2."));
    assert_eq!(said.len(), 4);
}

#[test]
fn tables_have_headers_for_columns_and_for_rows() {
    let plan = read(&document(|_| {}));
    let columns = plan.headers("Column");
    for column in [
        "Form",
        "Starts",
        "Who",
        "Will do",
        "How often",
        "Name",
        "Signature",
        "Date",
    ] {
        assert!(
            columns.iter().any(|header| header == column),
            "{column} in {columns:?}"
        );
    }
    let rows = plan.headers("Row");
    for row in [
        "Joel Petrie, mentor",
        "Dana Tidewell, mum",
        "Rowan Tidewell",
    ] {
        assert!(rows.iter().any(|header| header == row), "{row} in {rows:?}");
    }
}

#[test]
fn it_is_heard_in_the_order_it_is_read() {
    let heard = read(&document(|_| {})).heard();
    let order = [
        "Kestrel Bridge School",
        "Questions? Mrs Farrow, 01632 960142",
        "Rowan’s support plan",
        "Twelve school weeks",
        "28 September 2026",
        "KB26-014, version 2",
        "Fixing things. Helping younger pupils. Remembers every football score since 2019.",
        "In my seat with my book open in the first five minutes, in 4 lessons out of 5.",
        "Why it matters “I hate walking in late with everyone looking.”",
        "Who helps Mr Petrie checks my bag at 8:30. Teachers save me",
        "Reward Ten minutes’ basketball",
        "If I don’t try I plan the next morning",
        "2. Using my time-out card",
        "Joel Petrie, mentor Bag check and a talk Every day; Mon and Thu",
        "Avoid Correcting in front of the class. Asking why.",
        "We all meet on 26 November (8-week review)",
        "Amina Farrow, coordinator",
    ];
    let mut from = 0;
    for words in order {
        let at = heard[from..].find(words);
        assert!(
            at.is_some(),
            "{words:?} is not heard after {from} in {heard}"
        );
        from += at.unwrap_or(0);
    }
}

#[test]
fn the_foot_is_printed_on_every_side_without_a_surname_and_never_read_aloud() {
    let plan = read(&document(|_| {}));
    assert_eq!(plan.sides.len(), 2);
    for (number, side) in plan.sides.iter().enumerate() {
        let foot = format!(
            "KB26-014, version 2, printed 10 November 2026 Private. Hand back to Mrs Farrow or shred. Side {} of 2",
            number + 1
        );
        assert!(side.words.ends_with(&foot), "{}", side.words);
    }
    assert!(!plan.sides[0].words.contains("Tidewell"));
    assert!(!plan.heard().contains("Side 1 of 2"));
}
