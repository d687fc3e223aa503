import Foundation
import Scanning
import Workers

// The scan worker alone, so that tests can kill it and give it an environment of its own. As in the program, what C
// libraries print goes to standard error, so that it cannot damage a message.
signal(SIGPIPE, SIG_IGN)
let messages = dup(1)
dup2(2, 1)
ScanWorker.run(channel: MessageChannel(input: 0, output: messages))
