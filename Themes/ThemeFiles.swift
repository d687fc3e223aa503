/// The themes that come with the program, embedded so that it is one file (see Package.swift).
public enum ThemeFiles {
    /// The text of each theme file by the name of the theme.
    public static var all: [String: [UInt8]] {
        [
            "dark": PackageResources.dark_toml,
            "light": PackageResources.light_toml,
            "high-contrast": PackageResources.high_contrast_toml,
            "mono": PackageResources.mono_toml,
        ]
    }
}
