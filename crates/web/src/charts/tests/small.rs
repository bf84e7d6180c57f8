//! Ladders, sparklines, stairs and the three views.

use super::{BAD, assert_has, assert_sound};
use crate::charts::{Caption, Ladder, Reached, Sparkline, Stair, StepsReached, ThreeViews};

fn caption() -> Caption {
    Caption::new("one", "Step ladder for target 1")
        .description("On step 2, 3 of 5. Goal is 4 of 5.")
}

#[test]
fn a_ladder_rises_evenly_from_a_dashed_start_to_a_flag() {
    let stairs = vec![
        Stair::before("1 or 2"),
        Stair::reached("2 of 5"),
        Stair::now("3 of 5"),
        Stair::to_come("4 of 5"),
    ];
    let picture = Ladder::to_goal(caption(), stairs).draw();
    assert_sound(&picture);
    assert_has(
        &picture,
        &[
            r#"<title id="one-t">Step ladder for target 1</title><desc id="one-d">On step 2"#,
            r#"<rect class="st st-base" x="1" y="91" width="79.3" height="30" rx="3"/>"#,
            r#"<rect class="st st-got" x="87.3" y="71.7" width="79.3" height="49.3" rx="3"/>"#,
            r#"<circle class="you" cx="213.1""#,
            r#"<rect class="st" x="259.8" y="33""#,
            r#"<path class="pennant" d="M322 5l16 6l-16 6z"/>"#,
            r#"<text class="t-mid t-white" x="126.9" y="111">2 of 5</text>"#,
        ],
    );
}

#[test]
fn a_pupils_own_ladder_stops_where_they_are_and_flies_no_flag() {
    let picture = Ladder::so_far(caption(), vec![Stair::before("1"), Stair::now("2")])
        .draw()
        .to_string();
    assert!(!picture.contains("pennant") && picture.contains("you"));
}

#[test]
fn a_ladder_of_one_stair_or_none_can_be_drawn() {
    assert_sound(&Ladder::to_goal(caption(), vec![Stair::now("1")]).draw());
    assert_sound(&Ladder::to_goal(caption(), Vec::new()).draw());
}

#[test]
fn a_sparkline_breaks_where_reports_were_too_few_and_keeps_twelve_places() {
    let weeks = [32, 36, -1, 48, 44, 52, 56, 60]
        .map(|share| (share >= 0).then(|| f64::from(share)))
        .to_vec();
    let picture = Sparkline::new(Caption::new("idris-1", "Target 1"), Some(28.0), weeks).draw();
    assert_sound(&picture);
    assert_has(
        &picture,
        &[
            r#"d="M23 23.4L27.5 22.2M36.6 18.6L41.2 19.8L45.7 17.4L50.3 16.2L54.8 15""#,
            r#"<line class="lvl-2" x1="16" x2="78" y1="24.6" y2="24.6"/>"#,
            r#"<rect class="lvl-mark" x="0" y="22.1" width="12" height="5" rx="2.5"/>"#,
            r#"<circle class="p-last-2" cx="54.8" cy="15" r="5"/>"#,
        ],
    );
}

#[test]
fn a_week_between_two_breaks_is_a_dot_and_no_weeks_is_no_line() {
    let weeks = vec![Some(40.0), None, Some(50.0), None, Some(60.0), Some(61.0)];
    let picture = Sparkline::new(Caption::new("a", "b"), None, weeks)
        .draw()
        .to_string();
    assert_eq!(picture.matches(r#"class="p-dot""#).count(), 2);
    assert!(!picture.contains("lvl"));
    let empty = Sparkline::new(Caption::new("a", "b"), Some(40.0), vec![None, None])
        .draw()
        .to_string();
    assert!(!empty.contains("<path") && !empty.contains("<circle"));
}

#[test]
fn tiny_stairs_say_the_same_in_words() {
    let stairs = StepsReached::new("callum")
        .target(Reached::Goal, 3)
        .target(Reached::OnStep(2), 3)
        .target(Reached::OnStep(1), 2);
    assert_eq!(
        stairs.words(),
        "Target 1: goal reached. Target 2: on step 2 of 3. Target 3: on step 1 of 2."
    );
    let picture = stairs.draw();
    assert_sound(&picture);
    let drawn = picture.to_string();
    assert_eq!(drawn.matches("st-got").count(), 4);
    assert_eq!(drawn.matches("st-now").count(), 2);
    assert_eq!(drawn.matches(r#"class="st""#).count(), 2);
}

#[test]
fn three_views_stand_side_by_side_when_they_agree() {
    let views = |staff| ThreeViews {
        caption: Caption::new("v", "Feels safe"),
        pupil: Some(2.0),
        home: Some(2.0),
        staff,
    };
    let picture = views(Some(4.0)).draw();
    assert_sound(&picture);
    assert_has(
        &picture,
        &[
            r#"<line class="gap" x1="94" x2="246" y1="20" y2="20"/>"#,
            r#"<path class="v-home" d="M94.5 28v-9l8-8l8 8v9z"/>"#,
            r#"<rect class="v-staff" x="238.5" y="12.5" width="15" height="15" rx="1.5"/>"#,
            r#"<circle class="v-pupil" cx="85.5""#,
        ],
    );
    let silent = ThreeViews {
        caption: Caption::new("v", "Nobody"),
        pupil: None,
        home: None,
        staff: None,
    };
    assert!(!silent.draw().to_string().contains("gap"));
}

#[test]
fn no_picture_lets_markup_in() {
    let caption = || Caption::new(BAD, BAD).description(BAD);
    assert_sound(&Ladder::to_goal(caption(), vec![Stair::now(BAD)]).draw());
    assert_sound(&Sparkline::new(caption(), None, vec![]).draw());
    assert_sound(&StepsReached::new(BAD).target(Reached::Goal, 1).draw());
    assert_sound(
        &ThreeViews {
            caption: caption(),
            pupil: Some(1.0),
            home: None,
            staff: None,
        }
        .draw(),
    );
}
