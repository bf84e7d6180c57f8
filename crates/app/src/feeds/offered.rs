//! What the server's own settings offer as the source of a feed. A page chooses
//! among these by name and can never make the server read anything else.

use domain::coded;

coded! {
    /// What kind of source it is.
    pub enum SourceKind {
        /// A folder into which files are put.
        Folder => "folder", "A folder";
        /// The school's records by way of Wonde.
        Wonde => "wonde", "Wonde";
    }
}

/// One source, offered to one school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// The school's unique reference number.
    pub school: String,
    /// What the settings call it; unique for the school.
    pub name: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Where it is, for showing: a folder's path or a host. Never a token.
    pub place: String,
}
