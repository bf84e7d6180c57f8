//! The words of the story, as the files in `data/` hold them. Only shapes here;
//! `acts` plays them.

mod sheets;
mod talk;

use jiff::civil::{Date, DateTime};
use serde::Deserialize;

pub use sheets::*;
pub use talk::Talk;

/// Everything that happens in one programme.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Whose programme.
    pub pupil: String,
    /// What happens, in order.
    pub step: Vec<Step>,
    /// What teachers tick, once the plan runs.
    pub lessons: Option<Lessons>,
}

/// One thing that one person does.
#[derive(Deserialize)]
pub struct Step {
    /// When, as 2026-09-03 15:40.
    pub at: DateTime,
    /// Who does it.
    pub by: String,
    /// What.
    #[serde(flatten)]
    pub what: What,
}

/// What somebody does.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Writes a referral, and hands it in when it is whole.
    Refer(Box<Refer>),
    /// Records the safeguarding check, by its code.
    Check(String),
    /// Tells the family, by phone or in person.
    Tell(Tell),
    /// Decides to start.
    Accept(Accept),
    /// Decides not to start.
    Decline(Decline),
    /// Invites somebody of the family, or the pupil, to an account.
    Invite(Invite),
    /// Brings people in, and asks teachers for their answers.
    Join(Vec<Join>),
    /// Asks one more person for answers.
    Ask(String),
    /// Answers questions, or writes the answers down for somebody.
    Answer(Box<Answer>),
    /// Writes a document that is needed.
    Write(Box<Paper>),
    /// Adds to what everyone told.
    Sum(ToldSheet),
    /// Goes ahead without somebody's answers.
    Waive(Waive),
    /// Books a meeting.
    Book(Book),
    /// Writes the minutes.
    Minutes(Box<Minutes>),
    /// Writes the plan.
    Plan(Box<WholePlan>),
    /// Agrees the plan, to begin on a day.
    Agree(Date),
    /// Each of these signs for themselves.
    SignEach(Vec<String>),
    /// Records what others answered.
    Sign(Vec<Sign>),
    /// Sends one good thing home.
    Good(String),
    /// Gives a reward of the plan: its number, from 1.
    Reward(usize),
    /// Notes a contact home.
    Home(Home),
    /// Notes a talk with the pupil.
    Talk(Talk),
    /// Marks jobs done, by their codes.
    Done(Vec<String>),
    /// Says that the plan is not working.
    Concern(String),
    /// Says what they see before a review, or writes it down for somebody.
    Before(Box<LookBackSheet>),
    /// Records a review.
    Review(Box<ReviewSheet>),
    /// Proposes how it ended.
    Propose(Box<Ending>),
    /// Confirms it.
    Confirm(Confirm),
    /// Looks in during aftercare.
    LookIn(LookIn),
    /// Ends aftercare, with a closing note.
    EndAftercare(String),
    /// Chooses what comes next, by its code, and why.
    Next((String, String)),
    /// Hands over to whoever goes on with it.
    HandOver(Date),
    /// Stops the programme, by the reason's code, and why.
    Withdraw((String, String)),
    /// The pupil moves on, by the reason's code, and where to.
    Transfer((String, String)),
}

/// What teachers tick.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lessons {
    /// By weekday from Monday, who takes each period.
    pub timetable: [Vec<String>; 5],
    /// By target, how many of the day's lessons go well in each week.
    pub course: Vec<Vec<f64>>,
    /// The last day; today when left out.
    pub until: Option<Date>,
    /// Days on which nobody ticked.
    #[serde(default)]
    pub missing: Vec<Date>,
    /// Of a hundred lessons, how many are forgotten.
    #[serde(default)]
    pub forgotten: u32,
    /// Days the pupil was not there.
    #[serde(default)]
    pub away: Vec<Away>,
}

/// A day away.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Away {
    pub on: Date,
    /// The code of where they were.
    #[serde(rename = "where")]
    pub place: String,
}
