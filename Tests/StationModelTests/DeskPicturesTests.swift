import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// Which pictures the scan desk asks for, and how large.
@Suite struct DeskPicturesTests {
    private func page(_ number: Int) -> PageID { Sample.page(number).id }

    @Test func picturesAreAskedForOnceAndOnlyWhenSeen() {
        var scene = Scene.desk(pages: 500)
        let asked = scene.wanted
        #expect(asked.contains { $0.purpose == .page && $0.page == page(500) })
        #expect(asked.count < 20)
        scene.loadPictures()
        scene.send(.tick(Sample.now))
        #expect(scene.wanted.isEmpty)
        scene.press(.left)
        #expect(scene.wanted.contains { $0.purpose == .page && $0.page == page(499) })
    }

    @Test func aTurnedPageIsCutOutOfTheStoredImage() {
        var request = PictureRequest(
            page: page(1), purpose: .page, region: PageRegion(x: 0, y: 0, width: 0.5, height: 0.25), turn: 90,
            size: Size(columns: 10, rows: 10), mode: .blocks)
        #expect(request.storedRegion == PageRegion(x: 0, y: 0.5, width: 0.25, height: 0.5))
        request.turn = 180
        #expect(request.storedRegion == PageRegion(x: 0.5, y: 0.75, width: 0.5, height: 0.25))
        request.turn = 270
        #expect(request.storedRegion == PageRegion(x: 0.75, y: 0, width: 0.25, height: 0.5))
    }

    @Test(arguments: [(80, 827, 2), (82, 827, 2), (83, 827, 1), (10, 827, 8), (200, 827, 1), (0, 827, 8), (80, 2480, 4)])
    func aPictureIsNoLargerThanItsCellsCanShow(columns: Int, width: Int, reduction: Int) {
        var request = PictureRequest(page: page(1), purpose: .page, size: Size(columns: columns, rows: 57), mode: .blocks)
        #expect(request.reduction(ofWidth: width) == reduction)
        // Lying, the columns run along the image's height and the rows along its width.
        request.turn = 90
        #expect(request.reduction(ofWidth: 827) == 1 && request.reduction(ofWidth: 8 * 827) == 8)
        // Of a zoomed part the image keeps more.
        request = PictureRequest(
            page: page(1), purpose: .page, region: PageRegion(x: 0, y: 0, width: 0.125, height: 0.1),
            size: Size(columns: columns, rows: 57), mode: .blocks)
        #expect(request.reduction(ofWidth: 8 * width) == reduction)
    }
}
