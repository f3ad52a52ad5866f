//! Settings on screen, for administrators and for everybody else.

use axum::http::{StatusCode, header};

use crate::house::{House, run};

#[test]
fn every_page_of_settings_opens_for_an_administrator() {
    run(async |house: House| {
        for page in ["", "/hours", "/teams", "/lists/reason", "/products", "/roles", "/tokens"] {
            let seen = house.get(&house.boss, &format!("/settings{page}")).await;
            assert_eq!(seen.status, StatusCode::OK, "{page}: {}", seen.text);
        }
        assert_eq!(house.get(&house.boss, "/settings/lists/nothing").await.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn others_are_told_why_and_keep_their_tokens() {
    run(async |house: House| {
        let seen = house.get(&house.rep, "/settings").await;
        assert_eq!(seen.status, StatusCode::FORBIDDEN);
        assert!(seen.text.contains("belong to administrators"));
        let made = house
            .post(
                &house.rep,
                "/settings/tokens",
                &[("form", "add"), ("act", "add"), ("name", "phone"), ("level", "read"), ("area", "deals")],
            )
            .await;
        assert!(made.text.contains("dw_"), "{}", made.text);
        let later = house.get(&house.rep, "/settings/tokens").await.text;
        assert!(later.contains("phone") && !later.contains("dw_"), "a secret is shown once");
        let tried = house.post(&house.rep, "/settings/teams", &[("act", "add"), ("name", "Ours")]).await;
        assert_eq!(tried.status, StatusCode::FORBIDDEN);
    });
}

#[test]
fn what_was_typed_into_a_refused_form_stays() {
    run(async |house: House| {
        let product =
            [("form", "add"), ("act", "add"), ("name", "Rack"), ("list_price", "12.50"), ("currency", "XQZ")];
        let refused = house.post(&house.boss, "/settings/products", &product).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            refused.text.contains("value=\"Rack\"") && refused.text.contains("There is no such currency")
        );
        let euro =
            [("form", "add"), ("act", "add"), ("name", "Rack"), ("list_price", "12.50"), ("currency", "EUR")];
        assert_eq!(house.post(&house.boss, "/settings/products", &euro).await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&house.boss, "/settings/products").await.text.contains("value=\"12.50\""));
    });
}

#[test]
fn a_word_is_added_moved_up_and_retired() {
    run(async |house: House| {
        let address = "/settings/lists/reason";
        let word = [("form", "add"), ("act", "add"), ("title_en", "Moved away"), ("title_ru", "Переехали")];
        assert_eq!(house.post(&house.boss, address, &word).await.status, StatusCode::SEE_OTHER);
        let page = house.get(&house.boss, address).await.text;
        assert!(page.contains("Moved away") && page.contains("Переехали"));
        let before = page.split("Moved away").next().unwrap();
        let id =
            before.rsplit("name=\"form\" value=\"").next().unwrap().split('"').next().unwrap().to_owned();
        let up = house.post(&house.boss, address, &[("form", &id), ("act", "up")]).await;
        assert_eq!(up.status, StatusCode::SEE_OTHER);
        let retired = house.post(&house.boss, address, &[("form", &id), ("act", "retire")]).await;
        assert_eq!(retired.status, StatusCode::SEE_OTHER);
        assert!(house.get(&house.boss, address).await.text.contains("Retired"));
    });
}

#[test]
fn a_week_of_working_hours_is_kept() {
    run(async |house: House| {
        let week = [("form", "week"), ("open-0", "10:00"), ("close-0", "16:00")];
        assert_eq!(house.post(&house.boss, "/settings/hours", &week).await.status, StatusCode::SEE_OTHER);
        assert!(house.get(&house.boss, "/settings/hours").await.text.contains("value=\"10:00\""));
        let wrong = [("form", "week"), ("open-0", "16:00"), ("close-0", "10:00")];
        let refused = house.post(&house.boss, "/settings/hours", &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    });
}

#[test]
fn a_free_day_has_no_hours_whatever_stands_there() {
    run(async |house: House| {
        let week = [("form", "week"), ("open-0", "10:00"), ("close-0", "16:00"), ("free-0", "on")];
        let days = [("open-1", "08:15"), ("close-1", "16:00")];
        let all = [week.as_slice(), &days].concat();
        assert_eq!(house.post(&house.boss, "/settings/hours", &all).await.status, StatusCode::SEE_OTHER);
        let page = house.get(&house.boss, "/settings/hours").await.text;
        let tick =
            |at: usize| page.split(&format!("name=\"free-{at}\"")).nth(1).unwrap().split('>').next().unwrap();
        assert!(tick(0).contains("checked") && !tick(1).contains("checked"), "{page}");
        assert!(page.contains("value=\"08:15\"") && !page.contains("value=\"10:00\""));
    });
}

#[test]
fn a_wrong_hour_is_shown_at_its_day() {
    run(async |house: House| {
        let late = [("form", "week"), ("open-2", "16:00"), ("close-2", "10:00")];
        let refused = house.post(&house.boss, "/settings/hours", &late).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Wednesday, to: The end must be after the start."), "{}", refused.text);
        assert!(refused.text.contains("id=\"close-2-error\""));
        let half = [("form", "week"), ("open-4", "09:00"), ("close-4", "")];
        let refused = house.post(&house.boss, "/settings/hours", &half).await;
        assert!(refused.text.contains("Friday, to: Choose an hour"), "{}", refused.text);
    });
}

#[test]
fn what_was_saved_is_said_by_the_next_page() {
    run(async |house: House| {
        let team = [("form", "add"), ("act", "add"), ("name", "North")];
        let made = house.post(&house.boss, "/settings/teams", &team).await;
        assert!(made.header(header::SET_COOKIE).starts_with("dealwright_said=.Added;"));
        let row = made.header(header::LOCATION).to_owned();
        assert!(row.starts_with("/settings/teams#row-"), "{row}");
        let page = house.get(&house.boss, "/settings/teams").await.text;
        assert!(page.contains(&format!("id=\"{}\"", row.split('#').nth(1).unwrap())));
    });
}

#[test]
fn a_team_that_holds_others_is_not_archived_and_says_why() {
    run(async |house: House| {
        let address = "/settings/teams";
        let made =
            house.post(&house.boss, address, &[("form", "add"), ("act", "add"), ("name", "North")]).await;
        let id = made.header(header::LOCATION).rsplit('-').next().unwrap().to_owned();
        let below = [("form", "add"), ("act", "add"), ("name", "Coast"), ("parent", id.as_str())];
        house.post(&house.boss, address, &below).await;
        let kept = house.post(&house.boss, address, &[("form", &id), ("act", "archive")]).await;
        assert_eq!(kept.status, StatusCode::CONFLICT);
        assert!(kept.text.contains("still stand in this team"), "{}", kept.text);
        assert!(!house.get(&house.boss, address).await.text.contains(">Archived<"));
    });
}

#[test]
fn a_team_is_not_offered_itself_or_one_below_it() {
    run(async |house: House| {
        let address = "/settings/teams";
        let made =
            house.post(&house.boss, address, &[("form", "add"), ("act", "add"), ("name", "North")]).await;
        let id = made.header(header::LOCATION).rsplit('-').next().unwrap().to_owned();
        let below = [("form", "add"), ("act", "add"), ("name", "Coast"), ("parent", id.as_str())];
        house.post(&house.boss, address, &below).await;
        let page = house.get(&house.boss, address).await.text;
        let offered = |row: &str| {
            let row = page.split(&format!("aria-label=\"{row}\"")).nth(1).unwrap();
            row.split("name=\"parent\"").nth(1).unwrap().split("</select>").next().unwrap().to_owned()
        };
        assert!(!offered("North").contains("North") && !offered("North").contains("Coast"));
        assert!(offered("Coast").contains("North") && !offered("Coast").contains("Coast"));
    });
}

#[test]
fn words_go_down_and_retired_ones_stand_last() {
    run(async |house: House| {
        let address = "/settings/lists/source";
        for title in ["Fair", "Friend", "Radio"] {
            house.post(&house.boss, address, &[("form", "add"), ("act", "add"), ("title_en", title)]).await;
        }
        let at = async |title: &str| {
            let page = house.get(&house.boss, address).await.text;
            page.find(&format!("aria-label=\"{title}\"")).unwrap()
        };
        let page = house.get(&house.boss, address).await.text;
        let before = page.split("aria-label=\"Fair\"").next().unwrap();
        let id =
            before.rsplit("name=\"form\" value=\"").next().unwrap().split('"').next().unwrap().to_owned();
        house.post(&house.boss, address, &[("form", &id), ("act", "down")]).await;
        assert!(at("Friend").await < at("Fair").await && at("Fair").await < at("Radio").await);
        house.post(&house.boss, address, &[("form", &id), ("act", "retire")]).await;
        assert!(at("Radio").await < at("Fair").await);
    });
}

#[test]
fn a_role_that_would_change_more_than_it_sees_is_refused_in_plain_words() {
    run(async |house: House| {
        let wider = [("form", "rep"), ("act", "save"), ("reads", "own"), ("writes", "all")];
        let refused = house.post(&house.boss, "/settings/roles", &wider).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text.contains("Changes: Nobody changes what they cannot see."), "{}", refused.text);
        assert!(refused.text.contains("id=\"writes-error\""));
    });
}

#[test]
fn a_token_is_made_for_what_was_chosen_and_the_list_says_it() {
    run(async |house: House| {
        let add = [("form", "add"), ("act", "add"), ("name", "phone"), ("level", "write")];
        let none = house.post(&house.rep, "/settings/tokens", &add).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(none.text.contains("Tick at least one.") && !none.text.contains("dw_"), "{}", none.text);
        let some = [&add[..], &[("area", "files"), ("area", "deals")]].concat();
        assert!(house.post(&house.rep, "/settings/tokens", &some).await.text.contains("dw_"));
        let page = house.get(&house.rep, "/settings/tokens").await.text;
        assert!(page.contains("Read and write: deals, files"), "{page}");
        assert!(!page.contains("value=\"administration\""), "a rep has nothing to administer");
    });
}
