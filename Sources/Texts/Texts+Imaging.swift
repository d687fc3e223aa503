extension Text {
    public static let imageUnreadable = Text(
        "Không đọc được tệp ảnh {path} (lỗi {errno}).", en: "The image file {path} cannot be read (error {errno}).")
    public static let imageEmpty = Text("Tệp ảnh rỗng.", en: "The image file is empty.")
    public static let imageNotAnImage = Text(
        "Tệp không phải là ảnh JPEG, PNG hoặc TIFF.", en: "The file is not a JPEG, PNG or TIFF image.")
    public static let imageUnsupported = Text(
        "Chưa đọc được ảnh dạng {format}.", en: "Images of the kind {format} cannot be read.")
    public static let imageTooLarge = Text(
        "Ảnh quá lớn: {width} × {height} điểm ảnh, giới hạn {limit} triệu.",
        en: "The image is too large: {width} × {height} pixels, the limit is {limit} million.")
    public static let imageTruncated = Text(
        "Ảnh bị cắt ngang, thiếu phần cuối.", en: "The image is cut short, its end is missing.")
    public static let imageDamaged = Text("Tệp ảnh bị hỏng.", en: "The image file is damaged.")
    public static let imageNoSuchPage = Text(
        "Tệp ảnh có {count} trang, không có trang {number}.",
        en: "The image file has {count} pages, there is no page {number}.")
    public static let imageImpossibleSize = Text(
        "Kích thước ảnh không hợp lệ: {width} × {height}.", en: "Impossible image size: {width} × {height}.")
    public static let imageOutOfMemory = Text("Không đủ bộ nhớ để xử lý ảnh.", en: "Not enough memory for the image.")
    public static let imageCannotEncode = Text(
        "Không ghi được ảnh dạng {format}.", en: "The image could not be written as {format}.")
    public static let imageCheckFile = Text(
        "Kiểm tra tệp và quyền đọc rồi thử lại.", en: "Check the file and who may read it, then try again.")
    public static let imageScanAgain = Text("Quét lại trang này.", en: "Scan this page again.")
    public static let imageConvert = Text(
        "Chuyển sang JPEG, PNG hoặc TIFF rồi nhập lại.", en: "Convert it to JPEG, PNG or TIFF and import it again.")
    public static let imageLowerResolution = Text(
        "Quét lại với độ phân giải thấp hơn.", en: "Scan it again at a lower resolution.")
}
