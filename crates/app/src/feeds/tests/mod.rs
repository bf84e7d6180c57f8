//! Feeds and their queue, on both engines.

mod queue;
mod set_up;
mod telling;
mod waits;

use domain::{account::SchoolRole, feed::Ended, id::FeedId};
use jiff::{SignedDuration, Timestamp};
use testkit::Engine;

use super::{
    Holds, Offered, SourceKind,
    claim::{ClaimJob, Claimed},
    look::{Arrived, NoteLook, hash_of},
    set_up::{ALONE, AddFeed, FeedDraft, WAITS},
    settle::{AtWork, FileOf, Settled},
    view::{FeedLine, FeedView, Feeds, ViewFeed},
};
use crate::{Actor, Refusal, testing::Town};

const HEAD: &str = "UPN,Adno,Surname,Forename,DOB,Year\n";
const ROWAN: &str = "Y998200218001,004101,Tidewell,Rowan,28/02/2014,8\n";
const MARKS: &str = "Adno,Date,Session,Mark\n004101,9/11/2026,AM,/\n";

/// Kestrel Bridge with its technician and what the server offers.
struct World {
    town: Town,
    sam: Actor,
    day: std::cell::Cell<i64>,
}

fn offered(school: &str, name: &str) -> Offered {
    Offered {
        school: school.into(),
        name: name.into(),
        kind: SourceKind::Folder,
        place: format!("/srv/{name}"),
    }
}

fn draft(stores: &str) -> FeedDraft {
    FeedDraft {
        name: "Nightly files".into(),
        source: "nightly".into(),
        holds: "auto".into(),
        rhythm: "school_days".into(),
        stores: stores.into(),
    }
}

impl World {
    fn on(engine: Engine) -> Self {
        let town = Town::on(engine);
        town.app.offer_sources(vec![
            offered("123456", "nightly"),
            offered("123456", "weekly"),
            offered("654321", "theirs"),
        ]);
        let sam = town.staff(
            "Sam Whitlock",
            &[SchoolRole::Administrator, SchoolRole::Office],
        );
        Self {
            town,
            sam,
            day: std::cell::Cell::new(0),
        }
    }

    fn feed(&self, stores: &str) -> FeedId {
        let typed = draft(stores);
        self.town.app.execute(&self.sam, AddFeed { typed }).unwrap()
    }

    fn system(&self) -> Actor {
        self.town.app.clockwork(self.town.school)
    }

    /// A file is noticed, newer than any before; answers how many jobs there are more.
    fn comes(&self, feed: FeedId, name: &str, text: &str) -> usize {
        self.day.set(self.day.get() + 1);
        // Two looks are never in one instant.
        self.forward(SignedDuration::from_secs(1));
        let noon: Timestamp = "2026-11-09T12:00:00Z".parse().unwrap();
        let later = SignedDuration::from_secs(self.day.get());
        self.is_there(feed, name, (text, noon.checked_add(later).unwrap()))
    }

    fn is_there(&self, feed: FeedId, name: &str, (text, at): (&str, Timestamp)) -> usize {
        let arrived = Arrived {
            file_name: name.into(),
            file_at: at,
            hash: hash_of(text.as_bytes()),
            holds: Holds::Auto.of_file(name, text.as_bytes()),
        };
        let note = NoteLook {
            feed,
            trouble: None,
            arrived: vec![arrived],
        };
        self.town.app.execute(&self.system(), note).unwrap()
    }

    fn claims(&self, by: &str) -> Option<Claimed> {
        let claim = ClaimJob { by: by.into() };
        self.town.app.execute(&self.system(), claim).unwrap()
    }

    fn at<'w>(&self, by: &'w str, claimed: &Claimed) -> AtWork<'w> {
        AtWork {
            school: self.town.school,
            job: claimed.job,
            by,
        }
    }

    fn brings(&self, (by, claimed): (&str, &Claimed), text: &str) -> Result<Settled, Refusal> {
        let file = FileOf {
            kind: claimed.holds,
            name: claimed.file_name.clone(),
            bytes: text.into(),
        };
        self.town.app.bring_in(self.at(by, claimed), file)
    }

    /// A file comes and is worked on at once.
    fn takes(&self, feed: FeedId, name: &str, text: &str) -> Settled {
        assert_eq!(self.comes(feed, name, text), 1);
        let claimed = self.claims("one").unwrap();
        self.brings(("one", &claimed), text).unwrap()
    }

    fn line(&self, feed: FeedId) -> FeedLine {
        let all = self.town.app.fetch(&self.sam, Feeds).unwrap().answer;
        all.feeds.into_iter().find(|one| one.id == feed).unwrap()
    }

    fn view(&self, feed: FeedId) -> FeedView {
        let view = ViewFeed { feed };
        self.town.app.fetch(&self.sam, view).unwrap().answer
    }

    fn on_roll(&self) -> usize {
        let school = self.town.school;
        let all = self.town.read(|tx| store::pupils::of_school(tx, school));
        all.iter().filter(|pupil| pupil.left_on.is_none()).count()
    }

    fn later(&self, minutes: i64) {
        self.forward(SignedDuration::from_mins(minutes));
    }

    fn forward(&self, time: SignedDuration) {
        let now = self.town.clock.now().checked_add(time).unwrap();
        self.town.clock.move_to(now);
    }

    fn events(&self, kind: &str) -> usize {
        let school = self.town.school;
        let all = self
            .town
            .read(|tx| store::events::of_school(tx, school, 1000));
        let of_kind = |one: &&store::events::Recorded| {
            let event = one.event.as_ref();
            event.is_some_and(|event| event.kind() == kind)
        };
        all.iter().filter(of_kind).count()
    }
}

/// A list of so many pupils beside Rowan.
fn list_of(n: usize) -> String {
    let rows = (0..n).map(|n| format!(",{:06},Marrow,Elsie{n},1/3/2014,7\n", 5000 + n));
    format!("{HEAD}{ROWAN}{}", rows.collect::<String>())
}

const fn ended(settled: &Settled) -> Option<Ended> {
    settled.ended
}
