//! Reading what was typed about aftercare.

use jiff::civil::Date;

use super::{EndingDraft, read::find};
use crate::{
    commitment::Owner,
    outcome::{Aftercare, AftercareProblem},
    review::typed::{Problems, choose, line},
    text::Line,
};

impl EndingDraft {
    /// Lighter support as typed, once it can be read.
    ///
    /// # Errors
    /// Each field's name on the page, with what to do about it.
    pub fn aftercare(
        &self,
        people: &[Owner],
        closed_on: Date,
        checks: Vec<Date>,
    ) -> Result<Aftercare, Problems> {
        let mut problems = Problems::new();
        let how_often = choose(
            "how-often",
            &self.how_often,
            "Say how often they meet.",
            &mut problems,
        );
        let adult = find(people, &self.adult);
        if adult.is_none() {
            problems.push(("adult".into(), "Choose the named adult.".into()));
        }
        let if_they_appear = line("if-they-appear", &self.if_they_appear, &mut problems);
        if if_they_appear.is_none() {
            let words = "Say what to do when an early sign appears.";
            problems.push(("if-they-appear".into(), words.into()));
        }
        let keeps = lines("keeps", &self.keeps, &mut problems);
        let early_signs = lines("early-signs", &self.early_signs, &mut problems);
        let (Some(how_often), Some(adult), Some(if_they_appear)) =
            (how_often, adult, if_they_appear)
        else {
            return Err(problems);
        };
        let aftercare = Aftercare {
            closed_on,
            checks,
            how_often,
            adult,
            keeps,
            early_signs,
            if_they_appear,
        };
        let place = |problem: AftercareProblem| match problem {
            AftercareProblem::NoEarlySigns => ("early-signs".into(), problem.words()),
            _ => ("keeps".into(), problem.words()),
        };
        problems.extend(aftercare.problems().into_iter().map(place));
        if problems.is_empty() {
            Ok(aftercare)
        } else {
            Err(problems)
        }
    }
}

fn lines(field: &str, typed: &str, problems: &mut Problems) -> Vec<Line<160>> {
    let each = typed.lines();
    each.filter_map(|one| line(field, one, problems)).collect()
}
