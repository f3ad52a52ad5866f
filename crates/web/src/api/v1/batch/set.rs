//! Setting fields of a record that is there.

use desk::company::SetCompanyFields;
use desk::deal::SetDealFields;
use desk::person::SetPersonFields;
use desk::{Make, Setting};
use sales::Fault;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::api::v1::extract::of_value;
use crate::api::v1::{Caller, Problem, companies, deals, people};

/// What fields are set of.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noun {
    Deal,
    Company,
    Person,
}

type Named = Map<String, Value>;

/// Reads fields to set.
pub fn to_set(caller: &Caller, noun: Noun, id: i64, fields: &Named, was: &Named) -> Result<Make, Problem> {
    Ok(match noun {
        Noun::Deal => {
            if fields.contains_key("owner_id") {
                let value = "PUT /deals/{id}/owner".to_owned();
                return Err(caller.fault("owner_id", Fault::Unknown { value }));
            }
            let settings = settings::<deals::Fields, sales::deal::DealFields>(fields, was)?;
            Make::of(id, SetDealFields { id, settings })
        }
        Noun::Company => {
            let settings = settings::<companies::Fields, sales::company::CompanyFields>(fields, was)?;
            Make::of(id, SetCompanyFields { id, settings })
        }
        Noun::Person => {
            let settings = settings::<people::Fields, sales::person::PersonFields>(fields, was)?;
            Make::of(id, SetPersonFields { id, settings })
        }
    })
}

/// What `was` names and `fields` does not is set to what it was: only a condition.
fn settings<F, S>(fields: &Named, was: &Named) -> Result<Vec<Setting>, Problem>
where
    F: DeserializeOwned + Into<S>,
    S: Serialize,
{
    let (fields, was) = (read::<F, S>(fields)?, read::<F, S>(was)?);
    let conditions = was.iter().filter(|(name, _)| !fields.contains_key(*name));
    let named = fields.iter().chain(conditions);
    let setting = |(field, value): (&String, &Value)| Setting {
        field: field.clone(),
        value: value.clone(),
        was: was.get(field).cloned(),
    };
    Ok(named.map(setting).collect())
}

/// The fields that are named, as the record keeps them.
fn read<F: DeserializeOwned + Into<S>, S: Serialize>(named: &Named) -> Result<Named, Problem> {
    let fields: S = of_value::<F>(Value::Object(named.clone()))?.into();
    let all = match serde_json::to_value(fields) {
        Ok(Value::Object(all)) => all,
        _ => Map::new(),
    };
    Ok(all.into_iter().filter(|(name, _)| named.contains_key(name)).collect())
}
