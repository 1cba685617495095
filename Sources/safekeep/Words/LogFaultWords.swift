/// Exit 20. The one fault that says: touch nothing, and call somebody.
protocol LogFaultWords {
  /// `entry`: the first entry that does not fit; nil where it is the log as a whole.
  func logBroken(_ fault: LogFault, entry: Int?) -> String
  func reason(_ fault: LogFault) -> String
  /// `size`: how many entries the log has; `pinned`: how many the member's client remembers.
  func otherPast(_ fault: LogFault, size: Int, pinned: Int) -> String
  /// Up to where entries of a log fit that does not fit as a whole.
  func entriesFit(below entry: Int) -> String
  var heldByNoHead: String { get }
  /// `export`: how many entries the export has that lies in the directory.
  func exportContradicts(_ fault: LogFault, size: Int, export: Int) -> String
  var exportContradictsHint: String { get }
  var logBrokenHint: String { get }
  // A pin file. `pin`: what `pinFile` calls the head.
  var pinFileUnreadable: String { get }
  func pinFileForeign(_ pin: String) -> String
  func pinFileAltered(_ pin: String) -> String
}

extension Fault {
  /// Status 20, with the first entry that does not fit.
  ///
  /// - Parameters:
  ///   - code: exactly what does not fit, for whoever reads the code; nil where nobody knows.
  ///   - more: what else is known of it.
  static func logBroken(
    _ fault: LogFault, entry: Int?, code: String? = nil, _ more: [JSONValue.Member] = []
  ) -> Fault {
    Fault(
      .logBroken, entry: entry,
      details: [.init("reason", .string(fault.rawValue))]
        + (code.map { [.init("code", .string($0))] } ?? []) + more,
      hint: { fault.isOfPutBack ? $0.acceptRollbackHint : $0.logBrokenHint }
    ) { $0.logBroken(fault, entry: entry) }
  }

  /// Status 20: the log is shorter than, or another than, what the member's client remembers.
  static func otherPast(_ fault: LogFault, size: Int, pinned: Int) -> Fault {
    Fault(
      .logBroken,
      details: [
        .init("reason", .string(fault.rawValue)), .init("size", .integer(size)),
        .init("pinned", .integer(pinned)),
      ], hint: { fault == .rollback ? $0.acceptRollbackHint : $0.logBrokenHint }
    ) { $0.otherPast(fault, size: size, pinned: pinned) }
  }
}

extension English {
  func logBroken(_ fault: LogFault, entry: Int?) -> String {
    "THE LOG DOES NOT VERIFY" + (entry.map { " at entry \($0)" } ?? "") + ": \(reason(fault))"
  }

  func reason(_ fault: LogFault) -> String {
    reasonInTheLog(fault) ?? reasonInTheFiles(fault) ?? reasonInACase(fault)
      ?? "it does not fit; to see why: safekeep log verify"
  }

  /// What is wrong with an entry or with the head; nil for everything else.
  private func reasonInTheLog(_ fault: LogFault) -> String? {
    switch fault {
    case .entryForm: "the entry does not have the form that it must have"
    case .noteForm: "the head does not have the form that it must have"
    case .proof: "a proof does not prove what it should"
    case .origin: "it belongs to another vault"
    case .seq: "what stands in its place carries another number: taken out, moved or put in"
    case .missing: "the entry is missing"
    case .prev: "its author saw another past than the one that is stored"
    case .aseq: "an entry of the same author is missing, or stands twice"
    case .clock: "its time lies before that of the entry before it"
    case .unknownKey: "nobody in the directory has the key that signed it"
    case .notInForce: "the key that signed it signs no more, or not yet"
    case .suspended: "its author was suspended"
    case .noRole: "its author had no role in force"
    case .signature: "its signature is not valid"
    case .directory: "it breaks a rule of the directory"
    case .headSize: "the head counts another number of entries"
    case .headRoot: "the head was signed over other entries"
    case .logSignature: "the key of the log did not sign the head"
    case .memberLine: "no member who may do so stands behind the head"
    case .rollback: "ROLLED BACK: entries that were there are gone"
    case .splitView: "SPLIT VIEW: entries are not those that were there before"
    default: nil
    }
  }

