//! The stylesheet, scripts, fonts and mark, inside the program and served under names that change with their content.
//! Nothing here reads the disk or another host, so pages work with nothing outside reachable.
//! No page and no markup lives here; a template asks for a file by [`asset`].

use axum::{
    Router,
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use sha2::{Digest, Sha256};
use std::{borrow::Cow, fmt::Write, sync::LazyLock};
use tower_http::compression::{
    CompressionLayer,
    predicate::{NotForContentType, Predicate, SizeAbove},
};

/// What a file is, for the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Font,
    Picture,
    Png,
    Script,
    Stylesheet,
}

impl Kind {
    const fn content_type(self) -> &'static str {
        match self {
            Self::Font => "font/woff2",
            Self::Picture => "image/svg+xml",
            Self::Png => "image/png",
            Self::Script => "text/javascript; charset=utf-8",
            Self::Stylesheet => "text/css; charset=utf-8",
        }
    }
}

macro_rules! file {
    ($kind:ident, $name:literal, $folder:literal) => {
        (
            $name,
            Kind::$kind,
            include_bytes!(concat!("../assets/", $folder, $name)).as_slice(),
        )
    };
}

/// Every file we serve. One that names another stands after it, because its text is rewritten to the served name.
const FILES: [(&str, Kind, &[u8]); 10] = [
    file!(
        Font,
        "atkinson-hyperlegible-next-latin-wght-normal.woff2",
        "fonts/"
    ),
    file!(
        Font,
        "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
        "fonts/"
    ),
    file!(
        Font,
        "atkinson-hyperlegible-next-latin-wght-italic.woff2",
        "fonts/"
    ),
    file!(Font, "noto-sans-arabic-arabic-400-normal.woff2", "fonts/"),
    file!(Font, "noto-sans-arabic-arabic-700-normal.woff2", "fonts/"),
    file!(Picture, "mark.svg", ""),
    file!(Png, "mark-180.png", ""),
    file!(Script, "govuk-frontend.js", ""),
    file!(Script, "mainstay.js", ""),
    file!(Stylesheet, "mainstay.css", ""),
];

struct Served {
    name: &'static str,
    kind: Kind,
    path: String,
    bytes: Cow<'static, [u8]>,
}

static SERVED: LazyLock<Vec<Served>> = LazyLock::new(|| {
    let mut served: Vec<Served> = Vec::with_capacity(FILES.len());
    for (name, kind, bytes) in FILES {
        let bytes = renamed(kind, bytes, &served);
        let path = hashed_path(name, &bytes);
        served.push(Served {
            name,
            kind,
            path,
            bytes,
        });
    }
    served
});

/// The path of a file in `assets/`, such as `/assets/mainstay-1f2e3d4c5b6a7988.css`.
/// A name that is not there gives a path that is not found; a test reads every template to see that none does.
pub fn asset(name: &str) -> &'static str {
    SERVED
        .iter()
        .find(|file| file.name == name)
        .map_or("/assets/not-here", |file| file.path.as_str())
}

/// Every file with the path it is served under, for pages kept outside a server.
pub fn all() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    SERVED
        .iter()
        .map(|file| (file.path.as_str(), file.bytes.as_ref()))
}

/// Serves the files. A name carries the hash of its content, so a browser may keep it for good.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    // Only these files are compressed: a page that carries a secret token beside someone's words must not be.
    let worth_it = SizeAbove::new(512)
        .and(NotForContentType::const_new("font/"))
        .and(NotForContentType::const_new("image/png"));
    Router::new()
        .route("/assets/{file}", get(serve))
        .route("/favicon.ico", get(favicon))
        .layer(CompressionLayer::new().compress_when(worth_it))
}

async fn serve(Path(file): Path<String>) -> Response {
    let found = SERVED
        .iter()
        .find(|served| served.path.strip_prefix("/assets/") == Some(file.as_str()));
    match found {
        Some(served) => (
            [
                (header::CONTENT_TYPE, served.kind.content_type()),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ],
            served.bytes.as_ref(),
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn favicon() -> Response {
    let headers = [
        (header::LOCATION, asset("mark-180.png")),
        (header::CACHE_CONTROL, "public, max-age=86400"),
    ];
    (StatusCode::FOUND, headers).into_response()
}

/// The file's own bytes, with the names of other files it mentions changed to the names they are served under.
fn renamed(kind: Kind, bytes: &'static [u8], earlier: &[Served]) -> Cow<'static, [u8]> {
    let (Kind::Script | Kind::Stylesheet, Ok(text)) = (kind, std::str::from_utf8(bytes)) else {
        return Cow::Borrowed(bytes);
    };
    let mut text = text.to_owned();
    for file in earlier {
        let served = file.path.trim_start_matches("/assets/");
        text = text
            .replace(&format!("fonts/{}", file.name), served)
            .replace(&format!("./{}", file.name), &format!("./{served}"));
    }
    Cow::Owned(text.into_bytes())
}

fn hashed_path(name: &str, bytes: &[u8]) -> String {
    let mut hash = String::new();
    for byte in Sha256::digest(bytes).iter().take(8) {
        // Writing to a string cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("/assets/{stem}-{hash}.{ending}"),
        None => format!("/assets/{name}-{hash}"),
    }
}

#[cfg(test)]
mod tests;
