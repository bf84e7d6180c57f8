//! Who may do what: one table, one function, no exceptions elsewhere.
//!
//! [`rule`] is one match with an arm for every action and no default, so a new
//! action does not compile until someone has decided who may do it.
//! What may be *read* inside a programme is another table: [`crate::reading`].

mod sets;
mod table;
#[cfg(test)]
mod tests;

use domain::{
    account::{CaseRole as C, CaseRoles, SchoolRole as S, SchoolRoles},
    programme::StageName as G,
};

pub use table::rule;

use crate::{
    Refusal,
    action::Action,
    actor::{Actor, Who},
};
use sets::{FAMILY_AND_PUPIL, OVERSIGHT};

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

/// The policy's answer as the door gives it.
///
/// # Errors
/// A [`Refusal`] that says why not.
pub(crate) fn permit(actor: &Actor, action: Action, facts: &Facts) -> Result<(), Refusal> {
    match decide(actor, action, facts) {
        Decision::Allowed => Ok(()),
        Decision::SignedOut => Err(Refusal::SignedOut),
        Decision::Invisible => Err(Refusal::NotFound),
        Decision::NotYours => Err(Refusal::NotAllowed {
            who_can: who_can(action),
        }),
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
    names.extend(rule.school.iter().map(S::label));
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
