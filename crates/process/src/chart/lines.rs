//! The chart in words: a line a stage.

use crate::definition::{Definition, Move, MoveKind, Stage, Target};
use crate::{Lang, Words};

/// One line a stage, in the order of the file.
pub fn lines(definition: &Definition) -> Vec<Words> {
    let line = |(index, stage): (usize, &Stage)| {
        let say = |lang: Lang| format!("{}. {}", index + 1, sentence(definition, stage, lang));
        Words::new(say(Lang::En), say(Lang::Ru))
    };
    definition.stages().iter().enumerate().map(line).collect()
}

fn sentence(definition: &Definition, stage: &Stage, lang: Lang) -> String {
    let title = stage.title.get(lang);
    let mut said = match (stage.is_open(), lang) {
        (true, _) if stage.probability == 0 => format!("{title}."),
        (true, _) => format!("{title}, {} %.", stage.probability),
        (false, Lang::En) => format!("{title}, the end."),
        (false, Lang::Ru) => format!("{title}, конец."),
    };
    for movement in definition.moves_from(&stage.key) {
        said.push(' ');
        said.push_str(&way(definition, stage, movement, lang));
    }
    said
}

fn way(definition: &Definition, stage: &Stage, movement: &Move, lang: Lang) -> String {
    let to = target(definition, movement, lang);
    let title = movement.title.get(lang);
    let needs = if movement.kind == MoveKind::Forward {
        stage.to_go_on.iter().chain(&movement.needs).collect()
    } else {
        movement.needs.iter().collect::<Vec<_>>()
    };
    let asked = match (needs.len(), lang) {
        (0, _) => String::new(),
        (count, Lang::En) => format!(", checks: {count}"),
        (count, Lang::Ru) => format!(", проверок: {count}"),
    };
    let kind = match (movement.kind, lang) {
        (MoveKind::Forward | MoveKind::Start, Lang::En) => "Forward",
        (MoveKind::Forward | MoveKind::Start, Lang::Ru) => "Вперёд",
        (MoveKind::Return, Lang::En) => "Back",
        (MoveKind::Return, Lang::Ru) => "Назад",
        (MoveKind::Refusal, Lang::En) => "Refusal",
        (MoveKind::Refusal, Lang::Ru) => "Отказ",
        (MoveKind::Reopen, Lang::En) => "Reopening",
        (MoveKind::Reopen, Lang::Ru) => "Открыть снова",
        (MoveKind::Amend, Lang::En) => "Amendment",
        (MoveKind::Amend, Lang::Ru) => "Поправка",
        (MoveKind::FallBack, Lang::En) => "Falling back",
        (MoveKind::FallBack, Lang::Ru) => "Откат",
        // No arrow of the chart is a strand's.
        (MoveKind::Strand, _) => "",
    };
    match lang {
        Lang::En => format!("{kind}: \"{title}\" to {to}{asked}."),
        Lang::Ru => format!("{kind}: «{title}» - {to}{asked}."),
    }
}

fn target(definition: &Definition, movement: &Move, lang: Lang) -> String {
    match (&movement.to, lang) {
        (Target::Stage(key), _) => {
            definition.stage(key).map_or_else(String::new, |to| to.title.get(lang).to_owned())
        }
        (Target::AnyVisited, Lang::En) => "any stage it has been in".into(),
        (Target::AnyVisited, Lang::Ru) => "любой пройденный этап".into(),
        (Target::Stay, Lang::En) => "the same stage".into(),
        (Target::Stay, Lang::Ru) => "тот же этап".into(),
        (Target::First(_), _) => String::new(),
        (Target::LastOpen, Lang::En) => "the stage where it stood".into(),
        (Target::LastOpen, Lang::Ru) => "этап, где сделка стояла".into(),
    }
}
