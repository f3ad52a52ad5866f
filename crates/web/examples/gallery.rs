//! Writes every part of the face into a folder as pages one can open in a browser, in each language and theme.

use std::path::Path;
use std::{env, fs, io};

use dealwright_web::assets;
use dealwright_web::ui::Theme;
use dealwright_web::ui::gallery::{SCENES, document, error_document, reader};
use dealwright_web::words::Lang;

fn main() -> io::Result<()> {
    let folder = env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned());
    let folder = Path::new(&folder);
    fs::create_dir_all(folder.join("assets"))?;
    for (name, content) in assets::all() {
        fs::write(folder.join("assets").join(name), content)?;
    }
    for lang in Lang::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            write(folder, lang, theme)?;
        }
    }
    println!("{}", folder.display());
    Ok(())
}

fn write(folder: &Path, lang: Lang, theme: Theme) -> io::Result<()> {
    let speech = reader(lang);
    let file = |name: &str| folder.join(format!("{name}.{}.{}.html", lang.tag(), theme.name()));
    for scene in SCENES {
        fs::write(file(scene.0), document(scene, theme, &speech).into_string())?;
    }
    fs::write(file("error"), error_document(theme, &speech).into_string())
}
