/// Files that are not as this program left them, while the log says what they should hold.
protocol DamageWords {
  /// Not an error of the disk: what it gave back is no such file any more.
  var fileDamaged: String { get }
  /// What custody is said to have still to destroy.
  var pendingAltered: String { get }
  func caseWithoutKey(entry: Int) -> String
  /// `log verify` where nothing can be written: without its entry a look shows nothing of a case.
  func soundButNotWrittenDown(upTo entry: Int) -> String
}

extension English {
  var fileDamaged: String { "a file of the vault is damaged; nothing was released" }
  var pendingAltered: String { "a row asks for keys to be destroyed, and no log entry says so" }
  func caseWithoutKey(entry: Int) -> String {
    "the custody file lacks a key of this case; recorded as log entry \(entry)"
  }
  func soundButNotWrittenDown(upTo entry: Int) -> String {
    "entries 0 to \(entry) and what lies beside them fit, but this look could not be written down"
  }
}

extension Vietnamese {
  var fileDamaged: String { "một tệp của kho hồ sơ bị hỏng; chưa có thông tin nào được đưa ra" }
  var pendingAltered: String { "có dòng yêu cầu hủy khóa mà không mục nhật ký nào nêu" }
  func caseWithoutKey(entry: Int) -> String {
    "tệp giữ khóa thiếu một khóa của hồ sơ này; đã ghi vào nhật ký, mục số \(entry)"
  }
  func soundButNotWrittenDown(upTo entry: Int) -> String {
    "các mục từ 0 đến \(entry) và dữ liệu bên cạnh đều khớp, nhưng không ghi được lần kiểm tra này"
  }
}
