import Delivering
import Foundation
import Imaging
import Records
import Store
import Terminal
import Texts

extension LiveServices {
    // MARK: - Pictures

    /// The small grey copy shows a whole page; a part of it is cut out of the image itself.
    func picture(_ request: PictureRequest) -> Event {
        do {
            if try store.withholdingReason(of: request.page) != nil { throw StoreError.pageWithheld(request.page.description) }
            let grey = try part(request)
            return .pageImage(request, PageImage(width: grey.width, height: grey.height, pixels: grey.pixels))
        } catch {
            note("picture of \(request.page)", error)
            return .pictureUnavailable(request, failure(error).message)
        }
    }

    private func part(_ request: PictureRequest) throws -> GreyImage {
        if request.purpose == .strip { return try openPage(request.page).cut(request.storedRegion, deskew: request.deskew) }
        // The copy can always be made again.
        if let data = FileManager.default.contents(atPath: store.vault.previewPath(request.page)), let header = try? ImageHeader.read(data),
            request.isShown(byWidth: header.width), let grey = try? GreyImage.decode(data, reduction: request.reduction(ofWidth: header.width))
        {
            return try level(grey, request)
        }
        let (data, header) = try image(of: request.page)
        return try level(try GreyImage.decode(data, reduction: request.reduction(ofWidth: header.width)), request)
    }

    /// In full, as lines of it are wanted one after the other: decoding takes longer than a key may.
    private func openPage(_ page: PageID) throws -> GreyImage {
        if let open = openPages.withLock({ pages in pages.first { $0.page == page } }) { return open.image }
        let grey = try GreyImage.decode(try image(of: page).0)
        openPages.withLock { pages in
            pages.append((page, grey))
            // The page in hand, the next, and the one before: 9 MB each at 300 dpi.
            if pages.count > 3 { pages.removeFirst() }
        }
        return grey
    }

    /// Set straight, and the part that is wanted.
    private func level(_ grey: GreyImage, _ request: PictureRequest) throws -> GreyImage {
        let level = try grey.deskewed(degreesClockwise: request.deskew)
        return request.region == .whole ? level : try level.cut(request.storedRegion)
    }

    private func image(of page: PageID) throws -> (Data, ImageHeader) {
        let file = try store.pageFile(page)
        let path = store.vault.imagePath(page, format: file.format)
        guard let data = FileManager.default.contents(atPath: path) else { throw ImagingError.unreadable(path: path, errno: ENOENT) }
        return (data, try ImageHeader.read(data))
    }

    // MARK: - Texts

    /// - Parameter query: as it was typed on the search screen.
    func text(_ page: PageID, finding query: String?) throws -> PageText {
        let contents = try store.contents(try store.dossier(of: page))
        guard let place = contents.pages.firstIndex(where: { $0.id == page }) else { throw StoreError.noSuchPage(page.description) }
        let recognised = contents.pages[place].withheld == nil ? try store.words(of: page)?.recognised : nil
        let sought = query.flatMap { try? SearchQuery($0, isBeingTyped: true) }
        return PageText(
            page: PageTile(contents.pages[place]), dossier: contents.summary.id, code: contents.summary.code.text,
            title: contents.summary.fields.title, pageCount: contents.pages.count,
            previous: place > 0 ? contents.pages[place - 1].id : nil,
            next: place + 1 < contents.pages.count ? contents.pages[place + 1].id : nil,
            recognised: recognised, found: recognised.flatMap { sought?.occurrences(on: $0) } ?? [])
    }

    /// What cannot be understood is an answer like any other: it is being typed.
    func search(_ query: String, limit: Int) throws -> SearchResults {
        do throws(StoreError) {
            let answer = try store.search(query, limit: limit, isBeingTyped: true)
            return SearchResults(
                query: query,
                dossiers: answer.dossiers.map { hit in
                    SearchDossier(code: hit.code.text, title: hit.fields.title, box: hit.fields.box, pages: hit.pages, firstPage: hit.firstPage)
                },
                hits: answer.pages.map { hit in
                    SearchHit(
                        page: hit.page, code: hit.code.text, title: hit.title, pageIndex: hit.index, snippet: SnippetPart.parts(of: hit),
                        places: hit.occurrences.count, firstWord: hit.occurrences.first?.lowerBound)
                }, total: answer.total, isMore: answer.isMore)
        } catch {
            guard case .search(let refusal) = error else { throw error }
            return SearchResults(query: query, hits: [], total: 0, refusal: refusal.message)
        }
    }

    // MARK: - Queue

    func queue() throws -> QueueStatus {
        let status = try store.queueStatus()
        let lines = try store.openJobs(limit: 200).map { job in
            QueueLine(
                page: job.page, code: job.code.text, pageIndex: job.index,
                state: job.state == "failed" ? .failed : job.state == "running" ? .running : .waiting,
                reason: job.error.map { Text.ocrFailureReason($0) })
        }
        return QueueStatus(waiting: status.waiting, running: status.running, failed: status.failed, lines: lines)
    }

