//! A programme at one of its places, with somebody in every role, and the real
//! ids of everything in it.

use app::{
    documents::BeginDocument,
    gathering::{OwnHand, ask::Ask},
    monitoring::check_in_form::CheckInForm,
};
use axum::Router;
use domain::{
    account::CaseRole,
    contact::{Restriction, RestrictionKind},
    feed::Rhythm,
    id::{
        AccountKind, AskId, CommitmentId, ContactId, FeedId, ImportId, MeetingId, NoteId, PersonId,
        PupilId, SchoolId, TargetId,
    },
    programme::StageName,
    signature::Paper,
};
use jiff::civil::date;
use store::{feeds::FeedRow, people::PersonRow};
use testkit::{Engine, TestDb};
use web::{Settings, Site};

use crate::hands;
use crate::story::{
    ABARA, AMINA, At, DANA, HELEN, HERE, JOEL, OFFICE, PUPIL, Story, id, in_case, name_of,
};

/// What is in the programme.
#[derive(Debug, Clone, Default)]
pub struct Ids {
    pub reference: String,
    pub ask: Option<AskId>,
    pub sent: Option<AskId>,
    /// The page about the pupil, by the pupil.
    pub document: Option<AskId>,
    pub meeting: Option<MeetingId>,
    /// A review that was held, to be signed.
    pub paper: Option<Paper>,
    pub target: Option<TargetId>,
    pub promise: Option<CommitmentId>,
    pub person: Option<PersonId>,
    /// A contact of the pupil, with a restriction that is long over.
    pub contact: Option<ContactId>,
    /// Somebody at home, who may be invited to an account.
    pub home: Option<PersonId>,
    pub import: Option<ImportId>,
    /// A feed of the school.
    pub feed: Option<FeedId>,
    /// Who is on the roll.
    pub pupil: Option<PupilId>,
    /// A meeting with the pupil at which a change was asked for.
    pub note: Option<NoteId>,
    /// The newest version of the plan: a teacher reads the card of no other.
    pub version: String,
    pub account: String,
}

/// The programme there, ready to be copied.
pub struct Mould {
    pub ids: Ids,
    pub stage: StageName,
    at: At,
    made: TestDb,
}

/// A copy of it to knock at.
pub struct House {
    pub story: Story,
    pub site: Router,
}

impl Mould {
    pub fn new(engine: Engine, at: At) -> Self {
        let story = Story::at(engine, at);
        for role in CaseRole::ALL {
            story.joins(*role);
        }
        story.was_restricted();
        let (ids, stage) = (story.ids(), story.programme().stage.name());
        let made = story.leave();
        Self {
            ids,
            stage,
            at,
            made,
        }
    }

    pub fn copy(&self) -> House {
        let story = Story::over(self.made.copy(), self.at.day(), &self.ids.reference);
        let site = web::router(Site::new(story.app.clone(), Settings::default()));
        House { story, site }
    }
}

impl Story {
    /// A feed, set up long ago.
    fn feeds_on(&self) -> FeedId {
        let now = self.app.clock().now();
        let feed = FeedRow {
            school: id(HERE),
            id: id(77),
            name: crate::rows::line("Nightly files"),
            source: "nightly".into(),
            holds: "auto".into(),
            rhythm: Rhythm::Termly,
            made_by: id(OFFICE),
            made_at: now,
            alone: None,
            paused: None,
            looked_at: None,
            trouble: None,
            heard_at: None,
            expected_from: now,
            version: 1,
        };
        let there = self.read(|tx| store::feeds::find(tx, feed.school, feed.id));
        if there.is_none() {
            self.write(|tx| store::feeds::add(tx, &feed));
        }
        feed.id
    }

    /// Gives somebody of a role a part in the programme.
    pub fn takes_part(&self, role: CaseRole) -> u128 {
        self.joins(role);
        in_case(role)
    }

    fn joins(&self, role: CaseRole) {
        let (sheet, name) = (self.app.new_sheet().unwrap(), name_of(in_case(role)));
        let row = PersonRow {
            account: Some(id::<AccountKind>(in_case(role))),
            pupil: (role == CaseRole::Pupil).then(|| id(PUPIL)),
            ..PersonRow::new(sheet, self.programme().id, role, &name, date(2026, 9, 7))
        };
        self.write(|tx| store::people::add(tx, id(HERE), &row));
    }

