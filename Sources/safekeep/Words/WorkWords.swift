import Casework

/// Steps of the legal status, what waits for a second person, and what is due.
protocol WorkWords {
  // Pages
  var clocksTitle: String { get }
  /// What `case record` fills in.
  var fileItself: String { get }
  var pendingTitle: String { get }
  // Steps
  var argumentStatus: String { get }
  func stepAsked(code: String, status: String, entry: Int) -> String
  func waitsFor(roles: String) -> String
  var stepTo: String { get }
  var stepSecond: String { get }
  /// On the page of a case.
  func nextStep(_ label: String) -> String
  var stepUnseen: String { get }
  var stepCheck: String { get }
  var ruleLabel: String { get }
  func confirmCase(code: String) -> String
  var optionReported: String { get }
  var optionCanary: String { get }
  var canarySet: String { get }
  // Due
  var optionMine: String { get }
  var optionOffice: String { get }
  var optionPressing: String { get }
  func dueShown(_ count: Int, entry: Int) -> String
  var optionDueLimit: String { get }
  func dueLeft(_ count: Int) -> String
  var dueLeftLabel: String { get }
  var waitsForApproval: String { get }
  /// Cases that others wrote into and that one command did not count.
  func dueUncounted(_ count: Int) -> String
  var dueUncountedLabel: String { get }
  func dueSpoilt(_ codes: String) -> String
  var dueSpoiltLabel: String { get }
  func overdueNoted(_ count: Int) -> String
  var lastDay: String { get }
  var daysOffUnknown: String { get }
  func daysOffUnknown(in years: String) -> String
  var ruleStanding: String { get }
  var nothingDue: String { get }
  func standing(_ standing: CaseClock.Standing) -> String
}

extension English {
  var clocksTitle: String { "Time limits" }
  var fileItself: String { "case file" }
  var pendingTitle: String { "Waits for a second person" }
  var argumentStatus: String { "The status it goes to, a code such as in_process." }
  func stepAsked(code: String, status: String, entry: Int) -> String {
    "case \(code): asked for \(status), log entry \(entry)"
  }
  func waitsFor(roles: String) -> String { "this waits for: \(roles)" }
  var stepTo: String { "Step to" }
  var stepSecond: String { "Second person" }
  func nextStep(_ label: String) -> String { "Next: \(label)" }
  var stepUnseen: String { "Asked for, not shown here" }
  var stepCheck: String { "Looked at with" }
  var ruleLabel: String { "Rule" }
  func confirmCase(code: String) -> String { "Type the code of the case to confirm" }
  var optionReported: String { "A report of somebody who has not come yet." }
  var optionCanary: String { "Nobody's file, to see who touches it; a lead." }
  var canarySet: String {
    "nobody has a reason to touch this case, nor have you from now on; log report tells who did"
  }
  var optionMine: String { "Only cases that you answer for." }
  var optionOffice: String { "Only cases of this receiving unit, by its code." }
  var optionPressing: String { "Only what is overdue, due today or due soon." }
  func dueUncounted(_ count: Int) -> String {
    (count == 1 ? "1 case that others wrote into is" : "\(count) cases that others wrote into are")
      + " not counted yet, and what is due there is shown as it stood; to go on: safekeep due"
  }
  var dueUncountedLabel: String { "Not counted yet" }
  func dueSpoilt(_ codes: String) -> String {
    "something in these cases does not open although the log is sound; tell the auditor: \(codes)"
  }
  var dueSpoiltLabel: String { "Does not open" }
  var optionDueLimit: String { "How many limits of each standing at most (else 200)." }
  func dueLeft(_ count: Int) -> String {
    "and \(count) more, which end later than those shown of the same standing; --limit N shows more"
  }
  var dueLeftLabel: String { "Not shown" }
  var waitsForApproval: String { "Waits for approval" }
  func dueShown(_ count: Int, entry: Int) -> String {
    (count == 1 ? "1 time limit" : "\(count) time limits") + ", log entry \(entry)"
  }
  func overdueNoted(_ count: Int) -> String {
    (count == 1 ? "1 time limit" : "\(count) time limits")
      + " passed and put into the log; that is done once"
  }
  var lastDay: String { "Last day as counted" }
  var daysOffUnknown: String { "Days off not known" }
  func daysOffUnknown(in years: String) -> String {
    "note: the yearly days off of \(years) are not in the rule book; limits that end in that time are counted by the fixed days off alone and may end later"
  }
  var ruleStanding: String { "Verified" }
  var nothingDue: String { "nothing is due" }
  func standing(_ standing: CaseClock.Standing) -> String {
    switch standing {
    case .overdue: "overdue"
    case .atOnce: "at once, not done yet"
    case .dueToday: "due today"
    case .soon: "soon"
    case .running: "running"
    case .limitUnknown: "limit not known"
    case .metLate: "met late"
    case .met: "met"
    }
  }
}

