//! The binary: configuration, wiring, command line. The only place that reads the clock and makes secrets.

mod actor;
mod check;
mod cli;
mod config;
mod connections;
mod demo;
mod doctor;
mod import;
mod keep;
mod member;
mod open;
mod serve;
mod shipped;
mod token;
mod world;

use std::process::ExitCode;

use clap::Parser;

use crate::cli::{Cli, Command, ImportCommand, MemberCommand, ProcessCommand, TokenCommand};

/// Reads and writes make many small allocations: with this one they cost 2 to 10 % less processor time a request than
/// with glibc's (docs/performance.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("DEALWRIGHT_LOG").unwrap_or_else(|_| "warn".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&anyhow::Error::from(error)),
    };
    match runtime.block_on(run(Cli::parse())) {
        Ok(code) => code,
        Err(error) => fail(&error),
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let done = |()| ExitCode::SUCCESS;
    match cli.command {
        Command::Serve(args) => serve::run(args).await.map(done),
        Command::Member { command: MemberCommand::Add(args) } => member::add(args).await.map(done),
        Command::Token { command: TokenCommand::Create(args) } => token::create(args).await.map(done),
        Command::Import(args) => match args.command {
            Some(ImportCommand::Undo(undo)) => import::undo(undo).await.map(done),
            None => import::run(args.run).await.map(done),
        },
        Command::Process { command: ProcessCommand::Check(args) } => check::run(&args).await,
        Command::Doctor(args) => doctor::run(args).await,
        Command::Backup(args) => keep::backup(args).await.map(done),
        Command::Restore(args) => keep::restore(args).await.map(done),
        Command::Demo(args) => demo::run(args).await.map(done),
    }
}

/// One line for each cause, the first saying what was being done.
fn fail(error: &anyhow::Error) -> ExitCode {
    let causes: Vec<String> = error.chain().map(ToString::to_string).collect();
    eprintln!("dealwright: {}", causes.join(": "));
    ExitCode::FAILURE
}
