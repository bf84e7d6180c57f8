//! What must be in a referral before it is handed in, and how to say so.

use jiff::civil::Date;

use super::{FamilyAware, Referral, Screen, Trigger};

/// Fewest characters for what the pupil is good at: enough for a sentence.
const STRENGTHS_MIN: usize = 20;

/// Most concerns a referral may name.
const CONCERNS_MAX: usize = 3;

/// A field of the referral, for showing a problem where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReferralField {
    /// The date.
    Date,
    /// Why now.
    Triggers,
    /// What is seen.
    Concerns,
    /// Where things go best.
    Best,
    /// Strengths.
    Strengths,
    /// What has been tried.
    Tried,
    /// Special needs screen.
    SenScreen,
    /// Speech and language screen.
    LanguageScreen,
    /// Early help.
    EarlyHelp,
    /// Other plans.
    Plans,
    /// Whether the family knows.
    Family,
    /// How soon.
    Urgency,
}

/// One thing a referral still needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReferralProblem {
    /// No date.
    #[error("check referral: no date")]
    NoDate,
    /// A date to come.
    #[error("check referral: date is to come")]
    DateToCome,
    /// No trigger.
    #[error("check referral: no trigger")]
    NoTrigger,
    /// A trigger without anything to show it.
    #[error("check referral: trigger {} has no evidence", .0.code())]
    NoEvidence(Trigger),
    /// No concern.
    #[error("check referral: no concern")]
    NoConcern,
    /// More than three concerns.
    #[error("check referral: {has} concerns, at most 3")]
    TooManyConcerns {
        /// How many there are.
        has: usize,
    },
    /// Nowhere that things go best.
    #[error("check referral: no best setting")]
    NoBest,
    /// No strengths.
    #[error("check referral: no strengths")]
    NoStrengths,
    /// Strengths of a word or two.
    #[error("check referral: strengths of {has} characters, at least 20")]
    ShortStrengths {
        /// Characters found.
        has: usize,
    },
    /// Nothing tried.
    #[error("check referral: nothing tried")]
    NothingTried,
    /// Something ended before it began.
    #[error("check referral: strategy {row} ends before it begins")]
    TriedBackwards {
        /// Which row, from 1.
        row: usize,
    },
    /// Special needs not thought of.
    #[error("check referral: no special needs screen")]
    NoSenScreen,
    /// Looked into, without a date.
    #[error("check referral: special needs screen has no date")]
    NoSenScreenDate,
    /// Speech and language not thought of.
    #[error("check referral: no language screen")]
    NoLanguageScreen,
    /// Early help not thought of.
    #[error("check referral: no early help answer")]
    NoEarlyHelp,
    /// Nobody said whether there are other plans.
    #[error("check referral: other plans not answered")]
    NoPlansAnswer,
    /// Nobody said whether the family knows.
    #[error("check referral: family not answered")]
    NoFamilyAnswer,
    /// The family was told on a day to come.
    #[error("check referral: family told on a day to come")]
    FamilyToCome,
    /// Nobody said how soon.
    #[error("check referral: no urgency")]
    NoUrgency,
}

impl ReferralProblem {
    /// The field it is about.
    pub const fn field(self) -> ReferralField {
        match self {
            Self::NoDate | Self::DateToCome => ReferralField::Date,
            Self::NoTrigger | Self::NoEvidence(_) => ReferralField::Triggers,
            Self::NoConcern | Self::TooManyConcerns { .. } => ReferralField::Concerns,
            Self::NoBest => ReferralField::Best,
            Self::NoStrengths | Self::ShortStrengths { .. } => ReferralField::Strengths,
            Self::NothingTried | Self::TriedBackwards { .. } => ReferralField::Tried,
            Self::NoSenScreen | Self::NoSenScreenDate => ReferralField::SenScreen,
            Self::NoLanguageScreen => ReferralField::LanguageScreen,
            Self::NoEarlyHelp => ReferralField::EarlyHelp,
            Self::NoPlansAnswer => ReferralField::Plans,
            Self::NoFamilyAnswer | Self::FamilyToCome => ReferralField::Family,
            Self::NoUrgency => ReferralField::Urgency,
        }
    }

