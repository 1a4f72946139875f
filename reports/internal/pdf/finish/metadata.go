package finish

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"time"
)

// dateString is a date as text in an object of PDF.
func dateString(t time.Time) string { return t.UTC().Format("(D:20060102150405Z)") }

// information is the older place of the properties, which many readers show.
func information(d *Details) []byte {
	var o []byte
	for _, entry := range []struct{ key, value string }{
		{"Title", d.Title}, {"Subject", d.Subject}, {"Author", d.Author}, {"Creator", d.Author}, {"Producer", d.Producer},
	} {
		if entry.value != "" {
			o = fmt.Appendf(o, " /%s %s", entry.key, textString(entry.value))
		}
	}
	date := dateString(d.Created)
	return fmt.Appendf(nil, "<<%s /CreationDate %s /ModDate %s>>", bytes.TrimSpace(o), date, date)
}

// metadata is the newer place of the same properties, as XMP (ISO 16684-1).
// Conforms adds the claim of PDF/UA-1 and PDF/A-3a.
func metadata(d *Details, conforms bool) []byte {
	var x strings.Builder
	put := func(format string, values ...string) {
		escaped := make([]any, len(values))
		for i, v := range values {
			if v == "" {
				return
			}
			var s strings.Builder
			xml.EscapeText(&s, []byte(v)) // a Builder takes all
			escaped[i] = s.String()
		}
		fmt.Fprintf(&x, format, escaped...)
	}
	date := d.Created.UTC().Format(time.RFC3339)
	// The marks around the packet are those of the standard.
	x.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">` + "\n<dc:format>application/pdf</dc:format>\n")
	put(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>`+"\n", d.Title)
	put(`<dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>`+"\n", d.Subject)
	put("<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n<xmp:CreatorTool>%s</xmp:CreatorTool>\n", d.Author, d.Author)
	put("<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n", d.Language)
	put("<pdf:Producer>%s</pdf:Producer>\n", d.Producer)
	put("<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n<xmp:MetadataDate>%s</xmp:MetadataDate>\n", date, date, date)
	x.WriteString("</rdf:Description>\n")
	if conforms {
		x.WriteString(claim)
	}
	x.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(x.String())
}

// claim says that the file meets PDF/UA-1 and PDF/A-3a. PDF/A wants each schema
// that it does not know to be described.
const claim = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`