    /// Dana was kept from meetings once. It is over, and changes nothing.
    fn was_restricted(&self) {
        let restriction = Restriction {
            kind: RestrictionKind::NoMeetings,
            from: date(2025, 1, 6),
            until: Some(date(2025, 2, 6)),
            seen_by: id(HELEN),
            words: None,
            ended: None,
        };
        let now = self.app.clock().now();
        self.write(|tx| store::contacts::restrict(tx, (id(HERE), id(DANA)), &restriction, now));
    }

    /// Joel met Rowan, who would like a change; nothing where nobody meets.
    fn asked_for(&self) -> Option<NoteId> {
        let wishes = || self.read(|tx| store::check_ins::open_wishes(tx, id(HERE)));
        if self.has(JOEL) {
            let reference = self.reference();
            let form = CheckInForm { reference };
            if self.fetch(JOEL, form).is_ok() {
                let mut typed = crate::meets::met(self);
                typed.small_change = "Sit by the window".into();
                self.meets(JOEL, typed).unwrap();
            }
        }
        wishes().first().map(|wish| wish.note)
    }

    pub fn ids(&self) -> Ids {
        let (school, programme): (SchoolId, _) = (id(HERE), self.programme().id);
        let whom = [in_case(CaseRole::Pupil), ABARA]
            .into_iter()
            .find(|who| self.has(*who));
        let ask = || Ask {
            programme: self.reference(),
            person: self.person(whom.unwrap_or(AMINA)),
            document: None,
        };
        let asks = self.read(|tx| store::asks::of_programme(tx, school, programme));
        // Where nobody may be asked any more: one of their own from before.
        let whose = self.person(whom.unwrap_or(AMINA));
        let theirs = || asks.iter().filter(|ask| ask.person == whose);
        let out = theirs().find(|ask| ask.is_out());
        let out = out.or_else(|| theirs().next()).map(|ask| ask.id);
        let sent = self.execute(AMINA, ask()).ok();
        if let (Some(sent), Some(whom)) = (sent, whom) {
            let pupil = self.actor(whom);
            hands::fill::<OwnHand>(&self.app, &pupil, sent, &[]);
            hands::send::<OwnHand>(&self.app, &pupil, sent).unwrap();
        }
        let document = whom.and_then(|whom| {
            let begin = BeginDocument {
                programme: self.reference(),
                form: "one-page-profile".into(),
                follows: None,
            };
            let document = self.execute(whom, begin).ok()?;
            let pupil = self.actor(whom);
            hands::fill::<OwnHand>(&self.app, &pupil, document, &[]);
            hands::send::<OwnHand>(&self.app, &pupil, document).unwrap();
            Some(document)
        });
        #[expect(
            clippy::disallowed_methods,
            reason = "ids for the walk, shown to nobody"
        )]
        let meetings = self.read(|tx| store::meetings::of_programme(tx, school, programme));
        let reviews = self.read(|tx| store::reviews::of_programme(tx, school, programme));
        let reviews = reviews.into_iter().find(|review| review.held.is_some());
        let plans = self.read(|tx| store::plans::versions(tx, school, programme));
        let plan = plans.first().map(domain::plan::AgreedPlan::plan);
        let version = plan.map_or(1, |plan| plan.version.number());
        let target = plan.map(|plan| plan.targets[0].id);
        let promise = plan.map(|plan| plan.commitments[0].id);
        let people = self.people();
        let key_worker = people.iter().find(|one| one.account == Some(id(JOEL)));
        let home = people.iter().find(|one| one.role == CaseRole::Parent);
        Ids {
            reference: self.reference().to_string(),
            ask: self.execute(AMINA, ask()).ok().or(out),
            sent,
            document,
            meeting: meetings.first().map(|meeting| meeting.id),
            paper: reviews.map(|review| Paper::Review(review.id)),
            target,
            promise,
            person: key_worker.map(|one| one.id),
            home: home.map(|one| one.id),
            contact: Some(id(DANA)),
            version: version.to_string(),
            import: Some(self.looked_at()),
            feed: Some(self.feeds_on()),
            pupil: Some(self.programme().pupil),
            note: self.asked_for(),
            account: id::<AccountKind>(OFFICE).to_string(),
        }
    }
}
