import Vault

/// `staff suspend` and `staff role remove`: what is told of somebody who leaves, and what is refused.
protocol LeavingWords {
  var optionCompromised: String { get }
  func typeLeaver(handle: String) -> String
  func leavingPlanned(handle: String, cases: Int, entry: Int) -> String
  var couldReadTitle: String { get }
  var couldReadNothing: String { get }
  var byRoleTitle: String { get }
  func couldReadEvery(_ cases: Int, role: String) -> String
  /// Of one case.
  var couldReadOfCaseTitle: String { get }
  /// How somebody came to read a case, of copies with the number of their fields.
  func way(_ given: GivenReach) -> String
  /// To who ends an access and is told of no looks.
  func looksNotTold(code: String) -> String
  func ownerless(_ cases: Int) -> String
  func spoiltCases(_ cases: Int) -> String
  var optionUnread: String { get }
  /// What they alone could read.
  func leftUnread(_ cases: Int) -> String
  /// An administrator of then restores, an auditor of then accepts.
  var oldBackupsNeedThem: String { get }
  /// What no key that is replaced takes back.
  var keptWhatWasCopied: String { get }
  func compromisedDue(_ cases: Int, by role: String, atOnce: Int) -> String
  func notIndexed(_ cases: Int) -> String
  /// Of a trustee who leaves.
  func oldSeedCounts(handle: String) -> String
  func lastHolder(role: String, fieldClass: String, entry: Int) -> String
  func lastHolderHint(role: String) -> String
  func lastAdministrator(entry: Int) -> String
  var lastAdministratorHint: String { get }
  func rolesExclude(_ role: String, _ other: String, entry: Int) -> String
  var optionVacant: String { get }
  /// How many would be left with a role, and what they could not do.
  func vacancy(_ vacancy: Vacancy, without handle: String) -> String
  func typeVacantRole(_ code: String) -> String
  func notDone(_ why: String) -> String
  var vacantHint: String { get }
}

extension English {
  var optionCompromised: String {
    "Others may have this member's keys: new keys for their cases at once, not at the next write."
  }
  func typeLeaver(handle: String) -> String {
    "This ends access at once and for good. Type the handle \(handle) to go on:"
  }
  func leavingPlanned(handle: String, cases: Int, entry: Int) -> String {
    "nothing was done; it would end what opens \(Self.cases(cases)) to \(handle), log entry \(entry)"
  }
  var couldReadTitle: String { "Given to them or read by them, by the log" }
  var couldReadNothing: String { "by the log they were given no case and read none" }
  var byRoleTitle: String { "Open to them by a role, of every case that there was" }
  func couldReadEvery(_ cases: Int, role: String) -> String {
    "as \(role) they could read, of every case that there was while they were (\(cases)), what the role reads"
  }
  var couldReadOfCaseTitle: String { "What could be read of the case until now, by the log" }
  func way(_ given: GivenReach) -> String {
    switch given.way {
    case .opener: "opened it"
    case .assigned: "assigned"
    case .owner: "answers for it"
    case .share: given.copies == 1 ? "a share of 1 field" : "a share of \(given.copies) fields"
    case .emergency: "an emergency"
    }
  }
  func looksNotTold(code: String) -> String {
    "how often it was looked at is told to leads and to the social workers of the case: safekeep case accesses \(code)"
  }
  func ownerless(_ cases: Int) -> String {
    "nobody answers for \(Self.cases(cases)) now; next: safekeep case list --unowned, and"
      + " safekeep case assign CASE HANDLE --owner"
  }
  func spoiltCases(_ cases: Int) -> String {
    "altered, and not sealed anew: \(Self.cases(cases)); see safekeep log verify"
  }
  var optionUnread: String {
    "Also where nobody would be left to read some of the fields."
  }
  func leftUnread(_ cases: Int) -> String {
    "they alone read some fields of \(Self.cases(cases)): nobody opens what stands there any more;"
      + " ask the person again, and record it anew"
  }
  var oldBackupsNeedThem: String {
    "a backup is restored by an administrator of its day, and accepted by an auditor of its day: make a new one"
      + " now, with those who are in office: safekeep vault backup --help"
  }
  var keptWhatWasCopied: String {
    "what they copied of both files before, or remember, no key takes back"
  }
  func compromisedDue(_ cases: Int, by role: String, atOnce: Int) -> String {
    "new keys after a suspension are still to be made for \(Self.cases(cases)); the next commands of a \(role)"
      + " make them, \(atOnce) cases each"
  }
  func notIndexed(_ cases: Int) -> String {
    "\(Self.cases(cases)) at least not in the search index: nobody finds them by a name yet"
  }
  func oldSeedCounts(handle: String) -> String {
    "the recovery seed of before still counts, and \(handle)'s share of it, until a new one is made: the next"
      + " command of a lead makes it once there are three trustees; how it stands: safekeep key status"
  }
  private static func cases(_ count: Int) -> String { count == 1 ? "1 case" : "\(count) cases" }
  func lastHolder(role: String, fieldClass: String, entry: Int) -> String {
    "not done: without another \(role) nobody could read the class \(fieldClass); recorded as log entry"
      + " \(entry)"
  }
  func lastHolderHint(role: String) -> String {
    "first give somebody else the role \(role): safekeep staff add --help, or safekeep staff role add --help;"
      + " who has it without its key is given that by who has both: safekeep staff admit HANDLE"
  }
  func lastAdministrator(entry: Int) -> String {
    "not done: without another administrator nobody could invite or admit anybody any more; recorded as log"
      + " entry \(entry)"
  }
  var lastAdministratorHint: String {
    "first make somebody else an administrator: safekeep staff add --help, or safekeep staff role add --help"
  }
  var optionVacant: String { "Also where too few people are left with a role." }
  func vacancy(_ vacancy: Vacancy, without handle: String) -> String {
    let name = role(vacancy.role.rawValue)
    let left =
      vacancy.left == 0
      ? "without \(handle) nobody is \(name)" : "without \(handle) there is only 1 \(name)"
    return "\(left): \(missing(vacancy.role))"
  }
  private func missing(_ role: Role) -> String {
    switch role {
    case .auditor: "nobody checks the log, asks whose pseudonym it is or agrees to a rollback"
    case .lead: "nobody gives what one lead asks of another: erasing, emergencies, rule books"
    case .duty: "nobody gives health fields in an emergency that the other asks for"
    case .trustee: "nobody can recover what is lost"
    default: "nobody does that work"
    }
  }
  func typeVacantRole(_ code: String) -> String { "Type \(code) to go on all the same:" }
  func notDone(_ why: String) -> String { "not done: \(why)" }
  var vacantHint: String { "give somebody else the role first, or say --vacant" }
  func rolesExclude(_ role: String, _ other: String, entry: Int) -> String {
    "who is \(role) cannot also be \(other); recorded as log entry \(entry)"
  }
}

