//! Their own words, by theme and by question; the same words stand once.

use forms::{Said, Theme};

use super::{hear::Heard, view::Side};

/// One theme, in their own words.
#[derive(Debug, Clone)]
pub struct ThemeTold {
    /// Which.
    pub theme: Theme,
    /// Each question on it, the pupil's first, then home's, then staff's.
    pub asked: Vec<AskedTold>,
}

/// One question on a theme, with what was said by one side.
#[derive(Debug, Clone)]
pub struct AskedTold {
    /// On which side.
    pub side: Side,
    /// What was asked.
    pub asked: String,
    /// What was said; the same words stand once.
    pub said: Vec<SaidBy>,
}

/// Something that was said, by one person or by several in the same words.
#[derive(Clone)]
pub struct SaidBy {
    /// The words.
    pub words: String,
    /// Who said it; empty where nobody is named.
    pub who: Vec<String>,
    /// How many said it.
    pub times: usize,
}

// What people say of a child must not reach a log.
impl std::fmt::Debug for SaidBy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SaidBy({})", self.times)
    }
}

/// What was heard, by theme.
pub(super) fn themes(heard: &[Heard]) -> Vec<ThemeTold> {
    Theme::ALL
        .iter()
        .filter_map(|theme| {
            let mut asked: Vec<AskedTold> = Vec::new();
            for one in heard {
                let lines = one.lines.iter();
                for line in lines.filter(|line| line.theme == Some(*theme)) {
                    let at = asked
                        .iter()
                        .position(|other| other.side == one.side && other.asked == line.asked);
                    let words = words(&line.said);
                    if words.is_empty() {
                        continue;
                    }
                    let at = at.unwrap_or_else(|| {
                        asked.push(AskedTold {
                            side: one.side,
                            asked: line.asked.clone(),
                            said: Vec::new(),
                        });
                        asked.len() - 1
                    });
                    if let Some(question) = asked.get_mut(at) {
                        for words in words {
                            question.add(words, &one.who);
                        }
                    }
                }
            }
            asked.sort_by_key(|one| one.side);
            (!asked.is_empty()).then_some(ThemeTold {
                theme: *theme,
                asked,
            })
        })
        .collect()
}

impl AskedTold {
    /// Adds what somebody said; of the pupil's own words it is plain whose they are.
    fn add(&mut self, words: String, who: &str) {
        let who = if self.side == Side::Pupil { "" } else { who };
        let at = self.said.iter().position(|one| one.words == words);
        let at = at.unwrap_or_else(|| {
            self.said.push(SaidBy {
                words,
                who: Vec::new(),
                times: 0,
            });
            self.said.len() - 1
        });
        if let Some(one) = self.said.get_mut(at) {
            one.times += 1;
            one.who.extend((!who.is_empty()).then(|| who.to_owned()));
        }
    }
}

/// Each thing that was said, by itself.
fn words(said: &Said) -> Vec<String> {
    let pair = |(row, said): &(String, String)| format!("{row}: {said}");
    match said {
        Said::Lines(lines) => lines.clone(),
        Said::Table(rows) => rows.iter().map(pair).collect(),
        // Of a small record what was answered says enough.
        Said::Records(records) => records
            .iter()
            .map(|record| {
                let answers: Vec<&str> = record.iter().map(|(_, said)| said.as_str()).collect();
                answers.join(": ")
            })
            .collect(),
        Said::NotSure | Said::Skipped | Said::PassedOn | Said::Flag(_) | Said::NotYet => Vec::new(),
    }
}
