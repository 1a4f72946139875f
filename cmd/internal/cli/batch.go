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
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"dgca/assessment"
	"dgca/assessment/store"
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
// kept of them makes the heap large, and garbage is collected as usual.
const (
	manyFiles     = 2000
	manyGCPercent = 100
)

// readProfiles reads many results and keeps of each what a comparison needs.
// What cannot be read is told in the second list; the rest goes on.
func (a *app) readProfiles(ctx context.Context, files []string) ([]*assessment.Profile, []assessment.LeftOut, error) {
	if len(files) >= manyFiles {
		debug.SetGCPercent(manyGCPercent)
	}
	var known assessment.Snapshots
	found, problems := make([]*assessment.Profile, len(files)), make([]error, len(files))
	err := a.each(ctx, len(files), "Reading", func(i int) {
		found[i], problems[i] = readProfile(files[i], &known)
	})
	if err != nil {
		return nil, nil, err
	}
	var out []assessment.LeftOut
	for i, err := range problems {
		if err != nil {
			out = append(out, assessment.LeftOut{File: files[i], Reason: assessment.Unreadable, Detail: shortReason(err)})
		}
	}
	return slices.DeleteFunc(found, func(p *assessment.Profile) bool { return p == nil }), out, nil
}

func readProfile(path string, known *assessment.Snapshots) (*assessment.Profile, error) {
	result, digest, err := store.ReadWithDigest(path)
	if err != nil {
		return nil, err
	}
	return assessment.NewProfile(path, digest, result, known), nil
}
