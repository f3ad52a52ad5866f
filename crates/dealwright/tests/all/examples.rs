//! The examples of `docs/api/examples`, run as they stand against the program as it is.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use testkit::Client;

use crate::house::{House, Server, said};

const EXAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/api/examples");

/// A language of the examples: its folder, what runs a file, and how files end.
const LANGUAGES: [(&str, &str, &str); 2] = [("python", "python3", "py"), ("javascript", "node", "mjs")];

/// An installation with seven companies, asked by the examples of one language.
struct Reader {
    house: House,
    server: Server,
    language: (&'static str, &'static str, &'static str),
}

impl Reader {
    fn of(language: (&'static str, &'static str, &'static str)) -> Reader {
        let house = House::on_sqlite().settled();
        let server = house.serve();
        let mut client = server.client();
        for nth in 1..=7 {
            let company = json!({ "name": format!("Company {nth}") });
            assert_eq!(client.post("/api/v1/companies", &company.to_string()).unwrap().status, 201);
        }
        Reader { house, server, language }
    }

    /// The lines that an example prints, run to its good end.
    fn run(&self, example: &str, argument: Option<&str>) -> Vec<String> {
        let (folder, program, ending) = self.language;
        let file: PathBuf = [EXAMPLES, folder, &format!("{example}.{ending}")].iter().collect();
        let mut command = Command::new(program);
        command.arg(file).args(argument).env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONUTF8", "1");
        command.env("DEALWRIGHT_URL", format!("http://{}", self.server.address()));
        command.env("DEALWRIGHT_TOKEN", self.server.token());
        said(&mut command).lines().map(str::to_owned).collect()
    }
}

fn in_every_language(test: impl Fn(&Reader)) {
    for language in LANGUAGES {
        test(&Reader::of(language));
    }
}

fn read(client: &mut Client, path: &str) -> Value {
    serde_json::from_str(&client.get(&format!("/api/v1{path}")).unwrap().body).unwrap()
}

#[test]
fn a_lead_becomes_a_won_deal_with_a_next_step_at_every_stage() {
    in_every_language(|reader| {
        let lines = reader.run("lead_to_won", None);
        assert!(lines.contains(&"not yet: Book both discoveries first.".to_owned()), "{lines:?}");
        assert_eq!(lines.last().unwrap(), "deal 1 is won");
        let deal = read(&mut reader.server.client(), "/deals/1");
        assert_eq!([&deal["status"], &deal["stage"]], ["won", "won"]);
        reader.house.is_sound();
    });
}

#[test]
fn every_company_is_read_page_by_page() {
    in_every_language(|reader| {
        let all: Vec<String> = (1..=7).map(|nth| format!("Company {nth}")).collect();
        assert_eq!(reader.run("every_company", None), all);
    });
}

#[test]
fn the_feed_is_followed_from_where_it_was_left() {
    in_every_language(|reader| {
        let place = reader.house.path("place");
        let place = place.to_str();
        let made = |lines: Vec<String>| -> Vec<String> {
            let made = lines.iter().filter_map(|line| line.split_once("company-created "));
            made.map(|(_, name)| name.to_owned()).collect()
        };
        assert_eq!(made(reader.run("follow_changes", place)).len(), 7);
        assert_eq!(reader.run("follow_changes", place), [""; 0]);
        reader.server.client().post("/api/v1/companies", r#"{"name":"The eighth"}"#).unwrap();
        assert_eq!(made(reader.run("follow_changes", place)), ["The eighth"]);
    });
}

#[test]
fn a_write_is_done_once_and_takes_back_nobody_elses_change() {
    in_every_language(|reader| {
        let lines = reader.run("write_safely", Some("one-of-mine"));
        assert_eq!(lines, ["made once", "key-reused", "stale"]);
        let companies = read(&mut reader.server.client(), "/companies?q=harbour");
        let names: Vec<&Value> =
            companies["items"].as_array().unwrap().iter().map(|row| &row["name"]).collect();
        assert_eq!(names, ["Harbour Books & Maps"]);
    });
}
