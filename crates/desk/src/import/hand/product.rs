//! Products of an import.

use intake::{Draft, Link, Typed};
use sales::field::{self, NAME_MOST};
use sales::fold::squeeze;
use store::Tx;
use store::rows::import_lookup::PricedProduct;
use store::rows::products::{self, ProductFacts};

use super::{Fate, Hand, Refers, Trouble};
use crate::Result;

impl Hand<'_> {
    pub(super) fn product(&mut self, tx: &mut Tx, draft: &Draft) -> Result<Fate> {
        let name = draft.text("name").unwrap_or_default();
        if self.known.products.contains_key(&squeeze(name)) {
            return Ok(Fate::Known);
        }
        let mut faults = Vec::new();
        field::check_text(&mut faults, "name", name, true, NAME_MOST);
        field::check_text(&mut faults, "series", draft.text("series").unwrap_or_default(), false, NAME_MOST);
        if !faults.is_empty() {
            return Ok(Fate::Mend(self.refused(faults)));
        }
        let house = self.job.mapping.currency.as_deref().unwrap_or(&self.job.basis.currency);
        let (list_price, currency) = match draft.fields.get("list_price") {
            Some(Typed::Money { minor, currency }) => (Some(*minor), currency.as_str()),
            _ => (None, draft.text("currency").unwrap_or(house)),
        };
        let facts = ProductFacts { name, series: draft.text("series"), list_price, currency };
        self.add_product(tx, &facts)?;
        Ok(Fate::Imported)
    }

    /// What a link to a product means.
    pub(super) fn product_of(&mut self, tx: &mut Tx, link: &Link) -> Result<Refers, Trouble> {
        let found = self.known.products.get(&squeeze(&link.name)).map(|product| product.id);
        self.refer(tx, link, found)
    }

    pub(super) fn make_product(
        &mut self,
        tx: &mut Tx,
        refers: Refers,
        link: &Link,
        currency: &str,
    ) -> Result<i64> {
        match (refers, self.known.products.get(&squeeze(&link.name))) {
            (Refers::To(id), _) => Ok(id),
            (Refers::ToNew, Some(product)) => Ok(product.id),
            (Refers::ToNew, None) => {
                let facts = ProductFacts { name: &link.name, series: None, list_price: None, currency };
                self.add_product(tx, &facts)
            }
        }
    }

    fn add_product(&mut self, tx: &mut Tx, facts: &ProductFacts<'_>) -> Result<i64> {
        let id = match self.dry {
            true => self.imagined(),
            false => products::insert(tx, facts, Some(self.job.id), self.scene.now)?,
        };
        let name_key = squeeze(facts.name);
        let currency = facts.currency.to_owned();
        let product =
            PricedProduct { name_key: name_key.clone(), id, list_price: facts.list_price, currency };
        self.known.products.insert(name_key, product);
        Ok(id)
    }
}
