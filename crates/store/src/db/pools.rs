//! Connections kept open: SQLite readers, and PostgreSQL.

use std::{collections::HashMap, path::PathBuf};

use r2d2::ManageConnection;

use super::file::open_file;
use crate::Broken;

#[derive(Debug)]
pub(super) struct Readers {
    pub file: PathBuf,
}

impl ManageConnection for Readers {
    type Connection = rusqlite::Connection;
    type Error = Broken;

    fn connect(&self) -> Result<Self::Connection, Broken> {
        let connection = open_file(&self.file)?;
        connection.execute_batch("pragma query_only = on")?;
        Ok(connection)
    }

    fn is_valid(&self, connection: &mut Self::Connection) -> Result<(), Broken> {
        // A reader that died inside a transaction is closed, not reused.
        if connection.is_autocommit() {
            Ok(())
        } else {
            Err(Broken::Inconsistent("reader left open".into()))
        }
    }

    fn has_broken(&self, connection: &mut Self::Connection) -> bool {
        !connection.is_autocommit()
    }
}

/// A PostgreSQL connection with its prepared statements.
pub(crate) struct PgConnection {
    pub client: postgres::Client,
    pub cache: HashMap<&'static str, postgres::Statement>,
}

#[derive(Debug)]
pub(super) struct Postgres {
    pub config: postgres::Config,
}

impl ManageConnection for Postgres {
    type Connection = PgConnection;
    type Error = Broken;

    fn connect(&self) -> Result<PgConnection, Broken> {
        let client = crate::tls::connect(&self.config)?;
        Ok(PgConnection {
            client,
            cache: HashMap::new(),
        })
    }

    fn is_valid(&self, connection: &mut PgConnection) -> Result<(), Broken> {
        // Asked each time: a journey to the server and back is a small price for
        // never writing into a server that has gone and come back.
        connection.client.simple_query("")?;
        Ok(())
    }

    fn has_broken(&self, connection: &mut PgConnection) -> bool {
        connection.client.is_closed()
    }
}
