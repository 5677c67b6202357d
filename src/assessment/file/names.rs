//! The keys of the tables that hold answers, actions and sent forms.

pub(super) const ANSWERS: &str = "answers";
pub(super) const CARRIED: &str = "carried";
pub(super) const ACTIONS: &str = "actions";
pub(super) const SENT: &str = "sent";
