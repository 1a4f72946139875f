package pdf

import (
	"bytes"
	"fmt"
	"testing"
)

// Every entry of the cross-reference table leads to the object of its number.
func TestTableLeadsToTheObjects(t *testing.T) {
	file, _ := printed(t, sampleReport())
	objects, table, err := readTable(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(file[table:], []byte("xref\n")) {
		t.Error("the file does not say where its table is")
	}
	for _, o := range objects {
		if want := fmt.Sprintf("%d 0 obj\n", o.number); !bytes.HasPrefix(file[o.offset:], []byte(want)) {
			t.Errorf("object %d: %.20q", o.number, file[o.offset:])
		}
	}
	if bytes.Contains(file, []byte(" Tj")) {
		t.Error("a page is not compressed")
	}
}

func TestCompressRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, s := range []string{"", "startxref\n", "startxref\n9999\n", "xref\n0 1\nstartxref\n1\n", "%PDF\nxref\n0 2\n0000000000 65535 f \n0000000099 00000 n \ntrailer\nstartxref\n5\n"} {
		if _, err := compress([]byte(s)); err == nil {
			t.Errorf("%q is taken for a file", s)
		}
	}
}
