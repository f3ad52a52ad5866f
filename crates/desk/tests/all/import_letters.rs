//! Every character right: the Russian files, decoded here by hand, against what lies in the database.

use std::collections::BTreeMap;

use sales::Actor;

use crate::import::{Files, bring, undo};
use crate::import_real::{RUSSIAN, boss, real};
use crate::room::Room;

/// What Windows-1251 has beside Latin letters and `А` to `я`, as far as the file uses it.
fn cyrillic(byte: u8) -> char {
    match byte {
        0x00..=0x7f => char::from(byte),
        0xc0..=0xff => char::from_u32(0x0410 + u32::from(byte) - 0xc0).unwrap(),
        0xa0 => '\u{a0}',
        0xa8 => 'Ё',
        0xab => '«',
        0xb8 => 'ё',
        0xb9 => '№',
        0xbb => '»',
        other => panic!("the table here does not know byte {other:#x}"),
    }
}

/// UTF-16, little end first, behind its mark.
fn wide(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    let text: String = char::decode_utf16(units).map(Result::unwrap).collect();
    text.strip_prefix('\u{feff}').unwrap().to_owned()
}

/// The cells of a table, quotes taken off: doubled ones are one, line ends within them stay.
fn cells(text: &str, part: char) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            _ if quoted => cell.push(letter),
            '\r' => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ if letter == part => row.push(std::mem::take(&mut cell)),
            _ => cell.push(letter),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted, "the file ends with a line end");
    rows
}

/// The mapping's words for stages, written here once more.
fn stage(word: &str) -> &'static str {
    match word {
        "Новая" => "new",
        "Подписание договора" => "contract",
        "Выставление счёта" => "invoice",
        "Получение предоплаты" => "prepayment",
        "В производстве" => "production",
        "Отгрузка" => "shipment",
        "Оплата по факту" => "final-payment",
        "Завершение" => "completed",
        "Отказ" => "refused",
        other => panic!("no stage {other}"),
    }
}

/// `17 511,96` as 1751196.
fn minor(text: &str) -> i64 {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// A deal with all its texts: name, company, person, phone, mail, stage, currency, owner, comment; and its amount.
type Deal = ([String; 9], i64);

/// The deals of the file by id, as the file says them.
fn told(rows: &[Vec<String>]) -> BTreeMap<String, Deal> {
    let deal = |row: &Vec<String>| {
        let at = |cell: usize| row[cell].clone();
        let texts = [at(1), at(2), at(3), at(4), at(5), stage(&row[6]).to_owned(), at(8), at(11), at(12)];
        (format!("ru-deals:{}", row[0]), (texts, minor(&row[7])))
    };
    rows[1..].iter().map(deal).collect()
}

type Row = (String, String, String, String, String, String, String, String, String, Option<String>, i64);

/// The deals by id, as they lie in the database.
async fn kept(room: &Room) -> BTreeMap<String, Deal> {
    let sql = "SELECT d.source_id, d.name, c.name, p.name, p.phones, p.mails, d.stage, d.currency, o.name, \
        d.description, d.amount FROM deals d JOIN companies c ON c.id = d.company_id \
        JOIN people p ON p.id = d.person_id JOIN members o ON o.id = d.owner_id";
    let rows: Vec<Row> = room.desk.store().read(move |tx| tx.all(sql, &[])).await.unwrap();
    let deal = |row: Row| {
        let (id, name, company, person, phones, mails, stage, currency, owner, comment, amount) = row;
        let comment = comment.unwrap_or_default();
        (id, ([name, company, person, phones, mails, stage, currency, owner, comment], amount))
    };
    rows.into_iter().map(deal).collect()
}

async fn compare(room: &Room, by: &Actor, files: Files, told: &BTreeMap<String, Deal>) {
    let (id, _) = bring(room, by, RUSSIAN, files).await;
    let kept = kept(room).await;
    assert_eq!(kept.len(), told.len());
    for (id, deal) in told {
        assert_eq!(&kept[id], deal, "{id}");
    }
    undo(room, by, id, false).await;
}

on_both! {
    async fn every_character_of_both_russian_files_arrives(room: &Room) {
        let Some(files) = real("made_ru_csv") else { return };
        let boss = boss(room).await;
        let [narrow_file, wide_file] = files.try_into().unwrap();
        let text: String = narrow_file.1.iter().map(|byte| cyrillic(*byte)).collect();
        let deals = told(&cells(&text, ';'));
        assert_eq!(deals.len(), 500);
        assert_eq!(told(&cells(&wide(&wide_file.1), '\t')), deals, "both files say the same");
        compare(room, &boss, vec![narrow_file], &deals).await;
        compare(room, &boss, vec![wide_file], &deals).await;
    }
}
