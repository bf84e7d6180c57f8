//! Large, plausible schools made from a seed, for benchmarks and rehearsals.
//! The same seed, day and size make the same data; school 3 is the same school
//! whether it is made with two others or with ninety-nine.
//!
//! A year of a school is some fifteen thousand actions, and doing them one by
//! one takes hours for a hundred schools. So rows are written as the actions
//! would have written them: dates, plans and reviews are read by the rules of
//! `domain`, and every row has its event in the chain. What the day itself
//! brings is then done by the actions.

mod accounts;
mod answers;
mod case;
mod diary;
mod dice;
mod pen;
mod plot;
mod roll;
mod school;
mod story;
mod term_dates;
mod words;

use app::{App, Refusal, accounts::password::Password};
use store::Broken;

use crate::{dice::Dice, pen::Pen};

/// Everybody's password.
pub const PASSWORD: &str = "lantern orchard ferry stone";

/// What is to be made.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// How many schools.
    pub schools: u32,
    /// What chance begins from.
    pub seed: u64,
    /// How large each is.
    pub size: Size,
}

/// How large a school is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Pupils on roll.
    pub pupils: usize,
    /// Staff, all with accounts.
    pub staff: usize,
    /// How many times over it has the programmes of a year: twelve live and
    /// eleven that are over. Each needs a pupil of its own.
    pub programmes: usize,
}

impl Size {
    /// A whole school.
    pub const WHOLE: Self = Self {
        pupils: 1000,
        staff: 60,
        programmes: 1,
    };
    /// The smallest that has everybody its programmes need.
    pub const SMALL: Self = Self {
        pupils: 40,
        staff: 20,
        programmes: 1,
    };
}

/// Why schools were not made.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// There are schools already.
    #[error("make schools: the database is not empty")]
    NotEmpty,
    /// The store could not.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// An action was refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// What was made breaks a rule of its own house.
    #[error("make schools: {0}")]
    Wrong(String),
}

/// Says that what was made breaks a rule.
pub(crate) fn wrong(what: &dyn std::fmt::Debug) -> Problem {
    Problem::Wrong(format!("{what:?}"))
}

/// Makes schools in an empty database, a school a transaction, and says after
/// each how many there are. They stand on the day of the app's clock.
///
/// # Errors
/// [`Problem::NotEmpty`] when there is a school; otherwise what the store says.
pub fn make(app: &App, wanted: &Wanted, mut made: impl FnMut(u32)) -> Result<(), Problem> {
    if app.db().read(store::schools::count)? > 0 {
        return Err(Problem::NotEmpty);
    }
    let password = app.hash(&Password::typed(PASSWORD))?;
    for number in 1..=wanted.schools {
        app.db().write(|tx| {
            let mut dice = Dice::of(wanted.seed, number);
            let school = school::found(tx, app, (number, wanted.size), &mut dice)?;
            let school = accounts::hire(tx, school, &password, &mut dice)?;
            let pupils = roll::enrol(tx, &school, wanted.size, &mut dice)?;
            let mut pen = Pen::new(tx, &school, dice);
            for (plot, pupil) in plot::of_a_year(&school).into_iter().zip(&pupils) {
                case::write(&mut pen, plot, pupil)?;
            }
            pen.finish()
        })?;
        made(number);
    }
    app.turn_the_day()?;
    app.db().take_stock()?;
    Ok(())
}

/// The address that signs in as somebody of a school: `coordinator`, `head`,
/// `senco`, `safeguarding`, `office`, `mentor-1`, `teacher-1` and so on.
pub fn email(who: &str, school: u32) -> String {
    format!("{who}@school-{school:03}.example")
}
