//! What the page says to each part: to an adult in a few lines, to a pupil in
//! fewer.

use app::look_back::view::LookBackPage;
use domain::look_back::{Part, Round};

use super::page::Writes;
use crate::{components::SeenLine, words};

/// The heading, and what stands under it.
pub(super) fn opening(page: &LookBackPage, pupil: &str, writes: Writes) -> (String, Vec<String>) {
    let before = page.round.words();
    let heading = match (writes, page.part) {
        (Writes::For(_), _) => format!("What {} says before {before}", page.name),
        (Writes::Own, Part::Pupil | Part::Younger) => format!("Before {before}, your side"),
        (Writes::Own, _) => format!("Before {} {}", words::possessive(pupil), short(page.round)),
    };
    let mut lead = vec![match (writes, page.part) {
        (Writes::For(_), Part::Pupil | Part::Younger) => {
            "You write it down, in their words. Read it back to them before you send it. Nothing \
             said here gets them into trouble."
                .to_owned()
        }
        (Writes::For(_), _) => {
            "You write it down for them, in their words, with your name beside it.".to_owned()
        }
        (_, Part::Teacher) => format!(
            "About three minutes. Write what you saw, not what you think of {pupil}: {pupil} and \
             home may ask to read it."
        ),
        (_, Part::Promise) => "About two minutes. Say what became of what you promised.".to_owned(),
        (_, Part::Pupil) => "There are no wrong answers. Nothing you say here gets you into \
                             trouble. Leave out what you like."
            .to_owned(),
        (_, Part::Younger) => "There are no wrong answers. You can leave things out.".to_owned(),
        (_, Part::Home) => {
            "A few minutes, so that the meeting begins from your side too.".to_owned()
        }
    }];
    lead.extend(
        page.by
            .filter(|_| !page.part.is_pupil())
            .map(|by| format!("It is due by {}.", words::long_date(by))),
    );
    (heading, lead)
}

const fn is_review(round: Round) -> bool {
    matches!(round, Round::Review(_))
}

fn short(round: Round) -> String {
    if is_review(round) {
        words::small(&round.kind().label())
    } else {
        "final meeting".to_owned()
    }
}

/// Who reads what is written here.
pub(super) fn readers(part: Part, pupil: &str) -> SeenLine {
    SeenLine::readers(match part {
        Part::Teacher | Part::Promise => {
            "The adults who run the plan read this before the meeting, with your name.".to_owned()
        }
        Part::Pupil | Part::Younger => {
            "The adults who run your plan read this, and the people at home do too.".to_owned()
        }
        Part::Home => format!(
            "The adults at school who run the plan read this. {pupil} does not, and nobody else \
             at home does."
        ),
    })
}
