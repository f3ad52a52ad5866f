//! Our own icons: 16 px, one stroke of 1.5, round ends. They sit beside a word and say nothing themselves.

use maud::{Markup, PreEscaped, html};

macro_rules! icons {
    ($($name:ident = $drawing:literal,)*) => {
        /// A drawing of the set.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Icon { $($name,)* }

        impl Icon {
            /// Every drawing, for the gallery.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            const fn drawing(self) -> &'static str {
                match self { $(Self::$name => $drawing,)* }
            }
        }
    };
}

icons! {
    Sun = r#"<circle cx="8" cy="8" r="2.75"/><path d="M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9"/>"#,
    Moon = r#"<path d="M13.5 9.6A5.8 5.8 0 0 1 6.4 2.5a5.8 5.8 0 1 0 7.1 7.1z"/>"#,
    Board = r#"<path d="M2.25 2.25h3v11.5h-3zM6.5 2.25h3v7.5h-3zM10.75 2.25h3v5h-3z"/>"#,
    List = r#"<path d="M2 4h12M2 8h9M2 12h6"/>"#,
    Building = r#"<path d="M2.75 13.75V2.75h6v11M8.75 6.25h4.5v7.5M1.5 13.75h13M5 5.25h1.5M5 8h1.5M5 10.75h1.5M11 8.75v.01M11 11.25v.01"/>"#,
    Person = r#"<circle cx="8" cy="5" r="2.75"/><path d="M2.75 14c.4-2.9 2.4-4.25 5.25-4.25S12.85 11.1 13.25 14"/>"#,
    People = r#"<circle cx="6" cy="5.25" r="2.5"/><path d="M1.5 13.5c.3-2.5 2-3.75 4.5-3.75s4.2 1.25 4.5 3.75M10.5 2.9a2.5 2.5 0 0 1 0 4.7M12.2 10c1.4.5 2.2 1.7 2.4 3.5"/>"#,
    Flow = r#"<circle cx="3.5" cy="8" r="1.75"/><circle cx="12" cy="3.75" r="1.75"/><circle cx="12" cy="12.25" r="1.75"/><path d="M5.25 8h2.5M10.25 3.75H9A1.25 1.25 0 0 0 7.75 5v6A1.25 1.25 0 0 0 9 12.25h1.25"/>"#,
    Chart = r#"<path d="M2.25 2.25v11.5h11.5M5.5 11V8M8.5 11V4.75M11.5 11V6.5"/>"#,
    Import = r#"<path d="M8 2v7.5M5 6.75l3 3 3-3M2.25 10.5v3.25h11.5V10.5"/>"#,
    Export = r#"<path d="M8 9.75V2.25M5 5l3-3 3 3M2.25 10.5v3.25h11.5V10.5"/>"#,
    Columns = r#"<rect x="2" y="2.75" width="12" height="10.5" rx="1.5"/><path d="M6 2.75v10.5M10 2.75v10.5"/>"#,
    Gear = r#"<circle cx="8" cy="8" r="2"/><path d="M8 1.75v2M8 12.25v2M1.75 8h2M12.25 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4"/>"#,
    Search = r#"<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3.5 3.5"/>"#,
    Plus = r#"<path d="M8 3v10M3 8h10"/>"#,
    Minus = r#"<path d="M3 8h10"/>"#,
    Check = r#"<path d="m2.75 8.5 3.5 3.5 7-7.5"/>"#,
    Cross = r#"<path d="m3.5 3.5 9 9M12.5 3.5l-9 9"/>"#,
    Warning = r#"<path d="M8 2.25 14.5 13.5h-13zM8 6.5v3.25M8 11.5v.01"/>"#,
    Exclamation = r#"<circle cx="8" cy="8" r="6"/><path d="M8 4.75v3.75M8 11v.01"/>"#,
    Info = r#"<circle cx="8" cy="8" r="6"/><path d="M8 7.5v3.75M8 5v.01"/>"#,
    Clock = r#"<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.25 1.5"/>"#,
    Calendar = r#"<path d="M2.25 3.5h11.5v10.25H2.25zM2.25 6.75h11.5M5.25 1.75v3M10.75 1.75v3"/>"#,
    Lock = r#"<path d="M3.25 7h9.5v6.75h-9.5zM5.25 7V4.75a2.75 2.75 0 0 1 5.5 0V7"/>"#,
    Phone = r#"<path d="M3.5 2.25h2.25l1.25 3-1.5 1.25a8 8 0 0 0 4 4L10.75 9l3 1.25v2.25c0 .8-.6 1.4-1.4 1.3C6.8 13.4 2.6 9.2 2.2 3.65c0-.8.5-1.4 1.3-1.4z"/>"#,
    Mail = r#"<path d="M1.75 3.25h12.5v9.5H1.75zM2 3.75l6 5 6-5"/>"#,
    Paper = r#"<path d="M3.25 1.75h6l3.5 3.5v9H3.25zM9.25 1.75v3.5h3.5M5.5 8.5h5M5.5 11.25h5"/>"#,
    Note = r#"<path d="M2.5 2.5h11v7.75l-3.25 3.25H2.5zM13.25 10h-3v3.25M5 5.75h6M5 8.5h3"/>"#,
    Task = r#"<path d="M2.5 2.5h11v11h-11zM5.25 8.25l2 2 3.5-4"/>"#,
    Pen = r#"<path d="m2.5 13.5.75-3.25 7.5-7.5 2.5 2.5-7.5 7.5zM9.25 4.25l2.5 2.5"/>"#,
    Bin = r#"<path d="M2.5 4.25h11M6 4.25v-2h4v2M4 4.25l.6 9.5h6.8l.6-9.5M6.75 7v4M9.25 7v4"/>"#,
    Undo = r#"<path d="M5.25 2.75 2.25 5.75l3 3M2.5 5.75h7a3.75 3.75 0 0 1 0 7.5H6"/>"#,
    Right = r#"<path d="M2.5 8h11M9.5 4l4 4-4 4"/>"#,
    Left = r#"<path d="M13.5 8h-11M6.5 4l-4 4 4 4"/>"#,
    Up = r#"<path d="M8 13.5v-11M4 6.5l4-4 4 4"/>"#,
    Down = r#"<path d="M8 2.5v11M4 9.5l4 4 4-4"/>"#,
    ChevronDown = r#"<path d="m4 6 4 4 4-4"/>"#,
    ChevronRight = r#"<path d="m6 4 4 4-4 4"/>"#,
    ChevronLeft = r#"<path d="m10 4-4 4 4 4"/>"#,
    Sort = r#"<path d="M5 2.75v10.5M2.5 10.75l2.5 2.5 2.5-2.5M11 13.25V2.75M8.5 5.25l2.5-2.5 2.5 2.5"/>"#,
    Filter = r#"<path d="M2 3.75h12M4.25 8h7.5M6.5 12.25h3"/>"#,
    Dots = r#"<path d="M3.25 8v.01M8 8v.01M12.75 8v.01" stroke-width="2"/>"#,
    Clip = r#"<path d="m13.25 7.5-5.4 5.4a3.25 3.25 0 0 1-4.6-4.6l5.8-5.8a2.15 2.15 0 0 1 3.05 3.05l-5.65 5.65a1.05 1.05 0 0 1-1.5-1.5l5.1-5.1"/>"#,
    Link = r#"<path d="M6.75 9.25a3 3 0 0 0 4.25 0l2-2a3 3 0 0 0-4.25-4.25l-.75.75M9.25 6.75a3 3 0 0 0-4.25 0l-2 2a3 3 0 0 0 4.25 4.25l.75-.75"/>"#,
    Bell = r#"<path d="M3.25 11.75c1-1 1.25-2 1.25-4.5a3.5 3.5 0 0 1 7 0c0 2.5.25 3.5 1.25 4.5zM6.75 13.75h2.5"/>"#,
    Eye = r#"<path d="M1.5 8S3.75 3.75 8 3.75 14.5 8 14.5 8 12.25 12.25 8 12.25 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.75"/>"#,
    Key = r#"<circle cx="5.25" cy="10.75" r="3"/><path d="m7.5 8.5 6-6M11 5l2 2"/>"#,
    Flag = r#"<path d="M3.5 14.25V2.25h8.75L10.5 5.5l1.75 3.25H3.5"/>"#,
    Target = r#"<circle cx="8" cy="8" r="6"/><circle cx="8" cy="8" r="2.5"/>"#,
    Repeat = r#"<path d="M2.5 7.5V6A2.25 2.25 0 0 1 4.75 3.75h8M10.5 1.5l2.25 2.25L10.5 6M13.5 8.5V10a2.25 2.25 0 0 1-2.25 2.25h-8M5.5 14.5 3.25 12.25 5.5 10"/>"#,
    Keyboard = r#"<path d="M1.5 4h13v8.25h-13zM4.25 6.75v.01M7 6.75v.01M9.75 6.75v.01M12 6.75v.01M5 9.5h6"/>"#,
    Door = r#"<path d="M9.5 2.25h-6v11.5h6M6.5 8h7.5M11.25 5.25 14 8l-2.75 2.75"/>"#,
}

/// A drawing, hidden from screen readers: the word beside it speaks.
#[must_use]
pub fn icon(which: Icon) -> Markup {
    html! {
        svg.icon viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            (PreEscaped(which.drawing()))
        }
    }
}
