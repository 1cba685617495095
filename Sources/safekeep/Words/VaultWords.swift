/// `vault create`, `vault status`, and the honest statement of what a vault on one machine protects.
protocol VaultWords {
  func vaultCreated(entry: Int) -> String
  func firstLeadInvitation(_ until: String) -> String
  /// The root seed was shown or written: where it goes now.
  var putRootSeedAway: String { get }
  func seedWritten(file: String) -> String
  var lowCost: String { get }
  /// Until a lead and a duty officer are there, no case can be opened.
  func notReady(missing: String) -> String
  var ready: String { get }
  var modeEmbedded: String { get }
  /// What custody does not protect against in this mode. `vault status` prints all of it.
  var embeddedStatement: String { get }
  var fullDiskEncryption: String { get }
  var oneLead: String { get }
  /// What waits for a second person in cases, and how much of it whoever looks asked themselves.
  func waitsInCases(_ count: Int, own: Int) -> String
  /// Files that came with a referral which the office that sent it has taken back.
  func referralsTakenBack(_ codes: String) -> String
  func keysDue(_ count: Int) -> String
  /// Cases that were opened before anybody held a standing role: `count` of them, for `role`.
  func casesDue(_ count: Int, role: String, by giver: String, atOnce: Int) -> String
  /// A command gave a standing role the keys of cases.
  func casesGiven(_ count: Int, role: String, isMoreDue: Bool) -> String
  var placesNotChecked: String { get }
  var ruleBookUnverified: String { get }
}

extension English {
  func vaultCreated(entry: Int) -> String { "vault made, log entry \(entry)" }
  func firstLeadInvitation(_ until: String) -> String {
    "give this code to the first lead in person; it works once, until \(until):"
  }
  var putRootSeedAway: String {
    "any two of the three shares of the root seed can make a new administrator: cut them apart, give each to"
      + " another person under seal, then destroy the file"
  }
  func seedWritten(file: String) -> String { "written to \(file), readable by you alone" }
  var lowCost: String {
    "passphrases are stretched at the low cost: for tests and small machines, easier to guess"
  }
  func notReady(missing: String) -> String {
    "no case can be opened yet; still missing: \(missing)"
  }
  var ready: String { "ready: a lead and a duty officer have enrolled" }
  var modeEmbedded: String { "embedded (one directory, no service)" }
  var embeddedStatement: String {
    """
    Every member's program can read the custody file. It protects against whoever takes the records \
    file, a backup or a disk, and against former members without this account. It does not protect \
    against a member who copies both files while employed and runs a changed program: such a member \
    could read, unlogged, what their own keys open. Nor does it protect against a hostile program \
    inside an unlocked session, what a person has already read, or a photographed screen.
    """
  }
  var fullDiskEncryption: String {
    "Whoever takes the machine switched off needs one passphrase: encrypt the disk."
  }
  var oneLead: String {
    "There is one lead: what needs a second lead waits until there is another."
  }
  func waitsInCases(_ count: Int, own: Int) -> String {
    "\(count) waiting in cases for a second person"
      + (own == 0 ? "" : ", \(own) asked by you, which somebody else answers")
      + ": safekeep approval list"
  }
  func referralsTakenBack(_ codes: String) -> String {
    "the office that sent these files by referral has taken it back; what came with it is not used any more: \(codes)"
  }
  func keysDue(_ count: Int) -> String {
    (count == 1 ? "1 key renewal is" : "\(count) key renewals are")
      + " due; the next holder's command does " + (count == 1 ? "it" : "them")
  }
  func casesDue(_ count: Int, role: String, by giver: String, atOnce: Int) -> String {
    (count == 1 ? "1 case is" : "\(count) cases are")
      + " not open to the \(role) yet; the next \(giver)'s command gives the keys, \(atOnce) cases at a time"
  }
  func casesGiven(_ count: Int, role: String, isMoreDue: Bool) -> String {
    "gave the \(role) the keys of \(count == 1 ? "1 case" : "\(count) cases") opened before"
      + (isMoreDue ? "; more are due, the next command goes on" : "")
  }
  var placesNotChecked: String {
    "no table of communes is adopted: their codes are checked for form only"
  }
  var ruleBookUnverified: String {
    "some rules are not verified by a lawyer; each says so where it is shown"
  }
}

