package terminal

import "golang.org/x/sys/unix"

// discardTyped drops what was typed into a terminal and not read yet.
func discardTyped(fd uintptr) { _ = unix.IoctlSetInt(int(fd), unix.TCFLSH, unix.TCIFLUSH) }
