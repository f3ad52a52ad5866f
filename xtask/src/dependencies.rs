//! `cargo xtask dependencies`: what the lock file brings in, held against deny.toml.

mod licence;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// The parts of deny.toml that are checked without the network.
#[derive(Deserialize)]
struct Terms {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Deserialize)]
struct Licences {
    allow: Vec<String>,
    exceptions: Vec<Exception>,
}

/// One crate that may come under a licence which others may not.
#[derive(Deserialize)]
struct Exception {
    #[serde(rename = "crate")]
    name: String,
    allow: Vec<String>,
}

impl Licences {
    fn allowed_for(&self, name: &str) -> Vec<String> {
        let exceptions = self.exceptions.iter().filter(|exception| exception.name == name);
        self.allow.iter().chain(exceptions.flat_map(|exception| &exception.allow)).cloned().collect()
    }
}

#[derive(Deserialize)]
struct Bans {
    deny: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    #[serde(rename = "crate")]
    name: String,
    reason: String,
}

#[derive(Deserialize)]
struct Sources {
    #[serde(rename = "allow-registry")]
    registries: Vec<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    /// Absent for the crates of this workspace.
    source: Option<String>,
}

/// Prints every breach; true if there is none.
pub fn run(root: &Path) -> Result<bool> {
    let text = std::fs::read_to_string(root.join("deny.toml")).context("cannot read deny.toml")?;
    let terms: Terms = toml::from_str(&text).context("cannot understand deny.toml")?;
    let packages = packages(root)?;
    let breaches: Vec<String> = packages.iter().flat_map(|package| breaches_of(package, &terms)).collect();
    for breach in &breaches {
        println!("breach [dependencies] {breach}");
    }
    println!("{} crates, {} breaches", packages.len(), breaches.len());
    Ok(breaches.is_empty())
}

fn packages(root: &Path) -> Result<Vec<Package>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["metadata", "--format-version", "1", "--locked", "--all-features"];
    let output = Command::new(cargo)
        .args(arguments)
        .current_dir(root)
        .output()
        .context("cannot run cargo metadata")?;
    ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr).trim());
    let metadata: Metadata =
        serde_json::from_slice(&output.stdout).context("cannot understand cargo metadata")?;
    Ok(metadata.packages)
}

fn breaches_of(package: &Package, terms: &Terms) -> Vec<String> {
    let Some(source) = &package.source else { return Vec::new() };
    let mut found = Vec::new();
    let mut say = |what: String| found.push(format!("{} {}: {what}", package.name, package.version));
    if let Some(ban) = terms.bans.deny.iter().find(|ban| ban.name == package.name) {
        say(format!("banned: {}", ban.reason));
    }
    if !terms.sources.registries.iter().any(|allowed| source.strip_prefix("registry+") == Some(allowed)) {
        say(format!("comes from {source}"));
    }
    match &package.license {
        None => say("names no licence".to_owned()),
        Some(licence) if !licence::is_allowed(licence, &terms.licenses.allowed_for(&package.name)) => {
            say(format!("licence {licence}"))
        }
        Some(_) => {}
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const CRATES: &str = "https://github.com/rust-lang/crates.io-index";

    fn terms() -> Terms {
        Terms {
            licenses: Licences {
                allow: vec!["MIT".into()],
                exceptions: vec![Exception { name: "option-ext".into(), allow: vec!["MPL-2.0".into()] }],
            },
            bans: Bans { deny: vec![Ban { name: "openssl".into(), reason: "rustls".into() }] },
            sources: Sources { registries: vec![CRATES.into()] },
        }
    }

    fn package(name: &str, license: Option<&str>, source: &str) -> Package {
        let license = license.map(str::to_owned);
        Package { name: name.into(), version: "1.0.0".into(), license, source: Some(source.into()) }
    }

    fn breaches(name: &str, license: Option<&str>, source: &str) -> usize {
        breaches_of(&package(name, license, source), &terms()).len()
    }

    #[test]
    fn a_free_crate_from_the_public_registry_passes() {
        assert_eq!(breaches("serde", Some("MIT"), &format!("registry+{CRATES}")), 0);
    }

    #[test]
    fn a_banned_crate_is_red() {
        assert_eq!(breaches("openssl", Some("MIT"), &format!("registry+{CRATES}")), 1);
    }

    #[test]
    fn another_source_is_red() {
        assert_eq!(breaches("serde", Some("MIT"), "git+https://example.org/serde"), 1);
    }

    #[test]
    fn an_exception_holds_for_its_crate_alone() {
        assert_eq!(breaches("option-ext", Some("MPL-2.0"), &format!("registry+{CRATES}")), 0);
        assert_eq!(breaches("serde", Some("MPL-2.0"), &format!("registry+{CRATES}")), 1);
    }

    #[test]
    fn a_licence_that_nobody_allowed_is_red_and_so_is_none() {
        assert_eq!(breaches("serde", Some("GPL-3.0-only"), &format!("registry+{CRATES}")), 1);
        assert_eq!(breaches("serde", None, &format!("registry+{CRATES}")), 1);
    }
}
