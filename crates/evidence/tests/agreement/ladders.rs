//! Prompts, rungs, and ladders climbed.

use evidence::{
    Aim, Better, DayIndex, GoalLine, LastFour, LastThree, Mark, Moved, Phase, Reach, Rung, RungDay,
    RungReport, SchoolWeek, StepPrompt, TargetSuccess, Tick, last_four, last_three,
    median_distance, projection, report_ladder, step_prompt, suggest_rungs_for,
};

use crate::support::{ESTIMATE, Row, Table, assert_close, folders, series};

#[test]
fn every_suggested_ladder_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "single_case/expected_ladder.csv");
        for row in expected.rows() {
            let id = row.text("case_id");
            let before = Phase::new(row.list("baseline_values")).unwrap();
            let (goal, grid) = (row.number("goal"), row.number("grid"));
            let success = TargetSuccess::new(row.number("target_success")).unwrap();
            let ladder = suggest_rungs_for(&before, (goal, grid), row.better(), success).unwrap();
            let rungs = row.list("rungs");
            assert_eq!(
                ladder.rungs().len(),
                rungs.len(),
                "{id}: {:?}",
                ladder.rungs()
            );
            for (found, expected) in ladder.rungs().iter().zip(rungs) {
                assert_close(*found, expected, ESTIMATE, id);
            }
            let looked_at = before.last(10);
            let rank = success.rank(looked_at.len());
            assert_eq!(rank.to_string(), row.text("percentile_rank_k"), "{id}");
            let wobble = median_distance(looked_at).unwrap();
            assert_close(wobble, row.number("madn"), ESTIMATE, id);
        }
        expected.every_column_was_read(&[]);
    }
}

#[test]
fn every_step_prompt_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "single_case/expected_step_prompt.csv");
        for row in expected.rows() {
            let days: Vec<RungDay> = (0..)
                .zip(row.text("met_sequence_oldest_first").chars())
                .map(|(day, met)| RungDay {
                    week: SchoolWeek(day / 5),
                    tick: if met == '1' { Tick::Met } else { Tick::NotMet },
                })
                .collect();
            let (name, recent) = match step_prompt(&days) {
                StepPrompt::OfferStepUp(recent) => ("offer_advance", recent),
                StepPrompt::OfferStepBack(recent) => ("offer_step_back", recent),
                StepPrompt::Hold(recent) => ("hold", recent),
                StepPrompt::TooSoon(recent) => ("hold_too_few", recent),
            };
            let id = row.text("case_id");
            assert_eq!(name, row.text("prompt"), "{id}");
            assert_eq!(recent.days.to_string(), row.text("days_used"), "{id}");
            assert_eq!(recent.met.to_string(), row.text("days_met"), "{id}");
        }
        expected.every_column_was_read(&[]);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "whole days in a file of whole days"
)]
fn mark(day: f64, value: f64) -> Mark {
    Mark {
        day: DayIndex(day as i32),
        value,
    }
}

#[test]
fn every_prompt_on_the_way_to_a_goal_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "single_case/expected_goal_line.csv");
        for row in expected.rows() {
            assert_prompts(&row);
        }
        expected.every_column_was_read(&[]);
    }
}

fn assert_prompts(row: &Row<'_>) {
    let (id, better) = (row.text("case_id"), row.better());
    let from = mark(row.number("start_day"), row.number("baseline_value"));
    let goal = mark(row.number("end_day"), row.number("goal_value"));
    let aim = Aim::Line(GoalLine::new(from, goal).unwrap());
    let days = row.list("days").into_iter().zip(row.list("values"));
    let marks: Vec<Mark> = days.map(|(day, value)| mark(day, value)).collect();
    let four = match last_four(&marks, &aim, better) {
        Some(LastFour::AllAhead) => "all_ahead",
        Some(LastFour::AllBehind) => "all_behind",
        Some(LastFour::Mixed) => "mixed",
        None => "too_few",
    };
    assert_eq!(four, row.text("last_four"), "{id}");
    let three = match last_three(&marks, &aim, better) {
        Some(LastThree::Ahead) => "ahead",
        Some(LastThree::On) => "on",
        Some(LastThree::Behind) => "behind",
        None => "too_few",
    };
    let expected = row.text("median_of_last_three");
    let same = three == expected || (three == "on" && expected.starts_with("on"));
    assert!(same, "{id}: {three} is not {expected}");
    let leads = projection(&marks, goal, better);
    let reach = match leads.map(|leads| leads.reach) {
        Some(Reach::ReachesGoal) => "reaches_goal",
        Some(Reach::FallsShort) => "falls_short",
        None => "too_few",
    };
    assert_eq!(reach, row.text("projection"), "{id}");
    for (found, column) in [
        (leads.map(|leads| leads.slope), "theil_sen_slope"),
        (leads.map(|leads| leads.at_end), "projected_at_end"),
    ] {
        match (found, row.maybe(column)) {
            (Some(found), Some(expected)) => assert_close(found, expected, ESTIMATE, id),
            (found, expected) => assert_eq!(found.is_some(), expected.is_some(), "{id} {column}"),
        }
    }
}

