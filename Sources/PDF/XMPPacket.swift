/// The XMP metadata of a document. One description per schema: a second `dc` block makes validators refuse the file.
struct XMPPacket {
    let info: PDFDocumentInfo

    var bytes: [UInt8] {
        let (part, conformance) = info.conformance == .a2u ? (2, "U") : (1, "B")
        // To the second: PDF/A-1 validators compare dates literally.
        let moment = escaped(String(info.created.iso8601.prefix(19)) + "Z")
        let identifier = info.identifier.map { escaped($0) } ?? ""
        let identifierElement = identifier.isEmpty ? "" : "\n   <dc:identifier>\(identifier)</dc:identifier>"
        let title = escaped(info.title).isEmpty ? identifier : escaped(info.title)
        let packet = """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
               <pdfaid:part>\(part)</pdfaid:part>
               <pdfaid:conformance>\(conformance)</pdfaid:conformance>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
               <dc:format>application/pdf</dc:format>\(identifierElement)
               <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(title)</rdf:li></rdf:Alt></dc:title>
               <dc:language><rdf:Bag><rdf:li>\(escaped(info.language))</rdf:li></rdf:Bag></dc:language>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
               <xmp:CreatorTool>\(escaped(info.producer))</xmp:CreatorTool>
               <xmp:CreateDate>\(moment)</xmp:CreateDate>
               <xmp:ModifyDate>\(moment)</xmp:ModifyDate>
               <xmp:MetadataDate>\(moment)</xmp:MetadataDate>
              </rdf:Description>
              <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
               <pdf:Producer>\(escaped(info.producer))</pdf:Producer>
              </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """
        return Array(packet.utf8)
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in WordText.clean(text) {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}
