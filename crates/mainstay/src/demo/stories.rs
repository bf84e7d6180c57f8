//! The files that hold the story, in the order in which their programmes begin
//! does not matter: the agenda sorts by the clock.

use super::{school::School, script::Story};

/// Everything the demonstration is made from.
pub struct Words {
    /// The school and who is in it.
    pub school: School,
    /// Its programmes.
    pub programmes: Vec<Story>,
}

const SCHOOL: &str = include_str!("data/school.toml");
const PROGRAMMES: [&str; 9] = [
    include_str!("data/rowan.toml"),
    include_str!("data/callum.toml"),
    include_str!("data/idris.toml"),
    include_str!("data/sami.toml"),
    include_str!("data/joss.toml"),
    include_str!("data/elsie.toml"),
    include_str!("data/maya.toml"),
    include_str!("data/theo.toml"),
    include_str!("data/before.toml"),
];

/// One file: a programme, or several.
#[derive(serde::Deserialize)]
struct File {
    programme: Vec<Story>,
}

/// Reads every file.
pub fn read() -> Result<Words, toml::de::Error> {
    let mut programmes = Vec::new();
    for words in PROGRAMMES {
        let file: File = toml::from_str(words)?;
        programmes.extend(file.programme);
    }
    Ok(Words {
        school: toml::from_str(SCHOOL)?,
        programmes,
    })
}
