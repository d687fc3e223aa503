extension Text {
    public static let demoPagesMissing = Text(
        "Không tìm thấy các trang mẫu của bản dùng thử.", en: "The sample pages of the demo cannot be found.")
    public static let demoCannotCopy = Text(
        "Không chép được trang mẫu vào {path}.", en: "The sample pages cannot be copied to {path}.")
    public static let demoInstallAgain = Text(
        "Cài lại chương trình cùng thư mục tramquet_Demo.resources của nó.",
        en: "Install the program again together with its folder tramquet_Demo.resources.")
    public static let demoChooseFolder = Text(
        "Chọn một thư mục được phép ghi và còn chỗ.", en: "Choose a folder that may be written and has room.")
}
