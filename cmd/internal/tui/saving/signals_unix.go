//go:build !windows

package saving

import (
	"os"
	"syscall"
)

// StopSignals end a task. Ctrl+C is a key on a full screen; SIGINT comes
// from outside, or from Ctrl+C in line mode.
var StopSignals = []os.Signal{syscall.SIGHUP, syscall.SIGINT, syscall.SIGTERM}
