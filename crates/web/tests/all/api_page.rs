//! The page to read and try the API says all that its document does.

use axum::http::StatusCode;

use crate::house::run;

#[test]
fn the_page_has_every_operation_of_the_document_with_what_it_asks() {
    run(async |house| {
        let page = house.get(&house.rep, "/api").await;
        assert_eq!(page.status, StatusCode::OK);
        let document = house.api(&house.rep, "GET", "/openapi.json", None).await.json();
        let mut told = 0;
        for (address, item) in document["paths"].as_object().unwrap() {
            for (_, operation) in item.as_object().unwrap() {
                let id = operation["operationId"].as_str().unwrap();
                let scope = operation["security"][0]["token"][0].as_str().unwrap();
                let start =
                    page.text.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id} is missing"));
                let own = page.text[start..].split("<details").next().unwrap();
                assert!(own.contains(&format!("<code>{address}</code>")), "{id}: {own}");
                assert!(own.contains(&format!("<code>{scope}</code>")), "{id}: {own}");
                told += 1;
            }
        }
        assert!(told > 70, "{told}");
        assert_eq!(page.text.matches("class=\"operation\"").count(), told);
    });
}

#[test]
fn the_example_of_a_body_has_what_it_must_have() {
    run(async |house| {
        let page = house.get(&house.rep, "/api").await.text;
        let own =
            page.split("id=\"create_company-body\"").nth(1).unwrap().split("</textarea>").next().unwrap();
        let example = own.split_once('>').unwrap().1.replace("&quot;", "\"");
        let example = serde_json::from_str(&example).unwrap_or_else(|error| panic!("{error}: {example}"));
        let made = house.api(&house.rep, "POST", "/companies", Some(example)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    });
}

#[test]
fn the_settings_of_tokens_lead_to_it() {
    run(async |house| {
        assert!(house.get(&house.rep, "/settings/tokens").await.text.contains("href=\"/api\""));
    });
}
