//! Who is around a pupil, nearest first: home, the key worker, others who help.
//! Teachers stand together in one line.

use app::programmes::show::{CaseView, Person};
use domain::account::CaseRole;

use crate::{
    components::{People, Phrase, Stands},
    words,
};

/// Everyone but the pupil.
pub(super) fn people(case: &CaseView) -> People {
    let teaches = |person: &&Person| {
        matches!(
            person.role,
            CaseRole::SubjectTeacher | CaseRole::ClassTeacher
        )
    };
    let mut near: Vec<&Person> = case
        .people
        .iter()
        .filter(|person| person.role != CaseRole::Pupil && !teaches(person))
        .collect();
    near.sort_by_key(|person| order(person.role));
    let all = near.into_iter().fold(People::new(), |all, person| {
        if case.untold.contains(&person.id) {
            all.person(
                Stands::Home,
                &person.name,
                "do not contact, ask the safeguarding lead",
            )
        } else {
            one(all, person)
        }
    });
    let teachers: Vec<&Person> = case.people.iter().filter(teaches).collect();
    match teachers.as_slice() {
        [] => all,
        [only] => one(all, only),
        many => {
            let names: Vec<String> = many.iter().map(|person| taught(person)).collect();
            all.person(Stands::Staff, "Teachers", "")
                .line(Phrase::default().quiet(words::list(&names)))
        }
    }
}

const fn order(role: CaseRole) -> u8 {
    match role {
        CaseRole::Parent | CaseRole::Carer => 0,
        CaseRole::KeyWorker => 1,
        CaseRole::Mentor | CaseRole::Senco => 2,
        CaseRole::Coordinator => 4,
        _ => 3,
    }
}

fn one(people: People, person: &Person) -> People {
    let stands = match person.role {
        CaseRole::Parent | CaseRole::Carer => Stands::Home,
        CaseRole::Agency
        | CaseRole::LocalAuthority
        | CaseRole::Outreach
        | CaseRole::SocialWorker
        | CaseRole::VirtualSchool => Stands::Outside,
        _ => Stands::Staff,
    };
    let role = words::small(person.role.label());
    let note = person.note.as_deref().unwrap_or(&role);
    people.person(stands, &person.name, note)
}

/// "Miss Abara (Science)", as the school writes it.
fn taught(person: &Person) -> String {
    match &person.subject {
        Some(subject) => format!("{} ({})", person.name, subject),
        None => person.name.clone(),
    }
}
