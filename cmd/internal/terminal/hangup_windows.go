package terminal

import (
	"errors"
	"syscall"
)

// invalidHandle is ERROR_INVALID_HANDLE, which package syscall does not name.
const invalidHandle = syscall.Errno(6)

// IsHangUp reports whether an error says that the console is gone.
func IsHangUp(err error) bool {
	return errors.Is(err, syscall.ERROR_BROKEN_PIPE) || errors.Is(err, invalidHandle)
}
