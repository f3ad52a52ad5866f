//! Who finds a saved view, and who changes it.

use desk::Error;
use desk::member::CreateTeam;
use desk::view::{ChangeView, DeleteView, ListViews, Noun, SaveView, Shared, ViewFields};
use sales::{Actor, Role};

use crate::room::Room;

async fn titles(room: &Room, by: &Actor) -> Vec<String> {
    let seen = room.desk.read(by, ListViews { noun: Noun::Deal }).await.unwrap();
    seen.into_iter().map(|view| view.title).collect()
}

async fn keep(room: &Room, by: &Actor, title: &str, shared: Shared) -> i64 {
    let fields = ViewFields { title: title.into(), shared, query: "owner=me".into(), as_board: true };
    room.desk.write(by, SaveView { noun: Noun::Deal, fields, first: false }).await.unwrap()
}

async fn team(room: &Room, boss: &Actor, name: &str, parent: Option<i64>) -> i64 {
    room.desk.write(boss, CreateTeam { name: name.to_owned(), parent, head: None }).await.unwrap()
}

async fn member(room: &Room, boss: &Actor, name: &str, role: Role, team: Option<i64>) -> Actor {
    let id = room.member(boss, name, role, team).await;
    room.actor(id).await
}

on_both! {
    async fn a_teams_view_is_found_by_the_team_and_those_below_it(room: &Room) {
        let boss = room.boss().await;
        let above = team(room, &boss, "Sales", None).await;
        let below = team(room, &boss, "North", Some(above)).await;
        let beside = team(room, &boss, "Service", None).await;
        let head = member(room, &boss, "head", Role::Manager, Some(above)).await;
        let rep = member(room, &boss, "rep", Role::Rep, Some(below)).await;
        let other = member(room, &boss, "other", Role::Rep, Some(beside)).await;
        keep(room, &head, "The team's", Shared::Team).await;
        keep(room, &head, "The head's", Shared::Own).await;
        keep(room, &rep, "Of the north", Shared::Team).await;
        assert_eq!(titles(room, &head).await, ["The team's", "The head's"]);
        assert_eq!(titles(room, &rep).await, ["Of the north", "The team's"]);
        assert_eq!(titles(room, &other).await, [""; 0]);
    }

    async fn a_view_that_is_deleted_is_nobodys_first(room: &Room) {
        let boss = room.boss().await;
        let rep = member(room, &boss, "rep", Role::Rep, None).await;
        let id = keep(room, &boss, "For all", Shared::All).await;
        room.desk.write(&rep, ChangeView { id, fields: None, first: true }).await.unwrap();
        let seen = room.desk.read(&rep, ListViews { noun: Noun::Deal }).await.unwrap();
        assert!(seen[0].is_first && !seen[0].may_change);
        let rows = room.rows().await;
        assert!(matches!(room.desk.write(&rep, DeleteView { id }).await, Err(Error::Forbidden)));
        assert_eq!(room.rows().await, rows, "a refused act changes no row");
        room.desk.write(&boss, DeleteView { id }).await.unwrap();
        assert_eq!(titles(room, &rep).await, [""; 0]);
    }
}
