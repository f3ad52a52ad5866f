//! Members, their links and passwords, and the tree of teams.

use desk::member::*;
use desk::{Conflict, Error};
use jiff::SignedDuration;
use process::Lang;
use sales::{Fault, FieldError, Owners, Role};

use crate::room::PASSWORD;

on_both! {
    async fn a_refused_act_changes_no_row(room: &Room) {
        let boss = room.boss().await;
        let rep = room.colleague(&boss, "ann@example.com", Role::Rep).await.member;
        let ann = room.actor(rep).await;
        let before = room.rows().await;
        let own = ChangeMember { id: rep, name: "Ann".into(), email: None, role: Role::Administrator, team: None };
        assert!(matches!(room.desk.write(&ann, own).await, Err(Error::Forbidden)));
        let made = CreateMember { name: "Eve".into(), email: None, role: Role::Rep, team: None };
        assert!(matches!(room.desk.write(&ann, made).await, Err(Error::Forbidden)));
        assert!(matches!(room.desk.write(&ann, ResetPassword { id: rep }).await, Err(Error::Forbidden)));
        assert!(matches!(room.desk.write(&ann, ArchiveMember { id: 999 }).await, Err(Error::Forbidden)));
        assert!(matches!(room.desk.read(&ann, ListMembers).await, Err(Error::Forbidden)));
        assert_eq!(room.rows().await, before);
    }

    async fn a_reset_link_works_once_and_for_72_hours(room: &Room) {
        let boss = room.boss().await;
        let id = room.colleague(&boss, "ann@example.com", Role::Rep).await.member;
        let secret = room.desk.write(&boss, ResetPassword { id }).await.unwrap();
        let form = AcceptLink { secret, password: "a new password".into() };
        room.clock.advance(SignedDuration::from_hours(71));
        assert!(accept_link(&room.desk, form.clone()).await.is_ok());
        assert!(matches!(accept_link(&room.desk, form).await, Err(Error::LinkSpent)));
        assert!(room.sign_in("ann@example.com", "a new password", "192.0.2.1").await.is_ok());
        assert!(matches!(room.sign_in("ann@example.com", PASSWORD, "192.0.2.1").await, Err(Error::SignIn)));

        let secret = room.desk.write(&boss, ResetPassword { id }).await.unwrap();
        room.clock.advance(SignedDuration::from_hours(72));
        let late = accept_link(&room.desk, AcceptLink { secret, password: PASSWORD.into() }).await;
        assert!(matches!(late, Err(Error::LinkSpent)));
    }

    async fn a_reset_ends_the_sessions_that_were(room: &Room) {
        let boss = room.boss().await;
        let old = room.colleague(&boss, "ann@example.com", Role::Rep).await;
        let secret = room.desk.write(&boss, ResetPassword { id: old.member }).await.unwrap();
        let new = accept_link(&room.desk, AcceptLink { secret, password: "a new password".into() }).await.unwrap();
        assert!(room.signed(&old.secret).await.is_none());
        assert!(room.signed(&new.secret).await.is_some());
    }

    async fn a_short_password_leaves_the_link_good(room: &Room) {
        let boss = room.boss().await;
        let id = room.colleague(&boss, "ann@example.com", Role::Rep).await.member;
        let secret = room.desk.write(&boss, ResetPassword { id }).await.unwrap();
        let short = accept_link(&room.desk, AcceptLink { secret: secret.clone(), password: "short".into() }).await;
        assert_eq!(faults(short), [FieldError::new("password", Fault::TooShort { least: 10 })]);
        assert!(accept_link(&room.desk, AcceptLink { secret, password: PASSWORD.into() }).await.is_ok());
    }

    async fn a_first_link_sets_nobodys_password(room: &Room) {
        let link = room.desk.write(&room.system(), desk::access::InitialLink).await.unwrap().unwrap();
        let before = room.rows().await;
        let used = accept_link(&room.desk, AcceptLink { secret: link, password: PASSWORD.into() }).await;
        assert!(matches!(used, Err(Error::LinkSpent)));
        assert_eq!(room.rows().await, before);
    }

    async fn who_has_no_e_mail_is_not_invited(room: &Room) {
        let boss = room.boss().await;
        let id = room.member(&boss, "Ann", Role::Rep, None).await;
        let invited = room.desk.write(&boss, InviteMember { id }).await;
        assert_eq!(faults(invited), [FieldError::new("email", Fault::Required)]);
    }

    async fn an_e_mail_belongs_to_one_member_whatever_the_capitals(room: &Room) {
        let boss = room.boss().await;
        let email = Some("BOSS@example.com".to_owned());
        let act = CreateMember { name: "Eve".into(), email, role: Role::Rep, team: None };
        let taken = FieldError::new("email", Fault::Taken { by: "Boss".into() });
        assert_eq!(faults(room.desk.write(&boss, act).await), [taken]);
    }

    async fn the_last_administrator_stays(room: &Room) {
        let boss = room.boss().await;
        let id = boss.member.unwrap();
        let demoted = ChangeMember {
            id,
            name: "Boss".into(),
            email: Some("boss@example.com".into()),
            role: Role::Rep,
            team: None,
        };
        let before = room.rows().await;
        let last = |answer| matches!(answer, Err(Error::Conflict(Conflict::LastAdministrator)));
        assert!(last(room.desk.write(&boss, demoted.clone()).await));
        assert!(last(room.desk.write(&boss, ArchiveMember { id }).await));
        let mute = ChangeMember { email: None, role: Role::Administrator, ..demoted.clone() };
        assert!(last(room.desk.write(&boss, mute).await));
        assert_eq!(room.rows().await, before);

        // One who can't sign in does not count.
        room.member(&boss, "Mute", Role::Administrator, None).await;
        assert!(last(room.desk.write(&boss, demoted.clone()).await));
        room.colleague(&boss, "ann@example.com", Role::Administrator).await;
        assert!(room.desk.write(&boss, demoted).await.is_ok());
    }

    async fn an_archived_member_is_out_at_once_and_may_come_back(room: &Room) {
        let boss = room.boss().await;
        let ann = room.colleague(&boss, "ann@example.com", Role::Rep).await;
        room.desk.write(&boss, ArchiveMember { id: ann.member }).await.unwrap();
        assert!(room.signed(&ann.secret).await.is_none());
        assert!(matches!(room.sign_in("ann@example.com", PASSWORD, "192.0.2.1").await, Err(Error::SignIn)));
        let list = room.desk.read(&boss, ListMembers).await.unwrap();
        let row = list.iter().find(|row| row.id == ann.member).unwrap();
        assert!(row.archived_at.is_some() && !row.can_sign_in);
        let offered = room.desk.read(&boss, MemberChoices::default()).await.unwrap();
        assert!(offered.iter().all(|name| name.id != ann.member));
        let kept = room.desk.read(&boss, MemberChoices { kept: vec![ann.member] }).await.unwrap();
        assert!(kept.iter().any(|name| name.id == ann.member));
        room.desk.write(&boss, RestoreMember { id: ann.member }).await.unwrap();
        assert!(room.sign_in("ann@example.com", PASSWORD, "192.0.2.1").await.is_ok());
    }

    async fn a_changed_password_ends_the_other_sessions(room: &Room) {
        let one = room.first().await;
        let other = room.sign_in("boss@example.com", PASSWORD, "192.0.2.1").await.unwrap();
        let signed = room.signed(&one.secret).await.unwrap();
        let new = String::from("another password");
        let wrong = ChangePassword { old: "wrong password".into(), new: new.clone(), session: Some(signed.session) };
        let refused = change_password(&room.desk, &signed.actor, wrong.clone()).await;
        assert_eq!(faults(refused)[0].field, "old");
        let right = ChangePassword { old: PASSWORD.into(), ..wrong };
        change_password(&room.desk, &signed.actor, right).await.unwrap();
        assert!(room.signed(&one.secret).await.is_some());
        assert!(room.signed(&other.secret).await.is_none());
        assert!(room.sign_in("boss@example.com", &new, "192.0.2.1").await.is_ok());
    }

    async fn a_member_sets_language_zone_and_theme(room: &Room) {
        let boss = room.boss().await;
        let change = ChangeProfile {
            name: "Боссов".into(),
            language: Lang::Ru,
            time_zone: Some("Asia/Omsk".into()),
            theme: "dark".into(),
            single_keys: false,
        };
        room.desk.write(&boss, change.clone()).await.unwrap();
        let seen = room.desk.read(&boss, OwnProfile).await.unwrap();
        assert_eq!((seen.name.as_str(), seen.language, seen.theme.as_str()), ("Боссов", Lang::Ru, "dark"));
        let actor = room.actor(boss.member.unwrap()).await;
        assert_eq!((actor.lang, actor.zone.iana_name()), (Lang::Ru, Some("Asia/Omsk")));
        let odd = ChangeProfile { time_zone: Some("Atlantis".into()), theme: "pink".into(), ..change };
        assert_eq!(faults(room.desk.write(&boss, odd).await).len(), 2);
    }

    async fn a_head_reaches_the_team_and_below(room: &Room) {
        let boss = room.boss().await;
        let head = room.member(&boss, "Head", Role::Manager, None).await;
        let sales = team(room, &boss, "Sales", None, Some(head)).await;
        let north = team(room, &boss, "North", Some(sales), None).await;
        let far = team(room, &boss, "Far north", Some(north), None).await;
        let other = team(room, &boss, "Service", None, None).await;
        let near = room.member(&boss, "Near", Role::Rep, Some(sales)).await;
        let deep = room.member(&boss, "Deep", Role::Rep, Some(far)).await;
        let stranger = room.member(&boss, "Stranger", Role::Rep, Some(other)).await;
        let actor = room.actor(head).await;
        assert_eq!(actor.reads, Owners::Only(vec![head, near, deep]));
        assert_eq!(actor.writes, actor.reads);
        assert_eq!(room.actor(deep).await.reads, Owners::Only(vec![deep]));

        // Moved elsewhere, what is below goes along.
        let moved = ChangeTeam { id: north, name: "North".into(), parent: Some(other), head: None };
        room.desk.write(&boss, moved).await.unwrap();
        assert_eq!(room.actor(head).await.reads, Owners::Only(vec![head, near]));
        let tree = room.desk.read(&boss, ListTeams).await.unwrap();
        let shape: Vec<(usize, &str)> = tree.iter().map(|team| (team.depth, team.row.name.as_str())).collect();
        assert_eq!(shape, [(0, "Sales"), (0, "Service"), (1, "North"), (2, "Far north")]);
        assert!(!actor.reads.holds(stranger));
    }

    async fn a_team_does_not_come_below_itself(room: &Room) {
        let boss = room.boss().await;
        let top = team(room, &boss, "Top", None, None).await;
        let low = team(room, &boss, "Low", Some(top), None).await;
        let before = room.rows().await;
        for parent in [top, low] {
            let moved = ChangeTeam { id: top, name: "Top".into(), parent: Some(parent), head: None };
            let refused = faults(room.desk.write(&boss, moved).await);
            assert_eq!(refused, [FieldError::new("parent", Fault::WouldLoop)]);
        }
        assert_eq!(room.rows().await, before);
    }

    async fn a_team_with_members_is_not_put_away(room: &Room) {
        let boss = room.boss().await;
        let id = team(room, &boss, "Sales", None, None).await;
        let ann = room.member(&boss, "Ann", Role::Rep, Some(id)).await;
        let refused = room.desk.write(&boss, ArchiveTeam { id }).await;
        assert!(matches!(refused, Err(Error::Conflict(Conflict::InUse))));
        room.desk.write(&boss, ArchiveMember { id: ann }).await.unwrap();
        assert!(room.desk.write(&boss, ArchiveTeam { id }).await.is_ok());
        let act = CreateMember { name: "Eve".into(), email: None, role: Role::Rep, team: Some(id) };
        assert_eq!(faults(room.desk.write(&boss, act).await)[0].field, "team");
    }

    async fn a_team_name_is_taken_whatever_the_case(room: &Room) {
        let boss = room.boss().await;
        team(room, &boss, "Отдел Продаж", None, None).await;
        let act = CreateTeam { name: " отдел  продаж ".into(), parent: None, head: None };
        assert_eq!(faults(room.desk.write(&boss, act).await)[0].field, "name");
    }
}

fn faults<T>(answer: Result<T, Error>) -> Vec<FieldError> {
    match answer {
        Err(Error::Invalid(faults)) => faults,
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("not refused"),
    }
}

async fn team(
    room: &crate::room::Room,
    boss: &sales::Actor,
    name: &str,
    parent: Option<i64>,
    head: Option<i64>,
) -> i64 {
    room.desk.write(boss, CreateTeam { name: name.to_owned(), parent, head }).await.unwrap()
}
