import ArgumentParser
import Configuration
import Store
import Texts

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "Cấu hình. (Configuration.)", subcommands: [Show.self])

    struct Show: StationSubcommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: "Mọi khóa, ý nghĩa và giá trị đang dùng. (Every key, its meaning and value.)")
        @OptionGroup var global: GlobalOptions
        func perform(_ context: Context) async throws {
            let path = context.dataPath
            let configuration = try context.configuration(path)
            let output = Output(context)
            if output.json {
                let pairs = StationConfiguration.keys.map { ($0.name, $0.value(in: configuration)) }
                    + [("profiles", configuration.profiles.map(\.name).joined(separator: "\n"))]
                return output.object(["files": context.configurationPaths(path).joined(separator: ":")].merging(pairs) { a, _ in a })
            }
            output.line(context.configurationPaths(path).map { "# " + $0 }.joined(separator: "\n"))
            output.line(configuration.text(context.language))
        }
    }
}
