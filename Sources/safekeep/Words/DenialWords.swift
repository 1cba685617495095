import Vault

/// What somebody is told who may not. The refusal is in the log before the sentence is on the screen,
/// and the sentence says so.
protocol DenialWords {
  /// A refusal with its reason, and the entry that records it.
  func denied(_ reason: String, entry: Int) -> String
  func reason(_ why: Refusal) -> String
  /// `Refusal.fieldClass`, of somebody who writes and of somebody who shares.
  var classNotWritten: String { get }
  var classNotShared: String { get }
  /// Of a key that a member's role is to hold and that nobody has given them yet; who gives it: another of their
  /// role, or where they have that, whoever the case is assigned to.
  func keyNotGiven(_ fieldClass: String, entry: Int) -> String
  func keyNotGivenHint(role: String?) -> String
  /// What may be done instead; nil where nothing may.
  func wayOut(_ why: Refusal) -> String?
}

extension Fault {
  /// Status 77: the role reads the class, and nobody has given this member the key yet.
  static func keyNotGiven(_ fieldClass: FieldClass, _ role: Role?, _ entry: Int) -> Fault {
    Fault(
      .denied, reason: "key_not_given", entry: entry,
      details: [
        .init("why", .string(Refusal.fieldClass.rawValue)),
        .init("class", .string(fieldClass.name)),
      ], hint: { $0.keyNotGivenHint(role: role.map { $0.rawValue }.map($0.role)) }
    ) { $0.keyNotGiven($0.fieldClass(fieldClass.name), entry: entry) }
  }

  /// Status 77, the reason and the entry that records it.
  static func denied(_ why: Refusal, entry: Int, of deed: Deed = .reading) -> Fault {
    Fault(
      .denied, entry: entry, details: [.init("why", .string(why.rawValue))],
      hint: { $0.wayOut(why) }
    ) { $0.denied($0.reason(why, of: deed), entry: entry) }
  }
}

extension English {
  func denied(_ reason: String, entry: Int) -> String {
    "not allowed: \(reason); recorded as log entry \(entry)"
  }

  func reason(_ why: Refusal) -> String {
    switch why {
    case .notAssigned: "this case is not assigned to you"
    case .fieldClass: "your role does not read fields of this class"
    case .restricted: "the person has restricted this field"
    case .purpose: "this purpose does not cover what was asked for"
    case .state: "the case is at a step where this is not possible"
    case .consent: "there is no live consent, and no provision of the law was named"
    case .secondPerson: "a second person has to agree, and nobody agrees to their own work"
    case .expired: "the right to do this has expired"
    case .tampered: "what is stored does not match the log"
    case .suspended: "this member is suspended"
    case .role: "your role does not do this"
    case .passphrase: "the passphrase was wrong"
    }
  }

  var classNotWritten: String { "your role does not write fields of this class" }
  var classNotShared: String {
    "your role does not read fields of this class, or the other's role may not be given them"
  }

  func keyNotGiven(_ fieldClass: String, entry: Int) -> String {
    "not allowed: nobody has given you the key to the class \(fieldClass) of this case yet; recorded as log entry"
      + " \(entry)"
  }
  func keyNotGivenHint(role: String?) -> String {
    guard let role else {
      return "who has the case and reads that class gives the leads its key by any look at it:"
        + " safekeep case show CASE"
    }
    return "another \(role), who has the key of the role, gives it: safekeep staff admit HANDLE"
  }

  func wayOut(_ why: Refusal) -> String? {
    switch why {
    case .notAssigned:
      "a lead assigns cases to social workers, police and legal aid, a duty officer to health staff:"
        + " safekeep case assign CASE HANDLE"
    case .restricted: "the person may lift it"
    case .purpose: "name the purpose with --for"
    case .state: "see what is missing: safekeep case show CASE"
    case .secondPerson: "see what waits: safekeep approval list"
    case .tampered: "tell an auditor, and check the log: safekeep log verify"
    case .consent, .fieldClass, .expired, .suspended, .role, .passphrase: nil
    }
  }
}

extension Vietnamese {
  func denied(_ reason: String, entry: Int) -> String {
    "không được phép: \(reason); đã ghi vào nhật ký, mục số \(entry)"
  }

  func reason(_ why: Refusal) -> String {
    switch why {
    case .notAssigned: "hồ sơ này không được giao cho người đang thao tác"
    case .fieldClass: "vai trò này không được đọc các trường thuộc nhóm này"
    case .restricted: "chủ thể dữ liệu đã yêu cầu hạn chế trường này"
    case .purpose: "mục đích đã nêu không bao gồm thông tin được yêu cầu"
    case .state: "hồ sơ đang ở bước không cho phép việc này"
    case .consent: "không có sự đồng ý còn hiệu lực và không nêu căn cứ theo quy định của pháp luật"
    case .secondPerson: "phải có người thứ hai chấp thuận; không ai tự duyệt việc của mình"
    case .expired: "quyền thực hiện việc này đã hết hạn"
    case .tampered: "dữ liệu lưu trữ không khớp với nhật ký"
    case .suspended: "thành viên này đang bị đình chỉ"
    case .role: "vai trò này không được thực hiện việc này"
    case .passphrase: "mật khẩu không đúng"
    }
  }

  var classNotWritten: String { "vai trò này không được ghi các trường thuộc nhóm này" }
  var classNotShared: String {
    "vai trò này không được đọc, hoặc vai trò của người nhận không được nhận các trường thuộc nhóm này"
  }

  func keyNotGiven(_ fieldClass: String, entry: Int) -> String {
    "không được phép: chưa có ai trao khóa nhóm \(fieldClass) của hồ sơ này cho người đang thao tác; đã ghi vào"
      + " nhật ký, mục số \(entry)"
  }
  func keyNotGivenHint(role: String?) -> String {
    guard let role else {
      return
        "người được giao hồ sơ và đọc được nhóm này xem hồ sơ một lần là trao khóa cho cán bộ phụ trách:"
        + " safekeep case show MÃ_HỒ_SƠ"
    }
    return "một \(role) khác đang giữ khóa của vai trò trao khóa: safekeep staff admit TÀI_KHOẢN"
  }

  func wayOut(_ why: Refusal) -> String? {
    switch why {
    case .notAssigned:
      "cán bộ phụ trách giao hồ sơ cho nhân viên công tác xã hội, cán bộ xác minh, trợ giúp viên"
        + " pháp lý; trực y tế giao cho cán bộ y tế: safekeep case assign MÃ_HỒ_SƠ TÀI_KHOẢN"
    case .restricted: "chủ thể dữ liệu có thể bỏ hạn chế"
    case .purpose: "xin nêu mục đích bằng --for"
    case .state: "xem còn thiếu gì: safekeep case show MÃ_HỒ_SƠ"
    case .secondPerson: "xem việc đang chờ: safekeep approval list"
    case .tampered: "xin báo người kiểm tra và kiểm tra nhật ký: safekeep log verify"
    case .consent, .fieldClass, .expired, .suspended, .role, .passphrase: nil
    }
  }
}
