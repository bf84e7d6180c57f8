//! Settings: from the command line, the environment and a file, in that order.
//! The only place that knows where settings come from.

mod offered;

use std::{
    fs,
    net::{IpAddr, SocketAddr},
    path::Path,
};

use serde::Deserialize;
use store::{Broken, db::Alone};

use crate::{
    Problem,
    cli::{Database, Serve},
    feeds::sources::Sources,
};

const DEFAULT_DATABASE: &str = "sqlite:mainstay-data/mainstay.db";
const DEFAULT_LISTEN: &str = "127.0.0.1:8080";

/// What a settings file may hold. A key that is not here is a mistake.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    database: Option<String>,
    listen: Option<String>,
    #[serde(default)]
    proxies: Vec<String>,
    #[serde(default)]
    folders: Vec<offered::FolderSetting>,
}

/// Everything serving needs to know.
#[derive(Debug, Clone)]
pub struct Serving {
    /// Where the records are.
    pub database: String,
    /// Where to listen.
    pub listen: SocketAddr,
    /// Proxies that are believed.
    pub proxies: Vec<IpAddr>,
    /// Where feeds may come from.
    pub sources: Sources,
}

/// The address of the database.
///
/// # Errors
/// [`Problem::Setting`].
pub fn database(asked: &Database) -> Result<String, Problem> {
    let file = read(asked.config.as_deref())?;
    checked(
        asked
            .database
            .clone()
            .or(file.database)
            .unwrap_or_else(|| DEFAULT_DATABASE.into()),
    )
}

/// The settings for serving.
///
/// # Errors
/// [`Problem::Setting`].
pub fn serving(asked: &Serve) -> Result<Serving, Problem> {
    let file = read(asked.database.config.as_deref())?;
    let database = asked.database.database.clone().or(file.database);
    let listen = match (asked.listen, file.listen) {
        (Some(listen), _) => listen,
        (None, Some(written)) => parse(
            "listen",
            &written,
            "an address and a port, such as 127.0.0.1:8080",
        )?,
        (None, None) => parse("listen", DEFAULT_LISTEN, "an address and a port")?,
    };
    let proxies = if asked.proxies.is_empty() {
        let words = "addresses, such as 10.0.0.2";
        file.proxies
            .iter()
            .map(|ip| parse("proxies", ip, words))
            .collect::<Result<_, _>>()?
    } else {
        asked.proxies.clone()
    };
    let sources = offered::sources(&asked.folders, file.folders)?;
    Ok(Serving {
        database: checked(database.unwrap_or_else(|| DEFAULT_DATABASE.into()))?,
        listen,
        proxies,
        sources,
    })
}

/// The address, if it is of a kind this program knows.
///
/// # Errors
/// [`Problem::Setting`].
pub fn checked(address: String) -> Result<String, Problem> {
    let known = ["sqlite:", "postgres://", "postgresql://"];
    if known.iter().any(|start| address.starts_with(start)) && address != "sqlite:" {
        return Ok(address);
    }
    Err(Problem::Setting(
        "The database setting must be 'sqlite:' and a file, such as \
         sqlite:mainstay-data/mainstay.db, or begin with 'postgres://'."
            .into(),
    ))
}

/// The turn to serve a database, for as long as the answer is kept.
///
/// # Errors
/// [`Problem::Setting`] while another program serves the same file.
pub fn alone(address: &str) -> Result<Alone, Problem> {
    Alone::on(address).map_err(|broken| match broken {
        Broken::Served(file) => Problem::Setting(format!(
            "Another Mainstay is running on '{}' already. Stop it first, or give this one another \
             file with --database.",
            file.display()
        )),
        other => Problem::Database(other),
    })
}

fn parse<T: std::str::FromStr>(name: &str, written: &str, wanted: &str) -> Result<T, Problem> {
    written.parse().map_err(|_| {
        Problem::Setting(format!(
            "The setting '{name}' is '{written}'. It must be {wanted}."
        ))
    })
}

fn read(path: Option<&Path>) -> Result<File, Problem> {
    let Some(path) = path else {
        return Ok(File::default());
    };
    let text = fs::read_to_string(path).map_err(|e| {
        Problem::Setting(format!(
            "The settings file '{}' could not be read: {e}.",
            path.display()
        ))
    })?;
    toml::from_str(&text).map_err(|e| {
        let line = line_of(&text, &e);
        Problem::Setting(format!(
            "The settings file '{}' has a mistake near line {line}: {}.",
            path.display(),
            e.message()
        ))
    })
}

/// The line of a mistake. For a key that is unknown the reader names the key
/// and not its place.
fn line_of(text: &str, mistake: &toml::de::Error) -> usize {
    let key = mistake
        .message()
        .strip_prefix("unknown field `")
        .and_then(|rest| rest.split('`').next());
    let named = key.and_then(|key| {
        let at = |line: &str| line.trim_start().starts_with(key);
        text.lines().position(at).map(|place| place + 1)
    });
    let start = mistake.span().map_or(0, |span| span.start);
    let counted = text
        .get(..start)
        .map_or(1, |before| before.matches('\n').count() + 1);
    named.unwrap_or(counted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str) -> Result<File, Problem> {
        let folder = std::env::temp_dir().join(format!("mainstay-config-{}", text.len()));
        fs::write(&folder, text).unwrap();
        read(Some(&folder))
    }

    #[test]
    fn a_settings_file_with_a_wrong_key_is_refused_with_its_line() {
        assert_eq!(
            with("listen = \"0.0.0.0:80\"\n").unwrap().listen.as_deref(),
            Some("0.0.0.0:80")
        );
        let words = with("\nlisten = \"1\"\nport = 4\n")
            .unwrap_err()
            .to_string();
        assert!(
            words.contains("line 3") || words.contains("port"),
            "{words}"
        );
    }

    #[test]
    fn a_database_address_of_an_unknown_kind_is_refused() {
        assert!(checked("mysql://x".into()).is_err());
        assert!(checked("sqlite:".into()).is_err());
        assert!(checked("postgres://localhost/mainstay".into()).is_ok());
    }
}