  /// What is wrong with what is stored beside the entries; nil for everything else.
  private func reasonInTheFiles(_ fault: LogFault) -> String? {
    switch fault {
    case .manifest: "what is stored for a case is not what the log says"
    case .custodyBehind: "the custody file is older than the log"
    case .custodyAhead:
      "custody has destroyed more than this log knows of: the records are older than it"
    case .custodyKeys: "a key of the vault in the custody file is not the one that this entry names"
    case .storedHash: "the hash kept beside it is not its own; the entry itself fits"
    case .storedTile: "a tile of hashes that covers it was altered; the entry itself fits"
    case .storedFrontier: "the tree kept beside the head is not that of the entries"
    case .tables: "a file of the vault has tables or triggers that this program does not make"
    case .fieldTable: "the field table is not the one that this entry adopted"
    case .ruleBook: "the rule book is not the one that this entry adopted"
    case .ruleProposal: "the rule book that waits is not the one that this entry proposed"
    case .rootKey: "the root key in the file is not the one that signed this entry"
    case .vaultName: "a file of the vault bears the name of another vault"
    case .pending: "a row asks for keys to be destroyed, and no entry says so"
    case .damaged: "the records file is damaged: it cannot be read from here on"
    case .damagedBeside: "a file of the vault is damaged: not all of it can be read"
    case .officeKey: "a key of the vault that this entry gave is missing or altered"
    case .recoveryShare: "the sealed share that this entry states is missing or altered"
    case .memberRow: "what is stored of the member who enrolled here is missing or altered"
    case .handle: "the sealed name of the member is not the one that the log names"
    case .cosignature: "the witness's line that this entry states is missing, altered or not valid"
    case .timeStamp: "the time-stamp that this entry states is missing, altered or not valid"
    case .askedHead:
      "beside the heads that were carried out lies one for nobody whom this program asks"
    default: nil
    }
  }

  /// What is wrong with what is stored of a case; nil for everything else.
  private func reasonInACase(_ fault: LogFault) -> String? {
    switch fault {
    case .caseMissing: "a case that the log states is not in the file"
    case .caseUnstated: "a case is in the file that the log never stated"
    case .caseOlder: "a case was put back to an earlier state"
    case .caseKey: "a key of the case in the custody file is missing or altered"
    case .caseGap: "a case has no key since a restore that two people accepted"
    case .caseRow: "the row of a case does not say what its last entry says"
    case .caseCare: "who has access to a case is not what the log says"
    case .caseExcerpt: "what was shared of a case is not what the log says"
    case .caseDraft: "the draft of a form is not the one that its author kept"
    case .caseEvidence: "a file that is kept in a case is not the one that the log states"
    case .caseRestriction: "what the person restricted in a case is not what the log says"
    case .caseKeys: "which key of a case is in force is not what the log says"
    case .caseGrants: "the list of keys that this entry gave is missing or altered"
    case .caseWrap: "a key of a case that was given to somebody is missing or altered"
    default: nil
    }
  }

  func otherPast(_ fault: LogFault, size: Int, pinned: Int) -> String {
    logBroken(fault, entry: nil)
      + "; this log has \(size) entries, and your pin has seen it with \(pinned), up to entry"
      + " \(pinned - 1)"
  }
  func entriesFit(below entry: Int) -> String {
    entry == 0
      ? "no entry is shown to fit" : "entries 0 to \(entry - 1) fit each other and their signatures"
  }
  var heldByNoHead: String { "no pin holds them" }
  func exportContradicts(_ fault: LogFault, size: Int, export: Int) -> String {
    "the export in that directory contradicts this log: \(reason(fault)); it has \(export) entries,"
      + " signed by the log, and this log has \(size); nothing was written there"
  }
  var exportContradictsHint: String {
    "keep the directory as it is, for it is the proof, and tell an auditor; for another export name a"
      + " new one"
  }
  var pinFileUnreadable: String { "the file is not a pin file; nothing was done with it" }
  func pinFileForeign(_ pin: String) -> String {
    "\(pin) shows nothing of this log: it has another name, or lacks the signature that this takes"
  }
  func pinFileAltered(_ pin: String) -> String {
    "\(pin) was altered: a line under it is not good, or by a key that this log does not know"
  }
  var logBrokenHint: String {
    "change nothing, keep a copy of both files as they are, and tell an auditor"
  }
}

