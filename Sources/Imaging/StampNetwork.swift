import CStampModel

/// The small network that sees MẬT in a picture, with the weights that Sources/Scripts/make-stamp-model trained; that script says
/// how it is built and what its numbers mean.
///
/// It looks at patches of 96 × 64 pixels at 80 dpi. Patches of a grid share all but the last two steps of their work, so a field
/// of many patches is evaluated at once.
struct StampNetwork: Sendable {
    static let dpi = 80
    static let (patchWidth, patchHeight) = (96, 64)
    /// Pixels from one patch of a field to the next, either way.
    static let stride = 8
    /// Of which six say nothing or a turn, four what stands before.
    static let outputs = 10

    static let standard = StampNetwork()

    /// A convolution without padding. Weights lie in fours of outputs: `[out / 4][row][column][in]`.
    struct Layer: Sendable {
        let rows: Int
        let columns: Int
        let step: Int
        let inputs: Int
        let outputs: Int
        let bias: [SIMD4<Float>]
        let weights: [SIMD4<Float>]
        let isLast: Bool
    }

    /// Values of so many places and so many channels, row by row, channel by channel at each place.
    struct Field {
        var width: Int
        var height: Int
        var channels: Int
        var values: [Float]
    }

    private let layers: [Layer]

    /// - Precondition: the model is the one that was built into the program.
    private init() {
        let bytes = UnsafeRawBufferPointer(start: stamp_model_bytes(), count: stamp_model_size())
        let shapes: [(rows: Int, columns: Int, step: Int, outputs: Int)] = [(5, 5, 2, 16), (3, 3, 2, 24), (3, 3, 1, 32), (3, 3, 2, 32), (5, 9, 1, 48), (1, 1, 1, 10)]
        var (layers, inputs, place): ([Layer], Int, Int) = ([], 1, 0)
        func number(_ place: Int) -> Float { Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))) }
        for (index, shape) in shapes.enumerated() {
            let biases = place + 4 * shape.outputs, weights = biases + 4 * shape.outputs, taps = shape.rows * shape.columns * inputs
            let groups = (shape.outputs + 3) / 4
            layers.append(Layer(
                rows: shape.rows, columns: shape.columns, step: shape.step, inputs: inputs, outputs: shape.outputs,
                bias: (0..<groups).map { group in StampNetwork.four(group, of: shape.outputs) { number(biases + 4 * $0) } },
                weights: (0..<groups * taps).map { [place] at in
                    StampNetwork.four(at / taps, of: shape.outputs) { output in
                        number(place + 4 * output) * Float(Int8(bitPattern: bytes[weights + at % taps * shape.outputs + output]))
                    }
                }, isLast: index == shapes.count - 1))
            (place, inputs) = (weights + taps * shape.outputs, shape.outputs)
        }
        self.layers = layers
    }

    private static func four(_ group: Int, of count: Int, _ value: (Int) -> Float) -> SIMD4<Float> {
        var four = SIMD4<Float>.zero
        for lane in 0..<4 where 4 * group + lane < count { four[lane] = value(4 * group + lane) }
        return four
    }

    /// Layers that all patches share; of the others each place has its own.
    private static let shared = 4

    /// What the network says of some of the patches of a field of ink, one channel of 0…1; a field at least as large as a patch.
    /// - Parameter places: row by row.
    /// - Returns: `outputs` numbers for each place.
    func evaluate(_ ink: Field, at places: [Int]) -> [Float] {
        guard !places.isEmpty else { return [] }
        let common = layers.prefix(StampNetwork.shared).reduce(ink) { field, layer in layer.applied(to: field) }
        let own = layers[StampNetwork.shared].applied(to: common, at: places)
        return layers.dropFirst(StampNetwork.shared + 1).reduce(own) { field, layer in layer.applied(to: field) }.values
    }
}

extension StampNetwork.Layer {
    /// - Parameter wanted: nil: everywhere; else the result is one row of these places.
    func applied(to field: StampNetwork.Field, at wanted: [Int]? = nil) -> StampNetwork.Field {
        let (width, height) = ((field.width - columns) / step + 1, (field.height - rows) / step + 1)
        let run = columns * inputs, groups = bias.count, places = wanted?.count ?? width * height
        var result = [Float](repeating: 0, count: places * outputs)
        field.values.withUnsafeBufferPointer { values in
            weights.withUnsafeBufferPointer { weights in
                result.withUnsafeMutableBufferPointer { result in
                    func start(_ place: Int) -> Int {
                        let place = wanted?[min(place, places - 1)] ?? min(place, places - 1)
                        return (place / width * step * field.width + place % width * step) * inputs
                    }
                    // Four places at a time, so that each weight is fetched once for all of them.
                    for first in Swift.stride(from: 0, to: places, by: 4) {
                        let (a, b, c, d) = (start(first), start(first + 1), start(first + 2), start(first + 3))
                        for group in 0..<groups {
                            var (sumA, sumB, sumC, sumD) = (bias[group], bias[group], bias[group], bias[group])
                            var at = group * rows * run
                            for row in 0..<rows {
                                let below = row * field.width * inputs
                                for tap in below..<below + run {
                                    let weight = weights[at]
                                    sumA += weight * values[a + tap]
                                    sumB += weight * values[b + tap]
                                    sumC += weight * values[c + tap]
                                    sumD += weight * values[d + tap]
                                    at += 1
                                }
                            }
                            for (index, sum) in [sumA, sumB, sumC, sumD].enumerated() where first + index < places {
                                let kept = isLast ? sum : sum.replacing(with: 0, where: sum .< 0)
                                for lane in 0..<min(4, outputs - 4 * group) { result[(first + index) * outputs + 4 * group + lane] = kept[lane] }
                            }
                        }
                    }
                }
            }
        }
        return StampNetwork.Field(width: wanted == nil ? width : places, height: wanted == nil ? height : 1, channels: outputs, values: result)
    }
}
