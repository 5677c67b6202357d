//! x
use integrity_healthcheck::interview::NotKept;
pub fn unsaved(not_kept: NotKept) -> anyhow::Error {
    let (NotKept::Refused(reason) | NotKept::Failed(reason)) = not_kept;
    anyhow::anyhow!("{reason}; nothing was saved")
}
