//! One programme of the demonstration, written down as it stands today.

use app::{App, Refusal};
use domain::{
    account::CaseRole,
    commitment::Owner,
    dates::{Pauses, Schedule, SchoolCalendar},
    document::DocumentKind,
    id::{AccountId, MeetingId, PlanId, ProgrammeId, StaffId},
    meeting::{MeetingKind, MinutesDraft},
    plan::PlanVersion,
    programme::{Programme, ProgrammeRecord, Run, RunDates, Stage, Team},
    signature::{Answer, Method, Signature, Signer, SigningPart},
    target::ReviewPoint,
};
use jiff::{
    ToSpan,
    civil::{Date, time},
};
use store::{Tx, asks, meetings, notes, people, plans, programmes, signatures};

use super::{
    days,
    plan::{Cast, TargetSpec, Writing},
    school::{School, line},
};

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

    fn stage(
        &self,
        template: &domain::school::Template,
        calendar: &SchoolCalendar,
        plan: PlanId,
        meeting: MeetingId,
    ) -> Result<Stage, Refusal> {
        Ok(match self.case.reach {
            Reach::Draft => Stage::Draft,
            Reach::Gathering { since, .. } => Stage::Gathering { since },
            Reach::MeetingSet { since, on, .. } => Stage::MeetingSet { since, meeting, on },
            Reach::Running {
                starts, reviewed, ..
            } => {
                let schedule = Schedule::compute(&template.rhythm, starts, &Pauses::NONE, calendar)
                    .map_err(|problem| Refusal::rule(problem.words()))?;
                let dates = RunDates::from(&schedule);
                let today = self.app.clock().today();
                let done = dates
                    .reviews
                    .iter()
                    .filter(|review| review.due.on < today)
                    .next_back();
                let reviewed = done.filter(|_| reviewed).map(|review| review.week);
                let run = Run {
                    plan,
                    version: 1,
                    dates,
                    reviewed,
                    extended: None,
                    pauses: Pauses::NONE,
                };
                Stage::Active {
                    run,
                    review: None,
                    concern: None,
                }
            }
        })
    }

    fn people(&self, tx: &mut Tx<'_>) -> Result<Vec<people::PersonRow>, Refusal> {
        let primary = matches!(
            self.case.pupil,
            "Sami Haddad" | "Joss Kettering" | "Maya Penhallow"
        );
        let teachers: &[(&str, &str)] = if primary {
            &[("Mrs Odell", "Class"), ("Mr Leith", "PE")]
        } else {
            &[
                ("Miss Abara", "Science"),
                ("Mr Okonjo", "Maths"),
                ("Mr Leith", "PE"),
            ]
        };
        let mut all = vec![
            (CaseRole::Pupil, self.case.pupil, None, None),
            (
                CaseRole::Parent,
                self.case.home,
                Some(if self.case.home == "Dana Tidewell" {
                    "mum"
                } else {
                    "at home"
                }),
                None,
            ),
            (
                CaseRole::Coordinator,
                "Amina Farrow",
                Some("coordinator"),
                None,
            ),
            (CaseRole::KeyWorker, "Joel Petrie", Some("mentor"), None),
            (CaseRole::Senco, "Nell Brook", Some("SENCO"), None),
            (
                CaseRole::Outreach,
                "Tomasz Wren",
                Some("Brackenford Outreach"),
                None,
            ),
        ];
        all.extend(
            teachers
                .iter()
                .map(|(name, subject)| (CaseRole::SubjectTeacher, *name, None, Some(*subject))),
        );
        let mut rows = Vec::new();
        for (role, name, note, subject) in all {
            let row = people::PersonRow {
                id: self.app.new_sheet()?,
                programme: self.id,
                role,
                account: self
                    .school
                    .account(name)
                    .filter(|_| role != CaseRole::Outreach),
                contact: self
                    .school
                    .contact(name)
                    .filter(|_| role == CaseRole::Parent),
                pupil: self.school.pupil(name).filter(|_| role == CaseRole::Pupil),
                name: name.into(),
                known_as: name.split(' ').next().unwrap_or(name).into(),
                note: note.map(str::to_owned),
                subject: subject.map(str::to_owned),
                added: self.case.begun,
                left: None,
            };
            people::add(tx, self.school.id, &row)?;
            rows.push(row);
        }
        Ok(rows)
    }

    fn asks(
        &self,
        tx: &mut Tx<'_>,
        everyone: &[people::PersonRow],
        since: Date,
        answered: usize,
        asked: usize,
    ) -> Result<(), Refusal> {
        let due = since.checked_add(14.days()).unwrap_or(since);
        // One person may be asked for more than one thing; the tracker shows each.
        for (at, person) in everyone.iter().cycle().take(asked).enumerate() {
            let (document, form) = match person.role {
                CaseRole::Pupil => (DocumentKind::PupilSecondary, "pupil-secondary"),
                CaseRole::Parent | CaseRole::Carer => (DocumentKind::ParentCarer, "parent-carer"),
                _ => (DocumentKind::Staff, "staff"),
            };
            let sent = since
                .checked_add(6.days())
                .unwrap_or(since)
                .at(15, 30, 0, 0);
            let sent = sent
                .to_zoned_datetime(domain::clock::london())
                .ok()
                .map(|zoned| zoned.timestamp());
            let row = asks::AskRow {
                id: self.app.new_sheet()?,
                programme: self.id,
                person: person.id,
                document,
                form: Some((
                    form.parse().map_err(|_| Refusal::NotFound)?,
                    forms::Version(1),
                )),
                asked: since,
                asked_by: "Amina Farrow".into(),
                due,
                opened: sent.filter(|_| at < answered),
                sent: sent.filter(|_| at < answered),
                waived: None,
            };
            asks::add(tx, self.school.id, &row)?;
        }
        Ok(())
    }

    fn meeting(
        &self,
        tx: &mut Tx<'_>,
        everyone: &[people::PersonRow],
        (id, kind): (MeetingId, MeetingKind),
        on: Date,
        hour: i8,
        held: Option<Date>,
    ) -> Result<(), Refusal> {
        let of = |role| {
            everyone
                .iter()
                .find(|person| person.role == role)
                .map(|person| person.id)
        };
        let (chair, notes) = (of(CaseRole::Coordinator), of(CaseRole::KeyWorker));
        let row = meetings::MeetingRow {
            id,
            programme: self.id,
            kind,
            on,
            from: time(hour, 15, 0, 0),
            to: time(hour + 1, 15, 0, 0),
            room: Some("The library".into()),
            video: None,
            chair: chair.ok_or(Refusal::NotFound)?,
            note_taker: notes.ok_or(Refusal::NotFound)?,
            out_of_hours: None,
            home_told: self.case.begun,
            booked: self.case.begun,
            cancelled: None,
            recorded: None,
            minutes: MinutesDraft::default(),
            revision: 1,
        };
        meetings::add(tx, self.school.id, &row)?;
        if let Some(held) = held {
            let minutes = MinutesDraft {
                began: format!("{hour}:15"),
                ended: format!("{}:10", hour + 1),
                conclusion: "Lessons start better when somebody has checked in first.".into(),
                ..MinutesDraft::default()
            };
            meetings::write_minutes(tx, self.school.id, (id, 1), &minutes, Some(held))?;
        }
        Ok(())
    }

    fn writing<'w>(
        &'w self,
        everyone: &[people::PersonRow],
        run: &Run,
        calendar: &SchoolCalendar,
    ) -> Result<Writing<'w>, Refusal> {
        let owner = |role| -> Result<Owner, Refusal> {
            let person = everyone
                .iter()
                .find(|person| person.role == role)
                .ok_or(Refusal::NotFound)?;
            Ok(Owner {
                person: person.id,
                name: line(&person.name)?,
            })
        };
        let all = run.dates.reviews.iter().chain([&run.dates.ends]);
        let last = calendar
            .previous_school_day(run.dates.starts)
            .unwrap_or(run.dates.starts);
        let first = calendar
            .subtract_school_days(last, domain::dates::SchoolDays::new(9))
            .unwrap_or(self.case.begun);
        let targets = self.case.targets.iter();
        let targets: Vec<_> = targets
            .map(|spec| Ok((self.app.new_sheet()?, *spec)))
            .collect::<Result<_, Refusal>>()?;
        Ok(Writing {
            pupil: self.case.pupil.split(' ').next().unwrap_or(self.case.pupil),
            cast: Cast {
                coordinator: owner(CaseRole::Coordinator)?,
                key_worker: owner(CaseRole::KeyWorker)?,
                senco: owner(CaseRole::Senco)?,
                outreach: owner(CaseRole::Outreach)?,
                home: owner(CaseRole::Parent)?,
            },
            reviews: all
                .map(|review| ReviewPoint {
                    week: review.week,
                    on: review.due.on,
                })
                .collect(),
            days: (run.dates.starts, run.dates.ends.due.on),
            good_at: self.case.good_at,
            promises: (0..targets.len() * 2)
                .map(|_| self.app.new_sheet())
                .collect::<Result<_, _>>()?,
            targets,
            watched: (first, last),
        })
    }

    fn signatures(
        &self,
        tx: &mut Tx<'_>,
        everyone: &[people::PersonRow],
        plan: &domain::plan::AgreedPlan,
        met: Date,
    ) -> Result<(), Refusal> {
        let at = self.app.clock().now();
        for person in everyone
            .iter()
            .filter(|person| person.role != CaseRole::SubjectTeacher)
        {
            let name = line(&person.name)?;
            let signature = Signature {
                signer: Signer {
                    person: Owner {
                        person: person.id,
                        name: line(&person.name)?,
                    },
                    part: SigningPart::from(person.role),
                },
                plan: plan.plan().id,
                version: PlanVersion::FIRST,
                hash: plan.hash(),
                answer: Answer::Signed {
                    method: Method::Typed { name },
                    at,
                },
            };
            signatures::add(tx, self.school.id, &signature, (self.amina, met, at))?;
        }
        Ok(())
    }

    fn notes(&self, tx: &mut Tx<'_>, everyone: &[people::PersonRow]) -> Result<(), Refusal> {
        let by = |role: CaseRole| everyone.iter().find(|person| person.role == role);
        let (Some(amina), Some(joel), Some(home)) = (
            by(CaseRole::Coordinator),
            by(CaseRole::KeyWorker),
            by(CaseRole::Parent),
        ) else {
            return Ok(());
        };
        let running = matches!(self.case.reach, Reach::Running { .. });
        let (contact, words) = (
            self.case.contact,
            "A call about the week. The bag was packed together each night.",
        );
        self.note(
            tx,
            notes::NoteKind::Contact,
            contact,
            amina,
            Some(home),
            words,
            None,
        )?;
        if running {
            let yesterday = jiff::civil::date(2026, 11, 9);
            let thursday = jiff::civil::date(2026, 11, 5);
            if let Some(teacher) = everyone
                .iter()
                .find(|person| person.role == CaseRole::SubjectTeacher)
            {
                self.note(
                    tx,
                    notes::NoteKind::GoodNews,
                    yesterday,
                    teacher,
                    None,
                    "stayed to help carry the books back.",
                    None,
                )?;
            }
            self.note(
                tx,
                notes::NoteKind::CheckIn,
                thursday,
                joel,
                None,
                "Bag check kept 5 days out of 5.",
                Some(20),
            )?;
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "one row, column by column")]
    fn note(
        &self,
        tx: &mut Tx<'_>,
        kind: notes::NoteKind,
        on: Date,
        by: &people::PersonRow,
        with: Option<&people::PersonRow>,
        words: &str,
        minutes: Option<u16>,
    ) -> Result<(), Refusal> {
        let row = notes::NoteRow {
            id: self.app.new_sheet()?,
            programme: self.id,
            kind,
            on,
            person: by.id,
            name: by.name.clone(),
            contact: with.and_then(|person| person.contact),
            with: with.map(|person| person.name.clone()),
            channel: with.map(|_| domain::programme::AskChannel::Phone),
            words: Some(words.into()),
            minutes,
        };
        notes::add(tx, self.school.id, &row, self.app.clock().now())?;
        Ok(())
    }
}
