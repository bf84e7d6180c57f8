//! Inviting someone to make an account, by a one-time address handed over or
//! written into a letter. The address only enrols: it shows nothing.

use domain::{
    account::{AccountKind, Email, PersonName, SchoolRole, SchoolRoles, StaffMember},
    event::Event,
    id::{AccountId, ContactId, PupilId, StaffId},
    text::Line,
};
use jiff::{SignedDuration, Timestamp};
use store::{accounts, sessions};

use super::token::Token;
use crate::{
    App, Command, Identity, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::School,
};

/// Days an invitation can be taken up.
const DAYS: i64 = 7;

/// Invites someone.
#[derive(Debug)]
pub struct Invite {
    /// Made by [`App::new_token`]; goes into the address.
    pub token: Token,
    /// Who: their name as the school writes it.
    pub name: Line<120>,
    /// Where they can be reached.
    pub email: Email,
    /// Their job, in the school's words.
    pub job: Option<Line<80>>,
    /// Which kind of person.
    pub kind: AccountKind,
    /// What they will be in the school; empty for family, pupil and outside.
    pub roles: SchoolRoles,
    /// The contact they are, for a parent or carer.
    pub contact: Option<ContactId>,
    /// The pupil they are, for a pupil.
    pub pupil: Option<PupilId>,
}

/// What to hand over.
#[derive(Debug)]
pub struct Invited {
    /// Goes into the address.
    pub token: Token,
    /// When it stops working.
    pub ends_at: Timestamp,
    /// Whose account it opens, as it is kept.
    pub name: String,
}

impl App {
    /// A new secret for a one-time address.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub fn new_token(&self) -> Result<Token, Refusal> {
        Token::new(self)
    }
}

/// Roles that see only what they take part in; the office may hand them out.
const ORDINARY: SchoolRoles = SchoolRoles::of(&[SchoolRole::Teacher, SchoolRole::Office]);
const SIGNS_IN_OTHERWISE: &str = "The staff list has this email address for someone who has an account under another. Put the address right in the school’s system and import the list again";
const ASK_HIGHER: &str =
    "Ask the headteacher or the system administrator to invite someone to this role";
const OTHER_ROLES: &str = "They were invited before with other roles. Choose the same ones, or change their roles on the list of people first";

/// Nobody hands out more than they hold: the office makes no one who reads
/// programmes they have no part in.
fn may_hand_out(me: &Identity, roles: SchoolRoles) -> bool {
    let grants = me.roles.has(SchoolRole::Administrator) || me.roles.has(SchoolRole::Head);
    grants || roles.iter().all(|role| ORDINARY.has(role))
}

impl Invite {
    /// Invited to this school's staff before, and not taken up. Anybody else's
    /// waiting account is somebody's way in to a programme, and not for here.
    fn is_again(&self, waiting: &accounts::AccountRow, school: &School) -> bool {
        let open = waiting.password.is_none() && waiting.disabled_at.is_none();
        let staff = self.kind == AccountKind::Staff && waiting.kind == AccountKind::Staff;
        waiting.school == school.0.id && open && staff
    }
}

impl Command for Invite {
    const ACTION: Action = Action::InvitePerson;
    type On = School;
    type Output = Invited;

    fn on(&self) {}

    fn run(self, school: School, cx: &mut Granted<'_, '_>) -> Result<Recorded<Invited>, Refusal> {
        let now = cx.now();
        let me = cx.person()?.clone();
        if self.kind == AccountKind::Staff && self.roles.is_empty() {
            return Err(Refusal::field("roles", "Choose what they do in the school"));
        }
        if self.kind != AccountKind::Staff && !self.roles.is_empty() {
            return Err(Refusal::field(
                "roles",
                "Only staff can be given a role in the school",
            ));
        }
        if !may_hand_out(&me, self.roles) {
            return Err(Refusal::field("roles", ASK_HIGHER));
        }
        let name = PersonName::new(self.name.clone());
        let account = match accounts::by_email(cx.tx(), &self.email)? {
            None => {
                let job = self.job.as_ref();
                let id = number(cx, &school, &self.email, self.kind, &name, job)?;
                let new = accounts::AccountRow::new(school.0.id, id, self.email, &name, self.kind);
                let account = accounts::AccountRow {
                    job: self.job.map(String::from),
                    roles: self.roles,
                    ..new
                };
                accounts::add(cx.tx(), &account, now)?;
                account
            }
            Some(waiting) if self.is_again(&waiting, &school) => {
                // Whoever makes the new address decides who may open it.
                if !may_hand_out(&me, waiting.roles) {
                    return Err(Refusal::field("roles", ASK_HIGHER));
                }
                if waiting.roles != self.roles {
                    return Err(Refusal::field("roles", OTHER_ROLES));
                }
                waiting
            }
            Some(_) => {
                return Err(Refusal::field(
                    "email",
                    "Someone already uses this email address to sign in",
                ));
            }
        };
        store::people::link_account(
            cx.tx(),
            school.0.id,
            account.id,
            &account.email,
            self.contact,
            self.pupil,
        )?;
        let (invited, event) = offer(cx, &account, self.token)?;
        Ok(cx.record(event, invited))
    }
}

/// A one-time address for an account that nobody has taken up, in place of any
/// made before, and the event that says so.
///
/// # Errors
/// [`Refusal::Broken`].
pub(crate) fn offer(
    cx: &mut Granted<'_, '_>,
    account: &accounts::AccountRow,
    token: Token,
) -> Result<(Invited, Event), Refusal> {
    let (now, me) = (cx.now(), cx.person()?.account);
    let (school, roles, name) = (account.school, account.roles, account.name.clone());
    let account = account.id;
    let before = sessions::withdraw_invitations(cx.tx(), school, account, now)?;
    let hours = SignedDuration::from_hours(24 * DAYS);
    let ends_at = now.checked_add(hours).unwrap_or(now);
    let invitation = sessions::Invitation {
        id: cx.new_id()?,
        school,
        account,
        ends_at,
        used_at: None,
    };
    sessions::invite(cx.tx(), &invitation, &token.hash(), me, now)?;
    let invitation = invitation.id;
    let event = if before > 0 {
        Event::InvitationResent {
            account,
            invitation,
        }
    } else {
        Event::AccountInvited {
            account,
            invitation,
            roles,
        }
    };
    let invited = Invited {
        token,
        ends_at,
        name,
    };
    Ok((invited, event))
}

/// A member of staff and their account share one number: someone on the staff
/// list takes theirs, anyone else on the staff is put on the list.
fn number(
    cx: &mut Granted<'_, '_>,
    school: &School,
    email: &Email,
    kind: AccountKind,
    name: &PersonName,
    job: Option<&Line<80>>,
) -> Result<AccountId, Refusal> {
    if kind != AccountKind::Staff {
        return cx.new_id();
    }
    if let Some(listed) = store::staff::by_email(cx.tx(), school.0.id, email)? {
        let id = AccountId::new(listed.uuid());
        if accounts::find(cx.tx(), school.0.id, id)?.is_some() {
            return Err(Refusal::field("email", SIGNS_IN_OTHERWISE));
        }
        return Ok(id);
    }
    let id: AccountId = cx.new_id()?;
    let member = StaffMember {
        id: StaffId::new(id.uuid()),
        school: school.0.id,
        name: name.clone(),
        post: job.cloned(),
        email: Some(email.clone()),
        account: Some(id),
        left_on: None,
    };
    let source = store::pupils::Source::typed_in(cx.now());
    store::staff::add(cx.tx(), None, &member, &source)?;
    Ok(id)
}
