//! The sets of people and stages that the table is written in.

use domain::{
    account::{CaseRole as C, CaseRoles, SchoolRole as S, SchoolRoles},
    programme::StageName as G,
};

pub(super) const NOBODY: SchoolRoles = SchoolRoles::NONE;
pub(super) const STAFF: SchoolRoles = SchoolRoles::of(&[
    S::Head,
    S::Coordinator,
    S::Dsl,
    S::Senco,
    S::HeadOfYear,
    S::AttendanceOfficer,
    S::DesignatedTeacher,
    S::Teacher,
]);
pub(super) const HEAD: SchoolRoles = SchoolRoles::of(&[S::Head]);
pub(super) const ADMIN: SchoolRoles = SchoolRoles::of(&[S::Administrator]);
/// School-wide roles that see every programme once it is submitted.
pub(super) const OVERSIGHT: SchoolRoles = SchoolRoles::of(&[S::Head, S::Dsl, S::Senco]);
pub(super) const STARTERS: SchoolRoles = SchoolRoles::of(&[
    S::Head,
    S::Coordinator,
    S::Dsl,
    S::Senco,
    S::HeadOfYear,
    S::Teacher,
]);
pub(super) const CASELOAD: SchoolRoles = SchoolRoles::of(&[
    S::Head,
    S::Coordinator,
    S::Dsl,
    S::Senco,
    S::HeadOfYear,
    S::Teacher,
]);

pub(super) const NO_PART: CaseRoles = CaseRoles::NONE;
pub(super) const COORD: CaseRoles = CaseRoles::of(&[C::Coordinator]);
pub(super) const COORD_KEY: CaseRoles = CaseRoles::of(&[C::Coordinator, C::KeyWorker]);
pub(super) const TEACHERS: CaseRoles = CaseRoles::of(&[
    C::Coordinator,
    C::KeyWorker,
    C::ClassTeacher,
    C::SubjectTeacher,
    C::Mentor,
    C::Senco,
]);
pub(super) const SCHOOL_SIDE: CaseRoles = CaseRoles::of(&[
    C::Coordinator,
    C::KeyWorker,
    C::ClassTeacher,
    C::SubjectTeacher,
    C::Mentor,
    C::Senco,
    C::HeadOfYear,
    C::AttendanceOfficer,
]);
pub(super) const FAMILY_AND_PUPIL: CaseRoles = CaseRoles::of(&[C::Parent, C::Carer, C::Pupil]);
/// Whoever reads any of what is said when the key worker meets the pupil.
pub(super) const READS_MEETINGS_WITH_PUPIL: CaseRoles = COORD_KEY
    .and(FAMILY_AND_PUPIL)
    .and(CaseRoles::of(&[C::Mentor, C::Senco, C::HeadOfYear]));
/// Who signs what a meeting settled.
pub(super) const SIGNERS: CaseRoles = COORD_KEY
    .and(CaseRoles::of(&[C::Senco]))
    .and(FAMILY_AND_PUPIL);
pub(super) const EVERYONE_IN_IT: CaseRoles = SCHOOL_SIDE.and(FAMILY_AND_PUPIL);

/// Who reads what everyone told, each their own copy.
pub(super) const TOLD_TO: CaseRoles = COORD_KEY
    .and(CaseRoles::of(&[C::Senco, C::HeadOfYear]))
    .and(FAMILY_AND_PUPIL);

/// From the first review on there is something settled to sign.
pub(super) const SETTLED: &[G] = &[
    G::Active,
    G::Paused,
    G::FinalDue,
    G::Aftercare,
    G::Escalation,
];
/// From the plan's start to the judgement people look back before a review.
pub(super) const LOOKED_BACK: &[G] = &[G::Active, G::FinalDue];
pub(super) const RUNNING: &[G] = &[G::Agreed, G::Active, G::FinalDue];
/// From the start on there is something for a family to see.
pub(super) const FAMILY_STAGES: &[G] = &[
    G::Gathering,
    G::MeetingSet,
    G::Agreed,
    G::Active,
    G::Paused,
    G::FinalDue,
    G::Aftercare,
];
/// Every stage with one before it to go back to.
pub(super) const AFTER_DRAFT: &[G] = &[
    G::Referred,
    G::Declined,
    G::Gathering,
    G::MeetingSet,
    G::Agreed,
    G::Active,
    G::Paused,
    G::FinalDue,
    G::ClosedSuccess,
    G::ClosedUnsuccessful,
    G::ClosedTransferred,
    G::ClosedWithdrawn,
    G::Aftercare,
    G::Escalation,
    G::Archived,
];
/// From the first meeting on, what was written before it is locked.
pub(super) const BEFORE_MEETING: &[G] = &[G::Gathering, G::MeetingSet];
pub(super) const OPEN: &[G] = &[
    G::Gathering,
    G::MeetingSet,
    G::Agreed,
    G::Active,
    G::Paused,
    G::FinalDue,
];
/// Documents are written from the day a programme is accepted to the end of
/// what follows it; what was asked for closes with the first meeting.
pub(super) const WRITTEN_IN: &[G] = &[
    G::Gathering,
    G::MeetingSet,
    G::Agreed,
    G::Active,
    G::Paused,
    G::FinalDue,
    G::Aftercare,
    G::Escalation,
];
/// Documents are read for as long as the programme is kept.
pub(super) const FROM_THE_START: &[G] = &[
    G::Gathering,
    G::MeetingSet,
    G::Agreed,
    G::Active,
    G::Paused,
    G::FinalDue,
    G::ClosedSuccess,
    G::ClosedUnsuccessful,
    G::ClosedTransferred,
    G::ClosedWithdrawn,
    G::Aftercare,
    G::Escalation,
    G::Archived,
];
