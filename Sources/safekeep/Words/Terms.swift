/// The table behind `TermWords`: a code, its English name, its Vietnamese name. Both stand in one
/// initialiser, so neither can be missing.
enum Terms {
  struct Pair: Sendable {
    let english: String
    let vietnamese: String

    init(_ english: String, _ vietnamese: String) {
      self.english = english
      self.vietnamese = vietnamese
    }
  }

  static let roles: [String: Pair] = [
    "intake": Pair("intake officer", "cán bộ tiếp nhận"),
    "social_worker": Pair("social worker", "nhân viên công tác xã hội"),
    "lead": Pair("lead", "cán bộ phụ trách"),
    "health_staff": Pair("health staff", "cán bộ y tế"),
    "duty": Pair("duty officer", "trực y tế"),
    "police": Pair("verifying officer", "cán bộ xác minh"),
    "legal_aid": Pair("legal aid officer", "trợ giúp viên pháp lý"),
    "statistician": Pair("statistician", "cán bộ thống kê"),
    "auditor": Pair("auditor", "người kiểm tra"),
    "admin": Pair("administrator", "quản trị"),
    "trustee": Pair("trustee", "người giữ mảnh khóa"),
    "recovery": Pair("recovery", "khôi phục"),
  ]

  static let classes: [String: Pair] = [
    "operations": Pair("operations", "vận hành"),
    "support": Pair("support", "hỗ trợ"),
    "identity": Pair("identity", "nhân thân"),
    "sensitive": Pair("sensitive", "nhạy cảm"),
    "clinical": Pair("clinical", "y tế"),
    "vital": Pair("vital", "sinh tồn"),
    "safety": Pair("safety", "an toàn"),
    "facts": Pair("facts", "số liệu"),
  ]

  static let states: [String: Pair] = [
    "given": Pair("given", "đã cung cấp"),
    "unknown": Pair("unknown", "không biết"),
    "declined": Pair("declined", "từ chối trả lời"),
    "not_asked": Pair("not asked", "chưa hỏi"),
    "withheld": Pair("withheld", "không ghi ra"),
  ]

  /// Law 53/2024/QH15 speaks of "người đang trong quá trình xác định là nạn nhân" and of "hòa nhập
  /// cộng đồng"; the rest are words of this program.
  static let statuses: [String: Pair] = [
    "reported": Pair("reported", "đã có trình báo"),
    "received": Pair("received", "đã tiếp nhận"),
    "in_process": Pair("in the process of identification", "đang trong quá trình xác định"),
    "identified": Pair("identified as a victim", "đã xác định là nạn nhân"),
    "not_identified": Pair("not identified as a victim", "không được xác định là nạn nhân"),
    "reintegration": Pair("reintegration", "hòa nhập cộng đồng"),
    "closed": Pair("closed", "đã kết thúc"),
    "reopened": Pair("reopened", "đã mở lại"),
    "transferred": Pair("transferred", "đã chuyển giao"),
  ]

  /// The purposes of HL7 v3 PurposeOfUse that the design takes.
  static let purposes: [String: Pair] = [
    "TREAT": Pair("treatment", "khám bệnh, chữa bệnh"),
    "ETREAT": Pair("emergency treatment", "cấp cứu"),
    "BTG": Pair("emergency access", "truy cập khẩn cấp"),
    "CAREMGT": Pair("support and care", "hỗ trợ, chăm sóc"),
    "HLEGAL": Pair("legal duty", "thực hiện quy định của pháp luật"),
    "HOPERAT": Pair("running the office", "quản lý, điều hành"),
    "PATRQT": Pair("request of the person", "theo yêu cầu của chủ thể dữ liệu"),
  ]

  static let outcomes: [String: Pair] = [
    "ok": Pair("done", "đã thực hiện"),
    "denied": Pair("refused", "bị từ chối"),
    "failed": Pair("failed", "không thành công"),
    "unattributed": Pair("by nobody known", "không rõ người thực hiện"),
  ]

