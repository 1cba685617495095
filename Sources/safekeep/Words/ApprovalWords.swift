/// `approval`: what waits for a second person, given or refused.
protocol ApprovalWords {
  var argumentAsked: String { get }
  var argumentAskedMany: String { get }
  var optionConfirmAsked: String { get }
  var waitingRules: String { get }
  var waitingRollback: String { get }
  func waitingStep(_ status: String) -> String
  func waitingStay(until: String, decidedBy: String) -> String
  /// Fields and what they are to say.
  func waitingMove(_ dates: String) -> String
  /// Limits whose date was corrected, and since when they are counted anew.
  var correctedLimits: String { get }
  func countedSince(_ clock: String, from day: String, corrected: String) -> String
  /// What corrections that wait would change.
  var correctionsTitle: String { get }
  var correctionBefore: String { get }
  var correctionAfter: String { get }
  func askedInCase(_ code: String, what: String, by handle: String) -> String
  func typeToGive(entry: Int) -> String
  func typeToRefuse(entry: Int) -> String
  func rulesGiven(entry: Int) -> String
  func rulesRefused(entry: Int) -> String
  func givenInCase(entry: Int) -> String
  func refusedInCase(entry: Int) -> String
  /// By whoever asked.
  func takenBackInCase(entry: Int) -> String
  func proposalAltered(entry: Int) -> String
}

extension English {
  var argumentAsked: String { "The number of the entry that asks." }
  var argumentAskedMany: String { "The number of the entry that asks, or of several." }
  var optionConfirmAsked: String { "The number of the entry again, instead of being asked." }
  var waitingRules: String { "rule book" }
  var waitingRollback: String { "to go on with a vault that was put back" }
  func waitingStep(_ status: String) -> String { "step to: \(status)" }
  func waitingStay(until: String, decidedBy: String) -> String {
    "a stay to go on until \(until) (\(decidedBy))"
  }
  func waitingMove(_ dates: String) -> String {
    "a correction by which a time limit ends later or runs no more: \(dates)"
  }
  var correctedLimits: String { "Corrected limits" }
  func countedSince(_ clock: String, from day: String, corrected: String) -> String {
    "\(clock): counted from \(day) since the correction of \(corrected)"
  }
  var correctionsTitle: String { "Corrections that wait" }
  var correctionBefore: String { "Stands now" }
  var correctionAfter: String { "Is to be" }
  func askedInCase(_ code: String, what: String, by handle: String) -> String {
    "Case \(code), asked by \(handle): \(what)."
  }
  func givenInCase(entry: Int) -> String { "given and carried out, log entry \(entry)" }
  func refusedInCase(entry: Int) -> String {
    "refused, log entry \(entry); the case stays as it is"
  }
  func takenBackInCase(entry: Int) -> String {
    "what you asked for is taken back, log entry \(entry); the case stays as it is"
  }
  func typeToGive(entry: Int) -> String { "Type \(entry) to give what that entry asks for:" }
  func typeToRefuse(entry: Int) -> String { "Type \(entry) to refuse what that entry asks for:" }
  func rulesGiven(entry: Int) -> String {
    "the rule book is in force, log entry \(entry); what was done before stays under its own rules"
  }
  func rulesRefused(entry: Int) -> String {
    "refused, log entry \(entry); the rule book in force stays"
  }
  func proposalAltered(entry: Int) -> String {
    "the rule book that waits is not the one that entry \(entry) proposed; it cannot be given"
  }
}

extension Vietnamese {
  var argumentAsked: String { "Số của mục đề nghị." }
  var argumentAskedMany: String { "Số của mục đề nghị, hoặc của nhiều mục." }
  var optionConfirmAsked: String { "Số của mục đó một lần nữa, thay cho câu hỏi." }
  var waitingRules: String { "bộ quy tắc" }
  var waitingRollback: String { "dùng tiếp kho đã bị đưa về trạng thái cũ" }
  func waitingStep(_ status: String) -> String { "bước sang: \(status)" }
  func waitingStay(until: String, decidedBy: String) -> String {
    "gia hạn lưu trú đến \(until) (\(decidedBy))"
  }
  func waitingMove(_ dates: String) -> String {
    "sửa nội dung đã ghi, khiến thời hạn kết thúc muộn hơn hoặc không còn được tính: \(dates)"
  }
  var correctedLimits: String { "Thời hạn đã sửa ngày" }
  func countedSince(_ clock: String, from day: String, corrected: String) -> String {
    "\(clock): tính từ ngày \(day) kể từ lần sửa ngày \(corrected)"
  }
  var correctionsTitle: String { "Nội dung sửa đang chờ" }
  var correctionBefore: String { "Hiện ghi" }
  var correctionAfter: String { "Đề nghị sửa thành" }
  func askedInCase(_ code: String, what: String, by handle: String) -> String {
    "Hồ sơ \(code), \(handle) đề nghị: \(what)."
  }
  func givenInCase(entry: Int) -> String {
    "đã chấp thuận và thực hiện, mục nhật ký số \(entry)"
  }
  func refusedInCase(entry: Int) -> String {
    "đã từ chối, mục nhật ký số \(entry); hồ sơ giữ nguyên"
  }
  func takenBackInCase(entry: Int) -> String {
    "đã rút lại đề nghị của quý vị, mục nhật ký số \(entry); hồ sơ giữ nguyên"
  }
  func typeToGive(entry: Int) -> String { "Gõ \(entry) để chấp thuận điều mục đó đề nghị:" }
  func typeToRefuse(entry: Int) -> String { "Gõ \(entry) để từ chối điều mục đó đề nghị:" }
  func rulesGiven(entry: Int) -> String {
    "bộ quy tắc có hiệu lực, mục nhật ký số \(entry);"
      + " việc đã làm trước đó vẫn theo quy tắc của thời điểm ấy"
  }
  func rulesRefused(entry: Int) -> String {
    "đã từ chối, mục nhật ký số \(entry); giữ nguyên bộ quy tắc đang áp dụng"
  }
  func proposalAltered(entry: Int) -> String {
    "bộ quy tắc đang chờ không phải bộ được đề nghị ở mục số \(entry); không thể chấp thuận"
  }
}
