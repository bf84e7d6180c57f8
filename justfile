# The manual. `just` lists this.

default:
    @just --list

# The demonstration school on a fixed day.
demo:
    cargo run -- demo

# A real, empty school on this machine.
run:
    cargo run -- serve

# Everything CI runs.
all:
    ./test

# Rules only: seconds, no database.
rules:
    cargo test -p mainstay-domain -p mainstay-forms -p mainstay-evidence -p mainstay-intake

# Format, lints, licences and layering.
check:
    cargo fmt --all --check
    cargo clippy --workspace --all-targets -- -D warnings
    cargo deny --offline check bans licenses sources

# How long pages take, on both engines, at one school and at a hundred.
bench:
    cargo run --release -p mainstay-bench

# Write the generated books anew after looking at what changed.
books:
    MAINSTAY_WRITE_BOOKS=1 cargo test -p mainstay-app --test books
    MAINSTAY_WRITE_BOOKS=1 cargo test -p it --test it -- permissions::walk
