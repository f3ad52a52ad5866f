//! What a value may be, as the document tells it. The figures are those of the rules that check them.

use desk::bulk::MOST;
use desk::look::Sort;
use desk::settings::{DAY, LISTS};
use desk::view::{Noun, QUERY_MOST, Shared};
use sales::activity::{NextStep, OUTCOMES};
use sales::company::FOUNDED;
use sales::contact::MAIL_MOST;
use sales::field::{LINE_MOST, NAME_MOST, TEXT_MOST};
use sales::{Reach, Role};
use utoipa::openapi::schema::{
    AdditionalProperties, AnyOfBuilder, ArrayBuilder, KnownFormat, ObjectBuilder, Schema, SchemaFormat,
    SchemaType, Type,
};
use utoipa::openapi::{Ref, RefOr};
use utoipa::{PartialSchema, ToSchema};

use super::batch::{ROWS_MOST, Row};
use super::caller::PAGE_MOST;
use super::companies::ORDERS;
use super::deals::STATUSES;
use super::work;

/// No text holds U+0000.
const NO_ZERO: &str = "^[^\\u0000]*$";
/// The same with one letter at least that is no white space (the Unicode property, as the rules trim by it).
const NOT_BLANK: &str = "^[^\\u0000]*[^\\u0000\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000][^\\u0000]*$";
/// As [`sales::contact::parse_mail`] reads it.
const MAIL: &str = "^[!#-+\\--:=?A-~]{1,64}@[!#-+\\-/-:=?A-~]+(\\.[!#-+\\-/-:=?A-~]+)+$";
const KEY: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";
/// RFC 4648, with padding, and no bits left over.
const BASE64: &str = "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

/// Names a value of requests once, for every place where it stands.
macro_rules! bounds {
    ($($(#[doc = $says:literal])* $name:ident = $schema:expr;)*) => {$(
        $(#[doc = $says])*
        pub struct $name;

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                $schema.into()
            }
        }

        impl ToSchema for $name {}
    )*};
}

