//! One meeting as it is read: as many lines as its reader may see.

use app::monitoring::check_ins::{CheckInRow, CheckInShown, PromiseRow, Wish};
use domain::note::{CameOf, Concern, Happening, WishAnswer};

use super::form::seen;
use crate::{
    components::{Hidden, Markup, Phrase, SummaryList, Tag},
    form_state::FormState,
    words,
};

/// One meeting.
pub(super) struct Record {
    /// What it is called in the page.
    pub(super) id: String,
    /// "Thursday 5 November".
    pub(super) day: String,
    /// "Joel Petrie, 20 minutes".
    pub(super) by: String,
    /// How the plan is going, when that calls for a look.
    pub(super) tag: Option<Tag>,
    pub(super) lines: SummaryList,
    /// The promises that are not kept whole.
    pub(super) promises: Vec<Phrase>,
    /// The coordinator's answer, while it is wanted.
    pub(super) answer: Option<Answering>,
}

/// The form that answers a change that was asked for.
pub(super) struct Answering {
    pub(super) action: String,
    pub(super) token: Hidden,
    pub(super) fields: Markup,
}

/// A meeting in rows.
pub(super) fn of(
    shown: &CheckInShown,
    pupil: &str,
    (action, token): (String, Option<&Hidden>),
    wrong: Option<&FormState>,
) -> Record {
    let row = &shown.row;
    let open = row.wish.as_ref().is_some_and(|wish| wish.answer.is_none());
    let blank = FormState::new();
    let state = wrong.unwrap_or(&blank);
    Record {
        id: format!("m-{}", row.note.id),
        day: words::long_date_with_year(row.note.on),
        by: match row.note.minutes {
            Some(minutes) => format!("{}, {minutes} minutes", row.note.name),
            None => row.note.name.clone(),
        },
        tag: tag(row),
        lines: lines(
            row,
            shown.since.as_ref().map(|since| seen(since, &[])),
            pupil,
        ),
        promises: wanting(row).map(promise).collect(),
        answer: token.filter(|_| open).map(|token| Answering {
            action,
            token: token.clone(),
            fields: answering(pupil, state),
        }),
    }
}

fn tag(row: &CheckInRow) -> Option<Tag> {
    match (row.came_of, row.level) {
        (CameOf::Missed, _) => Some(Tag::not_started("Did not meet")),
        (_, Some(Concern::NotWorking)) => Some(Tag::wants_attention("The plan isn’t working")),
        (_, Some(Concern::Watch)) => Some(Tag::wants_attention("Keep an eye on it")),
        (_, Some(Concern::OnTrack)) => Some(Tag::done("On track")),
        (CameOf::Planned | CameOf::Extra, None) => None,
    }
}

/// The promises that are not kept whole.
fn wanting(row: &CheckInRow) -> impl Iterator<Item = &PromiseRow> {
    let mut all = row.promises.iter();
    std::iter::from_fn(move || all.find(|one| one.happening != Happening::Yes))
}

/// "4 of 6 are happening."
fn promises(row: &CheckInRow) -> Option<String> {
    let (all, wanting) = (row.promises.len(), wanting(row).count());
    match (all, wanting) {
        (0, _) => None,
        (1, 0) => Some("It is happening.".to_owned()),
        (all, 0) => Some(format!("All {all} are happening.")),
        (all, some) => Some(format!("{} of {all} happening as agreed.", all - some)),
    }
}

fn lines(row: &CheckInRow, since: Option<String>, pupil: &str) -> SummaryList {
    let mut list = SummaryList::new().dense();
    let mut add = |key: &str, value: Option<String>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            list = std::mem::take(&mut list).row(key, value);
        }
    };
    add("Why not", row.missed.map(|why| why.label().to_owned()));
    let extra = (row.came_of == CameOf::Extra).then(|| "An extra time".to_owned());
    add("Met", extra);
    let mood = row.mood.map(|mood| match row.confidence {
        Some(sure) => format!("{}. Sure it can work: {sure} of 10.", mood.label()),
        None => mood.label().to_owned(),
    });
    add(&format!("How {pupil} felt"), mood);
    add("What went well", row.note.words.clone());
    add("A hard moment, and what helped", row.hard_moment.clone());
    add("What isn’t working", row.level_why.clone());
    add("Promises", promises(row));
    add("Seen since the time before", since);
    let next = row.next.as_ref().map(|(text, by)| {
        let text = text.trim_end_matches('.');
        format!("{text}, by {}.", words::long_date(*by))
    });
    add("Next step", next);
    add("A change asked for", row.wish.as_ref().map(wish));
    let home = row
        .told_home
        .map(|how| format!("Told: {}.", words::small(how.label())));
    add("Home", home);
    add("Meet again", Some(words::long_date(row.next_on)));
    list
}

fn wish(wish: &Wish) -> String {
    let asked = wish.text.trim_end_matches('.');
    match (wish.answer, &wish.why) {
        (None, _) => format!("{asked}. The coordinator has not answered yet."),
        (Some(WishAnswer::Taken), None) => format!("{asked}. It goes into the plan."),
        (Some(WishAnswer::Taken), Some(why)) => format!("{asked}. It goes into the plan. {why}"),
        (Some(WishAnswer::NotNow), why) => {
            format!("{asked}. Not now. {}", why.as_deref().unwrap_or_default())
        }
    }
}

fn promise(one: &PromiseRow) -> Phrase {
    let how = match one.happening {
        Happening::Yes => "happening",
        Happening::Partly => "partly happening",
        Happening::Not => "not happening",
    };
    let said = format!("{}: {}, ", one.who, one.text.trim_end_matches('.'));
    let line = Phrase::new(said).strong(how).text(".");
    match &one.remark {
        Some(remark) => line.text(format!(" {remark}")),
        None => line,
    }
}

fn answering(pupil: &str, state: &FormState) -> Markup {
    let ask = state.radios(
        "wish",
        format!("{pupil} asked for this change. What do you say?"),
    );
    let ask = WishAnswer::ALL
        .iter()
        .fold(ask.small().compact(), |ask, one| {
            ask.option(one.code(), one.label())
        });
    let why = state.text_input("wish-why", "Why?").small();
    let hint = format!("{pupil} can read it. Needed when it is not now.");
    Markup::of(ask).and(why.hint(hint))
}
