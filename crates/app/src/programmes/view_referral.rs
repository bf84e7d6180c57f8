//! Reading a referral, and what is missing before it can be accepted.

use domain::{
    account::SchoolRole,
    dates::SchoolDays,
    document::DocumentKind,
    event::{Event, Opened},
    id::StaffId,
    programme::{DeclineReason, ProgrammeRef, SafeguardingCheck, Stage, StageName},
    referral::{Missing, Readiness, Told},
    sealed::{Apart, InPart, Sealed, Shown},
};
use jiff::civil::Date;
use store::{
    programmes::{self, MoveRow},
    referrals,
};

pub use super::before::Before;
use super::{
    family,
    referral::{Draft, READS, ReferralDocument, Suggested},
    save_referral::{ContactLine, contact_lines, staff_lines},
};
use crate::{
    Command, Query, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::{Case, account_of},
};

/// The number of the move that declines.
const DECLINE: u8 = 3;
/// The number of the move that asks for more.
const ASK: u8 = 27;

/// A referral to read and decide on.
#[derive(Debug)]
pub struct ViewReferral {
    /// Which programme.
    pub reference: ProgrammeRef,
}

/// What a reader is shown.
#[derive(Debug)]
pub struct ReferralView {
    /// The programme and its pupil.
    pub case: Case,
    /// As much of the referral as they may read; nothing if none.
    pub document: Option<Shown<ReferralDocument>>,
    /// Who wrote it.
    pub author: String,
    /// Why it was declined, and what happens instead, once it is.
    pub declined: Option<Declined>,
    /// What was asked of whoever wrote it, newest last, before it was decided on.
    pub asked: Vec<Asked>,
    /// What this reader is told of and has not said they saw.
    pub told: Vec<super::told::Told>,
    /// The programme before, where this one follows one.
    pub before: Option<Before>,
    /// The safeguarding check.
    pub checked: Checked,
    /// What must still be in place before it is accepted.
    pub missing: Vec<Missing>,
    /// Who does the check, while it is missing.
    pub lead: Option<String>,
    /// Who the writer would have take part.
    pub suggested: Suggested,
    /// Staff to choose from.
    pub staff: Vec<(StaffId, String)>,
    /// The pupil's contacts.
    pub contacts: Vec<ContactLine>,
}

/// Why a referral was declined.
#[derive(Debug, Clone)]
pub struct Declined {
    /// When.
    pub on: Date,
    /// The reason that was chosen.
    pub reason: DeclineReason,
    /// What happens instead.
    pub instead: Option<String>,
}

impl InPart for Declined {
    /// Only those who read the whole referral.
    fn in_part(self, _which: &'static str) -> Option<Self> {
        None
    }

    /// No page shows it to anybody at home.
    fn without(self, _: &Apart) -> Option<Self> {
        None
    }
}

/// A question to whoever wrote a referral.
#[derive(Debug, Clone)]
pub struct Asked {
    /// When.
    pub on: Date,
    /// In the words of whoever decides.
    pub question: String,
}

impl InPart for Asked {
    /// Only those who read the whole referral.
    fn in_part(self, _which: &'static str) -> Option<Self> {
        None
    }

    /// No page shows it to anybody at home.
    fn without(self, _: &Apart) -> Option<Self> {
        None
    }
}

/// How much of the safeguarding check a reader is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// Nobody has looked yet.
    NotYet,
    /// The lead has looked. What was found is for those who decide.
    Done(Date),
    /// What was found.
    Found(SafeguardingCheck, Date),
}

/// Notes that somebody opened a referral that is handed in: reading it is
/// itself something the record keeps. Its own verb, because looking changes nothing.
#[derive(Debug)]
pub struct NoteReferralOpened {
    /// Which programme.
    pub reference: ProgrammeRef,
}

impl Command for NoteReferralOpened {
    const ACTION: Action = Action::ViewReferral;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        if case.programme.stage.name() == StageName::Draft {
            return Ok(cx.unchanged(()));
        }
        let event = Event::DocumentOpened {
            programme: case.programme.id,
            document: DocumentKind::Referral,
            how: Opened::Screen,
        };
        Ok(cx.record(event, ()))
    }
}

