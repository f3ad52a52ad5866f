//! The command line. Names here are fixed: scripts and documents rely on them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use sales::{Area, Level};

#[derive(Parser, Debug)]
#[command(name = "dealwright", version, about = "Runs a company's sales process.")]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand, Debug)]
pub enum Command {
    /// Serve the pages and the API.
    Serve(ServeArgs),
    /// Members of the installation.
    Member {
        #[command(subcommand)]
        command: MemberCommand,
    },
    /// Tokens for the API.
    Token {
        #[command(subcommand)]
        command: TokenCommand,
    },
    /// Bring in files by a mapping, or undo an import.
    Import(ImportArgs),
    /// Process definitions.
    Process {
        #[command(subcommand)]
        command: ProcessCommand,
    },
    /// Recompute what is kept and name every row that lies.
    Doctor(DataArgs),
    /// Copy the database to a file, and the files on records to FILE.files, while it is served.
    Backup(FileArgs),
    /// Put a backup into an empty data folder.
    Restore(FileArgs),
    /// Make a generated company.
    Demo(DemoArgs),
}

/// Where the data are. A flag goes before the environment, which goes before the configuration file.
#[derive(Args, Debug, Clone, Default)]
pub struct DataArgs {
    /// The folder of the data.
    #[arg(long, value_name = "DIR", env = "DEALWRIGHT_DATA")]
    pub data: Option<PathBuf>,
    /// A database in place of the folder's own file: postgres://USER@HOST/NAME or sqlite:PATH.
    #[arg(long, value_name = "URL", env = "DEALWRIGHT_DATABASE")]
    pub database: Option<String>,
    /// Act as this member instead of as the system.
    #[arg(long = "as", value_name = "EMAIL")]
    pub as_member: Option<String>,
    /// The configuration file; `dealwright.toml` in the data folder if it is there.
    #[arg(long, value_name = "FILE", env = "DEALWRIGHT_CONFIG")]
    pub config: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct ServeArgs {
    #[command(flatten)]
    pub data: DataArgs,
    /// Where to listen.
    #[arg(long, value_name = "ADDRESS", env = "DEALWRIGHT_LISTEN")]
    pub listen: Option<String>,
    /// The origin people type, such as https://crm.example, where a proxy stands before the server.
    #[arg(long, value_name = "URL", env = "DEALWRIGHT_ORIGIN")]
    pub origin: Option<String>,
    /// Requests a second that one caller may make over a longer time; 0 sets no bound.
    #[arg(long, value_name = "NUMBER", env = "DEALWRIGHT_RATE")]
    pub rate: Option<u32>,
    /// Megabytes that a file on a record may have.
    #[arg(long, value_name = "NUMBER", env = "DEALWRIGHT_FILE_MEGABYTES")]
    pub file_megabytes: Option<u32>,
}

#[derive(Subcommand, Debug)]
pub enum MemberCommand {
    /// Add a member who can sign in.
    Add(MemberArgs),
}

#[derive(Args, Debug)]
pub struct MemberArgs {
    #[command(flatten)]
    pub data: DataArgs,
    #[arg(long)]
    pub email: String,
    #[arg(long)]
    pub name: String,
    #[arg(long)]
    pub role: RoleArg,
    /// A file whose first line is the password.
    #[arg(long, value_name = "FILE")]
    pub password_file: PathBuf,
}

#[derive(ValueEnum, Debug, Clone, Copy)]
pub enum RoleArg {
    Administrator,
    Manager,
    Rep,
    Reader,
}

#[derive(Subcommand, Debug)]
pub enum TokenCommand {
    /// Make a token and print it, and nothing else.
    Create(TokenArgs),
}

#[derive(Args, Debug)]
pub struct TokenArgs {
    #[command(flatten)]
    pub data: DataArgs,
    /// The member's e-mail.
    #[arg(long, value_name = "EMAIL")]
    pub member: String,
    #[arg(long, default_value = "command line")]
    pub name: String,
    /// How much it may do: read, write or administration, each holding those before it.
    #[arg(long, value_parser = level, default_value = "administration")]
    pub level: Level,
    /// Bind it to areas, with commas between: deals, clients, work, files, imports.
    #[arg(long, value_parser = area, value_delimiter = ',')]
    pub areas: Vec<Area>,
}

fn level(word: &str) -> Result<Level, String> {
    Level::parse(word).ok_or_else(|| format!("one of {}", Level::ALL.map(Level::key).join(", ")))
}

fn area(word: &str) -> Result<Area, String> {
    Area::parse(word).ok_or_else(|| format!("some of {}", Area::ALL.map(Area::key).join(", ")))
}

#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ImportArgs {
    #[command(subcommand)]
    pub command: Option<ImportCommand>,
    #[command(flatten)]
    pub run: ImportRunArgs,
}

#[derive(Args, Debug)]
pub struct ImportRunArgs {
    #[command(flatten)]
    pub data: DataArgs,
    /// The mapping file.
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Set a value of the mapping, such as company.when_missing="Unknown client".
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub settings: Vec<String>,
    /// Read and check everything, write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Files, or folders whose files the mapping names.
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

#[derive(Subcommand, Debug)]
pub enum ImportCommand {
    /// Take a whole import back.
    Undo(UndoArgs),
}

#[derive(Args, Debug)]
pub struct UndoArgs {
    #[command(flatten)]
    pub data: DataArgs,
    /// The import's number.
    pub id: i64,
    /// Also remove what was changed since.
    #[arg(long)]
    pub force: bool,
}

#[derive(Subcommand, Debug)]
pub enum ProcessCommand {
    /// Check definitions and run their stories.
    Check(CheckArgs),
}

#[derive(Args, Debug)]
pub struct CheckArgs {
    #[arg(long, default_value = "text")]
    pub format: Format,
    /// Check against an installation: its lists, its members, its queues. A folder of data, or the URL of a database.
    #[arg(long, value_name = "DATA")]
    pub against: Option<String>,
    /// Files, or folders that are searched for process.yaml.
    #[arg(value_name = "PATH", required = true)]
    pub paths: Vec<PathBuf>,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Text,
    Json,
    /// SARIF 2.1.0, for code review.
    Sarif,
}

#[derive(Args, Debug)]
pub struct FileArgs {
    #[command(flatten)]
    pub data: DataArgs,
    pub file: PathBuf,
}

#[derive(Args, Debug)]
pub struct DemoArgs {
    #[command(flatten)]
    pub data: DataArgs,
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub deals: u32,
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}
