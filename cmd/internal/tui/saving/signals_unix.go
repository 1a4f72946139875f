//go:build !windows

package saving

import (
	"errors"
	"os"
	"syscall"
)

// StopSignals end a task. Ctrl+C is a key on a full screen; SIGINT comes
// from outside, or from Ctrl+C in line mode.
var StopSignals = []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM}

// IsHangUp reports whether an error says that the terminal is gone.
func IsHangUp(err error) bool { return errors.Is(err, syscall.EIO) || errors.Is(err, syscall.ENXIO) }
