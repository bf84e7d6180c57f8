//! A review that was held, or how a programme ended, to be signed: who is asked
//! and what they answered.

use domain::{
    meeting::MeetingKind,
    programme::ProgrammeRef,
    sealed::{Apart, InPart, Sealed, Shown},
    signature::{Answer, Paper, Signer, SigningPart, WordsHash},
};
use jiff::civil::Date;
use store::{outcomes, outcomes::EndingState, paper_signatures, reviews};

use super::{SigningLine, Whose, lines};
use crate::{
    Query, Refusal,
    action::Action,
    gate::Viewing,
    meetings::{self, owner},
    policy::ActionSet,
    reviews::own::Reader,
    subject::{Case, Side},
};

/// Shows who signs a review or an ending.
#[derive(Debug)]
pub struct ViewSigning {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What is signed.
    pub paper: Paper,
}

/// What is signed, and by whom.
#[derive(Debug, Clone)]
pub struct SigningShown {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// What the pupil is called.
    pub pupil: String,
    /// The pupil's whole name.
    pub pupil_full: String,
    /// What it is: the meeting that settled it.
    pub kind: MeetingKind,
    /// When it was held, or confirmed.
    pub on: Date,
    /// Where staff read it: the meeting of a review.
    pub meeting: Option<domain::id::MeetingId>,
    /// What a signature binds to.
    pub hash: WordsHash,
    /// Who is asked, and what they answered; the pupil and those at home see
    /// their own line.
    pub lines: Vec<SigningLine>,
    /// For whom the page is.
    pub reader: Reader,
    /// Whether the reader is staff.
    pub staff: Staff,
    /// What this reader may do here.
    pub may: ActionSet,
}

/// Whether a reader is staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Staff {
    /// They are.
    Yes,
    /// They are the pupil, or at home.
    No,
}

impl InPart for SigningShown {
    /// Those who read it in part do not sign it.
    fn in_part(self, _: &'static str) -> Option<Self> {
        None
    }

    fn without(mut self, _: &Apart) -> Option<Self> {
        self.lines.retain(|line| line.whose == Whose::Mine);
        Some(self)
    }
}

/// A paper as it is kept: what it is, when, and the hash of its words.
pub(super) struct Kept {
    pub(super) kind: MeetingKind,
    pub(super) on: Date,
    pub(super) meeting: Option<domain::id::MeetingId>,
    pub(super) hash: WordsHash,
}

/// Finds what is to be signed, once it is settled.
pub(super) fn kept(tx: &mut store::Tx<'_>, case: &Case, paper: Paper) -> Result<Kept, Refusal> {
    let (school, id) = (case.programme.school, case.programme.id);
    let hash = paper_signatures::words_of(tx, school, id, paper)?.ok_or(Refusal::NotFound)?;
    match paper {
        Paper::Review(review) => {
            let all = reviews::of_programme(tx, school, id)?;
            let row = all.iter().find(|row| row.id == review);
            let row = row.ok_or(Refusal::NotFound)?;
            Ok(Kept {
                kind: meetings::find(tx, case, row.meeting)?.kind,
                on: row.held.ok_or(Refusal::NotFound)?,
                meeting: Some(row.meeting),
                hash,
            })
        }
        Paper::Ending(number) => {
            let row = outcomes::newest(tx, school, id)?;
            let row =
                row.filter(|row| row.n == i64::from(number) && row.state == EndingState::Confirmed);
            let confirmed = row.and_then(|row| row.confirmed);
            Ok(Kept {
                kind: MeetingKind::Final,
                on: confirmed.ok_or(Refusal::NotFound)?.on,
                meeting: None,
                hash,
            })
        }
    }
}

/// Everyone who is asked to sign it: the pupil first, the coordinator last.
pub(super) fn asked(case: &Case, paper: Paper) -> Vec<Signer> {
    let asked = case.told().filter(|one| paper.is_signed_by(one.role));
    let mut signers: Vec<Signer> = asked
        .filter_map(|person| {
            Some(Signer {
                person: owner(person)?,
                part: SigningPart::from(person.role),
            })
        })
        .collect();
    signers.sort_by_key(|signer| crate::plans::signing_order(signer.part));
    signers
}

impl Query for ViewSigning {
    const ACTION: Action = Action::SignPaper;
    type On = Case;
    type Output = SigningShown;

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<SigningShown, Refusal> {
        let (school, id) = (case.programme.school, case.programme.id);
        let kept = kept(cx.tx(), &case, self.paper)?;
        let given = paper_signatures::of_paper(cx.tx(), school, id, self.paper)?;
        let answers: Vec<(_, &Answer)> = given
            .iter()
            .map(|one| (one.signer.person.person, &one.answer))
            .collect();
        let me = cx.person()?.clone();
        let signers = asked(&case, self.paper);
        let mut lines = lines(&case, Some(&me), (&signers, &answers), |_| Vec::new());
        let staff = if case.side == Side::School {
            Staff::Yes
        } else {
            lines.retain(|line| line.whose == Whose::Mine);
            Staff::No
        };
        let shown = SigningShown {
            reference: case.programme.reference.clone(),
            pupil: case.pupil.name.called().to_owned(),
            pupil_full: case.pupil.name.full(),
            kind: kept.kind,
            on: kept.on,
            meeting: kept.meeting,
            hash: kept.hash,
            lines,
            reader: Reader::of(&case, cx),
            staff,
            may: cx.may(),
        };
        let code = self.paper.document();
        let shown = cx.lens().open(Sealed::new(code, None, shown));
        shown.map(Shown::into_inner).ok_or(Refusal::NotFound)
    }
}
