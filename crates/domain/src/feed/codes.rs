//! How a job ended, what it waits for, and what kept it from being done.

use crate::{coded, coded_set};

coded! {
    /// How a job ended.
    pub enum Ended {
        /// What it brought is stored.
        Stored => "stored", "Stored";
        /// Everything it brought was here already.
        Same => "same", "Nothing new";
        /// It can be read, and somebody has to look before it is stored.
        Waits => "waits", "Waiting for somebody to check";
        /// It cannot be read at all.
        Refused => "refused", "Refused";
        /// A newer file came in its place before it was read.
        Replaced => "replaced", "Replaced by a newer file";
        /// It was tried as often as is sensible.
        Failed => "failed", "Stopped trying";
    }
}

coded! {
    /// Why something that can be read is not stored before somebody has looked.
    /// The label goes inside a sentence.
    pub enum Wait {
        /// The feed was never said to store by itself.
        NotAlone => "not_alone", "this feed does not store by itself";
        /// Whoever said so may not import any more.
        NotConfirmed => "not_confirmed", "whoever said that it stores by itself may not import any more";
        /// A required heading is not there, under any name that is known.
        Headings => "headings", "some of its headings mean nothing here";
        /// More than 5 in 100 of those on roll are not in it.
        ManyMissing => "many_missing", "more than 5 in every 100 on the list here are not in it";
        /// Rows that might mix two people up.
        Clashes => "clashes", "some of its rows might mix two people up";
        /// More than 5 in 100 rows were refused.
        ManyRefused => "many_refused", "more than 5 in every 100 of its rows were refused";
        /// Somebody took back what the feed brought last.
        Undone => "undone", "somebody undid what this feed brought last";
    }
}

coded_set! {
    /// Everything that something waits for.
    Waits of Wait
}

coded! {
    /// What kept a job from being done, or a feed from being looked at. The
    /// label says what happened.
    pub enum Trouble {
        /// The server's settings no longer name it.
        NotOffered => "not_offered", "The server’s settings no longer name where it comes from";
        /// The folder is not there.
        NoFolder => "no_folder", "The folder is not there";
        /// The program may not read it.
        NotAllowed => "not_allowed", "Mainstay is not allowed to read it";
        /// It went away while it was being read.
        Vanished => "vanished", "The file went away before it was read";
        /// The disk said no.
        Disk => "disk", "The disk could not be read";
        /// It is larger than anything that is read.
        TooLarge => "too_large", "The file is larger than 64 MB";
        /// The program stopped in the middle of it.
        Stopped => "stopped", "Mainstay stopped in the middle of it";
        /// The database said no.
        Database => "database", "It could not be stored just now";
        /// No answer came.
        NotReached => "not_reached", "The other system could not be reached";
        /// Its address is not one that may be asked.
        Forbidden => "forbidden", "The other system’s address is not one this server may ask";
        /// An answer named an address on another host.
        Elsewhere => "elsewhere", "The other system sent us on to another address";
        /// The token was not taken.
        Token => "token", "The other system did not accept the token";
        /// The school is not there, or has not agreed.
        NotApproved => "not_approved", "The other system does not know the school, or has not approved us for it";
        /// It did not understand us.
        NotUnderstood => "not_understood", "The other system did not understand what we asked";
        /// It asked us to wait.
        Busy => "busy", "The other system asked us to wait";
        /// It failed itself.
        TheirFault => "their_fault", "The other system had a fault of its own";
        /// What it said cannot be read.
        OddAnswer => "odd_answer", "The other system’s answer could not be read";
        /// It took too long.
        TooSlow => "too_slow", "The other system took too long";
    }
}

impl Trouble {
    /// What to do about it.
    pub const fn remedy(self) -> &'static str {
        match self {
            Self::NotOffered => "Ask whoever runs the server to put it back, or remove this feed",
            Self::NoFolder => {
                "Check that the folder is there and that its disk is connected to the server"
            }
            Self::NotAllowed => {
                "Let the account that Mainstay runs under read the folder and its files"
            }
            Self::Vanished => "Nothing needs doing if a newer file came. Else export it again",
            Self::Disk => "Check the disk of the server and how full it is",
            Self::TooLarge => "Export a shorter time, or fewer columns",
            Self::Stopped => "If it goes on, take the file out of the folder and tell the vendor",
            Self::Database => "Check how full the server’s disk is. It is tried again by itself",
            Self::NotReached | Self::TheirFault | Self::Busy | Self::TooSlow => {
                "It is tried again by itself. If it goes on, ask the other system’s support"
            }
            Self::Forbidden | Self::Elsewhere => {
                "Check the address in the server’s settings. Nothing was sent there"
            }
            Self::Token => "Ask the other system for a new token, and put it into the settings",
            Self::NotApproved => {
                "Check the school’s number in the settings, and that the school has approved the request"
            }
            Self::NotUnderstood | Self::OddAnswer => {
                "Tell the vendor of Mainstay: the other system may have changed"
            }
        }
    }
}
