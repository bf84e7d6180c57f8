//! What of the feeds needs somebody, as lines for every page that says so:
//! Today, the settings, the imports and the feeds themselves.

use app::feeds::{
    news::{News, What, news},
    view::Feeds,
};
use domain::account::{SchoolRole, SchoolRoles};

use super::{PATH, path, words::because};
use crate::{
    components::{Button, Queue, QueueItem},
    failure::Failure,
    pages::imports,
    session::Visit,
    words::{capital, count, long_date},
};

/// Who is told. The head and coordinators see what waits on the imports page.
const TOLD: SchoolRoles = SchoolRoles::of(&[SchoolRole::Administrator, SchoolRole::Office]);

/// One thing that needs somebody.
pub(in crate::pages) struct Need {
    pub(in crate::pages) title: String,
    pub(in crate::pages) why: String,
    pub(in crate::pages) href: String,
    pub(in crate::pages) button: &'static str,
}

/// What needs this person; nothing for those who are not told of feeds.
pub(in crate::pages) async fn of(visit: &Visit) -> Result<Vec<Need>, Failure> {
    let is_told = |me: &app::Identity| me.roles.has_any(TOLD);
    if !visit.actor().identity().is_some_and(is_told) {
        return Ok(Vec::new());
    }
    let view = visit.fetch(Feeds).await?.answer;
    Ok(needs(&news(&view.feeds)))
}

/// The lines of some news.
pub(super) fn needs(news: &[News]) -> Vec<Need> {
    news.iter().map(need).collect()
}

/// The lines as a queue for today.
pub(in crate::pages) fn queue(needs: Vec<Need>) -> Queue {
    Queue::new(needs.into_iter().map(|need| {
        QueueItem::today("Today", need.title, &need.href)
            .why(need.why)
            .button(Button::link(need.button, need.href))
    }))
}

fn need(news: &News) -> Need {
    let name = &news.name;
    let (title, why) = match &news.what {
        What::Quiet { since } => (
            format!("Nothing has come from ‘{name}’ since {}", long_date(*since)),
            "Check that your school’s system still sends its files, and that its disk is connected."
                .to_owned(),
        ),
        What::Blocked(trouble) => (
            format!("‘{name}’ cannot be looked at"),
            format!("{}. {}.", trouble.label(), trouble.remedy()),
        ),
        What::Refused { file_name } => (
            format!("What ‘{name}’ sent could not be read"),
            format!("{file_name} was refused. Nothing of it is stored."),
        ),
        What::GivenUp { trouble } => (
            format!("What ‘{name}’ sent was tried five times"),
            trouble.map_or_else(String::new, |trouble| {
                format!("{}. {}.", trouble.label(), trouble.remedy())
            }),
        ),
        What::Waits { files, waits, .. } => (
            match files {
                1 => format!("Check what ‘{name}’ sent"),
                n => format!(
                    "Check {} that ‘{name}’ sent",
                    count(*n, "file", "files")
                ),
            },
            because(*waits),
        ),
        What::Unconfirmed => (
            format!("Confirm again that ‘{name}’ stores by itself"),
            "Whoever confirmed it may not import any more, so everything it sends waits."
                .to_owned(),
        ),
        What::MayHaveLeft { pupils } => (
            format!(
                "{} may have left",
                capital(&count(*pupils, "pupil", "pupils"))
            ),
            format!("On roll here, and not in the newest list from ‘{name}’."),
        ),
    };
    let (href, button) = match &news.what {
        What::Waits {
            files: 1, import, ..
        } => (format!("{}/{import}", imports::PATH), "Check it"),
        What::Waits { .. } => (imports::PATH.to_owned(), "Check them"),
        What::Unconfirmed => (format!("{PATH}/{}/change", news.feed), "Confirm it"),
        What::MayHaveLeft { .. } => (format!("{}#left", path(news.feed)), "Say who"),
        _ => (path(news.feed), "See the feed"),
    };
    Need {
        title,
        why,
        href,
        button,
    }
}
