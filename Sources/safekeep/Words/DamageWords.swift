/// Files that are not as this program left them, while the log says what they should hold.
protocol DamageWords {
  /// Not an error of the disk: what it gave back is no such file any more.
  var fileDamaged: String { get }
  var fileDamagedHint: String { get }
  /// What custody is said to have still to destroy.
  var pendingAltered: String { get }
  func caseWithoutKey(entry: Int) -> String
  /// A case that a restore left behind; `gap` states that.
  func caseLeftBehind(gap: Int, entry: Int) -> String
  /// Neither can it be erased: that is asked for within it.
  var caseLeftBehindHint: String { get }
  /// `log verify` and `vault doctor`, of all of them.
  func casesLeftBehind(_ cases: Int) -> String
  var gapRemedy: String { get }
  var gapsHint: String { get }
  /// `log verify` where nothing can be written: without its entry a look shows nothing of a case.
  func soundButNotWrittenDown(upTo entry: Int) -> String
}

extension English {
  var fileDamagedHint: String {
    "change nothing, keep a copy of both files; which of them it is, and what helps: safekeep vault doctor"
  }
  var fileDamaged: String { "a file of the vault is damaged; nothing was released" }
  var pendingAltered: String { "a row asks for keys to be destroyed, and no log entry says so" }
  func caseWithoutKey(entry: Int) -> String {
    "the custody file lacks a key of this case; recorded as log entry \(entry)"
  }
  func caseLeftBehind(gap: Int, entry: Int) -> String {
    "custody has no key of this case since a restore that two people accepted, log entry \(gap);"
      + " recorded as log entry \(entry)"
  }
  var caseLeftBehindHint: String {
    "nobody can open, change or erase it here; only a restore with custody that has its key brings it back:"
      + " safekeep vault restore --help"
  }
  func casesLeftBehind(_ cases: Int) -> String {
    (cases == 1 ? "1 case has" : "\(cases) cases have")
      + " no key since a restore that two people accepted; the log itself verifies"
  }
  var gapsHint: String { "what can be done: safekeep vault doctor" }
  var gapRemedy: String {
    "a restore left this case behind, and two people accepted that: nobody can open, change or erase it here; an"
      + " administrator brings it back with custody that has its key: safekeep vault restore --help"
  }
  func soundButNotWrittenDown(upTo entry: Int) -> String {
    "entries 0 to \(entry) and what lies beside them fit, but this look could not be written down"
  }
}

extension Vietnamese {
  var fileDamagedHint: String {
    "không thay đổi gì, giữ bản sao của cả hai tệp; tệp nào hỏng và cần làm gì: safekeep vault doctor"
  }
  var fileDamaged: String { "một tệp của kho hồ sơ bị hỏng; chưa có thông tin nào được đưa ra" }
  var pendingAltered: String { "có dòng yêu cầu hủy khóa mà không mục nhật ký nào nêu" }
  func caseWithoutKey(entry: Int) -> String {
    "tệp giữ khóa thiếu một khóa của hồ sơ này; đã ghi vào nhật ký, mục số \(entry)"
  }
  func caseLeftBehind(gap: Int, entry: Int) -> String {
    "tệp giữ khóa không có khóa của hồ sơ này từ lần khôi phục đã được hai người chấp thuận, mục nhật ký số \(gap);"
      + " đã ghi vào nhật ký, mục số \(entry)"
  }
  var caseLeftBehindHint: String {
    "ở đây không ai mở, sửa hay xóa, hủy được hồ sơ này; chỉ có thể khôi phục cùng tệp giữ khóa còn khóa của hồ sơ:"
      + " safekeep vault restore --help"
  }
  func casesLeftBehind(_ cases: Int) -> String {
    "\(cases) hồ sơ không có khóa từ lần khôi phục đã được hai người chấp thuận; bản thân nhật ký vẫn khớp"
  }
  var gapsHint: String { "xem việc có thể làm: safekeep vault doctor" }
  var gapRemedy: String {
    "lần khôi phục đã để lại hồ sơ này và hai người đã chấp thuận: ở đây không ai mở, sửa hay xóa, hủy được; quản trị"
      + " khôi phục lại cùng tệp giữ khóa còn khóa của hồ sơ: safekeep vault restore --help"
  }
  func soundButNotWrittenDown(upTo entry: Int) -> String {
    "các mục từ 0 đến \(entry) và dữ liệu bên cạnh đều khớp, nhưng không ghi được lần kiểm tra này"
  }
}
