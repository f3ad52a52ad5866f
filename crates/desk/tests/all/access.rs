//! Coming in: the first administrator, signing in, sessions, tokens.

use desk::access::*;
use desk::{Conflict, Error};
use jiff::SignedDuration;
use sales::{Area, Cause, Level, Owners, Role, Scope};

use crate::room::{PASSWORD, setup};

on_both! {
    async fn the_first_administrator_comes_in_by_a_link_once(room: &Room) {
        let link = room.desk.write(&room.system(), InitialLink).await.unwrap().unwrap();
        let session = become_administrator(&room.desk, setup(link.clone())).await.unwrap();
        let signed = room.signed(&session.secret).await.unwrap();
        assert_eq!((signed.name.as_str(), signed.actor.role), ("Boss", Role::Administrator));
        assert_eq!(signed.actor.zone.iana_name(), Some("Europe/Berlin"));
        assert_eq!(signed.actor.reads, Owners::Everyone);
        let again = become_administrator(&room.desk, setup(link)).await;
        assert!(matches!(again, Err(Error::LinkSpent)));
        assert_eq!(room.desk.write(&room.system(), InitialLink).await.unwrap(), None);
    }

    async fn a_newer_first_link_makes_the_older_worthless(room: &Room) {
        let older = room.desk.write(&room.system(), InitialLink).await.unwrap().unwrap();
        let newer = room.desk.write(&room.system(), InitialLink).await.unwrap().unwrap();
        assert!(matches!(become_administrator(&room.desk, setup(older)).await, Err(Error::LinkSpent)));
        assert!(become_administrator(&room.desk, setup(newer)).await.is_ok());
    }

    async fn the_first_link_can_be_asked_for_by_the_server_alone(room: &Room) {
        let before = room.rows().await;
        let asked = room.desk.write(&visitor(), InitialLink).await;
        assert!(matches!(asked, Err(Error::Forbidden)));
        assert_eq!(room.rows().await, before);
    }

    async fn a_fault_in_setting_up_names_each_field_and_keeps_the_link(room: &Room) {
        let link = room.desk.write(&room.system(), InitialLink).await.unwrap().unwrap();
        let mut form = setup(link.clone());
        form.password = "short".to_owned();
        form.base_currency = "Taler".to_owned();
        form.time_zone = "Atlantis".to_owned();
        let Err(Error::Invalid(faults)) = become_administrator(&room.desk, form).await else { panic!("not refused") };
        let fields: Vec<&str> = faults.iter().map(|fault| fault.field.as_str()).collect();
        assert_eq!(fields, ["password", "base_currency", "time_zone"]);
        assert!(become_administrator(&room.desk, setup(link)).await.is_ok());
    }

    async fn e_mail_and_password_open_a_session_whatever_the_capitals(room: &Room) {
        room.first().await;
        let session = room.sign_in(" BOSS@example.com", PASSWORD, "192.0.2.1").await.unwrap();
        let signed = room.signed(&session.secret).await.unwrap();
        assert_eq!(signed.csrf, session.csrf);
        assert_ne!(session.csrf, session.secret);
    }

    async fn secrets_are_not_in_the_database(room: &Room) {
        let session = room.first().await;
        let token = token_of(room, &session).await;
        let rows = room.rows().await.join("\n");
        assert!(!rows.contains(&session.secret) && !rows.contains(&token.secret) && !rows.contains(PASSWORD));
    }

    async fn a_wrong_password_and_an_unknown_e_mail_answer_the_same(room: &Room) {
        room.first().await;
        let wrong = room.sign_in("boss@example.com", "wrong password", "192.0.2.1").await;
        let unknown = room.sign_in("nobody@example.com", "nobody's password", "192.0.2.1").await;
        assert!(matches!(wrong, Err(Error::SignIn)) && matches!(unknown, Err(Error::SignIn)));
    }

    async fn sign_in_is_limited_to_five_failures_of_an_e_mail(room: &Room) {
        room.first().await;
        for address in 0..5 {
            let failed = room.sign_in("boss@example.com", "wrong password", &format!("192.0.2.{address}")).await;
            assert!(matches!(failed, Err(Error::SignIn)));
        }
        room.clock.advance(SignedDuration::from_mins(5));
        let before = room.rows().await;
        let limited = room.sign_in("boss@example.com", PASSWORD, "192.0.2.9").await;
        assert!(matches!(limited, Err(Error::TooManyAttempts { seconds: 600 })));
        assert_eq!(room.rows().await, before);
        room.clock.advance(SignedDuration::from_mins(10));
        assert!(room.sign_in("boss@example.com", PASSWORD, "192.0.2.9").await.is_ok());
    }

    async fn guesses_side_by_side_are_limited_as_well(room: &Room) {
        room.first().await;
        let attempt = SignIn {
            email: "boss@example.com".to_owned(),
            password: "wrong password".to_owned(),
            address: "192.0.2.1".to_owned(),
        };
        let guesses = (0..9).map(|_| {
            let (desk, attempt) = (room.desk.clone(), attempt.clone());
            tokio::spawn(async move { sign_in(&desk, attempt).await })
        });
        let mut failed = 0;
        for guess in guesses.collect::<Vec<_>>() {
            match guess.await.unwrap() {
                Err(Error::SignIn) => failed += 1,
                Err(Error::TooManyAttempts { .. }) => {}
                _ => panic!("let in, or another error"),
            }
        }
        assert_eq!(failed, 5);
    }

    async fn sign_in_is_limited_to_twenty_failures_of_an_address(room: &Room) {
        room.first().await;
        for guess in 0..20 {
            let failed = room.sign_in(&format!("guess{guess}@example.com"), "wrong password", "192.0.2.1").await;
            assert!(matches!(failed, Err(Error::SignIn)));
        }
        let limited = room.sign_in("boss@example.com", PASSWORD, "192.0.2.1").await;
        assert!(matches!(limited, Err(Error::TooManyAttempts { .. })));
        assert!(room.sign_in("boss@example.com", PASSWORD, "192.0.2.2").await.is_ok());
    }

    async fn a_success_forgets_the_failures_before_it(room: &Room) {
        room.first().await;
        for _ in 0..3 {
            for _ in 0..4 {
                let failed = room.sign_in("boss@example.com", "wrong password", "192.0.2.1").await;
                assert!(matches!(failed, Err(Error::SignIn)));
            }
            assert!(room.sign_in("boss@example.com", PASSWORD, "192.0.2.1").await.is_ok());
        }
    }

    async fn a_session_unused_for_14_days_ends(room: &Room) {
        let session = room.first().await;
        room.clock.advance(SignedDuration::from_hours(14 * 24 - 1));
        assert!(room.signed(&session.secret).await.unwrap().touch_due);
        room.clock.advance(SignedDuration::from_hours(1));
        assert!(room.signed(&session.secret).await.is_none());
    }

    async fn a_session_in_use_ends_after_30_days(room: &Room) {
        let session = room.first().await;
        for _ in 0..29 {
            room.clock.advance(SignedDuration::from_hours(24));
            let touch = TouchSession { secret: session.secret.clone() };
            room.desk.write(&visitor(), touch).await.unwrap();
            assert!(!room.signed(&session.secret).await.unwrap().touch_due);
        }
        room.clock.advance(SignedDuration::from_hours(24));
        assert!(room.signed(&session.secret).await.is_none());
        assert_eq!(room.clock.now(), session.ends_at);
    }

    async fn signing_out_ends_that_session_alone(room: &Room) {
        let one = room.first().await;
        let other = room.sign_in("boss@example.com", PASSWORD, "192.0.2.1").await.unwrap();
        room.desk.write(&visitor(), SignOut { secret: one.secret.clone() }).await.unwrap();
        assert!(room.signed(&one.secret).await.is_none());
        assert!(room.signed(&other.secret).await.is_some());
    }

    async fn a_token_acts_as_its_member_until_it_is_revoked(room: &Room) {
        let session = room.first().await;
        let token = token_of(room, &session).await;
        assert!(token.secret.starts_with("dw_"));
        let look = TokenActor { secret: token.secret.clone() };
        let actor = room.desk.read(&visitor(), look.clone()).await.unwrap().unwrap().actor;
        assert_eq!((actor.cause, actor.member), (Cause::Token, Some(session.member)));
        let more = room.desk.write(&actor, named("more", Scope::whole())).await;
        assert!(matches!(more, Err(Error::Forbidden)));
        room.desk.write(&actor_of(room, &session).await, RevokeToken { id: token.id }).await.unwrap();
        assert!(room.desk.read(&visitor(), look).await.unwrap().is_none());
    }

    async fn a_token_keeps_the_scope_it_was_made_with(room: &Room) {
        let session = room.first().await;
        let boss = actor_of(room, &session).await;
        for scope in [Scope::new(Level::Read, [Area::Work, Area::Deals]), Scope::new(Level::Write, []), Scope::whole()] {
            let token = room.desk.write(&boss, named("phone", scope.clone())).await.unwrap();
            let held = room.desk.read(&visitor(), TokenActor { secret: token.secret }).await.unwrap().unwrap();
            assert_eq!(held.scope, scope);
            let listed = room.desk.read(&boss, ListTokens::default()).await.unwrap();
            assert_eq!(listed[0].scope().unwrap(), scope);
        }
    }

    async fn a_member_can_not_revoke_or_see_the_tokens_of_another(room: &Room) {
        let session = room.first().await;
        let token = token_of(room, &session).await;
        let boss = actor_of(room, &session).await;
        let rep = room.colleague(&boss, "ann@example.com", Role::Rep).await;
        let ann = actor_of(room, &rep).await;
        let before = room.rows().await;
        assert!(matches!(room.desk.write(&ann, RevokeToken { id: token.id }).await, Err(Error::NotFound)));
        let seen = room.desk.read(&ann, ListTokens { member: boss.member }).await;
        assert!(matches!(seen, Err(Error::Forbidden)));
        assert_eq!(room.rows().await, before);
        assert_eq!(room.desk.read(&boss, ListTokens::default()).await.unwrap().len(), 1);
    }

    async fn a_member_is_found_by_mail_by_the_server_alone(room: &Room) {
        let session = room.first().await;
        let look = ActorByMail { email: "BOSS@example.com".to_owned() };
        let found = room.desk.read(&room.system(), look.clone()).await.unwrap().unwrap();
        assert_eq!(found.member, Some(session.member));
        assert!(matches!(room.desk.read(&visitor(), look).await, Err(Error::Forbidden)));
    }

    async fn an_installation_is_set_up_by_one_administrator(room: &Room) {
        let link = room.desk.write(&room.system(), InitialLink).await.unwrap().unwrap();
        // Somebody becomes administrator by an invitation while the link is out.
        let ann = room.colleague(&room.system(), "ann@example.com", Role::Administrator).await;
        assert_eq!(actor_of(room, &ann).await.role, Role::Administrator);
        let late = become_administrator(&room.desk, setup(link)).await;
        assert!(matches!(late, Err(Error::Conflict(Conflict::AlreadySetUp))));
    }
}

async fn actor_of(room: &crate::room::Room, session: &Session) -> sales::Actor {
    room.signed(&session.secret).await.unwrap().actor
}

async fn token_of(room: &crate::room::Room, session: &Session) -> NewToken {
    let boss = actor_of(room, session).await;
    room.desk.write(&boss, named("script", Scope::whole())).await.unwrap()
}

fn named(name: &str, scope: Scope) -> CreateToken {
    CreateToken { name: name.to_owned(), scope }
}