    // MARK: - Export

    private func exporter() throws -> Exporter {
        let configuration = configuration
        return Exporter(
            store: store, actor: actor, zone: TimeZone(identifier: configuration.timeZone) ?? .ofTheOffice, profile: .simple,
            conformance: configuration.pdfa == "1b" ? .a1b : .a2u,
            template: try FileNameTemplate(configuration.exportTemplate))
    }

    /// A folder that is not there is an answer like any other: the pane shows it.
    func plan(_ target: String, _ send: @Sendable (Event) -> Void) {
        do { send(.exportPlan(try plan(target))) } catch {
            note("export plan for \(target)", error)
            send(.exportFailed(failure(error)))
        }
    }

    private func plan(_ target: String) throws -> ExportPlan {
        let exporter = try exporter()
        let plan = try exporter.plan(target: target)
        try exporter.noteUnchanged(of: plan, at: target)
        var readingWaiting = 0, lookWaiting = 0
        for case .notReady(let reason) in plan.notReady.map(\.standing) {
            if case .waitsForOCR(let pages) = reason { readingWaiting += pages }
            if case .waitsForLook(let pages) = reason { lookWaiting += pages }
        }
        let unseen = try plan.due.count { try !documentStarts.find(store.contents($0.id)).open.isEmpty }
        return ExportPlan(
            target: target, dossiers: plan.due.count, documents: plan.due.map(\.documents).reduce(0, +), pages: plan.duePages,
            alreadyDelivered: plan.alreadyDelivered, notReady: plan.notReady.count { $0.standing == .notReady(.notFinished) }, readingWaiting: readingWaiting, lookWaiting: lookWaiting,
            withheldDossiers: plan.notReady.count { $0.standing == .notReady(.withheld) }, withheldPages: plan.withheldPages,
            unseenStarts: unseen)
    }

    func export(_ target: String, _ send: @escaping @Sendable (Event) -> Void) {
        session.withLock { $0.exportIsCancelled = false }
        do {
            let result = try exporter().export(to: target) { progress in
                send(.exportProgress(ExportProgress(done: progress.pages, total: progress.totalPages, current: "")))
            } isCancelled: {
                self.session.withLock { $0.exportIsCancelled }
            }
            let withheld = result.delivered.map(\.withheldPages).reduce(0, +)
            let leftOut = withheld > 0 ? [Text.exportWithheldPages.with(["count": String(withheld)])] : []
            send(.exportFinished(ExportResult(
                folder: result.folder, dossiers: result.delivered.count, documents: result.delivered.map(\.documents).reduce(0, +),
                pages: result.pages, notes: leftOut + result.problems.map(\.message))))
        } catch {
            note("export to \(target)", error)
            send(.exportFailed(failure(error)))
        }
    }
}

extension SnippetPart {
    /// The excerpt cut at its highlights.
    fileprivate static func parts(of hit: Store.SearchHit) -> [SnippetPart] {
        var parts: [SnippetPart] = []
        var place = 0
        let letters = Array(hit.excerpt)
        for range in hit.highlights where range.lowerBound >= place && range.upperBound <= letters.count {
            if range.lowerBound > place { parts.append(SnippetPart(String(letters[place..<range.lowerBound]))) }
            parts.append(SnippetPart(String(letters[range]), isMatch: true))
            place = range.upperBound
        }
        if place < letters.count { parts.append(SnippetPart(String(letters[place...]))) }
        return parts
    }
}

extension GreyImage {
    /// A part, in shares of width and height.
    ///
    /// - Parameter deskew: degrees clockwise that it is turned by about the centre of the part; what is turned into it from outside is
    ///   the image's, as far as there is any.
    fileprivate func cut(_ region: PageRegion, deskew: Double) throws -> GreyImage {
        if deskew == 0 { return try cut(region) }
        let slope = abs(tan(deskew * .pi / 180))
        func margin(_ along: Double, _ start: Double, _ length: Double) -> Double { max(0, min(slope * along / 2, start, 1 - start - length)) }
        // In shares of the other direction.
        let x = margin(region.height * Double(height) / Double(width), region.x, region.width)
        let y = margin(region.width * Double(width) / Double(height), region.y, region.height)
        let wide = try cut(PageRegion(x: region.x - x, y: region.y - y, width: region.width + 2 * x, height: region.height + 2 * y))
        let level = try wide.deskewed(degreesClockwise: deskew)
        let all = (width: region.width + 2 * x, height: region.height + 2 * y)
        return try level.cut(PageRegion(x: x / all.width, y: y / all.height, width: region.width / all.width, height: region.height / all.height))
    }

    fileprivate func cut(_ region: PageRegion) throws -> GreyImage {
        let left = min(width - 1, max(0, Int(region.x * Double(width))))
        let top = min(height - 1, max(0, Int(region.y * Double(height))))
        return try crop(
            Box(
                x: left, y: top, width: max(1, Int(region.width * Double(width))), height: max(1, Int(region.height * Double(height)))))
    }
}
