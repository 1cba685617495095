/// `key recover`, and the recovery seed that takes the place of another.
protocol RecoveryWords {
  var optionRecoveredRole: String { get }
  func recoveryAsked(handle: String, role: String, entry: Int) -> String
  func nextRecover(handle: String) -> String
  func recovered(handle: String, role: String, cases: Int, entry: Int) -> String
  /// What trustees do not open, and a lead reads.
  var safetyNotRecovered: String { get }
  func nextAfterRecovery(handle: String) -> String
  func recoveryShared(entry: Int) -> String
  func recoveryDue(_ cases: Int, by role: String, atOnce: Int) -> String
  func recoveryGiven(_ cases: Int, isMoreDue: Bool) -> String
  func trusteesMissing(_ count: Int) -> String
  var readFingerprintToTrustee: String { get }
  func nextRecoverAdmin(_ handle: String) -> String
  func madeAdmin(handle: String, entry: Int) -> String
  var nextAfterMadeAdmin: String { get }
}

extension English {
  var optionRecoveredRole: String {
    "lead, duty or statistician (else the one that waits for them); admin with two shares of the root seed."
  }
  func recoveryAsked(handle: String, role: String, entry: Int) -> String {
    "asked that \(handle) be given what recovery opens to a \(role), log entry \(entry)"
  }
  func nextRecover(handle: String) -> String {
    "next, by another trustee, with two shares at hand: safekeep key recover \(handle)"
  }
  func recovered(handle: String, role: String, cases: Int, entry: Int) -> String {
    "\(handle) is \(role) and has the keys of \(cases == 1 ? "1 case" : "\(cases) cases"), log entry \(entry)"
  }
  var safetyNotRecovered: String {
    "where somebody is hidden no trustee opens: who has the case still reads it, and what is written anew is open"
  }
  func nextAfterRecovery(handle: String) -> String {
    "next: the first command of \(handle) shares another recovery seed among three trustees;"
      + " suspend who lost their passphrase: safekeep staff suspend --help"
  }
  func recoveryShared(entry: Int) -> String {
    "a new recovery seed is shared among three trustees, log entry \(entry); each sees theirs with"
      + " safekeep key share; shares of before open nothing any more: destroy them"
  }
  func recoveryDue(_ cases: Int, by role: String, atOnce: Int) -> String {
    "\(cases == 1 ? "1 case waits" : "\(cases) cases wait") for the new recovery seed; the next \(role)'s"
      + " command gives the keys, \(atOnce) cases at a time"
  }
  func recoveryGiven(_ cases: Int, isMoreDue: Bool) -> String {
    "gave the new recovery seed the keys of \(cases == 1 ? "1 case" : "\(cases) cases"), and took the old one's"
      + (isMoreDue ? "; more are due, the next command goes on" : "")
  }
  func trusteesMissing(_ count: Int) -> String {
    "a new recovery seed is due and waits for \(count == 1 ? "1 more trustee" : "\(count) more trustees");"
      + " the one of before counts until then"
  }
  var readFingerprintToTrustee: String {
    "read the fingerprint to the trustee, face to face"
  }
  func nextRecoverAdmin(_ handle: String) -> String {
    "once \(handle) has enrolled, a trustee, with two shares of the root seed at hand:"
      + " safekeep key recover \(handle) --role admin"
  }
  func madeAdmin(handle: String, entry: Int) -> String {
    "\(handle) is administrator by two shares of the root seed, log entry \(entry)"
  }
  var nextAfterMadeAdmin: String {
    "the shares are as good as before: put them under seal again;"
      + " suspend who lost their passphrase: safekeep staff suspend --help"
  }
}

extension Vietnamese {
  var optionRecoveredRole: String {
    "lead, duty hoặc statistician (nếu không nêu: vai trò đang chờ người đó); admin khi có hai mảnh của khóa gốc."
  }
  func recoveryAsked(handle: String, role: String, entry: Int) -> String {
    "đã đề nghị trao cho \(handle) những gì khóa khôi phục mở được với vai trò \(role), mục nhật ký số \(entry)"
  }
  func nextRecover(handle: String) -> String {
    "tiếp theo, người giữ mảnh khóa thứ hai, có sẵn hai mảnh khóa: safekeep key recover \(handle)"
  }
  func recovered(handle: String, role: String, cases: Int, entry: Int) -> String {
    "\(handle) là \(role) và có khóa của \(cases) hồ sơ, mục nhật ký số \(entry)"
  }
  var safetyNotRecovered: String {
    "người giữ mảnh khóa không mở được nhóm an toàn: ai đang có hồ sơ vẫn đọc được, và nội dung ghi mới thì mở được"
  }
  func nextAfterRecovery(handle: String) -> String {
    "tiếp theo: lệnh đầu tiên của \(handle) sẽ chia khóa khôi phục mới cho ba người giữ mảnh khóa;"
      + " đình chỉ ai mất mật khẩu: safekeep staff suspend --help"
  }
  func recoveryShared(entry: Int) -> String {
    "đã chia khóa khôi phục mới cho ba người giữ mảnh khóa, mục nhật ký số \(entry); mỗi người xem mảnh của mình"
      + " bằng safekeep key share; các mảnh cũ không còn mở được gì: xin hủy"
  }
  func recoveryDue(_ cases: Int, by role: String, atOnce: Int) -> String {
    "\(cases) hồ sơ chờ khóa khôi phục mới; lệnh tiếp theo của \(role) sẽ trao khóa, mỗi lần \(atOnce) hồ sơ"
  }
  func recoveryGiven(_ cases: Int, isMoreDue: Bool) -> String {
    "đã trao khóa của \(cases) hồ sơ cho khóa khôi phục mới và lấy lại của khóa cũ"
      + (isMoreDue ? "; vẫn còn hồ sơ, lệnh sau sẽ làm tiếp" : "")
  }
  func trusteesMissing(_ count: Int) -> String {
    "đến lúc thay khóa khôi phục nhưng còn thiếu \(count) người giữ mảnh khóa; khóa cũ còn giá trị đến khi đó"
  }
  var readFingerprintToTrustee: String {
    "đọc trực tiếp mã đối chiếu khóa cho người giữ mảnh khóa"
  }
  func nextRecoverAdmin(_ handle: String) -> String {
    "sau khi \(handle) nhận lời mời, người giữ mảnh khóa, có sẵn hai mảnh của khóa gốc:"
      + " safekeep key recover \(handle) --role admin"
  }
  func madeAdmin(handle: String, entry: Int) -> String {
    "\(handle) là quản trị nhờ hai mảnh của khóa gốc, mục nhật ký số \(entry)"
  }
  var nextAfterMadeAdmin: String {
    "các mảnh vẫn còn giá trị: xin niêm phong lại; đình chỉ ai mất mật khẩu: safekeep staff suspend --help"
  }
}
