//! Setting a feed up, and changing what it is.

use domain::{
    event::Event,
    id::{AccountId, FeedId, SchoolId},
    text::Line,
};
use jiff::Timestamp;
use store::feeds::{self, FeedRow};

use super::{Feed, Holds, Offered, SourceKind, holds::AUTO};
use crate::{
    Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// A feed as typed into the form.
#[derive(Debug, Clone, Default)]
pub struct FeedDraft {
    /// What the school calls it.
    pub name: String,
    /// The source, by its name.
    pub source: String,
    /// What it brings, as a code.
    pub holds: String,
    /// How often it is expected, as a code.
    pub rhythm: String,
    /// `alone` if it stores by itself.
    pub stores: String,
}

/// The answer that makes a feed store by itself.
pub const ALONE: &str = "alone";
/// The answer that makes it wait.
pub const WAITS: &str = "waits";

/// What was typed, read.
struct Typed {
    name: Line<60>,
    source: String,
    holds: Holds,
    rhythm: domain::feed::Rhythm,
    is_alone: bool,
}

impl FeedDraft {
    fn read(&self, offered: &[&Offered]) -> Result<Typed, Refusal> {
        let mut wrong: Vec<(String, String)> = Vec::new();
        let mut say = |field: &str, words: &str| wrong.push((field.to_owned(), words.to_owned()));
        let name = Line::<60>::new(self.name.trim());
        if name.is_err() {
            say("name", "Enter a name, up to 60 characters");
        }
        let source = offered.iter().find(|one| one.name == self.source);
        if source.is_none() {
            say("source", "Choose where it comes from");
        }
        // What Wonde shares is told part by part.
        let is_wonde = source.is_some_and(|one| one.kind == SourceKind::Wonde);
        let holds = if is_wonde { AUTO } else { &self.holds };
        let holds = holds.parse::<Holds>();
        if holds.is_err() {
            say("holds", "Choose what it brings");
        }
        let rhythm = self.rhythm.parse();
        if rhythm.is_err() {
            say("rhythm", "Choose how often something is expected");
        }
        if ![ALONE, WAITS].contains(&self.stores.as_str()) {
            say("stores", "Choose whether it stores by itself");
        }
        match (name, holds, rhythm) {
            (Ok(name), Ok(holds), Ok(rhythm)) if wrong.is_empty() => Ok(Typed {
                name,
                source: self.source.clone(),
                holds,
                rhythm,
                is_alone: self.stores == ALONE,
            }),
            _ => Err(Refusal::fields(wrong)),
        }
    }
}

/// What the settings offer to a school.
pub(super) fn offered_to<'o>(offered: &'o [Offered], urn: &str) -> Vec<&'o Offered> {
    offered.iter().filter(|one| one.school == urn).collect()
}

/// A source can be the source of one feed: two would both take its files.
fn is_free(all: &[FeedRow], source: &str, mine: Option<FeedId>) -> Result<(), Refusal> {
    let other = all
        .iter()
        .find(|feed| feed.source == source && Some(feed.id) != mine);
    match other {
        None => Ok(()),
        Some(feed) => Err(Refusal::field(
            "source",
            format!(
                "Choose another source. ‘{}’ takes everything that comes from this one",
                feed.name
            ),
        )),
    }
}

/// Sets a feed up.
#[derive(Debug)]
pub struct AddFeed {
    /// As typed.
    pub typed: FeedDraft,
}

impl Command for AddFeed {
    const ACTION: Action = Action::SetUpFeed;
    type On = School;
    type Output = FeedId;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<FeedId>, Refusal> {
        let app = cx.app().clone();
        let typed = self.typed.read(&offered_to(app.sources(), &school.0.urn))?;
        let (school, now, me) = (school.0.id, cx.now(), cx.person()?.account);
        is_free(&feeds::of_school(cx.tx(), school)?, &typed.source, None)?;
        let feed = FeedRow {
            school,
            id: cx.new_id()?,
            name: typed.name,
            source: typed.source,
            holds: typed.holds.code().to_owned(),
            rhythm: typed.rhythm,
            made_by: me,
            made_at: now,
            alone: typed.is_alone.then_some((me, now)),
            paused: None,
            looked_at: None,
            trouble: None,
            heard_at: None,
            expected_from: now,
            version: 1,
        };
        feeds::add(cx.tx(), &feed)?;
        if feed.alone.is_some() {
            cx.also(Event::FeedStoresAlone {
                school,
                feed: feed.id,
            });
        }
        let event = Event::FeedAdded {
            school,
            feed: feed.id,
        };
        Ok(cx.record(event, feed.id))
    }
}

/// Changes a feed.
#[derive(Debug)]
pub struct ChangeFeed {
    /// The feed.
    pub feed: FeedId,
    /// The version it was seen at.
    pub seen: i64,
    /// As typed.
    pub typed: FeedDraft,
}

impl Command for ChangeFeed {
    const ACTION: Action = Action::SetUpFeed;
    type On = Feed;
    type Output = ();

    fn on(&self) -> FeedId {
        self.feed
    }

    fn run(self, feed: Feed, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let app = cx.app().clone();
        let typed = self.typed.read(&offered_to(app.sources(), &feed.urn))?;
        let (school, now, me) = (feed.row.school, cx.now(), cx.person()?.account);
        let before = feed.row;
        is_free(
            &feeds::of_school(cx.tx(), school)?,
            &typed.source,
            Some(before.id),
        )?;
        let alone = confirmed(&before, &typed, (me, now));
        let after = FeedRow {
            version: self.seen,
            name: typed.name,
            source: typed.source,
            holds: typed.holds.code().to_owned(),
            rhythm: typed.rhythm,
            alone,
            ..before.clone()
        };
        if !feeds::save(cx.tx(), &after)? {
            return Err(Refusal::Conflict);
        }
        if let Some(event) = stores_event((school, before.id), before.alone, alone) {
            cx.also(event);
        }
        let event = Event::FeedChanged {
            school,
            feed: before.id,
        };
        Ok(cx.record(event, ()))
    }
}

/// Whose confirmation stands. It was for what the feed was then: whoever gives
/// it another source, or has it bring something else, confirms anew.
fn confirmed(
    before: &FeedRow,
    typed: &Typed,
    me: (AccountId, Timestamp),
) -> Option<(AccountId, Timestamp)> {
    let is_as_before = before.source == typed.source && before.holds == typed.holds.code();
    let mine = before.alone.filter(|(by, _)| *by == me.0 && is_as_before);
    typed.is_alone.then(|| mine.unwrap_or(me))
}

fn stores_event(
    (school, feed): (SchoolId, FeedId),
    before: Option<(AccountId, Timestamp)>,
    after: Option<(AccountId, Timestamp)>,
) -> Option<Event> {
    if before == after {
        return None;
    }
    Some(match after {
        Some(_) => Event::FeedStoresAlone { school, feed },
        None => Event::FeedWaits { school, feed },
    })
}
