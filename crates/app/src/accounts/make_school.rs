//! The first thing that happens: the one-time address makes the school and
//! its first administrator.

use domain::{
    account::{AccountKind, Email, PersonName, SchoolRole, SchoolRoles, StaffMember},
    event::Event,
    id::StaffId,
    school::{ReferencePrefix, Template, Urn},
    text::Line,
};
use jiff::SignedDuration;
use store::{accounts, schools, sessions};

use super::{password::Hashed, token::Token};
use crate::{
    App, Command, Refusal,
    action::Action,
    gate::{Granted, Recorded},
    subject::Installation,
};

/// What the first template is called: the guidance's own twelve weeks.
const TEMPLATE: &str = "Twelve weeks";
/// Hours the one-time address works for.
const HOURS: i64 = 24;

impl App {
    /// A one-time address for an installation without a school; nothing when
    /// it has one. Any address offered before stops working.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub fn offer_setup(&self) -> Result<Option<Token>, Refusal> {
        let token = Token::new(self)?;
        let now = self.clock().now();
        let ends_at = now
            .checked_add(SignedDuration::from_hours(HOURS))
            .unwrap_or(now);
        self.db().write(|tx| {
            if schools::count(tx)? > 0 {
                return Ok(None);
            }
            sessions::offer_setup(tx, &token.hash(), now, ends_at)?;
            Ok(Some(token))
        })
    }

    /// Whether this one-time address can still be used.
    ///
    /// # Errors
    /// [`Refusal::Broken`].
    pub fn setup_stands(&self, token: &Token) -> Result<bool, Refusal> {
        let now = self.clock().now();
        self.db()
            .read(|tx| Ok(sessions::setup_stands(tx, &token.hash(), now)?))
    }
}

/// Makes the school and its first administrator.
#[derive(Debug)]
pub struct MakeSchool {
    /// From the one-time address.
    pub token: Token,
    /// The school's name.
    pub school: Line<120>,
    /// Its unique reference number.
    pub urn: Urn,
    /// The administrator's name.
    pub name: Line<120>,
    /// The administrator's email address.
    pub email: Email,
    /// The password they chose.
    pub password: Hashed,
    /// Whether they are also the headteacher.
    pub roles: SchoolRoles,
}

impl Command for MakeSchool {
    const ACTION: Action = Action::MakeSchool;
    type On = Installation;
    type Output = ();

    fn on(&self) {}

    fn run(self, _: Installation, cx: &mut Granted<'_, '_>) -> Result<Recorded<()>, Refusal> {
        let now = cx.now();
        // Used up in the same transaction that makes the school: it works once.
        if sessions::use_setup(cx.tx(), &self.token.hash(), now)? == 0
            || schools::count(cx.tx())? > 0
        {
            return Err(Refusal::NotFound);
        }
        let id = cx.new_id()?;
        cx.for_school(id)?;
        let school = schools::SchoolRow {
            id,
            urn: self.urn.to_string(),
            prefix: ReferencePrefix::suggested(self.school.as_str())
                .map_or_else(|| "PS".to_owned(), |prefix| prefix.to_string()),
            name: self.school.into(),
            phone: None,
            version: 1,
        };
        schools::add(cx.tx(), &school, now)?;
        let title = Line::new(TEMPLATE).map_err(|_| Refusal::rule("The template has no name"))?;
        store::templates::add(cx.tx(), id, &Template::standard(title), (now, None))?;
        let name = PersonName::new(self.name);
        let number = cx.new_id()?;
        let account = accounts::AccountRow {
            roles: self.roles.with(SchoolRole::Administrator),
            password: Some(self.password.0),
            ..accounts::AccountRow::new(id, number, self.email, &name, AccountKind::Staff)
        };
        accounts::add(cx.tx(), &account, now)?;
        let member = StaffMember {
            id: StaffId::new(account.id.uuid()),
            school: id,
            name,
            post: None,
            email: Some(account.email.clone()),
            account: Some(account.id),
            left_on: None,
        };
        let source = store::pupils::Source::typed_in(now);
        store::staff::add(cx.tx(), None, &member, &source)?;
        Ok(cx.record(Event::SchoolMade { school: id }, ()))
    }
}
