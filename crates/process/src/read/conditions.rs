//! Conditions in the file: each fault of parsing and typing becomes its finding.

use super::Reader;
use crate::Type;
use crate::condition::Node as Name;
use crate::condition::{Condition, Fault, Refusal, Verdict, check, parse, verdict};
use crate::text::{Node, Spot, both};

impl Reader<'_> {
    /// A condition, checked; `None` with a finding where it is none.
    pub(super) fn condition(&mut self, node: &Node) -> Option<Condition> {
        let Some(text) = node.text() else {
            self.report.shape(&node.spot, both("A condition.", "Условие."));
            return None;
        };
        let mut tree = match parse(text) {
            Ok(tree) => tree,
            Err(refusal) => {
                self.refused(&refusal, &node.spot);
                return None;
            }
        };
        if let Err(fault) = check(&mut tree, self) {
            self.fault(&fault, &node.spot);
            return None;
        }
        if verdict(&tree) == Verdict::Never {
            let says = both("This condition can never be true.", "Это условие никогда не выполнится.");
            self.report.blocks(
                "DW307",
                &node.spot,
                says,
                both("Look at its bounds.", "Проверьте его границы."),
            );
        }
        tree.walk(&mut |expr| match &expr.node {
            Name::Today => self.names_today = true,
            Name::Field { name, .. } => self.keep_permit(name),
            _ => {}
        });
        Some(Condition { text: text.into(), tree })
    }

    fn refused(&mut self, refusal: &Refusal, spot: &Spot) {
        match refusal {
            Refusal::TooBig => self.report.blocks(
                "DW207",
                spot,
                both("The condition is too long or too deep.", "Условие слишком длинное или вложенное."),
                both("At most 1 KB, 100 parts, 16 levels.", "Не больше 1 КБ, 100 частей, 16 уровней."),
            ),
            Refusal::LeftOut { at, what } => self.report.blocks(
                "DW208",
                &spot.right(*at),
                both(
                    format!("Left out of the language on purpose: {what}."),
                    format!("Намеренно не входит в язык: {what}."),
                ),
                both("Declare a fact, and read it here.", "Объявите факт и используйте его здесь."),
            ),
            Refusal::Unreadable { at, what } => self.report.blocks(
                "DW207",
                &spot.right(*at),
                both(
                    format!("Not readable as a condition: {what}"),
                    format!("Не читается как условие: {what}"),
                ),
                both(
                    "For instance: deal.amount > money(250, \"USD\")",
                    "Например: deal.amount > money(250, \"USD\")",
                ),
            ),
        }
    }

    pub(super) fn fault(&mut self, fault: &Fault, spot: &Spot) {
        match fault {
            Fault::UnknownField { at, name, nearest } => {
                let what = both("field", "поле");
                self.report.unknown("DW202", &spot.right(*at), what, name, nearest.as_deref());
            }
            Fault::UnknownFact { at, name, nearest } => {
                let what = both("fact", "факт");
                self.report.unknown("DW202", &spot.right(*at), what, name, nearest.as_deref());
            }
            Fault::UnknownStage { at, name, nearest } => {
                let what = both("stage", "этап");
                self.report.unknown("DW201", &spot.right(*at), what, name, nearest.as_deref());
            }
            Fault::UnknownStrand { at, name, nearest } => {
                let what = both("strand", "параллельная работа");
                self.report.unknown("DW201", &spot.right(*at), what, name, nearest.as_deref());
            }
            Fault::Types { at, left, right } => self.report.blocks(
                "DW204",
                &spot.right(*at),
                both(
                    format!("{} and {} do not fit.", named(left).0, named(right).0),
                    format!("Не сочетаются: {} и {}.", named(left).1, named(right).1),
                ),
                both("Compare like with like.", "Сравнивайте одинаковое."),
            ),
            Fault::Currency { at } => self.report.blocks(
                "DW205",
                &spot.right(*at),
                both(
                    "Money without its currency, or with another.",
                    "Деньги без валюты или в другой валюте.",
                ),
                both("Write money(250, \"USD\").", "Пишите money(250, \"USD\")."),
            ),
            Fault::NotAChoice { at, code, nearest } => {
                let what = both("choice", "вариант");
                self.report.unknown("DW206", &spot.right(*at), what, code, nearest.as_deref());
            }
            Fault::NotYesNo { at } => self.report.blocks(
                "DW207",
                &spot.right(*at),
                both("This is not a yes or no.", "Это не «да» или «нет»."),
                both("Compare it, or write filled(..).", "Сравните с чем-нибудь или напишите filled(..)."),
            ),
        }
    }
}

fn named(kind: &Type) -> (&'static str, &'static str) {
    match kind {
        Type::Bool => ("yes/no", "да/нет"),
        Type::Int => ("a number", "число"),
        Type::Money => ("money", "деньги"),
        Type::Text => ("text", "текст"),
        Type::Choice(_) => ("a choice", "вариант из списка"),
        Type::Date => ("a date", "дата"),
        Type::Instant => ("a moment", "момент времени"),
        Type::Many(_) => ("a list", "список"),
        Type::Any => ("any value", "любое значение"),
    }
}
