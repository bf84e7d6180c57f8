//! Checks that somebody fills the form in, somebody reads it, and that every reader
//! named for one answer has a right to the form at all.

use crate::answer::Share;
use crate::fault::Fault;
use crate::form::{Form, Sharing};
use crate::read::Faults;
use crate::rights::{Access, How};

pub(super) fn somebody_fills_and_reads(form: &Form, faults: &mut Faults<'_>) {
    if form.rights.fills.is_empty() {
        faults.form(Fault::NobodyFills);
    }
    if form.rights.reads.is_empty() {
        faults.form(Fault::NobodyReads);
    }
}

pub(super) fn nobody_reads_twice(form: &Form, faults: &mut Faults<'_>) {
    for role in form.rights.read_twice() {
        faults.form(Fault::ReadsTwice(role.code()));
    }
}

pub(super) fn parts_can_be_read(form: &Form, faults: &mut Faults<'_>) {
    for (role, how) in &form.rights.reads_in_part {
        let of_a_form = matches!(
            how,
            How::Flags | How::IfPupilAgrees | How::Digest | How::WhatHelps | How::Own | How::Shared
        );
        if !of_a_form {
            let (role, how) = (role.code(), how.code());
            faults.form(Fault::NotAWayToReadAForm { role, how });
        }
    }
}

pub(super) fn named_readers_may_read(form: &Form, faults: &mut Faults<'_>) {
    for question in form.questions() {
        for role in &question.only {
            if form.rights.access(*role) == Access::Nothing {
                let (role, key) = (role.code(), "only");
                faults.question(&question.id, Fault::NotAReader { role, key });
            }
        }
    }
    if let Some(sharing) = &form.sharing
        && form.rights.access(sharing.adult) != Access::Full
    {
        let (role, key) = (sharing.adult.code(), "adult");
        faults.form(Fault::NotAReader { role, key });
    }
}

pub(super) fn shares_are_offered(form: &Form, faults: &mut Faults<'_>) {
    let offered: Vec<Share> = form.sharing.iter().flat_map(offered).collect();
    if let Some(sharing) = &form.sharing
        && !offered.contains(&sharing.default)
    {
        faults.form(Fault::NoSuchShare(sharing.default.code()));
    }
    for question in form.questions() {
        if let Some(share) = question.share
            && !offered.contains(&share)
        {
            faults.question(&question.id, Fault::NoSuchShare(share.code()));
        }
    }
}

fn offered(sharing: &Sharing) -> impl Iterator<Item = Share> + '_ {
    sharing.choices.iter().map(|(share, _)| *share)
}