  static let standings: [String: Pair] = [
    "enrolled": Pair("enrolled", "đã đăng ký"),
    "waiting": Pair("waits for the second person", "chờ người thứ hai"),
    "active": Pair("admitted", "đã phê duyệt"),
    "suspended": Pair("suspended", "bị đình chỉ"),
  ]

  static let stages: [String: Pair] = [
    "person": Pair("identity", "nhân thân"),
    "reception": Pair("reception", "tiếp nhận"),
    "verification": Pair("verification", "xác minh"),
    "identification": Pair("identification", "xác định nạn nhân"),
    "rescue": Pair("rescue", "giải cứu"),
    "protection": Pair("protection", "bảo vệ"),
    "support": Pair("support", "hỗ trợ"),
    "health": Pair("health", "y tế"),
    "consent": Pair("consent", "sự đồng ý"),
    "restriction": Pair("restriction", "hạn chế"),
    "referral": Pair("referral", "chuyển tuyến"),
    "request": Pair("request", "yêu cầu của chủ thể dữ liệu"),
  ]
}

extension Terms {
  /// A label without a name here would be its own code in both languages, and a test finds it.
  static func pair(_ label: Label) -> Pair {
    labels[label] ?? Pair(label.rawValue, label.rawValue)
  }

  private static let labels: [Label: Pair] = [
    .caseCode: Pair("Case", "Mã hồ sơ"),
    .status: Pair("Legal status", "Tình trạng pháp lý"),
    .owner: Pair("Owner", "Người phụ trách hồ sơ"),
    .opened: Pair("Opened at", "Thời điểm lập hồ sơ"),
    .received: Pair("Received at", "Thời điểm tiếp nhận"),
    .changed: Pair("Changed", "Cập nhật"),
    .due: Pair("Due", "Thời hạn"),
    .missing: Pair("Missing", "Còn thiếu"),
    .handle: Pair("Handle", "Tài khoản"),
    .role: Pair("Role", "Vai trò"),
    .roles: Pair("Roles", "Vai trò"),
    .member: Pair("Member", "Thành viên"),
    .fingerprint: Pair("Fingerprint", "Mã đối chiếu khóa"),
    .since: Pair("Since", "Từ"),
    .until: Pair("Until", "Đến"),
    .standing: Pair("Standing", "Trạng thái"),
    .entry: Pair("Entry", "Mục"),
    .time: Pair("Time", "Thời gian"),
    .actor: Pair("Who", "Người thực hiện"),
    .tried: Pair("Tried as", "Tên được dùng để thử"),
    .act: Pair("Act", "Việc"),
    .outcome: Pair("Outcome", "Kết quả"),
    .purpose: Pair("Purpose", "Mục đích"),
    .fields: Pair("Fields", "Trường"),
    .reason: Pair("Reason", "Lý do"),
    .vault: Pair("Vault", "Kho hồ sơ"),
    .mode: Pair("Mode", "Chế độ vận hành"),
    .size: Pair("Size", "Số mục"),
    .head: Pair("Newest entry", "Mục mới nhất"),
    .pin: Pair("Pin", "Mốc đối chiếu"),
    .cost: Pair("Passphrase cost", "Mức chống dò mật khẩu"),
    .format: Pair("Format", "Định dạng"),
    .members: Pair("Members", "Thành viên"),
    .waiting: Pair("Waiting", "Đang chờ"),
    .origin: Pair("Origin", "Tên nhật ký"),
    .rootSeed: Pair("Root seed", "Tệp khóa gốc"),
    .code: Pair("Code", "Mã mời"),
    .cases: Pair("Cases", "Số hồ sơ"),
    .generation: Pair("Custody generation", "Thế hệ tệp giữ khóa"),
    .keysDue: Pair("Keys due", "Khóa cần tạo"),
    .casesDue: Pair("Cases due", "Hồ sơ cần trao khóa"),
    .everyCase: Pair("Every case", "Mọi hồ sơ"),
    .ownerless: Pair("Without an owner", "Chưa có người phụ trách"),
    .altered: Pair("Altered", "Đã bị sửa"), .given: Pair("Given", "Đã giao"),
    .keyVersion: Pair("Version", "Phiên bản"), .days: Pair("Days", "Số ngày"),
    .dueBy: Pair("By", "Người thực hiện"),
    .caseKeysDue: Pair("Case keys due", "Khóa hồ sơ chờ thay"),
    .share: Pair("Share", "Mảnh khóa"),
    .unread: Pair("Opened by nobody now", "Không còn ai mở được"),
    .looked: Pair("Read", "Đã đọc"), .looks: Pair("Looks", "Số lần xem"),
    .way: Pair("As", "Với tư cách"), .readable: Pair("Could read", "Đọc được"),
    .firstLook: Pair("First look", "Lần xem đầu"), .lastLook: Pair("Last look", "Lần xem cuối"),
    .unlocked: Pair("Unlocked", "Đang mở khóa"),
    .checkpoint: Pair("Checkpoint", "Điểm kiểm chứng"),
    .unanchored: Pair("Held by nothing outside", "Chưa lưu giữ bên ngoài"),
    .witness: Pair("Witness", "Bên chứng kiến"),
    .witnessKey: Pair("Witness's key", "Khóa của bên chứng kiến"),
    .logKey: Pair("Log's key", "Khóa của nhật ký"),
    .previous: Pair("Signed before", "Lần ký trước"),
    .cosigned: Pair("Cosigned", "Đã có đồng chữ ký"),
    .stamped: Pair("Time-stamped", "Đã có dấu thời gian"),
    .stamps: Pair("Time-stamps", "Số dấu thời gian"),
    .interval: Pair("Longest interval (minutes)", "Khoảng cách dài nhất (phút)"),
    .caseName: Pair("Case in the log", "Bí danh hồ sơ"),
    .found: Pair("Found", "Phát hiện"),
    .sound: Pair("Fits", "Khớp"),
    .kind: Pair("Kind", "Loại"),
    .right: Pair("By right of", "Căn cứ mục"),
    .answers: Pair("Answers", "Trả lời mục"),
    .rule: Pair("Rule", "Quy tắc"),
    .pins: Pair("Pins", "Số mốc đối chiếu"),
    .proofFile: Pair("Proof", "Tệp bằng chứng"),
    .leafFile: Pair("Entry file", "Tệp mục nhật ký"),
    .relation: Pair("Relation", "Quan hệ"),
    .firstCopy: Pair("Entries of A", "Số mục của bản A"),
    .secondCopy: Pair("Entries of B", "Số mục của bản B"),
    .signed: Pair("Signed by the log", "Có chữ ký của nhật ký"),
    .stage: Pair("Stage", "Khâu"),
    .category: Pair("Category", "Đối tượng"),
    .regime: Pair("Regime", "Chế độ"),
    .quantity: Pair("Quantity", "Số lượng"),
    .date: Pair("Date", "Ngày"),
    .provider: Pair("Provider", "Nơi thực hiện"),
    .ruleTable: Pair("Table", "Bảng"),
    .ruleRow: Pair("Row", "Dòng"),
    .rows: Pair("Rows", "Số dòng"),
    .leftOut: Pair("People left out", "Số người không đưa vào"),
    .notGiven: Pair(
      "Cases not counted, keys not given yet", "Hồ sơ chưa tính vì chưa được trao khóa"),
    .notOpened: Pair("Cases not counted, do not open", "Hồ sơ chưa tính vì không mở được"),
    .unverified: Pair("Not verified", "Chưa xác nhận"),
    .named: Pair("Name", "Tên gọi"),
    .citation: Pair("Citation", "Căn cứ"),
    .adopted: Pair("Adopted in entry", "Thông qua ở mục"),
    .approved: Pair("Given in entry", "Chấp thuận ở mục"),
    .digest: Pair("Hash (SHA-256)", "Mã băm (SHA-256)"),
    .change: Pair("Change", "Thay đổi"),
    .columns: Pair("Columns", "Cột"),
    .asker: Pair("Asked by", "Người đề nghị"),
    .answerBy: Pair("Answered by", "Trả lời bằng"),
  ]
}
