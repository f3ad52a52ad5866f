//! Two who edit one record in its form: different fields both stand, and the same one is asked about.

use axum::http::{StatusCode, header};

use crate::house::{Answer, House, Member, run_on_both};

/// The form of a page as a browser would send it, with some of it typed over.
fn typed(page: &Answer, over: &[(&str, &str)]) -> Vec<(String, String)> {
    let form = page.text.split("<form class=\"fields\"").nth(1).unwrap().split("</form>").next().unwrap();
    let mut fields = Vec::new();
    for tag in form.split('<').skip(1) {
        let value = |name: &str| {
            let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
            Some(unescaped(rest.split('"').next().unwrap()))
        };
        if tag.starts_with("input ") && !tag.contains("type=\"checkbox\"") {
            fields.extend(value("name").map(|name| (name, value("value").unwrap_or_default())));
        } else if tag.starts_with("select ") {
            fields.extend(value("name").map(|name| (name, String::new())));
        } else if tag.starts_with("option ") && tag.split('>').next().unwrap().ends_with(" selected") {
            fields.last_mut().unwrap().1 = value("value").unwrap();
        } else if tag.starts_with("textarea ") {
            let text = tag.split_once('>').unwrap().1;
            fields.extend(
                value("name")
                    .map(|name| (name, unescaped(text.trim_start_matches('\n')).replace('\n', "\r\n"))),
            );
        }
    }
    for (name, value) in over {
        let field = fields.iter_mut().find(|(known, _)| known == name);
        field.unwrap_or_else(|| panic!("no {name} in {form}")).1 = (*value).to_owned();
    }
    fields.retain(|(name, _)| name != "_csrf");
    fields
}

fn unescaped(text: &str) -> String {
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

async fn send(house: &House, member: &Member, path: &str, fields: &[(String, String)]) -> Answer {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    house.post(member, path, &fields).await
}

/// Both open the form; the second to save is told, asked or not.
async fn at_once(house: &House, record: &str, first: &[(&str, &str)], second: &[(&str, &str)]) -> Answer {
    let path = format!("{record}/edit");
    let (one, other) = (house.get(&house.boss, &path).await, house.get(&house.rep, &path).await);
    let saved = send(house, &house.boss, &path, &typed(&one, first)).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
    send(house, &house.rep, &path, &typed(&other, second)).await
}

/// A form opened again shows all of this.
async fn holds(house: &House, record: &str, words: &[&str]) {
    let form = house.get(&house.rep, &format!("{record}/edit")).await.text;
    for words in words {
        assert!(form.contains(words), "{words} is not in {form}");
    }
}

async fn made(house: &House, noun: &str, form: &[(&str, &str)]) -> String {
    let made = house.post(&house.rep, noun, form).await;
    made.header(header::LOCATION).to_owned()
}

#[test]
fn who_changed_different_fields_both_get_their_way() {
    run_on_both(async |house| {
        let deal = made(
            &house,
            "/deals",
            &[
                ("client", "Kestrel Logistics"),
                ("name", "Wi-Fi"),
                ("amount", "100"),
                ("description", "Two lines\nof words"),
            ],
        )
        .await;
        let saved = at_once(
            &house,
            &deal,
            &[("amount", "250"), ("campaign", "Spring")],
            &[("name", "Wi-Fi and cables"), ("party_name", "Ada Reyes"), ("party_role", "Engineer")],
        )
        .await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        holds(
            &house,
            &deal,
            &["value=\"250.00\"", "value=\"Spring\"", "value=\"Wi-Fi and cables\"", "value=\"Ada Reyes\""],
        )
        .await;
        let person = made(
            &house,
            "/people",
            &[("name", "Tom Keller"), ("company-0", "Kestrel Logistics"), ("role-0", "Head"), ("owner", "")],
        )
        .await;
        let saved =
            at_once(&house, &person, &[("role-0", "Director")], &[("mails", "tom@example.com")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        holds(&house, &person, &["value=\"Director\"", "tom@example.com"]).await;
        let company = format!("/companies/{}", house.company);
        let saved =
            at_once(&house, &company, &[("industry", "Transport")], &[("web", "kestrel.example")]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text);
        holds(&house, &company, &["value=\"Transport\"", "value=\"kestrel.example\""]).await;
        assert!(house.get(&house.rep, &company).await.text.contains("Transport"));
    });
}

#[test]
fn the_same_field_alone_is_asked_about_and_saved_again_it_is_meant() {
    run_on_both(async |house| {
        let deal =
            made(&house, "/deals", &[("client", "Kestrel Logistics"), ("name", "Wi-Fi"), ("amount", "100")])
                .await;
        let asked = at_once(
            &house,
            &deal,
            &[("name", "Cables"), ("source", "event")],
            &[("name", "Racks"), ("amount", "300")],
        )
        .await;
        assert_eq!(asked.status, StatusCode::CONFLICT);
        for words in
            ["<td>Cables<br><small>Ada Boss, Today", "<td>Racks</td>", "value=\"Racks\"", "value=\"300\""]
        {
            assert!(asked.text.contains(words), "{words}: {}", asked.text);
        }
        assert_eq!(asked.text.matches("<th scope=\"row\">").count(), 1, "the rest needs no question");
        let again = send(&house, &house.rep, &format!("{deal}/edit"), &typed(&asked, &[])).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
        holds(&house, &deal, &["value=\"Racks\"", "value=\"300.00\"", "<option value=\"event\" selected>"])
            .await;
        let company = format!("/companies/{}", house.company);
        let asked =
            at_once(&house, &company, &[("industry", "Transport")], &[("industry", "Logistics")]).await;
        assert_eq!(asked.status, StatusCode::CONFLICT);
        assert!(
            asked.text.contains("Transport<br><small>Ada Boss") && asked.text.contains("value=\"Logistics\""),
            "{}",
            asked.text
        );
        let person = made(&house, "/people", &[("name", "Tom Keller"), ("owner", "")]).await;
        let asked = at_once(&house, &person, &[("phones", "+49 30 1")], &[("phones", "+49 30 2")]).await;
        assert_eq!(asked.status, StatusCode::CONFLICT);
        let again = send(&house, &house.rep, &format!("{person}/edit"), &typed(&asked, &[])).await;
        assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text);
        holds(&house, &person, &["+49 30 2"]).await;
    });
}
