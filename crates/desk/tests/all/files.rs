//! Files on records: their bytes are there before the row, seen by whoever sees the record, and gone when nobody can
//! bring them back.

use std::fs;
use std::time::SystemTime;

use desk::company::CreateCompany;
use desk::deal::ArchiveDeal;
use desk::file::{
    self, AttachFile, DescribeFile, FilesOf, FindFile, Kept, MayAttach, Paper, Receiving, RemoveFile,
};
use desk::look::Of;
use desk::person::CreatePerson;
use desk::undo::Undo;
use desk::{Conflict, Desk, Error};
use jiff::SignedDuration;
use sales::company::CompanyFields;
use sales::person::PersonFields;
use sales::{Actor, Fault, Role};

use crate::house::House;
use crate::room::Room;

async fn receive(desk: &Desk, bytes: &[u8]) -> Result<Kept, Error> {
    let mut receiving = Receiving::begin(desk).await?;
    for part in bytes.chunks(1000) {
        receiving.write(part).await?;
    }
    receiving.keep().await
}

async fn attach(room: &Room, by: &Actor, of: Of, name: &str, bytes: &[u8]) -> i64 {
    let kept = receive(&room.desk, bytes).await.unwrap();
    room.desk.write(by, AttachFile { of, name: name.into(), paper: Paper::default(), kept }).await.unwrap()
}

async fn names(room: &Room, by: &Actor, of: Of) -> Vec<String> {
    let seen = room.desk.read(by, FilesOf { of, after: None, limit: 50 }).await.unwrap();
    seen.files.into_iter().map(|file| file.name).collect()
}

async fn text(room: &Room, by: &Actor, id: i64) -> Result<String, Error> {
    use tokio::io::AsyncReadExt;
    let (_, mut opened) = file::open(&room.desk, by, id).await?;
    let mut text = String::new();
    opened.file.read_to_string(&mut text).await.unwrap();
    Ok(text)
}

/// Where every byte lies, what is being received among it.
fn on_disk(room: &Room) -> Vec<std::path::PathBuf> {
    let folders = fs::read_dir(room.desk.files().folder()).into_iter().flatten();
    let files = folders.flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap());
    files.map(|file| file.unwrap().path()).collect()
}

/// As if everything had been written so many hours before the room's clock.
fn age(room: &Room, hours: i64) {
    let then: SystemTime = (room.clock.now() - SignedDuration::from_hours(hours)).into();
    for path in on_disk(room) {
        fs::File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
    }
}

