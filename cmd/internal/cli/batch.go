package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"dgca/assessment"
	"dgca/reports"
)

// batchFiles returns the files that arguments stand for: a folder stands for
// its YAML files that look like results, in the order of their names.
func batchFiles(args []string) ([]string, error) {
	var files []string
	for _, name := range matching(args) {
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		found, err := resultsOfFolder(name)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return files, nil
}

func resultsOfFolder(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrPermission) {
		return nil, failf("ask its owner for the right to read it", "%s: you may not read this folder", dir)
	}
	if err != nil {
		return nil, failf("check the disk or the USB stick", "%s: the folder cannot be read", dir)
	}
	var files []string
	for _, e := range entries {
		if ext := strings.ToLower(filepath.Ext(e.Name())); ext != ".yaml" && ext != ".yml" || e.IsDir() {
			continue
		}
		if path := filepath.Join(dir, e.Name()); looksLikeResult(path) {
			files = append(files, path)
		}
	}
	if len(files) == 0 {
		return nil, failf("name the folder of your result files", "%s: there is no result file in this folder", dir)
	}
	return files, nil
}

// each calls do for 0 to n-1 from as many goroutines as there are processors,
// and shows on a terminal how far it is. It ends early when the program is told
// to end.
func (a *app) each(ctx context.Context, n int, what string, do func(i int)) error {
	var next, done atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		wg.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
				done.Add(1)
			}
		})
	}
	ended := make(chan struct{})
	go func() { wg.Wait(); close(ended) }()
	a.showProgress(ended, what, n, &done)
	return ctx.Err()
}

// The times of the progress line: short work shows none.
const (
	progressFrom  = 700 * time.Millisecond
	progressEvery = 200 * time.Millisecond
)

// showProgress waits for the end, and tells a person at the terminal how far the
// work is.
func (a *app) showProgress(ended <-chan struct{}, what string, n int, done *atomic.Int64) {
	if !a.streams.ErrIsTerminal() {
		<-ended
		return
	}
	wait, shown := progressFrom, false
	for {
		select {
		case <-ended:
			if shown {
				fmt.Fprintf(a.streams.Err, "\r%s\r", strings.Repeat(" ", len(progressLine(what, n, n))))
			}
			return
		case <-time.After(wait):
			wait, shown = progressEvery, true
			fmt.Fprintf(a.streams.Err, "\r%s", progressLine(what, int(done.Load()), n))
		}
	}
}

// progressLine has the same length from the first to the last.
func progressLine(what string, done, n int) string {
	const cells = 20
	full := cells * done / n
	width := len(fmt.Sprint(n))
	return fmt.Sprintf("%s [%s%s] %*d of %d", what, strings.Repeat("#", full), strings.Repeat(".", cells-full), width, done, n)
}

// manyFiles is from how many files on memory counts for more than time: what is
// kept of them makes the heap large, and garbage is collected more often.
const (
	manyFiles     = 2000
	manyGCPercent = 60
)

// readSet reads many results with read, and keeps of each what that returns.
// What cannot be read is told at once and stands in the second list; the rest
// goes on.
func readSet[T any](ctx context.Context, a *app, files []string, read func(path string) (T, error)) ([]T, []assessment.LeftOut, error) {
	if len(files) >= manyFiles {
		debug.SetGCPercent(manyGCPercent)
	}
	all, problems := make([]T, len(files)), make([]error, len(files))
	err := a.each(ctx, len(files), "Reading", func(i int) { all[i], problems[i] = read(files[i]) })
	if err != nil {
		return nil, nil, err
	}
	var found []T
	var out []assessment.LeftOut
	for i, err := range problems {
		if err == nil {
			found = append(found, all[i])
			continue
		}
		l := assessment.LeftOut{File: files[i], Reason: assessment.Unreadable, Detail: shortReason(err)}
		a.say("dgca: %s: %s", l.File, l.Detail)
		out = append(out, l)
	}
	return found, out, nil
}

// tooFew tells why nothing can be compared: each file that is left out, with the
// reason, and then what is wanted. The files that cannot be read were told
// before.
func (a *app) tooFew(unread int, out []assessment.LeftOut, hint, format string, args ...any) error {
	for _, l := range out {
		a.say("dgca: %s: not compared: %s", l.File, reports.LeftOutWords(l))
	}
	if unread > 0 {
		return invalidf(hint, format, args...)
	}
	return failf(hint, format, args...)
}

// unreadError is the end of a work of which some files were no part.
func unreadError(command string, unread int) error {
	if unread == 0 {
		return nil
	}
	return invalidf("look at each with: dgca check FILE", "%s: files that cannot be read and were left out: %d", command, unread)
}
