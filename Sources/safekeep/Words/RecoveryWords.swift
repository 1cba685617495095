/// `key recover`, and the recovery seed that takes the place of another.
protocol RecoveryWords {
  var optionRecoveredRole: String { get }
  func recoveryAsked(handle: String, role: String, entry: Int) -> String
  func nextRecover(handle: String) -> String
  func recovered(handle: String, role: String, cases: Int, entry: Int) -> String
  /// What trustees do not open, and a lead reads.
  var safetyNotRecovered: String { get }
  /// - Parameter isLead: where the recovery shared no other seed, nobody but a lead does.
  func nextAfterRecovery(handle: String, isLead: Bool) -> String
  var nextAfterSharing: String { get }
  /// Of a role that nobody gave to the member.
  var recoveredRoleNotGiven: String { get }
  func recoveredRoleNotGivenHint(handle: String, role: String?) -> String
  func recoveryShared(entry: Int) -> String
  func recoveryDue(_ cases: Int, by role: String, atOnce: Int) -> String
  func recoveryGiven(_ cases: Int, isMoreDue: Bool) -> String
  func trusteesMissing(_ count: Int) -> String
  var readFingerprintToTrustee: String { get }
  func nextRecoverByRoot(_ handle: String, role code: String) -> String
  func madeByRoot(handle: String, role: String, entry: Int) -> String
  /// Of an auditor who was brought in for it.
  func nextAcceptance(_ handle: String, entry: Int) -> String
  var nextAfterMadeByRoot: String { get }
  var noAuditorWanted: String { get }
}

extension English {
  var optionRecoveredRole: String {
    "lead, duty or statistician (else the one that waits for them); with two shares of the root seed admin, or auditor."
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
  func nextAfterRecovery(handle: String, isLead: Bool) -> String {
    "next: the first command of \(isLead ? handle : "a lead") shares another recovery seed among three trustees;"
      + " suspend who lost their passphrase: safekeep staff suspend --help"
  }
  var nextAfterSharing: String {
    "next: suspend who lost their passphrase: safekeep staff suspend --help"
  }
  var recoveredRoleNotGiven: String {
    "an administrator has first to give this member the role whose keys are to be recovered"
  }
  func recoveredRoleNotGivenHint(handle: String, role: String?) -> String {
    let code = role ?? "ROLE"
    return "next, by an administrator: safekeep staff role add \(handle) --role \(code);"
      + " to who never had a role: safekeep staff admit \(handle)"
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
  func nextRecoverByRoot(_ handle: String, role code: String) -> String {
    "once \(handle) has enrolled, another trustee, with two shares of the root seed at hand:"
      + " safekeep key recover \(handle) --role \(code)"
  }
  func madeByRoot(handle: String, role: String, entry: Int) -> String {
    "\(handle) is \(role) by two shares of the root seed, log entry \(entry)"
  }
  func nextAcceptance(_ handle: String, entry: Int) -> String {
    "next, \(handle), who asks why the vault was put back: safekeep log accept-rollback --confirm \(entry)"
  }
  var nextAfterMadeByRoot: String {
    "the shares are as good as before: put them under seal again;"
      + " suspend who lost their passphrase: safekeep staff suspend --help"
  }
  var noAuditorWanted: String {
    "two shares of the root seed make an auditor only while a vault that was put back waits for an auditor's word;"
      + " else an administrator invites one: safekeep staff add --help"
  }
}

extension Vietnamese {
  var optionRecoveredRole: String {
    "lead, duty hoặc statistician (nếu không nêu: vai trò đang chờ người đó); có hai mảnh của khóa gốc: admin hoặc auditor."
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
  func nextAfterRecovery(handle: String, isLead: Bool) -> String {
    "tiếp theo: lệnh đầu tiên của \(isLead ? handle : "cán bộ phụ trách") sẽ chia khóa khôi phục mới cho ba người giữ mảnh khóa;"
      + " đình chỉ ai mất mật khẩu: safekeep staff suspend --help"
  }
  var nextAfterSharing: String {
    "tiếp theo: đình chỉ ai mất mật khẩu: safekeep staff suspend --help"
  }
  var recoveredRoleNotGiven: String {
    "trước hết quản trị phải giao cho thành viên này vai trò cần khôi phục khóa"
  }
  func recoveredRoleNotGivenHint(handle: String, role: String?) -> String {
    let code = role ?? "VAI_TRÒ"
    return "tiếp theo, quản trị: safekeep staff role add \(handle) --role \(code);"
      + " nếu người đó chưa từng có vai trò: safekeep staff admit \(handle)"
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
  func nextRecoverByRoot(_ handle: String, role code: String) -> String {
    "sau khi \(handle) nhận lời mời, một người giữ mảnh khóa khác, có sẵn hai mảnh của khóa gốc:"
      + " safekeep key recover \(handle) --role \(code)"
  }
  func madeByRoot(handle: String, role: String, entry: Int) -> String {
    "\(handle) là \(role) nhờ hai mảnh của khóa gốc, mục nhật ký số \(entry)"
  }
  func nextAcceptance(_ handle: String, entry: Int) -> String {
    "tiếp theo, \(handle) hỏi rõ vì sao kho được đưa về trạng thái cũ rồi chạy:"
      + " safekeep log accept-rollback --confirm \(entry)"
  }
  var nextAfterMadeByRoot: String {
    "các mảnh vẫn còn giá trị: xin niêm phong lại; đình chỉ ai mất mật khẩu: safekeep staff suspend --help"
  }
  var noAuditorWanted: String {
    "hai mảnh của khóa gốc chỉ lập người kiểm tra khi kho đã đưa về trạng thái cũ đang chờ người kiểm tra chấp thuận; nếu"
      + " không, quản trị mời người kiểm tra: safekeep staff add --help"
  }
}
