import Vault

/// The report that is made from the log: `log report`, and REPORT.txt of an export. Its sentences are
/// read as a page; what they speak of are codes and numbers, because a leaf holds nothing else.
protocol ReportWords {
  var reportTitle: String { get }
  /// From the first to the last entry that was read.
  func reportMadeFrom(size: Int, entry: Int) -> String
  func reportPeriod(_ from: String?, _ to: String?) -> String
  func reportEntries(_ count: Int, _ from: String, _ to: String) -> String
  var reportNoEntries: String { get }
  func reportAbout(_ handle: String) -> String
  func reportRules(_ rules: ReportedRules) -> String
  // Sections
  var reportFindings: String { get }
  var reportNoFindings: String { get }
  func reportFinding(_ kind: String) -> String
  func reportCount(_ finding: ReportedFinding) -> String?
  func reportMore(_ count: Int) -> String
  /// A finding is no accusation.
  var reportFindingsAreQuestions: String { get }
  var reportTotals: String { get }
  func reportCounts(reads: Int, writes: Int, openings: Int, denials: Int) -> String
  var reportNoClass: String { get }
  var reportNoCase: String { get }
  func reportCase(_ pseudonym: String) -> String
  func reportEntryRange(_ first: Int, _ last: Int) -> String
  var reportAccesses: String { get }
  var reportNoAccesses: String { get }
  func reportEarlier(_ count: Int) -> String
  func reportRight(_ right: ReportedAccess.Right) -> String
  var reportLimits: String { get }
  /// Somebody without a name: a key, or a name that nobody has.
  var reportNobody: String { get }
  func reportTo(_ name: String) -> String
  // Options, and what is said when it is done
  var optionSince: String { get }
  var optionUntilDay: String { get }
  var optionReportTo: String { get }
  var optionBreach: String { get }
  var optionReportMember: String { get }
  var badPeriod: String { get }
  var breachNeedsPeriod: String { get }
  var memberNeedsBreach: String { get }
  func reportWritten(entry: Int) -> String
}

extension English {
  var reportTitle: String { "REPORT FROM THE LOG" }
  func reportMadeFrom(size: Int, entry: Int) -> String {
    "Made from entries 0 to \(size - 1); this reading is log entry \(entry)."
  }
  func reportPeriod(_ from: String?, _ to: String?) -> String {
    "Period: " + (from.map { "from \($0)" } ?? "from the beginning")
      + (to.map { ", before \($0)" } ?? ", to the newest entry")
  }
  func reportEntries(_ count: Int, _ from: String, _ to: String) -> String {
    "Entries in the period: \(count), the first of \(from), the last of \(to)."
  }
  var reportNoEntries: String { "There is no entry in the period." }
  func reportAbout(_ handle: String) -> String { "Only what \(handle) did." }
  func reportRules(_ rules: ReportedRules) -> String {
    """
    Times are those of Viet Nam (UTC+7). Night is before \(rules.opens):00 and from \(rules.closes):00; \
    the weekend is Saturday and Sunday. A series is \(rules.denials) or more, each within \
    \(rules.minutes) minutes of the one before. A bulk read is \(rules.bulk) or more cases within an hour. \
    Silent is who has a role and signed nothing for \(rules.silence) days. An emergency access is to be \
    reviewed within \(rules.review) days. An own-record loop is a right that somebody gave to themselves, \
    two people who gave each other a case, or a case that its opener alone looked at \(rules.alone) times \
    or more. These limits are choices of this program, not of any law.
    """
  }
  var reportFindings: String { "WHAT SHOULD BE LOOKED INTO" }
  var reportNoFindings: String { "Nothing was found by these rules." }
  func reportMore(_ count: Int) -> String { "and \(count) more of this kind" }
  var reportFindingsAreQuestions: String {
    "A finding is a question to ask, not an accusation: many have a good answer."
  }
  var reportTotals: String { "ACCESSES BY PERSON, CASE AND CLASS OF FIELDS" }
  func reportCounts(reads: Int, writes: Int, openings: Int, denials: Int) -> String {
    "\(reads) read, \(writes) written" + (openings > 0 ? ", \(openings) opened" : "")
      + ", \(denials) refused"
  }
  var reportNoClass: String { "no field named" }
  var reportNoCase: String { "no such case" }
  func reportCase(_ pseudonym: String) -> String { "case \(pseudonym)" }
  func reportEntryRange(_ first: Int, _ last: Int) -> String {
    first == last ? "entry \(first)" : "entries \(first) to \(last)"
  }
  var reportAccesses: String { "EVERY ACCESS" }
  var reportNoAccesses: String { "No case was looked at." }
  func reportEarlier(_ count: Int) -> String {
    "\(count) earlier ones are not listed here; their entries are in the log"
  }
  func reportRight(_ right: ReportedAccess.Right) -> String {
    switch right {
    case .standing: "by standing role"
    case .entry(let entry): "by right of entry \(entry)"
    case .none: "by no right that the log knows"
    }
  }
  var reportLimits: String { "WHAT THIS REPORT CANNOT SHOW" }
  var reportNobody: String { "nobody known" }
  func reportTo(_ name: String) -> String { "to \(name)" }
  var optionSince: String { "The first day of the period, such as 01/11/2026." }
  var optionUntilDay: String { "The last day of the period." }
  var optionReportTo: String { "Write it into this new file." }
  var optionBreach: String { "For the notice of a breach: which files, fields and people." }
  var optionReportMember: String { "Only what this member did; with --breach." }
  var badPeriod: String { "a period wants days such as 01/11/2026, the first not after the last" }
  var breachNeedsPeriod: String { "--breach needs --since and --until" }
  var memberNeedsBreach: String { "--member goes with --breach" }
  func reportWritten(entry: Int) -> String { "written; this reading is log entry \(entry)" }
}

