//! The progress chart.

use super::{BAD, assert_has, assert_sound};
use crate::charts::{Caption, Day, ProgressChart, Size};

const BEFORE: [i8; 10] = [2, 1, 2, 1, 0, 3, 1, 2, 2, 1];
const PLAN: [i8; 26] = [
    1, 2, 2, 3, 2, 2, 3, 2, -1, 3, 3, 2, 3, 3, 4, 3, 3, 3, 3, 4, 2, 3, 4, 3, 4, 4,
];

fn days(lessons: &[i8]) -> Vec<Option<f64>> {
    lessons
        .iter()
        .map(|lessons| (*lessons >= 0).then(|| f64::from(*lessons)))
        .collect()
}

fn rowan() -> ProgressChart {
    ProgressChart::new(
        Caption::new("t1", "Lessons out of 5").description("Rising."),
        days(&BEFORE),
        days(&PLAN),
    )
    .lasting(60)
    .goal(2.0, 0, 20, "Step 1")
    .goal(3.0, 20, 40, "Step 2")
    .goal(4.0, 40, 60, "Goal")
    .change(20, "Step 2")
    .holiday(20, 2.5, "half term")
    .holiday(55, 2.5, "holiday")
    .middles(Some(1.5), Some(3.0))
    .today(27)
    .label(Day::Plan(57), "12")
}

#[test]
fn a_phone_shows_the_days_so_far() {
    let picture = rowan().draw(Size::Narrow);
    assert_sound(&picture);
    assert_has(
        &picture,
        &[
            r#"viewBox="0 0 360 220""#,
            r#"<path class="goal" d="M106.5 127.6H239.5"/>"#,
            r#"<path class="goal" d="M256.1 96.4H296"/>"#,
            r#"<rect class="hol" x="240.5" y="34" width="14.6" height="156"/>"#,
            r#"d="M33.3 127.6L40 158.8L46.6 127.6L53.3 158.8L59.9 190L66.6 96.4L73.2 158.8L79.9 127.6L86.5 127.6L93.2 158.8"/>"#,
            r#"<line class="med-band" x1="106.5" x2="296" y1="96.4" y2="96.4"/>"#,
            r#"<line class="lvl" x1="31" x2="296" y1="143.2" y2="143.2"/>"#,
            ">The plan</text>",
            ">Step 2</text>",
        ],
    );
    assert!(!picture.to_string().contains("future"));
}

#[test]
fn a_missing_day_is_a_cross_on_the_axis_and_breaks_the_line() {
    assert_has(
        &rowan().draw(Size::Narrow),
        &[
            r#"<path class="miss" d="M159 179l8 8m0-8l-8 8"/>"#,
            "L156.4 127.6M169.7 96.4",
            "L236.2 65.2M259.4 127.6",
        ],
    );
}

#[test]
fn a_page_shows_the_days_to_come_and_names_steps_and_today() {
    let picture = rowan().draw(Size::Wide);
    assert_sound(&picture);
    assert_has(
        &picture,
        &[
            r#"class="future""#,
            ">today</text>",
            ">half term</text>",
            ">During the plan</text>",
            ">Goal</text>",
            ">Before the plan</text>",
            r#"class="phase-2""#,
        ],
    );
}

