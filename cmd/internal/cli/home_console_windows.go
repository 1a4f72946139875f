package cli

import (
	"syscall"
	"unsafe"
)

// ownsConsole reports whether this program is the only one in its console
// window, as after a double click: the window closes when it ends.
func ownsConsole() bool {
	list := syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	if list.Find() != nil {
		return false
	}
	var ids [2]uint32
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return n == 1
}