extension English {
  func reportFinding(_ kind: String) -> String {
    switch kind {
    case "without_right": "Access without an assignment, excerpt, emergency or standing role"
    case "canary": "A canary: a case that nobody has a reason to touch was opened or tried"
    case "emergency_open": "Emergency access that nobody closed"
    case "emergency_unreviewed": "Emergency access that nobody reviewed"
    case "emergency_late": "Emergency access reviewed too late"
    case "denials": "Refusals in series"
    case "failed_unlocks": "Failed unlockings in series (times are those of being noted down)"
    case "off_hours": "Access at night or on a weekend"
    case "bulk": "Many cases within an hour"
    case "searches": "Many searches for people in series"
    case "self_given": "Own-record loop: a right given to oneself"
    case "mutual": "Own-record loop: two who gave each other the same case"
    case "alone": "Own-record loop: a case that one person alone looked at again and again"
    case "silent": "Members with a role who sign nothing any more"
    case "clock_step": "The clock was set back"
    case "clock_jump": "The clock, or the office, jumped ahead"
    case "limit_moved": "Time limits that end later by a corrected date, for a reason alone"
    case "limit_asked":
      "The same asked of limits that had passed: it waits, was turned down, or is told below"
    case "by_root": "Uses of the root seed, by two shares"
    case "by_recovery": "Recoveries by two trustees"
    case "unread": "Suspensions that left fields of cases to nobody"
    case "limit_agreed": "The same agreed to by a second person (the asking and the agreeing)"
    case "referral_taken_back": "Referrals that the office which sent them has taken back"
    case "put_back": "The vault was put back from an older copy: what came after it is missing"
    case "put_back_whole":
      "Custody was put back, and the records taken as they are: by who did it nothing is missing"
    case "put_back_refused": "An auditor refused to go on with the vault that was put back"
    default: kind
    }
  }
  func reportCount(_ finding: ReportedFinding) -> String? {
    switch finding.kind {
    case "denials", "failed_unlocks", "off_hours", "alone", "searches":
      finding.count == 1 ? "once" : "\(finding.count) times"
    case "bulk": "\(finding.count) cases"
    case "silent", "emergency_late": "\(finding.count) days"
    case "clock_step", "clock_jump": "\(finding.count) seconds"
    default: nil
    }
  }
}