    /// What to do about it.
    pub fn words(self) -> String {
        let fixed = match self {
            Self::NoEvidence(trigger) => {
                return format!("Say what shows “{}”", trigger.label());
            }
            Self::TriedBackwards { row } => {
                return format!("The end of strategy {row} must be on or after its start");
            }
            Self::NoDate => "Enter the date of the referral",
            Self::DateToCome => "The date of the referral must be today or in the past",
            Self::NoTrigger => "Choose at least one reason to start",
            Self::NoConcern => "Describe at least one thing you see, where, and how often",
            Self::TooManyConcerns { .. } => "Name 3 concerns or fewer",
            Self::NoBest => "Choose where things go best",
            Self::NoStrengths => "Enter what the pupil is good at and enjoys",
            Self::ShortStrengths { .. } => {
                "Say a little more about strengths, 20 characters or more"
            }
            Self::NothingTried => "Add at least one thing that has been tried",
            Self::NoSenScreen => "Choose whether special needs have been looked into",
            Self::NoSenScreenDate => "Enter the date of the special needs screen",
            Self::NoLanguageScreen => "Choose whether speech and language have been looked into",
            Self::NoEarlyHelp => "Choose whether early help has been offered",
            Self::NoPlansAnswer => "Choose the plans the pupil has, or choose none",
            Self::NoFamilyAnswer => "Choose whether the family knows about this referral",
            Self::FamilyToCome => "The day the family was told must be today or in the past",
            Self::NoUrgency => "Choose how soon a programme is needed",
        };
        fixed.to_owned()
    }
}

impl Referral {
    /// Everything still needed before it can be handed in on a day, in the
    /// order of the form. Nothing in the list means it is complete.
    pub fn problems(&self, today: Date) -> Vec<ReferralProblem> {
        let mut found = Vec::new();
        match self.on {
            None => found.push(ReferralProblem::NoDate),
            Some(on) if on > today => found.push(ReferralProblem::DateToCome),
            Some(_) => {}
        }
        self.why_problems(&mut found);
        self.tried_problems(&mut found);
        self.check_problems(today, &mut found);
        found
    }

    fn why_problems(&self, found: &mut Vec<ReferralProblem>) {
        if self.triggers.is_empty() {
            found.push(ReferralProblem::NoTrigger);
        }
        let bare = self
            .triggers
            .iter()
            .filter(|noted| noted.evidence.is_none());
        found.extend(bare.map(|noted| ReferralProblem::NoEvidence(noted.trigger)));
        match self.concerns.len() {
            0 => found.push(ReferralProblem::NoConcern),
            has if has > CONCERNS_MAX => found.push(ReferralProblem::TooManyConcerns { has }),
            _ => {}
        }
        if self.best.is_empty() {
            found.push(ReferralProblem::NoBest);
        }
        let length = self.strengths.as_ref().map(|s| s.as_str().chars().count());
        match length {
            None => found.push(ReferralProblem::NoStrengths),
            Some(has) if has < STRENGTHS_MIN => {
                found.push(ReferralProblem::ShortStrengths { has });
            }
            Some(_) => {}
        }
    }

    fn tried_problems(&self, found: &mut Vec<ReferralProblem>) {
        if self.tried.is_empty() {
            found.push(ReferralProblem::NothingTried);
        }
        let backwards = self
            .tried
            .iter()
            .zip(1..)
            .filter(|(tried, _)| tried.until.is_some_and(|until| until < tried.from));
        found.extend(backwards.map(|(_, row)| ReferralProblem::TriedBackwards { row }));
    }

    fn check_problems(&self, today: Date, found: &mut Vec<ReferralProblem>) {
        match self.sen_screen {
            None => found.push(ReferralProblem::NoSenScreen),
            Some(screened) if screened.screen != Screen::NotNeeded && screened.on.is_none() => {
                found.push(ReferralProblem::NoSenScreenDate);
            }
            Some(_) => {}
        }
        let answered = [
            (
                self.language_screen.is_some(),
                ReferralProblem::NoLanguageScreen,
            ),
            (self.early_help.is_some(), ReferralProblem::NoEarlyHelp),
            (self.plans.is_some(), ReferralProblem::NoPlansAnswer),
            (self.family.is_some(), ReferralProblem::NoFamilyAnswer),
        ];
        let open = answered.into_iter().filter(|(is_answered, _)| !is_answered);
        found.extend(open.map(|(_, problem)| problem));
        let told = self.family.and_then(FamilyAware::told_on);
        if told.is_some_and(|on| on > today) {
            found.push(ReferralProblem::FamilyToCome);
        }
        if self.urgency.is_none() {
            found.push(ReferralProblem::NoUrgency);
        }
    }
}

#[cfg(test)]
#[path = "complete_tests.rs"]
mod tests;
