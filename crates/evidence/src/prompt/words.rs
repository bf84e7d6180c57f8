//! The fixed words of prompts: reasons for adults to talk, never verdicts. Help
//! is named before a smaller step.

use crate::{LastFour, LastThree, Reach, ReviewPrompt, StepPrompt};

/// One fixed prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// The middle of the last three days.
    LastThree(LastThree),
    /// All of the last four on one side; nothing is said when they are mixed.
    LastFour(LastFour),
    /// Where the days so far lead.
    Leads(Reach),
    /// A step up, more help, or neither.
    Step(StepPrompt),
    /// Two steps back.
    Review(ReviewPrompt),
}

impl Prompt {
    /// The words, with `{aim}` for what the days are held against ("step 2",
    /// "the goal line"), `{met}` and `{days}`. None when there is nothing to
    /// say.
    pub const fn template(self) -> Option<&'static str> {
        Some(match self {
            Self::LastThree(LastThree::Ahead) => "Last three days are ahead of {aim}.",
            Self::LastThree(LastThree::On) => "Last three days are on {aim}.",
            Self::LastThree(LastThree::Behind) => "Last three days are behind {aim}.",
            Self::LastFour(LastFour::AllAhead) => {
                "Last four days were all ahead of {aim}: worth a conversation."
            }
            Self::LastFour(LastFour::AllBehind) => {
                "Last four days were all behind {aim}: worth a conversation."
            }
            Self::Leads(Reach::ReachesGoal) => {
                "Days like these would reach the goal by the end of the plan. This is a rough guide."
            }
            Self::Leads(Reach::FallsShort) => {
                "Days like these would not reach the goal by the end of the plan. This is a rough guide."
            }
            Self::Step(StepPrompt::OfferStepUp(_)) => {
                "Met on {met} of the last {days}. A step up can be offered at the next check-in."
            }
            Self::Step(StepPrompt::OfferStepBack(_)) => {
                "Met on {met} of the last {days}. Talk about more help first, then about a smaller step."
            }
            Self::Step(StepPrompt::Hold(_)) => "Met on {met} of the last {days}.",
            Self::Step(StepPrompt::TooSoon(_)) => {
                "{days} days on it so far; a step up can be talked about from 8, over two weeks."
            }
            Self::Review(ReviewPrompt::TwoStepsBack) => {
                "Two steps back on this target: the plan may not match the need. Talk about it at a review."
            }
            Self::LastFour(LastFour::Mixed) | Self::Review(ReviewPrompt::Nothing) => return None,
        })
    }

    /// The words with the names filled in. `aim` is what the days are held
    /// against.
    pub fn words(self, aim: &str) -> Option<String> {
        let text = self.template()?.replace("{aim}", aim);
        Some(match self {
            Self::Step(prompt) => {
                let recent = prompt.recent();
                let text = text.replace("{met}", &recent.met.to_string());
                // One day is said as one.
                let days = text.replace("{days}", &recent.days.to_string());
                if recent.days == 1 {
                    days.replace("1 days", "1 day")
                } else {
                    days
                }
            }
            Self::LastThree(_) | Self::LastFour(_) | Self::Leads(_) | Self::Review(_) => text,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Recent, banned_in};

    fn recent(days: usize, met: usize) -> Recent {
        Recent { days, met }
    }

    #[test]
    fn prompts_say_what_was_recorded_and_name_help_first() {
        let step = |prompt| Prompt::Step(prompt).words("step 2").unwrap();
        assert_eq!(
            step(StepPrompt::Hold(recent(10, 6))),
            "Met on 6 of the last 10."
        );
        let back = step(StepPrompt::OfferStepBack(recent(10, 3)));
        assert!(back.find("more help").unwrap() < back.find("smaller step").unwrap());
        assert!(step(StepPrompt::TooSoon(recent(1, 1))).starts_with("1 day on it so far"));
        let three = Prompt::LastThree(LastThree::Ahead).words("step 2");
        assert_eq!(three.unwrap(), "Last three days are ahead of step 2.");
        assert_eq!(Prompt::LastFour(LastFour::Mixed).words("step 2"), None);
    }

    #[test]
    fn no_prompt_is_a_verdict() {
        let some = recent(10, 5);
        let all = [
            Prompt::LastThree(LastThree::Ahead),
            Prompt::LastThree(LastThree::On),
            Prompt::LastThree(LastThree::Behind),
            Prompt::LastFour(LastFour::AllAhead),
            Prompt::LastFour(LastFour::AllBehind),
            Prompt::Leads(Reach::ReachesGoal),
            Prompt::Leads(Reach::FallsShort),
            Prompt::Step(StepPrompt::OfferStepUp(some)),
            Prompt::Step(StepPrompt::OfferStepBack(some)),
            Prompt::Step(StepPrompt::Hold(some)),
            Prompt::Step(StepPrompt::TooSoon(some)),
            Prompt::Review(ReviewPrompt::TwoStepsBack),
        ];
        for prompt in all {
            let said = prompt.words("the goal line").unwrap();
            assert!(banned_in(&said).is_empty() && !said.contains('{'), "{said}");
        }
    }
}
