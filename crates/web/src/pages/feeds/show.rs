//! One feed: how it is, what it brought, and who may have left.

use app::{
    action::Action,
    feeds::{
        news::{What, news},
        view::{FeedView, JobLine, ViewFeed},
    },
    policy::ActionSet,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::id::FeedId;
use jiff::civil::Date;

use super::{
    needs::{needs, queue},
    read, words,
};
use crate::{
    components::{Checkboxes, Queue, SummaryList, Tag},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    session::{Visit, page_with},
    words::{capital, long_date},
};

/// How many jobs a page shows; the rest are on the imports page.
const SHOWN: usize = 60;

#[derive(Template)]
#[template(path = "pages/feeds/show.html")]
struct FeedPage {
    frame: Frame,
    state: FormState,
    view: FeedView,
    may: ActionSet,
    today: Date,
}

impl FeedPage {
    fn needs(&self) -> Queue {
        let mut news = news(std::slice::from_ref(&self.view.line));
        // Who may have left is asked further down.
        news.retain(|one| !matches!(one.what, What::MayHaveLeft { .. }));
        queue(needs(&news))
    }

    fn tag(&self) -> Tag {
        words::tag(&self.view.line)
    }

    fn facts(&self) -> SummaryList {
        let (line, today) = (&self.view.line, self.today);
        let mut list = SummaryList::new()
            .row("Comes from", words::source(line))
            .row("Brings", line.holds.label())
            .row("Is expected", line.rhythm.label())
            .row("Storing", words::stores(line, today))
            .row("Last came", words::heard(line, today))
            .row("Next", words::next(line, today));
        if let Some(at) = line.looked_at {
            list = list.row("Last looked", capital(&words::when(at, today)));
        }
        if let Some((by, at)) = &line.paused {
            let words = format!("By {by}, {}", words::when(*at, today));
            list = list.row("Paused", words);
        }
        list
    }

    fn jobs(&self) -> &[JobLine] {
        let all = self.view.jobs.as_slice();
        all.get(..SHOWN).unwrap_or(all)
    }

    fn job_tag(job: &JobLine) -> Tag {
        words::job_tag(job)
    }

    fn job(&self, job: &JobLine) -> String {
        words::stands(job, self.today)
    }

    fn came(&self, job: &JobLine) -> String {
        capital(&words::when(job.made_at, self.today))
    }

    fn is_paused(&self) -> bool {
        self.view.line.paused.is_some()
    }

    /// Whether this person says who has left.
    fn can_mark(&self) -> bool {
        !self.view.missing.is_empty() && self.may.has(Action::ImportFile)
    }

    fn left(&self) -> Checkboxes {
        let boxes = self
            .state
            .checkboxes("left", "Who has left?")
            .strong()
            .hint("Yesterday is recorded as their last day. Nothing is deleted, and their programmes keep their history.");
        self.view.missing.iter().fold(boxes, |boxes, pupil| {
            let name = if pupil.class.is_empty() {
                pupil.name.clone()
            } else {
                format!("{} ({})", pupil.name, pupil.class)
            };
            boxes
                .option(pupil.id, name)
                .option_hint(format!("Not in the list since {}", long_date(pupil.since)))
        })
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(feed): Path<String>) -> Result<Response, Failure> {
    draw(&visit, StatusCode::OK, read(&feed)?, FormState::new()).await
}

pub(super) async fn draw(
    visit: &Visit,
    status: StatusCode,
    feed: FeedId,
    state: FormState,
) -> Result<Response, Failure> {
    let fetched = visit.fetch(ViewFeed { feed }).await?;
    let view = fetched.answer;
    let frame = visit
        .frame(&view.line.name)
        .section("Feeds")
        .problems(state.summary());
    page_with(
        status,
        &FeedPage {
            frame,
            state,
            view,
            may: fetched.may,
            today: visit.today(),
        },
    )
}
