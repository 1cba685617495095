import Vault

/// `vault doctor`.
protocol DoctorWords {
  var optionRepair: String { get }
  var optionIndex: String { get }
  var leftLabel: String { get }
  func indexMended(_ cases: Int, entry: Int) -> String
  func indexLeft(_ cases: Int) -> String
  var repairableLabel: String { get }
  var repairedLabel: String { get }
  var nothingFound: String { get }
  var nothingAilsTheVault: String { get }
  func ailment(_ ailment: Ailment) -> String
  func remedy(_ ailment: Ailment) -> String
  func mended(_ kind: Mended.Kind) -> String
}

extension English {
  var optionRepair: String { "Set right what the log alone proves, each with an entry." }
  var optionIndex: String {
    "Put the cases that you may read and the search index lacks into it again."
  }
  var leftLabel: String { "Left" }
  func indexMended(_ cases: Int, entry: Int) -> String {
    (cases == 1 ? "1 case was" : "\(cases) cases were")
      + " put into the search index again, log entry \(entry)"
  }
  func indexLeft(_ cases: Int) -> String {
    (cases == 1 ? "1 case is" : "\(cases) cases are")
      + " left to somebody who may read all of who the person is"
  }
  var repairableLabel: String { "Repairable" }
  var repairedLabel: String { "Repaired" }
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
    case .custodyAhead: "custody has destroyed more than this log knows of: the records are older"
    case .keysOfNothing: "custody has keys of cases that are not in the records"
    case .keysOfErased: "custody has keys of erased cases"
    case .segments: "parts of the search index open for nobody"
    case .unindexed: "cases are not in the search index, so that nobody finds them by a name"
    case .modes: "permissions are not those of a vault"
    case .parts: "what commands left that were killed"
    }
  }
  func remedy(_ ailment: Ailment) -> String {
    switch ailment {
    case .damaged:
      "do not work on; keep a copy of both files as they are, and make the vault again from backups: safekeep vault restore --help"
    case .finding(let finding) where finding.code == "case.key":
      "a case without a key opens for nobody: bring custody of before from a backup, safekeep vault restore --help"
    case .finding where ailment.isMendable, .keysOfErased, .modes:
      "the log proves how it must be: safekeep vault doctor --repair"
    case .finding:
      "nothing proves how it was: keep a copy of both files as they are, tell an auditor, and restore from a backup"
    case .unfinished: "the next command of anybody finishes it"
    case .custodyAhead:
      "an older records file was put back beside custody of today: find the newer one, or restore from a backup"
    case .keysOfNothing:
      "they may be of a case that was never committed, or of records that are newer than these; they open nothing here and are left alone"
    case .segments, .unindexed:
      "nothing of a case is lost, but search finds less; a lead puts the cases into the index again: safekeep vault doctor --index"
    case .parts: "look what it is and remove it; it can hold what the vault holds"
    }
  }
  func mended(_ kind: Mended.Kind) -> String {
    switch kind {
    case .tree: "hashes and tiles, made anew from the entries"
    case .pending: "requests to destroy keys that no entry states, taken out"
    case .keys: "keys of erased cases, destroyed"
    case .modes: "permissions, set"
    }
  }
}

extension Vietnamese {
  var optionRepair: String { "Sửa những gì nhật ký tự chứng minh được, mỗi việc có một mục." }
  var optionIndex: String { "Đưa lại vào chỉ mục tìm kiếm các hồ sơ còn thiếu mà mình được đọc." }
  var leftLabel: String { "Còn lại" }
  func indexMended(_ cases: Int, entry: Int) -> String {
    "đã đưa lại \(cases) hồ sơ vào chỉ mục tìm kiếm, mục nhật ký số \(entry)"
  }
  func indexLeft(_ cases: Int) -> String {
    "còn \(cases) hồ sơ dành cho người được đọc toàn bộ nhân thân"
  }
  var repairableLabel: String { "Sửa được" }
  var repairedLabel: String { "Đã sửa" }
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
    case .custodyAhead: "tệp giữ khóa đã hủy nhiều hơn nhật ký này biết: tệp hồ sơ cũ hơn"
    case .keysOfNothing: "tệp giữ khóa có khóa của hồ sơ không có trong tệp hồ sơ"
    case .keysOfErased: "tệp giữ khóa còn khóa của hồ sơ đã xóa, hủy"
    case .segments: "có phần của chỉ mục tìm kiếm mà không ai mở được"
    case .unindexed: "có hồ sơ chưa có trong chỉ mục tìm kiếm nên không tìm được theo họ tên"
    case .modes: "quyền truy cập tệp không đúng với kho hồ sơ"
    case .parts: "phần dở dang của lệnh bị ngắt"
    }
  }
  func remedy(_ ailment: Ailment) -> String {
    switch ailment {
    case .damaged:
      "xin ngừng làm việc, giữ nguyên bản sao của cả hai tệp và lập lại kho từ bản sao lưu: safekeep vault restore --help"
    case .finding(let finding) where finding.code == "case.key":
      "hồ sơ thiếu khóa thì không ai mở được: cần tệp giữ khóa cũ từ bản sao lưu, safekeep vault restore --help"
    case .finding where ailment.isMendable, .keysOfErased, .modes:
      "nhật ký chứng minh được nội dung đúng: safekeep vault doctor --repair"
    case .finding:
      "không có gì chứng minh nội dung cũ: xin giữ nguyên bản sao của cả hai tệp, báo người kiểm tra và khôi phục từ bản sao lưu"
    case .unfinished: "lệnh tiếp theo của bất kỳ ai sẽ hoàn tất"
    case .custodyAhead:
      "một tệp hồ sơ cũ đã được đặt cạnh tệp giữ khóa hiện nay: xin tìm tệp mới hơn hoặc khôi phục từ bản sao lưu"
    case .keysOfNothing:
      "có thể của hồ sơ chưa lập xong, hoặc của tệp hồ sơ mới hơn; ở đây chúng không mở được gì và được giữ nguyên"
    case .segments, .unindexed:
      "không mất gì của hồ sơ nhưng việc tìm kiếm cho ra ít hơn; cán bộ phụ trách đưa lại vào chỉ mục: safekeep vault doctor --index"
    case .parts: "xin xem đó là gì rồi xóa đi; phần này có thể chứa nội dung của kho"
    }
  }
  func mended(_ kind: Mended.Kind) -> String {
    switch kind {
    case .tree: "mã băm và khối mã băm, lập lại từ các mục"
    case .pending: "yêu cầu hủy khóa mà không mục nào nêu, đã bỏ"
    case .keys: "khóa của hồ sơ đã xóa, hủy, nay đã hủy"
    case .modes: "quyền truy cập tệp, đã đặt lại"
    }
  }
}
