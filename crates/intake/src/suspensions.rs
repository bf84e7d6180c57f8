//! Suspensions and permanent exclusions: one row each.

mod history;

use jiff::civil::Date;

use crate::{
    cells::{points::whole, typed::Typed},
    day::{furthest, known},
    field::Field,
    limits::Limits,
    reading::{FileRefused, Reading},
    reason::Reason,
    roll::{PupilRef, Roll},
    suspensions::history::History,
    table::{Contacts, DateCell, Needs, Row, Sheet, read_sheet, with_pupil},
    warning::Notes,
};

domain::coded! {
    /// What kind of exclusion, by its census code.
    pub enum Category {
        /// Sent home for a number of sessions.
        Suspension => "SUSP", "Suspension";
        /// Sent home over lunch.
        Lunchtime => "LNCH", "Lunchtime suspension";
        /// Excluded for good.
        Permanent => "PERM", "Permanent exclusion";
    }
}

domain::coded! {
    /// Why, by its census code.
    pub enum Cause {
        /// PP.
        AssaultOnPupil => "PP", "Physical assault against a pupil";
        /// PA.
        AssaultOnAdult => "PA", "Physical assault against an adult";
        /// VP.
        AbuseOfPupil => "VP", "Verbal abuse or threatening behaviour against a pupil";
        /// VA.
        AbuseOfAdult => "VA", "Verbal abuse or threatening behaviour against an adult";
        /// OW.
        Weapon => "OW", "Use or threat of use of a weapon or prohibited item";
        /// BU.
        Bullying => "BU", "Bullying";
        /// RA.
        Racist => "RA", "Racist abuse";
        /// LG.
        Identity => "LG", "Abuse against sexual orientation and gender identity";
        /// DS.
        Disability => "DS", "Abuse relating to disability";
        /// SM.
        SexualMisconduct => "SM", "Sexual misconduct";
        /// DA.
        DrugsAndAlcohol => "DA", "Drug and alcohol related";
        /// DM.
        Damage => "DM", "Damage";
        /// TH.
        Theft => "TH", "Theft";
        /// MT.
        Media => "MT", "Inappropriate use of social media or online technology";
        /// PH.
        PublicHealth => "PH", "Wilful and repeated transgression of protective measures";
        /// DB.
        Disruptive => "DB", "Persistent or general disruptive behaviour";
    }
}

/// One suspension or exclusion.
#[derive(Clone, PartialEq, Eq)]
pub struct SuspensionRow {
    /// Whom it is about.
    pub pupil: PupilRef,
    /// What kind.
    pub category: Category,
    /// First day.
    pub first: Date,
    /// Last day, where the file gives it.
    pub last: Option<Date>,
    /// Half days; a permanent exclusion may have none.
    pub sessions: Option<u8>,
    /// One to three reasons, the first the main one.
    pub causes: Vec<Cause>,
    /// What the school wrote about it.
    pub notes: Option<Typed>,
}

impl std::fmt::Debug for SuspensionRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("<suspension>")
    }
}

pub(crate) const NEEDS: Needs = Needs {
    takes: with_pupil![
        Field::Category,
        Field::Start,
        Field::End,
        Field::Sessions,
        Field::Reason1,
        Field::Reason2,
        Field::Reason3,
        Field::Reason4,
        Field::Notes
    ],
    contacts: Contacts::Ignored,
    required: &[
        &[Field::Upn, Field::Adno],
        &[Field::Category],
        &[Field::Start],
        &[Field::Sessions],
        &[Field::Reason1],
    ],
};

/// Reads suspensions in delimited text.
///
/// A row is refused, in this order, for `E_FIELD_COUNT`, `E_NO_ID`,
/// `E_UPN_FORMAT`, `E_UPN_CHECK`, `E_UNKNOWN_PUPIL`, `E_CATEGORY_INVALID`,
/// `E_DATE_MISSING`, `E_DATE_INVALID`, `E_DATE_FUTURE`, `E_END_BEFORE_START`,
/// `E_SESSIONS_INVALID`, `E_REASON_INVALID`, `E_TOO_MANY_REASONS`, `E_OVERLAP`,
/// `E_OVER_45_DAYS`.
///
/// # Errors
/// [`FileRefused`] if the file as a whole cannot be read.
pub fn read(
    bytes: &[u8],
    roll: &mut Roll,
    today: Date,
    limits: &Limits,
) -> Result<Reading<SuspensionRow>, FileRefused> {
    let sheet = Sheet {
        bytes,
        needs: &NEEDS,
        today,
        limits,
    };
    let mut history = History::default();
    read_sheet(&sheet, |row, notes| {
        let suspension = suspension(row, notes, roll, today)?;
        history.take(&suspension)?;
        Ok(suspension)
    })
}

fn suspension(
    row: &Row<'_>,
    notes: &mut Notes,
    roll: &mut Roll,
    today: Date,
) -> Result<SuspensionRow, Reason> {
    let start = row.date(Field::Start, notes);
    let end = row.date(Field::End, notes);
    let pupil = roll.pupil_of(row)?;
    let category = category(&row.text(Field::Category)).ok_or(Reason::CategoryInvalid)?;
    let (first, last) = days(start, end, furthest(today))?;
    let sessions = sessions(&row.text(Field::Sessions), category)?;
    Ok(SuspensionRow {
        pupil,
        category,
        first,
        last,
        sessions,
        causes: causes(row)?,
        notes: row.words(Field::Notes),
    })
}

fn category(words: &str) -> Option<Category> {
    match words.to_ascii_uppercase().as_str() {
        // The old name, which many systems still write.
        "FIXD" => Some(Category::Suspension),
        code => code.parse().ok(),
    }
}

fn days(start: DateCell, end: DateCell, latest: Date) -> Result<(Date, Option<Date>), Reason> {
    let first = known(start)?;
    let last = match end {
        DateCell::Blank => None,
        given => Some(known(given)?),
    };
    if first > latest || last.is_some_and(|last| last > latest) {
        return Err(Reason::DateFuture);
    }
    if last.is_some_and(|last| last < first) {
        return Err(Reason::EndBeforeStart);
    }
    Ok((first, last))
}

/// 1 to 90 half days; only a permanent exclusion may leave them blank.
fn sessions(words: &str, category: Category) -> Result<Option<u8>, Reason> {
    if words.is_empty() && category == Category::Permanent {
        return Ok(None);
    }
    let sessions = whole(words).and_then(|number| u8::try_from(number).ok());
    match sessions.filter(|number| (1..=90).contains(number)) {
        Some(number) => Ok(Some(number)),
        None => Err(Reason::SessionsInvalid),
    }
}

fn causes(row: &Row<'_>) -> Result<Vec<Cause>, Reason> {
    let fields = [
        Field::Reason1,
        Field::Reason2,
        Field::Reason3,
        Field::Reason4,
    ];
    if row.text(Field::Reason1).is_empty() {
        return Err(Reason::ReasonInvalid);
    }
    let causes = fields
        .into_iter()
        .map(|field| row.text(field))
        .filter(|words| !words.is_empty())
        .map(|words| words.to_ascii_uppercase().parse())
        .collect::<Result<Vec<Cause>, _>>()
        .map_err(|_| Reason::ReasonInvalid)?;
    if causes.len() > 3 {
        return Err(Reason::TooManyReasons);
    }
    Ok(causes)
}
