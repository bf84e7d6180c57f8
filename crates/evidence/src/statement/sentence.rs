//! The fixed words of a statement: the only ones there are about change.
//! Numbers first, chance second, cause never. Names in braces are filled in;
//! nothing else is ever put together.

/// One fixed sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sentence {
    /// Too few days.
    TooLittleRecorded,
    /// A first look.
    EarlyBetter,
    /// A first look.
    EarlyWorse,
    /// A first look.
    EarlyUnclear,
    /// Scores.
    LikelyBetter,
    /// Scores.
    LikelyWorse,
    /// Counts, lower.
    LikelyFewer,
    /// Counts, higher.
    LikelyMore,
    /// Yes/no days, the better way.
    LikelyBetterDays,
    /// Yes/no days, the worse way.
    LikelyWorseDays,
    /// Better before the plan already.
    BetterButAlreadyImproving,
    /// Better than the spell.
    BetterThanCrisisPeriod,
    /// Neither.
    NoClearChange,
    /// Too short or uneven.
    CannotTell,
    /// Recorded differently.
    NotComparable,
    /// After everything that says better or worse.
    NotWhy,
    /// When the days before were watched for this plan.
    LowPoint,
    /// When days without a record matter.
    MissingDays,
    /// When one phase is recorded far better than the other.
    UnevenCoverage,
    /// A ladder that the record followed.
    EachTime,
    /// A record ahead of its ladder.
    AheadOfTheSteps,
}

impl Sentence {
    /// All of them, for tests and translators.
    pub const ALL: [Self; 21] = [
        Self::TooLittleRecorded,
        Self::EarlyBetter,
        Self::EarlyWorse,
        Self::EarlyUnclear,
        Self::LikelyBetter,
        Self::LikelyWorse,
        Self::LikelyFewer,
        Self::LikelyMore,
        Self::LikelyBetterDays,
        Self::LikelyWorseDays,
        Self::BetterButAlreadyImproving,
        Self::BetterThanCrisisPeriod,
        Self::NoClearChange,
        Self::CannotTell,
        Self::NotComparable,
        Self::NotWhy,
        Self::LowPoint,
        Self::MissingDays,
        Self::UnevenCoverage,
        Self::EachTime,
        Self::AheadOfTheSteps,
    ];

    /// The words, with names in braces for what is filled in.
    pub const fn template(self) -> &'static str {
        match self {
            Self::TooLittleRecorded => {
                "Not enough days are recorded yet to compare before and after ({m} before, {n} in the plan; we need 5 of each for a first look)."
            }
            Self::EarlyBetter => {
                "Early picture, not settled: recorded days in the plan are better more often than before. More days are needed."
            }
            Self::EarlyWorse => {
                "Early picture, not settled: recorded days in the plan are worse more often than before. More days are needed."
            }
            Self::EarlyUnclear => "Early picture: no clear difference yet.",
            Self::LikelyBetter => {
                "Recorded days are likely better than before the plan: in {share} of every 100 before/plan pairs of days the plan day was better (could be {lo} to {hi}). Typical difference: {difference} {unit}."
            }
            Self::LikelyWorse => {
                "Recorded days are likely worse than before the plan: in {share} of every 100 before/plan pairs of days the plan day was worse (could be {lo} to {hi}). Typical difference: {difference} {unit}."
            }
            Self::LikelyFewer => {
                "Incidents were likely fewer: {before} a week before, {plan} a week in the plan (about {change}% fewer; could be {lo}% to {hi}%)."
            }
            Self::LikelyMore => {
                "Incidents were likely more: {before} a week before, {plan} a week in the plan (about {change}% more; could be {lo}% to {hi}%)."
            }
            Self::LikelyBetterDays => {
                "Recorded days are likely better than before the plan: yes on {before} of {m} days before, and on {plan} of {n} days in the plan (the record fits {lo} to {hi} days in every 100)."
            }
            Self::LikelyWorseDays => {
                "Recorded days are likely worse than before the plan: yes on {before} of {m} days before, and on {plan} of {n} days in the plan (the record fits {lo} to {hi} days in every 100)."
            }
            Self::BetterButAlreadyImproving => {
                "Recorded days are better than before, but they were already getting better before the plan started, so we cannot say the plan changed the direction."
            }
            Self::BetterThanCrisisPeriod => {
                "Recorded days are better than in the difficult spell just before the plan. Difficult spells often ease by themselves, so this alone does not show that the plan helped."
            }
            Self::NoClearChange => {
                "The record does not show a clear change either way. A small or moderate change could be missed."
            }
            Self::CannotTell => "The record varies too much, or is too short, to tell.",
            Self::NotComparable => {
                "Before and after were recorded differently, so they cannot be compared."
            }
            Self::NotWhy => {
                "This compares records before and during the plan. It cannot show why they differ."
            }
            Self::LowPoint => {
                "Plans often start at a low point, and some improvement after a low point is normal."
            }
            Self::MissingDays => {
                "On {k} plan days nothing was recorded; if those days were like the days before the plan, the picture would be less clear."
            }
            Self::UnevenCoverage => {
                "Days were recorded much more often in one part than in the other ({before}% before, {plan}% in the plan), so this is only a first look."
            }
            Self::EachTime => {
                "Each time the target moved, the record moved with it ({c} of {c} times)."
            }
            Self::AheadOfTheSteps => {
                "The record moved ahead of the steps, so the steps did not set the pace."
            }
        }
    }
}