extension Vietnamese {
  func vaultCreated(entry: Int) -> String { "đã tạo kho hồ sơ, mục nhật ký số \(entry)" }
  func firstLeadInvitation(_ until: String) -> String {
    "trao tận tay mã này cho cán bộ phụ trách đầu tiên; mã dùng một lần, đến \(until):"
  }
  var putRootSeedAway: String {
    "hai trong ba mảnh của khóa gốc có thể lập quản trị mới: cắt rời, niêm phong, giao mỗi mảnh cho một"
      + " người khác nhau, rồi hủy tệp"
  }
  func seedWritten(file: String) -> String { "đã ghi vào \(file), chỉ tài khoản này đọc được" }
  var lowCost: String {
    "mật khẩu được bảo vệ ở mức thấp: dành cho thử nghiệm và máy yếu, dễ bị dò hơn"
  }
  func notReady(missing: String) -> String { "chưa lập hồ sơ được; còn thiếu: \(missing)" }
  var ready: String { "sẵn sàng: đã có cán bộ phụ trách và trực y tế" }
  var modeEmbedded: String { "trực tiếp (một thư mục, không có dịch vụ giữ khóa riêng)" }
  var embeddedStatement: String {
    """
    Chương trình của mỗi thành viên đều đọc được tệp giữ khóa. Tệp này bảo vệ trước người lấy được \
    tệp hồ sơ, bản sao lưu hoặc ổ đĩa, và trước thành viên cũ không còn tài khoản. Tệp không bảo vệ \
    trước thành viên đang làm việc chép cả hai tệp rồi chạy chương trình đã bị sửa: người đó có thể \
    đọc mà không bị ghi nhật ký những gì khóa của mình mở được. Cũng không bảo vệ trước chương trình \
    độc hại trong phiên đang mở khóa, điều đã được đọc, hoặc màn hình bị chụp lại.
    """
  }
  var fullDiskEncryption: String {
    "Người lấy được máy đã tắt chỉ cần một mật khẩu: phải mã hóa toàn bộ ổ đĩa."
  }
  var oneLead: String {
    "Chỉ có một cán bộ phụ trách: việc cần cán bộ phụ trách thứ hai phải chờ."
  }
  func waitsInCases(_ count: Int, own: Int) -> String {
    "trong hồ sơ có \(count) việc đang chờ người thứ hai"
      + (own == 0 ? "" : ", trong đó \(own) việc do chính mình đề nghị, phải do người khác trả lời")
      + ": safekeep approval list"
  }
  func referralsTakenBack(_ codes: String) -> String {
    "cơ quan gửi đã rút lại chuyển tuyến của các hồ sơ sau, không được tiếp tục sử dụng dữ liệu đã nhận: \(codes)"
  }
  func keysDue(_ count: Int) -> String {
    "\(count) khóa cần thay mới; lệnh tiếp theo của người giữ khóa sẽ thực hiện"
  }
  func casesDue(_ count: Int, role: String, by giver: String, atOnce: Int) -> String {
    "\(count) hồ sơ chưa mở cho \(role); lệnh tiếp theo của \(giver) sẽ trao khóa,"
      + " mỗi lần \(atOnce) hồ sơ"
  }
  func casesGiven(_ count: Int, role: String, isMoreDue: Bool) -> String {
    "đã trao cho \(role) khóa của \(count) hồ sơ lập từ trước"
      + (isMoreDue ? "; vẫn còn hồ sơ, lệnh sau sẽ làm tiếp" : "")
  }
  var placesNotChecked: String {
    "chưa có danh mục cấp xã được thông qua: mã chỉ được kiểm tra về hình thức"
  }
  var ruleBookUnverified: String {
    "một số quy tắc chưa được luật sư xác nhận; nơi hiển thị đều có ghi rõ"
  }
}
