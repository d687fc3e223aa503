import Vietnamese

/// How a person types Vietnamese.
public struct Typing: Equatable, Sendable {
    public var method: InputMethod
    public var placement: TonePlacement

    public init(method: InputMethod = .telex, placement: TonePlacement = .onFirstVowel) { (self.method, self.placement) = (method, placement) }

    /// Keys are what they are.
    public static let plain = Typing(method: .off)
}
