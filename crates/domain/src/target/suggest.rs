//! Steps worth suggesting, and when to suggest the next one.
//!
//! Suggestions are for adults to take or leave; nothing here moves a pupil.

use super::{Better, Level, Scale};

/// Suggests steps from days before the plan to a goal, the goal last.
///
/// The first step is one the pupil met on about six ordinary days in ten, so
/// recognition starts in week 1; the rest rise evenly by roughly the usual
/// wobble between days. Nothing is suggested without days.
pub fn suggest_steps(days: &[Level], goal: Level, scale: Scale) -> Vec<Level> {
    if days.is_empty() {
        return Vec::new();
    }
    // Up is better from here on; "fewer" is turned round and back.
    let sign = match scale.better {
        Better::More => 1,
        Better::Fewer => -1,
    };
    let turned = |level: Level| sign * i32::from(level.in_tenths());
    let mut sorted: Vec<i32> = days.iter().copied().map(turned).collect();
    sorted.sort_unstable();
    let (grid, goal) = (i32::from(scale.grid().in_tenths()), turned(goal));
    let rank = (sorted.len() + 1) * 2 / 5;
    let first = (sorted[rank.saturating_sub(1)] + grid).min(goal);
    let gap = goal - first;
    if gap <= 0 {
        return vec![Level::tenths(goal.unsigned_abs().try_into().unwrap_or(0))];
    }
    let step = (grid * FINE).max(wobble(&sorted));
    let steps = ((gap * FINE + step - 1) / step + 1).clamp(2, 4);
    let mut levels: Vec<i32> = (0..steps)
        .map(|place| first + gap * place / (steps - 1))
        .map(|level| level.div_euclid(grid) * grid)
        .collect();
    if let Some(last) = levels.last_mut() {
        *last = goal;
    }
    levels.dedup();
    levels
        .into_iter()
        .map(|level| Level::tenths(level.unsigned_abs().try_into().unwrap_or(0)))
        .collect()
}

/// Parts of a tenth in which the wobble is worked out, so that rounding does not move a step.
const FINE: i32 = 40_000;

/// The median distance from the median, scaled to match a standard deviation.
fn wobble(sorted: &[i32]) -> i32 {
    let twice_middle = |values: &[i32]| {
        let (low, high) = ((values.len() - 1) / 2, values.len() / 2);
        values[low] + values[high]
    };
    let middle = twice_middle(sorted);
    let mut gaps: Vec<i32> = sorted.iter().map(|day| (2 * day - middle).abs()).collect();
    gaps.sort_unstable();
    // Gaps are doubled, and their middle doubled again: a quarter of it, times 1.4826.
    twice_middle(&gaps) * 14_826
}

/// What the last ten recorded days on a step suggest to adults.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepPrompt {
    /// Met on eight or more of ten: a step up can be offered.
    OfferStepUp,
    /// Met on four or fewer of ten: add help first, then think of a smaller step.
    HelpFirst,
    /// Neither.
    Hold,
    /// Fewer than eight recorded days on this step.
    TooSoon,
}

impl StepPrompt {
    /// Reads days on the current step, oldest first, each met or not.
    ///
    /// Days without a record are left out by the caller; they are never "not met".
    pub fn from_days(met: &[bool]) -> Self {
        let recent = &met[met.len().saturating_sub(10)..];
        let (days, reached) = (recent.len(), recent.iter().filter(|met| **met).count());
        match () {
            () if days < 8 => Self::TooSoon,
            () if reached * 10 >= days * 8 => Self::OfferStepUp,
            () if reached * 10 <= days * 4 => Self::HelpFirst,
            () => Self::Hold,
        }
    }

    /// The prompt with its count: "A step up can be offered: met on 10 of the last 10."
    pub fn words(self, met: &[bool]) -> Option<String> {
        let recent = &met[met.len().saturating_sub(10)..];
        let count = format!(
            "met on {} of the last {}.",
            recent.iter().filter(|met| **met).count(),
            recent.len()
        );
        match self {
            Self::OfferStepUp => Some(format!("A step up can be offered: {count}")),
            Self::HelpFirst => Some(format!(
                "{} Add help, or step back. Help first.",
                crate::wording::capital(&count)
            )),
            Self::Hold | Self::TooSoon => None,
        }
    }
}
