//! The documents of a programme that this reader may know of, by what they are
//! about, and those that they may write.

use std::collections::BTreeMap;

use domain::{
    account::CaseRoles, document::Came, id::AskId, programme::ProgrammeRef, sealed::Reading,
};
use forms::{Form, Group};
use jiff::civil::Date;
use store::asks::{self, AskRow};

use super::{all, begin::is_of, group, stands_beside_another, writes};
use crate::{
    Query, Refusal, action::Action, gate::Viewing, gathering::names_of, policy::Facts, reading,
    subject::Case,
};

/// Looks at the documents of a programme.
#[derive(Debug, Clone)]
pub struct ViewDocuments {
    /// The programme.
    pub programme: ProgrammeRef,
}

/// The documents of a programme, as far as a reader may know of them.
#[derive(Debug, Clone)]
pub struct Documents {
    /// The programme.
    pub case: Case,
    /// What they are about, in order, with the documents under each; those with
    /// neither a document nor one to write are left out.
    pub groups: Vec<(String, Vec<Kind>)>,
}

/// One kind of document.
#[derive(Debug, Clone)]
pub struct Kind {
    /// The code of its form.
    pub form: String,
    /// What it is called.
    pub title: String,
    /// About how many minutes it takes.
    pub minutes: u16,
    /// Those there are, the newest first.
    pub lines: Vec<DocumentLine>,
    /// Whether this reader may begin another.
    pub may_begin: bool,
}

/// One document.
#[derive(Debug, Clone)]
pub struct DocumentLine {
    /// It.
    pub id: AskId,
    /// Who wrote or writes it.
    pub who: String,
    /// How far it is.
    pub state: State,
    /// Whether this reader may bring it up to date.
    pub may_follow: bool,
    /// Those it took the place of, the newest first.
    pub earlier: Vec<Earlier>,
}

/// A document that another has taken the place of.
#[derive(Debug, Clone, Copy)]
pub struct Earlier {
    /// It.
    pub id: AskId,
    /// When it was sent.
    pub on: Date,
}

/// How far a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody else is writing it, since then.
    Theirs(Date),
    /// This reader is writing it, since then.
    Mine(Date),
    /// It was sent then.
    Sent(Date),
}

impl Query for ViewDocuments {
    const ACTION: Action = Action::ViewDocuments;
    type On = Case;
    type Output = Documents;

    fn on(&self) -> ProgrammeRef {
        self.programme.clone()
    }

    fn run(self, case: Case, cx: &mut Viewing<'_, '_>) -> Result<Documents, Refusal> {
        let school = cx.school()?;
        let asks = asks::begun(cx.tx(), school, case.programme.id)?;
        let names = names_of(cx.tx(), school, &case)?;
        let facts = *cx.facts();
        let me = cx.person()?.account;
        let mine = |ask: &AskRow| {
            let mut people = case.present();
            people.any(|person| person.id == ask.person && person.account == Some(me))
        };
        let known: Vec<&AskRow> = asks
            .iter()
            .filter(|ask| mine(ask) || may_know(&case, &facts, ask))
            .collect();
        let mut groups: BTreeMap<Group, Vec<Kind>> = BTreeMap::new();
        for form in all() {
            let Some(group) = group(form) else { continue };
            let lines = lines(&case, form, &known, (&asks, &facts), &mine);
            let alone = lines.is_empty() || stands_beside_another(form);
            let out = lines
                .iter()
                .any(|line| matches!(line.state, State::Mine(_)));
            let may_begin = writes(form, &facts) && alone && !out;
            if lines.is_empty() && !may_begin {
                continue;
            }
            groups.entry(group).or_default().push(Kind {
                form: form.code.to_string(),
                title: form.title.with(&names),
                minutes: form.minutes,
                lines,
                may_begin,
            });
        }
        Ok(Documents {
            case,
            groups: groups
                .into_iter()
                .map(|(group, kinds)| (group.heading().with(&names), kinds))
                .collect(),
        })
    }
}

/// Whether a reader who does not write a document may know that it is there:
/// as far as they may read it. What tells of somebody kept apart is not looked
/// for in a list, so readers kept apart from anybody know only their own.
pub(crate) fn may_know(case: &Case, facts: &Facts, ask: &AskRow) -> bool {
    let outside = facts.case.has_any(CaseRoles::OUTSIDE);
    let home = facts.case.has_any(CaseRoles::FAMILY);
    if ask.came != Came::Begun || outside || home && !case.apart.is_nobody() {
        return false;
    }
    let kept_for_staff =
        ask.sent.is_none() && (home || facts.case.has(domain::account::CaseRole::Pupil));
    let readings = reading::readings(facts);
    let read = readings.get(ask.document.code());
    !kept_for_staff && matches!(read, Some(Reading::Full | Reading::Part(_)))
}

fn lines(
    case: &Case,
    form: &Form,
    known: &[&AskRow],
    (asks, facts): (&[AskRow], &Facts),
    mine: &impl Fn(&AskRow) -> bool,
) -> Vec<DocumentLine> {
    let of_form = known.iter().filter(|ask| is_of(ask, form));
    let sent_after = |one: AskId| {
        asks.iter()
            .any(|ask| ask.follows == Some(one) && ask.sent.is_some())
    };
    let out_after = |one: AskId| asks.iter().any(|ask| ask.follows == Some(one));
    let standing = of_form.filter(|ask| !sent_after(ask.id));
    let mut lines: Vec<DocumentLine> = standing
        .map(|ask| DocumentLine {
            id: ask.id,
            who: who(case, ask),
            state: match ask.sent {
                Some(sent) => State::Sent(domain::clock::london_date(sent)),
                None if mine(ask) => State::Mine(ask.asked),
                None => State::Theirs(ask.asked),
            },
            may_follow: ask.sent.is_some() && !out_after(ask.id) && writes(form, facts),
            earlier: earlier(asks, ask),
        })
        .collect();
    lines.reverse();
    lines
}

fn who(case: &Case, ask: &AskRow) -> String {
    let person = case.people.iter().find(|person| person.id == ask.person);
    person.map_or_else(String::new, |person| person.name.clone())
}

fn earlier(asks: &[AskRow], ask: &AskRow) -> Vec<Earlier> {
    let mut all = Vec::new();
    let mut before = ask.follows;
    while let Some(found) = before.and_then(|id| asks.iter().find(|one| one.id == id)) {
        all.extend(found.sent.map(|sent| Earlier {
            id: found.id,
            on: domain::clock::london_date(sent),
        }));
        // A row follows an older one; ids grow with time, so this ends.
        before = found.follows.filter(|older| *older < found.id);
    }
    all
}
