//! The five shared scales: their points and the words beside each point.
//!
//! The point is stored, never the word, so a form may put its own words to a scale.

use std::ops::RangeInclusive;

use serde::Deserialize;

/// A scale from the shared list (domain notes 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// How often: 1 never to 5 every day.
    Freq5,
    /// How true: 1 not true for me to 5 very true for me.
    Agree5,
    /// 0 lowest to 10 best; asked so that "one point higher" can follow.
    Scale10,
    /// A face and a word: 1 very sad to 5 very happy.
    Face5,
    /// How sure: 1 no to 4 fully.
    Conf4,
}

impl Scale {
    /// Every scale.
    pub const ALL: [Self; 5] = [
        Self::Freq5,
        Self::Agree5,
        Self::Scale10,
        Self::Face5,
        Self::Conf4,
    ];

    /// The name used in a form's file.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Freq5 => "freq5",
            Self::Agree5 => "agree5",
            Self::Scale10 => "scale10",
            Self::Face5 => "face5",
            Self::Conf4 => "conf4",
        }
    }

    /// The points, lowest first.
    pub const fn points(self) -> RangeInclusive<u8> {
        match self {
            Self::Freq5 | Self::Agree5 | Self::Face5 => 1..=5,
            Self::Scale10 => 0..=10,
            Self::Conf4 => 1..=4,
        }
    }

    /// The usual words, one for each point, lowest first.
    pub const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Freq5 => &["Never", "Not often", "Sometimes", "Most days", "Every day"],
            Self::Agree5 => &[
                "Not true for me",
                "A bit true",
                "In the middle",
                "Mostly true",
                "Very true for me",
            ],
            Self::Scale10 => &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
            Self::Face5 => &[
                "Really sad or cross",
                "A bit unhappy",
                "In the middle",
                "Quite happy",
                "Really happy",
            ],
            Self::Conf4 => &["No", "A little", "Mostly", "Fully"],
        }
    }

    /// What the lowest and highest points mean, where the words alone do not say.
    pub const fn ends(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Scale10 => Some(("0 is the lowest", "10 is the best")),
            Self::Freq5 | Self::Agree5 | Self::Face5 | Self::Conf4 => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_has_a_word() {
        for scale in Scale::ALL {
            assert_eq!(
                scale.points().count(),
                scale.words().len(),
                "{}",
                scale.code()
            );
        }
    }
}
