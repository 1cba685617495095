/// `… record` and `… show` of the person and of the stages; also `--from`.
protocol FormWords {
  func recorded(stage: String, entry: Int) -> String
  func deposited(classes: String) -> String
  func next(_ command: String) -> String
  func nothingRecorded(stage: String) -> String
  var nothingChanged: String { get }
  // Faults of `--from`, each with the name of the field; all are told at once
  func unknownField(_ name: String) -> String
  func notYourField(_ name: String) -> String
  func badCode(field: String, codes: String) -> String
  func badDate(field: String, reason: String) -> String
  func badState(field: String) -> String
  func badValue(field: String, reason: String) -> String
  /// A fault between two fields: the other one by its label and its name.
  func badValue(_ reason: String, beside name: String, _ field: String) -> String
  func fieldTooLong(_ name: String, limit: Int) -> String
  func fieldControl(_ name: String) -> String
  var formEmpty: String { get }
  var caseDiffers: String { get }
  var caseMissing: String { get }
  /// After them: that not even the sound ones were written.
  func faultsNothingWritten(_ count: Int) -> String
  /// The twelve digits disagree with what else is known; a warning, never a refusal.
  func personalIDDisagrees(with part: String) -> String
  var limitsNotExplained: String { get }
}

extension English {
  func recorded(stage: String, entry: Int) -> String { "\(stage) recorded, log entry \(entry)" }
  func deposited(classes: String) -> String {
    "sealed for others and no longer readable by you: \(classes)"
  }
  func next(_ command: String) -> String { "next: safekeep \(command)" }
  func nothingRecorded(stage: String) -> String { "no \(stage) recorded" }
  var nothingChanged: String { "nothing was different; nothing was recorded" }
  func unknownField(_ name: String) -> String { "\(name): no such field in this form" }
  func notYourField(_ name: String) -> String { "\(name): your role does not write this field" }
  func badCode(field: String, codes: String) -> String { "\(field): must be one of \(codes)" }
  func badDate(field: String, reason: String) -> String { "\(field): \(reason)" }
  func badState(field: String) -> String {
    "\(field): a state is declined, unknown, not_asked or withheld"
  }
  func badValue(field: String, reason: String) -> String { "\(field): \(reason)" }
  func badValue(_ reason: String, beside name: String, _ field: String) -> String {
    "\(reason): \(name) (\(field))"
  }
  func fieldTooLong(_ name: String, limit: Int) -> String {
    "\(name): longer than \(limit) bytes"
  }
  func fieldControl(_ name: String) -> String { "\(name): holds a control character" }
  var formEmpty: String { "no field was given; nothing was recorded" }
  var caseDiffers: String { "\"case\" in the file is not the case on the command line" }
  var caseMissing: String { "the file must hold \"case\", equal to the case on the command line" }
  func faultsNothingWritten(_ count: Int) -> String {
    (count == 1 ? "1 fault" : "\(count) faults") + "; nothing was recorded"
  }
  func personalIDDisagrees(with part: String) -> String {
    "note: the personal ID number does not agree with the \(part)"
  }
  var limitsNotExplained: String {
    "explain the limits of confidentiality before the person tells their story"
  }
}

extension Vietnamese {
  func recorded(stage: String, entry: Int) -> String {
    "đã ghi nhận \(stage), mục nhật ký số \(entry)"
  }
  func deposited(classes: String) -> String {
    "đã niêm phong cho người khác, người ghi không đọc lại được: \(classes)"
  }
  func next(_ command: String) -> String { "tiếp theo: safekeep \(command)" }
  func nothingRecorded(stage: String) -> String { "chưa ghi nhận \(stage)" }
  var nothingChanged: String { "không có gì khác; không ghi gì" }
  func unknownField(_ name: String) -> String { "\(name): biểu mẫu này không có trường này" }
  func notYourField(_ name: String) -> String { "\(name): vai trò này không được ghi trường này" }
  func badCode(field: String, codes: String) -> String { "\(field): phải là một trong \(codes)" }
  func badDate(field: String, reason: String) -> String { "\(field): \(reason)" }
  func badState(field: String) -> String {
    "\(field): trạng thái là declined, unknown, not_asked hoặc withheld"
  }
  func badValue(field: String, reason: String) -> String { "\(field): \(reason)" }
  func badValue(_ reason: String, beside name: String, _ field: String) -> String {
    "\(reason): \(name) (\(field))"
  }
  func fieldTooLong(_ name: String, limit: Int) -> String { "\(name): dài hơn \(limit) byte" }
  func fieldControl(_ name: String) -> String { "\(name): có ký tự điều khiển" }
  var formEmpty: String { "chưa nêu trường nào; chưa ghi gì" }
  var caseDiffers: String { "\"case\" trong tệp khác với mã hồ sơ trên dòng lệnh" }
  var caseMissing: String { "tệp phải có \"case\", đúng bằng mã hồ sơ trên dòng lệnh" }
  func faultsNothingWritten(_ count: Int) -> String { "\(count) lỗi; chưa ghi gì" }
  func personalIDDisagrees(with part: String) -> String {
    "lưu ý: số định danh cá nhân không khớp với \(part)"
  }
  var limitsNotExplained: String {
    "xin giải thích giới hạn bảo mật trước khi người đó kể lại sự việc"
  }
}
