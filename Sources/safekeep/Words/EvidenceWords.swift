import Vault

/// Pins, proofs, copies of the log, and a vault that was put back.
protocol EvidenceWords {
  func nextSave(_ code: String) -> String
  // Options and arguments
  var argumentEntry: String { get }
  var argumentLogCopy: String { get }
  var optionProofTo: String { get }
  var optionPinTo: String { get }
  var optionVerifyPin: String { get }
  var optionFromPin: String { get }
  var optionTrustedKey: String { get }
  var optionSaveProof: String { get }
  var optionConfirmRollback: String { get }
  // Files
  var newFileExists: String { get }
  var newFileRefused: String { get }
  // Proofs and pins
  func entryProven(_ seq: Int, size: Int) -> String
  func noSuchEntry(recorded: Int) -> String
  func headPinned(size: Int, earlier: Int) -> String
  /// `pin`: what `pinFile` calls it; `log`: how many entries the log has.
  func pinContradicts(_ pin: String, _ fault: LogFault, size: Int, log: Int) -> String
  var oneKindOfPin: String { get }
  var noPin: String { get }
  var noPinHint: String { get }
  func entriesFit(from first: Int, to last: Int) -> String
  func notLookedAt(below entry: Int) -> String
  // Copies
  func relation(_ relation: ComparedLogs.Relation) -> String
  func headsSigned(_ binding: ComparedLogs.Binding) -> String
  func pairSaved(_ binding: ComparedLogs.Binding) -> String
  func pairNotSaved(_ why: String) -> String
  var cannotTell: String { get }
  var cannotTellHint: String { get }
  func logCopyRefused(_ fault: LogCopyFault, number: Int) -> String
  // Exports and following
  var argumentExportFolder: String { get }
  var optionWithHandles: String { get }
  var optionOnce: String { get }
  var exportingLog: String { get }
  var badFrom: String { get }
  var exportFolder: String { get }
  var exportFolderHint: String { get }
  /// What goes with an export to whoever checks it.
  func nextVerify(origin: String) -> String
  // A vault that was put back
}

extension English {
  func nextSave(_ code: String) -> String {
    "next: safekeep evidence save \(code) RECORD --to FILE"
  }
  var argumentEntry: String { "The number of the entry." }
  var argumentLogCopy: String { "An export, or a file with a checkpoint or with pins." }
  var optionProofTo: String {
    "The new file for the proof (else SEQ.tlog-proof); the entry goes beside it, as .leaf."
  }
  var optionPinTo: String { "The pin file; a new head is added at its end." }
  var optionVerifyPin: String { "A pin file: the log must begin with every head in it." }
  var optionFromPin: String { "Read only what came after your own pin." }
  var optionTrustedKey: String { "The key of the log (vkey), from somebody you trust." }
  var optionSaveProof: String { "Where they contradict each other: write both heads there." }
  var optionConfirmRollback: String {
    "Who asks: the first eight digits of the vault's id. Who gives: the number of the request."
  }
  var newFileExists: String { "there is something of that name already; nothing was written over" }
  var newFileRefused: String { "the file cannot be made there" }
  func entryProven(_ seq: Int, size: Int) -> String {
    "entry \(seq) with its proof, under the signed head of \(size) entries; any program that knows"
      + " tlog-proof can check it"
  }
  func noSuchEntry(recorded: Int) -> String {
    "the log has no such entry; recorded as log entry \(recorded)"
  }
  func headPinned(size: Int, earlier: Int) -> String {
    "the head of \(size) entries was added"
      + (earlier == 0 ? "" : "; the log begins with the \(earlier) that were there")
      + "; keep the file where nobody who can write the vault can write it"
  }
  func pinContradicts(_ pin: String, _ fault: LogFault, size: Int, log: Int) -> String {
    "THE LOG DOES NOT VERIFY against \(pin), of \(size) entries: \(reason(fault)); this log has \(log)"
  }
  var oneKindOfPin: String { "--pin and --from-pin are not for one command" }
  var noPin: String { "this account has no pin of this log to go on from" }
  var noPinHint: String { "read all of it: safekeep log verify" }
  func entriesFit(from first: Int, to last: Int) -> String {
    "entries \(first) to \(last) fit each other, their signatures, the head, and your pin"
  }
  func notLookedAt(below entry: Int) -> String {
    "not looked at: what is stored of entries 0 to \(entry - 1), whose hashes your pin holds, and the"
      + " data of the cases; for those: safekeep log verify"
  }
  func relation(_ relation: ComparedLogs.Relation) -> String {
    switch relation {
    case .same: "one and the same"
    case .extended: "the larger continues the smaller"
    case .splitView: "SPLIT VIEW: neither continues the other"
    case .unknown: "cannot be told"
    }
  }
  func headsSigned(_ binding: ComparedLogs.Binding) -> String {
    switch binding {
    case .oneKey: "the log's key signed both heads"
    case .exports: "a key of the log signed each head"
    case .severalKeys: "two of the keys that you brought signed one head each"
    case .none:
      "whether the log's key signed both heads was not checked: bring it with --key, or a whole export"
    }
  }
  func pairNotSaved(_ why: String) -> String { "the pair is not saved: \(why)" }
  func pairSaved(_ binding: ComparedLogs.Binding) -> String {
    switch binding {
    case .oneKey:
      "both heads are saved, and the log's key that signed them; to whoever knows that key as the log's they are the proof"
    case .exports:
      "both heads are saved; the log changed its key between them, so that the two exports are the proof: keep both whole"
    case .severalKeys, .none: "both heads are saved; they prove nothing yet"
    }
  }
  var cannotTell: String {
    "whether the larger continues the smaller cannot be told: nothing here proves it"
  }
  var cannotTellHint: String {
    "bring an export of the larger with its tiles, or with the consistency proof of these two sizes"
  }
  func logCopyRefused(_ fault: LogCopyFault, number: Int) -> String {
    let copy = number == 1 ? "A" : "B"
    switch fault {
    case .missing: return "\(copy) is neither an export nor a file with a checkpoint"
    case .strange: return "\(copy) is no plain file: a pipe or a device"
    case .large: return "\(copy) is longer than any such file can be"
    case .unreadable: return "\(copy) is there and cannot be read"
    case .form: return "the checkpoint of \(copy) does not have its form"
    case .signature: return "the line of the log's key under \(copy) is not good"
    case .origin: return "A and B are of two different logs"
    case .tiles: return "the tiles of \(copy) do not lead to its checkpoint"
    case .key: return "the file of the key holds no key"
    case .otherKey: return "the key in the file is not of the log that is compared"
    }
  }
  var argumentExportFolder: String {
    "A new or empty directory, or one with an export of this log."
  }
  var optionWithHandles: String { "Say also who is behind each key; recorded apart." }
  var optionOnce: String { "Show what is there, and end." }
  var exportingLog: String { "exporting the log" }
  var badFrom: String { "--from is the number of an entry, 0 or more" }
  var exportFolder: String { "the directory holds something else than an export of this log" }
  var exportFolderHint: String { "name a new one" }
  func nextVerify(origin: String) -> String {
    "without the vault and without any key it is checked by: safekeep-verify DIR --origin \(origin)"
  }
}