extension Vietnamese {
  func logBroken(_ fault: LogFault, entry: Int?) -> String {
    "NHẬT KÝ KHÔNG KHỚP" + (entry.map { " tại mục số \($0)" } ?? "") + ": \(reason(fault))"
  }

  func reason(_ fault: LogFault) -> String {
    reasonInTheLog(fault) ?? reasonInTheFiles(fault) ?? reasonInACase(fault)
      ?? "không khớp; xem lý do bằng: safekeep log verify"
  }

  /// What is wrong with an entry or with the head; nil for everything else.
  private func reasonInTheLog(_ fault: LogFault) -> String? {
    switch fault {
    case .entryForm: "mục này không đúng thể thức bắt buộc"
    case .noteForm: "phần đầu nhật ký không đúng thể thức bắt buộc"
    case .proof: "bằng chứng không chứng minh được điều phải chứng minh"
    case .origin: "mục này thuộc kho hồ sơ khác"
    case .seq: "mục ở chỗ này mang số khác: đã có mục bị lấy ra, bị dời hoặc bị chèn vào"
    case .missing: "thiếu mục này"
    case .prev: "người ghi đã thấy phần trước khác với phần đang lưu"
    case .aseq: "thiếu hoặc thừa một mục của cùng người ghi"
    case .clock: "thời gian của mục này sớm hơn mục đứng trước"
    case .unknownKey: "không ai trong danh bạ có khóa đã ký mục này"
    case .notInForce: "khóa đã ký mục này không còn hoặc chưa có hiệu lực"
    case .suspended: "người ghi đang bị đình chỉ"
    case .noRole: "người ghi không có vai trò còn hiệu lực"
    case .signature: "chữ ký của mục này không hợp lệ"
    case .directory: "mục này vi phạm quy tắc của danh bạ"
    case .headSize: "phần đầu nhật ký ghi số mục khác"
    case .headRoot: "phần đầu nhật ký được ký cho các mục khác"
    case .logSignature: "khóa của nhật ký không ký phần đầu này"
    case .memberLine: "không có thành viên đủ thẩm quyền ký phần đầu này"
    case .rollback: "ĐÃ BỊ ĐƯA VỀ TRẠNG THÁI CŨ: các mục đã có nay không còn"
    case .splitView: "HAI BẢN KHÁC NHAU: các mục không phải là những mục đã có"
    default: nil
    }
  }

  /// What is wrong with what is stored beside the entries; nil for everything else.
  private func reasonInTheFiles(_ fault: LogFault) -> String? {
    switch fault {
    case .manifest: "dữ liệu lưu của một hồ sơ không đúng với nhật ký"
    case .custodyBehind: "tệp giữ khóa cũ hơn nhật ký"
    case .custodyAhead:
      "tệp giữ khóa đã hủy nhiều hơn nhật ký này biết: tệp hồ sơ cũ hơn tệp giữ khóa"
    case .custodyKeys: "một khóa của kho trong tệp giữ khóa không phải khóa mà mục này nêu"
    case .storedHash: "mã băm lưu bên cạnh không phải của mục này; bản thân mục vẫn khớp"
    case .storedTile: "một khối mã băm bao gồm mục này đã bị sửa; bản thân mục vẫn khớp"
    case .storedFrontier: "cây băm lưu cạnh phần đầu không phải của các mục"
    case .tables: "một tệp của kho có bảng hoặc lệnh tự động mà chương trình này không tạo ra"
    case .fieldTable: "bảng trường thông tin không phải bảng đã được thông qua ở mục này"
    case .ruleBook: "bộ quy tắc không phải bộ đã được thông qua ở mục này"
    case .ruleProposal: "bộ quy tắc đang chờ không phải bộ được đề nghị ở mục này"
    case .rootKey: "khóa gốc trong tệp không phải khóa đã ký mục này"
    case .vaultName: "một tệp của kho mang tên của kho hồ sơ khác"
    case .pending: "có dòng yêu cầu hủy khóa mà không mục nào nêu"
    case .damaged: "tệp hồ sơ bị hỏng: không đọc được từ đây trở đi"
    case .damagedBeside: "một tệp của kho bị hỏng: không đọc được toàn bộ"
    case .officeKey: "một khóa của kho được trao ở mục này bị thiếu hoặc đã bị sửa"
    case .recoveryShare: "mảnh khóa niêm phong mà mục này nêu bị thiếu hoặc đã bị sửa"
    case .memberRow: "dữ liệu của thành viên đăng ký ở mục này bị thiếu hoặc đã bị sửa"
    case .handle: "tên niêm phong của thành viên không phải tên mà nhật ký nêu"
    case .cosignature: "đồng chữ ký nêu ở mục này bị thiếu, đã bị sửa hoặc không hợp lệ"
    case .timeStamp: "dấu thời gian nêu ở mục này bị thiếu, đã bị sửa hoặc không hợp lệ"
    case .askedHead:
      "cạnh các đầu nhật ký đã mang đi xin chứng thực có một đầu nhật ký mà chương trình này không gửi cho ai"
    default: nil
    }
  }

