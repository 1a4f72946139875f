package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"testing"
)

// onlyInMain are the names of package os that only main may use.
var onlyInMain = map[string]bool{"Exit": true, "Args": true, "Stdin": true, "Stdout": true, "Stderr": true, "Getenv": true, "LookupEnv": true, "Environ": true}

// usesIn returns the names of package os in a file that only main may use.
func usesIn(t *testing.T, file string) []string {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var uses []string
	ast.Inspect(tree, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if x, ok := sel.X.(*ast.Ident); ok && x.Name == "os" && onlyInMain[sel.Sel.Name] {
				uses = append(uses, "os."+sel.Sel.Name)
			}
		}
		return true
	})
	return uses
}
