//! A disk that fails when a test says so: a small library, compiled by the test, stands between a program and libc.

use std::{
    fs::{self, File},
    os::unix::fs::FileExt,
    path::Path,
    process::Command,
};

use tempfile::TempDir;

use crate::command::run;

/// What the disk does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskFault {
    /// No room: a write writes nothing.
    Full = 1,
    /// No room in the middle of a write: half of it is there.
    Torn = 2,
    /// A write fails for no reason told.
    WriteFails = 3,
    /// What was written may or may not be on the disk.
    FlushFails = 4,
    /// A read fails.
    ReadFails = 5,
    /// The program is killed in the middle of a write or a flush.
    Death = 6,
}

/// Stands below the programs that [`FaultyDisk::under`] prepares, all together.
#[derive(Debug)]
pub struct FaultyDisk {
    folder: TempDir,
    orders: File,
}

impl FaultyDisk {
    /// A disk without fault.
    ///
    /// # Panics
    /// Where there is no C compiler.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("no folder: {error}"));
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("faulty_disk.c");
        let mut compile = Command::new("cc");
        compile.args(["-O2", "-shared", "-fPIC", "-o"]).arg(folder.path().join("faulty_disk.so"));
        run(compile.arg(source).arg("-ldl"));
        let path = folder.path().join("orders");
        let orders =
            fs::write(&path, [0; 40]).and_then(|()| File::options().read(true).write(true).open(&path));
        Self { orders: orders.unwrap_or_else(|error| panic!("no orders: {error}")), folder }
    }

    /// Has a program meet the faults in whatever lies below `place`.
    pub fn under(&self, command: &mut Command, place: &Path) {
        command.env("LD_PRELOAD", self.folder.path().join("faulty_disk.so"));
        command.env("DEALWRIGHT_FAULTS", self.folder.path().join("orders"));
        command.env("DEALWRIGHT_FAULTY_FOLDER", place);
    }

    /// Lets `pass` deeds succeed, fails `times` of those behind them, and then no more.
    pub fn fail(&self, fault: DiskFault, pass: i64, times: i64) {
        self.order(0, 0);
        self.order(1, pass);
        self.order(2, times);
        self.order(3, 0);
        self.order(4, 0);
        self.order(0, fault as i64);
    }

    /// Fails everything from now on.
    pub fn fail_on(&self, fault: DiskFault) {
        self.fail(fault, 0, -1);
    }

    /// The disk is well again.
    pub fn heal(&self) {
        self.order(0, 0);
    }

    /// How many deeds failed since the last order.
    #[must_use]
    pub fn failed(&self) -> i64 {
        self.ordered(3)
    }

    /// How many deeds there were that the last order could meet.
    #[must_use]
    pub fn seen(&self) -> i64 {
        self.ordered(4)
    }

    fn ordered(&self, place: u64) -> i64 {
        let mut bytes = [0; 8];
        let read = self.orders.read_exact_at(&mut bytes, place * 8);
        read.unwrap_or_else(|error| panic!("no orders: {error}"));
        i64::from_ne_bytes(bytes)
    }

    fn order(&self, place: u64, value: i64) {
        let written = self.orders.write_all_at(&value.to_ne_bytes(), place * 8);
        written.unwrap_or_else(|error| panic!("no orders: {error}"));
    }
}

impl Default for FaultyDisk {
    fn default() -> Self {
        Self::new()
    }
}
