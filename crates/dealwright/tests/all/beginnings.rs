//! What the program says when it can't begin: one line, with what is wrong, where, and how to mend it.

use std::fs;

use crate::house::{House, complaint};

/// The one line said about a configuration file of this text; none makes a folder in its place.
fn about(text: Option<&[u8]>) -> String {
    let house = House::on_sqlite();
    let file = house.data().join("dealwright.toml");
    fs::create_dir_all(house.data()).unwrap();
    match text {
        Some(text) => fs::write(&file, text).unwrap(),
        None => fs::create_dir(&file).unwrap(),
    }
    let says = house.refusal();
    assert_eq!(says.lines().count(), 1, "{says}");
    assert!(says.contains(&file.display().to_string()), "{says}");
    says
}

#[test]
fn a_configuration_that_cannot_be_read_is_named() {
    assert!(about(None).contains("check its path and rights"));
    assert!(about(Some(b"\xff\xfe")).contains("check"));
}

#[test]
fn a_configuration_with_a_fault_is_named_with_the_line() {
    let says = about(Some(b"listen = \"127.0.0.1:0\"\n\ndatabse = \"crm\"\n"));
    assert!(says.contains("line 3") && says.contains("databse"), "{says}");
    let says = about(Some(b"listen = \n"));
    assert!(says.contains("line 1") && says.contains("mend that line"), "{says}");
}

#[test]
fn an_address_that_is_taken_is_named() {
    let house = House::on_sqlite().settled();
    let server = house.serve();
    let taken = server.address().to_string();
    let ended = house.command(&["serve", "--listen", &taken]).output().unwrap();
    let says = complaint(&ended);
    assert!(says.contains(&taken) && says.contains("choose another address by --listen"), "{says}");
}
