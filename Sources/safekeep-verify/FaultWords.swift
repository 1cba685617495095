import AuditLog

/// What does not fit, in a sentence. What exactly is malformed is for whoever reads the code.
protocol FaultWords {
  func broken(_ reason: String, entry: Int?, file: String?) -> String
  func reached(_ reach: ExportReach) -> String
  func reason(_ fault: AuditLogError) -> String
  func noExport(_ finding: ExportFinding) -> String
  var noFolder: String { get }
  var unreadable: String { get }
  func noFile(_ kind: Outcome.Brought) -> String
  func noPlainFile(_ kind: Outcome.Brought) -> String
  func strangeFile(_ kind: Outcome.Brought) -> String
  func tooLarge(_ kind: Outcome.Brought) -> String
  func foreignPin(_ reason: String) -> String
  func badFile(_ kind: Outcome.Brought) -> String
  var brokenHint: String { get }
}

extension EnglishVerifyWords {
  func broken(_ reason: String, entry: Int?, file: String?) -> String {
    let place = entry.map { " at entry \($0)" } ?? file.map { " in the file \($0)" } ?? ""
    return "THE LOG DOES NOT VERIFY\(place): \(reason)"
  }

  func reached(_ reach: ExportReach) -> String {
    guard reach.entries > reach.from else { return "no entry is shown to fit" }
    let fit = "entries \(reach.from) to \(reach.entries - 1) fit"
    let proofs = [
      reach.pin.map { "up to entry \($0 - 1) by a head that you kept" },
      reach.quorum.map { "up to entry \($0 - 1) by the quorum of your policy" },
    ].compactMap(\.self)
    guard !proofs.isEmpty else { return "\(fit) each other; no head that you kept holds them" }
    return "\(fit), and are proven \(proofs.joined(separator: " and "))"
  }

  func reason(_ fault: AuditLogError) -> String {
    switch fault {
    case .entry: "an entry does not have the form that it must have"
    case .note: "it does not have the form that it must have"
    case .proof: "a proof does not prove what it should"
    case .chain(.prev): "its author saw another past than the one that is here"
    case .chain(.clock): "its time lies before that of the entry before it"
    case .chain(.aseq): "an entry of the same author is missing, or stands twice"
    case .chain(.origin), .head(.origin): "it belongs to another log"
    case .chain: "another entry stands in its place: taken out, moved or put in"
    case .signer(.signature): "its signature is not valid"
    case .signer: "the key that signed it might not sign it"
    case .directory: "it breaks a rule of the directory"
    case .head(.pin): "SPLIT VIEW: it is not what a kept head says; keep both as proof"
    case .head(.rollback): "ROLLED BACK: the log ends before a head that you kept"
    case .head: "the head does not fit the entries, or was not signed by whom it must be"
    case .timestamp: "a time-stamp is not the trusted authority's, or is of something else"
    case .export(let fault): reason(fault)
    }
  }

  private func reason(_ fault: ExportFault) -> String {
    switch fault {
    case .missing: "the file is missing"
    case .unlisted: "the file is not accounted for"
    case .strange: "it is no plain file: a link, a pipe or an empty directory"
    case .large: "the file is longer than one of its kind can be"
    case .altered, .tile, .schema, .handle, .key: "the file was altered"
    case .manifest, .manifestSignature: "the list of files is not the maker's"
    case .unstated: "no entry says that this export was made"
    case .directory: "a leaf of the directory or its proof was altered"
    case .cosignature: "a line under a head is not good, or nobody knows its key"
    case .pinSignature:
      "a head that was kept lacks the signature by which it would show anything of this log"
    case .pinLine: "a line under a kept head is not good, or nobody knows its key"
    case .pinCheck: "what is kept beside a head was altered"
    case .policyLog: "the log is none of those that the policy names"
    case .beginning, .pinForm, .policyForm: "it does not have the form that it must have"
    }
  }

  func noExport(_ finding: ExportFinding) -> String {
    guard let first = finding.seq else {
      return "not an export of a log, or its making was cut off"
    }
    return
      "the export begins at entry \(first): bring a pin file with a head of a size from \(first) on"
      + " that carries its directory (safekeep log pin)"
  }
  var noFolder: String { "there is no such directory" }
  var unreadable: String { "a file of the export cannot be read" }
  func noFile(_ kind: Outcome.Brought) -> String { "there is no such file: \(name(kind))" }
  func noPlainFile(_ kind: Outcome.Brought) -> String {
    "this is a directory and not a file: \(name(kind))"
  }
  func strangeFile(_ kind: Outcome.Brought) -> String {
    "this is a pipe or a device and not a file: \(name(kind))"
  }
  func tooLarge(_ kind: Outcome.Brought) -> String {
    "this file is longer than any of its kind can be: \(name(kind))"
  }
  func badFile(_ kind: Outcome.Brought) -> String {
    "this file does not have its form: \(name(kind))"
  }
  func foreignPin(_ reason: String) -> String {
    "not every kept head shows anything of this log, and nothing is said of the log: \(reason)"
  }
  var brokenHint: String { "keep the export as it is, and ask the vault for a new one" }

  private func name(_ kind: Outcome.Brought) -> String {
    switch kind {
    case .pin: "the kept heads"
    case .policy: "the policy"
    case .authority: "the certificates of the time-stamp authority"
    }
  }
}

extension VietnameseVerifyWords {
  func broken(_ reason: String, entry: Int?, file: String?) -> String {
    let place = entry.map { " tại mục số \($0)" } ?? file.map { " tại tệp \($0)" } ?? ""
    return "NHẬT KÝ KHÔNG KHỚP\(place): \(reason)"
  }

