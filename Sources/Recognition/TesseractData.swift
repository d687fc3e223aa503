import CTesseract

/// What language data this machine's Tesseract has.
public enum TesseractData {
    /// The languages of a set such as `vie+eng` that have no data here.
    public static func missing(of set: String) -> [String] {
        set.split(separator: "+").map(String.init).filter { language in
            guard let api = TessBaseAPICreate() else { return true }
            defer {
                TessBaseAPIEnd(api)
                TessBaseAPIDelete(api)
            }
            return TessBaseAPIInit3(api, nil, language) != 0
        }
    }
}
