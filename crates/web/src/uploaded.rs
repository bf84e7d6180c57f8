//! A posted form with a file, or several: read piece by piece, and only if it
//! carries this session's token before the first file begins.

use axum::{
    extract::{
        FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{StatusCode, header},
};

use crate::{failure::Failure, layout::CSRF_FIELD, posted::Posted, session::Visit, site::Site};

/// The most bytes of one field that is not a file.
const FIELD: usize = 16 * 1024;
/// The most fields beside the file.
const FIELDS: usize = 20;

/// The most files of one form.
const FILES: usize = 60;
/// The most bytes of all files together.
const ALL_FILES: usize = 64 * 1024 * 1024;
/// The same for the one list that is larger than anything a school sends.
const LARGEST_LIST: usize = 100 * 1024 * 1024;

/// The most bytes that an address for files takes: the largest list, and the
/// fields beside it.
pub const LARGEST: usize = LARGEST_LIST + 1024 * 1024;

/// The fields of a form, and the files that came with them.
#[derive(Debug)]
pub struct Uploaded {
    /// The fields.
    pub form: Posted,
    /// The files; none when none was chosen.
    pub files: Vec<SentFile>,
}

/// A file as it was sent.
pub struct SentFile {
    /// What it is called on the sender's computer.
    pub name: String,
    /// All of it.
    pub bytes: Vec<u8>,
}

impl SentFile {
    /// Whether it is called a table.
    pub fn is_csv(&self) -> bool {
        self.name.to_lowercase().ends_with(".csv")
    }
}

// A school's file does not belong in a log.
impl std::fmt::Debug for SentFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<file of {} bytes>", self.bytes.len())
    }
}

impl FromRequest<Site> for Uploaded {
    type Rejection = Failure;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Failure> {
        let visit = request
            .extensions()
            .get::<Visit>()
            .cloned()
            .ok_or(Failure::Ours)?;
        let kind = request.headers().get(header::CONTENT_TYPE);
        let form = kind
            .and_then(|kind| kind.to_str().ok())
            .is_some_and(|kind| kind.starts_with("multipart/form-data"));
        if !form {
            return Err(Failure::BadForm);
        }
        let mut parts = Multipart::from_request(request, site)
            .await
            .map_err(|_| Failure::BadForm)?;
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut files: Vec<SentFile> = Vec::new();
        while let Some(part) = parts.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            match part.file_name().map(str::to_owned) {
                // The token comes first in our forms, so that nobody else's
                // file is ever read.
                Some(_) if !carries_token(&visit, &fields) => return Err(Failure::StaleForm),
                Some(_) if files.len() == FILES => return Err(Failure::BadForm),
                Some(name) => {
                    let before: usize = files.iter().map(|file| file.bytes.len()).sum();
                    let bytes = read(part, most(&fields).saturating_sub(before)).await?;
                    if !name.is_empty() || !bytes.is_empty() {
                        files.push(SentFile { name, bytes });
                    }
                }
                None if fields.len() == FIELDS => return Err(Failure::BadForm),
                None => {
                    let bytes = read(part, FIELD).await?;
                    let value = String::from_utf8(bytes).map_err(|_| Failure::BadForm)?;
                    fields.push((name, value));
                }
            }
        }
        if carries_token(&visit, &fields) {
            let form = Posted::from_fields(fields);
            Ok(Self { form, files })
        } else {
            Err(Failure::StaleForm)
        }
    }
}

/// How much the files may hold, by what the form says they are: what is said
/// comes before them.
fn most(fields: &[(String, String)]) -> usize {
    let list = |(name, value): &(String, String)| name == "kind" && value == "gias";
    if fields.iter().any(list) {
        LARGEST_LIST
    } else {
        ALL_FILES
    }
}

fn carries_token(visit: &Visit, fields: &[(String, String)]) -> bool {
    let mut tokens = fields.iter().filter(|(name, _)| name == CSRF_FIELD);
    tokens.any(|(_, sent)| visit.token_matches(sent))
}

/// One part, until it ends or is too long. The whole body is bounded by the
/// route.
async fn read(mut part: Field<'_>, most: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(broken)? {
        if bytes.len() + piece.len() > most {
            return Err(Failure::TooLarge);
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}

fn broken(error: MultipartError) -> Failure {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Failure::TooLarge
    } else {
        Failure::BadForm
    }
}
