//! The list of programmes, narrowed by phase, year, lateness, one's own, or a
//! few letters of a name or reference.

use std::collections::BTreeMap;

use app::{
    action::Action,
    policy::ActionSet,
    programmes::list::{Item, ListProgrammes, Listing, Phase, Which},
};
use askama::Template;
use axum::{extract::Query, response::Response};
use domain::{meeting::MeetingKind, programme::StageName};
use jiff::civil::Date;

use crate::{
    components::{Button, Empty, Select, Tag},
    failure::Failure,
    form_state::FormState,
    layout::{Frame, Search},
    session::{Visit, page},
    words,
};

#[derive(Template)]
#[template(path = "pages/programmes/index.html")]
struct IndexPage {
    frame: Frame,
    state: FormState,
    listing: Listing,
    may: ActionSet,
}

impl IndexPage {
    fn phases(&self) -> Select {
        let phases = Phase::ALL.iter().map(|one| (one.code(), one.label()));
        let open = std::iter::once(("", "Any that is open"));
        self.state
            .select("phase", "Where it is")
            .options(open.chain(phases))
    }

    fn years(&self) -> Select {
        let years = self.listing.years.iter();
        let years = years.map(|year| (year.code(), year.label()));
        self.state
            .select("year", "Year")
            .options(std::iter::once(("", "Any year")).chain(years))
    }

    fn how_many(&self) -> String {
        let shown = self.listing.items.len();
        words::capital(&words::count(shown, "programme", "programmes"))
    }

    fn nothing(&self) -> Empty {
        if self.listing.of > 0 {
            return Empty::nothing_yet(
                "Nothing matches",
                "Try fewer letters, or take a filter away.",
            )
            .link("/programmes", "Show all programmes");
        }
        let empty = Empty::nothing_yet(
            "No programmes yet",
            "Programmes you run, write or take part in are listed here, with what is next for each.",
        );
        if self.may.has(Action::StartReferral) {
            empty.button(Button::link("Start a programme", "/programmes/new"))
        } else {
            empty
        }
    }

    fn href(item: &Item) -> String {
        match item.stage {
            StageName::Draft => super::path(&item.reference, "/start/check"),
            StageName::Referred | StageName::Declined => super::path(&item.reference, "/referral"),
            _ => super::path(&item.reference, ""),
        }
    }

    fn place(item: &Item) -> String {
        match item.week {
            Some((week, of)) => format!("Week {week} of {of}"),
            None => item.stage.label().to_owned(),
        }
    }

    fn tag(&self, item: &Item) -> Option<Tag> {
        let task = item.next.map(|(_, due)| due);
        let meeting = item.meeting.map(|(_, on)| on);
        let first = [task, meeting].into_iter().flatten().min()?;
        (first < self.listing.today).then(|| Tag::adult_is_late("Late"))
    }

    /// The job or the meeting that comes first.
    fn next(item: &Item) -> String {
        match (item.next, item.meeting) {
            (Some((_, due)), Some((kind, on))) if on < due => Self::meets(kind, on),
            (Some((task, due)), _) => format!("{}, by {}", task.label(), words::short_date(due)),
            (None, Some((kind, on))) => Self::meets(kind, on),
            (None, None) if item.stage == StageName::Draft => {
                "Finish writing the referral".to_owned()
            }
            (None, None) => String::new(),
        }
    }

    fn meets(kind: MeetingKind, on: Date) -> String {
        format!("{}, {}", kind.label(), words::short_date(on))
    }
}

/// The page.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Query(asked): Query<BTreeMap<String, String>>,
) -> Result<Response, Failure> {
    let value = |name: &str| asked.get(name).map_or("", |value| value.trim());
    let only = |name: &str| {
        if value(name).is_empty() {
            Which::All
        } else {
            Which::Only
        }
    };
    let list = ListProgrammes {
        phase: value("phase").parse().ok(),
        late: only("late"),
        year: value("year").parse().ok(),
        mine: only("mine"),
        looked_for: value("q").to_owned(),
    };
    let looked_for = list.looked_for.clone();
    let state = FormState::posted(asked.clone(), &[]);
    let fetched = visit.fetch(list).await?;
    let mut frame = visit.frame("Programmes");
    if let Search::On {
        looked_for: shown, ..
    } = &mut frame.search
    {
        shown.clone_from(&looked_for);
    }
    page(&IndexPage {
        frame,
        state,
        listing: fetched.answer,
        may: fetched.may,
    })
}
