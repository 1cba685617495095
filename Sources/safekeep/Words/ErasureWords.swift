import Vault

/// A file is erased: asked for, given, and the receipt.
protocol ErasureWords {
  var optionErasureReason: String { get }
  var optionErasedClass: String { get }
  var optionErasedHistory: String { get }
  var oneErasedPart: String { get }
  /// - Parameter part: nil for the whole file.
  func typeCaseToErase(_ code: String, _ part: String?) -> String
  func erasureAsked(code: String, part: String?, entry: Int) -> String
  var erasureReplacedLabel: String { get }
  func erasureReplaced(entry: Int) -> String
  func waitingErasure(_ part: String?, _ reason: String) -> String
  var erasedPartLabel: String { get }
  /// - Parameter field: what it is called; nil where that is not known.
  func erasedPart(_ part: ErasedPart, field: String?) -> String
  func erased(_ part: String, code: String, entry: Int) -> String
  /// Above the question whether somebody gives it.
  var nothingBringsItBack: String { get }
  func erased(code: String, entry: Int) -> String
  var erasedClasses: String { get }
  var erasedRecords: String { get }
  var erasedValues: String { get }
  var erasedKeys: String { get }
  var erasedHolders: String { get }
  var erasedCopies: String { get }
  var erasedRestrictions: String { get }
  var erasureFiles: String { get }
  var erasureUnread: String { get }
  func erasureSearched(_ files: Int, on time: String) -> String
  func erasureNotSearched(_ names: String) -> String
  var erasureStillIn: String { get }
  func erasureLeft(_ names: String) -> String
  /// Of several entries one was not confirmed, and those before it are done.
  func restNotConfirmed(from entry: Int) -> String
  /// Of several erasures in one act: the one that stands in the way, by its entry or its place on the line.
  func noneGiven(because entry: Int) -> String
  func noneAsked(because place: Int) -> String
  func erasureCustodyCopies(generation: Int) -> String
  var erasureBeyondScan: String { get }
  /// What others hold of the person.
  var erasureElsewhere: String { get }
  func notAllErased(entry: Int) -> String
  var notAllErasedHint: String { get }
}

extension English {
  var optionErasureReason: String {
    "Why: person_request, purpose_done, retention_ended or authority_decision."
  }
  var optionErasedClass: String { "Only this class: every version of each of its fields." }
  var optionErasedHistory: String { "Only what this field was before: its newest value stays." }
  var oneErasedPart: String { "one of --class and --history, or neither for the whole file" }
  func typeCaseToErase(_ code: String, _ part: String?) -> String {
    "Type \(code) to ask that \(part ?? "this file") be erased for good:"
  }
  func erasureAsked(code: String, part: String?, entry: Int) -> String {
    "case \(code): asked that \(part ?? "the file") be erased, log entry \(entry); nothing is erased yet"
  }
  var erasureReplacedLabel: String { "In place of" }
  func erasureReplaced(entry: Int) -> String {
    "this takes the place of what log entry \(entry) asked for, which nobody can give any more"
  }
  func waitingErasure(_ part: String?, _ reason: String) -> String {
    "to erase \(part ?? "the file") (\(reason))"
  }
  var erasedPartLabel: String { "Part" }
  func erasedPart(_ part: ErasedPart, field: String?) -> String {
    switch part {
    case .fieldClass(let found): "the class \(fieldClass(found.name))"
    case .history: "the history of \(field ?? part.code)"
    case .record: retractedPart(field)
    }
  }
  func erased(_ part: String, code: String, entry: Int) -> String {
    "case \(code): \(part) is erased, log entry \(entry); what is left of its class is sealed under a new key"
  }
  var nothingBringsItBack: String { "Nothing brings back what is erased." }
  func erased(code: String, entry: Int) -> String {
    "case \(code) is erased, log entry \(entry): its keys are destroyed, and the log no longer says which case its entries are of"
  }
  var erasedClasses: String { "Classes of fields" }
  var erasedRecords: String { "Records" }
  var erasedValues: String { "Versions of fields" }
  var erasedKeys: String { "Class keys" }
  var erasedHolders: String { "Held by" }
  var erasedCopies: String { "Shared copies" }
  var erasedRestrictions: String { "Restrictions" }
  var erasureFiles: String { "Files looked through" }
  var erasureUnread: String { "Not looked through" }
  func erasureSearched(_ files: Int, on time: String) -> String {
    "on \(time) the \(files) files named above were looked through for what was destroyed, and nothing of it is in"
      + " them; backups, and copies in other places, were not"
  }
  func erasureNotSearched(_ names: String) -> String {
    "this lies there too and could not be looked through: \(names)"
  }
  var erasureStillIn: String { "Still in" }
  func erasureLeft(_ names: String) -> String {
    "something of what was destroyed is STILL in: \(names)"
  }
  func restNotConfirmed(from entry: Int) -> String {
    "not confirmed: entry \(entry) and those after it were not given; those before it were"
  }
  func noneGiven(because entry: Int) -> String {
    "none of these erasures was given: what entry \(entry) asks for stands in the way"
  }
  func noneAsked(because place: Int) -> String {
    "no erasure was asked for: case number \(place) of the line stands in the way"
  }
  func erasureCustodyCopies(generation: Int) -> String {
    "a copy of the custody file from before generation \(generation) can still open an older copy of the records, until it is destroyed; whether it is still needed for anything else was not looked at: a new backup of both files says until when older ones are to be destroyed (vault backup)"
  }
  var erasureBeyondScan: String {
    "old blocks that a flash drive keeps and snapshots of a file system are beyond any such look"
  }
  var erasureElsewhere: String {
    "paper, printed pages, files of other offices and what other cases say of this person are not erased with it"
  }
  func notAllErased(entry: Int) -> String {
    "it is erased, but something of it is still in a file in the vault's directory or beside it; recorded as log"
      + " entry \(entry)"
  }
  var notAllErasedHint: String { "which files are not the vault's own: safekeep vault doctor" }
}

