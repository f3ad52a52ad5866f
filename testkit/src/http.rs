//! A program that speaks HTTP to the product: one connection, one request at a time.

use std::{
    fmt::Write as _,
    io::{BufRead, BufReader, Error, Read, Result, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// A connection, kept for many requests.
#[derive(Debug)]
pub struct Client {
    stream: BufReader<TcpStream>,
    headers: String,
}

/// What came back.
#[derive(Debug, Default)]
pub struct Answer {
    /// Such as 200.
    pub status: u16,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// As text; what is no UTF-8 is replaced.
    pub body: String,
}

impl Answer {
    /// The first header of that name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl Client {
    /// Connects; no answer takes longer than a minute.
    ///
    /// # Errors
    /// When nobody listens.
    pub fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Self { stream: BufReader::new(stream), headers: format!("host: {address}\r\n") })
    }

    /// Sends a header with every request.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    /// Fetches an address.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.ask("GET", path, &[], "")
    }

    /// Sends JSON.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn post(&mut self, path: &str, json: &str) -> Result<Answer> {
        self.ask("POST", path, &[("content-type", "application/json")], json)
    }

    /// Sends a form as a browser does.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Answer> {
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        self.ask("POST", path, &[("content-type", "application/x-www-form-urlencoded")], &pairs.join("&"))
    }

    /// Sends any request.
    ///
    /// # Errors
    /// When the connection breaks.
    pub fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Result<Answer> {
        let mut request = format!("{method} {path} HTTP/1.1\r\n{}", self.headers);
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str(&format!("content-length: {}\r\n\r\n{body}", body.len()));
        let sent = self.stream.get_mut().write_all(request.as_bytes());
        // A body that is refused half way breaks the sending, and the answer says why.
        self.read().or_else(|error| sent.and(Err(error)))
    }

    fn read(&mut self) -> Result<Answer> {
        let status = self.line()?;
        let code = status.split(' ').nth(1).and_then(|code| code.parse().ok());
        let mut answer = Answer { status: code.ok_or_else(|| odd(&status))?, ..Answer::default() };
        loop {
            let line = self.line()?;
            let Some((name, value)) = line.split_once(':') else { break };
            answer.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        let bytes = match answer.header("content-length").map(str::parse) {
            Some(Ok(length)) => self.take(length)?,
            _ if answer.header("transfer-encoding") == Some("chunked") => self.chunks()?,
            _ => Vec::new(),
        };
        answer.body = String::from_utf8_lossy(&bytes).into_owned();
        Ok(answer)
    }

    fn chunks(&mut self) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        loop {
            let line = self.line()?;
            let length = usize::from_str_radix(&line, 16).map_err(|_| odd(&line))?;
            bytes.extend(self.take(length)?);
            self.line()?;
            if length == 0 {
                return Ok(bytes);
            }
        }
    }

    fn take(&mut self, length: usize) -> Result<Vec<u8>> {
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn line(&mut self) -> Result<String> {
        let mut line = String::new();
        if self.stream.read_line(&mut line)? == 0 {
            return Err(Error::other("the server closed the connection"));
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}

fn odd(line: &str) -> Error {
    Error::other(format!("this is no HTTP: {line:?}"))
}

/// Encodes whatever has a meaning in forms and queries.
fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing into a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
        encoded
    })
}