extension Vietnamese {
  var reportTitle: String { "BÁO CÁO TỪ NHẬT KÝ" }
  func reportMadeFrom(size: Int, entry: Int) -> String {
    "Lập từ các mục từ 0 đến \(size - 1); lần đọc này là mục nhật ký số \(entry)."
  }
  func reportPeriod(_ from: String?, _ to: String?) -> String {
    "Thời gian: " + (from.map { "từ \($0)" } ?? "từ đầu")
      + (to.map { ", trước \($0)" } ?? ", đến mục mới nhất")
  }
  func reportEntries(_ count: Int, _ from: String, _ to: String) -> String {
    "Số mục trong thời gian này: \(count); mục đầu lúc \(from), mục cuối lúc \(to)."
  }
  var reportNoEntries: String { "Không có mục nào trong thời gian này." }
  func reportAbout(_ handle: String) -> String { "Chỉ gồm việc do \(handle) thực hiện." }
  func reportRules(_ rules: ReportedRules) -> String {
    """
    Giờ trong báo cáo là giờ Việt Nam (UTC+7). Ngoài giờ là trước \(rules.opens):00 và từ \
    \(rules.closes):00; cuối tuần là thứ Bảy và Chủ nhật. Một chuỗi là từ \(rules.denials) lần trở lên, \
    mỗi lần cách lần trước không quá \(rules.minutes) phút. Xem hàng loạt là từ \(rules.bulk) hồ sơ trở \
    lên trong một giờ. Vắng lâu là người có vai trò nhưng \(rules.silence) ngày không ký mục nào. Truy cập \
    khẩn cấp phải được xem xét lại trong \(rules.review) ngày. Vòng khép kín là quyền tự cấp cho mình, hai \
    người cấp cùng một hồ sơ cho nhau, hoặc hồ sơ chỉ riêng người lập đã xem từ \(rules.alone) lần trở \
    lên. Các mức này do chương trình chọn, không phải do luật quy định.
    """
  }
  var reportFindings: String { "NHỮNG VIỆC CẦN ĐƯỢC XEM XÉT" }
  var reportNoFindings: String { "Không phát hiện việc nào theo các mức nêu trên." }
  func reportMore(_ count: Int) -> String { "và \(count) trường hợp khác cùng loại" }
  var reportFindingsAreQuestions: String {
    "Mỗi phát hiện là một câu hỏi cần được giải đáp, không phải là lời quy kết."
  }
  var reportTotals: String { "SỐ LƯỢT TRUY CẬP THEO NGƯỜI, HỒ SƠ VÀ NHÓM TRƯỜNG" }
  func reportCounts(reads: Int, writes: Int, openings: Int, denials: Int) -> String {
    "\(reads) lượt xem, \(writes) lượt ghi" + (openings > 0 ? ", \(openings) lượt lập hồ sơ" : "")
      + ", \(denials) lượt bị từ chối"
  }
  var reportNoClass: String { "không nêu trường nào" }
  var reportNoCase: String { "không có hồ sơ đó" }
  func reportCase(_ pseudonym: String) -> String { "hồ sơ \(pseudonym)" }
  func reportEntryRange(_ first: Int, _ last: Int) -> String {
    first == last ? "mục \(first)" : "các mục từ \(first) đến \(last)"
  }
  var reportAccesses: String { "TỪNG LƯỢT TRUY CẬP" }
  var reportNoAccesses: String { "Không có hồ sơ nào được xem." }
  func reportEarlier(_ count: Int) -> String {
    "\(count) lượt trước đó không liệt kê ở đây; các mục của chúng vẫn có trong nhật ký"
  }
  func reportRight(_ right: ReportedAccess.Right) -> String {
    switch right {
    case .standing: "theo vai trò thường trực"
    case .entry(let entry): "căn cứ mục \(entry)"
    case .none: "nhật ký không cho thấy căn cứ nào"
    }
  }
  var reportLimits: String { "NHỮNG GÌ BÁO CÁO NÀY KHÔNG THỂ CHO THẤY" }
  var reportNobody: String { "không rõ ai" }
  func reportTo(_ name: String) -> String { "cho \(name)" }
  var optionSince: String { "Ngày đầu của thời gian báo cáo, ví dụ 01/11/2026." }
  var optionUntilDay: String { "Ngày cuối của thời gian báo cáo." }
  var optionReportTo: String { "Ghi vào tệp mới này." }
  var optionBreach: String { "Phục vụ thông báo vi phạm: hồ sơ, trường và người liên quan." }
  var optionReportMember: String { "Chỉ việc do thành viên này thực hiện; dùng cùng --breach." }
  var badPeriod: String {
    "thời gian cần ghi bằng ngày, ví dụ 01/11/2026, ngày đầu không sau ngày cuối"
  }
  var breachNeedsPeriod: String { "--breach cần có --since và --until" }
  var memberNeedsBreach: String { "--member dùng cùng với --breach" }
  func reportWritten(entry: Int) -> String { "đã ghi; lần đọc này là mục nhật ký số \(entry)" }
}

