//! The least of a browser, over a socket: pages, forms and the cookie.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// What came back, whole.
pub struct Answer {
    pub status: u16,
    pub text: String,
}

/// One person's browser.
#[derive(Clone)]
pub struct Client {
    address: SocketAddr,
    cookies: BTreeMap<String, String>,
}

impl Client {
    pub fn to(address: SocketAddr) -> Self {
        Self {
            address,
            cookies: BTreeMap::new(),
        }
    }

    /// The program is somewhere else now; the cookie stays.
    pub fn moves_to(&mut self, address: SocketAddr) {
        self.address = address;
    }

    /// A page; nothing when the program went away before all of it was here.
    pub fn get(&mut self, path: &str) -> Option<Answer> {
        self.send("GET", path, "")
    }

    /// Opens a form, fills it in and sends it.
    pub fn fill_in(&mut self, path: &str, fields: &[(&str, &str)]) -> Option<Answer> {
        let form = self.get(path)?;
        self.send_form(path, &form, fields)
    }

    /// Sends a form that is open.
    pub fn send_form(
        &mut self,
        path: &str,
        form: &Answer,
        fields: &[(&str, &str)],
    ) -> Option<Answer> {
        let body = filled(path, form, fields);
        self.send("POST", path, &body)
    }

    /// The cookies, as a header carries them.
    pub fn cookies(&self) -> String {
        let pairs = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    fn send(&mut self, method: &str, path: &str, body: &str) -> Option<Answer> {
        let mut socket = TcpStream::connect(self.address).ok()?;
        socket
            .set_read_timeout(Some(Duration::from_secs(30)))
            .ok()?;
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncookie: {}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{body}",
            self.address,
            self.cookies(),
            body.len(),
        );
        socket.write_all(request.as_bytes()).ok()?;
        let mut bytes = Vec::new();
        socket.read_to_end(&mut bytes).ok()?;
        self.understood(&String::from_utf8_lossy(&bytes))
    }

    /// An answer, if it is whole.
    fn understood(&mut self, said: &str) -> Option<Answer> {
        let (head, text) = said.split_once("\r\n\r\n")?;
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let mut length = None;
        for line in lines {
            let (name, value) = line.split_once(": ")?;
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse::<usize>().ok(),
                "set-cookie" => {
                    let (name, rest) = value.split_once('=')?;
                    let value = rest.split(';').next()?;
                    self.cookies.insert(name.to_owned(), value.to_owned());
                }
                _ => {}
            }
        }
        (length.unwrap_or(0) <= text.len()).then(|| Answer {
            status,
            text: text.to_owned(),
        })
    }
}

/// The body of a form that is open.
pub fn filled(path: &str, form: &Answer, fields: &[(&str, &str)]) -> String {
    let token = hidden(&form.text, "csrf")
        .unwrap_or_else(|| panic!("no form at {path}: {} {}", form.status, form.text));
    let mut body = format!("csrf={}", percent(token));
    for (name, value) in fields {
        write!(body, "&{name}={}", percent(value)).expect("text grows");
    }
    body
}

/// The value of a hidden field.
fn hidden<'t>(page: &'t str, name: &str) -> Option<&'t str> {
    let (_, after) = page.split_once(&format!("name=\"{name}\""))?;
    let (_, after) = after.split_once("value=\"")?;
    after.split('"').next()
}

fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("text grows");
        }
        out
    })
}
