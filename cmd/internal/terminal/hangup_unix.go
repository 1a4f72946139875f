//go:build !windows

package terminal

import (
	"errors"
	"syscall"
)

// IsHangUp reports whether an error says that the terminal is gone.
func IsHangUp(err error) bool { return errors.Is(err, syscall.EIO) || errors.Is(err, syscall.ENXIO) }