bounds! {
    /// Any text, such as a key or what is sought.
    Word = word();
    /// A name: never blank.
    Name = string().min_length(Some(1)).max_length(Some(NAME_MOST)).pattern(Some(NOT_BLANK));
    /// A short text.
    Label = string().max_length(Some(NAME_MOST)).pattern(Some(NO_ZERO));
    /// A key that records keep: small letters and digits, parted by hyphens.
    Key = string().max_length(Some(NAME_MOST)).pattern(Some(KEY));
    /// A line, such as an address.
    Line = string().max_length(Some(LINE_MOST)).pattern(Some(NO_ZERO));
    /// A long text.
    Text = string().max_length(Some(TEXT_MOST)).pattern(Some(NO_ZERO));
    /// A long text that is never blank.
    Body = string().min_length(Some(1)).max_length(Some(TEXT_MOST)).pattern(Some(NOT_BLANK));
    /// A mail address.
    Mail = string().max_length(Some(MAIL_MOST)).pattern(Some(MAIL));
    /// Bytes in base64.
    Base64 = string().content_encoding("base64").pattern(Some(BASE64));
    /// A count, or an amount in minor units: not below nothing.
    NotNegative = integer().minimum(Some(0));
    /// Pieces, one at least.
    Pieces = integer().minimum(Some(1));
    /// 0 to 100.
    Percent = integer().minimum(Some(0)).maximum(Some(100));
    /// A year.
    Year = integer().minimum(Some(*FOUNDED.start())).maximum(Some(*FOUNDED.end()));
    /// A currency of ISO 4217.
    Currency = keys(currencies());
    /// A currency of ISO 4217; empty takes the installation's.
    OwnCurrency = keys(std::iter::once(String::new()).chain(currencies()));
    /// What came of an activity.
    Outcome = keys(OUTCOMES);
    /// What a member may do.
    RoleKey = keys(Role::ALL.map(Role::key));
    /// How a deal's next step stands.
    StepStands = keys(NextStep::ALL.map(NextStep::key));
    /// What deals are ordered by.
    DealOrder = keys(Sort::ALL.map(Sort::key));
    /// What companies are ordered by.
    CompanyOrder = keys(ORDERS.map(|(key, _)| key));
    /// Whether work is done.
    WorkStatus = keys(work::STATUSES);
    /// How far a role reaches.
    ReachKey = keys(Reach::ALL.map(Reach::key));
    /// A language of the product.
    LanguageKey = keys(["en", "ru"]);
    /// Minutes after midnight.
    MinuteOfDay = integer().minimum(Some(0)).maximum(Some(DAY));
    /// What a view is a view of.
    ViewNoun = keys(Noun::ALL.map(Noun::key));
    /// Who finds a view.
    SharedKey = keys(Shared::ALL.map(Shared::key));
    /// What the address of a list's page says.
    ViewQueryText = string().max_length(Some(QUERY_MOST)).pattern(Some(NO_ZERO));
    /// Ids of deals that are changed together.
    ManyIds = ArrayBuilder::new().items(integer()).min_items(Some(1)).max_items(Some(MOST));
    /// A maintained list.
    ListKey = keys(LISTS);
    /// An answer to what a move asks.
    AskedValue = AnyOfBuilder::new()
        .item(of(Type::Boolean))
        .item(integer())
        .item(word())
        .item(ArrayBuilder::new().items(word()))
        .item(amount())
        .item(of(Type::Null));
    /// Answers by the keys of what is asked: yes or no, numbers, texts, codes, days, instants and amounts; null is none.
    Answers = of(Type::Object)
        .property_names(Some(word()))
        .additional_properties(Some(Ref::from_schema_name(AskedValue::name())));
    /// Rows of a page.
    Limit = integer().minimum(Some(1)).maximum(Some(PAGE_MOST)).default(Some(50.into()));
    /// Rows of a batch.
    Rows = ArrayBuilder::new().items(Ref::from_schema_name(Row::name())).min_items(Some(1)).max_items(Some(ROWS_MOST));
    /// Ids with commas between them.
    Ids = ArrayBuilder::new().items(integer());
    /// Keys with commas between them.
    Keys = ArrayBuilder::new().items(Word::schema());
    /// Statuses of deals with commas between them.
    Statuses = ArrayBuilder::new().items(keys(STATUSES));
}

fn of(kind: Type) -> ObjectBuilder {
    ObjectBuilder::new().schema_type(SchemaType::Type(kind))
}

fn string() -> ObjectBuilder {
    of(Type::String)
}

fn word() -> ObjectBuilder {
    string().pattern(Some(NO_ZERO))
}

fn integer() -> ObjectBuilder {
    of(Type::Integer).format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64)))
}

/// As `deals/answers.rs` reads it.
fn amount() -> ObjectBuilder {
    of(Type::Object)
        .title(Some("AskedAmount"))
        .property("minor", integer())
        .required("minor")
        .property("currency", Ref::from_schema_name(Currency::name()))
        .required("currency")
        .additional_properties(Some(AdditionalProperties::FreeForm(false)))
}

fn keys<K: Into<String>>(keys: impl IntoIterator<Item = K>) -> ObjectBuilder {
    let keys: Vec<String> = keys.into_iter().map(Into::into).collect();
    string().enum_values(Some(keys))
}

/// The codes that [`sales::money::parse_currency`] knows.
fn currencies() -> impl Iterator<Item = String> {
    let codes = (0..26 * 26 * 26_u32).map(|nth| {
        let letter = |nth: u32| char::from_u32(u32::from('A') + nth % 26).unwrap_or('A');
        [nth / 676, nth / 26, nth].map(letter).iter().collect::<String>()
    });
    codes.filter(|code| sales::money::parse_currency(code).is_ok())
}
