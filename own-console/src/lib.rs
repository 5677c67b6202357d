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

/// How many events of keys and of the mouse wait to be read; 0 where Windows does not tell.
#[cfg(windows)]
#[must_use]
pub fn events_waiting() -> usize {
    use windows_sys::Win32::System::Console::{
        GetNumberOfConsoleInputEvents, GetStdHandle, STD_INPUT_HANDLE,
    };
    let mut number = 0_u32;
    // SAFETY: the pointer is to a number that outlives the call; a handle that is none is refused.
    let told = unsafe { GetNumberOfConsoleInputEvents(GetStdHandle(STD_INPUT_HANDLE), &raw mut number) };
    if told == 0 { 0 } else { usize::try_from(number).unwrap_or(usize::MAX) }
}

/// Throws away what waits to be read.
#[cfg(windows)]
pub fn forget_events() {
    use windows_sys::Win32::System::Console::{FlushConsoleInputBuffer, GetStdHandle, STD_INPUT_HANDLE};
    // SAFETY: no memory is handed over; a handle that is none is refused.
    unsafe { FlushConsoleInputBuffer(GetStdHandle(STD_INPUT_HANDLE)) };
}
