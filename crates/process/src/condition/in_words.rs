//! A condition as people read it.

use super::tree::{Arith, Expr, Node};
use super::why::shown;
use crate::{Lang, Words};

/// The condition as a phrase: `Amount > 500 USD and Source is filled`.
pub fn in_words(expr: &Expr) -> Words {
    Words::new(phrase(expr, Lang::En), phrase(expr, Lang::Ru))
}

fn phrase(expr: &Expr, lang: Lang) -> String {
    let said = |en: &'static str, ru: &'static str| if lang == Lang::En { en } else { ru };
    match &expr.node {
        Node::Field { title, .. } | Node::Fact { title, .. } | Node::Strand { title, .. } => {
            title.get(lang).to_owned()
        }
        Node::Approved { title, .. } => match lang {
            Lang::En => format!("{} as approved", title.en),
            Lang::Ru => format!("{} на момент согласования", title.ru),
        },
        Node::Joined(_) => said("everything at hand is finished", "всё начатое завершено").to_owned(),
        Node::Literal(value) => shown(value),
        Node::Name(name) => name.clone(),
        Node::Now => said("now", "сейчас").to_owned(),
        Node::Today => said("today", "сегодня").to_owned(),
        Node::Visited(stage) => format!("{} {stage}", said("has been in", "был этап")),
        Node::Filled(inner) => match lang {
            Lang::En => format!("{} is filled", phrase(inner, lang)),
            Lang::Ru => format!("заполнено: {}", phrase(inner, lang)),
        },
        Node::Not(inner) => format!("{} ({})", said("not", "нет"), phrase(inner, lang)),
        Node::And(left, right) => joined(left, said("and", "и"), right, lang),
        Node::Or(left, right) => joined(left, said("or", "или"), right, lang),
        Node::Compare(compare, left, right) => {
            format!("{} {} {}", phrase(left, lang), compare.sign(), phrase(right, lang))
        }
        Node::In(item, list) => {
            let list: Vec<String> = list.iter().map(|one| phrase(one, lang)).collect();
            format!("{}: {}", phrase(item, lang), list.join(said(" or ", " или ")))
        }
        Node::Arith(arith, left, right) => {
            let sign = match arith {
                Arith::Plus => "+",
                Arith::Minus => "-",
                Arith::Times => "×",
            };
            format!("{} {sign} {}", phrase(left, lang), phrase(right, lang))
        }
    }
}

/// Both sides; one that is itself an alternative stands in brackets.
fn joined(left: &Expr, word: &str, right: &Expr, lang: Lang) -> String {
    let side = |side: &Expr| match &side.node {
        Node::Or(..) => format!("({})", phrase(side, lang)),
        _ => phrase(side, lang),
    };
    format!("{} {word} {}", side(left), side(right))
}
