//! The ledger of one seller, finding by finding, and of the next one after it.

use chrono::{NaiveDate as Date, NaiveDateTime as DateTime};

use crate::compile::{Choices, CircumstanceId, Compiled, CompiledLedger, LabelId};
use crate::problem::{Code, Problem};

use super::super::account::Account;
use super::super::chosen::Chosen;
use super::super::finding::{Forced, Name, Passed, RunFinding, Sums};
use super::super::lives;
use super::super::run::{Act, act};
use super::findings::{NOT_STATED, ReadFinding};
use super::tables::AccountColumns;

/// The ledger of one seller.
pub(super) struct OneLedger<'a> {
    ledger: &'a CompiledLedger,
    choices: &'a Choices,
    stated: &'a Sums,
    pub(super) account: Account<'a>,
    /// The finding that is booked, to be used again for the next one.
    finding: RunFinding<'a>,
    /// By their codes.
    circumstances: Vec<CircumstanceId>,
    labels: Vec<LabelId>,
}

impl<'a> OneLedger<'a> {
    /// A ledger without a finding.
    ///
    /// # Errors
    ///
    /// That the rules are none.
    pub(super) fn begin(
        rulebook: &'a Compiled,
        ledger: &'a CompiledLedger,
        choices: &'a Choices,
        stated: &'a Sums,
    ) -> Result<Self, Problem> {
        let broken = || Problem::new(Code::Broken, "/rulebook");
        let finding = RunFinding {
            id: String::new(),
            at: DateTime::default(),
            tier: ledger.tiers.ids().next().ok_or_else(broken)?,
            items: 1,
            circumstances: Vec::new(),
            labels: ledger.labels.map(|_, _| None),
            stated: stated.clone(),
            exam: Passed::Unknown,
            reversed: false,
            taken: None,
            forced: Forced::default(),
            // By which version it is judged nothing that is told here says.
            version: rulebook.versions.first().ok_or_else(broken)?,
        };
        let account = Account::new(ledger, Chosen::unwatched(choices), stated);
        let circumstances = ledger.circumstances.ids().collect();
        let labels = ledger.labels.ids().collect();
        Ok(Self { ledger, choices, stated, account, finding, circumstances, labels })
    }

    /// Books a finding.
    pub(super) fn book(&mut self, read: &ReadFinding) -> Act<'a> {
        let Self { account, finding, circumstances, labels, .. } = self;
        (finding.at, finding.tier, finding.items) = (read.at, read.tier, read.items);
        finding.reversed = read.reversed;
        finding.circumstances.clear();
        if read.circumstances != 0 {
            let stated = circumstances.iter().zip(0_u32..);
            let stated = stated.filter(|(_, place)| read.circumstances >> place & 1 == 1);
            finding.circumstances.extend(stated.map(|(id, _)| *id));
        }
        for (label, name) in labels.iter().zip(&read.names) {
            let name = Some(*name).filter(|name| *name != NOT_STATED);
            finding.labels[*label] = name.and_then(|name| usize::try_from(name).ok()).map(Name);
        }
        lives::pass_to(account, finding.at);
        act(account, finding)
    }

    /// Ends the ledger of these findings, tells where the account stands, and begins another.
    pub(super) fn close(
        &mut self,
        until: Option<Date>,
        own: &[ReadFinding],
        accounts: &mut AccountColumns,
    ) {
        if let Some(until) = until {
            lives::pass_through(&mut self.account, until);
        }
        accounts.push(&self.account, own);
        self.account = Account::new(self.ledger, Chosen::unwatched(self.choices), self.stated);
    }
}
