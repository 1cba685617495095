import Vault

/// `evidence …`: files that are kept in a case.
protocol FileWords {
  func evidenceHelp(_ topic: Topic) -> String?
  var optionEvidenceFile: String { get }
  var optionEvidenceTo: String { get }
  var optionStrip: String { get }
  var optionOriginal: String { get }
  // What a picture says beside what it shows
  var picturePlace: String { get }
  var pictureDevice: String { get }
  var pictureTime: String { get }
  var pictureMore: String { get }
  var stripQuestion: String { get }
  var pictureStripped: String { get }
  var pictureUndecided: String { get }
  var fileChanged: String { get }
  var undecidedHint: String { get }
  var pictureUnread: String { get }
  var unreadHint: String { get }
  var notAPicture: String { get }
  var notAPictureHint: String { get }
  func evidenceAdded(entry: Int) -> String
  /// The file outside is nobody's but theirs who brought it.
  var originalStays: String { get }
  /// It is called a picture and is none.
  var notAsNamed: String { get }
  var otherPicture: String { get }
  func evidenceShown(_ count: Int, entry: Int) -> String
  func evidenceTitle(_ number: Int) -> String
  var contentLabel: String { get }
  var contentAtMost: String { get }
  var contentBytes: String { get }
  var contentHere: String { get }
  var contentNotHere: String { get }
  var contentIsNotHere: String { get }
  var contentNotHereHint: String { get }
  var custodyTitle: String { get }
  func told(_ act: EvidenceEvent.Act) -> String
  var addedStripped: String { get }
  var noEvidence: String { get }
  func evidenceSaved(entry: Int) -> String
  var evidenceSavedHint: String { get }
  /// Files do not go along where a case is handed over.
  func evidenceStays(_ count: Int) -> String
}

extension English {
  func evidenceHelp(_ topic: Topic) -> String? {
    switch topic {
    case .evidenceAdd: "Take a file into a case, with what is said of it."
    case .evidenceList: "The files of a case, and what was done with them."
    case .evidenceSave: "Write the content of a file into a new file; it is an export."
    default: nil
    }
  }
  var optionEvidenceFile: String { "The file that is taken in; at most 1 GiB." }
  var optionEvidenceTo: String { "Write the content into this new file." }
  var optionStrip: String {
    "Of a JPEG or PNG picture: keep it without the place, device, time and all else that it says."
  }
  var optionOriginal: String { "Keep the picture as it is, with what it says." }
  var picturePlace: String { "Place in the picture" }
  var pictureDevice: String { "Device in the picture" }
  var pictureTime: String { "Time in the picture" }
  var pictureMore: String { "More in the picture" }
  var stripQuestion: String {
    "Keep the picture without this? (yes: without; no: as it is, with all of it; Ctrl-C: keep nothing) (yes/no)"
  }
  var pictureStripped: String {
    "what the picture said of place, device and time is not kept; how it is turned is"
  }
  var fileChanged: String {
    "the file was changed after the command began: nothing was taken in; wait until it is whole, and take it in then"
  }
  var pictureUndecided: String {
    "the picture says more than it shows, and nobody decided whether that is kept: nothing was taken in"
  }
  var undecidedHint: String {
    "--strip keeps the picture without it, --original keeps it as evidence as it is"
  }
  var pictureUnread: String {
    "the picture cannot be read to its end, so what it says of place, device and time is not known: nothing was taken in"
  }
  var unreadHint: String { "--original keeps it as evidence as it is, with whatever it says" }
  var notAPicture: String {
    "the file is not a whole JPEG or PNG picture: nothing can be taken out of it, and nothing was taken in"
  }
  var notAPictureHint: String {
    "--original keeps it as it is, with whatever it says"
  }
  func evidenceAdded(entry: Int) -> String { "the file is sealed in the case, log entry \(entry)" }
  var originalStays: String {
    "the file that was brought stays where it is, with the place, device and time that it may name:"
      + " whether it is kept or deleted is for the office to decide"
  }
  var notAsNamed: String {
    "the file is called a picture and is none that can be read: it is kept as it is"
  }
  var otherPicture: String { "the file is a picture, of another kind than its name says" }
  func evidenceShown(_ count: Int, entry: Int) -> String {
    (count == 1 ? "1 file" : "\(count) files") + "; this look is log entry \(entry)"
  }
  func evidenceTitle(_ number: Int) -> String { "File \(number)" }
  var contentLabel: String { "Content" }
  var contentAtMost: String { "Bytes at most" }
  var contentBytes: String { "Bytes" }
  var contentHere: String { "kept here, sealed" }
  var contentNotHere: String { "not here" }
  var contentIsNotHere: String { "the content of this file is not kept here" }
  var contentNotHereHint: String {
    "it was erased, or the file came with a case from another office: ask that office for it then, and take it in with evidence add"
  }
  var custodyTitle: String { "What was done with the files" }
  func told(_ act: EvidenceEvent.Act) -> String {
    switch act {
    case .add: "taken in"
    case .list: "list seen"
    case .save: "content given out"
    }
  }
  var addedStripped: String { "taken in without what the picture said" }
  var noEvidence: String { "no files" }
  func evidenceSaved(entry: Int) -> String { "the content is written, log entry \(entry)" }
  var evidenceSavedHint: String {
    "delete the file as soon as it has served: it holds what the vault keeps sealed, and who reads it is written down no more"
  }
  func evidenceStays(_ count: Int) -> String {
    (count == 1 ? "1 file of evidence does" : "\(count) files of evidence do")
      + " not go along, and will be destroyed here with the keys: give them out with evidence save"
      + " and hand them over in person before the transfer is finished"
  }
}

