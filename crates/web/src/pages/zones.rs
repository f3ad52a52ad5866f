//! The time zones that one may choose.

use jiff::tz;

/// The areas of the time zone database; what stands elsewhere in it are old names and fixed offsets.
const AREAS: [&str; 10] = [
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

/// Choices of a select, by name: UTC, every zone of an area, and first the one in use where it is none of these.
pub fn zones(chosen: &str) -> Vec<(String, String)> {
    let all = tz::db().available().map(|name| name.as_str().to_owned());
    let mut names: Vec<String> = all.filter(|name| AREAS.iter().any(|area| name.starts_with(area))).collect();
    names.sort();
    names.insert(0, "UTC".to_owned());
    if !chosen.is_empty() && !names.iter().any(|name| name == chosen) {
        names.insert(0, chosen.to_owned());
    }
    names.into_iter().map(|name| (name.clone(), name)).collect()
}

#[cfg(test)]
mod tests {
    use super::zones;

    #[test]
    fn every_zone_that_people_live_in_may_be_chosen_and_the_one_in_use_is_kept() {
        let names: Vec<String> = zones("Etc/UTC").into_iter().map(|(name, _)| name).collect();
        assert_eq!(&names[..2], ["Etc/UTC", "UTC"]);
        for name in
            ["Asia/Tokyo", "Australia/Sydney", "Europe/Madrid", "Asia/Yekaterinburg", "Pacific/Auckland"]
        {
            assert!(names.iter().any(|one| one == name), "{name}");
        }
        assert!(names.len() > 300 && !names.iter().any(|name| name.starts_with("right/")), "{}", names.len());
        assert_eq!(zones("Asia/Tokyo")[0].0, "UTC");
    }
}
