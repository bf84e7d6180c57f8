//! Draws pages of the made-up town to files, to be looked at beside the design:
//! `cargo run -p mainstay-web --example gallery -- /tmp/gallery`. Nothing here is served.

mod case;
mod caseload;
mod parts;
mod report;
#[cfg(test)]
mod tests;
mod today;
mod town;

use askama::Template;
// The layout names these from the root of whichever crate draws it.
use web::{assets, components, layout};

use std::{error::Error, fs, path::PathBuf};

/// Every page of the gallery with its file's name.
fn pages() -> Result<Vec<(&'static str, String)>, askama::Error> {
    Ok(vec![
        ("00-parts", parts::page().render()?),
        ("06a-pupil-question", parts::question().render()?),
        ("02-today", today::page().render()?),
        ("03-case", case::page().render()?),
        ("11-teacher-report", report::page().render()?),
    ])
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(
        std::env::args()
            .nth(1)
            .unwrap_or_else(|| "target/gallery".to_owned()),
    );
    fs::create_dir_all(folder.join("assets"))?;
    for (name, page) in pages()? {
        // Files have no host, so the paths that begin at the root begin at the folder instead.
        let page = page.replace("\"/assets/", "\"assets/");
        fs::write(folder.join(format!("{name}.html")), page)?;
    }
    for (path, bytes) in assets::all() {
        fs::write(folder.join(path.trim_start_matches('/')), bytes)?;
    }
    Ok(())
}
