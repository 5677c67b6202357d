//! Whether the console was opened for this program alone. It is a package of its own since Windows is asked by an unsafe
//! call, which `integrity-healthcheck` forbids itself.

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