extension Vietnamese {
  func evidenceHelp(_ topic: Topic) -> String? {
    switch topic {
    case .evidenceAdd: "Đưa một tệp vào hồ sơ, kèm thông tin về tệp."
    case .evidenceList: "Các tệp của hồ sơ và những việc đã làm với từng tệp."
    case .evidenceSave: "Ghi nội dung của tệp ra một tệp mới; đây là việc xuất dữ liệu."
    default: nil
    }
  }
  var optionEvidenceFile: String { "Tệp được đưa vào; không quá 1 GiB." }
  var optionEvidenceTo: String { "Ghi nội dung vào tệp mới." }
  var optionStrip: String {
    "Với ảnh JPEG hoặc PNG: giữ ảnh mà không giữ nơi chụp, thiết bị, thời điểm và mọi thông tin kèm theo."
  }
  var optionOriginal: String { "Giữ nguyên ảnh, cùng thông tin kèm theo." }
  var picturePlace: String { "Nơi chụp ghi trong ảnh" }
  var pictureDevice: String { "Thiết bị ghi trong ảnh" }
  var pictureTime: String { "Thời điểm ghi trong ảnh" }
  var pictureMore: String { "Thông tin khác trong ảnh" }
  var stripQuestion: String {
    "Giữ ảnh mà không giữ thông tin này? (có: bỏ; không: giữ nguyên ảnh với mọi thông tin; Ctrl-C: chưa giữ gì) (có/không)"
  }
  var pictureStripped: String {
    "nơi chụp, thiết bị và thời điểm ghi trong ảnh không được giữ lại; chiều xoay của ảnh được giữ"
  }
  var fileChanged: String {
    "tệp bị thay đổi sau khi lệnh bắt đầu: chưa đưa tệp nào vào; xin chờ tệp hoàn chỉnh rồi đưa vào"
  }
  var pictureUndecided: String {
    "ảnh mang theo thông tin kèm theo và chưa ai quyết định có giữ hay không: chưa đưa tệp nào vào"
  }
  var undecidedHint: String {
    "--strip giữ ảnh mà không giữ thông tin đó, --original giữ nguyên ảnh làm chứng cứ"
  }
  var pictureUnread: String {
    "không đọc được ảnh đến hết nên không rõ ảnh ghi gì về nơi chụp, thiết bị và thời điểm: chưa đưa tệp nào vào"
  }
  var unreadHint: String {
    "--original giữ nguyên ảnh làm chứng cứ, cùng mọi thông tin kèm theo"
  }
  var notAPicture: String {
    "tệp không phải là ảnh JPEG hoặc PNG trọn vẹn: không lấy thông tin nào ra được, chưa đưa tệp nào vào"
  }
  var notAPictureHint: String {
    "--original giữ nguyên tệp, cùng mọi thông tin kèm theo"
  }
  func evidenceAdded(entry: Int) -> String {
    "tệp đã được niêm phong trong hồ sơ, mục nhật ký số \(entry)"
  }
  var originalStays: String {
    "tệp gốc vẫn nằm ở chỗ cũ, với nơi chụp, thiết bị và thời điểm mà tệp có thể mang theo:"
      + " giữ hay xóa là do cơ quan quyết định"
  }
  var notAsNamed: String {
    "tên tệp là tên của ảnh nhưng không đọc được như ảnh: tệp được giữ nguyên như vậy"
  }
  var otherPicture: String { "tệp là ảnh, nhưng thuộc loại khác với tên tệp" }
  func evidenceShown(_ count: Int, entry: Int) -> String {
    "\(count) tệp; lần xem này là mục nhật ký số \(entry)"
  }
  func evidenceTitle(_ number: Int) -> String { "Tệp \(number)" }
  var contentLabel: String { "Nội dung" }
  var contentAtMost: String { "Số byte nhiều nhất" }
  var contentBytes: String { "Số byte" }
  var contentHere: String { "được giữ ở đây, đã niêm phong" }
  var contentNotHere: String { "không có ở đây" }
  var contentIsNotHere: String { "nội dung của tệp này không được giữ ở đây" }
  var contentNotHereHint: String {
    "tệp đã bị xóa, hoặc thuộc hồ sơ do cơ quan khác chuyển giao: nếu vậy xin hỏi cơ quan đó rồi đưa vào bằng evidence add"
  }
  var custodyTitle: String { "Những việc đã làm với các tệp" }
  func told(_ act: EvidenceEvent.Act) -> String {
    switch act {
    case .add: "đưa vào"
    case .list: "xem danh sách"
    case .save: "xuất nội dung"
    }
  }
  var addedStripped: String { "đưa vào, không giữ thông tin kèm theo ảnh" }
  var noEvidence: String { "không có tệp nào" }
  func evidenceSaved(entry: Int) -> String {
    "nội dung đã được ghi ra tệp, mục nhật ký số \(entry)"
  }
  var evidenceSavedHint: String {
    "xin xóa tệp ngay khi dùng xong: tệp chứa những gì kho hồ sơ niêm phong, và ai đọc tệp thì không còn được ghi lại"
  }
  func evidenceStays(_ count: Int) -> String {
    "\(count) tệp chứng cứ không đi theo và sẽ bị hủy ở đây cùng với khóa: xin xuất bằng evidence save"
      + " và giao trực tiếp trước khi hoàn tất chuyển giao"
  }
}
