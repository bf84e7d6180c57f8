//! The numbers that the pupils of a school are known by, for files about them.

use domain::text::Line;
use store::pupils;

use crate::{Query, Refusal, action::Action, gate::Viewing, subject::School};

/// The numbers of every pupil of the school.
#[derive(Debug, Clone, Copy)]
pub struct SchoolRoll;

/// The numbers of one pupil.
#[derive(Debug, Clone)]
pub struct Numbers {
    /// The UPN.
    pub upn: Option<String>,
    /// The key in the school's own system, such as the admission number.
    pub source_key: Option<Line<60>>,
}

impl Query for SchoolRoll {
    const ACTION: Action = Action::PreviewImport;
    type On = School;
    type Output = Vec<Numbers>;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Viewing<'_, '_>) -> Result<Vec<Numbers>, Refusal> {
        let pupils = pupils::of_school(cx.tx(), school.0.id)?.into_iter();
        Ok(pupils
            .map(|pupil| Numbers {
                upn: pupil.upn.map(|upn| upn.to_string()),
                source_key: pupil.source_key,
            })
            .collect())
    }
}
