//! What we put right, left out or noticed in rows that were accepted.

use serde::{Serialize, Serializer};

use crate::field::Field;

domain::coded! {
    /// Something a person should know about an accepted row or about the file.
    /// The label says what happened, for a school office.
    pub enum Warning {
        /// Some date would be valid month first.
        DateOrder => "W_DATE_ORDER", "Some dates look as if the month was written first";
        /// The UPN ends in a letter.
        TempUpn => "W_TEMP_UPN", "The UPN is a temporary one";
        /// Known by admission number only.
        NoUpn => "W_NO_UPN", "The pupil has no UPN and is known by admission number only";
        /// The date of birth was a spreadsheet's day number.
        ExcelSerial => "W_EXCEL_SERIAL", "The date of birth was a spreadsheet's day number and has been turned into a date";
        /// The ULN was left out.
        UlnInvalid => "W_ULN_INVALID", "The unique learner number has a slip in it and was left out";
        /// A telephone number got its first 0 back.
        PhoneFixed => "W_PHONE_FIXED", "A telephone number had lost its first 0, which has been put back";
        /// A telephone number was left out.
        PhoneDropped => "W_PHONE_DROPPED", "A spreadsheet had shortened a telephone number, so it was left out";
        /// The year group was left out.
        YearInvalid => "W_YEAR_INVALID", "The year group could not be read and was left out";
        /// Some other optional value was left out.
        ValueDropped => "W_VALUE_DROPPED", "A value could not be read and was left out";
        /// Contact details without a name were left out.
        ContactUnnamed => "W_CONTACT_UNNAMED", "Contact details without a name were left out";
        /// Two events with one identifier; the newer one counts.
        IcsSuperseded => "W_ICS_SUPERSEDED", "An event is in the file twice, and the newer version was used";
        /// A cancelled event was left out.
        IcsCancelled => "W_ICS_CANCELLED", "A cancelled event was left out";
        /// A morning mark in the afternoon or the other way round.
        SlashSwapped => "W_SLASH_SWAPPED", "The marks for present in the morning and afternoon were the wrong way round and were swapped";
        /// A version of the transfer file we do not know.
        CtfVersion => "W_CTF_VERSION", "The transfer file has a version that is not known here";
        /// A transfer file for another school.
        CtfDestination => "W_CTF_DEST", "The transfer file was made for another school";
        /// The files stand in a folder inside the zip.
        ZipFolder => "W_ZIP_FOLDER", "The files stand in a folder inside the zip";
        /// A file that the manifest calls absent.
        OrFileIgnored => "W_OR_FILE_IGNORED", "A file that the manifest does not promise was left out";
        /// Points to a parent, a year or a contact that is not there.
        OrParentUnknown => "W_OR_PARENT_UNKNOWN", "The row names a parent, a year or a home that is not in the bundle";
        /// Points into a file that is not in the bundle.
        OrRefUnchecked => "W_OR_REF_UNCHECKED", "The row points into a file that is not in the bundle, so it could not be checked";
        /// A status in a bundle that is the whole truth.
        OrStatusInBulk => "W_OR_STATUS_IN_BULK", "The row has a status or a date of change, which a whole bundle should not have";
        /// A school without the number of its authority.
        NoLaestab => "W_NO_LAESTAB", "The school has no local authority number or no establishment number";
        /// Two open schools with one number.
        LaestabSharedOpen => "W_LAESTAB_SHARED_OPEN", "Another open school has the same local authority and establishment number";
    }
}

impl Warning {
    /// Whether the published report counts it among its warnings, which are
    /// those of the contract. Values that were merely left out are counted
    /// beside them, by what they are.
    pub const fn is_published(self) -> bool {
        !matches!(self, Self::ValueDropped | Self::ContactUnnamed)
    }

    /// What to do about it, in words for a school office.
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::DateOrder => {
                "Check every date before you confirm, or export again with the day first"
            }
            Self::TempUpn => "Import again when the pupil's permanent UPN has come",
            Self::NoUpn => "Add the UPN in your school's system when you have it",
            Self::ExcelSerial => "Check the date of birth before you confirm",
            Self::UlnInvalid => {
                "Copy the number again from your school's system if you need it here"
            }
            Self::PhoneFixed => "Check the number before you confirm",
            Self::PhoneDropped => {
                "Export again and choose the file without opening it in a spreadsheet first"
            }
            Self::YearInvalid => "Write the year as a number from 0 to 14, or R, N1, N2 or X",
            Self::CtfVersion => "Look through the pupils before you confirm",
            Self::CtfDestination => "Check with the sending school before you confirm",
            Self::NoLaestab | Self::LaestabSharedOpen => {
                "Know these schools by their URN, which is always there and never shared"
            }
            Self::ValueDropped => "Correct it in your school's system, or type it in here later",
            Self::ContactUnnamed => {
                "Add the contact's name in your school's system and export again"
            }
            Self::SlashSwapped
            | Self::ZipFolder
            | Self::OrFileIgnored
            | Self::OrParentUnknown
            | Self::OrRefUnchecked
            | Self::OrStatusInBulk
            | Self::IcsSuperseded
            | Self::IcsCancelled => "Nothing to do if that is what you expect",
        }
    }
}

impl Serialize for Warning {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// One warning about one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    /// What happened.
    pub warning: Warning,
    /// To which field, where that is not plain from the warning.
    pub field: Option<Field>,
}

impl Note {
    /// What was left out, by the code of its field.
    pub fn what(&self) -> &'static str {
        self.field.map_or("contactname", Field::code)
    }
}

/// The warnings of the row being read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Notes {
    notes: Vec<Note>,
    month_first: usize,
}

impl Notes {
    pub(crate) fn add(&mut self, warning: Warning, field: impl Into<Option<Field>>) {
        self.notes.push(Note {
            warning,
            field: field.into(),
        });
    }

    /// A date failed day first and would pass month first. Counted even when
    /// the row is refused: it says something about the whole file.
    pub(crate) fn looks_month_first(&mut self) {
        self.month_first += 1;
    }

    pub(crate) const fn month_first(&self) -> usize {
        self.month_first
    }

    pub(crate) fn into_notes(self) -> Vec<Note> {
        self.notes
    }
}
