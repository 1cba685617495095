import Vault

/// Why something from outside is not taken, or a witness does not sign.
protocol OutsideFaultWords {
  func witnessRollback(_ recorded: Int) -> String
  func witnessSplit(_ size: Int) -> String
  var witnessProof: String { get }
  var witnessBrokenHint: String { get }
  func witnessOldSize(_ recorded: Int) -> String
  func witnessOldSizeHint(_ recorded: Int) -> String
  var witnessRequest: String { get }
  var witnessLogSignature: String { get }
  var witnessLogKeyMissing: String { get }
  var witnessLogKeyHint: String { get }
  var witnessLogKeyForm: String { get }
  var witnessName: String { get }
  var witnessUnreadable: String { get }
  var witnessUnwritable: String { get }
  var witnessUnlockable: String { get }
  var unknownWitnessHint: String { get }
  var noSuchSize: String { get }
  func reason(_ fault: CosignatureFault) -> String
  func reason(_ fault: StampFault) -> String
}

extension English {
  func witnessRollback(_ recorded: Int) -> String {
    "NOT SIGNED, ROLLED BACK: the head is smaller than the \(recorded) entries signed before"
  }
  func witnessSplit(_ size: Int) -> String {
    "NOT SIGNED, SPLIT VIEW: another head of \(size) entries was signed before; both are kept as proof"
  }
  var witnessProof: String {
    "NOT SIGNED: the proof does not lead from the head signed before to this one"
  }
  var witnessBrokenHint: String {
    "it may be an old or damaged file: ask for a new request; if that is refused too, tell the auditor"
  }
  func witnessOldSize(_ recorded: Int) -> String {
    "the request begins at another size than the \(recorded) entries signed last"
  }
  func witnessOldSizeHint(_ recorded: Int) -> String {
    "ask the vault for another one: safekeep log cosign-request --old \(recorded)"
  }
  var witnessRequest: String { "the file is not a request to a witness" }
  var witnessLogSignature: String {
    "the head is not signed by the log key that this witness trusts"
  }
  var witnessLogKeyMissing: String { "this witness does not know the log yet" }
  var witnessLogKeyHint: String {
    "give the log's key, which its people told you themselves, with --log-key;"
      + " a new key is taken only with a head that the old one signed too"
  }
  var witnessLogKeyForm: String { "--log-key is not the key of a log" }
  var witnessName: String { "a witness's name is letters, digits and signs without a space or a +" }
  var witnessUnreadable: String {
    "the key or the memory of this witness cannot be read; without it nothing is signed"
  }
  var witnessUnwritable: String { "the key or the memory of this witness cannot be written" }
  var witnessUnlockable: String {
    "another signing is under way, or the witness's folder cannot be locked"
  }
  var unknownWitnessHint: String {
    "give the witness's key, which the witness told you themselves, with --witness"
  }
  var noSuchSize: String {
    "the log never had so many entries as --old says, or no witness was asked of the head that --head names"
  }

  func reason(_ fault: CosignatureFault) -> String {
    switch fault {
    case .form: "the file holds neither a signed head nor a witness's line"
    case .head: "the head in the file is not one that this log had"
    case .key: "--witness is not the key of a witness"
    case .unknownWitness: "no line in the file is by a witness whose key is known here"
    case .signature: "the witness's line is not valid for any head that was sent"
    case .known: "this line of the witness is kept already"
    }
  }

  func reason(_ fault: StampFault) -> String {
    switch fault {
    case .length: "the answer, the query or the certificates are larger than they can be"
    case .malformed: "the file is not an answer of a time-stamping authority"
    case .query: "the file of --query is not a query for SHA-256"
    case .notGranted: "the authority answered without a time-stamp"
    case .imprint: "the time-stamp is for other bytes (message imprint mismatch)"
    case .nonce: "the time-stamp answers another query (nonce)"
    case .untrusted: "the certificates of --ca do not lead to who signed the time-stamp"
    case .signature: "the signature of the time-stamp is not valid"
    case .authority: "the file of --ca holds no certificate that can be read"
    case .unasked: "the time-stamp is not for a head that this vault asked about"
    case .known: "this time-stamp is kept already"
    }
  }
}

