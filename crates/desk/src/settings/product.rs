//! Products: added, changed, retired. None is deleted, for lines of deals name them.

use sales::field::{NAME_MOST, check_text};
use sales::{Fault, FieldError, money};
use store::rows::products::{self, ProductFacts, ProductRow};
use store::{Result as StoreResult, Tx};

use crate::access::known_only;
use crate::taken::taken;
use crate::{Act, Error, Look, Result, Scene};

/// What is typed in about a product.
#[derive(Clone, Debug, Default)]
pub struct ProductFields {
    pub name: String,
    pub series: Option<String>,
    /// Minor units of `currency`.
    pub list_price: Option<i64>,
    /// ISO 4217.
    pub currency: String,
}

/// All products by name, those retired last.
#[derive(Clone, Copy, Debug)]
pub struct ListProducts;

impl Look for ListProducts {
    type Seen = Vec<ProductRow>;

    fn look(&self, tx: &mut Tx, scene: &Scene) -> Result<Vec<ProductRow>> {
        known_only(scene)?;
        Ok(products::list_all(tx)?)
    }
}

/// Adds a product; a name that differs by spaces and signs alone is taken.
#[derive(Clone, Debug)]
pub struct AddProduct {
    pub fields: ProductFields,
}

impl Act for AddProduct {
    /// The product's id.
    type Done = i64;

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<i64> {
        scene.administrator_only()?;
        self.fields.save(tx, |tx, facts| products::insert(tx, facts, None, scene.now))
    }
}

/// Changes a product; lines keep the price they have.
#[derive(Clone, Debug)]
pub struct ChangeProduct {
    pub id: i64,
    pub fields: ProductFields,
}

impl Act for ChangeProduct {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        products::get_to_change(tx, self.id)?;
        self.fields.save(tx, |tx, facts| products::update(tx, self.id, facts))
    }
}

/// Offers a product no more.
#[derive(Clone, Copy, Debug)]
pub struct RetireProduct {
    pub id: i64,
}

impl Act for RetireProduct {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        if products::get_to_change(tx, self.id)?.retired_at.is_some() {
            return Ok(());
        }
        Ok(products::set_retired(tx, self.id, Some(scene.now))?)
    }
}

/// Offers a retired product again.
#[derive(Clone, Copy, Debug)]
pub struct RestoreProduct {
    pub id: i64,
}

impl Act for RestoreProduct {
    type Done = ();

    fn run(&self, tx: &mut Tx, scene: &Scene) -> Result<()> {
        scene.administrator_only()?;
        products::get_to_change(tx, self.id)?;
        Ok(products::set_retired(tx, self.id, None)?)
    }
}

impl ProductFields {
    fn save<T>(&self, tx: &mut Tx, save: impl Fn(&mut Tx, &ProductFacts<'_>) -> StoreResult<T>) -> Result<T> {
        let mut faults = Vec::new();
        check_text(&mut faults, "name", &self.name, true, NAME_MOST);
        check_text(&mut faults, "series", self.series.as_deref().unwrap_or_default(), false, NAME_MOST);
        if self.list_price.is_some_and(|price| price < 0) {
            faults.push(FieldError::new("list_price", Fault::Negative));
        }
        let currency = money::parse_currency(&self.currency).unwrap_or_else(|fault| {
            faults.push(FieldError::new("currency", fault));
            String::new()
        });
        Error::unless_valid(faults)?;
        let name = self.name.trim();
        let series = self.series.as_deref().map(str::trim).filter(|series| !series.is_empty());
        let facts = ProductFacts { name, series, list_price: self.list_price, currency: &currency };
        taken(save(tx, &facts), "products_name_unique", "name", name)
    }
}
