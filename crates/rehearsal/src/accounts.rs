//! Everybody who works at a school, all with an account and the same password.

use app::accounts::password::Hashed;
use domain::{
    account::{
        AccountKind, CaseRole, Email, PersonName, SchoolRole as R, SchoolRoles, StaffMember,
    },
    id::{AccountId, StaffId},
};
use store::{Tx, accounts, staff};

use crate::{
    Problem,
    diary::Voice,
    dice::Dice,
    email,
    school::{School, line},
    words, wrong,
};

/// Somebody who works at the school.
#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub account: AccountId,
    pub name: String,
    pub roles: SchoolRoles,
    pub job: String,
    pub subject: Option<&'static str>,
}

impl Member {
    /// The two share one number.
    pub const fn staff(&self) -> StaffId {
        StaffId::new(self.account.uuid())
    }

    /// As the record writes them when they act for the school.
    pub fn voice(&self) -> Voice {
        Voice {
            actor: self.account.to_string(),
            acting_as: self.roles.to_string(),
        }
    }

    /// As the record writes them in a programme.
    pub fn voice_as(&self, role: CaseRole) -> Voice {
        let Voice { actor, acting_as } = self.voice();
        let acting_as = format!("{acting_as} / {}", role.code());
        Voice { actor, acting_as }
    }
}

/// Everybody, by what they do.
#[derive(Debug, Default)]
pub(crate) struct Staff(Vec<Member>);

/// The posts every school has, in order; teachers come after.
const POSTS: [(&str, &str, &[R]); 10] = [
    ("head", "Headteacher", &[R::Head]),
    ("coordinator", "Coordinator", &[R::Coordinator, R::Teacher]),
    (
        "coordinator-2",
        "Coordinator",
        &[R::Coordinator, R::Teacher],
    ),
    ("senco", "SENCO", &[R::Senco, R::Teacher]),
    ("safeguarding", "Designated safeguarding lead", &[R::Dsl]),
    ("office", "School office", &[R::Office, R::Administrator]),
    ("mentor-1", "Mentor", &[R::Teacher]),
    ("mentor-2", "Mentor", &[R::Teacher]),
    ("mentor-3", "Mentor", &[R::Teacher]),
    ("mentor-4", "Mentor", &[R::Teacher]),
];

impl Staff {
    pub fn head(&self) -> &Member {
        &self.0[0]
    }

    pub fn coordinator(&self, number: usize) -> &Member {
        &self.0[1 + number % 2]
    }

    pub fn senco(&self) -> &Member {
        &self.0[3]
    }

    pub fn safeguarding(&self) -> &Member {
        &self.0[4]
    }

    pub fn mentor(&self, number: usize) -> &Member {
        &self.0[6 + number % 4]
    }

    pub fn teacher(&self, number: usize) -> &Member {
        let teachers = self.0.len() - POSTS.len();
        &self.0[POSTS.len() + number % teachers]
    }
}

/// Hires everybody.
pub(crate) fn hire(
    tx: &mut Tx<'_>,
    school: School,
    password: &Hashed,
    dice: &mut Dice,
) -> Result<School, Problem> {
    let mut all = Vec::new();
    for (who, job, roles) in POSTS {
        let member = member(&school, dice, (job, SchoolRoles::of(roles), None));
        add(tx, &school, &member, (who, password))?;
        all.push(member);
    }
    let teachers = school.size.staff.saturating_sub(POSTS.len()).max(1);
    for number in 0..teachers {
        let subject = words::SUBJECTS[number % words::SUBJECTS.len()];
        let job = format!("{subject} teacher");
        let about = (job.as_str(), SchoolRoles::of(&[R::Teacher]), Some(subject));
        let member = member(&school, dice, about);
        let who = format!("teacher-{}", number + 1);
        add(tx, &school, &member, (&who, password))?;
        all.push(member);
    }
    Ok(School {
        staff: Staff(all),
        ..school
    })
}

fn member(
    school: &School,
    dice: &mut Dice,
    (job, roles, subject): (&str, SchoolRoles, Option<&'static str>),
) -> Member {
    Member {
        account: dice.id(school.made),
        name: name(dice),
        roles,
        job: job.to_owned(),
        subject,
    }
}

/// A whole name.
pub(crate) fn name(dice: &mut Dice) -> String {
    format!("{} {}", dice.pick(&words::GIVEN), family(dice))
}

/// A family name.
pub(crate) fn family(dice: &mut Dice) -> String {
    let (front, back) = (
        dice.pick(&words::FAMILY_FRONT),
        dice.pick(&words::FAMILY_BACK),
    );
    format!("{front}{back}")
}

fn add(
    tx: &mut Tx<'_>,
    school: &School,
    member: &Member,
    (who, password): (&str, &Hashed),
) -> Result<(), Problem> {
    let address: Email = email(who, school.number)
        .parse()
        .map_err(|problem| wrong(&problem))?;
    let name = PersonName::new(line(&member.name)?);
    let (staff, email) = (AccountKind::Staff, address.clone());
    let account = accounts::AccountRow {
        job: Some(member.job.clone()),
        roles: member.roles,
        password: Some(password.stored().to_owned()),
        ..accounts::AccountRow::new(school.id, member.account, email, &name, staff)
    };
    accounts::add(tx, &account, school.made)?;
    let listed = StaffMember {
        id: member.staff(),
        school: school.id,
        name,
        post: Some(line(&member.job)?),
        email: Some(address),
        account: Some(member.account),
        left_on: None,
    };
    staff::add(tx, Some(who), &listed, &school.source())?;
    Ok(())
}
