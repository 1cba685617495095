import Casework

/// Pages of cases, forms at the terminal, and the options of their commands.
protocol CasePageWords {
  // Arguments and options
  var argumentCase: String { get }
  var argumentCaseMany: String { get }
  var argumentRegister: String { get }
  var optionOwner: String { get }
  var optionMakeOwner: String { get }
  var optionEnd: String { get }
  var endIsNoOwner: String { get }
  var optionFields: String { get }
  var optionUntil: String { get }
  var untilIsNoDay: String { get }
  var untilIsPast: String { get }
  var optionRecord: String { get }
  var optionStatus: String { get }
  var optionUnowned: String { get }
  var optionListStage: String { get }
  var optionListOwner: String { get }
  var optionListClock: String { get }
  var optionListOffice: String { get }
  func unknownOption(_ name: String) -> String
  /// What stands for a value that is not repeated.
  var strayValue: String { get }
  var twoOnInput: String { get }
  // Pages
  var restricted: String { get }
  /// Classes of the form that this member may seal into and not read.
  var sealedLabel: String { get }
  func sealedForOthers(_ classes: String) -> String
  var recordName: String { get }
  var clearQuestion: String { get }
  func casesNotOpened(_ count: Int) -> String
  // Forms
  var noSuchForm: String { get }
  func addQuestion(_ entity: String) -> String
  /// `?` at that question.
  func addExplained(_ entity: String) -> String
  var yesOrNo: String { get }
  var endWithDot: String { get }
  var hiddenAndLocked: String { get }
  // Registers
  var registerChanged: String { get }
  var casesImported: String { get }
  func placesNotChecked(rows: Int) -> String
  // What is odd
  func reason(_ warning: ValueWarning) -> String
}

extension Words {
  /// A name of the rule book in the language of the person.
  func name(_ label: RuleLabel) -> String {
    language == .vietnamese ? label.vietnamese : label.english
  }

  /// What is odd about a field that was recorded all the same.
  func told(_ warning: FormWarning) -> String {
    "\(Escaping.line(warning.field)): \(reason(warning.warning))"
  }

  /// A fault of one answer, said under the question.
  func lineOf(_ error: CaseworkError) -> String {
    if case .value(let fault) = error { return reason(fault.told) }
    return unexpected
  }
}

extension English {
  var argumentCase: String { "The code of the case." }
  var argumentCaseMany: String { "The code of the case, or of several." }
  var argumentRegister: String { "The register (CSV, UTF-8)." }
  var optionOwner: String { "The first owner, a social worker." }
  var optionEnd: String { "Take the case from the member instead." }
  var endIsNoOwner: String { "--end takes a case away and --owner gives it; not both" }
  var optionMakeOwner: String { "The member answers for the case from now on." }
  var optionFields: String { "The fields, by name and with commas between: person.full_name." }
  var optionUntil: String { "The last day on which they may be read." }
  var untilIsPast: String { "--until names a day that is over; nothing was changed" }
  var untilIsNoDay: String { "--until wants a day, such as 31/12/2026" }
  var optionRecord: String { "Correct this record, as show names it; else one more is made." }
  var optionStatus: String { "Only cases of this status." }
  var optionUnowned: String { "Only cases that nobody answers for." }
  var optionListStage: String {
    "Only cases that wait for this: reception, verification, identification, support."
  }
  var optionListOwner: String { "Only cases that this member answers for." }
  var optionListClock: String {
    "Only cases with such a time limit: overdue, at_once, due_today, soon, or the limit's own code."
  }
  var optionListOffice: String { "Only cases of this receiving unit." }
  func unknownOption(_ name: String) -> String { "unknown option \(name)" }
  var strayValue: String { "what stands there" }
  var twoOnInput: String { "standard input cannot hold both the passphrase and the answers" }
  var restricted: String { "Restricted: ask with --class" }
  var sealedLabel: String { "Sealed for others" }
  func sealedForOthers(_ classes: String) -> String {
    "what this form holds of these classes is sealed for others: \(classes)"
  }
  var recordName: String { "Record" }
  var clearQuestion: String { "Enter clears the screen" }
  func casesNotOpened(_ count: Int) -> String {
    (count == 1 ? "1 case does" : "\(count) cases do") + " not open although the log is sound"
  }
  var noSuchForm: String { "the rule book of this vault has no such form" }
  func addQuestion(_ entity: String) -> String { "\(entity): record one? (yes/no)" }
  func addExplained(_ entity: String) -> String {
    "\(entity): a case may have several or none; yes asks the questions of one, no or Enter skips them"
  }
  var yesOrNo: String { "answer yes or no" }
  var endWithDot: String { "(more lines; a single dot ends)" }
  var hiddenAndLocked: String { "hidden and locked; what was typed is not kept" }
  var registerChanged: String { "the register changed while it was read; nothing was imported" }
  var casesImported: String { "Cases" }
  func placesNotChecked(rows: Int) -> String {
    "place codes in \(rows == 1 ? "1 line" : "\(rows) lines") were checked for their form alone: no table of communes is adopted"
  }
  func reason(_ warning: ValueWarning) -> String {
    switch warning {
    case .personalIDSex: personalIDDisagrees(with: "sex")
    case .personalIDYear: personalIDDisagrees(with: "year of birth")
    case .personalIDProvince: personalIDDisagrees(with: "province")
    case .placeNotChecked: "note: checked for its form alone"
    }
  }
}

