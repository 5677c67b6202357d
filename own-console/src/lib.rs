//! What Windows knows of the console: whether it was opened for this program alone, and what waits to be read from it. It
//! is a package of its own since Windows is asked by unsafe calls, which `integrity-healthcheck` forbids itself.

/// Whether this program is the only one in its console, whose window then closes as soon as the program ends: so it is
/// where somebody double-clicked it. `false` everywhere but on Windows, and where Windows does not tell.
#[cfg(windows)]
#[must_use]
pub fn is_ours_alone() -> bool {
    let mut processes = [0_u32; 2];
    // SAFETY: the pointer is to an array of two numbers, and two is the length that Windows is told.
    let attached =
        unsafe { windows_sys::Win32::System::Console::GetConsoleProcessList(processes.as_mut_ptr(), 2) };
    attached == 1
}

/// Whether this program is the only one in its console, whose window then closes as soon as the program ends: so it is
/// where somebody double-clicked it. `false` everywhere but on Windows, and where Windows does not tell.
#[cfg(not(windows))]
#[must_use]
pub fn is_ours_alone() -> bool {
    false
}

/// How many characters wait to be read, of those that are looked at; 0 where Windows does not tell. Keys that are let go of,
/// arrows, the mouse and a window of another size are none.
#[cfg(windows)]
#[must_use]
pub fn characters_waiting() -> usize {
    use windows_sys::Win32::System::Console::{
        GetStdHandle, INPUT_RECORD, KEY_EVENT, PeekConsoleInputW, STD_INPUT_HANDLE,
    };
    const LOOKED_AT: u32 = 64;
    let mut records = [INPUT_RECORD::default(); LOOKED_AT as usize];
    let mut number = 0_u32;
    // SAFETY: the pointers are to an array of as many records as Windows is told, and to a number, both of which outlive the
    // call; a handle that is none is refused.
    let told = unsafe {
        PeekConsoleInputW(GetStdHandle(STD_INPUT_HANDLE), records.as_mut_ptr(), LOOKED_AT, &raw mut number)
    };
    if told == 0 {
        return 0;
    }
    let is_character = |record: &&INPUT_RECORD| {
        // SAFETY: of a record of this kind Windows fills in the key, and any number is a character's.
        u32::from(record.EventType) == KEY_EVENT
            && unsafe {
                let key = record.Event.KeyEvent;
                key.bKeyDown != 0 && key.uChar.UnicodeChar != 0
            }
    };
    records.iter().take(usize::try_from(number).unwrap_or_default()).filter(is_character).count()
}

/// Throws away what waits to be read.
#[cfg(windows)]
pub fn forget_events() {
    use windows_sys::Win32::System::Console::{FlushConsoleInputBuffer, GetStdHandle, STD_INPUT_HANDLE};
    // SAFETY: no memory is handed over; a handle that is none is refused.
    unsafe { FlushConsoleInputBuffer(GetStdHandle(STD_INPUT_HANDLE)) };
}
