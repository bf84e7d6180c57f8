//! What people answered when asked to sign. Rows are added and never changed:
//! the newest answer of a person to a version is the one that counts.

use domain::{
    commitment::Owner,
    id::{AccountId, PersonId, PlanId, SchoolId},
    plan::PlanVersion,
    programme::AskChannel,
    signature::{Answer, Attempt, Method, MethodName, Signature, Signer},
    text::Line,
};
use jiff::{Timestamp, civil::Date};

use crate::{Broken, Row, Tx, params};

/// Adds an answer. Somebody who was not there has one row an attempt.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(
    tx: &mut Tx<'_>,
    school: SchoolId,
    signature: &Signature,
    (by, on, at): (AccountId, Date, Timestamp),
) -> Result<(), Broken> {
    for line in lines(&signature.answer) {
        tx.run(
            "insert into signature (school_id, plan_id, n, person_id, name, part, version, hash, answer, method,
                 words, other_id, other_name, channel, on_day, at, recorded_by)
             select ?1, ?2, coalesce(max(n), 0) + 1, cast(?3 as text), cast(?4 as text), cast(?5 as text),
                 cast(?6 as bigint), cast(?7 as text), cast(?8 as text), cast(?9 as text), cast(?10 as text),
                 cast(?11 as text), cast(?12 as text), cast(?13 as text), cast(?14 as text),
                 cast(?15 as text), cast(?16 as text)
             from signature where school_id = ?1 and plan_id = ?2",
            &params![
                school, signature.plan, signature.signer.person.person, &signature.signer.person.name,
                signature.signer.part.code(), signature.version.number(), signature.hash.to_string(),
                line.answer, line.method.map(MethodName::code), line.words,
                line.other.map(|owner| owner.person), line.other.map(|owner| owner.name.to_string()),
                line.channel.map(AskChannel::code), line.on.unwrap_or(on), line.at.unwrap_or(at), by
            ],
        )?;
    }
    Ok(())
}

/// An answer as the columns of one row.
#[derive(Default)]
pub(crate) struct Columns<'a> {
    pub(crate) answer: &'static str,
    pub(crate) method: Option<MethodName>,
    pub(crate) words: Option<String>,
    pub(crate) other: Option<&'a Owner>,
    pub(crate) channel: Option<AskChannel>,
    pub(crate) on: Option<Date>,
    pub(crate) at: Option<Timestamp>,
}

pub(crate) fn lines(answer: &Answer) -> Vec<Columns<'_>> {
    match answer {
        Answer::Signed { method, at } => {
            let (words, other) = match method {
                Method::Typed { name } => (Some(name.to_string()), None),
                Method::Here { name, held_by } => (Some(name.to_string()), Some(held_by)),
                Method::Verbal { witness } => (None, Some(witness)),
                Method::Paper { kept_by } => (None, Some(kept_by)),
            };
            vec![Columns {
                answer: "signed",
                method: Some(method.name()),
                words,
                other,
                at: Some(*at),
                ..Columns::default()
            }]
        }
        Answer::Refused { reason, at } => vec![Columns {
            answer: "refused",
            words: Some(reason.to_string()),
            at: Some(*at),
            ..Columns::default()
        }],
        Answer::Unable { reason, at } => vec![Columns {
            answer: "unable",
            words: Some(reason.to_string()),
            at: Some(*at),
            ..Columns::default()
        }],
        Answer::Absent { attempts } => {
            let attempt = |attempt: &Attempt| Columns {
                answer: "absent",
                channel: Some(attempt.by),
                on: Some(attempt.on),
                ..Columns::default()
            };
            attempts.iter().map(attempt).collect()
        }
    }
}

/// Every answer to one version, in the order they were given. Each attempt to
/// reach somebody stands by itself.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn of_plan(tx: &mut Tx<'_>, school: SchoolId, plan: PlanId) -> Result<Vec<Signature>, Broken> {
    tx.list(
        "select person_id, name, part, version, hash, answer, method, words, other_id, other_name, channel,
                on_day, at, plan_id
         from signature where school_id = ?1 and plan_id = ?2 order by n",
        &params![school, plan],
        read,
    )
}

fn read(row: &Row) -> Result<Signature, Broken> {
    let person = Owner {
        person: row.id(0)?,
        name: row.line(1)?,
    };
    let version = PlanVersion::new(row.small(3)?)
        .ok_or_else(|| Broken::Inconsistent("signature of version 0".into()))?;
    Ok(Signature {
        signer: Signer {
            person,
            part: row.read(2)?,
        },
        plan: row.id(13)?,
        version,
        hash: row.read(4)?,
        answer: answer(row)?,
    })
}

/// The answer in the columns of a row; they stand alike in both tables.
pub(crate) fn answer(row: &Row) -> Result<Answer, Broken> {
    let at: Timestamp = row.read(12)?;
    Ok(match row.text(5)?.as_str() {
        "signed" => Answer::Signed {
            method: method(row)?,
            at,
        },
        "refused" => Answer::Refused {
            reason: row.line(7)?,
            at,
        },
        "unable" => Answer::Unable {
            reason: row.line(7)?,
            at,
        },
        "absent" => Answer::Absent {
            attempts: vec![Attempt {
                by: row.read(10)?,
                on: row.read(11)?,
            }],
        },
        other => {
            return Err(Broken::Inconsistent(format!(
                "answer '{other}' of a signature"
            )));
        }
    })
}

fn method(row: &Row) -> Result<Method, Broken> {
    let other = || -> Result<Owner, Broken> {
        let name: Line<80> = row.line(9)?;
        let person: PersonId = row.id(8)?;
        Ok(Owner { person, name })
    };
    Ok(match row.read(6)? {
        MethodName::Typed => Method::Typed { name: row.line(7)? },
        MethodName::Here => Method::Here {
            name: row.line(7)?,
            held_by: other()?,
        },
        MethodName::Verbal => Method::Verbal { witness: other()? },
        MethodName::Paper => Method::Paper { kept_by: other()? },
    })
}