  func reached(_ reach: ExportReach) -> String {
    guard reach.entries > reach.from else { return "không có mục nào được chứng minh là khớp" }
    let fit = "các mục từ \(reach.from) đến \(reach.entries - 1) khớp"
    let proofs = [
      reach.pin.map { "đến mục \($0 - 1) theo mốc đối chiếu đã giữ" },
      reach.quorum.map {
        "đến mục \($0 - 1) theo số bên chứng kiến mà chính sách yêu cầu"
      },
    ].compactMap(\.self)
    guard !proofs.isEmpty else {
      return "\(fit) với nhau; không có mốc đối chiếu nào giữ các mục này"
    }
    return "\(fit), đã chứng minh \(proofs.joined(separator: " và "))"
  }

  func reason(_ fault: AuditLogError) -> String {
    switch fault {
    case .entry: "một mục không đúng thể thức bắt buộc"
    case .note: "không đúng thể thức bắt buộc"
    case .proof: "bằng chứng không chứng minh được điều phải chứng minh"
    case .chain(.prev): "người ghi đã thấy phần trước khác với phần ở đây"
    case .chain(.clock): "thời gian của mục này sớm hơn mục đứng trước"
    case .chain(.aseq): "thiếu hoặc thừa một mục của cùng người ghi"
    case .chain(.origin), .head(.origin): "thuộc nhật ký khác"
    case .chain: "một mục khác đứng ở chỗ này: đã có mục bị lấy ra, bị dời hoặc bị chèn vào"
    case .signer(.signature): "chữ ký của mục này không hợp lệ"
    case .signer: "khóa đã ký mục này không được phép ký"
    case .directory: "mục này vi phạm quy tắc của danh bạ"
    case .head(.pin): "HAI BẢN KHÁC NHAU: không đúng với mốc đã giữ; hãy giữ cả hai làm bằng chứng"
    case .head(.rollback): "ĐÃ BỊ ĐƯA VỀ TRẠNG THÁI CŨ: nhật ký ngắn hơn mốc đối chiếu đã giữ"
    case .head: "phần đầu nhật ký không khớp các mục, hoặc không do người có thẩm quyền ký"
    case .timestamp: "dấu thời gian không phải của tổ chức được tin cậy, hoặc của nội dung khác"
    case .export(let fault): reason(fault)
    }
  }

  private func reason(_ fault: ExportFault) -> String {
    switch fault {
    case .missing: "thiếu tệp này"
    case .unlisted: "tệp này không có trong danh mục"
    case .strange: "không phải tệp thông thường: là liên kết, đường ống hoặc thư mục trống"
    case .large: "tệp này dài hơn mức mà tệp loại này có thể có"
    case .altered, .tile, .schema, .handle, .key: "tệp này đã bị sửa"
    case .manifest, .manifestSignature: "danh mục tệp không phải của người xuất"
    case .unstated: "không có mục nào ghi việc xuất này"
    case .directory: "một mục của danh bạ hoặc bằng chứng của mục đó đã bị sửa"
    case .cosignature: "một dòng ký dưới phần đầu nhật ký không hợp lệ, hoặc không rõ khóa của ai"
    case .pinSignature: "mốc đã giữ thiếu chữ ký cần có để cho biết điều gì về nhật ký này"
    case .pinLine: "một dòng ký dưới mốc đã giữ không hợp lệ, hoặc không rõ khóa của ai"
    case .pinCheck: "phần giữ kèm theo mốc đã bị sửa"
    case .policyLog: "không phải nhật ký mà chính sách nêu"
    case .beginning, .pinForm, .policyForm: "không đúng thể thức bắt buộc"
    }
  }

  func noExport(_ finding: ExportFinding) -> String {
    guard let first = finding.seq else {
      return "không phải bản xuất nhật ký, hoặc việc xuất đã bị ngắt giữa chừng"
    }
    return "bản xuất bắt đầu từ mục \(first): cần tệp mốc đối chiếu có mốc từ cỡ \(first) trở lên"
      + " kèm danh bạ (safekeep log pin)"
  }
  var noFolder: String { "không có thư mục này" }
  var unreadable: String { "không đọc được một tệp của bản xuất" }
  func noFile(_ kind: Outcome.Brought) -> String { "không có tệp này: \(name(kind))" }
  func noPlainFile(_ kind: Outcome.Brought) -> String {
    "đây là thư mục, không phải tệp: \(name(kind))"
  }
  func strangeFile(_ kind: Outcome.Brought) -> String {
    "đây là đường ống hoặc thiết bị, không phải tệp: \(name(kind))"
  }
  func tooLarge(_ kind: Outcome.Brought) -> String {
    "tệp này dài hơn mức mà tệp loại này có thể có: \(name(kind))"
  }
  func badFile(_ kind: Outcome.Brought) -> String { "tệp này không đúng thể thức: \(name(kind))" }
  func foreignPin(_ reason: String) -> String {
    "có mốc đối chiếu không cho biết gì về nhật ký này, nên chưa kết luận về nhật ký: \(reason)"
  }
  var brokenHint: String { "giữ nguyên bản xuất này và yêu cầu kho hồ sơ xuất bản mới" }

  private func name(_ kind: Outcome.Brought) -> String {
    switch kind {
    case .pin: "các mốc đối chiếu đã giữ"
    case .policy: "chính sách"
    case .authority: "chứng thư của tổ chức cấp dấu thời gian"
    }
  }
}
