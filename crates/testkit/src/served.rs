//! A school that listens on this machine, for a browser that is a program of
//! its own. It stops listening when it is dropped.

use std::net::SocketAddr;

use axum::Router;
use tokio::{net::TcpListener, task::JoinHandle};

use crate::browser::runtime;

/// A router at an address of this machine.
#[derive(Debug)]
pub struct Served {
    address: SocketAddr,
    serving: JoinHandle<()>,
}

impl Served {
    /// Listens at a free port of this machine and no other.
    ///
    /// # Panics
    /// When there is none.
    pub fn start(router: Router) -> Self {
        let listener = runtime()
            .block_on(TcpListener::bind(("127.0.0.1", 0)))
            .expect("a free port");
        let address = listener.local_addr().expect("the port");
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let serving = runtime().spawn(async move {
            let _ = axum::serve(listener, service).await;
        });
        Self { address, serving }
    }

    /// The address of a path, as one types it.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
