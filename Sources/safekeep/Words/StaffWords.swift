/// `staff add`, `enrol`, `admit`, `list`, `suspend`, `role`: how a person comes in and goes.
protocol StaffWords {
  func invited(handle: String, role: String, entry: Int) -> String
  /// Above the one-time code, which is shown once and kept nowhere.
  func invitationShown(until: String) -> String
  func nextEnrol(_ handle: String) -> String
  func invitationUsed(entry: Int) -> String
  func invitationExpired(entry: Int) -> String
  var invitationUnknown: String { get }
  func enrolled(handle: String, entry: Int) -> String
  /// Above the fingerprint, which two people compare side by side.
  var compareFingerprint: String { get }
  func fingerprintQuestion(handle: String) -> String
  var fingerprintDiffers: String { get }
  func admittedFirst(handle: String, role: String, entry: Int) -> String
  /// `handle`: nil where whoever reads this knows of whom it speaks, and the sentence does not.
  func nextAdmit(_ handle: String?, by role: String) -> String
  func admittedSecond(handle: String, role: String, entry: Int) -> String
  /// The first holder of a role makes its key, and others wait for it.
  func nextFirstCommand(handle: String) -> String
  func handleTaken(entry: Int) -> String
  var noStaff: String { get }
  /// In the place of a handle.
  var handleAltered: String { get }
  func suspended(handle: String, entry: Int) -> String
  func roleRemoved(handle: String, role: String, entry: Int) -> String
}

extension English {
  func invited(handle: String, role: String, entry: Int) -> String {
    "invited \(handle) as \(role), log entry \(entry)"
  }
  func invitationShown(until: String) -> String {
    "hand over this code in person; it works once, until \(until), and is not shown again:"
  }
  func nextEnrol(_ handle: String) -> String {
    "next, the new member alone at the keyboard: safekeep staff enrol \(handle)"
  }
  func invitationUsed(entry: Int) -> String {
    "this invitation was used already: log entry \(entry)"
  }
  func invitationExpired(entry: Int) -> String {
    "this invitation has expired: log entry \(entry); ask for a new one"
  }
  var invitationUnknown: String { "this is no invitation of this vault; check what was typed" }
  func enrolled(handle: String, entry: Int) -> String { "enrolled \(handle), log entry \(entry)" }
  var compareFingerprint: String {
    "read this fingerprint to the administrator, and then to the lead, face to face:"
  }
  func fingerprintQuestion(handle: String) -> String {
    "Does \(handle), here in person, read the same fingerprint? (yes/no)"
  }
  var fingerprintDiffers: String {
    "not admitted: somebody else may have enrolled; tell an auditor"
  }
  func admittedFirst(handle: String, role: String, entry: Int) -> String {
    "\(handle) is to be \(role), log entry \(entry)"
  }
  func nextAdmit(_ handle: String?, by role: String) -> String {
    "next, by the \(role): safekeep staff admit \(handle ?? "HANDLE")"
  }
  func admittedSecond(handle: String, role: String, entry: Int) -> String {
    "\(handle) is \(role) from now on, log entry \(entry)"
  }
  func nextFirstCommand(handle: String) -> String {
    "next, by \(handle), to make the key of the role:"
      + " one command with their own passphrase, such as safekeep vault status --as \(handle)"
  }
  func handleTaken(entry: Int) -> String { "there is such a handle already: log entry \(entry)" }
  var noStaff: String { "no members yet" }
  var handleAltered: String { "(altered: see log verify)" }
  func suspended(handle: String, entry: Int) -> String {
    "\(handle) is suspended and opens nothing from now on, log entry \(entry)"
  }
  func roleRemoved(handle: String, role: String, entry: Int) -> String {
    "\(handle) is no longer \(role), log entry \(entry)"
  }
}

extension Vietnamese {
  func invited(handle: String, role: String, entry: Int) -> String {
    "đã mời \(handle) làm \(role), mục nhật ký số \(entry)"
  }
  func invitationShown(until: String) -> String {
    "trao tận tay mã này; mã dùng một lần, đến \(until), và không hiện lại:"
  }
  func nextEnrol(_ handle: String) -> String {
    "tiếp theo, thành viên mới tự mình thao tác: safekeep staff enrol \(handle)"
  }
  func invitationUsed(entry: Int) -> String { "mã mời này đã được dùng: mục nhật ký số \(entry)" }
  func invitationExpired(entry: Int) -> String {
    "mã mời này đã hết hạn: mục nhật ký số \(entry); xin đề nghị mã mới"
  }
  var invitationUnknown: String {
    "đây không phải mã mời của kho hồ sơ này; xin kiểm tra lại nội dung đã nhập"
  }
  func enrolled(handle: String, entry: Int) -> String {
    "đã đăng ký \(handle), mục nhật ký số \(entry)"
  }
  var compareFingerprint: String {
    "đọc trực tiếp mã đối chiếu khóa này cho quản trị, sau đó cho cán bộ phụ trách:"
  }
  func fingerprintQuestion(handle: String) -> String {
    "\(handle) có mặt tại đây và đọc đúng mã đối chiếu này? (có/không)"
  }
  var fingerprintDiffers: String {
    "không phê duyệt: có thể người khác đã đăng ký; xin báo người kiểm tra"
  }
  func admittedFirst(handle: String, role: String, entry: Int) -> String {
    "\(handle) được đề nghị làm \(role), mục nhật ký số \(entry)"
  }
  func nextAdmit(_ handle: String?, by role: String) -> String {
    "tiếp theo, \(role): safekeep staff admit \(handle ?? "TÀI_KHOẢN")"
  }
  func admittedSecond(handle: String, role: String, entry: Int) -> String {
    "từ nay \(handle) là \(role), mục nhật ký số \(entry)"
  }
  func nextFirstCommand(handle: String) -> String {
    "tiếp theo, để tạo khóa của vai trò, \(handle) tự chạy một lệnh với mật khẩu của mình,"
      + " ví dụ safekeep vault status --as \(handle)"
  }
  func handleTaken(entry: Int) -> String { "đã có tên tài khoản này: mục nhật ký số \(entry)" }
  var noStaff: String { "chưa có thành viên" }
  var handleAltered: String { "(đã bị sửa: xem log verify)" }
  func suspended(handle: String, entry: Int) -> String {
    "đã đình chỉ \(handle), từ nay không mở được gì, mục nhật ký số \(entry)"
  }
  func roleRemoved(handle: String, role: String, entry: Int) -> String {
    "\(handle) không còn là \(role), mục nhật ký số \(entry)"
  }
}
