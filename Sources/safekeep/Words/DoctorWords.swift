import Vault

/// `vault doctor`.
protocol DoctorWords {
  var optionRepair: String { get }
  var optionIndex: String { get }
  var oneRepair: String { get }
  var leftLabel: String { get }
  var unopenedLabel: String { get }
  func indexMended(_ cases: Int, entry: Int) -> String
  func indexLeft(_ cases: Int) -> String
  /// Cases that do not open, and so are not in the index.
  func indexUnopened(_ cases: Int) -> String
  var repairableLabel: String { get }
  var repairedLabel: String { get }
  var filesLabel: String { get }
  var nothingFound: String { get }
  var nothingAilsTheVault: String { get }
  func ailment(_ ailment: Ailment) -> String
  func remedy(_ ailment: Ailment, isMendable: Bool) -> String
  func mended(_ kind: Mended.Kind) -> String
}

extension English {
  var optionRepair: String {
    "Set right what the log alone proves, and remove what killed restores left."
  }
  var oneRepair: String { "--repair and --index are two commands: one after the other" }
  var optionIndex: String {
    "Put the cases that you may read and the search index lacks into it again."
  }
  var leftLabel: String { "Left" }
  var unopenedLabel: String { "Do not open" }
  func indexMended(_ cases: Int, entry: Int) -> String {
    (cases == 1 ? "1 case was" : "\(cases) cases were")
      + " put into the search index again, log entry \(entry)"
  }
  func indexLeft(_ cases: Int) -> String {
    (cases == 1 ? "1 case is" : "\(cases) cases are")
      + " left to somebody who may read all of who the person is"
  }
  func indexUnopened(_ cases: Int) -> String {
    (cases == 1 ? "1 case does" : "\(cases) cases do") + " not open; see safekeep log verify"
  }
  var repairableLabel: String { "Repairable" }
  var repairedLabel: String { "Repaired" }
  var filesLabel: String { "Files" }
  var nothingFound: String { "nothing" }
  var nothingAilsTheVault: String {
    "the files are as this program leaves them (what stands in the search index is looked at with --index);"
      + " that nothing newer is missing only a pin shows: safekeep log verify"
  }
  func ailment(_ ailment: Ailment) -> String {
    switch ailment {
    case .damaged(let kind): "SQLite finds the \(backupKind(kind)) file damaged"
    case .finding(let finding): reason(LogFault(finding: finding.code))
    case .unfinished: "keys that an entry says are destroyed are still to be destroyed"
    case .keysOfNothing: "custody has keys of cases that are not in the records"
    case .keysOfErased: "custody has keys of erased cases"
    case .segments: "parts of the search index open for nobody"
    case .unindexed: "cases are not in the search index, so that nobody finds them by a name"
    case .modes: "permissions are not those of a vault"
    case .parts: "what restores left that were killed"
    case .strangers: "files that are not the vault's"
    }
  }
  func remedy(_ ailment: Ailment, isMendable: Bool) -> String {
    if isMendable {
      return
        "an administrator sets this right: safekeep vault doctor --repair"
    }
    switch ailment {
    case .damaged(.custody): return custodyRemedy
    case .damaged:
      return
        "do not work on; keep a copy of both files as they are, and make the vault again from backups, in a new"
        + " directory: safekeep vault restore --help"
    case .finding(let finding): return remedy(finding)
    case .unfinished: return "the next command that is let in finishes it"
    case .keysOfNothing:
      return
        "they may be of a case that was never committed, or of records that are newer than these; they open"
        + " nothing here and are left alone"
    case .segments, .unindexed:
      return
        "nothing of a case is lost, but search finds less; a lead puts the cases into the index again:"
        + " safekeep vault doctor --index"
    case .modes:
      return
        "the account that owns them sets them, or root: 2770 for the directory, 660 for the files"
    case .keysOfErased, .parts: return blockedRemedy
    case .strangers:
      return
        "look what it is, and remove it if no command is at work on it; it can hold what the vault holds"
    }
  }
  private func remedy(_ finding: LogFinding) -> String {
    switch finding.code {
    case LogFinding.gap: return gapRemedy
    case "storage.custody": return custodyRemedy
    case "custody.vault": return custodyOfAnotherRemedy
    case "case.key":
      return
        "a case without a key opens for nobody: bring custody of before from a backup, safekeep vault restore --help"
    case "custody.ahead":
      return
        "older records lie beside custody of today: put the newer ones in their place, or go on with two people:"
        + " safekeep log accept-rollback"
    case "custody.behind":
      return
        "older custody lies beside newer records: put custody of today in its place, or make the vault again from"
        + " backups, in a new directory: safekeep vault restore --help"
    case let code where Ailment.provedFindings.contains(code): return blockedRemedy
    default:
      return
        "nothing proves how it was: keep a copy of both files as they are, tell an auditor, and restore from a backup"
    }
  }
  private var custodyOfAnotherRemedy: String {
    "another vault's custody file lies here: put this vault's own in its place; where that is lost: "
      + custodyFileMissingHint
  }
  private var custodyRemedy: String {
    "do not work on; keep a copy of both files as they are; " + custodyFileMissingHint
  }
  private var blockedRemedy: String {
    "this is set right only where the log verifies and somebody can be unlocked: first see to the rest"
  }
  func mended(_ kind: Mended.Kind) -> String {
    switch kind {
    case .tree: "hashes and tiles, made anew from the entries"
    case .pending: "requests to destroy keys that no entry states, taken out"
    case .keys: "keys of erased cases, destroyed"
    case .modes: "permissions, set"
    case .parts: "what killed restores left, overwritten and removed"
    }
  }
}

