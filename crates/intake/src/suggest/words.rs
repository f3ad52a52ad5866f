//! What people call the fields in their files, in English and Russian.

use crate::target::Record;

/// Header words that mean a field. Case, spaces and punctuation do not matter.
pub(super) fn words_of(record: Record, field: &str) -> &'static [&'static str] {
    match record {
        Record::Deal => deal(field),
        Record::Company => company(field),
        Record::Person => person(field),
        Record::Member => member(field),
        Record::Product => product(field),
    }
}

/// Does a folded header name the kind of record itself?
pub(super) fn names_the_kind(record: Record, header: &str) -> bool {
    let words: &[&str] = match record {
        Record::Deal => &["deal", "opportunity", "сделк", "возможност"],
        Record::Company => &["sector", "industry", "employees", "отрасль", "инн", "сотрудников"],
        Record::Person => &["firstname", "lastname", "givenname", "фамилия", "отчество", "имя"],
        Record::Member => &["manager", "team", "salesagent", "команда", "руководитель"],
        Record::Product => &["series", "sku", "price", "прайс", "артикул", "цена"],
    };
    words.iter().any(|word| header.contains(word))
}

fn deal(field: &str) -> &'static [&'static str] {
    match field {
        "source_id" => &["id", "deal id", "opportunity id", "record id", "ид", "номер сделки", "id сделки"],
        "name" => &[
            "deal name",
            "opportunity name",
            "name",
            "title",
            "deal",
            "название сделки",
            "сделка",
            "название",
        ],
        "company" => &[
            "company",
            "account",
            "account name",
            "client",
            "customer",
            "organization",
            "компания",
            "клиент",
            "организация",
            "заказчик",
        ],
        "person" => &["contact", "contact name", "person", "контакт", "контактное лицо", "фио"],
        "person_phone" => {
            &["phone", "contact phone", "mobile", "телефон", "рабочий телефон", "мобильный телефон"]
        }
        "person_mail" => &["email", "contact email", "почта", "эл. почта", "электронная почта"],
        "owner" => &[
            "owner",
            "deal owner",
            "sales agent",
            "sales rep",
            "responsible",
            "assigned to",
            "ответственный",
            "менеджер",
            "владелец",
        ],
        "stage" => {
            &["stage", "deal stage", "status", "pipeline stage", "стадия", "стадия сделки", "этап", "статус"]
        }
        "amount" => &[
            "amount",
            "value",
            "deal value",
            "close value",
            "sum",
            "revenue",
            "сумма",
            "бюджет",
            "стоимость",
        ],
        "recurring" => &["recurring", "mrr", "monthly", "абонентская плата", "ежемесячно"],
        "currency" => &["currency", "валюта"],
        "expected_close_on" => &[
            "expected close",
            "expected close date",
            "forecast date",
            "планируемая дата закрытия",
            "предполагаемая дата закрытия",
            "ожидаемая дата",
        ],
        "created_on" => {
            &["created", "create date", "created on", "date created", "дата создания", "создана", "создан"]
        }
        "entered_on" => &["engage date", "stage date", "entered", "start date", "дата этапа", "дата начала"],
        "closed_on" => {
            &["closed", "close date", "closed on", "won date", "дата закрытия", "закрыта", "дата завершения"]
        }
        "probability" => &["probability", "вероятность"],
        "type" => &["type", "deal type", "тип", "тип сделки"],
        "product" => &["product", "item", "товар", "продукт", "услуга"],
        "source" => &["source", "lead source", "источник"],
        "campaign" => &["campaign", "utm campaign", "кампания"],
        "description" => {
            &["description", "comment", "notes", "note", "комментарий", "описание", "примечание"]
        }
        "lost_reason" => {
            &["lost reason", "loss reason", "reason lost", "причина отказа", "причина проигрыша"]
        }
        _ => &[],
    }
}

fn company(field: &str) -> &'static [&'static str] {
    match field {
        "source_id" => &["id", "company id", "account id", "ид"],
        "name" => &[
            "company",
            "account",
            "company name",
            "account name",
            "name",
            "organization",
            "компания",
            "название компании",
            "название",
            "организация",
        ],
        "parent" => &[
            "parent",
            "parent company",
            "subsidiary of",
            "головная компания",
            "холдинг",
            "материнская компания",
        ],
        "industry" => &["industry", "sector", "отрасль", "сфера деятельности"],
        "type" => &["customer type", "company type", "account type", "тип клиента", "вид клиента"],
        "competitor" => &["competitor", "competition", "конкурент", "конкуренты"],
        "employees" => &[
            "employees",
            "number of employees",
            "headcount",
            "сотрудников",
            "число сотрудников",
            "количество сотрудников",
        ],
        "founded" => &["founded", "year established", "year founded", "год основания"],
        "annual_revenue" => &["revenue", "annual revenue", "turnover", "выручка", "годовой оборот", "оборот"],
        "currency" => &["currency", "валюта"],
        "address" => &["address", "office location", "location", "country", "city", "адрес", "город"],
        "phone" => &["phone", "телефон", "рабочий телефон"],
        "web" => &["web", "website", "site", "url", "сайт"],
        "owner" => &["owner", "account manager", "responsible", "ответственный", "менеджер"],
        _ => &[],
    }
}

fn person(field: &str) -> &'static [&'static str] {
    match field {
        "source_id" => &["id", "contact id", "person id", "ид"],
        "name" => &["name", "full name", "contact", "contact name", "фио", "контакт", "полное имя"],
        "given" => &["first name", "given name", "имя"],
        "family" => &["last name", "family name", "surname", "фамилия"],
        "company" => &["company", "account", "organization", "компания", "организация"],
        "role" => &["role", "job title", "title", "position", "роль", "должность"],
        "mail" => &["email", "e-mail", "mail", "почта", "эл. почта", "электронная почта"],
        "phone" => &["phone", "mobile", "телефон", "рабочий телефон", "мобильный телефон"],
        "language" => &["language", "язык"],
        "owner" => &["owner", "responsible", "ответственный", "менеджер"],
        _ => &[],
    }
}

fn member(field: &str) -> &'static [&'static str] {
    match field {
        "source_id" => &["id", "user id", "employee id", "табельный номер"],
        "name" => &[
            "sales agent",
            "agent",
            "sales rep",
            "member",
            "user",
            "employee",
            "name",
            "сотрудник",
            "менеджер",
            "фио",
        ],
        "email" => &["email", "mail", "почта", "эл. почта"],
        "team" => &["team", "department", "group", "команда", "отдел", "группа"],
        "team_head" => &["manager", "team head", "head", "supervisor", "руководитель", "начальник"],
        "region" => &["region", "regional office", "office", "регион", "филиал"],
        "role" => &["role", "position", "роль", "должность"],
        _ => &[],
    }
}

fn product(field: &str) -> &'static [&'static str] {
    match field {
        "source_id" => &["id", "product id", "sku", "артикул", "код"],
        "name" => {
            &["product", "product name", "name", "item", "товар", "название", "наименование", "продукт"]
        }
        "series" => &["series", "category", "family", "серия", "категория", "группа"],
        "list_price" => &["price", "list price", "sales price", "цена", "прайс", "стоимость"],
        "currency" => &["currency", "валюта"],
        _ => &[],
    }
}
