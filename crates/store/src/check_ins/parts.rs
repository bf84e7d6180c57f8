//! How much of a check-in each reader is shown. People at home read that they
//! met, what happens next and when they meet again: what a pupil said to their
//! key worker stays between them and the adults who run the plan.

use domain::{
    note::CameOf,
    sealed::{Apart, InPart},
};

use super::CheckInRow;
use crate::notes::NoteRow;

/// The part for people at home.
const IN_SHORT: &str = "summary";

impl InPart for CheckInRow {
    fn in_part(self, which: &'static str) -> Option<Self> {
        (which == IN_SHORT).then(|| Self {
            note: NoteRow {
                words: None,
                ..self.note
            },
            came_of: match self.came_of {
                CameOf::Missed => CameOf::Missed,
                CameOf::Planned | CameOf::Extra => CameOf::Planned,
            },
            missed: None,
            mood: None,
            confidence: None,
            hard_moment: None,
            wish: None,
            next: self.next,
            told_home: None,
            level: None,
            level_why: None,
            next_on: self.next_on,
            promises: Vec::new(),
        })
    }

    /// Without any words that tell of somebody they are kept apart from, and
    /// without that person's promises.
    fn without(mut self, apart: &Apart) -> Option<Self> {
        if apart.is_told_by(&self.note.name) {
            return None;
        }
        let tells = |text: &mut String| apart.is_told_by(text);
        self.note.words.take_if(tells);
        self.hard_moment.take_if(tells);
        self.level_why.take_if(tells);
        self.next.take_if(|(text, _)| apart.is_told_by(text));
        let told = |text: &Option<String>| text.as_ref().is_some_and(|it| apart.is_told_by(it));
        self.wish
            .take_if(|wish| apart.is_told_by(&wish.text) || told(&wish.why));
        self.promises
            .retain(|one| !apart.has(one.owner) && !apart.is_told_by(&one.text));
        for promise in &mut self.promises {
            promise.remark.take_if(tells);
        }
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        id::Id,
        note::{Concern, Happening, Mood},
    };
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::{
        check_ins::{PromiseRow, Wish},
        notes::NoteKind,
    };

    fn id<K>(number: u128) -> Id<K> {
        Id::new(Uuid::from_u128(number))
    }

    fn promise(owner: u128, text: &str) -> PromiseRow {
        PromiseRow {
            promise: id(owner),
            owner: id(owner),
            who: "Somebody".into(),
            text: text.into(),
            happening: Happening::Partly,
            remark: Some("Kit forgot.".into()),
        }
    }

    fn row() -> CheckInRow {
        CheckInRow {
            note: NoteRow {
                id: id(1),
                programme: id(2),
                kind: NoteKind::CheckIn,
                on: date(2026, 11, 5),
                person: id(3),
                name: "Joel Petrie".into(),
                contact: None,
                with: None,
                channel: None,
                words: Some("He rang Kit.".into()),
                minutes: Some(20),
            },
            came_of: CameOf::Extra,
            missed: None,
            mood: Some(Mood::Happy),
            confidence: Some(7),
            hard_moment: Some("The bus.".into()),
            wish: Some(Wish {
                text: "Sit by the window".into(),
                answer: None,
                why: None,
            }),
            next: Some(("Ask Kit for the bag".into(), date(2026, 11, 9))),
            told_home: None,
            level: Some(Concern::Watch),
            level_why: None,
            next_on: date(2026, 11, 12),
            promises: vec![promise(8, "ring on Fridays"), promise(9, "read together")],
        }
    }

    #[test]
    fn home_reads_that_they_met_what_is_next_and_when_they_meet_again() {
        let short = row().in_part("summary").unwrap();
        assert_eq!(short.next_on, date(2026, 11, 12));
        assert!(short.next.is_some());
        assert_eq!(short.note.words, None);
        assert_eq!(
            (short.mood, short.confidence, short.level),
            (None, None, None)
        );
        assert!(short.hard_moment.is_none() && short.wish.is_none());
        assert!(short.promises.is_empty());
        assert_eq!(short.came_of, CameOf::Planned);
        assert_eq!(row().in_part("shared"), None, "nothing is shared outside");
    }

    #[test]
    fn whoever_is_kept_apart_from_somebody_reads_nothing_that_tells_of_them() {
        let mut apart = Apart::default();
        apart.add_person(id(9), ["Kit Barlow", "Kit"]);
        let left = row().without(&apart).unwrap();
        assert_eq!((left.note.words, left.next), (None, None));
        assert_eq!(left.hard_moment.as_deref(), Some("The bus."));
        assert_eq!(left.promises.len(), 1, "not the other's own promise");
        assert_eq!(left.promises[0].remark, None);
        let mut theirs = row();
        theirs.note.name = "Kit Barlow".into();
        assert_eq!(theirs.without(&apart), None);
    }
}
