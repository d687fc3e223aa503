import CSANE

/// The paper sensor and the buttons of a SANE device: options that can only be read.
struct SANESensors: Sensors {
    private let name: String
    private let options: SANEOptions
    private let paper: [DeviceOption]
    private let buttons: [DeviceOption]

    init(library: SANELibrary, name: String) throws(ScanFault) {
        self.name = name
        do throws(SANEFailure) { options = SANEOptions(try library.open(name)) } catch { throw error.openingFault(device: name) }
        let sensors = options.all.filter(OptionNames.isSensor)
        paper = sensors.filter { OptionNames.paperSensors.contains($0.name) }
        buttons = sensors.filter { OptionNames.buttons.contains($0.name) }
        guard !paper.isEmpty || !buttons.isEmpty else { throw .noSensors(device: name) }
    }

    func read() throws(ScanFault) -> Sensed {
        do throws(SANEFailure) {
            var sensed = Sensed()
            for option in paper {
                let isOn = try options.isOn(option)
                sensed.paper = sensed.paper == true || isOn
            }
            for option in buttons {
                let isDown = try options.isOn(option)
                if isDown { sensed.button = sensed.button ?? option.name }
            }
            return sensed
        } catch {
            throw .watchLost(device: name)
        }
    }
}
