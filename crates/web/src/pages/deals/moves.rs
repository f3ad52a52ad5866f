//! Moving a deal: the list of its moves, and a card dropped on a stage.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use desk::case::MoveCase;
use desk::look::{Board, DealPage};
use maud::{Markup, html};
use process::{Level, OpenMove};

use super::board;
use super::cards::card_of;
use super::query::DealQuery;
use crate::answer::{Answer, Trouble};
use crate::app::App;
use crate::pages::cases::{Asked, Mending, dialog, goes_at_once, label, taken, ways};
use crate::pages::{came_from, sheet};
use crate::posted::{Form, Posted};
use crate::routes;
use crate::ui::{self, Button, Nav, Refusal, Toast, refusal, toast};
use crate::visitor::Visitor;

pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<i64>,
    Query(query): Query<Vec<(String, String)>>,
) -> Answer {
    let asked =
        Asked::load(&app, &visitor, &id.into()).await.map_err(|error| Trouble::from(error).told(&visitor))?;
    let back = sheet::back(&Form(query), &routes::deal(id));
    let all: Vec<&OpenMove> = asked.ways.moves.iter().collect();
    Ok(list(&asked, &all, &back, &visitor).show(&visitor))
}

/// A drop sends `stage`; the move is the one that leads there.
pub async fn drop(State(app): State<App>, Path(id): Path<i64>, headers: HeaderMap, posted: Posted) -> Answer {
    let Posted { visitor, form } = posted;
    let told = |error: desk::Error| Trouble::from(error).told(&visitor);
    let asked = Asked::load(&app, &visitor, &id.into()).await.map_err(told)?;
    let (stage, here) = (form.text("stage"), came_from(&headers, "/deals"));
    let leading: Vec<&OpenMove> =
        asked.ways.moves.iter().filter(|way| way.to.iter().any(|to| to == stage)).collect();
    let way = match leading.as_slice() {
        [] => return Ok(no_way(&asked, stage, &here, &visitor)),
        [way] => *way,
        several => return Ok(list(&asked, several, &here, &visitor).show(&visitor)),
    };
    if !way.open {
        return Ok(refused(&asked, way, stage, &here, &visitor));
    }
    if !goes_at_once(&asked, way, &visitor) {
        let start = Form(
            [("to", stage), ("back", here.as_str())]
                .map(|(key, value)| (key.to_owned(), value.to_owned()))
                .to_vec(),
        );
        return dialog(&app, &visitor, &asked, &way.move_key, start).await.map_err(told);
    }
    let act = MoveCase {
        of: id.into(),
        move_key: way.move_key.clone(),
        to: Some(stage.to_owned()),
        entry: Some(asked.ways.entry),
        ..MoveCase::default()
    };
    match visitor.write(&app, act).await {
        Ok(_) if visitor.fragment => {
            let stage = asked.stage(stage, &visitor);
            landed(&app, &visitor, id, &here, &stage).await.map_err(told)
        }
        Ok(_) => Ok(taken(&asked, way, Some(stage), &here, &visitor)),
        Err(desk::Error::Refused(_)) => {
            let now = Asked::load(&app, &visitor, &id.into()).await.map_err(told)?;
            Ok(refused(&now, now.way(&way.move_key).unwrap_or(way), stage, &here, &visitor))
        }
        Err(error) => Err(told(error)),
    }
}

/// The card as it is now, the heads of all columns, and the way back.
async fn landed(app: &App, visitor: &Visitor, id: i64, here: &str, stage: &str) -> desk::Result<Response> {
    let asked = Asked::load(app, visitor, &id.into()).await?;
    let query = DealQuery(Form(pairs(here)));
    let look = Board { process: query.process(), filter: query.board_filter(visitor), per_column: 1 };
    let seen = app.desk.read(visitor.actor(), look).await?;
    let deal = app.desk.read(visitor.actor(), DealPage { id }).await?;
    let words = visitor
        .speech
        .t_with("card-moved", &[("card", asked.about.name.clone().into()), ("stage", stage.into())]);
    let done = Toast { words, points: None, undo: visitor.did().map(routes::undo) };
    let fragment = html! {
        (ui::card(&card_of(&deal, &asked.known, &visitor.speech), &visitor.speech))
        @for column in &seen.columns { (board::head(column, &visitor.speech)) }
        (toast(&done, &visitor.signed.csrf, &visitor.speech))
    };
    Ok(fragment.into_response())
}

