//! The meetings of one programme, as one reader may see them.

use domain::{
    account::CaseRole,
    contact::Standing,
    id::PersonId,
    meeting::{MeetingKind, MinutesDraft, notice},
    programme::{ProgrammeRef, Stage, StageName},
    sealed::{Apart, InPart, Sealed},
};
use store::meetings::MeetingRow;

use crate::{Query, Refusal, action::Action, gate::Viewing, policy::ActionSet, subject::Case};

/// Shows the meetings.
#[derive(Debug)]
pub struct ViewMeetings {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// The meetings of one programme and the people around them.
#[derive(Debug, Clone)]
pub struct MeetingsView {
    /// The programme.
    pub reference: ProgrammeRef,
    /// Its stage.
    pub stage: StageName,
    /// What the pupil is called.
    pub pupil: String,
    /// The pupil's whole name.
    pub pupil_full: String,
    /// Everyone taking part.
    pub people: Vec<Someone>,
    /// The meetings, soonest first.
    pub meetings: Vec<MeetingView>,
    /// The kinds that can be booked now.
    pub bookable: Vec<MeetingKind>,
    /// What this reader may do here.
    pub may: ActionSet,
}

/// Someone taking part.
#[derive(Debug, Clone)]
pub struct Someone {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// What to call them.
    pub known_as: String,
    /// What they are in the programme.
    pub role: CaseRole,
    /// A line about them: "mum".
    pub note: Option<String>,
    /// What they may be told today.
    pub standing: Standing,
}

/// One meeting as shown.
#[derive(Debug, Clone)]
pub struct MeetingView {
    /// The meeting, its minutes taken out.
    pub row: MeetingRow,
    /// The minutes, when there are any for this reader.
    pub minutes: Option<MinutesDraft>,
    /// What to do about a notice to home that is too short, until it is held.
    pub short_notice: Option<String>,
    /// How much of it there is for this reader.
    pub shows: Shows,
}

/// How much of a meeting there is for a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// When and where it is, and who leads it.
    Everything,
    /// That it was held, and on which day: they were not to come.
    TheDay,
}

struct Typed(MinutesDraft);

impl InPart for Typed {
    fn in_part(self, _: &'static str) -> Option<Self> {
        None
    }

    /// What was said at home is written without whose it was, so whoever is
    /// kept apart from somebody there reads none of it.
    fn without(self, _: &Apart) -> Option<Self> {
        None
    }
}

impl From<&store::people::PersonRow> for Someone {
    fn from(person: &store::people::PersonRow) -> Self {
        Self {
            id: person.id,
            name: person.name.clone(),
            known_as: person.known_as.clone(),
            role: person.role,
            note: person.note.clone(),
            standing: Standing::Full,
        }
    }
}

impl Someone {
    /// Whether they may chair a meeting or take its notes.
    pub const fn may_chair(&self) -> bool {
        super::may_chair(self.role) && matches!(self.standing, Standing::Full)
    }

    fn of(case: &Case, person: &store::people::PersonRow) -> Self {
        Self {
            standing: case.standing(person),
            ..Self::from(person)
        }
    }
}

impl Query for ViewMeetings {
    const ACTION: Action = Action::ViewMeetings;
    type On = Case;
    type Output = MeetingsView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<MeetingsView, Refusal> {
        let school = case.programme.school;
        let rows = case.meetings(cx.tx())?;
        let shows = if case.reader.is_shown_meetings() {
            Shows::Everything
        } else {
            Shows::TheDay
        };
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let today = cx.today();
        let lens = cx.lens();
        let show = |mut row: MeetingRow| {
            let ahead = row.cancelled.is_none() && row.recorded.is_none() && row.on >= today;
            let given = notice(row.booked, row.on, None, &calendar);
            let minutes = std::mem::take(&mut row.minutes);
            let started = minutes != MinutesDraft::default();
            let minutes = lens
                .open(Sealed::new("D28", None, Typed(minutes)))
                .filter(|_| started)
                .map(|shown| shown.into_inner().0);
            MeetingView {
                row,
                minutes,
                short_notice: given.warning().filter(|_| ahead),
                shows,
            }
        };
        Ok(MeetingsView {
            reference: case.programme.reference.clone(),
            stage: case.programme.stage.name(),
            pupil: case.pupil.name.called().into(),
            pupil_full: case.pupil.name.full(),
            people: case.present().map(|one| Someone::of(&case, one)).collect(),
            meetings: rows.into_iter().map(show).collect(),
            bookable: bookable(&case.programme.stage),
            may: cx.may(),
        })
    }
}

/// The first meeting while gathering; reviews and the last once the plan runs.
fn bookable(stage: &Stage) -> Vec<MeetingKind> {
    match stage {
        Stage::Gathering { .. } => vec![MeetingKind::Initial],
        Stage::Agreed { run } | Stage::Active { run, .. } => {
            let reviews = run.dates.reviews.iter();
            let mut kinds: Vec<_> = reviews
                .filter(|review| run.reviewed.is_none_or(|done| review.week > done))
                .map(|review| MeetingKind::Review(review.week))
                .collect();
            kinds.extend([MeetingKind::EarlyReview, MeetingKind::Final]);
            kinds
        }
        Stage::FinalDue { .. } => vec![MeetingKind::Final, MeetingKind::Options],
        _ => Vec::new(),
    }
}
