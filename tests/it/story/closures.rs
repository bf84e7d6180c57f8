//! What a change of the school calendar does to a programme that runs.

use app::imports::{
    Kind,
    confirm::{ConfirmImport, Missing},
    preview::{KeepFile, PreviewImport, Previewed},
};
use domain::id::ImportId;
use jiff::civil::{Date, date};
use testkit::on_both;

use super::{Story, cast::*, lives::*};

/// The same year, with a spring term that begins two weeks later.
const SHUT: &str = "\
Academic Year,Term,Term Start,Term End,Half Term Start,Half Term End
2026/27,Autumn,02/09/2026,18/12/2026,26/10/2026,30/10/2026
2026/27,Spring,18/01/2027,25/03/2027,15/02/2027,19/02/2027
2026/27,Summer,12/04/2027,21/07/2027,31/05/2027,04/06/2027
";

fn ends(story: &Story) -> Date {
    story.programme().stage.run().unwrap().dates.ends.due.on
}

impl Story {
    /// A calendar file the office has looked at and not confirmed yet.
    pub fn looked_at(&self) -> ImportId {
        let look = PreviewImport {
            kind: Kind::Calendar,
            file_name: "terms.csv".into(),
            bytes: SHUT.as_bytes().to_vec(),
        };
        let Previewed::Read { file, .. } = self.fetch(OFFICE, look).unwrap() else {
            panic!("the file reads");
        };
        self.execute(OFFICE, KeepFile { file }).unwrap()
    }
}

fn import(story: &Story) {
    let confirm = ConfirmImport {
        import: story.looked_at(),
        missing: Missing::Stay,
    };
    story.execute(OFFICE, confirm).unwrap();
}

#[test]
fn a_later_spring_term_moves_what_is_still_to_come_and_says_so() {
    on_both(|engine| {
        let story = Story::at(engine, At::Running);
        story.day(date(2026, 11, 30));
        assert_eq!(ends(&story), date(2027, 1, 8));
        import(&story);
        let run = story.programme().stage.run().unwrap().clone();
        let reviews: Vec<Date> = run.dates.reviews.iter().map(|one| one.due.on).collect();
        assert_eq!(
            reviews,
            [date(2026, 10, 23), date(2026, 11, 27)],
            "what is over stays"
        );
        assert_eq!(
            ends(&story),
            date(2027, 1, 22),
            "twelve school weeks as the school now meets"
        );
        assert!(story.events().contains(&"dates_changed".to_owned()));
        // The same file again changes nothing and says nothing.
        let before = story.events().len();
        import(&story);
        assert_eq!(story.events().len(), before);
    });
}
