//! Words for chances, fixed once. Never "certain", and only "very likely" may
//! stand in a headline.

/// A chance in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likelihood {
    /// At most 0.05.
    VeryUnlikely,
    /// To 0.20.
    Unlikely,
    /// To 0.40.
    LessLikelyThanNot,
    /// Up to 0.60.
    AsLikelyAsNot,
    /// From 0.60.
    MoreLikelyThanNot,
    /// From 0.80.
    Likely,
    /// From 0.95.
    VeryLikely,
}

impl Likelihood {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::VeryUnlikely,
        Self::Unlikely,
        Self::LessLikelyThanNot,
        Self::AsLikelyAsNot,
        Self::MoreLikelyThanNot,
        Self::Likely,
        Self::VeryLikely,
    ];

    /// The words for a chance, 0 to 1. None for what is no chance.
    #[must_use]
    pub fn of(chance: f64) -> Option<Self> {
        if !(0.0..=1.0).contains(&chance) {
            return None;
        }
        Some(match chance {
            chance if chance >= 0.95 => Self::VeryLikely,
            chance if chance >= 0.80 => Self::Likely,
            chance if chance >= 0.60 => Self::MoreLikelyThanNot,
            chance if chance > 0.40 => Self::AsLikelyAsNot,
            chance if chance > 0.20 => Self::LessLikelyThanNot,
            chance if chance > 0.05 => Self::Unlikely,
            _ => Self::VeryUnlikely,
        })
    }

    /// The words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::VeryUnlikely => "very unlikely",
            Self::Unlikely => "unlikely",
            Self::LessLikelyThanNot => "a little less likely than not",
            Self::AsLikelyAsNot => "as likely as not",
            Self::MoreLikelyThanNot => "a little more likely than not",
            Self::Likely => "likely",
            Self::VeryLikely => "very likely",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mirror_each_other_around_a_half() {
        let words = |chance| Likelihood::of(chance).unwrap().words();
        assert_eq!(
            [0.95, 0.80, 0.60, 0.5].map(words),
            [
                "very likely",
                "likely",
                "a little more likely than not",
                "as likely as not"
            ]
        );
        assert_eq!(
            [0.05, 0.20, 0.40].map(words),
            ["very unlikely", "unlikely", "a little less likely than not"]
        );
        assert_eq!(Likelihood::of(1.5), None);
    }
}
