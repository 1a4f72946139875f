//go:build !windows

package cli

// ownsConsole reports whether the window closes with the program. Elsewhere
// than on Windows the terminal decides that.
func ownsConsole() bool { return false }
