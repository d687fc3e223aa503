import ArgumentParser
import Extraction
import Foundation
import Recognition
import Scanning
import Workers

/// The worker processes. Hidden: the program starts them itself.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)
    @Argument var name: Name

    enum Name: String, ExpressibleByArgument { case scan, ocr }

    func run() async throws {
        signal(SIGPIPE, SIG_IGN)
        // Descriptor 1 carries messages; whatever a C library prints must not get between them.
        let messages = dup(1)
        dup2(2, 1)
        let channel = MessageChannel(input: 0, output: messages)
        let name = name
        // A thread of its own: the owner of SANE or Tesseract from beginning to end, with a stack their code is used to.
        let code = try await offMain { () -> Int32 in
            switch name {
            case .scan:
                ScanWorker.run(channel: channel)
                return 0
            case .ocr:
                return RecognitionWorker.run(channel: channel, figurePlaces: ContentsPage.places)
            }
        }
        Foundation.exit(code)
    }
}
