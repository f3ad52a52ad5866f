//! When work is done.

use sales::calendar::WorkingHours;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::v1::bounds::MinuteOfDay;
use crate::api::v1::shared::maybe_object;

/// When a day's work begins and ends, in minutes after midnight; the end is after the beginning.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    #[schema(value_type = MinuteOfDay)]
    pub opens: i16,
    #[schema(value_type = MinuteOfDay)]
    pub closes: i16,
}

/// Hours of each weekday; null is a free day.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Week {
    #[serde(default, deserialize_with = "maybe_object")]
    pub monday: Option<Hours>,
    #[serde(default, deserialize_with = "maybe_object")]
    pub tuesday: Option<Hours>,
    #[serde(default, deserialize_with = "maybe_object")]
    pub wednesday: Option<Hours>,
    #[serde(default, deserialize_with = "maybe_object")]
    pub thursday: Option<Hours>,
    #[serde(default, deserialize_with = "maybe_object")]
    pub friday: Option<Hours>,
    #[serde(default, deserialize_with = "maybe_object")]
    pub saturday: Option<Hours>,
    #[serde(default, deserialize_with = "maybe_object")]
    pub sunday: Option<Hours>,
}

impl From<&WorkingHours> for Week {
    fn from(hours: &WorkingHours) -> Week {
        let [monday, tuesday, wednesday, thursday, friday, saturday, sunday] =
            hours.0.map(|day| day.map(|(opens, closes)| Hours { opens, closes }));
        Week { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
    }
}

impl From<Week> for WorkingHours {
    fn from(week: Week) -> WorkingHours {
        let Week { monday, tuesday, wednesday, thursday, friday, saturday, sunday } = week;
        let days = [monday, tuesday, wednesday, thursday, friday, saturday, sunday];
        WorkingHours(days.map(|day| day.map(|hours| (hours.opens, hours.closes))))
    }
}
