/// `unlock`, `lock`, `whoami`, `passphrase change`.
protocol SessionWords {
  /// `until`: local time at which it locks itself if it is not used.
  func unlocked(handle: String, until: String, entry: Int) -> String
  func lockedNow(entry: Int) -> String
  var wasLocked: String { get }
  var noKeyring: String { get }
  var twoMembersOneAccount: String { get }
  func whoIs(handle: String, roles: String) -> String
  func unlockedUntil(_ time: String) -> String
  var asksEachTime: String { get }
  func passphraseChanged(entry: Int) -> String
  /// A passphrase change keeps the keys: whoever copied them keeps what they open.
  var passphraseKeepsKeys: String { get }
  func askedAgain(minutes: Int) -> String
}

extension English {
  func unlocked(handle: String, until: String, entry: Int) -> String {
    "unlocked for \(handle) until \(until) unless used, log entry \(entry); lock with: safekeep lock"
  }
  func lockedNow(entry: Int) -> String { "locked, log entry \(entry)" }
  var wasLocked: String { "was locked already" }
  var noKeyring: String {
    "this system has no keyring for this account; every command asks for the passphrase"
  }
  var twoMembersOneAccount: String {
    "two members work with this account, so nothing stays unlocked; every command asks"
  }
  func whoIs(handle: String, roles: String) -> String { "\(handle) (\(roles))" }
  func unlockedUntil(_ time: String) -> String { "unlocked until \(time) unless used" }
  var asksEachTime: String { "locked; every command asks for the passphrase" }
  func passphraseChanged(entry: Int) -> String { "passphrase changed, log entry \(entry)" }
  var passphraseKeepsKeys: String {
    "your keys are the same as before: an old copy of the vault still opens them with the old one"
  }
  func askedAgain(minutes: Int) -> String {
    "the passphrase is asked again: it was last given more than \(minutes) minutes ago"
  }
}

extension Vietnamese {
  func unlocked(handle: String, until: String, entry: Int) -> String {
    "đã mở khóa cho \(handle) đến \(until) nếu không sử dụng, mục nhật ký số \(entry);"
      + " khóa lại bằng: safekeep lock"
  }
  func lockedNow(entry: Int) -> String { "đã khóa, mục nhật ký số \(entry)" }
  var wasLocked: String { "đã khóa từ trước" }
  var noKeyring: String {
    "hệ thống này không có nơi giữ khóa cho tài khoản; mỗi lệnh sẽ hỏi mật khẩu"
  }
  var twoMembersOneAccount: String {
    "có hai thành viên dùng chung tài khoản này nên không giữ trạng thái mở khóa; mỗi lệnh sẽ hỏi"
  }
  func whoIs(handle: String, roles: String) -> String { "\(handle) (\(roles))" }
  func unlockedUntil(_ time: String) -> String { "đang mở khóa đến \(time) nếu không sử dụng" }
  var asksEachTime: String { "đang khóa; mỗi lệnh sẽ hỏi mật khẩu" }
  func passphraseChanged(entry: Int) -> String { "đã đổi mật khẩu, mục nhật ký số \(entry)" }
  var passphraseKeepsKeys: String {
    "khóa vẫn như cũ: bản sao cũ của kho hồ sơ vẫn mở được khóa bằng mật khẩu cũ"
  }
  func askedAgain(minutes: Int) -> String {
    "phải nhập lại mật khẩu: lần nhập gần nhất đã quá \(minutes) phút"
  }
}