extension Vietnamese {
  var optionErasureReason: String {
    "Lý do: person_request, purpose_done, retention_ended hoặc authority_decision."
  }
  var optionErasedClass: String { "Chỉ nhóm này: mọi phiên bản của các trường trong nhóm." }
  var optionErasedHistory: String {
    "Chỉ những giá trị trước đây của trường này: giá trị mới nhất được giữ lại."
  }
  var oneErasedPart: String {
    "chỉ dùng một trong --class và --history, hoặc không dùng để xóa, hủy toàn bộ hồ sơ"
  }
  func typeCaseToErase(_ code: String, _ part: String?) -> String {
    "Gõ \(code) để đề nghị xóa, hủy vĩnh viễn \(part ?? "hồ sơ này"):"
  }
  func erasureAsked(code: String, part: String?, entry: Int) -> String {
    "hồ sơ \(code): đã đề nghị xóa, hủy \(part ?? "hồ sơ"), mục nhật ký số \(entry); chưa có gì bị xóa"
  }
  var erasureReplacedLabel: String { "Thay cho" }
  func erasureReplaced(entry: Int) -> String {
    "đề nghị này thay cho đề nghị ở mục nhật ký số \(entry), đề nghị cũ không còn chấp thuận được"
  }
  func waitingErasure(_ part: String?, _ reason: String) -> String {
    "xóa, hủy \(part ?? "hồ sơ") (\(reason))"
  }
  var erasedPartLabel: String { "Phần" }
  func erasedPart(_ part: ErasedPart, field: String?) -> String {
    switch part {
    case .fieldClass(let found): "nhóm \(fieldClass(found.name))"
    case .history: "các giá trị trước đây của \(field ?? part.code)"
    case .record: retractedPart(field)
    }
  }
  func erased(_ part: String, code: String, entry: Int) -> String {
    "hồ sơ \(code): \(part) đã được xóa, hủy, mục nhật ký số \(entry); phần còn lại của nhóm được niêm phong bằng khóa mới"
  }
  var nothingBringsItBack: String { "Những gì đã xóa, hủy thì không khôi phục được." }
  func erased(code: String, entry: Int) -> String {
    "hồ sơ \(code) đã được xóa, hủy, mục nhật ký số \(entry): khóa của hồ sơ đã bị hủy, nhật ký không còn cho biết các mục là của hồ sơ nào"
  }
  var erasedClasses: String { "Nhóm trường" }
  var erasedRecords: String { "Bản ghi" }
  var erasedValues: String { "Phiên bản của các trường" }
  var erasedKeys: String { "Khóa nhóm trường" }
  var erasedHolders: String { "Số nơi giữ khóa" }
  var erasedCopies: String { "Bản sao đã chia sẻ" }
  var erasedRestrictions: String { "Hạn chế" }
  var erasureFiles: String { "Tệp đã rà soát" }
  var erasureUnread: String { "Chưa rà soát" }
  func erasureSearched(_ files: Int, on time: String) -> String {
    "ngày \(time) đã rà soát \(files) tệp nêu trên: trong đó không còn gì của phần đã hủy; bản sao lưu và bản sao ở nơi"
      + " khác không được rà soát"
  }
  func erasureNotSearched(_ names: String) -> String {
    "tại đó còn có những gì không rà soát được: \(names)"
  }
  var erasureStillIn: String { "Còn sót trong" }
  func erasureLeft(_ names: String) -> String {
    "CÒN SÓT một phần của những gì đã hủy trong: \(names)"
  }
  func restNotConfirmed(from entry: Int) -> String {
    "chưa xác nhận: mục số \(entry) và các mục sau đó chưa được chấp thuận; các mục trước đó đã được chấp thuận"
  }
  func noneGiven(because entry: Int) -> String {
    "chưa đề nghị xóa, hủy nào trong số này được chấp thuận: vướng ở đề nghị tại mục số \(entry)"
  }
  func noneAsked(because place: Int) -> String {
    "chưa đề nghị xóa, hủy hồ sơ nào: vướng ở hồ sơ thứ \(place) trên dòng lệnh"
  }
  func erasureCustodyCopies(generation: Int) -> String {
    "bản sao của tệp giữ khóa có trước thế hệ \(generation) vẫn mở được bản sao cũ của tệp hồ sơ cho đến khi bị hủy; ở đây chưa xem có còn cần bản đó cho việc khác hay không: lần sao lưu mới cả hai tệp cho biết phải hủy các bản cũ hơn chậm nhất khi nào (vault backup)"
  }
  var erasureBeyondScan: String {
    "khối dữ liệu cũ mà ổ flash còn giữ và ảnh chụp của hệ thống tệp nằm ngoài mọi lần rà soát"
  }
  var erasureElsewhere: String {
    "giấy tờ, trang đã in, tệp ở cơ quan khác và những gì hồ sơ khác nói về người này không bị xóa theo"
  }
  func notAllErased(entry: Int) -> String {
    "đã xóa, hủy nhưng trong một tệp ở thư mục của kho hồ sơ hoặc bên cạnh vẫn còn sót; đã ghi vào nhật ký, mục số"
      + " \(entry)"
  }
  var notAllErasedHint: String { "để biết tệp nào không phải của kho: safekeep vault doctor" }
}
