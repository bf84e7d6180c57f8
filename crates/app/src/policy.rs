//! Who may do what: one table, one function, no exceptions elsewhere.
//!
//! [`rule`] is one match with an arm for every action and no default, so a new
//! action does not compile until someone has decided who may do it.
//! What may be *read* inside a programme is another table: [`crate::reading`].

use domain::{
    account::{CaseRole as C, CaseRoles, SchoolRole as S, SchoolRoles},
    programme::StageName as G,
};

use crate::{
    action::Action,
    actor::{Actor, Who},
};

/// What the policy may know about the subject.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts {
    /// What the asker is in the whole school. Empty where they are family of
    /// the pupil: a member of staff never opens their own child's record.
    pub school: SchoolRoles,
    /// What the asker is in this programme.
    pub case: CaseRoles,
    /// Whether the asker wrote it or it is theirs to fill.
    pub own: Own,
    /// How far the programme is; nothing when the subject is not a programme.
    pub stage: Option<G>,
}

/// Whether the subject is the asker's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Own {
    /// It is not.
    #[default]
    Others,
    /// They wrote it, or were asked for it.
    Mine,
}

/// What the policy says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Go ahead.
    Allowed,
    /// Sign in first.
    SignedOut,
    /// They may not know that it is there.
    Invisible,
    /// They may see it, and may not do this to it.
    NotYours,
}

/// A set of actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ActionSet(u128);

impl ActionSet {
    /// Whether the action is in the set.
    pub const fn has(self, action: Action) -> bool {
        self.0 & 1 << action as u32 != 0
    }

    const fn with(self, action: Action) -> Self {
        Self(self.0 | 1 << action as u32)
    }
}

/// Who may do one thing.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Where it is done.
    pub place: Place,
    /// School-wide roles that may.
    pub school: SchoolRoles,
    /// Roles in the programme that may.
    pub case: CaseRoles,
    /// Whether the writer may, or whoever was asked.
    pub own: Own,
    /// The stages of a programme in which it can be done; empty means all.
    pub stages: &'static [G],
}

/// Where a thing is done, which decides who can see that it is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Before anyone has signed in.
    Outside,
    /// One's own account.
    OwnAccount,
    /// The school.
    School,
    /// One programme.
    Programme,
    /// The clock's own work.
    Clock,
}

const NOBODY: SchoolRoles = SchoolRoles::NONE;
const STAFF: SchoolRoles = SchoolRoles::of(&[
    S::Head,
    S::Coordinator,
    S::Dsl,
    S::Senco,
    S::HeadOfYear,
    S::AttendanceOfficer,
    S::DesignatedTeacher,
    S::Teacher,
]);
const HEAD: SchoolRoles = SchoolRoles::of(&[S::Head]);
const ADMIN: SchoolRoles = SchoolRoles::of(&[S::Administrator]);
/// School-wide roles that see every programme once it is submitted.
const OVERSIGHT: SchoolRoles = SchoolRoles::of(&[S::Head, S::Dsl, S::Senco]);
const STARTERS: SchoolRoles = SchoolRoles::of(&[
    S::Head,
    S::Coordinator,
    S::Dsl,
    S::Senco,
    S::HeadOfYear,
    S::Teacher,
]);
const CASELOAD: SchoolRoles = SchoolRoles::of(&[
    S::Head,
    S::Coordinator,
    S::Dsl,
    S::Senco,
    S::HeadOfYear,
    S::Teacher,
]);

const NO_PART: CaseRoles = CaseRoles::NONE;
const COORD: CaseRoles = CaseRoles::of(&[C::Coordinator]);
const COORD_KEY: CaseRoles = CaseRoles::of(&[C::Coordinator, C::KeyWorker]);
const TEACHERS: CaseRoles = CaseRoles::of(&[
    C::Coordinator,
    C::KeyWorker,
    C::ClassTeacher,
    C::SubjectTeacher,
    C::Mentor,
    C::Senco,
]);
const SCHOOL_SIDE: CaseRoles = CaseRoles::of(&[
    C::Coordinator,
    C::KeyWorker,
    C::ClassTeacher,
    C::SubjectTeacher,
    C::Mentor,
    C::Senco,
    C::HeadOfYear,
    C::AttendanceOfficer,
]);
const FAMILY_AND_PUPIL: CaseRoles = CaseRoles::of(&[C::Parent, C::Carer, C::Pupil]);
const EVERYONE_IN_IT: CaseRoles = SCHOOL_SIDE.and(FAMILY_AND_PUPIL);

