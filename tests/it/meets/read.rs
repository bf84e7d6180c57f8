//! Who writes it, and who reads how much of it.

use app::Refusal;
use domain::{account::CaseRole, note::Happening};
use testkit::on_both;

use super::met;
use crate::story::{ABARA, AMINA, At, BYSTANDER, DANA, JOEL, OFFICE, OLIVE, ROWAN, RUTH, Story};

#[test]
fn what_was_said_is_read_by_each_as_much_as_is_theirs() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let mut said = met(&story);
        said.promises[0].happening = "not".into();
        said.promises[0].note = "There was cover.".into();
        story.meets(JOEL, said).unwrap();
        for who in [AMINA, JOEL, RUTH, ROWAN] {
            let all = story.check_ins(who);
            let row = &all[0].row;
            assert_eq!(row.note.words.as_deref(), Some("The bag was packed."));
            assert_eq!(row.confidence, Some(7));
            assert_eq!(row.promises[0].happening, Happening::Not);
            assert_eq!(row.promises[0].remark.as_deref(), Some("There was cover."));
            assert!(all[0].since.is_some());
        }
        let home = story.check_ins(DANA);
        let row = &home[0].row;
        assert_eq!(row.note.words, None, "what was said stays there");
        assert_eq!((row.mood, row.confidence, row.level), (None, None, None));
        assert!(row.promises.is_empty() && row.hard_moment.is_none());
        let next = row.next.as_ref().map(|(text, _)| text.as_str());
        assert_eq!(next, Some("Try the seat by the door"));
        assert!(home[0].since.is_none());
    });
}

#[test]
fn whoever_does_not_meet_the_pupil_neither_writes_it_nor_reads_it() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let said = met(&story);
        for who in [ABARA, RUTH, DANA, ROWAN] {
            let refused = story.meets(who, said.clone());
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "{who}");
        }
        for who in [BYSTANDER, OLIVE] {
            let refused = story.meets(who, said.clone());
            assert!(matches!(refused, Err(Refusal::NotFound)), "{who}");
        }
        let reference = story.reference();
        let look = app::monitoring::check_ins::CheckIns { reference };
        for who in [ABARA, OFFICE] {
            let refused = story.fetch(who, look.clone());
            assert!(matches!(refused, Err(Refusal::NotAllowed { .. })), "{who}");
        }
        assert!(matches!(story.fetch(OLIVE, look), Err(Refusal::NotFound)));
        assert!(story.check_ins(AMINA).is_empty(), "nothing was kept");
    });
}

#[test]
fn a_mentor_writes_it_and_reads_what_they_wrote_themselves() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        let mentor = story.takes_part(CaseRole::Mentor);
        story.meets(JOEL, met(&story)).unwrap();
        assert!(story.check_ins(mentor).is_empty(), "not what others wrote");
        story.meets(mentor, met(&story)).unwrap();
        let own = story.check_ins(mentor);
        assert_eq!(own.len(), 1);
        assert_eq!(own[0].row.confidence, Some(7));
        assert_eq!(story.check_ins(AMINA).len(), 2);
    });
}
