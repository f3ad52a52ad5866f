//! What a screen can do, a program can do: each act of the desk is named by the API, or here with why it is not.

use std::fs;
use std::path::{Path, PathBuf};

/// Acts that no program does, and why.
#[rustfmt::skip]
const APART: &[(&str, &[&str])] = &[
    ("of a browser and its session", &["MakeFirst", "InitialLink", "OpenSession", "TouchSession", "SignOut", "ClaimAttempt"]),
    ("who has a token must not get a password or another token by it",
        &["CreateToken", "RevokeToken", "InviteMember", "ResetPassword", "SetByLink", "SetPassword"]),
    ("of the first start", &["Prepare"]),
    ("steps of an import that the server goes on with by itself", &["WriteBatch", "MendBatch", "UndoBatch", "FailImport", "LookAtTables"]),
    ("a dialog of the screen: a program sends its mapping whole, and makes the import anew",
        &["AnswerImport", "ChangeMapping", "SaveMapping"]),
    ("one form for two records; a program makes them one after the other, or by POST /batch",
        &["WithNewClients<CreateDeal>", "WithNewClients<EditDeal>", "WithNewCompanies<CreatePerson>", "WithNewCompanies<EditPerson>"]),
    ("a member's own look: language, zone, keys", &["ChangeProfile"]),
];

/// Does many acts by itself, so it is none of them.
const MANY: [&str; 1] = ["ChangeMany"];

#[test]
fn every_act_has_a_route_or_a_reason() {
    let acts = acts();
    assert!(acts.len() > 80, "{acts:?}");
    let named = sources("src/api/v1").concat();
    let is_named = |act: &str| {
        let word = act.split('<').next().unwrap();
        named.split(|letter: char| !letter.is_alphanumeric()).any(|one| one == word)
    };
    let apart: Vec<&str> = APART.iter().flat_map(|(_, acts)| acts.iter().copied()).collect();
    let missing: Vec<&String> =
        acts.iter().filter(|act| !is_named(act) && !apart.contains(&act.as_str())).collect();
    assert!(missing.is_empty(), "no route and no reason: {missing:?}");
    let odd: Vec<&&str> = apart
        .iter()
        .filter(|act| is_named(act))
        .chain(apart.iter().filter(|act| !acts.iter().any(|known| known == *act)))
        .collect();
    assert!(odd.is_empty(), "a reason for what has a route, or is no act: {odd:?}");
}

/// Every `impl Act for` of the desk.
fn acts() -> Vec<String> {
    let sources = sources("../desk/src");
    let lines = sources.iter().flat_map(|source| source.lines());
    let acts = lines.filter(|line| line.starts_with("impl")).filter_map(|line| line.split_once(" Act for "));
    let acts = acts.map(|(_, act)| act.trim_end_matches(" {").replace("<A>", ""));
    acts.filter(|act| !["Make", "Of", "One", "Together", "Undo"].contains(&act.as_str()))
        .chain(MANY.map(str::to_owned))
        .collect()
}

/// The text of every source below.
fn sources(folder: &str) -> Vec<String> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let (below, files): (Vec<PathBuf>, Vec<PathBuf>) = entries.partition(|path| path.is_dir());
        folders.extend(below);
        texts.extend(files.iter().map(|file| fs::read_to_string(file).unwrap()));
    }
    texts
}
