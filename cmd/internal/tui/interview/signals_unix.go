//go:build !windows

package interview

import (
	"errors"
	"os"
	"syscall"
)

// stopSignals end the interview. Ctrl+C is a key on a full screen; SIGINT comes
// from outside, or from Ctrl+C in line mode.
var stopSignals = []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM}

// isHangUp reports whether an error says that the terminal is gone.
func isHangUp(err error) bool { return errors.Is(err, syscall.EIO) || errors.Is(err, syscall.ENXIO) }
