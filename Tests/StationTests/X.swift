import ProgramKit
