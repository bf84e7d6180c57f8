//! What people are told of at once, until they say that they have seen it: the head
//! and the safeguarding lead of what happened, a writer of what was decided.

use domain::{
    account::{SchoolRole, SchoolRoles},
    event::Event,
    id::ProgrammeId,
    programme::{DeclineReason, ProgrammeRef},
};
use jiff::civil::Date;
use store::programmes::{self, UnseenMove};

use crate::{
    Command, Identity, Refusal,
    action::Action,
    gate::{Granted, Recorded, Viewing},
    subject::Case,
};

/// The number of the move that raises a concern.
const CONCERN: u8 = 12;
/// The number of the move that declines a referral.
const DECLINED: u8 = 3;
/// The number of the move that asks for more about one.
const ASKED: u8 = 27;

/// What somebody is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    /// A concern was raised about a plan.
    Concern,
    /// A pupil leaves for home education while a programme was open.
    HomeEducation,
    /// Their referral was declined, and why.
    Declined(Option<DeclineReason>),
    /// Their referral came back with a question.
    Asked,
}

/// One thing somebody is told of.
#[derive(Debug, Clone)]
pub struct Told {
    /// What.
    pub news: News,
    /// The programme.
    pub reference: ProgrammeRef,
    /// The pupil's whole name.
    pub pupil: String,
    /// Its place in the programme's history: what is said to be seen.
    pub n: i64,
    /// When it happened.
    pub on: Date,
}

/// What this person is told of among what they have not seen: the head of both, the
/// safeguarding lead of a pupil who leaves, a writer of what was decided.
pub(super) fn told(me: &Identity, unseen: &[UnseenMove]) -> Vec<Told> {
    let hears = |news: &News, each: &UnseenMove| {
        let whose = match news {
            News::Declined(_) | News::Asked => return each.author == me.staff(),
            News::Concern => SchoolRoles::of(&[SchoolRole::Head]),
            News::HomeEducation => SchoolRoles::of(&[SchoolRole::Head, SchoolRole::Dsl]),
        };
        me.roles.has_any(whose)
    };
    let one = |each: &UnseenMove| {
        let news = match each.number {
            CONCERN => News::Concern,
            DECLINED => {
                let code = each.reason.as_deref().unwrap_or_default();
                News::Declined(code.parse().ok())
            }
            ASKED => News::Asked,
            _ => News::HomeEducation,
        };
        hears(&news, each).then(|| Told {
            news,
            reference: each.reference.clone(),
            pupil: each.name.full(),
            n: each.n,
            on: each.on,
        })
    };
    unseen.iter().filter_map(one).collect()
}

/// What this person is told of in one programme.
pub(super) fn told_here(
    cx: &mut Viewing<'_, '_>,
    programme: ProgrammeId,
) -> Result<Vec<Told>, Refusal> {
    let (school, me) = (cx.school()?, cx.person()?.clone());
    let mut unseen = programmes::unseen(cx.tx(), school, me.account)?;
    unseen.retain(|one| one.programme == programme);
    Ok(told(&me, &unseen))
}

/// Says that a move one is told of was seen.
#[derive(Debug, Clone)]
pub struct SeeMove {
    /// Which programme.
    pub reference: ProgrammeRef,
    /// The move's place in its history.
    pub n: i64,
}

impl Command for SeeMove {
    const ACTION: Action = Action::SeeMove;
    type On = Case;
    type Output = ();

    fn on(&self) -> ProgrammeRef {
        self.reference.clone()
    }

    fn run(self, case: Case, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let (school, programme, today) = (case.programme.school, case.programme.id, cx.today());
        let me = cx.person()?.account;
        let all = programmes::unseen(cx.tx(), school, me)?;
        let this = |one: &&UnseenMove| one.programme == programme && one.n == self.n;
        let Some(unseen) = all.iter().find(this) else {
            return Ok(cx.unchanged(()));
        };
        if !programmes::saw(cx.tx(), school, unseen, (me, today))? {
            return Ok(cx.unchanged(()));
        }
        let number = unseen.number;
        Ok(cx.record(Event::MoveSeen { programme, number }, ()))
    }
}
