//! Asks Windows about the console. This is a package of its own because it needs unsafe code, which
//! `integrity-healthcheck` forbids.

/// Whether this program is the only one in its console, as after a double-click. The console then closes when the program
/// ends. `false` on other systems, and if Windows cannot say.
#[must_use]
pub fn is_ours_alone() -> bool {
    #[cfg(windows)]
    {
        let mut processes = [0_u32; 2];
        // SAFETY: the pointer is to an array of two numbers, and Windows is told that it has two.
        let attached =
            unsafe { windows_sys::Win32::System::Console::GetConsoleProcessList(processes.as_mut_ptr(), 2) };
        attached == 1
    }
    #[cfg(not(windows))]
    false
}

/// How many of the next 64 events are typed characters; 0 if Windows cannot say. Released keys, arrows, the mouse and
/// resizes do not count.
#[cfg(windows)]
#[must_use]
pub fn characters_waiting() -> u64 {
    use windows_sys::Win32::System::Console::{
        GetStdHandle, INPUT_RECORD, KEY_EVENT, PeekConsoleInputW, STD_INPUT_HANDLE,
    };
    let mut records = [INPUT_RECORD::default(); 64];
    let mut number = 0_u32;
    // SAFETY: the pointers are to an array of as many records as Windows is told, and to a number, and both outlive the
    // call. Windows refuses an invalid handle.
    let succeeded = unsafe {
        PeekConsoleInputW(GetStdHandle(STD_INPUT_HANDLE), records.as_mut_ptr(), 64, &raw mut number)
    };
    if succeeded == 0 {
        return 0;
    }
    let is_character = |record: &&INPUT_RECORD| {
        // SAFETY: in a record of this kind Windows fills in the key, and every number is a valid character code.
        u32::from(record.EventType) == KEY_EVENT
            && unsafe {
                let key = record.Event.KeyEvent;
                key.bKeyDown != 0 && key.uChar.UnicodeChar != 0
            }
    };
    records.iter().take(number as usize).filter(is_character).count() as u64
}

/// Discards every event that is waiting to be read.
#[cfg(windows)]
pub fn discard_waiting() {
    use windows_sys::Win32::System::Console::{FlushConsoleInputBuffer, GetStdHandle, STD_INPUT_HANDLE};
    // SAFETY: no memory is passed, and Windows refuses an invalid handle.
    unsafe { FlushConsoleInputBuffer(GetStdHandle(STD_INPUT_HANDLE)) };
}
