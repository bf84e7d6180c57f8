//! Rosters that change what is here.
