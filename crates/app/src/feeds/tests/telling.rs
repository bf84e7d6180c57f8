//! What people are told of a feed, and when.

use domain::feed::Trouble;
use jiff::civil::date;
use testkit::on_both;

use super::{ALONE, WAITS, World, list_of};
use crate::feeds::{
    look::NoteLook,
    news::{What, news},
    press::{PauseFeed, ResumeFeed},
};

impl World {
    fn news(&self) -> Vec<What> {
        let view = self.town.app.fetch(&self.sam, super::Feeds).unwrap().answer;
        let all = news(&view.feeds).into_iter();
        all.map(|one| one.what).collect()
    }
}

#[test]
fn silence_is_told_by_the_schools_calendar_and_not_while_it_is_paused() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(ALONE);
        // It was set up today, Tuesday 10 November.
        assert!(world.news().is_empty());
        world.town.clock.move_to_day(date(2026, 11, 11));
        world.takes(feed, "pupils.csv", &list_of(0));
        world.town.clock.move_to_day(date(2026, 11, 12));
        assert!(world.news().is_empty());
        world.town.clock.move_to_day(date(2026, 11, 13));
        let since = date(2026, 11, 11);
        assert_eq!(world.news(), [What::Quiet { since }]);
        world
            .town
            .app
            .execute(&world.sam, PauseFeed { feed })
            .unwrap();
        assert!(world.news().is_empty());
        // It goes on after the weekend, and is given its time anew.
        world.town.clock.move_to_day(date(2026, 11, 16));
        world
            .town
            .app
            .execute(&world.sam, ResumeFeed { feed })
            .unwrap();
        assert!(world.news().is_empty());
    });
}

#[test]
fn what_is_in_the_way_what_was_refused_and_what_waits_are_told() {
    on_both(|engine| {
        let world = World::on(engine);
        let feed = world.feed(WAITS);
        let note = |trouble| NoteLook {
            feed,
            trouble,
            arrived: Vec::new(),
        };
        let look = |trouble| {
            let system = world.system();
            world.town.app.execute(&system, note(trouble)).unwrap();
        };
        look(Some(Trouble::NoFolder));
        assert_eq!(world.news(), [What::Blocked(Trouble::NoFolder)]);
        look(None);
        assert!(world.news().is_empty());
        world.takes(feed, "pupils.xls", "%PDF-1.7");
        let file_name = "pupils.xls".to_owned();
        assert_eq!(world.news(), [What::Refused { file_name }]);
        // Another kind that comes rightly does not hide it; the same kind cures it.
        let staff = "Staff ID,Surname,Forename\n77,Wren,Tomasz\n";
        world.takes(feed, "staff.csv", staff);
        let file_name = "pupils.xls".to_owned();
        assert_eq!(world.news()[0], What::Refused { file_name });
        let import = world.line(feed).waiting[0].import.unwrap();
        let forget = crate::imports::forget::ForgetImport { import };
        world.town.app.execute(&world.sam, forget).unwrap();
        world.takes(feed, "pupils.csv", &list_of(0));
        let told = world.news();
        assert!(
            matches!(told.as_slice(), [What::Waits { files: 1, .. }]),
            "{told:?}"
        );
    });
}