extension Vietnamese {
  func reportFinding(_ kind: String) -> String {
    switch kind {
    case "without_right":
      "Truy cập khi không được giao, không được chia sẻ, không khẩn cấp, không có vai trò thường trực"
    case "canary": "Hồ sơ bẫy: có người đã mở hoặc tìm cách mở hồ sơ không ai có lý do động đến"
    case "emergency_open": "Truy cập khẩn cấp chưa được kết thúc"
    case "emergency_unreviewed": "Truy cập khẩn cấp chưa được xem xét lại"
    case "emergency_late": "Truy cập khẩn cấp được xem xét lại quá muộn"
    case "denials": "Bị từ chối liên tiếp"
    case "failed_unlocks": "Mở khóa sai liên tiếp (giờ là lúc được ghi lại vào nhật ký)"
    case "off_hours": "Truy cập ngoài giờ hoặc cuối tuần"
    case "bulk": "Xem nhiều hồ sơ trong một giờ"
    case "searches": "Tìm kiếm người nhiều lần liên tiếp"
    case "self_given": "Vòng khép kín: quyền tự cấp cho mình"
    case "mutual": "Vòng khép kín: hai người cấp cùng một hồ sơ cho nhau"
    case "alone": "Vòng khép kín: hồ sơ chỉ một người xem nhiều lần"
    case "silent": "Thành viên có vai trò nhưng đã lâu không ký mục nào"
    case "clock_step": "Đồng hồ bị chỉnh lùi"
    case "clock_jump": "Đồng hồ, hoặc công việc, nhảy cách quãng"
    case "limit_moved": "Thời hạn kết thúc muộn hơn do sửa ngày đã ghi, chỉ kèm lý do"
    case "limit_asked":
      "Đề nghị sửa ngày của thời hạn đã qua: đang chờ, đã bị từ chối, hoặc xem kết quả ở dưới"
    case "by_root": "Lần dùng khóa gốc, bằng hai mảnh khóa"
    case "by_recovery": "Lần khôi phục khóa do hai người giữ mảnh khóa thực hiện"
    case "unread": "Lần đình chỉ khiến có nội dung hồ sơ không còn ai mở được"
    case "limit_agreed": "Người thứ hai đã đồng ý với việc đó (mục đề nghị và mục đồng ý)"
    case "referral_taken_back": "Chuyển tuyến mà cơ quan gửi đã rút lại"
    case "put_back": "Kho được đưa trở lại từ bản sao cũ: thiếu việc làm sau bản sao đó"
    case "put_back_whole":
      "Tệp giữ khóa được khôi phục, tệp hồ sơ giữ nguyên: theo người khôi phục thì không thiếu gì"
    case "put_back_refused": "Người kiểm tra từ chối việc dùng tiếp kho đã bị đưa về trạng thái cũ"
    default: kind
    }
  }
  func reportCount(_ finding: ReportedFinding) -> String? {
    switch finding.kind {
    case "denials", "failed_unlocks", "off_hours", "alone", "searches": "\(finding.count) lần"
    case "bulk": "\(finding.count) hồ sơ"
    case "silent", "emergency_late": "\(finding.count) ngày"
    case "clock_step", "clock_jump": "\(finding.count) giây"
    default: nil
    }
  }
}
