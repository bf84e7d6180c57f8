//! Reading a page as typed: what belongs to its part, or what is left to say.

use std::collections::BTreeMap;

use super::{
    Closing, Contact, Direction, LookBackDraft, Mark, OwnWord, Part, Round, Way, read_closing,
};
use crate::{
    commitment::Delivery,
    id::{CommitmentId, TargetId},
    review::typed::{Problems, choose, prose},
    text::Prose,
};

/// What stands around a page.
#[derive(Debug, Clone, Copy)]
pub struct LookBackFrame<'a> {
    /// In which part they look back.
    pub part: Part,
    /// Before what.
    pub round: Round,
    /// Targets that are open, with the number people know each by.
    pub targets: &'a [(TargetId, usize)],
    /// Their own promises, in the order of the page.
    pub promises: &'a [CommitmentId],
}

impl LookBackDraft {
    /// The page with what belongs to its part and nothing else, once everything
    /// that is asked is answered.
    ///
    /// # Errors
    /// Each field's name on the page, with what to do about it.
    pub fn settle(self, frame: &LookBackFrame<'_>) -> Result<Self, Problems> {
        let mut problems = Problems::new();
        let promises = self.own(frame, &mut problems);
        let mut said = match frame.part {
            Part::Teacher => self.of_teacher(frame, &mut problems),
            Part::Promise => Self {
                comment: kept("comment", &self.comment, &mut problems),
                ..Self::default()
            },
            Part::Pupil | Part::Younger => self.of_pupil(frame.part, &mut problems),
            Part::Home => self.of_home(&mut problems),
        };
        said.promises = promises;
        if frame.round.is_last() {
            said.closing = self.closing(frame.part, &mut problems);
        }
        if problems.is_empty() {
            Ok(said)
        } else {
            Err(problems)
        }
    }

    fn of_teacher(&self, frame: &LookBackFrame<'_>, problems: &mut Problems) -> Self {
        let mut said = Self::default();
        let mut seen = false;
        for (target, number) in frame.targets {
            let ask = format!("Target {number}: say whether it is better, the same or worse.");
            let written = target.to_string();
            let typed = self.targets.get(&written).map_or("", String::as_str);
            if let Some(direction) =
                choose::<Direction>(&format!("target-{number}"), typed, ask, problems)
            {
                seen |= direction != Direction::NotSeen;
                said.targets.insert(written, direction.code().to_owned());
            }
        }
        said.example = kept("example", &self.example, problems);
        said.helped = kept("helped", &self.helped, problems);
        said.next = kept("next", &self.next, problems);
        if seen && said.example.is_empty() && !self.example_is_long(problems) {
            let words = "Give one example, such as what you saw on one day.";
            problems.push(("example".into(), words.into()));
        }
        said
    }

    fn example_is_long(&self, problems: &Problems) -> bool {
        !self.example.trim().is_empty() && problems.iter().any(|(field, _)| field == "example")
    }

    fn of_pupil(&self, part: Part, problems: &mut Problems) -> Self {
        Self {
            now: self.marked(part, problems),
            proud: kept("proud", &self.proud, problems),
            hard: kept("hard", &self.hard, problems),
            change: kept("change", &self.change, problems),
            who_helped: kept("who-helped", &self.who_helped, problems),
            ..Self::default()
        }
    }

    fn of_home(&self, problems: &mut Problems) -> Self {
        let ask = "Say whether you hear enough from school.";
        let contact: Option<Contact> = choose("contact", &self.contact, ask, problems);
        Self {
            now: self.marked(Part::Home, problems),
            at_home: kept("at-home", &self.at_home, problems),
            contact: contact.map_or_else(String::new, |one| one.code().to_owned()),
            contact_why: kept("contact-why", &self.contact_why, problems),
            ..Self::default()
        }
    }

    /// The mark, which may be that they would rather not say.
    fn marked(&self, part: Part, problems: &mut Problems) -> String {
        if Mark::read(&self.now, part).is_none() {
            let ask = match part {
                Part::Younger => "Choose a face, or choose “I’d rather not say”.",
                _ => "Choose a number from 0 to 10, or choose “I’d rather not say”.",
            };
            problems.push(("now".into(), ask.into()));
        }
        self.now.trim().to_owned()
    }

    /// What became of their own promises. A pupil may leave any of them out.
    fn own(&self, frame: &LookBackFrame<'_>, problems: &mut Problems) -> BTreeMap<String, OwnWord> {
        let mut found = BTreeMap::new();
        for (number, promise) in (1..).zip(frame.promises) {
            let written = promise.to_string();
            let typed = self.promises.get(&written).cloned().unwrap_or_default();
            let field = format!("promise-{number}");
            if frame.part.is_pupil() && typed.delivery.trim().is_empty() {
                continue;
            }
            let ask = "Say whether you kept this promise.";
            let delivery = choose::<Delivery>(&field, &typed.delivery, ask, problems);
            let field = format!("{field}-why");
            let why = kept_line(&field, &typed.why, problems);
            let whole = matches!(delivery, None | Some(Delivery::Done));
            if !whole && typed.why.trim().is_empty() && !frame.part.is_pupil() {
                problems.push((field, "Say why, in a few words.".into()));
            }
            if let Some(delivery) = delivery {
                let delivery = delivery.code().to_owned();
                found.insert(written, OwnWord { delivery, why });
            }
        }
        found
    }

    fn closing(&self, part: Part, problems: &mut Problems) -> Closing {
        let way = match part {
            Part::Pupil | Part::Younger | Part::Home => Way::All,
            Part::Teacher | Part::Promise => Way::Any,
        };
        read_closing(&self.closing, ("closing", ""), way, problems);
        let said = |text: &str| text.trim().to_owned();
        Closing {
            helped: said(&self.closing.helped),
            fair: said(&self.closing.fair),
            kept: said(&self.closing.kept),
            change: said(&self.closing.change),
            next: said(&self.closing.next),
        }
    }
}

/// What was written, or nothing where it is blank or too long, which is a problem.
fn kept(field: &str, typed: &str, problems: &mut Problems) -> String {
    let read: Option<Prose<600>> = prose(field, typed, problems);
    read.map_or_else(String::new, |words| words.to_string())
}

/// As [`kept`], for what a review takes over into one line.
fn kept_line(field: &str, typed: &str, problems: &mut Problems) -> String {
    let read = crate::review::typed::line::<300>(field, typed, problems);
    read.map_or_else(String::new, |words| words.to_string())
}
