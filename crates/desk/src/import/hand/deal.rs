//! Deals of an import: placed at their dates in the stage where they stand.

use intake::{Draft, Link, Placing, Reason, Typed};
use jiff::Timestamp;
use jiff::civil::Date;
use process::{Definition, End, Stage};
use sales::deal::{DealFields, DealLine};
use store::Tx;
use store::rows::events::About;

use super::{Fate, Hand, Refers, Trouble, gather};
use crate::case::{self, Place};
use crate::import::job::version_of;
use crate::{Error, Result};

/// What a deal's row refers to.
struct Around<'d> {
    owner: Option<(Refers, &'d Link)>,
    company: Option<(Refers, &'d Link)>,
    person: Option<(Refers, &'d Link)>,
    product: Option<(Refers, &'d Link)>,
}

/// Where a deal stood, by the civil days of its row.
struct Standing<'s> {
    version: i64,
    stage: &'s Stage,
    created_at: Timestamp,
    entered_at: Timestamp,
    lost_reason: Option<String>,
    /// Of company and person, by which search finds the deal too.
    names: [Option<&'s str>; 2],
}

impl Hand<'_> {
    pub(super) fn deal(&mut self, tx: &mut Tx, draft: &Draft, source: Option<&str>) -> Result<Fate> {
        let Some(placing) = &draft.placing else {
            return Err(Error::Broken(format!("line {}: a deal that is placed nowhere", draft.line)));
        };
        let mut reasons: Vec<Reason> = Vec::new();
        let around = self.around(tx, draft, &mut reasons)?;
        let version = self.version(tx, placing.process.as_deref())?;
        let definition = case::definition_of(tx, self.scene, version)?;
        let stage = gather(self.stage(&definition, placing), &mut reasons)?;
        let mut fields = self.fields(draft, &around);
        reasons.extend(self.refused(faults(draft, &fields)));
        let (Some(stage), true) = (stage, reasons.is_empty()) else { return Ok(Fate::Mend(reasons)) };
        let Some(owner) = self.make_around(tx, draft, &around, &mut fields)? else {
            return Ok(Fate::Mend(vec![self.lacking("owner")]));
        };
        if stage.is_open() {
            fields.expected_close_on = fields.expected_close_on.or(placing.closed_on);
        }
        self.estimate(draft, &around, &mut fields);
        if self.dry {
            return Ok(Fate::Imported);
        }
        for (list, word) in [("deal-type", &mut fields.kind), ("source", &mut fields.source)] {
            if let Some(text) = word.take() {
                *word = Some(self.choice(tx, list, &text)?);
            }
        }
        let lost_reason = match draft.text("lost_reason").filter(|_| stage.ends == Some(End::Lost)) {
            Some(text) => Some(self.choice(tx, "reason", text)?),
            None => None,
        };
        let standing = Standing { lost_reason, ..self.standing(draft, placing, version, stage) };
        self.place(tx, &fields, owner, &standing, source)?;
        Ok(Fate::Imported)
    }

    fn around<'d>(&mut self, tx: &mut Tx, draft: &'d Draft, reasons: &mut Vec<Reason>) -> Result<Around<'d>> {
        let mut around = Around { owner: None, company: None, person: None, product: None };
        if let Some(link) = draft.link("owner") {
            around.owner = gather(self.member_of(tx, link), reasons)?.map(|refers| (refers, link));
        }
        if let Some(link) = draft.link("company") {
            around.company = gather(self.company_of(tx, link), reasons)?.map(|refers| (refers, link));
        }
        if let Some(link) = draft.link("person") {
            let company = around.company.map(|(refers, _)| refers);
            let mails: Vec<String> = draft.text("person_mail").map(str::to_owned).into_iter().collect();
            around.person =
                gather(self.person_of(tx, link, company, &mails), reasons)?.map(|refers| (refers, link));
        }
        if let Some(link) = draft.link("product") {
            around.product = gather(self.product_of(tx, link), reasons)?.map(|refers| (refers, link));
        }
        Ok(around)
    }

    /// Makes what the row refers to and is not there yet; answers the owner, the importer where the row names none.
    fn make_around(
        &mut self,
        tx: &mut Tx,
        draft: &Draft,
        around: &Around<'_>,
        fields: &mut DealFields,
    ) -> Result<Option<i64>> {
        let owner = match around.owner {
            Some((refers, link)) => Some(self.make_member(tx, refers, link)?),
            None => self.scene.by.member,
        };
        if owner.is_none() {
            return Ok(None);
        }
        fields.owner_id = owner;
        if let Some((refers, link)) = around.company {
            fields.company_id = Some(self.make_company(tx, refers, link)?);
        }
        if let Some((refers, link)) = around.person {
            fields.person_id = Some(self.make_person(tx, refers, link, draft, fields.company_id)?);
        }
        if let Some((refers, link)) = around.product {
            let product_id = self.make_product(tx, refers, link, &fields.currency)?;
            fields.lines = vec![DealLine { product_id, quantity: 1, unit_price: None }];
        }
        Ok(owner)
    }

    fn version(&mut self, tx: &mut Tx, process: Option<&str>) -> Result<i64> {
        if let Some(version) = self.versions.get(&process.map(str::to_owned)) {
            return Ok(*version);
        }
        let version = version_of(tx, process)?;
        self.versions.insert(process.map(str::to_owned), version);
        Ok(version)
    }

    fn stage<'s>(&self, definition: &'s Definition, placing: &Placing) -> Result<&'s Stage, Trouble> {
        match &placing.stage {
            None => Ok(definition.start()),
            Some(key) => definition
                .stage(key)
                .ok_or_else(|| Trouble::Mend(Reason::unknown_stage(self.column("stage"), key))),
        }
    }

    fn fields(&self, draft: &Draft, around: &Around<'_>) -> DealFields {
        let text = |name: &str| draft.text(name).map(str::to_owned);
        let money = |name: &str| match draft.fields.get(name) {
            Some(Typed::Money { minor, currency }) => Some((*minor, currency.clone())),
            _ => None,
        };
        let (amount, recurring) = (money("amount"), money("recurring"));
        let house = || self.job.mapping.currency.clone().unwrap_or_else(|| self.job.basis.currency.clone());
        let told = [&amount, &recurring].into_iter().flatten().map(|(_, currency)| currency.clone()).next();
        DealFields {
            name: text("name").unwrap_or_default(),
            company_id: around.company.map(|(refers, _)| refers.id()),
            person_id: around.person.map(|(refers, _)| refers.id()),
            amount: amount.map(|(minor, _)| minor),
            recurring: recurring.map(|(minor, _)| minor),
            currency: text("currency").or(told).unwrap_or_else(house),
            expected_close_on: match draft.fields.get("expected_close_on") {
                Some(Typed::Date(day)) => Some(*day),
                _ => None,
            },
            probability: match draft.fields.get("probability") {
                Some(Typed::Int(percent)) => Some(*percent),
                _ => None,
            },
            kind: text("type"),
            source: text("source"),
            campaign: text("campaign"),
            description: text("description"),
            ..DealFields::default()
        }
    }

    /// The product's list price where the row gives no amount, marked as estimated.
    fn estimate(&self, draft: &Draft, around: &Around<'_>, fields: &mut DealFields) {
        let (Some(Typed::ListPrice), Some((_, link))) = (draft.fields.get("amount"), around.product) else {
            return;
        };
        let product = self.known.products.get(&sales::fold::squeeze(&link.name));
        if let Some((price, product)) = product.and_then(|product| Some((product.list_price?, product))) {
            fields.amount = Some(price);
            fields.amount_estimated = true;
            fields.currency.clone_from(&product.currency);
        }
    }

    /// Open deals stand since they entered their stage, closed ones since the close of the day on which they closed.
    fn standing<'s>(
        &self,
        draft: &'s Draft,
        placing: &Placing,
        version: i64,
        stage: &'s Stage,
    ) -> Standing<'s> {
        let created_on = match draft.fields.get("created_on") {
            Some(Typed::Date(day)) => Some(*day),
            _ => None,
        };
        let begun = placing.entered_on.or(created_on);
        let entered_at = match stage.is_open() {
            true => self.open_of(begun.unwrap_or(self.today())),
            false => self.close_of(placing.closed_on.or(begun).unwrap_or(self.today())),
        };
        let created_at = created_on.or(placing.entered_on).map_or(entered_at, |day| self.open_of(day));
        let names = ["company", "person"].map(|field| draft.link(field).map(|link| link.name.as_str()));
        Standing {
            version,
            stage,
            created_at: created_at.min(entered_at),
            entered_at,
            lost_reason: None,
            names,
        }
    }

    fn open_of(&self, day: Date) -> Timestamp {
        self.at(day, 9, |(open, _)| open)
    }

    fn close_of(&self, day: Date) -> Timestamp {
        self.at(day, 18, |(_, close)| close)
    }

    /// An instant of that very day; what happened today has happened by now.
    fn at(&self, day: Date, hour: i8, pick: impl Fn((Timestamp, Timestamp)) -> Timestamp) -> Timestamp {
        let worked = self.calendar.hours_on(day).map(pick).filter(|at| self.calendar.day_of(*at) == day);
        let at = worked.or_else(|| {
            let zoned = self.calendar.zone.to_zoned(day.at(hour, 0, 0, 0)).ok();
            zoned.map(|zoned| zoned.timestamp())
        });
        let at = at.unwrap_or(self.scene.now);
        if day == self.calendar.day_of(self.scene.now) { at.min(self.scene.now) } else { at }
    }

    fn place(
        &mut self,
        tx: &mut Tx,
        fields: &DealFields,
        owner: i64,
        standing: &Standing<'_>,
        source: Option<&str>,
    ) -> Result<()> {
        let rule = self.job.mapping_of(self.position).next_step.as_ref().filter(|_| standing.stage.is_open());
        let words: Vec<&str> = standing.names.into_iter().flatten().chain(source).collect();
        let place = Place {
            version: standing.version,
            stage: &standing.stage.key,
            created_at: standing.created_at,
            entered_at: standing.entered_at,
            lost_reason: standing.lost_reason.as_deref(),
            source_id: source,
            import_id: self.job.id,
            has_next_step: rule.is_some(),
            calendar: &self.calendar,
            words: &words.join(" "),
        };
        let placed = case::place(tx, self.scene, fields, owner, &place)?;
        self.tally.add(&placed.share);
        self.found.push(placed.found);
        if let Some(rule) = rule {
            let about = About::deal(placed.deal, fields.company_id, fields.person_id);
            self.plan_next_step(tx, about, placed.deal, owner, rule)?;
        }
        Ok(())
    }
}

/// The house's own rules; a client that could not be found is a reason of its own.
fn faults(draft: &Draft, fields: &DealFields) -> Vec<sales::FieldError> {
    let mut faults = fields.faults();
    if draft.link("company").is_some() || draft.link("person").is_some() {
        faults.retain(|fault| fault.fault != sales::Fault::ClientRequired);
    }
    faults
}