impl Query for ViewReferral {
    const ACTION: Action = Action::ViewReferral;
    type On = Case;
    type Output = ReferralView;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<ReferralView, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let mut written = Draft::load(cx.tx(), school, programme)?.read();
        family::overlay(cx.tx(), &case, &mut written.referral)?;
        let check = referrals::check(cx.tx(), school, programme)?;
        let calendar = store::schools::calendar(cx.tx(), school)?;
        let waited = match &case.programme.stage {
            Stage::Referred { on } => calendar.school_days_between(*on, today),
            _ => SchoolDays::new(0),
        };
        let missing = Readiness {
            referral: &written.referral,
            pupil: &case.pupil,
            safeguarding: check.as_ref().map(|check| check.found),
            told: Told::default(),
            waited,
        }
        .missing();
        let lead = if missing.contains(&Missing::Safeguarding) {
            super::today::waiting::lead(cx.tx(), school)?
        } else {
            None
        };
        let staff = staff_lines(cx.tx(), school, today)?;
        let author = staff.iter().find(|(id, _)| *id == case.programme.author);
        let sealed = ReferralDocument::seal(&written, account_of(case.programme.author));
        let moves = programmes::moves(cx.tx(), school, programme)?;
        let declined = declined(cx, &case, &moves);
        let asked = asked(cx, &case, &moves);
        let before = super::before::of(cx, &case)?;
        let checked = checked(cx, check.as_ref());
        Ok(ReferralView {
            document: cx.lens().open(sealed),
            author: author.map_or_else(|| "Someone who has left".into(), |(_, name)| name.clone()),
            declined,
            asked,
            told: super::told::told_here(cx, programme)?,
            before,
            checked,
            missing,
            lead,
            suggested: written.suggested,
            contacts: contact_lines(cx.tx(), &case, today)?,
            staff,
            case,
        })
    }
}

/// What whoever wrote a referral reads once it is declined; so do those who
/// read the whole of it.
fn declined(cx: &Viewing<'_, '_>, case: &Case, moves: &[MoveRow]) -> Option<Declined> {
    let Stage::Declined { on, reason } = case.programme.stage else {
        return None;
    };
    let last = moves.iter().rfind(|one| one.number == DECLINE);
    let declined = Declined {
        on,
        reason,
        instead: last.and_then(|one| one.words.clone()),
    };
    let author = account_of(case.programme.author);
    let shown = cx.lens().open(Sealed::new(READS, Some(author), declined));
    shown.map(Shown::into_inner)
}

/// What whoever wrote it was asked, and those who read the whole of it.
fn asked(cx: &Viewing<'_, '_>, case: &Case, moves: &[MoveRow]) -> Vec<Asked> {
    let author = account_of(case.programme.author);
    let all = moves.iter().filter(|one| one.number == ASK);
    let sealed = all.filter_map(|one| {
        let (on, question) = (one.on, one.words.clone()?);
        Some(Sealed::new(READS, Some(author), Asked { on, question }))
    });
    let shown = cx.lens().open_all(sealed.collect()).into_iter();
    shown.map(Shown::into_inner).collect()
}

/// That a pupil has a plan of another kind is itself confidential: what was
/// found is for the head, the safeguarding lead and whoever runs the programme.
fn checked(cx: &Viewing<'_, '_>, check: Option<&referrals::CheckRow>) -> Checked {
    let facts = cx.facts();
    let decides = facts.school.has(SchoolRole::Head)
        || facts.school.has(SchoolRole::Dsl)
        || facts.case.has(domain::account::CaseRole::Coordinator)
        || facts.school.has(SchoolRole::Coordinator);
    match check {
        None => Checked::NotYet,
        Some(check) if decides => Checked::Found(check.found, check.on),
        Some(check) => Checked::Done(check.on),
    }
}
