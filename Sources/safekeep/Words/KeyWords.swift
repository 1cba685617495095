/// `key status` and `key rotate`.
protocol KeyWords {
  var optionOwnKeys: String { get }
  var keysTitle: String { get }
  func keyKind(_ code: String) -> String
  func caseKeysAtNextWrite(_ cases: Int) -> String
  /// A member has a standing role without its seed; another has it.
  func seedMissing(handle: String, role: String) -> String
  /// Nobody with the role has its seed.
  func seedUnheld(role: String) -> String
  func ownKeysOffered(entry: Int) -> String
  func ownKeysAdmitted(handle: String, entry: Int) -> String
  var sealingAnew: String { get }
  func custodyRotated(cases: Int, entry: Int) -> String
  var custodyBackupsOld: String { get }
}

extension English {
  var optionOwnKeys: String { "Your own keys, instead of those of custody." }
  var keysTitle: String { "Keys" }
  func keyKind(_ code: String) -> String { Terms.keyKinds[code]?.english ?? code }
  func caseKeysAtNextWrite(_ cases: Int) -> String {
    "new keys come with the next writing, because an access to them has ended: "
      + (cases == 1 ? "1 case" : "\(cases) cases")
  }
  func seedMissing(handle: String, role: String) -> String {
    "\(handle) is \(role) without the key of the role; another \(role), who has it, gives it:"
      + " safekeep staff admit HANDLE"
  }
  func seedUnheld(role: String) -> String {
    "nobody who is \(role) has the key of the role: what is due from them waits, until two trustees give it anew:"
      + " safekeep key recover HANDLE"
  }
  func ownKeysOffered(entry: Int) -> String {
    "new keys are made, log entry \(entry); the old ones stay in use until an administrator admits the new"
  }
  func ownKeysAdmitted(handle: String, entry: Int) -> String {
    "the new keys are \(handle)'s, log entry \(entry); the next command of \(handle) takes them into use"
  }
  var sealingAnew: String { "sealing anew" }
  func custodyRotated(cases: Int, entry: Int) -> String {
    "every outer key is replaced, of \(cases == 1 ? "1 case" : "\(cases) cases") and of the office, and the"
      + " log's key, log entry \(entry)"
  }
  var custodyBackupsOld: String {
    "older copies of the custody file open older copies of the records; whether an older copy is still needed for what"
      + " no longer opens here was not looked at: before any is destroyed, make a new backup of both files, which says"
      + " so: safekeep vault backup --to FILE --custody-to FILE"
  }
}

extension Vietnamese {
  var optionOwnKeys: String { "Khóa của chính mình, thay vì khóa của tệp giữ khóa." }
  var keysTitle: String { "Các khóa" }
  func keyKind(_ code: String) -> String { Terms.keyKinds[code]?.vietnamese ?? code }
  func caseKeysAtNextWrite(_ cases: Int) -> String {
    "\(cases) hồ sơ sẽ có khóa mới ở lần ghi tới, vì một quyền truy cập vào các hồ sơ này đã kết thúc"
  }
  func seedMissing(handle: String, role: String) -> String {
    "\(handle) có vai trò \(role) mà chưa có khóa của vai trò; một \(role) khác đang giữ khóa trao cho:"
      + " safekeep staff admit TÀI_KHOẢN"
  }
  func seedUnheld(role: String) -> String {
    "không ai là \(role) còn khóa của vai trò: việc chờ họ phải đợi đến khi hai người giữ mảnh khóa trao lại khóa:"
      + " safekeep key recover TÀI_KHOẢN"
  }
  func ownKeysOffered(entry: Int) -> String {
    "đã tạo khóa mới, mục nhật ký số \(entry); khóa cũ còn dùng đến khi quản trị phê duyệt khóa mới"
  }
  func ownKeysAdmitted(handle: String, entry: Int) -> String {
    "khóa mới đã là khóa của \(handle), mục nhật ký số \(entry); lệnh tới của \(handle) sẽ dùng khóa này"
  }
  var sealingAnew: String { "đang niêm phong lại" }
  func custodyRotated(cases: Int, entry: Int) -> String {
    "đã thay mọi khóa ngoài của \(cases) hồ sơ và của cơ quan, cùng khóa của nhật ký,"
      + " mục nhật ký số \(entry)"
  }
  var custodyBackupsOld: String {
    "bản sao cũ của tệp giữ khóa vẫn mở được bản sao cũ của tệp hồ sơ; ở đây chưa xem có cần bản cũ nào cho phần không"
      + " còn mở được hay không: trước khi hủy, xin sao lưu mới cả hai tệp, lần sao lưu đó cho biết:"
      + " safekeep vault backup --to TỆP --custody-to TỆP"
  }
}

extension Terms {
  static let keyKinds: [String: Pair] = [
    "member": Pair("a member's own", "khóa của thành viên"),
    "epoch": Pair("of a role", "khóa của vai trò"),
    "vault": Pair("names of staff", "tên thành viên"),
    "operations": Pair("operations", "vận hành"),
    "index": Pair("search index", "chỉ mục tìm kiếm"),
    "custody": Pair("outer, in custody", "khóa ngoài ở tệp giữ khóa"),
    "log": Pair("of the log", "khóa của nhật ký"),
  ]
}
