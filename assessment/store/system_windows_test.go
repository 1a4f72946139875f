package store

import "golang.org/x/sys/windows"

const (
	diskFull     = windows.ERROR_DISK_FULL
	diskReadOnly = windows.ERROR_WRITE_PROTECT
	cannotLock   = windows.ERROR_NOT_SUPPORTED
)
