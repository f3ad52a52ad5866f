//! The words a made-up company and its people are named with.

pub const GIVEN: [&str; 24] = [
    "Dana", "Marcus", "Priya", "Rhys", "Ruth", "Tomas", "Ines", "Karl", "Amara", "Jonas", "Lena", "Omar", "Ольга", "Иван",
    "Мария", "Павел", "Grace", "Hugo", "Nadia", "Felix", "Yara", "Simon", "Elif", "Noor",
];

pub const FAMILY: [&str; 24] = [
    "Whitfield", "Okafor", "Nair", "Thomas", "Sandys", "Keller", "Moreau", "Brandt", "Diallo", "Lindqvist", "Hoffmann",
    "Haddad", "Кравцова", "Седов", "Лебедева", "Громов", "Ashby", "Castellan", "Petrova", "Winter", "Mansour", "Pryce",
    "Demir", "Rahimi",
];

pub const FIRST: [&str; 30] = [
    "Calder", "Larkfield", "Redbridge", "Penrose", "Hollins", "Bright", "Moorland", "Tideway", "Ashgrove", "Kestrel",
    "Alder", "Fairlea", "Northmoor", "Harrow", "Coldbeck", "Lowther", "Beck", "Swale", "Hartwell", "Dunmore",
    "Stonebridge", "Eastgate", "Whinfell", "Orchard", "Saltmarsh", "Кречет", "Рассвет", "Север", "Гранит", "Вектор",
];

pub const SECOND: [&str; 20] = [
    "Brewing", "Printing", "Motors", "Architects", "Vets", "Dental", "Foods", "Marine", "Academy", "Logistics",
    "Solicitors", "Homes", "Housing", "Timber", "Hotels", "Packaging", "Energy", "Textiles", "Clinics", "Engineering",
];

pub const INDUSTRIES: [&str; 8] =
    ["Manufacturing", "Retail", "Health", "Logistics", "Education", "Services", "Software", "Hospitality"];

pub const TOWNS: [&str; 8] = ["Leeds", "York", "Bristol", "Hull", "Exeter", "Wakefield", "Тверь", "Казань"];

pub const WHAT: [&str; 12] = [
    "Managed services", "Firewall renewal", "Wi-Fi for new site", "Backup and recovery", "Microsoft 365 migration",
    "Helpdesk for three sites", "Network for new yard", "Secure document hosting", "Hardware refresh", "Phone system",
    "Cabling", "Security audit",
];

pub const PRODUCTS: [(&str, &str, i64); 8] = [
    ("Managed desktop", "Managed", 4_800),
    ("Managed server", "Managed", 9_600),
    ("Firewall", "Hardware", 1_850),
    ("Wi-Fi point", "Hardware", 640),
    ("Laptop", "Hardware", 980),
    ("Backup", "Cloud", 1_200),
    ("Migration day", "Project", 850),
    ("Cabling day", "Project", 720),
];

/// Stage, weight: more at the top of the funnel, most of history closed.
pub const STAGES: [(&str, u32); 8] = [
    ("prospect", 14),
    ("first-appointment", 9),
    ("discovery", 8),
    ("presentation", 6),
    ("follow-up", 7),
    ("commitment", 4),
    ("won", 27),
    ("lost", 25),
];
