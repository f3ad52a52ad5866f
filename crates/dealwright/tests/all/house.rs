//! An installation as its owner has it: a folder, a database, the program, and people who write through the API.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::Mutex;

use store::DatabaseUrl;
use tempfile::TempDir;
use testkit::{Client, TempDatabase};

const PROGRAM: &str = env!("CARGO_BIN_EXE_dealwright");
const HEAD: &str = "head@example.org";
const PASSWORD: &str = "a long way to the sea";

pub struct House {
    folder: TempDir,
    database: Option<TempDatabase>,
    /// Opens the API to its head.
    token: String,
}

impl House {
    /// Over a file of its own, with nobody in it.
    pub fn on_sqlite() -> House {
        House::over(None)
    }

    /// Over a database of PostgreSQL, with nobody in it.
    pub fn on_postgres() -> House {
        House::over(Some(testkit::postgres()))
    }

    fn over(database: Option<TempDatabase>) -> House {
        House { folder: tempfile::tempdir().unwrap(), database, token: String::new() }
    }

    /// The same with its head, who has a token.
    pub fn settled(mut self) -> House {
        self.token = self.joined(HEAD, "Head", "administrator");
        self
    }

    /// Adds a member and gives their token.
    pub fn joined(&self, email: &str, name: &str, role: &str) -> String {
        let file = self.path("password");
        fs::write(&file, PASSWORD).unwrap();
        let member = ["--email", email, "--name", name, "--role", role, "--password-file"];
        said(self.command(&["member", "add"]).args(member).arg(file));
        said(&mut self.command(&["token", "create", "--member", email]))
    }

    /// The head's.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The database, where it is one of PostgreSQL.
    pub fn database(&self) -> Option<&TempDatabase> {
        self.database.as_ref()
    }

    /// Where the other's people will be, once its backup is restored here.
    pub fn like(self, other: &House) -> House {
        House { token: other.token.clone(), ..self }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder of the data.
    pub fn data(&self) -> PathBuf {
        self.path("data")
    }

    /// Where the rows are.
    pub fn url(&self) -> DatabaseUrl {
        match &self.database {
            Some(database) => database.url().parse().unwrap(),
            None => DatabaseUrl::Sqlite(self.data().join("dealwright.sqlite")),
        }
    }

    /// The program with these words, on this installation; clients may come as often as they like.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(words).arg("--data").arg(self.data()).stdin(Stdio::null());
        command.env("DEALWRIGHT_RATE", "0");
        if let Some(database) = &self.database {
            command.args(["--database", database.url()]);
        }
        command
    }

    /// Every invariant holds.
    pub fn is_sound(&self) {
        let output = self.command(&["doctor"]).output().unwrap();
        let found = String::from_utf8_lossy(&output.stdout);
        assert_eq!(found.trim(), "all invariants hold", "{}", complaint(&output));
    }

    pub fn serve(&self) -> Server {
        self.serve_by(self.command(&["serve"]))
    }

    /// Serves by a command of [`House::command`] to which something was added.
    pub fn serve_by(&self, command: Command) -> Server {
        Server::start(command, self.path("log"), self.token.clone())
            .unwrap_or_else(|says| panic!("the server does not start: {says}"))
    }

    /// What the program says when it does not begin to serve.
    pub fn refusal(&self) -> String {
        match Server::start(self.command(&["serve"]), self.path("log"), String::new()) {
            Ok(_) => panic!("it serves"),
            Err(says) => says,
        }
    }
}

/// Runs a command to its good end and gives what it said.
pub fn said(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", complaint(&output));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// What a program that failed said of it.
pub fn complaint(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).trim().to_owned()
}

/// What a browser keeps of a session: its cookie, and the token that its forms carry.
pub struct Signed {
    pub cookie: String,
    pub csrf: String,
}

/// The program, serving. Killed when dropped.
pub struct Server {
    child: Mutex<Child>,
    address: SocketAddr,
    log: PathBuf,
    token: String,
}

impl Server {
    fn start(mut command: Command, log: PathBuf, token: String) -> Result<Server, String> {
        command.args(["--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).stderr(File::create(&log).unwrap());
        let mut child = command.spawn().unwrap();
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let Some(address) = line.trim().strip_prefix("Dealwright is at http://") else {
            child.wait().unwrap();
            return Err(fs::read_to_string(&log).unwrap().trim().to_owned());
        };
        let address = address.parse().unwrap();
        child.stdout = Some(said.into_inner());
        Ok(Server { child: Mutex::new(child), address, log, token })
    }

    /// A connection without any credentials.
    pub fn stranger(&self) -> Client {
        Client::connect(self.address).unwrap()
    }

    /// A program of the head's.
    pub fn client(&self) -> Client {
        self.client_of(&self.token)
    }

    /// A program of whoever has the token.
    pub fn client_of(&self, token: &str) -> Client {
        self.stranger().with("authorization", &format!("Bearer {token}"))
    }

    /// A browser in which the head has signed in, and the token that its forms carry.
    pub fn browser(&self) -> (Client, String) {
        let Signed { cookie, csrf } = self.sign_in();
        (self.stranger().with("cookie", &cookie), csrf)
    }

    /// The head's session, for as many connections as are wanted.
    pub fn sign_in(&self) -> Signed {
        let entered = self.stranger().submit("/sign-in", &[("email", HEAD), ("password", PASSWORD)]).unwrap();
        let cookie = entered.header("set-cookie").unwrap().split(';').next().unwrap().to_owned();
        let page = self.stranger().with("cookie", &cookie).get("/companies/new").unwrap();
        let field = page.body.split("name=\"_csrf\" value=\"").nth(1).unwrap();
        Signed { csrf: field.split('"').next().unwrap().to_owned(), cookie }
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Opens the API to the head.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// What it has logged so far.
    pub fn log(&self) -> String {
        fs::read_to_string(&self.log).unwrap()
    }

    pub fn is_up(&self) -> bool {
        self.child.lock().unwrap().try_wait().unwrap().is_none()
    }

    /// SIGKILL, at once.
    pub fn kill(&self) {
        let mut child = self.child.lock().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// SIGTERM, and its way to the end.
    pub fn stop(&self) -> ExitStatus {
        let mut child = self.child.lock().unwrap();
        said(Command::new("kill").arg(child.id().to_string()));
        child.wait().unwrap()
    }

    /// Megabytes that it has at most held in memory.
    pub fn peak(&self) -> u64 {
        let status = Path::new("/proc").join(self.child.lock().unwrap().id().to_string()).join("status");
        let status = fs::read_to_string(status).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let mut child = self.child.lock().unwrap();
        let _ = child.kill().and_then(|()| child.wait());
    }
}
