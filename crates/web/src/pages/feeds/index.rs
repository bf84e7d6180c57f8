//! The list of feeds, each with how it is.

use app::{
    action::Action,
    feeds::{
        news::news,
        view::{FeedLine, Feeds, FeedsView},
    },
    policy::ActionSet,
};
use askama::Template;
use axum::response::Response;
use jiff::civil::Date;

use super::{
    needs::{needs, queue},
    words,
};
use crate::{
    components::{Empty, Queue, Tag},
    failure::Failure,
    layout::Frame,
    session::{Visit, page},
};

#[derive(Template)]
#[template(path = "pages/feeds/index.html")]
struct FeedsPage {
    frame: Frame,
    view: FeedsView,
    may: ActionSet,
    today: Date,
}

impl FeedsPage {
    fn needs(&self) -> Queue {
        queue(needs(&news(&self.view.feeds)))
    }

    fn tag(line: &FeedLine) -> Tag {
        words::tag(line)
    }

    fn heard(&self, line: &FeedLine) -> String {
        words::heard(line, self.today)
    }

    fn brought(&self, line: &FeedLine) -> String {
        let last = line.last.as_ref();
        last.map_or_else(String::new, |job| words::stands(job, self.today))
    }

    fn next(&self, line: &FeedLine) -> String {
        words::next(line, self.today)
    }

    fn can_add(&self) -> bool {
        self.may.has(Action::SetUpFeed) && !self.view.free.is_empty()
    }

    fn nothing() -> Empty {
        Empty::nothing_yet(
            "Nothing comes by itself yet",
            "Files are brought in under Imports, one by one. A feed takes the files that your school’s own system writes every night.",
        )
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit) -> Result<Response, Failure> {
    let fetched = visit.fetch(Feeds).await?;
    page(&FeedsPage {
        frame: visit.frame("Feeds").section("Settings"),
        view: fetched.answer,
        may: fetched.may,
        today: visit.today(),
    })
}
