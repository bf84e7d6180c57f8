//! `/programmes/{ref}/meetings/{meeting}`: one meeting, recording it, calling it off.

use app::{
    Fetched,
    action::Action,
    meetings::{
        cancel::CancelMeeting,
        record::{Progress, RecordMeeting},
        view::{MeetingView, MeetingsView, Shows, ViewMeetings},
    },
};
use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::{
    id::MeetingId,
    meeting::{AttendanceStatus, MinutesDraft, PupilMode},
    programme::{ProgrammeRef, StageName},
};

use super::{book::say, index, recorded, typed};
use crate::{
    components::{CaseHeader, SideBySide, SummaryList},
    failure::Failure,
    form_state::FormState,
    layout::Frame,
    pages::{
        both::both,
        case_band::{band, reference, root, whole_band},
    },
    posted::Posted,
    session::{Visit, page_with, see_other},
};

#[derive(Template)]
#[template(path = "pages/meetings/show.html")]
struct MeetingPage {
    frame: Frame,
    case: CaseHeader,
    theirs: Option<SideBySide>,
    facts: SummaryList,
    warning: Option<String>,
    record: Option<SummaryList>,
    folded: Option<&'static str>,
    plan_next: Option<String>,
    review: Option<(String, &'static str)>,
    may_record: bool,
    may_cancel: bool,
    action: String,
    revision: i64,
    pupil: String,
    people: Vec<(String, String)>,
    state: FormState,
}

impl MeetingPage {
    fn came(id: &str) -> String {
        format!("came-{id}")
    }

    fn numbered(name: &str, n: usize) -> String {
        format!("{name}-{n}")
    }

    fn said_by(name: &str, n: usize) -> String {
        format!("{name}-{n}-by")
    }

    fn statuses() -> Vec<(&'static str, &'static str)> {
        let all = AttendanceStatus::ALL.iter();
        all.map(|one| (one.code(), one.label())).collect()
    }

    fn modes() -> Vec<(&'static str, &'static str)> {
        let all = PupilMode::ALL.iter();
        all.map(|one| (one.code(), one.label())).collect()
    }
}

/// What a page shows: the programme's meetings and which of them it is.
struct Shown {
    fetched: Fetched<MeetingsView>,
    meeting: MeetingId,
}

impl Shown {
    async fn look(visit: &Visit, path: &str, meeting: &str) -> Result<Self, Failure> {
        let reference = reference(path)?;
        let meeting = meeting.parse().map_err(|_| Failure::NotFound)?;
        let fetched = visit.fetch(ViewMeetings { reference }).await?;
        let shown = Self { fetched, meeting };
        shown.meeting()?;
        Ok(shown)
    }

    fn meeting(&self) -> Result<&MeetingView, Failure> {
        let mut all = self.fetched.answer.meetings.iter();
        all.find(|one| one.row.id == self.meeting)
            .ok_or(Failure::NotFound)
    }

    fn reference(&self) -> ProgrammeRef {
        self.fetched.answer.reference.clone()
    }

