//! A staff list against the one stored: by staff ID or code, else by work
//! address. Never by name.

use std::collections::{HashMap, HashSet};

use domain::{
    account::{AccountKind, Email, PersonName, StaffMember},
    id::{AccountId, SchoolId, StaffId},
};
use intake::reading::Reading;
use jiff::civil::Date;
use store::{accounts::AccountRow, source_ids::Named};
use uuid::Uuid;

use super::{Writes, incoming::StaffIn};
use crate::{
    Refusal,
    imports::{
        changes::{Changes, Clash, Clashed, Detail, Item},
        plan::{Ids, day},
        source_ids::SourceIds,
    },
};

/// What is stored of one school's staff, loaded once.
pub(in crate::imports) struct Stored {
    pub(in crate::imports) school: SchoolId,
    pub(in crate::imports) members: Vec<(Option<String>, StaffMember)>,
    pub(in crate::imports) accounts: Vec<AccountRow>,
    /// What the source of the file calls them, if it has ids of its own.
    pub(in crate::imports) ids: SourceIds,
}

/// What a staff list would change.
pub(in crate::imports) struct StaffPlan {
    pub(in crate::imports) changes: Changes,
    pub(in crate::imports) writes: Writes,
    /// How many turn out to have left.
    pub(in crate::imports) left: usize,
    /// Who is who, where the source has ids of its own.
    pub(in crate::imports) met: Vec<(String, StaffId)>,
}

/// Compares.
pub(in crate::imports) fn compare(
    stored: &Stored,
    reading: &Reading<StaffIn>,
    today: Date,
    ids: &Ids<'_>,
) -> Result<StaffPlan, Refusal> {
    let known = Known::new(stored);
    let mut taken = HashSet::new();
    let mut plan = StaffPlan {
        changes: Changes::default(),
        writes: Writes::default(),
        left: 0,
        met: Vec::new(),
    };
    for row in &reading.accepted {
        let found = known.find(&row.row).and_then(|found| match found {
            Some(at) if !taken.insert(at) => Err(Clash::SamePerson),
            found => Ok(found),
        });
        match found {
            Ok(found) => {
                let found = found.and_then(|at| stored.members.get(at));
                take(&mut plan, &known, found, &row.row, ids, today)?;
            }
            Err(clash) => plan.changes.clashes.push(Clashed {
                line: row.line,
                clash,
            }),
        }
    }
    let working = |member: &StaffMember| member.left_on.is_none();
    let all = stored.members.iter().enumerate();
    if !reading.accepted.is_empty() {
        plan.changes.missing = all
            .filter(|(at, (_, member))| !taken.contains(at) && working(member))
            .map(|(_, (_, member))| item(member))
            .collect();
    }
    plan.changes.listed = stored
        .members
        .iter()
        .filter(|(_, one)| working(one))
        .count();
    plan.changes
        .notes
        .extend(closing(stored, &plan.writes, today));
    Ok(plan)
}

fn take(
    plan: &mut StaffPlan,
    known: &Known<'_>,
    found: Option<&(Option<String>, StaffMember)>,
    row: &StaffIn,
    ids: &Ids<'_>,
    today: Date,
) -> Result<(), Refusal> {
    let has_left = |member: &StaffMember| !member.works_on(today);
    let Some((key, stored)) = found else {
        let member = known.fresh(row, ids)?;
        plan.meet(row, member.id);
        plan.left += usize::from(has_left(&member));
        plan.changes.added.push(item(&member));
        plan.writes
            .added
            .push((row.key().map(str::to_owned), member));
        return Ok(());
    };
    plan.meet(row, stored.id);
    let member = applied(stored, row);
    let new_key = match (&row.id, key) {
        (Some(id), _) => Some(id.to_string()),
        (None, Some(key)) => Some(key.clone()),
        (None, None) => row.key().map(str::to_owned),
    };
    if member == *stored && new_key == *key {
        plan.changes.same += 1;
        return Ok(());
    }
    plan.left += usize::from(has_left(&member) && !has_left(stored));
    let mut shown = item(&member);
    shown.details = details(stored, &member);
    shown.details.extend(Detail::of(
        "Staff ID",
        key.clone().unwrap_or_default(),
        new_key.clone().unwrap_or_default(),
    ));
    plan.changes.changed.push(shown);
    plan.writes.changed.push((new_key, member));
    Ok(())
}

impl StaffPlan {
    fn meet(&mut self, row: &StaffIn, member: StaffId) {
        let key = row.source_id.clone();
        self.met.extend(key.map(|key| (key, member)));
    }
}

/// Stored staff, found by key and by address.
struct Known<'a> {
    school: SchoolId,
    ids: &'a SourceIds,
    by_id: HashMap<StaffId, usize>,
    by_key: HashMap<String, usize>,
    by_email: HashMap<&'a str, usize>,
    accounts: HashMap<&'a str, AccountId>,
}