extension Vietnamese {
  var clocksTitle: String { "Thời hạn" }
  var fileItself: String { "hồ sơ" }
  var pendingTitle: String { "Chờ người thứ hai" }
  var argumentStatus: String { "Tình trạng chuyển đến, là mã, ví dụ in_process." }
  func stepAsked(code: String, status: String, entry: Int) -> String {
    "hồ sơ \(code): đã đề nghị chuyển sang \(status), mục nhật ký số \(entry)"
  }
  func waitsFor(roles: String) -> String { "việc này chờ: \(roles)" }
  var stepTo: String { "Chuyển sang" }
  var stepSecond: String { "Người thứ hai" }
  func nextStep(_ label: String) -> String { "Bước tiếp theo: \(label)" }
  var stepUnseen: String { "Cần có, không hiện ở đây" }
  var stepCheck: String { "Xem trước bằng" }
  var ruleLabel: String { "Căn cứ" }
  func confirmCase(code: String) -> String { "Gõ mã hồ sơ để xác nhận" }
  var optionReported: String { "Trình báo về người chưa được đưa đến." }
  var optionCanary: String { "Hồ sơ bẫy, không của ai, để biết ai động đến; cán bộ phụ trách." }
  var canarySet: String {
    "từ nay không ai, kể cả người lập, có lý do mở hồ sơ này; báo cáo nhật ký cho biết ai đã mở"
  }
  var optionMine: String { "Chỉ hồ sơ do mình phụ trách." }
  var optionOffice: String { "Chỉ hồ sơ của đơn vị tiếp nhận này, theo mã." }
  var optionPressing: String { "Chỉ thời hạn đã quá, đến hạn hôm nay hoặc sắp đến hạn." }
  func dueUncounted(_ count: Int) -> String {
    "còn \(count) hồ sơ có người khác ghi thêm mà chưa tính lại, thời hạn ở đó nêu như trước: xin chạy lại safekeep due"
  }
  var dueUncountedLabel: String { "Chưa tính lại" }
  func dueSpoilt(_ codes: String) -> String {
    "các hồ sơ sau có nội dung không mở được dù nhật ký nguyên vẹn; xin báo cho người kiểm tra: \(codes)"
  }
  var dueSpoiltLabel: String { "Không mở được" }
  var optionDueLimit: String {
    "Số thời hạn tối đa của mỗi tình trạng (nếu không nêu: 200)."
  }
  func dueLeft(_ count: Int) -> String {
    "còn \(count) thời hạn, đến hạn sau các thời hạn cùng tình trạng đã nêu; dùng --limit N để xem thêm"
  }
  var dueLeftLabel: String { "Chưa hiển thị" }
  var waitsForApproval: String { "Chờ phê duyệt" }
  func dueShown(_ count: Int, entry: Int) -> String {
    "\(count) thời hạn, mục nhật ký số \(entry)"
  }
  func overdueNoted(_ count: Int) -> String {
    "\(count) thời hạn đã quá, đã ghi vào nhật ký; mỗi thời hạn chỉ ghi một lần"
  }
  var lastDay: String { "Ngày cuối theo cách tính" }
  var daysOffUnknown: String { "Chưa có lịch nghỉ" }
  func daysOffUnknown(in years: String) -> String {
    "lưu ý: bộ quy tắc chưa có lịch nghỉ hằng năm của năm \(years); thời hạn kết thúc trong năm đó mới chỉ trừ các ngày nghỉ cố định, có thể kết thúc muộn hơn"
  }
  var ruleStanding: String { "Đã đối chiếu" }
  var nothingDue: String { "không có thời hạn nào" }
  func standing(_ standing: CaseClock.Standing) -> String {
    switch standing {
    case .overdue: "quá hạn"
    case .atOnce: "phải làm ngay, chưa làm"
    case .dueToday: "đến hạn hôm nay"
    case .soon: "sắp đến hạn"
    case .running: "đang tính"
    case .limitUnknown: "chưa rõ thời hạn"
    case .metLate: "hoàn thành muộn"
    case .met: "đã hoàn thành"
    }
  }
}
