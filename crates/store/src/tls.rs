//! Connecting to PostgreSQL, by TLS unless it is on this machine.

use std::sync::Arc;

use postgres::{
    Client, Config, NoTls,
    config::{Host, SslMode},
};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::Broken;

/// Connects. A server on another machine must speak TLS with a certificate
/// that the operating system trusts; there is no falling back to plain text.
pub(crate) fn connect(config: &Config) -> Result<Client, Broken> {
    let mut config = config.clone();
    config.application_name("mainstay");
    let local = config.get_hosts().iter().all(is_local);
    if local && config.get_ssl_mode() != SslMode::Require {
        config.ssl_mode(SslMode::Disable);
        return Ok(config.connect(NoTls)?);
    }
    config.ssl_mode(SslMode::Require);
    Ok(config.connect(MakeRustlsConnect::new(client_config()?))?)
}

fn is_local(host: &Host) -> bool {
    match host {
        #[cfg(unix)]
        Host::Unix(_) => true,
        Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
    }
}

fn client_config() -> Result<rustls::ClientConfig, Broken> {
    let mut roots = rustls::RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        roots
            .add(certificate)
            .map_err(|e| Broken::Tls(e.to_string()))?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| Broken::Tls(e.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(config)
}