#[test]
fn the_last_day_is_larger_and_before_is_hollow() {
    let picture = rowan().draw(Size::Column).to_string();
    assert_eq!(picture.matches(r#"class="b-dot""#).count(), 10);
    assert_eq!(picture.matches(r#"class="p-dot""#).count(), 25);
    assert_eq!(picture.matches(r#" r="5"/>"#).count(), 1);
}

#[test]
fn the_scale_starts_at_nought_and_goes_to_the_real_most() {
    let picture = rowan().out_of(3).draw(Size::Column).to_string();
    let scale: Vec<&str> = picture
        .split(r#"<text class="t-end""#)
        .skip(1)
        .map(|part| &part[part.find('>').unwrap() + 1..part.find('<').unwrap()])
        .collect();
    assert_eq!(scale, ["0", "1", "2", "3"]);
}

#[test]
fn two_sizes_on_one_page_have_ids_of_their_own() {
    let chart = rowan();
    assert_has(
        &chart.draw(Size::Column),
        &[r#"aria-labelledby="t1-t t1-d""#],
    );
    assert_has(
        &chart.draw(Size::Narrow),
        &[r#"aria-labelledby="t1-narrow-t t1-narrow-d""#],
    );
}

#[test]
fn the_word_before_makes_room_for_the_goals_name() {
    let chart = rowan().middles(Some(3.0), None);
    assert_has(
        &chart.draw(Size::Narrow),
        &[r#"y="101.4">Step 2"#, r#"y="116.4">Before"#],
    );
}

#[test]
fn a_chart_with_nothing_yet_can_be_drawn() {
    let empty = ProgressChart::new(Caption::new("t", "t"), Vec::new(), Vec::new());
    for size in [Size::Wide, Size::Column, Size::Narrow] {
        assert_sound(&empty.clone().lasting(60).draw(size));
        assert_sound(&empty.draw(size));
        assert_sound(&empty.clone().middles(Some(2.0), Some(2.0)).draw(size));
    }
}

#[test]
fn no_chart_lets_markup_in() {
    let chart = ProgressChart::new(
        Caption::new(BAD, BAD).description(BAD),
        vec![Some(1.0)],
        vec![Some(1.0); 6],
    )
    .lasting(20)
    .goal(1.0, 0, 15, BAD)
    .goal(2.0, 15, 20, BAD)
    .change(2, BAD)
    .holiday(3, 1.0, BAD)
    .label(Day::Before(0), BAD)
    .plan_words(BAD);
    assert_sound(&chart.draw(Size::Wide));
}

#[test]
fn the_difficult_spell_is_shaded_and_apart_from_the_days_compared() {
    let picture = rowan().spell(6).draw(Size::Wide);
    assert_sound(&picture);
    assert_has(
        &picture,
        &[r#"<rect class="spell""#, ">difficult spell</text>"],
    );
    let line = |picture: &str| {
        let line = picture.split(r#"<path class="b-line" d=""#).nth(1).unwrap();
        line[..line.find('"').unwrap()].matches('M').count()
    };
    assert_eq!(
        line(&picture.to_string()),
        2,
        "the line breaks where the spell begins"
    );
    assert!(
        !rowan()
            .spell(10)
            .draw(Size::Wide)
            .to_string()
            .contains("spell")
    );
}

#[test]
fn a_line_through_fewer_than_six_days_is_not_drawn() {
    assert_has(
        &rowan().drift(1.5, 1.0).draw(Size::Wide),
        &[r#"<line class="drift""#],
    );
    let thin = rowan()
        .spell(5)
        .drift(1.5, 1.0)
        .draw(Size::Wide)
        .to_string();
    assert!(!thin.contains("drift"));
}

#[test]
fn names_of_changes_that_follow_closely_go_in_rows() {
    let picture = rowan()
        .change(22, "New adult: Mr Petrie")
        .change(23, "Room change")
        .change(24, "New rater")
        .draw(Size::Wide)
        .to_string();
    let height = |name: &str| {
        let before = picture.split(&format!(">{name}</text>")).next().unwrap();
        let at = before.rfind("y=\"").unwrap() + 3;
        before[at..before.len() - 1].parse::<f64>().unwrap()
    };
    // The first is the highest, so that no line goes through its name.
    assert!(height("New adult: Mr Petrie") < height("Room change"));
    assert!(height("Room change") < height("New rater"));
    assert!(
        height("New adult: Mr Petrie") > 8.0,
        "and all of them on the board"
    );
}

#[test]
fn a_percentage_has_six_lines_and_not_a_hundred() {
    let share = |values: &[f64]| values.iter().map(|value| Some(*value)).collect::<Vec<_>>();
    let chart = ProgressChart::new(
        Caption::new("p", "Points"),
        share(&[55.0, 60.0]),
        share(&[70.0]),
    );
    let picture = chart
        .scale(crate::charts::Scale::percent())
        .draw(Size::Column);
    assert_sound(&picture);
    assert_has(&picture, &[">100%</text>", ">20%</text>"]);
    assert_eq!(picture.to_string().matches(r#"class="t-end""#).count(), 6);
}