const RUNNING: &[G] = &[G::Agreed, G::Active, G::FinalDue];
const OPEN: &[G] = &[
    G::Gathering,
    G::MeetingSet,
    G::Agreed,
    G::Active,
    G::Paused,
    G::FinalDue,
];

const fn rule_of(
    place: Place,
    school: SchoolRoles,
    case: CaseRoles,
    own: Own,
    stages: &'static [G],
) -> Rule {
    Rule {
        place,
        school,
        case,
        own,
        stages,
    }
}

const fn in_school(school: SchoolRoles) -> Rule {
    rule_of(Place::School, school, NO_PART, Own::Others, &[])
}

const fn in_case(school: SchoolRoles, case: CaseRoles, stages: &'static [G]) -> Rule {
    rule_of(Place::Programme, school, case, Own::Others, stages)
}

const fn by_writer(school: SchoolRoles, case: CaseRoles, stages: &'static [G]) -> Rule {
    rule_of(Place::Programme, school, case, Own::Mine, stages)
}

const fn place_only(place: Place) -> Rule {
    rule_of(place, NOBODY, NO_PART, Own::Others, &[])
}

/// The table. Sources: domain notes 1.3 (roles), 1.4.2 (who moves what), 2.3.
pub const fn rule(action: Action) -> Rule {
    use Action as A;
    match action {
        A::MakeSchool | A::SignIn | A::AcceptInvitation => place_only(Place::Outside),
        A::SignOut | A::ViewAccount | A::ChangePassword | A::ViewAsked | A::SettleRaised => {
            place_only(Place::OwnAccount)
        }
        A::TurnTheDay => place_only(Place::Clock),

        A::ViewPeople | A::InvitePerson => {
            in_school(ADMIN.and(HEAD).and(SchoolRoles::of(&[S::Office])))
        }
        A::ChangeRoles | A::DisableAccount => in_school(ADMIN.and(HEAD)),
        A::ViewSettings | A::ViewImports => in_school(
            ADMIN
                .and(HEAD)
                .and(SchoolRoles::of(&[S::Coordinator, S::Office])),
        ),
        A::ChangeSettings => in_school(ADMIN.and(HEAD).and(SchoolRoles::of(&[S::Coordinator]))),
        A::PreviewImport | A::ImportFile => in_school(ADMIN.and(SchoolRoles::of(&[S::Office]))),
        A::ViewToday | A::ListProgrammes => in_school(CASELOAD),
        A::ViewReportsNow => in_school(STAFF),
        A::ViewCalendar => in_school(STAFF.and(ADMIN).and(SchoolRoles::of(&[S::Office]))),
        A::ViewSchoolPicture => in_school(HEAD.and(SchoolRoles::of(&[S::Coordinator, S::Dsl]))),
        A::FindPupil | A::StartReferral => in_school(STARTERS),

        A::ViewProgramme => by_writer(
            OVERSIGHT.and(SchoolRoles::of(&[S::Office])),
            EVERYONE_IN_IT,
            &[],
        ),
        A::SaveReferral => by_writer(NOBODY, NO_PART, &[G::Draft]),
        A::SubmitReferral => by_writer(NOBODY, NO_PART, &[G::Draft]),
        A::ViewReferral => by_writer(
            OVERSIGHT.and(SchoolRoles::of(&[S::Coordinator])),
            SCHOOL_SIDE,
            &[],
        ),
        A::CheckSafeguarding => in_case(
            SchoolRoles::of(&[S::Dsl]),
            NO_PART,
            &[G::Referred, G::Gathering],
        ),
        A::DeclineReferral => in_case(
            HEAD.and(SchoolRoles::of(&[S::Coordinator])),
            COORD,
            &[G::Referred],
        ),
        A::AcceptReferral => in_case(HEAD, NO_PART, &[G::Referred]),
        A::TellFamily => by_writer(
            HEAD.and(SchoolRoles::of(&[S::Coordinator])),
            COORD_KEY,
            &[G::Referred, G::Gathering],
        ),
        A::ReferAgain => in_case(NOBODY, COORD, &[G::Aftercare]),

        A::AddPerson | A::RemovePerson => in_case(HEAD, COORD, OPEN),
        A::HandOver => in_case(HEAD, COORD, OPEN),
        A::ViewInformation => in_case(OVERSIGHT, COORD_KEY, &[]),
        A::Ask | A::WaiveAsk => in_case(NOBODY, COORD, OPEN),
        A::ReadAnswers => by_writer(OVERSIGHT, EVERYONE_IN_IT, &[]),
        A::FillForm | A::SendForm => by_writer(NOBODY, NO_PART, OPEN),
        A::ScribeForm => in_case(NOBODY, COORD_KEY, OPEN),

        A::ViewMeetings => in_case(
            OVERSIGHT.and(SchoolRoles::of(&[S::Office])),
            EVERYONE_IN_IT,
            &[],
        ),
        A::BookMeeting | A::CancelMeeting => in_case(SchoolRoles::of(&[S::Office]), COORD, OPEN),
        A::RecordMeeting => in_case(
            NOBODY,
            COORD,
            &[G::MeetingSet, G::Agreed, G::Active, G::FinalDue],
        ),
        A::AgreePlan => in_case(NOBODY, COORD, &[G::MeetingSet]),
        A::ViewPlan | A::PrintPlan => in_case(OVERSIGHT, EVERYONE_IN_IT, &[]),
        A::DraftPlan => in_case(NOBODY, COORD_KEY, &[G::Gathering, G::MeetingSet, G::Active]),
        A::AmendPlan => in_case(NOBODY, COORD, RUNNING),
        A::Sign => in_case(HEAD, EVERYONE_IN_IT, RUNNING),
        A::RecordSignature => in_case(NOBODY, COORD_KEY, RUNNING),

        A::Rate => in_case(NOBODY, TEACHERS, &[G::Agreed, G::Active]),
        A::AcknowledgeCard => in_case(HEAD, SCHOOL_SIDE, RUNNING),
        A::RecordNote => in_case(HEAD, SCHOOL_SIDE, OPEN),
        A::ViewEvidence => in_case(
            OVERSIGHT,
            COORD_KEY.and(CaseRoles::of(&[C::Senco, C::Mentor])),
            &[],
        ),
        A::ViewHistory => in_case(OVERSIGHT, COORD_KEY, &[]),
        A::RaiseConcern => in_case(HEAD, COORD_KEY, &[G::Active]),

        A::RecordReview => in_case(NOBODY, COORD, &[G::Active]),
        A::Pause => in_case(HEAD, COORD, &[G::Active]),
        A::Resume => in_case(NOBODY, COORD, &[G::Paused]),
        A::BringFinalForward => in_case(NOBODY, COORD, &[G::Active]),
        A::ProposeJudgement => in_case(NOBODY, COORD, &[G::FinalDue]),
        A::ConfirmJudgement => in_case(HEAD, NO_PART, &[G::FinalDue]),
        A::Extend => in_case(HEAD, NO_PART, &[G::FinalDue]),
        A::Transfer => in_case(SchoolRoles::of(&[S::Office]), COORD, OPEN),
        A::Withdraw => in_case(HEAD, NO_PART, OPEN),
        A::CheckAftercare | A::EndAftercare => in_case(NOBODY, COORD_KEY, &[G::Aftercare]),
        A::ChooseOption | A::CloseEscalation => in_case(HEAD, NO_PART, &[G::Escalation]),
        A::CorrectStage => in_case(HEAD.and(ADMIN), NO_PART, &[]),
        A::BreakGlass => in_case(HEAD.and(SchoolRoles::of(&[S::Dsl])), NO_PART, &[]),
    }
}