extension Vietnamese {
  var optionRepair: String {
    "Sửa những gì nhật ký tự chứng minh được và xóa phần khôi phục dở dang."
  }
  var oneRepair: String { "--repair và --index là hai lệnh: xin chạy lần lượt" }
  var optionIndex: String { "Đưa lại vào chỉ mục tìm kiếm các hồ sơ còn thiếu mà mình được đọc." }
  var leftLabel: String { "Còn lại" }
  var unopenedLabel: String { "Không mở được" }
  func indexMended(_ cases: Int, entry: Int) -> String {
    "đã đưa lại \(cases) hồ sơ vào chỉ mục tìm kiếm, mục nhật ký số \(entry)"
  }
  func indexLeft(_ cases: Int) -> String {
    "còn \(cases) hồ sơ dành cho người được đọc toàn bộ nhân thân"
  }
  func indexUnopened(_ cases: Int) -> String {
    "\(cases) hồ sơ không mở được; xem safekeep log verify"
  }
  var repairableLabel: String { "Sửa được" }
  var repairedLabel: String { "Đã sửa" }
  var filesLabel: String { "Tệp" }
  var nothingFound: String { "không có gì" }
  var nothingAilsTheVault: String {
    "các tệp đúng như chương trình này để lại (nội dung chỉ mục tìm kiếm được xem bằng --index);"
      + " có thiếu gì mới hơn không thì chỉ mốc đối chiếu cho biết: safekeep log verify"
  }
  func ailment(_ ailment: Ailment) -> String {
    switch ailment {
    case .damaged(let kind): "SQLite báo \(backupKind(kind)) bị hỏng"
    case .finding(let finding): reason(LogFault(finding: finding.code))
    case .unfinished: "còn khóa chưa hủy dù đã có mục nhật ký nêu là hủy"
    case .keysOfNothing: "tệp giữ khóa có khóa của hồ sơ không có trong tệp hồ sơ"
    case .keysOfErased: "tệp giữ khóa còn khóa của hồ sơ đã xóa, hủy"
    case .segments: "có phần của chỉ mục tìm kiếm mà không ai mở được"
    case .unindexed: "có hồ sơ chưa có trong chỉ mục tìm kiếm nên không tìm được theo họ tên"
    case .modes: "quyền truy cập tệp không đúng với kho hồ sơ"
    case .parts: "phần dở dang của lần khôi phục bị ngắt"
    case .strangers: "tệp không phải của kho hồ sơ"
    }
  }
  func remedy(_ ailment: Ailment, isMendable: Bool) -> String {
    if isMendable {
      return
        "quản trị sửa lại được việc này: safekeep vault doctor --repair"
    }
    switch ailment {
    case .damaged(.custody): return custodyRemedy
    case .damaged:
      return
        "xin ngừng làm việc, giữ nguyên bản sao của cả hai tệp và lập lại kho từ bản sao lưu, trong thư mục mới:"
        + " safekeep vault restore --help"
    case .finding(let finding): return remedy(finding)
    case .unfinished: return "lệnh tiếp theo được thực hiện sẽ hoàn tất"
    case .keysOfNothing:
      return
        "có thể của hồ sơ chưa lập xong, hoặc của tệp hồ sơ mới hơn; ở đây chúng không mở được gì và được giữ nguyên"
    case .segments, .unindexed:
      return
        "không mất gì của hồ sơ nhưng việc tìm kiếm cho ra ít hơn; cán bộ phụ trách đưa lại vào chỉ mục:"
        + " safekeep vault doctor --index"
    case .modes:
      return "tài khoản sở hữu các tệp này hoặc root đặt lại: thư mục 2770, các tệp 660"
    case .keysOfErased, .parts: return blockedRemedy
    case .strangers:
      return
        "xin xem đó là gì rồi xóa đi, nếu không có lệnh nào đang dùng; phần này có thể chứa nội dung của kho"
    }
  }
  private func remedy(_ finding: LogFinding) -> String {
    switch finding.code {
    case LogFinding.gap: return gapRemedy
    case "storage.custody": return custodyRemedy
    case "custody.vault": return custodyOfAnotherRemedy
    case "case.key":
      return
        "hồ sơ thiếu khóa thì không ai mở được: cần tệp giữ khóa cũ từ bản sao lưu, safekeep vault restore --help"
    case "custody.ahead":
      return
        "tệp hồ sơ cũ nằm cạnh tệp giữ khóa hiện nay: xin đặt lại tệp hồ sơ mới hơn, hoặc hai người chấp nhận để"
        + " làm việc tiếp: safekeep log accept-rollback"
    case "custody.behind":
      return
        "tệp giữ khóa cũ nằm cạnh tệp hồ sơ mới hơn: xin đặt lại tệp giữ khóa hiện nay, hoặc lập lại kho từ bản sao"
        + " lưu, trong thư mục mới: safekeep vault restore --help"
    case let code where Ailment.provedFindings.contains(code): return blockedRemedy
    default:
      return
        "không có gì chứng minh nội dung cũ: xin giữ nguyên bản sao của cả hai tệp, báo người kiểm tra và khôi phục"
        + " từ bản sao lưu"
    }
  }
  private var custodyOfAnotherRemedy: String {
    "đây là tệp giữ khóa của kho khác: xin đặt đúng tệp của kho này vào chỗ đó; nếu tệp đó đã mất: "
      + custodyFileMissingHint
  }
  private var custodyRemedy: String {
    "xin ngừng làm việc và giữ nguyên bản sao của cả hai tệp; " + custodyFileMissingHint
  }
  private var blockedRemedy: String {
    "chỉ sửa được khi nhật ký được kiểm chứng và có người mở khóa được: xin xử lý những điểm còn lại trước"
  }
  func mended(_ kind: Mended.Kind) -> String {
    switch kind {
    case .tree: "mã băm và khối mã băm, lập lại từ các mục"
    case .pending: "yêu cầu hủy khóa mà không mục nào nêu, đã bỏ"
    case .keys: "khóa của hồ sơ đã xóa, hủy, nay đã hủy"
    case .modes: "quyền truy cập tệp, đã đặt lại"
    case .parts: "phần dở dang của lần khôi phục bị ngắt, đã ghi đè và xóa"
    }
  }
}