#[test]
fn every_ladder_climbed_agrees() {
    for folder in folders() {
        let folder = folder.join("single_case");
        let all = series(&folder);
        let raw = Table::open(&folder, "raw_changing_criterion.csv");
        let expected = Table::open(&folder, "expected_changing_criterion.csv");
        let mut ids: Vec<&str> = Vec::new();
        let rows: Vec<Row<'_>> = expected.rows().collect();
        for row in &rows {
            if !ids.contains(&row.text("series_id")) {
                ids.push(row.text("series_id"));
            }
        }
        for id in ids {
            // Goal and direction stand with the whole series, `..._ab`.
            let whole = all.get(id).or_else(|| all.get(&id.replace("_cc", "_ab")));
            let whole = whole.unwrap_or_else(|| panic!("{id}: no series with its goal"));
            let of_phase = |label: &str| {
                let days = raw
                    .rows()
                    .filter(|row| row.text("series_id") == id && row.text("phase_label") == label);
                let days: Vec<(Option<f64>, f64)> = days
                    .map(|row| (row.maybe("criterion"), row.number("outcome")))
                    .collect();
                let values = days.iter().map(|(_, value)| *value).collect();
                (days[0].0, Phase::new(values).unwrap())
            };
            let rows = rows.iter().filter(|row| row.text("series_id") == id);
            let (first, later): (Vec<&Row<'_>>, Vec<&Row<'_>>) =
                rows.partition(|row| row.text("phase_label") == "A");
            let before = of_phase("A").1;
            assert_phase(
                first[0],
                (before.days(), before.mean(), before.median()),
                id,
            );
            let rungs: Vec<Rung> = later
                .iter()
                .map(|row| of_phase(row.text("phase_label")))
                .map(|(criterion, days)| Rung {
                    criterion: criterion.unwrap(),
                    days,
                })
                .collect();
            let report = report_ladder(&before, &rungs, whole.goal, whole.better);
            for (row, (rung, found)) in later.iter().zip(rungs.iter().zip(&report.rungs)) {
                assert_close(rung.criterion, row.number("criterion"), ESTIMATE, id);
                assert_rung(row, found, id);
            }
        }
        raw.every_column_was_read(&["session"]);
        expected.every_column_was_read(&[]);
    }
}

fn assert_phase(row: &Row<'_>, (days, mean, median): (usize, f64, f64), id: &str) {
    assert_eq!(days.to_string(), row.text("n"), "{id}");
    assert_close(mean, row.number("mean"), ESTIMATE, id);
    assert_close(median, row.number("median"), ESTIMATE, id);
}

fn assert_rung(row: &Row<'_>, found: &RungReport, id: &str) {
    assert_phase(row, (found.days, found.mean, found.median), id);
    assert_eq!(found.met.to_string(), row.text("n_met"), "{id}");
    let share = f64::from(u32::try_from(found.met).unwrap()) / row.number("n");
    assert_close(share, row.number("prop_met"), ESTIMATE, id);
    match (found.goal_percent, row.maybe("pogo_vs_baseline")) {
        (Some(found), Some(expected)) => assert_close(found, expected, ESTIMATE, id),
        (found, expected) => assert_eq!(found, expected, "{id}"),
    }
    let moved = if found.median_moved == Moved::TowardsBetter {
        "yes"
    } else {
        "no"
    };
    assert_eq!(moved, row.text("median_moved_toward_goal"), "{id}");
    if let Some(printed) = row.maybe("printed_pogo") {
        assert_close(found.goal_percent.unwrap(), printed, 0.05 + ESTIMATE, id);
    }
}

#[test]
fn only_the_better_side_is_ahead() {
    let line = GoalLine::new(mark(0.0, 50.0), mark(60.0, 80.0)).unwrap();
    let marks: Vec<Mark> = (1..5).map(|day| mark(f64::from(day), 90.0)).collect();
    let aim = Aim::Line(line);
    assert_eq!(
        last_four(&marks, &aim, Better::More),
        Some(LastFour::AllAhead)
    );
    assert_eq!(
        last_four(&marks, &aim, Better::Fewer),
        Some(LastFour::AllBehind)
    );
}