extension Vietnamese {
  func nextSave(_ code: String) -> String {
    "tiếp theo: safekeep evidence save \(code) BẢN_GHI --to TỆP"
  }
  var argumentEntry: String { "Số của mục nhật ký." }
  var argumentLogCopy: String { "Bản xuất, hoặc tệp có điểm kiểm chứng hay mốc đối chiếu." }
  var optionProofTo: String {
    "Tệp mới cho bằng chứng (mặc định SỐ.tlog-proof); mục nhật ký ghi bên cạnh, đuôi .leaf."
  }
  var optionPinTo: String { "Tệp mốc đối chiếu; phần đầu mới được ghi thêm vào cuối tệp." }
  var optionVerifyPin: String { "Tệp mốc đối chiếu: nhật ký phải bắt đầu bằng từng mốc trong tệp." }
  var optionFromPin: String { "Chỉ đọc phần sau mốc đối chiếu của mình." }
  var optionTrustedKey: String { "Khóa của nhật ký (vkey), nhận từ người đáng tin cậy." }
  var optionSaveProof: String { "Khi hai bản mâu thuẫn: ghi cả hai phần đầu vào thư mục này." }
  var optionConfirmRollback: String {
    "Người đề nghị: tám ký tự đầu của mã kho. Người chấp thuận: số của mục đề nghị."
  }
  var newFileExists: String { "nơi đó đã có tệp hoặc thư mục mang tên này; không ghi đè lên gì" }
  var newFileRefused: String { "không tạo được tệp ở nơi đó" }
  func entryProven(_ seq: Int, size: Int) -> String {
    "mục số \(seq) cùng bằng chứng, theo phần đầu có chữ ký của \(size) mục; chương trình nào biết"
      + " tlog-proof cũng kiểm tra được"
  }
  func noSuchEntry(recorded: Int) -> String {
    "nhật ký không có mục này; đã ghi lại ở mục nhật ký số \(recorded)"
  }
  func headPinned(size: Int, earlier: Int) -> String {
    "đã ghi thêm phần đầu của \(size) mục"
      + (earlier == 0 ? "" : "; nhật ký bắt đầu đúng bằng \(earlier) mốc đã có")
      + "; cất tệp ở nơi mà người ghi được vào kho không ghi được"
  }
  func pinContradicts(_ pin: String, _ fault: LogFault, size: Int, log: Int) -> String {
    "NHẬT KÝ KHÔNG KHỚP với \(pin), gồm \(size) mục: \(reason(fault)); nhật ký này có \(log) mục"
  }
  var oneKindOfPin: String { "không dùng --pin và --from-pin trong cùng một lệnh" }
  var noPin: String { "tài khoản này chưa có mốc đối chiếu nào của nhật ký" }
  var noPinHint: String { "đọc toàn bộ bằng: safekeep log verify" }
  func entriesFit(from first: Int, to last: Int) -> String {
    "các mục từ \(first) đến \(last) khớp với nhau, với chữ ký, phần đầu nhật ký và mốc của quý vị"
  }
  func notLookedAt(below entry: Int) -> String {
    "chưa xem: nội dung đang lưu của các mục từ 0 đến \(entry - 1), có mã băm theo mốc của quý vị, và dữ"
      + " liệu hồ sơ; xem bằng: safekeep log verify"
  }
  func relation(_ relation: ComparedLogs.Relation) -> String {
    switch relation {
    case .same: "là một"
    case .extended: "bản dài nối tiếp bản ngắn"
    case .splitView: "HAI BẢN KHÁC NHAU: không bản nào nối tiếp bản kia"
    case .unknown: "chưa xác định được"
    }
  }
  func headsSigned(_ binding: ComparedLogs.Binding) -> String {
    switch binding {
    case .oneKey: "khóa của nhật ký đã ký cả hai phần đầu"
    case .exports: "mỗi phần đầu do một khóa của nhật ký ký"
    case .severalKeys: "hai trong các khóa đã nêu, mỗi khóa ký một phần đầu"
    case .none:
      "chưa kiểm tra khóa của nhật ký có ký cả hai phần đầu hay không: nêu khóa bằng --key, hoặc dùng bản"
        + " xuất đầy đủ các tệp"
    }
  }
  func pairNotSaved(_ why: String) -> String { "cặp này chưa được lưu: \(why)" }
  func pairSaved(_ binding: ComparedLogs.Binding) -> String {
    switch binding {
    case .oneKey:
      "đã lưu cả hai phần đầu và khóa của nhật ký đã ký; ai nhận khóa đó là khóa của nhật ký thì cặp này là bằng chứng"
    case .exports:
      "đã lưu cả hai phần đầu; giữa hai phần nhật ký đã đổi khóa nên bằng chứng là hai bản xuất: xin giữ nguyên cả hai"
    case .severalKeys, .none: "đã lưu cả hai phần đầu; hai phần này chưa chứng minh được gì"
    }
  }
  var cannotTell: String {
    "chưa xác định được bản dài có nối tiếp bản ngắn hay không: ở đây không có gì chứng minh"
  }
  var cannotTellHint: String {
    "cần bản xuất của bản dài có các khối mã băm, hoặc bằng chứng nối tiếp giữa hai số mục này"
  }
  func logCopyRefused(_ fault: LogCopyFault, number: Int) -> String {
    let copy = number == 1 ? "A" : "B"
    switch fault {
    case .missing: return "\(copy) không phải bản xuất, cũng không phải tệp có điểm kiểm chứng"
    case .strange: return "\(copy) không phải tệp thông thường mà là đường ống hoặc thiết bị"
    case .large: return "\(copy) dài hơn mức mà tệp loại này có thể có"
    case .unreadable: return "có \(copy) nhưng không đọc được"
    case .form: return "điểm kiểm chứng của \(copy) không đúng thể thức"
    case .signature: return "dòng ký bằng khóa của nhật ký trong \(copy) không hợp lệ"
    case .origin: return "A và B thuộc hai nhật ký khác nhau"
    case .tiles: return "các khối mã băm của \(copy) không dẫn đến điểm kiểm chứng của bản đó"
    case .key: return "tệp khóa không có khóa nào"
    case .otherKey: return "khóa trong tệp không phải của nhật ký đang so sánh"
    }
  }
  var argumentExportFolder: String {
    "Thư mục mới hoặc trống, hoặc thư mục có bản xuất của nhật ký này."
  }
  var optionWithHandles: String { "Cho biết cả tài khoản đứng sau mỗi khóa; được ghi riêng." }
  var optionOnce: String { "Xem những mục đang có rồi kết thúc." }
  var exportingLog: String { "đang xuất nhật ký" }
  var badFrom: String { "--from là số của một mục, từ 0 trở lên" }
  var exportFolder: String { "thư mục có nội dung khác, không phải bản xuất của nhật ký này" }
  var exportFolderHint: String { "nêu một thư mục mới" }
  func nextVerify(origin: String) -> String {
    "kiểm tra không cần kho và không cần khóa bằng: safekeep-verify THƯ_MỤC --origin \(origin)"
  }
}
