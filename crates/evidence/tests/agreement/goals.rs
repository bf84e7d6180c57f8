//! Goal attainment.

use evidence::{GOAL_CORRELATION, GoalProblem, GoalScore, WeighedGoal, goal_attainment};

use crate::support::{ESTIMATE, Table, assert_close, folders};

#[expect(
    clippy::cast_possible_truncation,
    reason = "whole scores in a file of whole scores"
)]
fn goals(scores: &[f64], weights: &[f64]) -> Vec<WeighedGoal> {
    let score = |score: f64| GoalScore::new(score as i8).unwrap();
    let pairs = scores.iter().zip(weights);
    pairs
        .map(|(s, weight)| WeighedGoal {
            score: score(*s),
            weight: *weight,
        })
        .collect()
}

#[test]
fn every_weighed_set_of_goals_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "gas/t_scores.csv");
        for row in expected.rows() {
            let id = row.text("case_id");
            let (weights, rho) = (row.list("weights"), row.number("rho"));
            let t = |scores| goal_attainment(&goals(&row.list(scores), &weights), rho).unwrap();
            let (now, then) = (t("scores"), t("baseline_scores"));
            assert_close(now, row.number("t_score"), ESTIMATE, id);
            assert_close(then, row.number("baseline_t"), ESTIMATE, id);
            assert_close(now - then, row.number("change"), ESTIMATE, id);
            let larger: Vec<f64> = weights.iter().map(|weight| weight * 7.0).collect();
            let same = goal_attainment(&goals(&row.list("scores"), &larger), rho).unwrap();
            assert_close(same, now, 1e-12, id);
        }
        expected.every_column_was_read(&[]);
    }
}

#[test]
fn every_sum_of_equal_goals_agrees() {
    for folder in folders() {
        let expected = Table::open(&folder, "gas/equal_weight_table.csv");
        for row in expected.rows() {
            // Any scores with that sum will do: as many 2s (or -2s) as fit.
            let mut left = row.number("sum_of_scores");
            let goals_wanted = row.count("n_goals");
            let mut scores = Vec::new();
            for _ in 0..goals_wanted {
                let score = left.clamp(-2.0, 2.0);
                scores.push(score);
                left -= score;
            }
            let weights = vec![1.0; scores.len()];
            let t = goal_attainment(&goals(&scores, &weights), GOAL_CORRELATION).unwrap();
            assert_close(t, row.number("t_score"), ESTIMATE, "equal goals");
        }
        expected.every_column_was_read(&[]);
    }
}

#[test]
fn goals_that_cannot_be_scored_are_refused() {
    let one = |weight| goals(&[1.0], &[weight]);
    assert_eq!(goal_attainment(&[], 0.3), Err(GoalProblem::NoGoals));
    assert_eq!(goal_attainment(&one(0.0), 0.3), Err(GoalProblem::Weight));
    assert_eq!(goal_attainment(&one(-1.0), 0.3), Err(GoalProblem::Weight));
    assert_eq!(
        goal_attainment(&one(1.0), 1.0),
        Err(GoalProblem::Correlation)
    );
    assert_eq!(
        goal_attainment(&one(1.0), -0.1),
        Err(GoalProblem::Correlation)
    );
    assert_eq!(GoalScore::new(3), Err(GoalProblem::Score(3)));
}
