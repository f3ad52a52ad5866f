//! Routes that know their addresses. The proof of access asks every address as everybody, so none may be served beside
//! this table.

use axum::Router;
use axum::routing::MethodRouter;

use crate::app::App;

/// A router, and beside it the addresses that it serves, as axum spells them.
#[derive(Debug, Default)]
pub struct Routes {
    router: Router<App>,
    addresses: Vec<String>,
}

impl Routes {
    pub fn new() -> Routes {
        Routes::default()
    }

    /// A router whose addresses are told elsewhere: the API's stand in its document.
    pub fn told(router: Router<App>, addresses: impl IntoIterator<Item = String>) -> Routes {
        Routes { router, addresses: addresses.into_iter().collect() }
    }

    #[must_use]
    pub fn route(mut self, address: &str, methods: MethodRouter<App>) -> Routes {
        self.addresses.push(address.to_owned());
        Routes { router: self.router.route(address, methods), ..self }
    }

    #[must_use]
    pub fn merge(mut self, other: Routes) -> Routes {
        self.addresses.extend(other.addresses);
        Routes { router: self.router.merge(other.router), ..self }
    }

    /// The same routes below `prefix`.
    #[must_use]
    pub fn below(self, prefix: &str) -> Routes {
        let addresses = self.addresses.iter().map(|address| format!("{prefix}{address}")).collect();
        Routes { router: Router::new().nest(prefix, self.router), addresses }
    }

    /// Layers and fallbacks, which serve no address of their own.
    #[must_use]
    pub fn with(self, change: impl FnOnce(Router<App>) -> Router<App>) -> Routes {
        Routes { router: change(self.router), ..self }
    }

    /// Every address, in order.
    pub fn addresses(&self) -> Vec<String> {
        let mut addresses = self.addresses.clone();
        addresses.sort();
        addresses
    }

    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
