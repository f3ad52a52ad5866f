//! A client of one kept-alive connection that waits for each answer: little work of its own, so that what is
//! measured is the server's.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};

use anyhow::{Context, Result, bail, ensure};

pub struct Client {
    stream: BufReader<TcpStream>,
    /// Lines that go with every request, each with its line end.
    headers: String,
}

/// An answer with its body as it came, which may be compressed.
#[derive(Debug, Default)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    /// Everything that came over the wire.
    pub bytes: usize,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Client {
    pub fn connect(address: SocketAddr) -> Result<Client> {
        let stream = TcpStream::connect(address).with_context(|| format!("connecting to {address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(std::time::Duration::from_secs(120)))?;
        Ok(Client {
            stream: BufReader::with_capacity(64 * 1024, stream),
            headers: format!("host: {address}\r\n"),
        })
    }

    pub fn with(mut self, name: &str, value: &str) -> Client {
        self.headers.push_str(&format!("{name}: {value}\r\n"));
        self
    }

    /// Fetches a page that must be there.
    pub fn get(&mut self, path: &str) -> Result<Answer> {
        self.expect("GET", path, "", "")
    }

    /// Sends a body that must be taken.
    pub fn post(&mut self, path: &str, kind: &str, body: &str) -> Result<Answer> {
        self.expect("POST", path, kind, body)
    }

    fn expect(&mut self, method: &str, path: &str, kind: &str, body: &str) -> Result<Answer> {
        let answer = self.ask(method, path, kind, body)?;
        if !(200..400).contains(&answer.status) {
            bail!("{method} {path} answered {}: {:.300}", answer.status, answer.text());
        }
        Ok(answer)
    }

    pub fn ask(&mut self, method: &str, path: &str, kind: &str, body: &str) -> Result<Answer> {
        let about = match body.len() {
            0 if method == "GET" => String::new(),
            length => format!("content-type: {kind}\r\ncontent-length: {length}\r\n"),
        };
        let request = format!("{method} {path} HTTP/1.1\r\n{}{about}\r\n{body}", self.headers);
        self.stream.get_mut().write_all(request.as_bytes())?;
        self.read().with_context(|| format!("{method} {path}"))
    }

    fn read(&mut self) -> Result<Answer> {
        let mut answer = Answer::default();
        let status = self.line(&mut answer.bytes)?;
        let code = status.split(' ').nth(1).context("no status")?;
        answer.status = code.parse().with_context(|| format!("odd status line {status:?}"))?;
        loop {
            let line = self.line(&mut answer.bytes)?;
            let Some((name, value)) = line.split_once(':') else { break };
            answer.headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
        }
        if answer.header("transfer-encoding") == Some("chunked") {
            self.read_chunks(&mut answer)?;
        } else if let Some(length) = answer.header("content-length") {
            let length = length.parse()?;
            self.read_part(&mut answer, length)?;
        }
        Ok(answer)
    }

    fn read_chunks(&mut self, answer: &mut Answer) -> Result<()> {
        loop {
            let line = self.line(&mut answer.bytes)?;
            let size =
                usize::from_str_radix(line.trim(), 16).with_context(|| format!("odd chunk {line:?}"))?;
            self.read_part(answer, size)?;
            self.line(&mut answer.bytes)?;
            if size == 0 {
                return Ok(());
            }
        }
    }

    fn read_part(&mut self, answer: &mut Answer, length: usize) -> Result<()> {
        let from = answer.body.len();
        answer.body.resize(from + length, 0);
        self.stream.read_exact(&mut answer.body[from..])?;
        answer.bytes += length;
        Ok(())
    }

    fn line(&mut self, bytes: &mut usize) -> Result<String> {
        let mut line = String::new();
        let read = self.stream.read_line(&mut line)?;
        ensure!(read > 0, "the server closed the connection");
        *bytes += read;
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}
