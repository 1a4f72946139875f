//go:build !windows

package store

import "syscall"

const (
	diskFull     = syscall.ENOSPC
	diskReadOnly = syscall.EROFS
	cannotLock   = syscall.ENOLCK
)
