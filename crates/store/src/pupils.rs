//! Pupils of one school.

mod page;

use domain::{
    id::{AccountId, ImportId, PupilId, SchoolId},
    pupil::{Pupil, PupilName},
    text::Line,
};
use jiff::Timestamp;

pub use page::{Looked, Roll, count, page};

use crate::{Broken, Row, Tx, params};

fn read(row: &Row) -> Result<Pupil, Broken> {
    let line = |column| -> Result<Option<Line<80>>, Broken> {
        row.maybe_text(column)?
            .map(|_| row.line(column))
            .transpose()
    };
    Ok(Pupil {
        school: row.id(0)?,
        id: row.id(1)?,
        source_key: row.maybe_text(2)?.map(|_| row.line(2)).transpose()?,
        upn: row.maybe_read(3)?,
        name: PupilName {
            given: row.line(4)?,
            family: row.line(5)?,
            likes: line(6)?,
            preferred_family: line(7)?,
        },
        born: row.read(8)?,
        sex: row.maybe_read(9)?,
        year: row.read(10)?,
        group: row.maybe_text(11)?.map(|_| row.line(11)).transpose()?,
        sen: row.maybe_read(12)?,
        needs: row
            .text(13)?
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .map_err(|e| Broken::Inconsistent(format!("needs of a pupil: {e}")))?,
        care: row.read(14)?,
        flags: row.read(15)?,
        language: row.maybe_text(16)?.map(|_| row.line(16)).transpose()?,
        left_on: row.maybe_read(17)?,
    })
}

/// One pupil.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn find(tx: &mut Tx<'_>, school: SchoolId, id: PupilId) -> Result<Option<Pupil>, Broken> {
    tx.maybe(
        "select school_id, id, source_key, upn, given, family, likes, preferred_family, born, sex, year,
                group_name, sen, needs, care, flags, language, left_on
         from pupil where school_id = ?1 and id = ?2",
        &params![school, id],
    )?
    .map(|row| read(&row))
    .transpose()
}

/// Every pupil of a school, by name, those who have left included.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_school(tx: &mut Tx<'_>, school: SchoolId) -> Result<Vec<Pupil>, Broken> {
    tx.list(
        "select school_id, id, source_key, upn, given, family, likes, preferred_family, born, sex, year,
                group_name, sen, needs, care, flags, language, left_on
         from pupil where school_id = ?1 order by family, given, id",
        &params![school],
        read,
    )
}

/// Pupils on roll whose names hold every word looked for, best known first.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn search(
    tx: &mut Tx<'_>,
    school: SchoolId,
    looked_for: &str,
    today: jiff::civil::Date,
    most: u32,
) -> Result<Vec<Pupil>, Broken> {
    let some: String = looked_for.chars().take(60).collect();
    let words = searchable(&some);
    let mut patterns = words.split(' ').map(|word| format!("%{word}%"));
    let mut next = || patterns.next().unwrap_or_else(|| "%".into());
    tx.list(
        "select school_id, id, source_key, upn, given, family, likes, preferred_family, born, sex, year,
                group_name, sen, needs, care, flags, language, left_on
         from pupil where school_id = ?1 and search like ?2 and search like ?3 and search like ?4
             and (left_on is null or left_on >= ?5)
         order by family, given, id limit ?6",
        &params![school, next(), next(), next(), today, most],
        read,
    )
}

/// Names in lower case without marks that people leave out when typing.
pub(crate) fn searchable(text: &str) -> String {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn search_text(pupil: &Pupil) -> String {
    let group = pupil.group.as_ref().map_or("", Line::as_str);
    searchable(&format!(
        "{} {} {group}",
        pupil.name.full(),
        pupil.name.legal()
    ))
}

/// Where a row came from, shown beside it.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The file, or "typed in".
    pub from: &'a str,
    /// When.
    pub at: Timestamp,
    /// The import it came with, if it came with one.
    pub import: Option<ImportId>,
}

impl Source<'_> {
    /// Typed in by somebody here.
    pub const fn typed_in(at: Timestamp) -> Self {
        Self {
            from: "typed in",
            at,
            import: None,
        }
    }
}

