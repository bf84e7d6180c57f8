//! The list of events. One row each; the columns are explained in `declare`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Audience, Class, EventKind, Opened, Records, Subject};
use crate::{
    account::{CaseRole, SchoolRoles, SessionEnd, SignInRefusal},
    contact::RestrictionKind,
    correction::Settled,
    document::{DocumentKind, HomeReads},
    id::{
        AccountId, AskId, ContactId, CorrectionId, FeedId, ImportId, InvitationId, JobId,
        MeetingId, NoteId, PersonId, PlanId, ProgrammeId, PupilId, ReviewId, SchoolId, StaffId,
        TargetId,
    },
    note::WishAnswer,
    programme::{
        AskChannel, DeclineReason, Judgement, NextOption, PauseReason, SafeguardingCheck,
        StageName, Task, TransferReason, WithdrawReason,
    },
    pupil::QuestionnaireVersion,
    signature::Paper,
};

events! {
    /// A school was added.
    SchoolMade "school_made" Routine Staff School(school) { school: SchoolId }
    /// The school's name, number or settings changed.
    SchoolChanged "school_changed" Routine Staff School(school) { school: SchoolId }
    /// The template new programmes follow changed.
    TemplateChanged "template_changed" Routine Staff School(school) { school: SchoolId, version: u32 }
    /// The school calendar was read in.
    CalendarImported "calendar_imported" Routine Staff School(school) { school: SchoolId, import: ImportId, days: u32 }
    /// One day of the school calendar changed.
    CalendarDayChanged "calendar_day_changed" Routine Staff School(school) { school: SchoolId, on: Date }
    /// Pupils were read in.
    PupilsImported "pupils_imported" Routine Staff School(school) { school: SchoolId, import: ImportId, added: u32, changed: u32, left: u32 }
    /// Staff were read in.
    StaffImported "staff_imported" Routine Staff School(school) { school: SchoolId, import: ImportId, added: u32, changed: u32, left: u32 }
    /// Other records were read in.
    RecordsImported "records_imported" Routine Staff School(school) { school: SchoolId, import: ImportId, records: Records, added: u32, changed: u32 }
    /// An import was taken back.
    ImportUndone "import_undone" Routine Staff School(school) { school: SchoolId, import: ImportId, back: u32, stay: u32 }
    /// A feed was set up.
    FeedAdded "feed_added" Routine Staff School(school) { school: SchoolId, feed: FeedId }
    /// What a feed is or how often it is expected was changed.
    FeedChanged "feed_changed" Routine Staff School(school) { school: SchoolId, feed: FeedId }
    /// Somebody confirmed beforehand that a feed stores what it brings by itself.
    FeedStoresAlone "feed_stores_alone" Routine Staff School(school) { school: SchoolId, feed: FeedId }
    /// What a feed brings waits for somebody from now on.
    FeedWaits "feed_waits" Routine Staff School(school) { school: SchoolId, feed: FeedId }
    /// A feed was paused.
    FeedPaused "feed_paused" Routine Staff School(school) { school: SchoolId, feed: FeedId }
    /// A feed goes on after a pause.
    FeedResumed "feed_resumed" Routine Staff School(school) { school: SchoolId, feed: FeedId }
    /// A feed was removed.
    FeedRemoved "feed_removed" Routine Staff School(school) { school: SchoolId, feed: FeedId }
    /// What a feed sent could not be read, or was not brought in after several tries.
    FeedFailed "feed_failed" Routine Staff School(school) { school: SchoolId, feed: FeedId, job: JobId }
    /// Somebody said that pupils who are missing from a full list have left.
    PupilsLeft "pupils_left" Routine Staff School(school) { school: SchoolId, feed: FeedId, left: u32 }
    /// A table of figures left the system.
    FiguresOpened "figures_opened" Routine Staff School(school) { school: SchoolId, how: Opened }

    /// Someone was invited to make an account.
    AccountInvited "account_invited" Routine Staff Account(account) { account: AccountId, invitation: InvitationId, roles: SchoolRoles }
    /// An invitation was sent again.
    InvitationResent "invitation_resent" Routine Staff Account(account) { account: AccountId, invitation: InvitationId }
    /// An invitation was taken back.
    InvitationWithdrawn "invitation_withdrawn" Routine Staff Account(account) { account: AccountId, invitation: InvitationId }
    /// An invitation was accepted.
    InvitationAccepted "invitation_accepted" Routine Staff Account(account) { account: AccountId, invitation: InvitationId }
    /// An account was opened again, for a new password to be chosen.
    AccountReopened "account_reopened" Routine Staff Account(account) { account: AccountId }
    /// Someone signed in.
    SignedIn "signed_in" Routine Staff Account(account) { account: AccountId }
    /// A session ended.
    SignedOut "signed_out" Routine Staff Account(account) { account: AccountId, why: SessionEnd }
    /// Signing in to an account was refused.
    SignInRefused "sign_in_refused" Sensitive Staff Account(account) { account: AccountId, why: SignInRefusal }
    /// Someone tried to sign in to an account that does not exist.
    StrangerRefused "stranger_refused" Sensitive Staff Installation { why: SignInRefusal }
    /// A new password was asked for.
    PasswordAsked "password_asked" Routine Staff Account(account) { account: AccountId }
    /// A password was changed.
    PasswordChanged "password_changed" Routine Staff Account(account) { account: AccountId }
    /// Someone's details changed.
    AccountChanged "account_changed" Routine Staff Account(account) { account: AccountId }
    /// Someone's school-wide roles changed.
    RolesChanged "roles_changed" Routine Staff Account(account) { account: AccountId, school: SchoolId, roles: SchoolRoles }
    /// An account was disabled.
    AccountDisabled "account_disabled" Routine Staff Account(account) { account: AccountId }
    /// A disabled account was opened again.
    AccountRestored "account_restored" Routine Staff Account(account) { account: AccountId }

    /// A pupil was added.
    PupilAdded "pupil_added" Routine Staff Pupil(pupil) { pupil: PupilId }
    /// A pupil's details changed.
    PupilChanged "pupil_changed" Routine Staff Pupil(pupil) { pupil: PupilId }
    /// A pupil left the roll.
    PupilLeft "pupil_left" Routine Staff Pupil(pupil) { pupil: PupilId, on: Date }
    /// A contact was added.
    ContactAdded "contact_added" Sensitive Staff Pupil(pupil) { pupil: PupilId, contact: ContactId }
    /// A contact's details changed.
    ContactChanged "contact_changed" Sensitive Staff Pupil(pupil) { pupil: PupilId, contact: ContactId }
    /// A value that came from the school's own system was put right.
    ValueCorrected "value_corrected" Sensitive Staff Pupil(pupil) { pupil: PupilId, correction: CorrectionId }
    /// A correction was kept although the school's own system says something else now.
    CorrectionKept "correction_kept" Sensitive Staff Pupil(pupil) { pupil: PupilId, correction: CorrectionId }
    /// A correction no longer stands.
    CorrectionSettled "correction_settled" Sensitive Staff Pupil(pupil) { pupil: PupilId, correction: CorrectionId, how: Settled }
    /// A restriction on a contact began to be kept.
    ContactRestricted "contact_restricted" Restricted Staff Pupil(pupil) { pupil: PupilId, contact: ContactId, restriction: RestrictionKind }
    /// A restriction on a contact was lifted.
    ContactUnrestricted "contact_unrestricted" Restricted Staff Pupil(pupil) { pupil: PupilId, contact: ContactId, restriction: RestrictionKind }

    /// A referral was begun.
    ReferralStarted "referral_started" Routine Staff Programme(programme) { programme: ProgrammeId, pupil: PupilId }
    /// A draft referral was saved.
    ReferralSaved "referral_saved" Routine Staff Programme(programme) { programme: ProgrammeId, version: u32 }
    /// A referral was handed in for a decision.
    ReferralSubmitted "referral_submitted" Routine Staff Programme(programme) { programme: ProgrammeId, version: u32 }
    /// More information was asked for before deciding.
    ReferralQuestioned "referral_questioned" Routine Staff Programme(programme) { programme: ProgrammeId }
    /// It was decided not to start.
    ReferralDeclined "referral_declined" Sensitive Staff Programme(programme) { programme: ProgrammeId, reason: DeclineReason }
    /// It was decided to start, and gathering information began.
    ReferralAccepted "referral_accepted" Routine Family Programme(programme) { programme: ProgrammeId, coordinator: StaffId, questions: QuestionnaireVersion }
    /// The safeguarding lead recorded a check.
    SafeguardingChecked "safeguarding_checked" Restricted Staff Programme(programme) { programme: ProgrammeId, found: SafeguardingCheck }
    /// A concern was passed to the safeguarding lead.
    ConcernPassedOn "concern_passed_on" Restricted Staff Programme(programme) { programme: ProgrammeId }
    /// The family was reached.
    FamilyContacted "family_contacted" Routine Staff Programme(programme) { programme: ProgrammeId, contact: ContactId, by: AskChannel, on: Date }
    /// Someone joined the programme.
    PersonAdded "person_added" Sensitive Staff Programme(programme) { programme: ProgrammeId, person: PersonId, role: CaseRole }
    /// Someone in the programme was invited to an account of their own.
    PersonInvited "person_invited" Sensitive Staff Programme(programme) { programme: ProgrammeId, person: PersonId, account: AccountId }
    /// Someone left the programme.
    PersonRemoved "person_removed" Sensitive Staff Programme(programme) { programme: ProgrammeId, person: PersonId }
    /// The programme has another coordinator.
    CoordinatorChanged "coordinator_changed" Routine Family Programme(programme) { programme: ProgrammeId, coordinator: StaffId }
    /// The pupil has another key worker.
    KeyWorkerChanged "key_worker_changed" Routine Family Programme(programme) { programme: ProgrammeId, key_worker: StaffId }

    /// Someone was asked for answers.
    AskMade "ask_made" Routine Staff Programme(programme) { programme: ProgrammeId, ask: AskId, document: DocumentKind }
    /// Someone began a document that was needed.
    DocumentBegun "document_begun" Routine Staff Programme(programme) { programme: ProgrammeId, ask: AskId, document: DocumentKind }
    /// The coordinator added to what everyone told.
    ToldNoted "told_noted" Routine Staff Programme(programme) { programme: ProgrammeId, version: u32 }
    /// Someone was reminded of answers that are still out.
    AskChased "ask_chased" Routine Staff Programme(programme) { programme: ProgrammeId, ask: AskId }
    /// A one-form link was opened.
    AskOpened "ask_opened" Routine Staff Programme(programme) { programme: ProgrammeId, ask: AskId }
    /// Someone who was asked said no, and is not asked why.
    AskRefused "ask_refused" Sensitive Staff Programme(programme) { programme: ProgrammeId, ask: AskId }
    /// Answers are no longer waited for.
    AskWaived "ask_waived" Routine Staff Programme(programme) { programme: ProgrammeId, ask: AskId }
    /// Answers were saved, not yet sent.
    AnswersSaved "answers_saved" Sensitive Staff Programme(programme) { programme: ProgrammeId, ask: AskId, version: u32 }
    /// An answer called for an adult. What was said is nowhere here.
    AdultCalled "adult_called" Restricted Staff Programme(programme) { programme: ProgrammeId, ask: AskId }
    /// An adult did what an answer called for.
    AdultAnswered "adult_answered" Restricted Staff Programme(programme) { programme: ProgrammeId, ask: AskId }
    /// Answers were sent, and are now fixed.
    AnswersSent "answers_sent" Routine Staff Programme(programme) { programme: ProgrammeId, ask: AskId, version: u32, by: AskChannel }
    /// A pupil said whether the people at home may read what they shared.
    SharingChosen "sharing_chosen" Sensitive Staff Programme(programme) { programme: ProgrammeId, ask: AskId, says: HomeReads }

    /// A meeting was booked.
    MeetingBooked "meeting_booked" Routine Family Programme(programme) { programme: ProgrammeId, meeting: MeetingId, on: Date }
    /// A meeting was moved.
    MeetingMoved "meeting_moved" Routine Family Programme(programme) { programme: ProgrammeId, meeting: MeetingId, on: Date }
    /// A meeting was cancelled.
    MeetingCancelled "meeting_cancelled" Routine Family Programme(programme) { programme: ProgrammeId, meeting: MeetingId }
    /// A meeting's notes were recorded.
    MeetingRecorded "meeting_recorded" Routine Family Programme(programme) { programme: ProgrammeId, meeting: MeetingId }
    /// A plan was drafted.
    PlanDrafted "plan_drafted" Routine Staff Programme(programme) { programme: ProgrammeId, plan: PlanId, version: u32 }
    /// A plan was agreed; signatures follow.
    PlanAgreed "plan_agreed" Routine Family Programme(programme) { programme: ProgrammeId, plan: PlanId, version: u32, starts: Date, ends: Date }
    /// A running plan was changed.
    PlanAmended "plan_amended" Routine Family Programme(programme) { programme: ProgrammeId, plan: PlanId, version: u32 }
    /// Someone signed.
    Signed "signed" Routine Staff Programme(programme) { programme: ProgrammeId, plan: PlanId, version: u32, person: PersonId, by: AskChannel }
    /// Someone chose not to sign, or could not.
    SignatureRefused "signature_refused" Sensitive Staff Programme(programme) { programme: ProgrammeId, plan: PlanId, version: u32, person: PersonId }
    /// Someone was asked to sign and did not answer.
    SignatureAttempted "signature_attempted" Sensitive Staff Programme(programme) { programme: ProgrammeId, plan: PlanId, version: u32, person: PersonId, by: AskChannel }
    /// Someone signed a review or how it ended.
    PaperSigned "paper_signed" Routine Staff Programme(programme) { programme: ProgrammeId, paper: Paper, person: PersonId, by: AskChannel }
    /// Someone chose not to sign a review or how it ended, or could not.
    PaperRefused "paper_refused" Sensitive Staff Programme(programme) { programme: ProgrammeId, paper: Paper, person: PersonId }
    /// Someone was asked to sign a review or how it ended and did not answer.
    PaperAttempted "paper_attempted" Sensitive Staff Programme(programme) { programme: ProgrammeId, paper: Paper, person: PersonId, by: AskChannel }
    /// The plan began to run.
    ProgrammeStarted "programme_started" Routine Family Programme(programme) { programme: ProgrammeId, plan: PlanId }
    /// A job of the programme was done.
    TaskFinished "task_finished" Routine Staff Programme(programme) { programme: ProgrammeId, task: Task }
    /// A member of staff read the strategy card.
    CardAcknowledged "card_acknowledged" Routine Staff Programme(programme) { programme: ProgrammeId, plan: PlanId, version: u32, person: PersonId }

    /// A target was rated for one day.
    Rated "rated" Routine Staff Programme(programme) { programme: ProgrammeId, target: TargetId, on: Date }
    /// A rating was taken back.
    RatingWithdrawn "rating_withdrawn" Routine Staff Programme(programme) { programme: ProgrammeId, target: TargetId, on: Date }
    /// An adult said whether the pupil was there in a lesson.
    AwayNoted "away_noted" Routine Staff Programme(programme) { programme: ProgrammeId, on: Date }
    /// A contact, a check-in or good news was noted.
    NoteRecorded "note_recorded" Routine Staff Programme(programme) { programme: ProgrammeId, note: NoteId }
    /// The key worker met the pupil, or was to and did not.
    CheckInRecorded "check_in_recorded" Sensitive Staff Programme(programme) { programme: ProgrammeId, note: NoteId }
    /// The day of the key worker's next meeting with the pupil was set.
    CheckInDue "check_in_due" Routine Staff Programme(programme) { programme: ProgrammeId, on: Date }
    /// A small change that was asked for was answered.
    WishAnswered "wish_answered" Routine Staff Programme(programme) { programme: ProgrammeId, note: NoteId, says: WishAnswer }
    /// Good news was sent home.
    GoodNewsSent "good_news_sent" Routine Family Programme(programme) { programme: ProgrammeId, note: NoteId }
    /// The time for a review came.
    ReviewOpened "review_opened" Routine Family Programme(programme) { programme: ProgrammeId, due: Date }
    /// It was time to ask for what a review needs.
    ReportsAsked "reports_asked" Routine Staff Programme(programme) { programme: ProgrammeId, by: Date }
    /// Someone said what they see before a review or the end.
    LookedBack "looked_back" Routine Staff Programme(programme) { programme: ProgrammeId, person: PersonId, week: u8 }
    /// A review was recorded.
    ReviewRecorded "review_recorded" Routine Family Programme(programme) { programme: ProgrammeId, review: ReviewId, meeting: MeetingId }
    /// An extra review was asked for, because the plan is not working.
    ConcernRaised "concern_raised" Routine Family Programme(programme) { programme: ProgrammeId }
    /// The concern about the plan was settled.
    ConcernSettled "concern_settled" Routine Family Programme(programme) { programme: ProgrammeId }
    /// Dates still to come were worked out again.
    DatesChanged "dates_changed" Routine Family Programme(programme) { programme: ProgrammeId, ends: Date }

    /// The clock was stopped.
    Paused "paused" Sensitive Family Programme(programme) { programme: ProgrammeId, reason: PauseReason, until: Date }
    /// The clock was started again.
    Resumed "resumed" Routine Family Programme(programme) { programme: ProgrammeId, ends: Date }
    /// The final review fell due.
    FinalDue "final_due" Routine Family Programme(programme) { programme: ProgrammeId, on: Date }
    /// The coordinator proposed a judgement.
    JudgementProposed "judgement_proposed" Sensitive Staff Programme(programme) { programme: ProgrammeId, judgement: Judgement }
    /// The head confirmed the judgement, and the programme closed.
    JudgementConfirmed "judgement_confirmed" Routine Family Programme(programme) { programme: ProgrammeId, judgement: Judgement }
    /// The head sent a proposed judgement back.
    JudgementReturned "judgement_returned" Sensitive Staff Programme(programme) { programme: ProgrammeId }
    /// The programme was made longer.
    Extended "extended" Routine Family Programme(programme) { programme: ProgrammeId, ends: Date }
    /// The pupil moved on, and the programme closed.
    Transferred "transferred" Sensitive Family Programme(programme) { programme: ProgrammeId, reason: TransferReason }
    /// The head and the safeguarding lead were alerted to possible off-rolling.
    OffRollingAlerted "off_rolling_alerted" Restricted Staff Programme(programme) { programme: ProgrammeId }
    /// The pupil left the roll while the programme was open.
    RollLeft "roll_left" Sensitive Staff Programme(programme) { programme: ProgrammeId, on: Date }
    /// Somebody who takes part left the school.
    ColleagueLeft "colleague_left" Routine Staff Programme(programme) { programme: ProgrammeId, person: PersonId, on: Date }
    /// Somebody who is told of a move said that they have seen it.
    MoveSeen "move_seen" Restricted Staff Programme(programme) { programme: ProgrammeId, number: u8 }
    /// The programme was stopped.
    Withdrawn "withdrawn" Sensitive Family Programme(programme) { programme: ProgrammeId, reason: WithdrawReason }
    /// Lighter support began.
    AftercareStarted "aftercare_started" Routine Family Programme(programme) { programme: ProgrammeId, ends: Date }
    /// How things are going in aftercare was checked.
    AftercareChecked "aftercare_checked" Routine Family Programme(programme) { programme: ProgrammeId, on: Date }
    /// Lighter support ended.
    AftercareEnded "aftercare_ended" Routine Family Programme(programme) { programme: ProgrammeId }
    /// A new referral was begun because difficulties came back.
    Relapsed "relapsed" Sensitive Staff Programme(programme) { programme: ProgrammeId, again: ProgrammeId }
    /// Choosing what comes next began.
    EscalationStarted "escalation_started" Sensitive Staff Programme(programme) { programme: ProgrammeId }
    /// One choice for what comes next was made.
    OptionChosen "option_chosen" Sensitive Staff Programme(programme) { programme: ProgrammeId, option: NextOption }
    /// The council was asked for help.
    CouncilAsked "council_asked" Sensitive Staff Programme(programme) { programme: ProgrammeId }
    /// The programme became read only.
    Archived "archived" Routine Staff Programme(programme) { programme: ProgrammeId }
    /// A wrong move was put right.
    Corrected "corrected" Sensitive Staff Programme(programme) { programme: ProgrammeId, from: StageName, to: StageName }

    /// A pupil's file was opened.
    FileOpened "file_opened" Sensitive Staff Programme(programme) { programme: ProgrammeId }
    /// A document was opened or printed.
    DocumentOpened "document_opened" Sensitive Staff Programme(programme) { programme: ProgrammeId, document: DocumentKind, how: Opened }
    /// The plan was printed.
    PlanPrinted "plan_printed" Routine Staff Programme(programme) { programme: ProgrammeId, plan: PlanId, version: u32 }
    /// A record was opened in an emergency by someone who is not on it.
    GlassBroken "glass_broken" Restricted Staff Programme(programme) { programme: ProgrammeId }
    /// An emergency opening was looked into.
    GlassReviewed "glass_reviewed" Restricted Staff Programme(programme) { programme: ProgrammeId }
}