impl<'a> Known<'a> {
    fn new(stored: &'a Stored) -> Self {
        let members = || stored.members.iter().enumerate();
        let listed: HashSet<Uuid> = members().map(|(_, (_, one))| one.id.uuid()).collect();
        // An account of somebody who is on the list already is theirs alone.
        let free = stored.accounts.iter().filter(|account| {
            account.kind == AccountKind::Staff && !listed.contains(&account.id.uuid())
        });
        Self {
            school: stored.school,
            ids: &stored.ids,
            by_id: members().map(|(at, (_, one))| (one.id, at)).collect(),
            by_key: members()
                .filter_map(|(at, (key, _))| Some((key.as_ref()?.to_uppercase(), at)))
                .collect(),
            by_email: members()
                .filter_map(|(at, (_, member))| Some((member.email.as_ref()?.lower(), at)))
                .collect(),
            accounts: free
                .map(|account| (account.email.lower(), account.id))
                .collect(),
        }
    }

    fn find(&self, row: &StaffIn) -> Result<Option<usize>, Clash> {
        let by_source = row.source_id.as_deref().and_then(|key| {
            let found: Vec<StaffId> = self.ids.of(Named::Staff, key);
            found.iter().find_map(|id| self.by_id.get(id)).copied()
        });
        let by_key = row.keys().find_map(|key| self.by_key.get(&key)).copied();
        let by_key = match (by_source, by_key) {
            (Some(one), Some(other)) if one != other => return Err(Clash::TwoStaff),
            (one, other) => one.or(other),
        };
        let by_email = row
            .email
            .as_ref()
            .and_then(|email| self.by_email.get(email.lower()))
            .copied();
        match (by_key, by_email) {
            (Some(one), Some(other)) if one != other => Err(Clash::TwoStaff),
            (found, other) => Ok(found.or(other)),
        }
    }

    /// A member of staff and their account share one number, so whoever has an
    /// account already keeps its number.
    fn fresh(&self, row: &StaffIn, ids: &Ids<'_>) -> Result<StaffMember, Refusal> {
        let account = row
            .email
            .as_ref()
            .and_then(|email| self.accounts.get(email.lower()))
            .copied();
        let id = match account {
            Some(account) => StaffId::new(account.uuid()),
            None => ids.next()?,
        };
        let bare = StaffMember {
            id,
            school: self.school,
            name: PersonName::new(row.name.clone()),
            post: None,
            email: None,
            account,
            left_on: None,
        };
        Ok(applied(&bare, row))
    }
}

/// A stored member of staff with what the row says. An empty cell says nothing.
fn applied(stored: &StaffMember, row: &StaffIn) -> StaffMember {
    let mut member = stored.clone();
    member.name.full = row.name.clone();
    let post = row.post.as_ref().or(stored.post.as_ref());
    member.post = post.or(row.at_least.as_ref()).cloned();
    if let Some(email) = &row.email
        && stored.email.as_ref() != Some(email)
    {
        member.email = Some(email.clone());
    }
    if row.ends.is_some() {
        member.left_on = row.ends;
    }
    member
}

pub(in crate::imports) fn item(member: &StaffMember) -> Item {
    Item {
        name: member.name.full.to_string(),
        about: member
            .post
            .as_ref()
            .map_or_else(String::new, ToString::to_string),
        details: Vec::new(),
    }
}

fn details(before: &StaffMember, after: &StaffMember) -> Vec<Detail> {
    let post = |member: &StaffMember| item(member).about;
    let email = |member: &StaffMember| {
        let email = member.email.as_ref().map(Email::as_str);
        email.unwrap_or_default().to_owned()
    };
    let last = |member: &StaffMember| member.left_on.map_or_else(String::new, day);
    [
        Detail::of("Name", before.name.full.as_str(), after.name.full.as_str()),
        Detail::of("Post", post(before), post(after)),
        Detail::of("Work email", email(before), email(after)),
        Detail::of("Last day", last(before), last(after)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Whose accounts would be closed, as a sentence.
fn closing(stored: &Stored, writes: &Writes, today: Date) -> Option<String> {
    let closing: Vec<&str> = writes
        .changed
        .iter()
        .map(|(_, member)| member)
        .filter(|member| !member.works_on(today))
        .filter(|member| {
            let own = AccountId::new(member.id.uuid());
            let mut accounts = stored.accounts.iter();
            accounts.any(|account| account.id == own && account.disabled_at.is_none())
        })
        .map(|member| member.name.full.as_str())
        .collect();
    (!closing.is_empty()).then(|| {
        format!(
            "The last day of {} has passed, so their account is closed and they are signed out.",
            closing.join(", ")
        )
    })
}
