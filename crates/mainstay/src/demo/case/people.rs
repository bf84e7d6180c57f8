//! The people of one programme of the demonstration.

use app::Refusal;
use domain::account::CaseRole;
use store::{Tx, people};

use super::Room;

impl Room<'_> {
    pub(super) fn people(&self, tx: &mut Tx<'_>) -> Result<Vec<people::PersonRow>, Refusal> {
        let primary = matches!(
            self.case.pupil,
            "Sami Haddad" | "Joss Kettering" | "Maya Penhallow"
        );
        let teachers: &[(&str, &str)] = if primary {
            &[("Mrs Odell", "Class"), ("Mr Leith", "PE")]
        } else {
            &[
                ("Miss Abara", "Science"),
                ("Mr Okonjo", "Maths"),
                ("Mr Leith", "PE"),
            ]
        };
        let mut all = vec![
            (CaseRole::Pupil, self.case.pupil, None, None),
            (
                CaseRole::Parent,
                self.case.home,
                Some(if self.case.home == "Dana Tidewell" {
                    "mum"
                } else {
                    "at home"
                }),
                None,
            ),
            (
                CaseRole::Coordinator,
                "Amina Farrow",
                Some("coordinator"),
                None,
            ),
            (CaseRole::KeyWorker, "Joel Petrie", Some("mentor"), None),
            (CaseRole::Senco, "Nell Brook", Some("SENCO"), None),
            (
                CaseRole::Outreach,
                "Tomasz Wren",
                Some("Brackenford Outreach"),
                None,
            ),
        ];
        all.extend(
            teachers
                .iter()
                .map(|(name, subject)| (CaseRole::SubjectTeacher, *name, None, Some(*subject))),
        );
        let mut rows = Vec::new();
        for (role, name, note, subject) in all {
            let row = people::PersonRow {
                id: self.app.new_sheet()?,
                programme: self.id,
                role,
                account: self
                    .school
                    .account(name)
                    .filter(|_| role != CaseRole::Outreach),
                contact: self
                    .school
                    .contact(name)
                    .filter(|_| role == CaseRole::Parent),
                pupil: self.school.pupil(name).filter(|_| role == CaseRole::Pupil),
                name: name.into(),
                known_as: name.split(' ').next().unwrap_or(name).into(),
                note: note.map(str::to_owned),
                subject: subject.map(str::to_owned),
                added: self.case.begun,
                left: None,
            };
            people::add(tx, self.school.id, &row)?;
            rows.push(row);
        }
        Ok(rows)
    }
}
