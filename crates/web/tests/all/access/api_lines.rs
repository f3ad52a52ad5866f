//! Who may ask what of the API.

use super::lines::Line;
use super::lines::Sends::{Bytes, Json, Nothing};
use super::lines::{act, ask, get};
use super::rules::Rule::*;

/// Fields of an hour.
macro_rules! hour {
    ($kind:literal) => {
        concat!(
            r#""type":""#,
            $kind,
            r#"","starts_at":"2026-11-24T10:00:00Z","ends_at":"2026-11-24T11:00:00Z""#
        )
    };
}

/// By address, each with what it asks of the token.
#[rustfmt::skip]
pub const LINES: &[Line] = &[
    get("GET /api/v1/openapi.json", "/api/v1/openapi.json", Everybody),
    get("GET /api/v1/me", "/api/v1/me", Members).asks("read"),
    get("GET /api/v1/day", "/api/v1/day", Members).asks("work:read"),
    get("GET /api/v1/day", "/api/v1/day?member=<owner>", Reads).asks("work:read"),
    get("GET /api/v1/search", "/api/v1/search?q=harbour", Members).asks("everything:read"),
    // Deals.
    get("GET /api/v1/deals", "/api/v1/deals", Members).asks("deals:read"),
    act("POST /api/v1/deals", "/api/v1/deals", Writers, Json(r#"{"name":"New","company_id":<shared_company>,"currency":"EUR"}"#)).asks("deals:write"),
    get("GET /api/v1/deals/summary", "/api/v1/deals/summary?by=stage", Members).asks("deals:read"),
    get("GET /api/v1/deals/board", "/api/v1/deals/board", Members).asks("deals:read"),
    get("GET /api/v1/deals/{id}", "/api/v1/deals/<deal>", Reads).asks("deals:read"),
    act("PATCH /api/v1/deals/{id}", "/api/v1/deals/<deal>", Writes, Json(r#"{"name":"Renamed","version":<deal_version>}"#)).asks("deals:write"),
    act("POST /api/v1/deals/{id}/archive", "/api/v1/deals/<deal>/archive", Writes, Nothing).asks("deals:write"),
    act("POST /api/v1/deals/{id}/restore", "/api/v1/deals/<archived_deal>/restore", Writes, Nothing).asks("deals:write"),
    act("PUT /api/v1/deals/{id}/owner", "/api/v1/deals/<deal>/owner", Writes, Json(r#"{"owner_id":<peer>}"#)).asks("deals:write"),
    get("GET /api/v1/deals/{id}/moves", "/api/v1/deals/<deal>/moves", Reads).asks("deals:read"),
    act("POST /api/v1/deals/{id}/moves", "/api/v1/deals/<deal>/moves", Writes,
        Json(concat!(r#"{"move":"book","next_steps":[{"#, hour!("first-appointment"), "}]}"))).asks("deals:write"),
    get("GET /api/v1/deals/{id}/timeline", "/api/v1/deals/<deal>/timeline", Reads).asks("deals:read"),
    // Clients.
    get("GET /api/v1/companies", "/api/v1/companies", Members).asks("clients:read"),
    act("POST /api/v1/companies", "/api/v1/companies", Writers, Json(r#"{"name":"Newfound"}"#)).asks("clients:write"),
    get("GET /api/v1/companies/{id}", "/api/v1/companies/<company>", Reads).asks("clients:read"),
    get("GET /api/v1/companies/{id}", "/api/v1/companies/<shared_company>", Members).asks("clients:read"),
    act("PATCH /api/v1/companies/{id}", "/api/v1/companies/<company>", Writes, Json(r#"{"name":"Renamed","version":<company_version>}"#)).asks("clients:write"),
    act("POST /api/v1/companies/{id}/archive", "/api/v1/companies/<company>/archive", Writes, Nothing).asks("clients:write"),
    act("POST /api/v1/companies/{id}/restore", "/api/v1/companies/<archived_company>/restore", Writes, Nothing).asks("clients:write"),
    get("GET /api/v1/companies/{id}/timeline", "/api/v1/companies/<company>/timeline", Reads).asks("clients:read"),
    get("GET /api/v1/people", "/api/v1/people", Members).asks("clients:read"),
    act("POST /api/v1/people", "/api/v1/people", Writers, Json(r#"{"name":"Newfound"}"#)).asks("clients:write"),
    get("GET /api/v1/people/{id}", "/api/v1/people/<person>", Reads).asks("clients:read"),
    act("PATCH /api/v1/people/{id}", "/api/v1/people/<person>", Writes, Json(r#"{"name":"Renamed","version":<person_version>}"#)).asks("clients:write"),
    act("POST /api/v1/people/{id}/archive", "/api/v1/people/<person>/archive", Writes, Nothing).asks("clients:write"),
    act("POST /api/v1/people/{id}/restore", "/api/v1/people/<archived_person>/restore", Writes, Nothing).asks("clients:write"),
    get("GET /api/v1/people/{id}/timeline", "/api/v1/people/<person>/timeline", Reads).asks("clients:read"),
    // Work.
    get("GET /api/v1/activities", "/api/v1/activities", Members).asks("work:read"),
    get("GET /api/v1/tasks", "/api/v1/tasks", Members).asks("work:read"),
    act("POST /api/v1/activities", "/api/v1/activities", Writers, Json(concat!("{", hour!("call"), "}"))).asks("work:write"),
    act("POST /api/v1/activities", "/api/v1/activities", Writes, Json(concat!(r#"{"on":{"deal":<deal>},"#, hour!("call"), "}"))).asks("work:write"),
    act("POST /api/v1/activities", "/api/v1/activities", Writes, Json(concat!(r#"{"on":{"company":<company>},"#, hour!("call"), "}"))).asks("work:write"),
    act("POST /api/v1/activities", "/api/v1/activities", Writes, Json(concat!(r#"{"on":{"person":<person>},"#, hour!("call"), "}"))).asks("work:write"),
    act("POST /api/v1/activities/log", "/api/v1/activities/log", Writes, Json(concat!(r#"{"on":{"deal":<deal>},"#, hour!("call"), "}"))).asks("work:write"),
    act("PUT /api/v1/activities/{id}", "/api/v1/activities/<activity>", Writes, Json(concat!("{", hour!("call"), "}"))).asks("work:write"),
    act("PUT /api/v1/activities/{id}", "/api/v1/activities/<own_activity>", Writes, Json(concat!("{", hour!("call"), "}"))).asks("work:write"),
    act("POST /api/v1/activities/{id}/complete", "/api/v1/activities/<activity>/complete", Writes,
        Json(concat!(r#"{"next_step":{"#, hour!("call"), "}}"))).asks("work:write"),
    act("POST /api/v1/activities/{id}/complete", "/api/v1/activities/<own_activity>/complete", Writes, Json("{}")).asks("work:write"),
    act("POST /api/v1/activities/{id}/cancel", "/api/v1/activities/<activity>/cancel", Writes,
        Json(concat!(r#"{"next_step":{"#, hour!("call"), "}}"))).asks("work:write"),
    act("POST /api/v1/activities/{id}/cancel", "/api/v1/activities/<own_activity>/cancel", Writes, Json("{}")).asks("work:write"),
    act("POST /api/v1/tasks", "/api/v1/tasks", Writers, Json(r#"{"title":"Mow"}"#)).asks("work:write"),
    act("POST /api/v1/tasks", "/api/v1/tasks", Writes, Json(r#"{"title":"Mow","on":{"deal":<deal>}}"#)).asks("work:write"),
    act("PUT /api/v1/tasks/{id}", "/api/v1/tasks/<task>", Writes, Json(r#"{"title":"Mow"}"#)).asks("work:write"),
    act("PUT /api/v1/tasks/{id}", "/api/v1/tasks/<own_task>", Writes, Json(r#"{"title":"Mow"}"#)).asks("work:write"),
    act("POST /api/v1/tasks/{id}/complete", "/api/v1/tasks/<task>/complete", Writes, Nothing).asks("work:write"),
    act("POST /api/v1/tasks/{id}/complete", "/api/v1/tasks/<own_task>/complete", Writes, Nothing).asks("work:write"),
    act("POST /api/v1/tasks/{id}/reopen", "/api/v1/tasks/<done_task>/reopen", Writes, Nothing).asks("work:write"),
    act("POST /api/v1/notes", "/api/v1/notes", Writes, Json(r#"{"on":{"deal":<deal>},"body":"Remember"}"#)).asks("work:write"),
    act("POST /api/v1/notes", "/api/v1/notes", Writes, Json(r#"{"on":{"company":<company>},"body":"Remember"}"#)).asks("work:write"),
    get("GET /api/v1/deals/{id}/files", "/api/v1/deals/<deal>/files", Reads).asks("files:read"),
    get("GET /api/v1/companies/{id}/files", "/api/v1/companies/<company>/files", Reads).asks("files:read"),
    get("GET /api/v1/people/{id}/files", "/api/v1/people/<person>/files", Reads).asks("files:read"),
    act("POST /api/v1/deals/{id}/files", "/api/v1/deals/<deal>/files?name=a.txt", Writes, Bytes("words")).asks("files:write"),
    act("POST /api/v1/companies/{id}/files", "/api/v1/companies/<company>/files?name=a.txt", Writes, Bytes("words")).asks("files:write"),
    act("POST /api/v1/people/{id}/files", "/api/v1/people/<person>/files?name=a.txt", Writes, Bytes("words")).asks("files:write"),
    get("GET /api/v1/files/{id}", "/api/v1/files/<file>", Reads).asks("files:read"),
    get("GET /api/v1/files/{id}", "/api/v1/files/<company_file>", Reads).asks("files:read"),
    get("GET /api/v1/files/{id}", "/api/v1/files/<person_file>", Reads).asks("files:read"),
    act("DELETE /api/v1/files/{id}", "/api/v1/files/<file>", Writes, Nothing).asks("files:write"),
    act("DELETE /api/v1/files/{id}", "/api/v1/files/<company_file>", Writes, Nothing).asks("files:write"),
    act("POST /api/v1/acts/{act}/undo", "/api/v1/acts/<act>/undo", Writes, Nothing).asks("everything:write"),
    get("GET /api/v1/notifications", "/api/v1/notifications", Members).asks("work:read"),
    act("POST /api/v1/notifications/read", "/api/v1/notifications/read", Own, Nothing).asks("work:write"),
    act("POST /api/v1/notifications/{id}/read", "/api/v1/notifications/<notice>/read", Own, Nothing).asks("work:write"),
    // What the installation shares.
    get("GET /api/v1/members", "/api/v1/members", Administrators).asks("administration"),
    act("POST /api/v1/members", "/api/v1/members", Administrators, Json(r#"{"name":"Newman","role":"rep"}"#)).asks("administration"),
    get("GET /api/v1/members/names", "/api/v1/members/names", Members).asks("read"),
    get("GET /api/v1/teams", "/api/v1/teams", Members).asks("read"),
    get("GET /api/v1/products", "/api/v1/products", Members).asks("read"),
    act("POST /api/v1/products", "/api/v1/products", Administrators, Json(r#"{"name":"Rack","currency":"EUR"}"#)).asks("administration"),
    get("GET /api/v1/choices", "/api/v1/choices?list=source", Members).asks("read"),
    get("GET /api/v1/processes", "/api/v1/processes", Members).asks("read"),
    ask("POST /api/v1/processes/check", "/api/v1/processes/check", Members, Json(r#"{"definition":"process: x"}"#)).asks("read"),
    get("GET /api/v1/processes/{process}", "/api/v1/processes/six-stage-funnel", Members).asks("read"),
    get("GET /api/v1/changes", "/api/v1/changes", Members).asks("everything:read"),
    get("GET /api/v1/changes/stream", "/api/v1/changes/stream", Members).asks("everything:read"),
    act("POST /api/v1/batch", "/api/v1/batch", Writers,
        Json(r#"{"all_or_nothing":true,"rows":[{"make":"company","fields":{"name":"Newfound"}}]}"#)).asks("write"),
    // Imports.
    get("GET /api/v1/imports", "/api/v1/imports", Importers).asks("imports:read"),
    act("POST /api/v1/imports", "/api/v1/imports", Importers,
        Json(r#"{"files":[{"name":"companies.csv","content":"TmFtZQpLcmVjaGV0Cg=="}]}"#)).asks("imports:write"),
    get("GET /api/v1/imports/{id}", "/api/v1/imports/<import>", Imports).asks("imports:read"),
    act("POST /api/v1/imports/{id}/start", "/api/v1/imports/<draft>/start", Imports, Nothing).asks("imports:write"),
    act("POST /api/v1/imports/{id}/cancel", "/api/v1/imports/<running>/cancel", Imports, Nothing).asks("imports:write"),
    act("POST /api/v1/imports/{id}/undo", "/api/v1/imports/<import>/undo", Imports, Json("{}")).asks("imports:write"),
    get("GET /api/v1/imports/{id}/rows", "/api/v1/imports/<import>/rows", Imports).asks("imports:read"),
    act("POST /api/v1/imports/rows/{row}", "/api/v1/imports/rows/<row>", Imports, Json(r#"{"values":[{"column":"Amount","value":"99"}]}"#)).asks("imports:write"),
];
