//! Setting a feed up, and changing what it is.

use app::{
    action::Action,
    feeds::{
        Offered, SourceKind,
        holds::AUTO,
        set_up::{ALONE, AddFeed, ChangeFeed, FeedDraft, WAITS},
        view::{FeedView, Feeds, ViewFeed},
    },
    imports::Kind,
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{feed::Rhythm, id::FeedId};

use super::{PATH, path, read};
use crate::{
    components::Radios,
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::meetings::book::say,
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/feeds/change.html")]
struct ChangePage {
    frame: Frame,
    state: FormState,
    sources: Vec<Offered>,
    action: String,
    /// The version it was seen at; nothing for a new one.
    seen: Option<i64>,
}

impl ChangePage {
    fn source(&self) -> Radios {
        let radios = self
            .state
            .radios("source", "Where does it come from?")
            .strong()
            .hint("Only what the server’s own settings offer can be chosen.");
        self.sources.iter().fold(radios, |radios, one| {
            let hint = match one.kind {
                SourceKind::Folder => format!("The folder {}", one.place),
                SourceKind::Wonde => format!("Pupils and what Wonde shares, from {}", one.place),
            };
            radios.option(&one.name, &one.name).option_hint(hint)
        })
    }

    fn holds(&self) -> Radios {
        let radios = self
            .state
            .radios("holds", "What does it bring?")
            .strong()
            .option(AUTO, "Told from each file")
            .option_hint("By the first word of its name, such as pupils or attendance, by a sub-folder of that name, or by its headings");
        radios.options(Kind::ALL.iter().map(|kind| (kind.code(), kind.label())))
    }

    fn rhythm(&self) -> Radios {
        let all = Rhythm::ALL.iter();
        self.state
            .radios("rhythm", "How often is something expected?")
            .strong()
            .hint("When nothing comes for too long, you are told. Holidays do not count.")
            .options(all.map(|one| (one.code(), one.label())))
    }

    fn stores(&self) -> Radios {
        self.state
            .radios("stores", "What happens with a file that can be read?")
            .strong()
            .option(WAITS, "It waits until somebody has checked it")
            .option_hint("Under Imports, as when somebody chooses a file. It is kept for 7 days.")
            .option(ALONE, "It is stored at once")
            .option_hint("You confirm this now for every file to come, and your name is kept with it. A file still waits for somebody when more than 5 in every 100 pupils are missing from it, when rows might mix two people up, when more than 5 in every 100 rows are refused, or when a heading that is needed means nothing.")
    }
}

/// The form for a new one.
///
/// # Errors
/// [`Failure`].
pub async fn new(visit: Visit) -> Result<Response, Failure> {
    draw_new(&visit, StatusCode::OK, FormState::new().with("holds", AUTO)).await
}

/// Sets it up.
///
/// # Errors
/// [`Failure`].
pub async fn add(visit: Visit, posted: Posted) -> Result<Response, Failure> {
    let mut state = posted.state(&[]);
    let typed = typed(&posted);
    match visit.execute(AddFeed { typed }).await {
        Ok(feed) => Ok(see_other(
            &path(feed),
            Some("It is set up. What is there already is taken within a minute or two."),
        )),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            draw_new(&visit, StatusCode::UNPROCESSABLE_ENTITY, state).await
        }
        Err(other) => Err(other),
    }
}

/// The form for one that is there.
///
/// # Errors
/// [`Failure`].
pub async fn get(visit: Visit, Path(feed): Path<String>) -> Result<Response, Failure> {
    let feed = read(&feed)?;
    let view = look(&visit, feed).await?;
    let line = &view.line;
    let stores = if line.alone.is_some() { ALONE } else { WAITS };
    let state = FormState::new()
        .with("name", &line.name)
        .with("source", &line.source)
        .with("holds", line.holds.code())
        .with("rhythm", line.rhythm.code())
        .with("stores", stores);
    let seen = line.version;
    draw(&visit, StatusCode::OK, (&view, seen), state)
}

/// Changes it.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path(feed): Path<String>,
    posted: Posted,
) -> Result<Response, Failure> {
    let feed = read(&feed)?;
    let seen = posted.value("seen").parse().map_err(|_| Failure::BadForm)?;
    let mut state = posted.state(&[]);
    let typed = typed(&posted);
    match visit.execute(ChangeFeed { feed, seen, typed }).await {
        Ok(()) => Ok(see_other(&path(feed), Some("Saved."))),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            let view = look(&visit, feed).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            draw(&visit, status, (&view, seen), state)
        }
        Err(Failure::Conflict) => {
            state.problem_with_the_form(
                "Somebody changed this feed after you opened this page. What you typed is kept. Look at the feed, then save again to put yours in its place.",
            );
            let view = look(&visit, feed).await?;
            let seen = view.line.version;
            draw(&visit, StatusCode::CONFLICT, (&view, seen), state)
        }
        Err(other) => Err(other),
    }
}

fn typed(posted: &Posted) -> FeedDraft {
    let typed = |name: &str| posted.value(name).to_owned();
    FeedDraft {
        name: typed("name"),
        source: typed("source"),
        holds: typed("holds"),
        rhythm: typed("rhythm"),
        stores: typed("stores"),
    }
}

async fn look(visit: &Visit, feed: FeedId) -> Result<FeedView, Failure> {
    let fetched = visit.fetch(ViewFeed { feed }).await?;
    allowed(fetched.may)?;
    Ok(fetched.answer)
}

fn allowed(may: app::policy::ActionSet) -> Result<(), Failure> {
    if may.has(Action::SetUpFeed) {
        return Ok(());
    }
    let who_can = app::policy::who_can(Action::SetUpFeed);
    Err(Failure::NotAllowed { who_can })
}

async fn draw_new(
    visit: &Visit,
    status: StatusCode,
    state: FormState,
) -> Result<Response, Failure> {
    let fetched = visit.fetch(Feeds).await?;
    allowed(fetched.may)?;
    if fetched.answer.free.is_empty() {
        return Ok(see_other(PATH, None));
    }
    let frame = visit.frame("Set up a feed").section("Feeds").back(PATH);
    let page = ChangePage {
        frame: frame.problems(state.summary()),
        state,
        sources: fetched.answer.free,
        action: format!("{PATH}/new"),
        seen: None,
    };
    page_with(status, &page)
}

fn draw(
    visit: &Visit,
    status: StatusCode,
    (view, seen): (&FeedView, i64),
    state: FormState,
) -> Result<Response, Failure> {
    let own = path(view.line.id);
    let frame = visit.frame("Change the feed").section("Feeds").back(&own);
    let page = ChangePage {
        frame: frame.problems(state.summary()),
        state,
        sources: view.sources.clone(),
        action: format!("{own}/change"),
        seen: Some(seen),
    };
    page_with(status, &page)
}
