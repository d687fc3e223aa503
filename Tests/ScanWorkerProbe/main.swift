import Scanning

// The scan worker alone, so that tests can kill it and give it an environment of its own.
ScanWorker.runOnStandardStreams()
