//! One row of an answer, whichever engine gave it.

use super::{Cell, Error, FromCell, Result};

/// A row while it is being read. Columns go by position, from 0.
pub struct Row<'a> {
    cells: &'a dyn Cells,
}

/// What an engine must offer of a row.
pub(crate) trait Cells {
    fn cell(&self, index: usize) -> Result<Cell<'_>>;
    fn name(&self, index: usize) -> String;
}

impl<'a> Row<'a> {
    pub(crate) fn new(cells: &'a dyn Cells) -> Self {
        Self { cells }
    }

    /// Reads the column at `index`.
    ///
    /// # Errors
    /// [`Error::WrongType`] when the row has no such column or it holds something else.
    pub fn get<T: FromCell>(&self, index: usize) -> Result<T> {
        let cell = self.cells.cell(index)?;
        T::from_cell(cell).map_err(|wanted| Error::WrongType {
            what: format!("column {} ({index}) holds {cell:?}, expected {wanted}", self.cells.name(index)),
        })
    }
}