    fn path(&self) -> String {
        format!("{}/meetings/{}", root(&self.reference()), self.meeting)
    }
}

/// The meeting.
///
/// # Errors
/// [`Failure`].
pub async fn get(
    visit: Visit,
    Path((path, meeting)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let shown = Shown::look(&visit, &path, &meeting).await?;
    let one = shown.meeting()?;
    let minutes = one.minutes.clone().unwrap_or_default();
    let state = typed::state(&minutes, (one.row.from, one.row.to));
    draw(&visit, StatusCode::OK, &shown, state, None).await
}

/// Records it, or keeps what was typed for now.
///
/// # Errors
/// [`Failure`].
pub async fn post(
    visit: Visit,
    Path((path, meeting)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let shown = Shown::look(&visit, &path, &meeting).await?;
    let people = shown.fetched.answer.people.iter();
    let people: Vec<String> = people.map(|person| person.id.to_string()).collect();
    let (progress, done) = if posted.has("keep") {
        (Progress::KeepForNow, "Kept. Come back when you are ready.")
    } else {
        (Progress::Finished, "The meeting is recorded.")
    };
    let record = RecordMeeting {
        reference: shown.reference(),
        meeting: shown.meeting,
        revision: posted.value("revision").parse().unwrap_or_default(),
        typed: typed::read(&posted, &people),
        progress,
    };
    let mut state = posted.state(&[]);
    match visit.execute(record).await {
        Ok(()) => Ok(see_other(&shown.path(), Some(done))),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            draw(
                &visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                &shown,
                state,
                None,
            )
            .await
        }
        Err(Failure::Conflict) => {
            // The count moves on with what is shown, so that saving again is a
            // choice made with both in sight.
            let shown = Shown::look(&visit, &path, &meeting).await?;
            let theirs = theirs(&shown, &state)?;
            draw(&visit, StatusCode::CONFLICT, &shown, state, Some(theirs)).await
        }
        Err(other) => Err(other),
    }
}

/// Calls it off.
///
/// # Errors
/// [`Failure`].
pub async fn cancel(
    visit: Visit,
    Path((path, meeting)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, Failure> {
    let shown = Shown::look(&visit, &path, &meeting).await?;
    let cancel = CancelMeeting {
        reference: shown.reference(),
        meeting: shown.meeting,
        why: posted.trimmed("why").to_owned(),
    };
    let mut state = posted.state(&[]);
    match visit.execute(cancel).await {
        Ok(()) => Ok(see_other(&shown.path(), Some("The meeting is called off."))),
        Err(Failure::Rejected(reasons)) => {
            say(&mut state, reasons);
            draw(
                &visit,
                StatusCode::UNPROCESSABLE_ENTITY,
                &shown,
                state,
                None,
            )
            .await
        }
        Err(other) => Err(other),
    }
}

/// What somebody else saved beside what was typed here.
fn theirs(shown: &Shown, yours: &FormState) -> Result<SideBySide, Failure> {
    let (one, people) = (shown.meeting()?, &shown.fetched.answer.people);
    let kept = one.minutes.clone().unwrap_or_default();
    let theirs = typed::state(&kept, (one.row.from, one.row.to));
    let names = typed::names(people, &shown.fetched.answer.pupil);
    Ok(both(&names, &theirs, yours, |field, value| {
        typed::read_out(people, field, value)
    }))
}

fn facts(one: &MeetingView, view: &MeetingsView) -> SummaryList {
    let row = &one.row;
    let named = |id| {
        let found = view.people.iter().find(|person| person.id == id);
        found.map_or("someone who has left", |person| person.name.as_str())
    };
    let mut facts = SummaryList::new().row("When", index::when(one));
    if one.shows == Shows::Everything {
        facts = facts
            .row("Where", index::place(one))
            .row("Chair", named(row.chair))
            .row("Notes", named(row.note_taker));
    }
    let facts = facts.row_of("How it stands", index::tag(one));
    match &row.cancelled {
        Some((_, why)) if !why.is_empty() => facts.row("Why", why.as_str()),
        _ => facts,
    }
}

async fn draw(
    visit: &Visit,
    status: StatusCode,
    shown: &Shown,
    state: FormState,
    theirs: Option<SideBySide>,
) -> Result<Response, Failure> {
    let (one, view, may) = (shown.meeting()?, &shown.fetched.answer, shown.fetched.may);
    let open = one.row.cancelled.is_none();
    let recorded = one.row.recorded.is_some();
    let people = view.people.iter().map(|person| {
        let words = recorded::called(person);
        (person.id.to_string(), words)
    });
    let label = one.row.kind.label();
    // A review is written down on its own page, and its minutes may stay empty.
    let said = |kept: &&MinutesDraft| recorded && **kept != MinutesDraft::default();
    let minutes = one.minutes.as_ref().filter(said);
    let record = minutes.map(|kept| recorded::record(kept, &view.people, &view.pupil));
    // A record is read; changing it is one press away, and open while it is changed.
    let changing = ["", " open"][usize::from(status != StatusCode::OK)];
    let folded = recorded.then_some(changing);
    let to_agree = recorded && view.stage == StageName::MeetingSet;
    let thin = band(
        &label,
        &view.reference,
        (&view.pupil, &view.pupil_full),
        view.may,
        "Meetings",
    );
    let case = whole_band(visit, &view.reference, (&label, "Meetings"), thin).await?;
    page_with(
        status,
        &MeetingPage {
            frame: visit
                .frame(format!("{label}, {}", view.reference))
                .section("Programmes")
                .problems(state.summary()),
            case,
            theirs,
            facts: facts(one, view),
            warning: (one.short_notice.clone()).filter(|_| may.has(Action::BookMeeting)),
            record,
            folded,
            plan_next: to_agree.then(|| format!("{}/plan", root(&view.reference))),
            review: index::review_of(one, &view.reference, may),
            may_record: open && may.has(Action::RecordMeeting) && one.row.on <= visit.today(),
            may_cancel: open && !recorded && may.has(Action::CancelMeeting),
            action: shown.path(),
            revision: one.row.revision,
            pupil: view.pupil.clone(),
            people: people.collect(),
            state,
        },
    )
}