extension Vietnamese {
  func witnessRollback(_ recorded: Int) -> String {
    "KHÔNG KÝ, ĐÃ BỊ ĐƯA VỀ TRẠNG THÁI CŨ: phần đầu nhỏ hơn \(recorded) mục đã ký trước đó"
  }
  func witnessSplit(_ size: Int) -> String {
    "KHÔNG KÝ, HAI BẢN KHÁC NHAU: đã ký phần đầu khác có \(size) mục; cả hai được giữ làm chứng cứ"
  }
  var witnessProof: String {
    "KHÔNG KÝ: bằng chứng không dẫn từ phần đầu đã ký trước đó đến phần đầu này"
  }
  var witnessBrokenHint: String {
    "có thể tệp cũ hoặc hỏng: xin yêu cầu mới; nếu vẫn bị từ chối, xin báo người kiểm tra"
  }
  func witnessOldSize(_ recorded: Int) -> String {
    "yêu cầu bắt đầu từ số mục khác với \(recorded) mục đã ký lần trước"
  }
  func witnessOldSizeHint(_ recorded: Int) -> String {
    "xin kho lập yêu cầu khác: safekeep log cosign-request --old \(recorded)"
  }
  var witnessRequest: String { "tệp không phải là yêu cầu gửi bên chứng kiến" }
  var witnessLogSignature: String {
    "phần đầu không do khóa nhật ký mà bên chứng kiến này tin cậy ký"
  }
  var witnessLogKeyMissing: String { "bên chứng kiến này chưa biết nhật ký" }
  var witnessLogKeyHint: String {
    "xin nêu khóa của nhật ký, nhận trực tiếp từ người của kho, bằng --log-key;"
      + " khóa mới chỉ được nhận cùng phần đầu mà khóa cũ cũng ký"
  }
  var witnessLogKeyForm: String { "--log-key không phải khóa của nhật ký" }
  var witnessName: String {
    "tên bên chứng kiến gồm chữ không dấu, số và ký hiệu, không có khoảng trắng hoặc dấu +"
  }
  var witnessUnreadable: String {
    "không đọc được khóa hoặc bộ nhớ của bên chứng kiến này; không có thì không ký"
  }
  var witnessUnwritable: String { "không ghi được khóa hoặc bộ nhớ của bên chứng kiến này" }
  var witnessUnlockable: String {
    "đang có lần ký khác, hoặc không khóa được thư mục của bên chứng kiến"
  }
  var unknownWitnessHint: String {
    "xin nêu khóa của bên chứng kiến, nhận trực tiếp từ người đó, bằng --witness"
  }
  var noSuchSize: String {
    "nhật ký chưa từng có số mục như --old, hoặc chưa hỏi bên chứng kiến nào về phần đầu nêu ở --head"
  }

  func reason(_ fault: CosignatureFault) -> String {
    switch fault {
    case .form: "tệp không có phần đầu đã ký, cũng không có đồng chữ ký của bên chứng kiến"
    case .head: "phần đầu trong tệp không phải của nhật ký này"
    case .key: "--witness không phải khóa của bên chứng kiến"
    case .unknownWitness: "trong tệp không có đồng chữ ký của bên chứng kiến mà kho đã biết khóa"
    case .signature: "đồng chữ ký của bên chứng kiến không hợp lệ với phần đầu nào đã gửi"
    case .known: "chữ ký này đã được lưu"
    }
  }

  func reason(_ fault: StampFault) -> String {
    switch fault {
    case .length: "trả lời, yêu cầu hoặc chứng thư lớn hơn mức cho phép"
    case .malformed: "tệp không phải trả lời của tổ chức cấp dấu thời gian"
    case .query: "tệp của --query không phải yêu cầu dùng SHA-256"
    case .notGranted: "tổ chức trả lời nhưng không cấp dấu thời gian"
    case .imprint: "dấu thời gian thuộc nội dung khác"
    case .nonce: "dấu thời gian trả lời yêu cầu khác"
    case .untrusted: "chứng thư của --ca không dẫn đến người ký dấu thời gian"
    case .signature: "chữ ký của dấu thời gian không hợp lệ"
    case .authority: "tệp của --ca không có chứng thư đọc được"
    case .unasked: "dấu thời gian không thuộc phần đầu mà kho này đã gửi"
    case .known: "dấu thời gian này đã được lưu"
    }
  }
}