/// The stages in which a programme is shown to family and pupil (domain notes 1.4.1).
const fn shown_to_family(stage: G) -> bool {
    !matches!(stage, G::Draft | G::Referred | G::Declined)
}

/// Whether this asker may know that the programme is there.
pub(crate) fn sees(facts: &Facts) -> bool {
    let Some(stage) = facts.stage else {
        return false;
    };
    if facts.own == Own::Mine {
        return true;
    }
    if facts.case.has_any(FAMILY_AND_PUPIL) {
        return shown_to_family(stage);
    }
    if !facts.case.is_empty() {
        return true;
    }
    // A draft belongs to its writer until it is submitted.
    if stage == G::Draft {
        return false;
    }
    facts.school.has_any(OVERSIGHT)
        || facts.school.has(S::Coordinator) && stage == G::Referred
        || facts.school.has(S::Office) && shown_to_family(stage)
}

/// Whether `actor` may do `action` to a subject with these facts.
pub fn decide(actor: &Actor, action: Action, facts: &Facts) -> Decision {
    let rule = rule(action);
    match (&actor.who, rule.place) {
        (Who::Stranger, Place::Outside)
        | (Who::System(_), Place::Clock)
        | (Who::Person(_), Place::OwnAccount) => Decision::Allowed,
        (Who::Person(_), Place::Outside) => Decision::NotYours,
        (Who::Stranger, _) => Decision::SignedOut,
        (Who::Operator(_), _) if is_for_operator(action) => Decision::Allowed,
        (Who::System(_) | Who::Operator(_), _) | (Who::Person(_), Place::Clock) => {
            Decision::Invisible
        }
        (Who::Person(_), Place::School) => {
            if facts.school.has_any(rule.school) {
                Decision::Allowed
            } else {
                Decision::NotYours
            }
        }
        (Who::Person(_), Place::Programme) => in_programme(&rule, facts),
    }
}