extension Vietnamese {
  var optionCompromised: String {
    "Khóa của thành viên có thể đã lộ: thay khóa hồ sơ của người đó ngay, không đợi lần ghi sau."
  }
  func typeLeaver(handle: String) -> String {
    "Quyền truy cập sẽ chấm dứt ngay và không khôi phục. Gõ tên tài khoản \(handle) để tiếp tục:"
  }
  func leavingPlanned(handle: String, cases: Int, entry: Int) -> String {
    "chưa thực hiện gì; nếu thực hiện, \(handle) sẽ không còn mở được \(cases) hồ sơ,"
      + " mục nhật ký số \(entry)"
  }
  var couldReadTitle: String { "Hồ sơ đã được giao hoặc đã đọc, theo nhật ký" }
  var couldReadNothing: String { "theo nhật ký, chưa được giao và chưa đọc hồ sơ nào" }
  var byRoleTitle: String { "Đã mở được theo vai trò, trong tất cả hồ sơ của thời gian đó" }
  func couldReadEvery(_ cases: Int, role: String) -> String {
    "với vai trò \(role), đã có thể đọc phần mà vai trò này được đọc của tất cả \(cases) hồ sơ trong thời gian giữ vai trò"
  }
  var couldReadOfCaseTitle: String { "Nội dung hồ sơ có thể đã được đọc đến nay, theo nhật ký" }
  func way(_ given: GivenReach) -> String {
    switch given.way {
    case .opener: "người mở hồ sơ"
    case .assigned: "được giao"
    case .owner: "người phụ trách"
    case .share: "chia sẻ \(given.copies) trường"
    case .emergency: "truy cập khẩn cấp"
    }
  }
  func looksNotTold(code: String) -> String {
    "số lần xem chỉ cho cán bộ phụ trách và nhân viên công tác xã hội của hồ sơ biết: safekeep case accesses \(code)"
  }
  func ownerless(_ cases: Int) -> String {
    "hiện \(cases) hồ sơ chưa có người phụ trách; tiếp theo: safekeep case list --unowned, rồi"
      + " safekeep case assign MÃ_HỒ_SƠ TÀI_KHOẢN --owner"
  }
  func spoiltCases(_ cases: Int) -> String {
    "\(cases) hồ sơ đã bị sửa nên không niêm phong lại được: xem safekeep log verify"
  }
  var optionUnread: String { "Thực hiện cả khi sẽ không còn ai đọc được một số trường." }
  func leftUnread(_ cases: Int) -> String {
    "chỉ người đó đọc được một số trường của \(cases) hồ sơ: nay không còn ai mở được nội dung đã ghi;"
      + " xin hỏi lại nạn nhân và ghi nhận lại"
  }
  var oldBackupsNeedThem: String {
    "bản sao lưu do người quản trị tại thời điểm sao lưu khôi phục và người kiểm tra tại thời điểm đó chấp nhận:"
      + " xin tạo ngay bản sao lưu mới với những người đang giữ vai trò: safekeep vault backup --help"
  }
  var keptWhatWasCopied: String {
    "những gì người đó đã sao chép từ cả hai tệp hoặc còn nhớ thì không khóa nào lấy lại được"
  }
  func compromisedDue(_ cases: Int, by role: String, atOnce: Int) -> String {
    "\(cases) hồ sơ chờ khóa mới sau khi đình chỉ thành viên; các lệnh tiếp theo của \(role) sẽ thay, mỗi lần"
      + " \(atOnce) hồ sơ"
  }
  func oldSeedCounts(handle: String) -> String {
    "khóa khôi phục cũ, kể cả mảnh của \(handle), còn giá trị đến khi có khóa mới: khi đủ ba người giữ mảnh khóa,"
      + " lệnh tiếp theo của cán bộ phụ trách sẽ lập khóa mới; xem: safekeep key status"
  }
  func notIndexed(_ cases: Int) -> String {
    "có ít nhất \(cases) hồ sơ chưa có trong chỉ mục tìm kiếm: chưa tìm được theo họ tên"
  }
  func lastHolder(role: String, fieldClass: String, entry: Int) -> String {
    "không thực hiện: nếu không còn \(role) nào khác, không ai đọc được nhóm \(fieldClass);"
      + " đã ghi vào mục nhật ký số \(entry)"
  }
  func lastHolderHint(role: String) -> String {
    "trước hết giao vai trò \(role) cho người khác: safekeep staff add --help; hoặc safekeep staff role add --help;"
      + " người có vai trò mà chưa có khóa thì người đang giữ khóa trao cho: safekeep staff admit TÀI_KHOẢN"
  }
  func lastAdministrator(entry: Int) -> String {
    "không thực hiện: nếu không còn quản trị nào khác, không ai mời hoặc phê duyệt được người mới nữa; đã ghi"
      + " vào mục nhật ký số \(entry)"
  }
  var lastAdministratorHint: String {
    "trước hết giao vai trò quản trị cho người khác: safekeep staff add --help; hoặc safekeep staff role add --help"
  }
  var optionVacant: String { "Thực hiện cả khi một vai trò còn lại quá ít người." }
  func vacancy(_ vacancy: Vacancy, without handle: String) -> String {
    let name = role(vacancy.role.rawValue)
    let left =
      vacancy.left == 0
      ? "không có \(handle) thì không còn ai là \(name)"
      : "không có \(handle) thì chỉ còn 1 \(name)"
    return "\(left): \(missing(vacancy.role))"
  }
  private func missing(_ role: Role) -> String {
    switch role {
    case .auditor:
      "không ai kiểm tra nhật ký, hỏi mã trong nhật ký là của hồ sơ nào, chấp thuận việc dùng bản cũ"
    case .lead:
      "không ai chấp thuận việc một cán bộ phụ trách đề nghị: xóa, hủy, truy cập khẩn cấp, bộ quy tắc"
    case .duty: "không ai chấp thuận việc người kia xin mở nhóm y tế trong trường hợp khẩn cấp"
    case .trustee: "không thể khôi phục khóa đã mất"
    default: "không ai làm công việc này"
    }
  }
  func typeVacantRole(_ code: String) -> String { "Gõ \(code) để vẫn tiếp tục:" }
  func notDone(_ why: String) -> String { "chưa thực hiện: \(why)" }
  var vacantHint: String { "trước hết giao vai trò cho người khác, hoặc dùng --vacant" }
  func rolesExclude(_ role: String, _ other: String, entry: Int) -> String {
    "người là \(role) không được đồng thời là \(other); đã ghi vào mục nhật ký số \(entry)"
  }
}
