/// `case history`: what fields of a file were before.
protocol HistoryWords {
  var optionHistoryForm: String { get }
  var optionHistoryRecord: String { get }
  var optionSkip: String { get }
  var badSkip: String { get }
  var versionsKept: String { get }
  var versionsNotGivenLabel: String { get }
  var historyField: String { get }
  var historyValue: String { get }
  var historyWriter: String { get }
  var noVersions: String { get }
  func versionsShown(_ count: Int, entry: Int) -> String
  func olderVersions(after count: Int) -> String
  func versionsNotGiven(_ count: Int) -> String
  /// An entry that wrote several records of a kind names none of them.
  var versionOfUnknownEntry: String { get }
  func copiesHaveNoHistory(_ code: String) -> String
  /// Status, owner and stage stand in one row, which is written anew.
  var fileItselfHasNoHistory: String { get }
}

extension English {
  var optionHistoryForm: String { "Only this form: person, reception, support and so on." }
  var optionHistoryRecord: String { "Only this record, as show names it." }
  var optionSkip: String { "Pass over so many of the newest versions." }
  var badSkip: String { "--skip is at least 0" }
  var versionsKept: String { "Versions kept" }
  var versionsNotGivenLabel: String { "Under keys not given to you" }
  var historyField: String { "Field" }
  var historyValue: String { "Value" }
  var historyWriter: String { "Written by" }
  var noVersions: String { "nothing was recorded there, or it was erased" }
  func versionsShown(_ count: Int, entry: Int) -> String {
    (count == 1 ? "1 version" : "\(count) versions")
      + ", newest first; this look is log entry \(entry)"
  }
  func olderVersions(after count: Int) -> String {
    "there are older ones: the same with --skip \(count)"
  }
  func versionsNotGiven(_ count: Int) -> String {
    (count == 1 ? "1 older version is" : "\(count) older versions are")
      + " left out: of before you had the case, and nobody gave you the key"
  }
  var versionOfUnknownEntry: String {
    "where no time stands, several records were written together, and the log does not tell which entry it was"
  }
  func copiesHaveNoHistory(_ code: String) -> String {
    "of what was shared with you as a copy only the copy is kept: safekeep case show \(code)"
  }
  var fileItselfHasNoHistory: String {
    "status, owner, stage and limits are kept as they stand; when they changed is told by the log"
  }
}

extension Vietnamese {
  var optionHistoryForm: String {
    "Chỉ biểu mẫu này: person, reception, support và các biểu mẫu khác."
  }
  var optionHistoryRecord: String { "Chỉ bản ghi này, theo tên mà lệnh show nêu." }
  var optionSkip: String { "Bỏ qua bấy nhiêu phiên bản mới nhất." }
  var badSkip: String { "--skip ít nhất là 0" }
  var versionsKept: String { "Số phiên bản còn giữ" }
  var versionsNotGivenLabel: String { "Thuộc khóa chưa được trao" }
  var historyField: String { "Trường" }
  var historyValue: String { "Giá trị" }
  var historyWriter: String { "Người ghi" }
  var noVersions: String { "chưa có gì được ghi nhận ở đó, hoặc đã được xóa, hủy" }
  func versionsShown(_ count: Int, entry: Int) -> String {
    "\(count) phiên bản, mới nhất trước; lần xem này là mục nhật ký \(entry)"
  }
  func olderVersions(after count: Int) -> String {
    "còn các phiên bản cũ hơn: xin chạy lại lệnh này với --skip \(count)"
  }
  func versionsNotGiven(_ count: Int) -> String {
    "bỏ qua \(count) phiên bản cũ: có từ trước khi được giao hồ sơ, và chưa ai trao khóa"
  }
  var versionOfUnknownEntry: String {
    "chỗ không có thời điểm là do nhiều bản ghi được ghi cùng lúc, nhật ký không cho biết thuộc mục nào"
  }
  func copiesHaveNoHistory(_ code: String) -> String {
    "phần được chia sẻ dưới dạng bản sao chỉ có bản sao đó: safekeep case show \(code)"
  }
  var fileItselfHasNoHistory: String {
    "tình trạng, người phụ trách, khâu và thời hạn chỉ được giữ như hiện tại; nhật ký cho biết các lần thay đổi"
  }
}
