//! Flags, then environment, then `dealwright.toml`, then defaults.

use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::Deserialize;

use crate::cli::DataArgs;

/// What the configuration file may say.
#[derive(Deserialize, Debug, Default)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub data: Option<PathBuf>,
    pub database: Option<String>,
    pub listen: Option<String>,
    pub origin: Option<String>,
    pub rate: Option<u32>,
    pub file_megabytes: Option<u32>,
}

/// Where everything is.
#[derive(Debug)]
pub struct Config {
    pub data: PathBuf,
    pub database: Option<String>,
    pub listen: Option<String>,
    pub origin: Option<String>,
    pub rate: Option<u32>,
    pub file_megabytes: Option<u32>,
}

const NAME: &str = "dealwright.toml";

/// Reads the configuration. A named file must be readable; the default one may be missing.
pub fn read(args: &DataArgs) -> anyhow::Result<Config> {
    let folder = args.data.clone().unwrap_or_else(|| PathBuf::from("data"));
    let file = match &args.config {
        Some(path) => parse(path)?,
        None if folder.join(NAME).exists() => parse(&folder.join(NAME))?,
        None => File::default(),
    };
    Ok(Config {
        data: args.data.clone().or(file.data).unwrap_or(folder),
        database: args.database.clone().or(file.database),
        listen: file.listen,
        origin: file.origin,
        rate: file.rate,
        file_megabytes: file.file_megabytes,
    })
}

fn parse(path: &Path) -> anyhow::Result<File> {
    let text = std::fs::read_to_string(path).with_context(|| {
        format!("can't read the configuration file {}; check its path and rights", path.display())
    })?;
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        let says = error.message().replace('\n', " ");
        anyhow::anyhow!("the configuration file {}, line {line}: {says}; mend that line", path.display())
    })
}
