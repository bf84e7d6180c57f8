//! The table: for every action who may, where, and at which stages.
//!
//! Printed in `docs/permissions.md`. Nothing here decides; that is the module above.

use domain::{
    account::{CaseRole as C, CaseRoles, SchoolRole as S, SchoolRoles},
    programme::StageName as G,
};

use super::{
    Own, Place, Rule,
    sets::{
        ADMIN, AFTER_DRAFT, BEFORE_MEETING, CASELOAD, COORD, COORD_KEY, EVERYONE_IN_IT,
        FAMILY_STAGES, FROM_THE_START, HEAD, LOOKED_BACK, NO_PART, NOBODY, OPEN, OVERSIGHT,
        READS_MEETINGS_WITH_PUPIL, RUNNING, SCHOOL_SIDE, SETTLED, SIGNERS, STAFF, STARTERS,
        TEACHERS, TOLD_TO, WRITTEN_IN,
    },
};
use crate::action::Action;

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
#[expect(
    clippy::match_same_arms,
    reason = "a table: one line an action, in the order of the programme"
)]
pub const fn rule(action: Action) -> Rule {
    use Action as A;
    match action {
        A::MakeSchool | A::SignIn | A::AcceptInvitation => place_only(Place::Outside),
        A::SignOut | A::ViewAccount | A::ChangePassword | A::ViewAsked | A::SettleRaised => {
            place_only(Place::OwnAccount)
        }
        A::TurnTheDay | A::RunFeeds => place_only(Place::Clock),

        A::ViewPeople | A::InvitePerson => {
            in_school(ADMIN.and(HEAD).and(SchoolRoles::of(&[S::Office])))
        }
        A::ChangeRoles | A::DisableAccount | A::ReopenAccount => in_school(ADMIN.and(HEAD)),
        A::ViewSettings | A::ViewImports => in_school(
            ADMIN
                .and(HEAD)
                .and(SchoolRoles::of(&[S::Coordinator, S::Office])),
        ),
        A::ChangeSettings => in_school(ADMIN.and(HEAD).and(SchoolRoles::of(&[S::Coordinator]))),
        A::SetUpFeed => in_school(ADMIN),
        A::ViewFeeds | A::TryFeed => in_school(ADMIN.and(SchoolRoles::of(&[S::Office]))),
        A::PreviewImport | A::ImportFile | A::UndoImport => {
            in_school(ADMIN.and(SchoolRoles::of(&[S::Office])))
        }
        A::ViewRoll | A::CorrectValue => {
            in_school(ADMIN.and(HEAD).and(SchoolRoles::of(&[S::Office])))
        }
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
        A::AskForMore | A::DeclineReferral => in_case(
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
        A::InviteToAccount => in_case(HEAD, COORD, FAMILY_STAGES),
        A::HandOver => in_case(HEAD, COORD, OPEN),
        A::ViewContacts => in_case(HEAD.and(SchoolRoles::of(&[S::Dsl, S::Office])), COORD, &[]),
        A::RestrictContact | A::LiftRestriction => {
            in_case(SchoolRoles::of(&[S::Dsl]), NO_PART, &[])
        }
        A::ViewInformation => in_case(OVERSIGHT, COORD_KEY, &[]),
        A::ViewRecords => in_case(
            OVERSIGHT.and(SchoolRoles::of(&[S::Office])),
            EVERYONE_IN_IT,
            &[],
        ),
        A::ViewDocuments => in_case(OVERSIGHT, EVERYONE_IN_IT, FROM_THE_START),
        A::ViewTold => in_case(OVERSIGHT, TOLD_TO, FROM_THE_START),
        A::NoteTold => in_case(NOBODY, COORD, WRITTEN_IN),
        // The document's own file says who writes it.
        A::BeginDocument => in_case(OVERSIGHT, EVERYONE_IN_IT, WRITTEN_IN),
        A::Ask | A::WaiveAsk => in_case(NOBODY, COORD, BEFORE_MEETING),
        A::ReadAnswers => by_writer(OVERSIGHT, EVERYONE_IN_IT, &[]),
        A::FillForm | A::SendForm => by_writer(NOBODY, NO_PART, WRITTEN_IN),
        A::ShareWithHome => by_writer(NOBODY, COORD_KEY, FAMILY_STAGES),
        A::ScribeForm => in_case(NOBODY, COORD_KEY, BEFORE_MEETING),

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
        A::SignPaper => in_case(NOBODY, SIGNERS, SETTLED),
        A::RecordPaperSignature => in_case(NOBODY, COORD_KEY, SETTLED),
        A::RecordSignature => in_case(NOBODY, COORD_KEY, RUNNING),

        A::Rate => in_case(NOBODY, TEACHERS, RUNNING),
        A::AcknowledgeCard => in_case(HEAD, SCHOOL_SIDE, RUNNING),
        A::RecordNote => in_case(NOBODY, SCHOOL_SIDE, OPEN),
        A::RecordCheckIn => in_case(NOBODY, COORD_KEY.and(CaseRoles::of(&[C::Mentor])), OPEN),
        A::ViewCheckIns => in_case(OVERSIGHT, READS_MEETINGS_WITH_PUPIL, &[]),
        A::AnswerWish => in_case(NOBODY, COORD, OPEN),
        A::FinishTask => in_case(HEAD, COORD_KEY, &[]),
        A::SeeMove => by_writer(HEAD.and(SchoolRoles::of(&[S::Dsl])), NO_PART, &[]),
        A::ViewEvidence => in_case(
            OVERSIGHT,
            COORD_KEY.and(CaseRoles::of(&[C::Senco, C::Mentor])),
            &[],
        ),
        A::ViewHistory => in_case(OVERSIGHT, COORD_KEY, &[]),
        A::RaiseConcern => in_case(HEAD, COORD_KEY, &[G::Active]),

        A::LookBack => in_case(NOBODY, EVERYONE_IN_IT.and(CaseRoles::OUTSIDE), LOOKED_BACK),
        A::ScribeLookBack => in_case(NOBODY, COORD_KEY, LOOKED_BACK),
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
        A::ChooseOption => in_case(HEAD, COORD, &[G::Escalation]),
        A::CloseEscalation => in_case(HEAD, NO_PART, &[G::Escalation]),
        // An administrator agrees to it and sees no programme, so the head presses.
        A::CorrectStage => in_case(HEAD, NO_PART, AFTER_DRAFT),
        A::BreakGlass => in_case(HEAD.and(SchoolRoles::of(&[S::Dsl])), NO_PART, &[]),
    }
}
