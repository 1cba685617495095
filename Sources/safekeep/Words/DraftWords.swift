/// Forms that somebody had to leave.
protocol DraftWords {
  /// Before the first question.
  func draftOffered(saved: String?) -> String
  var draftDropQuestion: String { get }
  func draftDropped(entry: Int) -> String
  func draftKept(entry: Int) -> String
  var draftNotKept: String { get }
  /// Before the first question, and at each of these.
  func draftOvertaken(_ labels: String) -> String
  func draftSays(_ value: String) -> String
  /// `!` in a form.
  func hiddenAndKept(entry: Int) -> String
  /// On the page of a case.
  var draftsWaiting: String { get }
}

extension English {
  func draftOffered(saved: String?) -> String {
    "A draft of this form waits" + (saved.map { ", kept \($0)" } ?? "")
      + ". Go on with it? (yes/no)"
  }
  var draftDropQuestion: String { "Throw it away? (yes/no; no leaves it waiting)" }
  func draftDropped(entry: Int) -> String { "draft thrown away, log entry \(entry)" }
  func draftKept(entry: Int) -> String {
    "what was typed is kept as a draft, sealed to you alone, log entry \(entry)"
  }
  var draftNotKept: String { "what was typed could not be kept as a draft" }
  func draftOvertaken(_ labels: String) -> String {
    "Written since the draft was kept, and asked anew: \(labels)."
      + " What the draft says is shown at the question and counts only if it is typed again."
  }
  func draftSays(_ value: String) -> String {
    "in the draft: \(value) (does not count; type it again)"
  }
  func hiddenAndKept(entry: Int) -> String {
    "hidden and locked; what was typed is kept as a draft, sealed to you alone, log entry \(entry)"
  }
  var draftsWaiting: String { "Drafts of yours" }
}

extension Vietnamese {
  func draftOffered(saved: String?) -> String {
    "Biểu mẫu này có một bản nháp" + (saved.map { ", lưu lúc \($0)" } ?? "")
      + ". Điền tiếp bản nháp? (có/không)"
  }
  var draftDropQuestion: String { "Bỏ bản nháp này? (có/không; không: để lại)" }
  func draftDropped(entry: Int) -> String { "đã bỏ bản nháp, mục nhật ký số \(entry)" }
  func draftKept(entry: Int) -> String {
    "nội dung đã nhập được giữ làm bản nháp, niêm phong cho riêng người nhập, mục nhật ký số \(entry)"
  }
  var draftNotKept: String { "không giữ được nội dung đã nhập làm bản nháp" }
  func draftOvertaken(_ labels: String) -> String {
    "Đã có người ghi sau khi lưu bản nháp, nên được hỏi lại: \(labels)."
      + " Nội dung trong bản nháp hiện ở câu hỏi và chỉ được ghi nếu nhập lại."
  }
  func draftSays(_ value: String) -> String {
    "trong bản nháp: \(value) (không được ghi; muốn ghi thì nhập lại)"
  }
  func hiddenAndKept(entry: Int) -> String {
    "đã ẩn và khóa; nội dung đã nhập được giữ làm bản nháp, niêm phong cho riêng người nhập,"
      + " mục nhật ký số \(entry)"
  }
  var draftsWaiting: String { "Bản nháp của người xem" }
}
