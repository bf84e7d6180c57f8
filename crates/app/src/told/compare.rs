//! The four questions that everyone is asked alike: the only answers that are
//! compared. Points are 1, never, to 5, always.

use forms::shared_four::ROWS;

use super::view::Side;

/// Answers that must be in before anything is compared.
const ENOUGH: usize = 3;
/// Points apart from which two sides differ.
const APART: f64 = 2.0;

/// One of the four questions, with where each side stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The question's code.
    pub row: &'static str,
    /// The pupil.
    pub pupil: Option<f64>,
    /// The middle of those at home.
    pub home: Option<f64>,
    /// The middle of the staff.
    pub staff: Option<f64>,
    /// What may be said of it.
    pub verdict: Verdict,
}

/// What may be said of three views of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Fewer than three people have answered it, or only one side.
    TooFew,
    /// All sides are less than two points apart.
    Agree,
    /// Two sides are two points apart or more.
    Differ,
}

/// One person's four points.
pub(super) type Points = (Side, [Option<u8>; 4]);

/// Compares.
pub(super) fn compare(all: &[Points]) -> Vec<Compared> {
    let rows = ROWS.iter().enumerate();
    rows.map(|(at, row)| {
        let of = |side: Side| -> Vec<u8> {
            let theirs = all.iter().filter(|(whose, _)| *whose == side);
            theirs
                .filter_map(|(_, points)| points.get(at).copied().flatten())
                .collect()
        };
        let (pupil, home, staff) = (of(Side::Pupil), of(Side::Home), of(Side::Staff));
        let answers = pupil.len() + home.len() + staff.len();
        let sides = [middle(pupil), middle(home), middle(staff)];
        Compared {
            row,
            pupil: sides[0],
            home: sides[1],
            staff: sides[2],
            verdict: verdict(answers, &sides),
        }
    })
    .collect()
}

fn verdict(answers: usize, sides: &[Option<f64>]) -> Verdict {
    let stand: Vec<f64> = sides.iter().flatten().copied().collect();
    if answers < ENOUGH || stand.len() < 2 {
        return Verdict::TooFew;
    }
    let low = stand.iter().copied().fold(f64::INFINITY, f64::min);
    let high = stand.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if high - low >= APART {
        Verdict::Differ
    } else {
        Verdict::Agree
    }
}

/// The middle one; between the two in the middle where they are even.
fn middle(mut points: Vec<u8>) -> Option<f64> {
    points.sort_unstable();
    let half = points.len() / 2;
    let upper = f64::from(*points.get(half)?);
    if points.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = f64::from(*points.get(half.checked_sub(1)?)?);
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(all: &[(Side, u8)]) -> Compared {
        let points: Vec<Points> = all
            .iter()
            .map(|(side, point)| (*side, [Some(*point), None, None, None]))
            .collect();
        compare(&points).remove(0)
    }

    #[test]
    fn two_points_apart_differ_and_less_agree() {
        let found = first(&[(Side::Pupil, 2), (Side::Home, 3), (Side::Staff, 4)]);
        assert_eq!(found.verdict, Verdict::Differ);
        let found = first(&[(Side::Pupil, 3), (Side::Home, 3), (Side::Staff, 4)]);
        assert_eq!(found.verdict, Verdict::Agree);
    }

    #[test]
    fn the_middle_of_two_lies_between_them() {
        let found = first(&[(Side::Home, 2), (Side::Home, 5), (Side::Pupil, 2)]);
        assert_eq!((found.home, found.verdict), (Some(3.5), Verdict::Agree));
    }

    #[test]
    fn fewer_than_three_answers_or_one_side_alone_are_not_compared() {
        let found = first(&[(Side::Pupil, 1), (Side::Staff, 5)]);
        assert_eq!(found.verdict, Verdict::TooFew);
        let found = first(&[(Side::Staff, 1), (Side::Staff, 5), (Side::Staff, 5)]);
        assert_eq!((found.staff, found.verdict), (Some(5.0), Verdict::TooFew));
        assert_eq!(first(&[]).verdict, Verdict::TooFew);
    }
}
