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
    "intake": Pair("reception officer", "cán bộ tiếp nhận"),
    "social_worker": Pair("social worker", "nhân viên công tác xã hội"),
    "lead": Pair("lead", "cán bộ phụ trách"),
    "health_staff": Pair("health staff", "cán bộ y tế"),
    "duty": Pair("health duty officer", "trực y tế"),
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
    "unknown": Pair("unknown", "không rõ"),
    "declined": Pair("declined", "từ chối trả lời"),
    "not_asked": Pair("not asked", "chưa hỏi"),
    "withheld": Pair("withheld", "không cung cấp"),
  ]

  /// Law 53/2024/QH15 speaks of "người đang trong quá trình xác định là nạn nhân" and of "hòa nhập
  /// cộng đồng"; the rest are words of this program.
  static let statuses: [String: Pair] = [
    "reported": Pair("reported", "đã có trình báo"),
    "received": Pair("received", "đã tiếp nhận"),
    "in_process": Pair("in process of identification", "đang trong quá trình xác định"),
    "identified": Pair("identified as a victim", "đã xác định là nạn nhân"),
    "not_identified": Pair("not identified as a victim", "không xác định là nạn nhân"),
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
  static func pair(_ label: Label) -> Pair {
    switch label {
    case .caseCode: Pair("Case", "Mã hồ sơ")
    case .status: Pair("Status", "Tình trạng pháp lý")
    case .owner: Pair("Owner", "Người được giao")
    case .opened: Pair("Opened", "Ngày lập hồ sơ")
    case .received: Pair("Received", "Thời điểm tiếp nhận")
    case .changed: Pair("Changed", "Cập nhật")
    case .due: Pair("Due", "Thời hạn")
    case .missing: Pair("Missing", "Còn thiếu")
    case .handle: Pair("Handle", "Tài khoản")
    case .role: Pair("Role", "Vai trò")
    case .roles: Pair("Roles", "Vai trò")
    case .member: Pair("Member", "Thành viên")
    case .fingerprint: Pair("Fingerprint", "Mã đối chiếu khóa")
    case .since: Pair("Since", "Từ")
    case .until: Pair("Until", "Đến")
    case .standing: Pair("Standing", "Trạng thái")
    case .entry: Pair("Entry", "Mục")
    case .time: Pair("Time", "Thời gian")
    case .actor: Pair("Who", "Người thực hiện")
    case .act: Pair("Act", "Việc")
    case .outcome: Pair("Outcome", "Kết quả")
    case .purpose: Pair("Purpose", "Mục đích")
    case .fields: Pair("Fields", "Trường")
    case .reason: Pair("Reason", "Lý do")
    case .vault: Pair("Vault", "Kho hồ sơ")
    case .mode: Pair("Mode", "Chế độ vận hành")
    case .size: Pair("Size", "Số mục")
    case .head: Pair("Newest entry", "Mục mới nhất")
    case .pin: Pair("Pin", "Mốc đối chiếu")
    case .cost: Pair("Passphrase cost", "Mức chống dò mật khẩu")
    case .format: Pair("Format", "Định dạng")
    case .members: Pair("Members", "Thành viên")
    case .waiting: Pair("Waiting", "Đang chờ")
    case .origin: Pair("Origin", "Tên nhật ký")
    case .rootSeed: Pair("Root seed", "Tệp khóa gốc")
    case .code: Pair("Code", "Mã mời")
    case .cases: Pair("Cases", "Số hồ sơ")
    case .generation: Pair("Custody generation", "Thế hệ tệp giữ khóa")
    case .keysDue: Pair("Keys due", "Khóa cần tạo")
    case .unlocked: Pair("Unlocked", "Đang mở khóa")
    case .checkpoint: Pair("Checkpoint", "Điểm kiểm chứng")
    case .unanchored: Pair("Held by nothing outside", "Chưa lưu giữ bên ngoài")
    case .caseName: Pair("Case in the log", "Bí danh hồ sơ")
    case .found: Pair("Found", "Phát hiện")
    case .sound: Pair("Fits", "Khớp")
    case .kind: Pair("Kind", "Loại")
    case .right: Pair("By right of", "Căn cứ mục")
    case .answers: Pair("Answers", "Trả lời mục")
    case .stage: Pair("Stage", "Khâu")
    case .category: Pair("Category", "Đối tượng")
    case .regime: Pair("Regime", "Chế độ")
    case .quantity: Pair("Quantity", "Số lượng")
    case .date: Pair("Date", "Ngày")
    case .provider: Pair("Provider", "Nơi thực hiện")
    }
  }
}