on_both! {
    async fn a_file_is_on_its_deal_company_or_person(room: &Room) {
        let house = House::new(room).await;
        let boss = &house.boss;
        let deal = room.desk.write(boss, house.deal(None, 100)).await.unwrap();
        let fields = PersonFields { name: "Ada".into(), ..PersonFields::default() };
        let person = room.desk.write(boss, CreatePerson { fields, shared: true, source_id: None }).await.unwrap();
        for of in [Of::Deal(deal), Of::Company(house.company), Of::Person(person)] {
            let id = attach(room, boss, of, "../offer.txt", b"the offer").await;
            attach(room, boss, of, "\u{202e}fdp.scan", b"%PDF-1.7 scan").await;
            assert_eq!(names(room, boss, of).await, ["fdp.scan", "offer.txt"]);
            assert_eq!(text(room, boss, id).await.unwrap(), "the offer");
            let row = room.desk.read(boss, FindFile { id }).await.unwrap();
            assert_eq!((row.kind.as_str(), row.size), ("text/plain", 9));
        }
        assert_eq!(on_disk(room).len(), 2, "the same bytes are kept once");
        assert_eq!(file::audit(&room.desk, boss).await.unwrap(), []);
    }

    async fn what_is_empty_too_large_or_nameless_is_refused_and_nothing_stays(room: &Room) {
        let house = House::new(room).await;
        let rows = room.rows().await;
        let fault = |error: Error| match error {
            Error::Invalid(mut faults) => faults.remove(0).fault,
            other => panic!("{other}"),
        };
        assert_eq!(fault(receive(&room.desk, b"").await.unwrap_err()), Fault::Empty);
        let most = room.desk.files().most();
        let large = vec![b'x'; usize::try_from(most).unwrap() + 1];
        assert_eq!(fault(receive(&room.desk, &large).await.unwrap_err()), Fault::TooLarge { most });
        assert_eq!(on_disk(room), Vec::<std::path::PathBuf>::new());
        let kept = receive(&room.desk, &large[1..]).await.unwrap();
        let nameless = AttachFile { of: Of::Company(house.company), name: "../..".into(), paper: Paper::default(), kept };
        assert_eq!(fault(room.desk.write(&house.boss, nameless).await.unwrap_err()), Fault::Required);
        assert_eq!(room.rows().await, rows);
    }

    async fn a_file_is_seen_and_changed_with_its_record(room: &Room) {
        let house = House::new(room).await;
        let boss = &house.boss;
        let owner = room.member(boss, "Owner", Role::Rep, None).await;
        let deal = room.desk.write(boss, house.deal(Some(owner), 100)).await.unwrap();
        let id = attach(room, boss, Of::Deal(deal), "offer.txt", b"the offer").await;
        let owner = room.actor(owner).await;
        let (stranger, reader) = (room.member(boss, "Stranger", Role::Rep, None).await, room.member(boss, "Reader", Role::Reader, None).await);
        let (stranger, reader) = (room.actor(stranger).await, room.actor(reader).await);
        for who in [boss, &owner, &reader] {
            assert_eq!(text(room, who, id).await.unwrap(), "the offer");
        }
        let rows = room.rows().await;
        let look = FilesOf { of: Of::Deal(deal), after: None, limit: 9 };
        assert!(matches!(room.desk.read(&stranger, look).await, Err(Error::NotFound)));
        assert!(matches!(text(room, &stranger, id).await, Err(Error::NotFound)));
        let kept = receive(&room.desk, b"the offer").await.unwrap();
        for (who, told) in [(&stranger, "NotFound"), (&reader, "Forbidden")] {
            let may = room.desk.read(who, MayAttach { of: Of::Deal(deal) }).await;
            let kept = kept.clone();
            let attached = room.desk.write(who, AttachFile { of: Of::Deal(deal), name: "x".into(), paper: Paper::default(), kept }).await;
            let removed = room.desk.write(who, RemoveFile { id }).await;
            for refused in [may.unwrap_err(), attached.unwrap_err(), removed.unwrap_err()] {
                assert_eq!(format!("{refused:?}"), told);
            }
        }
        assert_eq!(room.rows().await, rows);
        room.desk.write(boss, ArchiveDeal { id: deal }).await.unwrap();
        assert_eq!(text(room, &owner, id).await.unwrap(), "the offer");
        let archived = room.desk.read(boss, MayAttach { of: Of::Deal(deal) }).await;
        assert!(matches!(archived, Err(Error::Conflict(Conflict::Archived))));
    }

    async fn attaching_and_removing_are_taken_back(room: &Room) {
        let house = House::new(room).await;
        let (boss, of) = (&house.boss, Of::Company(house.company));
        let kept = receive(&room.desk, b"the offer").await.unwrap();
        let (id, attached) = room.desk.write_undoable(boss, AttachFile { of, name: "offer.txt".into(), paper: Paper::default(), kept }).await.unwrap();
        let ((), removed) = room.desk.write_undoable(boss, RemoveFile { id }).await.unwrap();
        assert_eq!(names(room, boss, of).await, Vec::<String>::new());
        assert!(matches!(text(room, boss, id).await, Err(Error::NotFound)));
        let early = room.desk.write(boss, Undo { act: attached.unwrap() }).await;
        assert!(matches!(early, Err(Error::Conflict(Conflict::ChangedSince))));
        room.desk.write(boss, Undo { act: removed.unwrap() }).await.unwrap();
        assert_eq!(text(room, boss, id).await.unwrap(), "the offer");
        room.desk.write(boss, Undo { act: attached.unwrap() }).await.unwrap();
        assert_eq!(names(room, boss, of).await, Vec::<String>::new());
    }

    async fn a_file_is_said_to_be_a_paper_and_that_is_taken_back(room: &Room) {
        let house = House::new(room).await;
        let (boss, of) = (&house.boss, Of::Company(house.company));
        let id = attach(room, boss, of, "contract.txt", b"we agree").await;
        let paper = |document: &str, signed| Paper { document: Some(document.into()), signed };
        let unknown = room.desk.write(boss, DescribeFile { id, paper: paper("poem", false) }).await;
        assert!(matches!(unknown, Err(Error::Invalid(_))));
        let describe = DescribeFile { id, paper: paper("contract", true) };
        let (_, act) = room.desk.write_undoable(boss, describe.clone()).await.unwrap();
        let said = || async {
            let seen = room.desk.read(boss, FilesOf { of, after: None, limit: 5 }).await.unwrap();
            seen.files.into_iter().map(|file| (file.document, file.signed)).collect::<Vec<_>>()
        };
        assert_eq!(said().await, [("contract".to_owned(), true)]);
        assert_eq!(room.desk.write_undoable(boss, describe).await.unwrap().1, None, "it is that already");
        room.desk.write(boss, Undo { act: act.unwrap() }).await.unwrap();
        assert_eq!(said().await, [(String::new(), false)]);
    }

    async fn bytes_go_when_no_row_tells_of_them_or_nobody_can_bring_them_back(room: &Room) {
        let house = House::new(room).await;
        let (boss, of) = (&house.boss, Of::Company(house.company));
        attach(room, boss, of, "kept.txt", b"kept").await;
        let gone = attach(room, boss, of, "gone.txt", b"gone").await;
        receive(&room.desk, b"never told of").await.unwrap();
        let mut left = Receiving::begin(&room.desk).await.unwrap();
        left.write(b"broken off").await.unwrap();
        let (_, removed) = room.desk.write_undoable(boss, RemoveFile { id: gone }).await.unwrap();
        age(room, 1);
        assert_eq!(file::sweep(&room.desk).await.unwrap(), 0, "they are young");
        age(room, 25);
        assert_eq!(file::sweep(&room.desk).await.unwrap(), 2);
        assert_eq!(on_disk(room).len(), 2);
        room.clock.advance(SignedDuration::from_hours(719));
        file::sweep(&room.desk).await.unwrap();
        room.desk.write(boss, Undo { act: removed.unwrap() }).await.unwrap();
        assert_eq!(text(room, boss, gone).await.unwrap(), "gone");
        room.desk.write(boss, RemoveFile { id: gone }).await.unwrap();
        room.clock.advance(SignedDuration::from_hours(745));
        assert_eq!(file::sweep(&room.desk).await.unwrap(), 1);
        assert_eq!(names(room, boss, of).await, ["kept.txt"]);
        assert_eq!(file::audit(&room.desk, boss).await.unwrap(), []);
    }

    async fn bytes_that_are_received_again_are_not_swept(room: &Room) {
        let house = House::new(room).await;
        receive(&room.desk, b"the offer").await.unwrap();
        age(room, 48);
        let id = attach(room, &house.boss, Of::Company(house.company), "offer.txt", b"the offer").await;
        assert_eq!(file::sweep(&room.desk).await.unwrap(), 0);
        age(room, 48);
        assert_eq!(file::sweep(&room.desk).await.unwrap(), 0);
        assert_eq!(text(room, &house.boss, id).await.unwrap(), "the offer");
    }

    async fn the_audit_names_files_whose_bytes_are_missing_or_others(room: &Room) {
        let house = House::new(room).await;
        let of = Of::Company(house.company);
        let missing = attach(room, &house.boss, of, "missing.txt", b"missing").await;
        let [path] = on_disk(room).try_into().unwrap();
        fs::remove_file(path).unwrap();
        let forged = attach(room, &house.boss, of, "forged.txt", b"forged").await;
        let [path] = on_disk(room).try_into().unwrap();
        fs::write(path, "forget").unwrap();
        let complaints = file::audit(&room.desk, &house.boss).await.unwrap();
        let said: Vec<_> = complaints.iter().map(|complaint| (complaint.row.unwrap(), complaint.says.as_str())).collect();
        assert_eq!(said, [(missing, "the bytes are missing"), (forged, "the bytes are others")]);
        assert!(matches!(text(room, &house.boss, missing).await, Err(Error::Broken(_))));
        let stranger = room.member(&house.boss, "Stranger", Role::Rep, None).await;
        assert!(matches!(file::audit(&room.desk, &room.actor(stranger).await).await, Err(Error::Forbidden)));
    }

    async fn a_page_of_files_leads_to_the_next(room: &Room) {
        let house = House::new(room).await;
        let fields = CompanyFields { name: "Common Ground".into(), ..CompanyFields::default() };
        let company = room.desk.write(&house.boss, CreateCompany { fields, shared: true, source_id: None }).await.unwrap();
        for number in 0..5 {
            attach(room, &house.boss, Of::Company(company), &format!("{number}.txt"), b"the offer").await;
        }
        let (mut after, mut read) = (None, Vec::new());
        loop {
            let seen = room.desk.read(&house.boss, FilesOf { of: Of::Company(company), after, limit: 2 }).await.unwrap();
            read.extend(seen.files.into_iter().map(|file| file.name));
            after = seen.next;
            if after.is_none() { break }
        }
        assert_eq!(read, ["4.txt", "3.txt", "2.txt", "1.txt", "0.txt"]);
    }
}
