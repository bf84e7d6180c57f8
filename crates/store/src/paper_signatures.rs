//! What people answered when asked to sign a review or an ending. Rows are added
//! and never changed, in the form of those under the plan.

use domain::{
    commitment::Owner,
    id::{AccountId, ProgrammeId, SchoolId},
    programme::AskChannel,
    signature::{MethodName, Paper, PaperSignature, Signer, WordsHash},
};
use jiff::{Timestamp, civil::Date};

use crate::{
    Broken, Row, Tx, params,
    signatures::{answer, lines},
};

/// Adds an answer. Somebody who was not there has one row an attempt.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn add(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    signature: &PaperSignature,
    (by, on, at): (AccountId, Date, Timestamp),
) -> Result<(), Broken> {
    for line in lines(&signature.answer) {
        tx.run(
            "insert into paper_signature (school_id, programme_id, paper, n, person_id, name, part, hash, answer,
                 method, words, other_id, other_name, channel, on_day, at, recorded_by)
             select ?1, ?2, ?3, coalesce(max(n), 0) + 1, cast(?4 as text), cast(?5 as text), cast(?6 as text),
                 cast(?7 as text), cast(?8 as text), cast(?9 as text), cast(?10 as text), cast(?11 as text),
                 cast(?12 as text), cast(?13 as text), cast(?14 as text), cast(?15 as text), cast(?16 as text)
             from paper_signature where school_id = ?1 and programme_id = ?2 and paper = ?3",
            &params![
                school, programme, signature.paper.to_string(), signature.signer.person.person,
                &signature.signer.person.name, signature.signer.part.code(), signature.hash.to_string(),
                line.answer, line.method.map(MethodName::code), line.words,
                line.other.map(|owner| owner.person), line.other.map(|owner| owner.name.to_string()),
                line.channel.map(AskChannel::code), line.on.unwrap_or(on), line.at.unwrap_or(at), by
            ],
        )?;
    }
    Ok(())
}

/// Every answer to one paper, in the order they were given.
///
/// # Errors
/// [`Broken`] when the engine refuses or a row cannot be read.
pub fn of_paper(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    paper: Paper,
) -> Result<Vec<PaperSignature>, Broken> {
    tx.list(
        "select person_id, name, part, paper, hash, answer, method, words, other_id, other_name, channel,
                on_day, at
         from paper_signature where school_id = ?1 and programme_id = ?2 and paper = ?3 order by n",
        &params![school, programme, paper.to_string()],
        read,
    )
}

fn read(row: &Row) -> Result<PaperSignature, Broken> {
    Ok(PaperSignature {
        signer: Signer {
            person: Owner {
                person: row.id(0)?,
                name: row.line(1)?,
            },
            part: row.read(2)?,
        },
        paper: row.read(3)?,
        hash: row.read(4)?,
        answer: answer(row)?,
    })
}

/// The hash of the words of a review that was held, or of an ending that was
/// confirmed; nothing before.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn words_of(
    tx: &mut Tx<'_>,
    school: SchoolId,
    programme: ProgrammeId,
    paper: Paper,
) -> Result<Option<WordsHash>, Broken> {
    let row = match paper {
        Paper::Review(review) => tx.maybe(
            "select body, held_on from review
             where school_id = ?1 and programme_id = ?2 and id = ?3 and held_on is not null",
            &params![school, programme, review],
        )?,
        Paper::Ending(number) => tx.maybe(
            "select body, risk || ' ' || why from ending
             where school_id = ?1 and programme_id = ?2 and n = ?3 and state = 'confirmed'",
            &params![school, programme, i64::from(number)],
        )?,
    };
    let hash = |row: Row| {
        Ok(WordsHash::of(&format!(
            "{}\n{}",
            row.text(0)?,
            row.text(1)?
        )))
    };
    row.map(hash).transpose()
}
