//! `dealwright serve` as a process, and what it takes of the machine.

use std::fmt;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::Client;

/// A tick of /proc/PID/stat: Linux has shown hundredths of a second on every machine for decades.
const TICK: Duration = Duration::from_millis(10);

/// Which database, as the product's command line names it.
#[derive(Clone, Debug)]
pub enum Place {
    File(PathBuf),
    Url(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File(path) => write!(f, "sqlite:{}", path.display()),
            Place::Url(url) => f.write_str(url),
        }
    }
}

/// A running server, ended when dropped.
pub struct Server {
    child: Child,
    address: SocketAddr,
    /// From its start to its first answer.
    pub started_in: Duration,
}

impl Server {
    pub fn start(product: &Path, place: &Place) -> Result<Server> {
        Server::start_by(Command::new(product), place)
    }

    /// The same by a command that runs the product, such as one that counts its instructions.
    pub fn start_by(mut command: Command, place: &Place) -> Result<Server> {
        let started = Instant::now();
        command.args(["serve", "--listen", "127.0.0.1:0", "--database"]).arg(place.to_string());
        command.env_remove("DEALWRIGHT_DATA").env_remove("LD_PRELOAD").env("DEALWRIGHT_RATE", "0");
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().context("starting the server")?;
        let said = child.stdout.take().context("the server has no output")?;
        let mut line = String::new();
        BufReader::new(said).read_line(&mut line)?;
        let address = line.trim().rsplit("//").next().and_then(|address| address.parse().ok());
        let Some(address) = address else {
            child.kill().and_then(|()| child.wait())?;
            anyhow::bail!("the server did not say where it is but: {line:?}");
        };
        let mut server = Server { child, address, started_in: Duration::ZERO };
        server.client()?.get("/sign-in")?;
        server.started_in = started.elapsed();
        Ok(server)
    }

    pub fn client(&self) -> Result<Client> {
        Client::connect(self.address)
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Megabytes that lie in memory.
    pub fn resident(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        let kilobytes: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kilobytes / 1_024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to end.
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }
}

/// User and system time of a process so far.
pub fn cpu_of(process: u32) -> Result<Duration> {
    Ok(TICK * ticks(process)?[..2].iter().sum::<u32>())
}

/// The same with that of its children that have ended.
pub fn cpu_with_children(process: u32) -> Result<Duration> {
    Ok(TICK * ticks(process)?.iter().sum::<u32>())
}

/// User, system, and both of the children that have ended and been waited for.
fn ticks(process: u32) -> Result<[u32; 4]> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat"))?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let field =
        |at: usize| fields.get(at).and_then(|field| field.parse().ok()).context("an odd /proc/PID/stat");
    Ok([field(11)?, field(12)?, field(13)?, field(14)?])
}