extension Vietnamese {
  var argumentCase: String { "Mã hồ sơ." }
  var argumentCaseMany: String { "Mã hồ sơ, hoặc mã của nhiều hồ sơ." }
  var argumentRegister: String { "Sổ tiếp nhận (CSV, UTF-8)." }
  var optionOwner: String { "Người phụ trách hồ sơ đầu tiên, là nhân viên công tác xã hội." }
  var optionEnd: String { "Thu lại hồ sơ đã giao cho thành viên." }
  var endIsNoOwner: String { "--end là thu lại hồ sơ, --owner là giao; không dùng cả hai" }
  var optionMakeOwner: String { "Từ nay thành viên này phụ trách hồ sơ." }
  var optionFields: String { "Tên các trường, cách nhau bằng dấu phẩy: person.full_name." }
  var optionUntil: String { "Ngày cuối cùng được xem." }
  var untilIsPast: String { "ngày nêu ở --until đã qua; chưa thực hiện gì" }
  var untilIsNoDay: String { "--until cần một ngày, ví dụ 31/12/2026" }
  var optionRecord: String { "Sửa bản ghi này, theo tên khi xem; nếu không thì ghi thêm." }
  var optionStatus: String { "Chỉ hồ sơ có tình trạng này." }
  var optionUnowned: String { "Chỉ hồ sơ chưa có người phụ trách." }
  var optionListStage: String {
    "Chỉ hồ sơ đang chờ khâu này: reception, verification, identification, support."
  }
  var optionListOwner: String { "Chỉ hồ sơ do người này phụ trách." }
  var optionListClock: String {
    "Chỉ hồ sơ có thời hạn như vậy: overdue, at_once, due_today, soon, hoặc mã của thời hạn."
  }
  var optionListOffice: String { "Chỉ hồ sơ của đơn vị tiếp nhận này." }
  func unknownOption(_ name: String) -> String { "không có tùy chọn \(name)" }
  var strayValue: String { "nội dung ghi ở đó" }
  var twoOnInput: String { "đầu vào chuẩn không thể vừa có mật khẩu vừa có câu trả lời" }
  var restricted: String { "Hạn chế: muốn xem thì nêu --class" }
  var sealedLabel: String { "Niêm phong cho người khác" }
  func sealedForOthers(_ classes: String) -> String {
    "phần của biểu mẫu thuộc các nhóm này được niêm phong cho người khác: \(classes)"
  }
  var recordName: String { "Bản ghi" }
  var clearQuestion: String { "Nhấn Enter để xóa màn hình" }
  func casesNotOpened(_ count: Int) -> String {
    "\(count) hồ sơ không mở được dù nhật ký nguyên vẹn"
  }
  var noSuchForm: String { "bộ quy tắc của kho này không có biểu mẫu đó" }
  func addQuestion(_ entity: String) -> String { "\(entity): ghi một mục? (có/không)" }
  func addExplained(_ entity: String) -> String {
    "\(entity): hồ sơ có thể có nhiều mục hoặc không có; có thì hỏi từng trường của một mục,"
      + " không hoặc Enter thì bỏ qua"
  }
  var yesOrNo: String { "xin trả lời có hoặc không" }
  var endWithDot: String { "(ghi tiếp các dòng; dấu chấm đứng riêng một dòng để kết thúc)" }
  var hiddenAndLocked: String { "đã ẩn và khóa; nội dung đã nhập không được giữ lại" }
  var registerChanged: String { "sổ tiếp nhận bị thay đổi khi đang đọc; chưa nhập hồ sơ nào" }
  var casesImported: String { "Hồ sơ" }
  func placesNotChecked(rows: Int) -> String {
    "mã đơn vị hành chính ở \(rows) dòng chỉ được kiểm tra về dạng: chưa có danh mục cấp xã"
  }
  func reason(_ warning: ValueWarning) -> String {
    switch warning {
    case .personalIDSex: personalIDDisagrees(with: "giới tính")
    case .personalIDYear: personalIDDisagrees(with: "năm sinh")
    case .personalIDProvince: personalIDDisagrees(with: "tỉnh, thành phố")
    case .placeNotChecked: "lưu ý: chỉ được kiểm tra về dạng"
    }
  }
}
