//! One programme of the demonstration, written down as it stands today.

mod meeting;
mod notes;
mod people;
mod stage;
mod writing;

use app::{App, Refusal};
use domain::{
    account::CaseRole,
    dates::SchoolCalendar,
    id::{AccountId, MeetingId, PlanId, ProgrammeId, StaffId},
    meeting::MeetingKind,
    plan::PlanVersion,
    programme::{Programme, ProgrammeRecord, Team},
};
use jiff::{ToSpan, civil::Date};
use store::{Tx, plans, programmes};

use super::{days, plan::TargetSpec, school::School};

/// How far a programme has come.
#[derive(Debug, Clone, Copy)]
pub enum Reach {
    /// The referral is being written.
    Draft,
    /// Answers are coming in.
    Gathering {
        since: Date,
        answered: usize,
        asked: usize,
    },
    /// The first meeting is booked.
    MeetingSet {
        since: Date,
        on: Date,
        hour: i8,
        answered: usize,
        asked: usize,
    },
    /// The plan runs.
    Running {
        met: Date,
        starts: Date,
        reviewed: bool,
    },
}

/// One programme.
#[derive(Debug)]
pub struct Case {
    /// The pupil.
    pub pupil: &'static str,
    /// Who at home takes part.
    pub home: &'static str,
    /// Its reference.
    pub reference: &'static str,
    /// When it was begun.
    pub begun: Date,
    /// How far it has come.
    pub reach: Reach,
    /// What the pupil is good at, a line each.
    pub good_at: &'static str,
    /// The targets.
    pub targets: Vec<TargetSpec>,
    /// School days without a report.
    pub missing: usize,
    /// When home was last reached.
    pub contact: Date,
}

struct Room<'a> {
    app: &'a App,
    school: &'a School,
    case: &'a Case,
    id: ProgrammeId,
    amina: AccountId,
}

/// Writes it down.
pub(super) fn write(app: &App, school: &School, case: &Case) -> Result<(), Refusal> {
    let amina = school.account("Amina Farrow").ok_or(Refusal::NotFound)?;
    let room = Room {
        app,
        school,
        case,
        id: app.new_sheet()?,
        amina,
    };
    app.db().write(|tx| {
        let calendar = store::schools::calendar(tx, school.id)?;
        room.write(tx, &calendar)
    })
}

impl Room<'_> {
    fn write(&self, tx: &mut Tx<'_>, calendar: &SchoolCalendar) -> Result<(), Refusal> {
        let joel = self
            .school
            .account("Joel Petrie")
            .ok_or(Refusal::NotFound)?;
        let template = store::templates::newest(tx, self.school.id)?.ok_or(Refusal::NotFound)?;
        let team = Team {
            coordinator: StaffId::new(self.amina.uuid()),
            key_worker: Some(StaffId::new(joel.uuid())),
        };
        let (plan, meeting): (PlanId, MeetingId) = (self.app.new_sheet()?, self.app.new_sheet()?);
        let stage = self.stage(&template, calendar, plan, meeting)?;
        let programme = Programme::restored(ProgrammeRecord {
            id: self.id,
            school: self.school.id,
            pupil: self
                .school
                .pupil(self.case.pupil)
                .ok_or(Refusal::NotFound)?,
            reference: self.case.reference.parse().map_err(|_| Refusal::NotFound)?,
            template,
            author: StaffId::new(self.amina.uuid()),
            begun: self.case.begun,
            after: None,
            team: (!matches!(self.case.reach, Reach::Draft)).then_some(team),
            revision: 1,
            stage,
        });
        programmes::add(tx, &programme)?;
        if matches!(self.case.reach, Reach::Draft) {
            return Ok(());
        }
        let everyone = self.people(tx)?;
        match self.case.reach {
            Reach::Draft => {}
            Reach::Gathering {
                since,
                answered,
                asked,
            } => self.asks(tx, &everyone, since, answered, asked)?,
            Reach::MeetingSet {
                since,
                on,
                hour,
                answered,
                asked,
            } => {
                self.asks(tx, &everyone, since, answered, asked)?;
                self.meeting(
                    tx,
                    &everyone,
                    (meeting, MeetingKind::Initial),
                    on,
                    hour,
                    None,
                )?;
            }
            Reach::Running { met, reviewed, .. } => {
                let asked = everyone.len().min(9);
                let since = self
                    .case
                    .begun
                    .checked_add(4.days())
                    .unwrap_or(self.case.begun);
                self.asks(tx, &everyone, since, asked, asked)?;
                self.meeting(
                    tx,
                    &everyone,
                    (meeting, MeetingKind::Initial),
                    met,
                    13,
                    Some(met),
                )?;
                let run = programme.stage.run().ok_or(Refusal::NotFound)?.clone();
                let writing = self.writing(&everyone, &run, calendar)?;
                let (agreed, stored) = writing.agree(plan, PlanVersion::FIRST, met)?;
                let new = plans::NewPlan {
                    plan: &agreed,
                    stored: &stored,
                    by: self.amina,
                    told: None,
                };
                plans::add(tx, self.school.id, self.id, &new)?;
                self.signatures(tx, &everyone, &agreed, met)?;
                if reviewed && let Some(review) = run.dates.reviews.first() {
                    let held = review.due.on;
                    let kind = MeetingKind::Review(review.week);
                    self.meeting(
                        tx,
                        &everyone,
                        (self.app.new_sheet()?, kind),
                        held,
                        13,
                        Some(held),
                    )?;
                }
                if self.case.pupil == "Callum Vane" {
                    let on = jiff::civil::date(2026, 11, 12);
                    self.meeting(
                        tx,
                        &everyone,
                        (self.app.new_sheet()?, MeetingKind::Final),
                        on,
                        15,
                        None,
                    )?;
                }
                let today = self.app.clock().today();
                let record = days::Record {
                    school: self.school.id,
                    programme: self.id,
                    run: &run,
                    watched: writing.watched,
                    targets: writing.targets,
                    teachers: everyone
                        .iter()
                        .filter(|p| p.role == CaseRole::SubjectTeacher)
                        .cloned()
                        .collect(),
                    missing: self.case.missing,
                    today,
                };
                record.write(tx, calendar)?;
            }
        }
        self.notes(tx, &everyone)
    }
}
