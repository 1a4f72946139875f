//go:build !linux && !darwin && !windows

package terminal

// discardTyped does nothing where there is no common way.
func discardTyped(uintptr) {}
