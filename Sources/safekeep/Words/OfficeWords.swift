/// What the commands of the office say beside `VaultWords`, `StaffWords` and `SessionWords`: their
/// options, and what stands in the report of a vault.
protocol OfficeWords {
  var argumentHandle: String { get }
  var optionRole: String { get }
  var optionLead: String { get }
  var optionKDF: String { get }
  var optionPlaces: String { get }
  var optionConfirmFingerprint: String { get }
  var optionLogFrom: String { get }
  var optionLogLimit: String { get }
  var unknownCost: String { get }
  /// The code stands in the report; this says what to do with it.
  func handOverCode(_ handle: String, until: String) -> String
  var readFingerprint: String { get }
  /// To the first lead, who is the lead.
  var readFingerprintToAdmin: String { get }
  /// Asked of whoever admits, with the other person beside them.
  func typeFingerprint(handle: String, fingerprint: String) -> String
  var costLow: String { get }
  var costFull: String { get }
  var indexKey: String { get }
  /// What seals the names of staff.
  var vaultKey: String { get }
  var nothingWaits: String { get }
  /// For what somebody waits: invited, enrolled, role, key.
  func waitsFor(_ code: String) -> String
  func lookRecorded(entry: Int) -> String
  /// A log was put back, and it was asked to go on with it.
  func goneOnWith(_ entries: [Int]) -> String
}

extension English {
  var argumentHandle: String { "The member's handle." }
  var optionRole: String {
    "intake, social_worker, lead, health_staff, duty, police, legal_aid, statistician, auditor,"
      + " admin or trustee."
  }
  var optionLead: String { "The handle of the first lead (else lead)." }
  var optionKDF: String { "low: cheaper passphrases, for tests and small machines." }
  var optionPlaces: String {
    "A table of places (CSV), with the columns of the example; provinces are built in."
  }
  var optionConfirmFingerprint: String {
    "The handle, or the fingerprint as it was read out, instead of being asked."
  }
  var optionLogFrom: String { "The first entry; --from -20 counts from the newest." }
  var optionLogLimit: String { "How many entries at most (else 50)." }
  var unknownCost: String { "--kdf knows only low" }
  func handOverCode(_ handle: String, until: String) -> String {
    "give the code to \(handle) in person; it works once, until \(until), and is not shown again"
  }
  var readFingerprintToAdmin: String {
    "read the fingerprint to the administrator, face to face"
  }
  var readFingerprint: String {
    "read the fingerprint to the administrator, and then to the lead, face to face"
  }
  func typeFingerprint(handle: String, fingerprint: String) -> String {
    """
    The key of \(handle) has the fingerprint \(fingerprint).
    Let \(handle), here in person, read theirs out. If it is the same, type it or the handle:
    """
  }
  var costLow: String { "low (3 passes, 64 MiB)" }
  var costFull: String { "full (members 256 MiB; administrators, leads and trustees 1 GiB)" }
  var indexKey: String { "search index" }
  var vaultKey: String { "names of staff" }
  var nothingWaits: String { "nothing waits" }
  func waitsFor(_ code: String) -> String { Terms.waits[code]?.english ?? code }
  func lookRecorded(entry: Int) -> String { "this look is log entry \(entry)" }
  func goneOnWith(_ entries: [Int]) -> String {
    "put back from an older copy, and asked to be gone on with: entry "
      + entries.map(String.init).joined(separator: ", ")
      + "; what was done after each copy is not in this log"
  }
}

extension Vietnamese {
  var argumentHandle: String { "Tên tài khoản của thành viên." }
  var optionRole: String {
    "intake, social_worker, lead, health_staff, duty, police, legal_aid, statistician, auditor,"
      + " admin hoặc trustee."
  }
  var optionLead: String { "Tài khoản của cán bộ phụ trách đầu tiên (nếu không nêu: lead)." }
  var optionKDF: String { "low: mật khẩu ít tốn máy hơn, để thử nghiệm hoặc cho máy yếu." }
  var optionPlaces: String {
    "Danh mục đơn vị hành chính (CSV), có các cột như ví dụ; cấp tỉnh đã có sẵn."
  }
  var optionConfirmFingerprint: String {
    "Tài khoản, hoặc mã đối chiếu khóa được đọc lên, thay cho câu hỏi."
  }
  var optionLogFrom: String { "Mục đầu tiên; --from -20 là tính từ mục mới nhất." }
  var optionLogLimit: String { "Số mục tối đa (nếu không nêu: 50)." }
  var unknownCost: String { "--kdf chỉ có giá trị low" }
  func handOverCode(_ handle: String, until: String) -> String {
    "trao tận tay mã mời cho \(handle); mã dùng một lần, đến \(until), và không hiện lại"
  }
  var readFingerprintToAdmin: String {
    "đọc trực tiếp mã đối chiếu khóa cho quản trị"
  }
  var readFingerprint: String {
    "đọc trực tiếp mã đối chiếu khóa cho quản trị, sau đó cho cán bộ phụ trách"
  }
  func typeFingerprint(handle: String, fingerprint: String) -> String {
    """
    Khóa của \(handle) có mã đối chiếu \(fingerprint).
    Đề nghị \(handle), có mặt tại đây, đọc mã của mình. Nếu giống nhau, gõ mã đó hoặc tên tài khoản:
    """
  }
  var costLow: String { "thấp (3 lượt, 64 MiB)" }
  var costFull: String { "đầy đủ (thành viên 256 MiB; quản trị, phụ trách, giữ mảnh khóa 1 GiB)" }
  var indexKey: String { "chỉ mục tìm kiếm" }
  var vaultKey: String { "tên thành viên" }
  var nothingWaits: String { "không có việc nào đang chờ" }
  func waitsFor(_ code: String) -> String { Terms.waits[code]?.vietnamese ?? code }
  func lookRecorded(entry: Int) -> String { "lần xem này là mục nhật ký số \(entry)" }
  func goneOnWith(_ entries: [Int]) -> String {
    "đã đưa trở lại từ bản sao cũ và có đề nghị tiếp tục sử dụng: mục số "
      + entries.map(String.init).joined(separator: ", ")
      + "; việc làm sau mỗi bản sao không có trong nhật ký này"
  }
}

extension Terms {
  static let waits: [String: Pair] = [
    "invited": Pair("to enrol", "chờ đăng ký"),
    "enrolled": Pair("for an administrator", "chờ quản trị"),
    "role": Pair("for the second person", "chờ người thứ hai"),
    "key": Pair("for an administrator: new keys", "chờ quản trị: khóa mới"),
    "seed": Pair("for another with the role: its key", "chờ người cùng vai trò trao khóa"),
    "recovery": Pair("for another trustee: recovery", "chờ người giữ mảnh khóa thứ hai: khôi phục"),
  ]
}
