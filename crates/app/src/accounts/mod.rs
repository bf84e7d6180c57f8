//! Accounts: setting up, signing in and out, invitations, roles, passwords.

pub mod accept;
pub mod change_password;
pub mod change_roles;
pub mod disable;
pub mod invite;
pub mod make_school;
pub mod password;
pub mod people;
pub mod reopen;
pub mod session;
pub mod sign_in;
pub mod sign_out;
pub mod throttle;
pub mod token;
pub(crate) mod withdraw;