/// Adds a pupil.
///
/// # Errors
/// [`Broken`]; [`Broken::is_duplicate`] when the UPN is taken.
pub fn add(tx: &mut Tx<'_>, pupil: &Pupil, source: &Source<'_>) -> Result<(), Broken> {
    tx.run(ADD, &values(pupil, source))?;
    Ok(())
}

const ADD: &str =
    "insert into pupil (school_id, id, source_key, upn, given, family, likes, preferred_family, search,
             born, sex, year, group_name, sen, needs, care, flags, language, left_on, came_from, came_at,
             import_id, version)
         values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21,
             ?22, 1)";

/// Adds many pupils at once.
///
/// # Errors
/// [`Broken`] as [`add`].
pub fn add_many(tx: &mut Tx<'_>, pupils: &[Pupil], source: &Source<'_>) -> Result<(), Broken> {
    let rows = pupils.iter().map(|pupil| values(pupil, source).to_vec());
    tx.run_many(ADD, &rows.collect::<Vec<_>>())
}

/// Replaces what is known of a pupil.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn save(tx: &mut Tx<'_>, pupil: &Pupil, source: &Source<'_>) -> Result<(), Broken> {
    tx.run(
        "update pupil set source_key = ?3, upn = ?4, given = ?5, family = ?6, likes = ?7,
             preferred_family = ?8, search = ?9, born = ?10, sex = ?11, year = ?12, group_name = ?13,
             sen = ?14, needs = ?15, care = ?16, flags = ?17, language = ?18, left_on = ?19,
             came_from = ?20, came_at = ?21, import_id = ?22, version = version + 1
         where school_id = ?1 and id = ?2",
        &values(pupil, source),
    )?;
    Ok(())
}

/// Writes what was put right into a pupil's row; where the row came from stays.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn correct(tx: &mut Tx<'_>, pupil: &Pupil) -> Result<(), Broken> {
    let all = values(pupil, &Source::typed_in(Timestamp::UNIX_EPOCH));
    let [own @ .., _, _, _] = all;
    tx.run(
        "update pupil set source_key = ?3, upn = ?4, given = ?5, family = ?6, likes = ?7,
             preferred_family = ?8, search = ?9, born = ?10, sex = ?11, year = ?12, group_name = ?13,
             sen = ?14, needs = ?15, care = ?16, flags = ?17, language = ?18, left_on = ?19,
             version = version + 1
         where school_id = ?1 and id = ?2",
        &own,
    )?;
    Ok(())
}

fn values(pupil: &Pupil, source: &Source<'_>) -> [crate::Value; 22] {
    let needs: Vec<&str> = pupil.needs.iter().map(|need| need.code()).collect();
    params![
        pupil.school,
        pupil.id,
        pupil.source_key.as_ref(),
        pupil.upn.as_ref().map(ToString::to_string),
        &pupil.name.given,
        &pupil.name.family,
        pupil.name.likes.as_ref(),
        pupil.name.preferred_family.as_ref(),
        search_text(pupil),
        pupil.born,
        pupil.sex.map(domain::pupil::Sex::code),
        pupil.year.code(),
        pupil.group.as_ref(),
        pupil.sen.map(domain::pupil::SenStage::code),
        needs.join(" "),
        pupil.care.code(),
        pupil.flags.to_string(),
        pupil.language.as_ref(),
        pupil.left_on,
        source.from,
        source.at,
        source.import,
    ]
}

/// The pupil whose account this is.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn of_account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    account: AccountId,
) -> Result<Option<PupilId>, Broken> {
    tx.maybe(
        "select id from pupil where school_id = ?1 and account_id = ?2 order by id",
        &params![school, account],
    )?
    .map(|row| row.id(0))
    .transpose()
}

/// The account of a pupil, if they have one.
///
/// # Errors
/// [`Broken`] when the engine refuses.
pub fn account(
    tx: &mut Tx<'_>,
    school: SchoolId,
    pupil: PupilId,
) -> Result<Option<AccountId>, Broken> {
    match tx.maybe(
        "select account_id from pupil where school_id = ?1 and id = ?2",
        &params![school, pupil],
    )? {
        Some(row) => row.maybe_id(0),
        None => Ok(None),
    }
}
