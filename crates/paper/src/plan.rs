//! The support plan on paper: what was agreed, in the order a family reads
//! it. Plain words and dates, filled in by whoever loaded the programme. No
//! rules are checked here: a plan that is missing a part prints without it.

mod data;
mod ladder;
mod specimen;
mod timeline;

use jiff::civil::Date;

use crate::words::{Words, possessive};

pub(crate) use data::data;
pub use specimen::specimen;

/// A version of a plan, ready for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPaper {
    /// The school's name, at the top.
    pub school: Words,
    /// Who answers questions, and takes the paper back.
    pub contact: Contact,
    /// The pupil's first name. Their surname appears only where they sign.
    pub pupil: Words,
    /// "8K, Year 8".
    pub form_and_year: Option<Words>,
    /// First day of the programme.
    pub starts: Date,
    /// Last day of the programme.
    pub ends: Date,
    /// The adult who sees them through it.
    pub mentor: Option<Words>,
    /// One line under the title: "Twelve school weeks, to help ...".
    pub aim: Option<Words>,
    /// The weeks in order, holidays between them.
    pub weeks: Vec<Week>,
    /// Meetings, in order of date: diamonds above the weeks.
    pub meetings: Vec<Meeting>,
    /// What they are good at, one thing an item.
    pub strengths: Vec<Words>,
    /// One to four targets.
    pub targets: Vec<Target>,
    /// What the adults will do.
    pub promises: Vec<Promise>,
    /// What every adult does the same way: the strategy card.
    pub every_day: Vec<EveryDay>,
    /// How we check: one passage a paragraph.
    pub how_we_check: Vec<Passage>,
    /// Who agrees their part, in order.
    pub signatures: Vec<SignatureRow>,
    /// The programme's reference, "KB26-014".
    pub reference: Words,
    /// Which version of the plan this is.
    pub version: u32,
}

/// A person to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// "Mrs Farrow".
    pub name: Words,
    /// A telephone number or address: "01632 960142".
    pub reach: Words,
}

/// A place in the row of weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Week {
    /// A school week to tick off.
    School {
        /// Counted from 1; holidays are not counted.
        number: u8,
        /// Its first day.
        from: Date,
    },
    /// A holiday: narrower, striped and not counted.
    Holiday {
        /// "half term", "the Christmas holiday".
        name: Words,
        /// Its first day.
        from: Date,
    },
}

/// A meeting above the row of weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// "4-week review".
    pub name: Words,
    /// The day it is held.
    pub on: Date,
}

/// One target, in the pupil's own voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Two or three words: "Arriving ready".
    pub name: Words,
    /// What they will do, and how we will know.
    pub sentence: Words,
    /// Why it matters to them.
    pub why: Option<Words>,
    /// Who helps, and how.
    pub helpers: Vec<Helper>,
    /// What they earn.
    pub reward: Option<Words>,
    /// What follows if they do not try.
    pub if_i_dont_try: Option<Words>,
    /// The steps from where they started to the goal; may be empty.
    pub ladder: Ladder,
}

/// Someone who helps with a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// "Mr Petrie".
    pub who: Words,
    /// "checks my bag at 8:30".
    pub does: Words,
}

/// The steps of a target, from where the pupil started up to the goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Ladder {
    /// What the numbers count: "lessons out of 5".
    pub unit: Option<Words>,
    /// Lowest first.
    pub steps: Vec<Step>,
}

/// One stair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// "1 or 2".
    pub label: Words,
    /// Where the pupil is with it.
    pub state: StepState,
}

/// Where the pupil is with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// Where they started.
    Base,
    /// Reached.
    Got,
    /// What they are working on.
    Now,
    /// Still to come.
    Next,
}

/// What an adult will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// "Joel Petrie, mentor".
    pub who: Words,
    /// "Bag check and a talk".
    pub will_do: Words,
    /// "Every day".
    pub how_often: Option<Words>,
}

/// One part of what every adult does the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EveryDay {
    /// "Do", "Seat".
    pub name: Words,
    /// One line each.
    pub lines: Vec<Words>,
    /// Whether the order of the lines matters.
    pub order: Order,
}

/// Whether lines are taken one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// In any order.
    Any,
    /// As steps.
    Steps,
}

/// A paragraph in which some words are strong.
pub type Passage = Vec<Run>;

/// Words of one weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// Ordinary weight.
    Plain(Words),
    /// Bold, for a date or a name.
    Strong(Words),
}

/// One person's line in "We’ve each agreed our part".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureRow {
    /// Their full name.
    pub name: Words,
    /// "mum", "mentor"; the pupil needs none.
    pub role: Option<Words>,
    /// Whether they have signed.
    pub signing: Signing,
}

/// What stands on a signature line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signing {
    /// An empty line, tall enough for a young hand.
    ToSign,
    /// Signed on screen by typing a name.
    Signed {
        /// The name as they typed it.
        typed: Words,
        /// The day they did.
        on: Date,
    },
    /// Asked, and chose not to.
    Refused {
        /// The day they said so.
        on: Date,
    },
    /// Was not at the meeting; may still sign here.
    NotPresent,
}

impl PlanPaper {
    /// "Rowan’s support plan – Kestrel Bridge School".
    pub(crate) fn title(&self) -> String {
        format!("{} – {}", self.heading(80), self.school.cut(120))
    }

    /// "Rowan’s support plan".
    fn heading(&self, longest_name: usize) -> String {
        format!("{} support plan", possessive(&self.pupil.cut(longest_name)))
    }
}
