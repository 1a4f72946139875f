package terminal

import "golang.org/x/sys/unix"

// flushRead is FREAD: the input side of a terminal.
const flushRead = 1

// discardTyped drops what was typed into a terminal and not read yet.
func discardTyped(fd uintptr) { _ = unix.IoctlSetPointerInt(int(fd), unix.TIOCFLUSH, flushRead) }
