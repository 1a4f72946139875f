package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
)

// signalError says that a signal ended the program.
type signalError struct {
	number int
	name   string
}

func (e signalError) Error() string {
	return fmt.Sprintf("stopped by signal %d (%s)", e.number, e.name)
}

// withSignals returns a context that ends at the first signal to stop. What is
// asked on the screen is saved then. A second signal ends the program at once.
func withSignals(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		select {
		case sig := <-signals:
			signal.Stop(signals)
			number := 0
			if n, ok := sig.(syscall.Signal); ok {
				number = int(n)
			}
			cancel(signalError{number, sig.String()})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}

// signalCause returns the signal that ended the context, or nil.
func signalCause(ctx context.Context) error {
	var sig signalError
	if errors.As(context.Cause(ctx), &sig) {
		return sig
	}
	return nil
}