fn pairs(address: &str) -> Vec<(String, String)> {
    let parsed: Option<Uri> = address.parse().ok();
    let query = parsed.and_then(|uri| Query::<Vec<(String, String)>>::try_from_uri(&uri).ok());
    query.map(|Query(pairs)| pairs).unwrap_or_default()
}

/// What holds, what is missing, the one act that mends it.
fn refused(asked: &Asked, way: &OpenMove, stage: &str, back: &str, visitor: &Visitor) -> Response {
    let speech = &visitor.speech;
    let mending = Mending { about: &asked.about, known: &asked.known, speech, back };
    let needs: Vec<_> = way.needs.iter().filter(|need| need.level == Level::Block).collect();
    let missing = needs.iter().filter(|need| need.met != Some(true)).count();
    let first = needs.iter().find(|need| need.met != Some(true) && need.mend.is_some());
    let mend = first
        .and_then(|need| mending.act(need.mend.as_ref()?))
        .filter(|_| asked.ways.may_write)
        .map(Button::as_main);
    let words = speech.t_with(
        "refused-words",
        &[
            ("stage", asked.stage(stage, visitor).into()),
            ("total", needs.len().into()),
            ("missing", missing.into()),
        ],
    );
    let shown = Refusal {
        title: not_yet(asked, visitor),
        words,
        needs: needs.into_iter().map(|need| ui::Need { act: None, ..mending.need(need) }).collect(),
        offer: Markup::default(),
        mend,
    };
    answer(&shown, asked, visitor)
}

/// No move leads there: which ones there are.
fn no_way(asked: &Asked, stage: &str, back: &str, visitor: &Visitor) -> Response {
    let speech = &visitor.speech;
    let here = asked.stage(&asked.ways.stage, visitor);
    let words = speech.t_with("no-way", &[("from", here.into()), ("to", asked.stage(stage, visitor).into())]);
    let main = asked.ways.moves.iter().find(|way| way.main && !way.by_itself);
    let mend = main.map(|way| {
        let address = routes::and_back(&asked.about.a_move(&way.move_key), back);
        Button::main(label(way, asked, visitor)).opens(address)
    });
    answer(
        &Refusal { title: not_yet(asked, visitor), words, needs: Vec::new(), offer: Markup::default(), mend },
        asked,
        visitor,
    )
}

fn not_yet(asked: &Asked, visitor: &Visitor) -> String {
    let stage = asked.stage(&asked.ways.stage, visitor);
    visitor.speech.t_with("not-yet", &[("deal", asked.about.name.clone().into()), ("stage", stage.into())])
}

fn answer(shown: &Refusal, asked: &Asked, visitor: &Visitor) -> Response {
    if visitor.fragment {
        return (StatusCode::UNPROCESSABLE_ENTITY, refusal(shown, &visitor.speech)).into_response();
    }
    let all: Vec<&OpenMove> = asked.ways.moves.iter().collect();
    let mut sheet = list(asked, &all, &asked.about.home(), visitor);
    sheet.body = html! { h2 { (shown.title) } p { (shown.words) } (sheet.body) };
    sheet.refused(visitor)
}

/// The open moves, each leading to its dialog.
fn list(asked: &Asked, moves: &[&OpenMove], back: &str, visitor: &Visitor) -> sheet::Sheet {
    let speech = &visitor.speech;
    sheet::Sheet {
        id: "moves",
        title: speech.t("move-deal"),
        about: Some(asked.about.name.clone()),
        action: routes::act(&asked.about.home(), "moves"),
        back: back.to_owned(),
        active: Nav::Deals,
        body: ways::menu(asked, moves, back, visitor),
        send: None,
        hint: None,
    }
}