  /// What is wrong with what is stored of a case; nil for everything else.
  private func reasonInACase(_ fault: LogFault) -> String? {
    switch fault {
    case .caseMissing: "một hồ sơ có trong nhật ký nhưng không có trong tệp"
    case .caseUnstated: "một hồ sơ có trong tệp nhưng nhật ký chưa từng ghi"
    case .caseOlder: "một hồ sơ đã bị đưa về trạng thái cũ hơn"
    case .caseKey: "một khóa của hồ sơ trong tệp giữ khóa bị thiếu hoặc đã bị sửa"
    case .caseGap: "một hồ sơ không có khóa từ lần khôi phục đã được hai người chấp thuận"
    case .caseRow: "dòng ghi của hồ sơ không đúng với mục cuối cùng của hồ sơ"
    case .caseCare: "danh sách người được tiếp cận hồ sơ không đúng với nhật ký"
    case .caseExcerpt: "phần hồ sơ đã chia sẻ không đúng với nhật ký"
    case .caseDraft: "bản nháp của một biểu mẫu không đúng là bản người nhập đã giữ"
    case .caseEvidence: "tệp được giữ trong hồ sơ không đúng với tệp mà nhật ký nêu"
    case .caseRestriction: "hạn chế theo yêu cầu của chủ thể dữ liệu không đúng với nhật ký"
    case .caseKeys: "khóa đang dùng của hồ sơ không đúng với nhật ký"
    case .caseGrants: "danh sách khóa được trao ở mục này bị thiếu hoặc đã bị sửa"
    case .caseWrap: "một khóa của hồ sơ đã trao cho người có quyền bị thiếu hoặc đã bị sửa"
    default: nil
    }
  }

  func otherPast(_ fault: LogFault, size: Int, pinned: Int) -> String {
    logBroken(fault, entry: nil)
      + "; nhật ký này có \(size) mục, còn mốc đối chiếu của quý vị đã thấy \(pinned) mục, đến mục số"
      + " \(pinned - 1)"
  }
  func entriesFit(below entry: Int) -> String {
    entry == 0
      ? "không có mục nào được chứng minh là khớp"
      : "các mục từ 0 đến \(entry - 1) khớp với nhau và với chữ ký"
  }
  var heldByNoHead: String { "không có mốc đối chiếu nào giữ các mục này" }
  func exportContradicts(_ fault: LogFault, size: Int, export: Int) -> String {
    "bản xuất trong thư mục đó mâu thuẫn với nhật ký này: \(reason(fault)); bản xuất có \(export) mục,"
      + " có chữ ký của nhật ký, còn nhật ký này có \(size) mục; không ghi gì vào đó"
  }
  var exportContradictsHint: String {
    "giữ nguyên thư mục đó làm bằng chứng và báo người kiểm tra; nếu cần bản xuất khác thì nêu một thư"
      + " mục mới"
  }
  var pinFileUnreadable: String {
    "tệp không phải là tệp mốc đối chiếu; chưa dùng tệp này vào việc gì"
  }
  func pinFileForeign(_ pin: String) -> String {
    "\(pin) không cho biết gì về nhật ký này: mang tên khác, hoặc thiếu chữ ký cần có"
  }
  func pinFileAltered(_ pin: String) -> String {
    "\(pin) đã bị sửa: có dòng ký không hợp lệ, hoặc bằng khóa mà nhật ký này không biết"
  }
  var logBrokenHint: String {
    "không thay đổi gì, giữ nguyên bản sao của cả hai tệp và báo người kiểm tra"
  }
}
