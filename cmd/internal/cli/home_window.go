package cli

import "context"

// holdWindow keeps a window that closes with the program open until its
// message was read.
func (a *app) holdWindow(closes bool) {
	if !closes {
		return
	}
	a.say("\nPress Enter to close this window.")
	_, _ = a.streams.Lines().Read(context.Background()) // whatever comes ends the wait
}
