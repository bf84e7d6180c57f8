//! What has been tried in class, and what came of it. Also the bank that
//! strategies are picked from, here and in plans.

use jiff::civil::Date;

use crate::{coded, text::Line};

coded! {
    /// What a strategy changes.
    pub enum StrategyArea {
        /// How a day or a lesson begins.
        Starting => "starting", "Starting well";
        /// How the work is set.
        Work => "work", "The work itself";
        /// Where and with whom.
        Place => "place", "Place and people";
        /// How adults speak.
        Talk => "talk", "How adults speak";
        /// Keeping calm.
        Calm => "calm", "Keeping calm";
        /// Break, lunch and the way to school.
        Between => "between", "Break, lunch and travel";
        /// Belonging and being noticed.
        Belonging => "belonging", "Belonging";
    }
}

coded! {
    /// A strategy from the bank.
    pub enum Strategy {
        /// Met at the classroom door.
        GreetAtDoor => "greet_at_door", "Greet at the door";
        /// Met at the gate.
        GateWelcome => "gate_welcome", "Meet and greet at the gate";
        /// Told at the start what the day holds.
        DayPreview => "day_preview", "Preview of the day";
        /// The day in pictures.
        VisualTimetable => "visual_timetable", "Visual timetable";
        /// Seen by one adult at the start and end of each day.
        CheckIn => "check_in", "Check in and check out";
        /// Breakfast with a mentor and a later start.
        MentorBreakfast => "mentor_breakfast", "Late start with a mentor breakfast";
        /// Work in small pieces.
        ChunkedTask => "chunked_task", "Work in small steps";
        /// First this, then that.
        FirstThen => "first_then", "First-then board";
        /// An adult writes the opening.
        ScribedStart => "scribed_start", "Opening lines written with an adult";
        /// Help with reading.
        ReadingSupport => "reading_support", "Reading support";
        /// Answers spoken, drawn or recorded.
        OtherRecording => "other_recording", "Other ways to record";
        /// Less writing.
        LessWriting => "less_writing", "Less writing";
        /// Time left, shown clearly.
        Countdown => "countdown", "Clear countdown";
        /// A seat near an adult or the door.
        Seat => "seat", "Seat near an adult or the door";
        /// A way out that meets no other pupils.
        QuietExit => "quiet_exit", "Way out away from other pupils";
        /// A signal agreed beforehand.
        Signal => "signal", "Agreed private signal";
        /// Two choices, both fine.
        LimitedChoice => "limited_choice", "Two good choices";
        /// Ten seconds before repeating.
        WaitTime => "wait_time", "Ten seconds to think";
        /// Name first, voice low.
        QuietVoice => "quiet_voice", "Name first, quiet voice";
        /// Feelings named and talked through.
        EmotionCoaching => "emotion_coaching", "Emotion coaching";
        /// Putting things right afterwards.
        RepairTalk => "repair_talk", "Repair talk afterwards";
        /// Time to move.
        MovementBreak => "movement_break", "Movement break";
        /// Something to hold.
        Fidget => "fidget", "Something for the hands";
        /// A short set of movements.
        SensoryCircuit => "sensory_circuit", "Sensory circuit";
        /// Somewhere calm at break.
        SafeBase => "safe_base", "Safe base at break";
        /// A club with an adult at lunch.
        LunchClub => "lunch_club", "Structured lunch club";
        /// Phone handed over on arrival.
        PhoneIn => "phone_in", "Phone handed in on arrival";
        /// Help with the way to school.
        Travel => "travel", "Travel arrangement";
        /// A job that matters.
        Responsibility => "responsibility", "Job with responsibility";
        /// Good news home.
        GoodNews => "good_news", "Good news home";
    }
}

impl Strategy {
    /// What it changes.
    pub const fn area(self) -> StrategyArea {
        match self {
            Self::GreetAtDoor
            | Self::GateWelcome
            | Self::DayPreview
            | Self::VisualTimetable
            | Self::CheckIn
            | Self::MentorBreakfast => StrategyArea::Starting,
            Self::ChunkedTask
            | Self::FirstThen
            | Self::ScribedStart
            | Self::ReadingSupport
            | Self::OtherRecording
            | Self::LessWriting
            | Self::Countdown => StrategyArea::Work,
            Self::Seat | Self::QuietExit => StrategyArea::Place,
            Self::Signal | Self::LimitedChoice | Self::WaitTime | Self::QuietVoice => {
                StrategyArea::Talk
            }
            Self::EmotionCoaching
            | Self::RepairTalk
            | Self::MovementBreak
            | Self::Fidget
            | Self::SensoryCircuit => StrategyArea::Calm,
            Self::SafeBase | Self::LunchClub | Self::PhoneIn | Self::Travel => {
                StrategyArea::Between
            }
            Self::Responsibility | Self::GoodNews => StrategyArea::Belonging,
        }
    }
}

coded! {
    /// What came of trying something.
    pub enum TriedEffect {
        /// It helped.
        Helped => "helped", "Helped";
        /// It helped a bit.
        HelpedABit => "helped_a_bit", "Helped a bit";
        /// Nothing changed.
        NoChange => "no_change", "No change";
        /// It made things worse.
        Worse => "worse", "Made things worse";
    }
}

/// What was tried: from the bank, or in the writer's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TriedWhat {
    /// From the bank.
    Bank(Strategy),
    /// Something else.
    Own(Line<120>),
}

impl TriedWhat {
    /// What to call it.
    pub fn label(&self) -> &str {
        match self {
            Self::Bank(strategy) => strategy.label(),
            Self::Own(words) => words.as_str(),
        }
    }
}

/// One thing that was tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tried {
    /// What.
    pub what: TriedWhat,
    /// First day.
    pub from: Date,
    /// Last day; nothing if it goes on.
    pub until: Option<Date>,
    /// Who did it.
    pub by: Line<80>,
    /// What came of it.
    pub effect: TriedEffect,
    /// Anything else worth knowing.
    pub note: Option<Line<300>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_of_the_bank_offers_something() {
        for area in StrategyArea::ALL {
            let found = Strategy::ALL.iter().filter(|s| s.area() == *area).count();
            assert!(found >= 2, "{area:?}");
        }
    }
}