/// What the person at the server's command line may do: bring files in.
const fn is_for_operator(action: Action) -> bool {
    matches!(action, Action::PreviewImport | Action::ImportFile)
}

fn in_programme(rule: &Rule, facts: &Facts) -> Decision {
    if !sees(facts) {
        return Decision::Invisible;
    }
    let theirs = facts.school.has_any(rule.school)
        || facts.case.has_any(rule.case)
        || rule.own == Own::Mine && facts.own == Own::Mine;
    let in_time = rule.stages.is_empty()
        || facts
            .stage
            .is_some_and(|stage| rule.stages.contains(&stage));
    if theirs && in_time {
        Decision::Allowed
    } else {
        Decision::NotYours
    }
}

/// Everything this actor may do to a subject with these facts.
pub fn all_allowed(actor: &Actor, facts: &Facts) -> ActionSet {
    Action::ALL
        .iter()
        .filter(|action| decide(actor, **action, facts) == Decision::Allowed)
        .fold(ActionSet::default(), |set, action| set.with(*action))
}

/// The roles someone acted by, for the event log.
pub(crate) fn acting_as(actor: &Actor, facts: &Facts) -> String {
    let case = facts.case.to_string();
    let roles = if facts.stage.is_some() {
        facts.school
    } else {
        actor.roles()
    };
    match (roles.is_empty(), case.is_empty()) {
        (_, true) => roles.to_string(),
        (true, false) => case,
        (false, false) => format!("{roles} / {case}"),
    }
}

/// Who can do `action`, as a sentence for the "not allowed" page.
pub fn who_can(action: Action) -> String {
    let rule = rule(action);
    let mut names: Vec<&str> = rule.case.iter().map(C::label).collect();
    names.extend(rule.school.iter().map(|role| role.label()));
    names.dedup();
    let what = action.label().to_lowercase();
    match names.split_last() {
        None if rule.own == Own::Mine => format!("Only the person who wrote it can {what}."),
        None => format!("Nobody can {what} from here."),
        Some((last, [])) => format!("Ask the {} to {what}.", last.to_lowercase()),
        Some((last, rest)) => {
            format!(
                "Ask the {} or {} to {what}.",
                rest.join(", ").to_lowercase(),
                last.to_lowercase()
            )
        }
    }
}

#[cfg(test)]
mod tests;
