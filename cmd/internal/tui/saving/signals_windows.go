package saving

import (
	"os"
	"syscall"
)

// StopSignals end a task. Closing the window, signing out and shutting
// down all arrive as SIGTERM.
var StopSignals = []os.Signal{os.Interrupt, syscall.SIGTERM}
