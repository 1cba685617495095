/// Witnesses and authorities outside: what goes out to them by hand, and what comes back.
protocol OutsideWords {
  var argumentRequest: String { get }
  var argumentCosigned: String { get }
  var argumentStamp: String { get }
  var optionOld: String { get }
  var optionAskedHead: String { get }
  var optionTo: String { get }
  var optionAsWitness: String { get }
  var optionLogKey: String { get }
  var optionWitness: String { get }
  var optionQueryTo: String { get }
  var optionNoteTo: String { get }
  var optionCA: String { get }
  var optionQuery: String { get }
  func requestMade(entry: Int) -> String
  var requestHint: String { get }
  func requestChangesKey(_ vkey: String) -> String
  var otherLogKey: String { get }
  func cosigned(size: Int, previous: Int) -> String
  var witnessKeyMade: String { get }
  func witnessKeyIs(_ key: String) -> String
  func cosignatureKept(_ witness: String, upTo entry: Int, entry receipt: Int) -> String
  func queryMade(entry: Int) -> String
  var queryHint: String { get }
  /// `after`: the entry of the receipt.
  func stampedUpTo(entry: Int, time: String, after receipt: Int) -> String
}

extension English {
  func outside(_ topic: Topic) -> String? {
    switch topic {
    case .logCheckpoint: "The signed head: text, QR code, or a page to print."
    case .logCosignRequest: "Ask a witness outside to sign the head."
    case .logCosign: "As a witness, without a vault: sign a head that continues the last."
    case .logAddCosignature: "Take in what a witness signed."
    case .logTimestamp: "The time of an authority outside (RFC 3161)."
    case .logTimestampRequest: "Write a query about the head, for an authority."
    case .logTimestampAdd: "Take in an authority's answer."
    default: nil
    }
  }
  var argumentRequest: String { "The request of log cosign-request; - is standard input." }
  var argumentCosigned: String { "What the witness gave back; - is standard input." }
  var argumentStamp: String { "The authority's answer (DER); - is standard input." }
  var optionOld: String {
    "The size that the witness signed last (else the largest that any witness signed; 0 for never)."
  }
  var optionAskedHead: String {
    "Not the present head: one of which a witness was asked before, by its number of entries, so that several sign the same."
  }
  var optionTo: String { "Write it to a new file (else to standard output)." }
  var optionAsWitness: String { "The witness's name, such as auditor.example/w1." }
  var optionLogKey: String {
    "The log's key (name+id+key), needed the first time and when the log changes it; several, oldest first."
  }
  var optionWitness: String { "The witness's key (name+id+key), needed the first time." }
  var optionQueryTo: String { "Write the query to this new file." }
  var optionNoteTo: String { "Write what is stamped to this new file, for other tools." }
  var optionCA: String { "The authority's certificates (PEM), which you decided to trust." }
  var optionQuery: String { "The query that was sent, where it was not this vault's own." }
  func requestMade(entry: Int) -> String {
    "the head is on its way to a witness, log entry \(entry)"
  }
  func requestChangesKey(_ vkey: String) -> String {
    "the log changed its key with this head: tell the witness --log-key \(vkey)"
  }
  var otherLogKey: String {
    "another key of the log signed this head too: name it next time with --log-key; whoever made the request"
      + " tells it"
  }
  var requestHint: String {
    "next, by the witness: safekeep log cosign REQUEST --as-witness NAME --to ANSWER;"
      + " then here: safekeep log add-cosignature ANSWER"
  }
  func cosigned(size: Int, previous: Int) -> String {
    previous == 0
      ? "signed: \(size) entries, the first head of this log"
      : "signed: \(size) entries, which continue the \(previous) signed before"
  }
  var witnessKeyMade: String {
    "a key was made for this witness; whoever is to trust it needs the key below from your own hand"
  }
  func witnessKeyIs(_ key: String) -> String { "this witness's key: \(key)" }
  func cosignatureKept(_ witness: String, upTo entry: Int, entry receipt: Int) -> String {
    "entries 0 to \(entry) are held by \(witness); recorded as log entry \(receipt)"
  }
  func queryMade(entry: Int) -> String {
    "the query is on its way to an authority, log entry \(entry)"
  }
  var queryHint: String {
    "when the answer is here: safekeep log timestamp add ANSWER.tsr --ca AUTHORITY.pem"
  }
  func stampedUpTo(entry: Int, time: String, after receipt: Int) -> String {
    "entries 0 to \(entry) were there at \(time), says an authority outside;"
      + " entries after \(receipt) were written after that"
  }
}

extension Vietnamese {
  func outside(_ topic: Topic) -> String? {
    switch topic {
    case .logCheckpoint: "Phần đầu nhật ký đã ký: dạng chữ, mã QR hoặc trang để in."
    case .logCosignRequest: "Yêu cầu bên chứng kiến bên ngoài ký phần đầu nhật ký."
    case .logCosign: "Dành cho bên chứng kiến, không cần kho: ký phần đầu nối tiếp lần trước."
    case .logAddCosignature: "Nhận đồng chữ ký của bên chứng kiến."
    case .logTimestamp: "Dấu thời gian của tổ chức bên ngoài (RFC 3161)."
    case .logTimestampRequest: "Ghi tệp yêu cầu cấp dấu thời gian cho phần đầu nhật ký."
    case .logTimestampAdd: "Nhận trả lời của tổ chức cấp dấu thời gian."
    default: nil
    }
  }
  var argumentRequest: String { "Tệp yêu cầu của log cosign-request; - là đầu vào chuẩn." }
  var argumentCosigned: String { "Tệp mà bên chứng kiến gửi lại; - là đầu vào chuẩn." }
  var argumentStamp: String { "Trả lời của tổ chức cấp dấu thời gian (DER); - là đầu vào chuẩn." }
  var optionOld: String {
    "Số mục mà bên chứng kiến đã ký lần trước (mặc định: số lớn nhất đã được ký; 0 là chưa lần nào)."
  }
  var optionAskedHead: String {
    "Không phải phần đầu hiện tại mà là phần đầu đã hỏi trước đó, theo số mục, để nhiều bên cùng ký một phần đầu."
  }
  var optionTo: String { "Ghi vào tệp mới này (mặc định: đầu ra chuẩn)." }
  var optionAsWitness: String { "Tên của bên chứng kiến, ví dụ auditor.example/w1." }
  var optionLogKey: String {
    "Khóa của nhật ký (tên+số+khóa), cần cho lần đầu và khi nhật ký đổi khóa; nhiều khóa thì khóa cũ nhất trước."
  }
  var optionWitness: String { "Khóa của bên chứng kiến (tên+số+khóa), cần cho lần đầu." }
  var optionQueryTo: String { "Ghi yêu cầu vào tệp mới này." }
  var optionNoteTo: String { "Ghi nội dung được đóng dấu vào tệp mới này, dùng cho công cụ khác." }
  var optionCA: String { "Chứng thư (PEM) của tổ chức mà quý vị đã quyết định tin cậy." }
  var optionQuery: String { "Yêu cầu đã gửi, nếu không phải yêu cầu do kho này lập." }
  func requestMade(entry: Int) -> String {
    "phần đầu nhật ký được chuyển đến bên chứng kiến, mục nhật ký số \(entry)"
  }
  func requestChangesKey(_ vkey: String) -> String {
    "nhật ký đổi khóa từ đầu này: xin báo cho người xác nhận --log-key \(vkey)"
  }
  var otherLogKey: String {
    "đầu này còn có chữ ký của một khóa khác của nhật ký: lần sau xin nêu khóa đó bằng --log-key; người lập yêu"
      + " cầu cho biết khóa"
  }
  var requestHint: String {
    "tiếp theo, bên chứng kiến chạy: safekeep log cosign YÊU_CẦU --as-witness TÊN --to TRẢ_LỜI;"
      + " rồi tại đây: safekeep log add-cosignature TRẢ_LỜI"
  }
  func cosigned(size: Int, previous: Int) -> String {
    previous == 0
      ? "đã ký: \(size) mục, lần đầu cho nhật ký này"
      : "đã ký: \(size) mục, nối tiếp \(previous) mục đã ký trước đó"
  }
  var witnessKeyMade: String {
    "đã tạo khóa cho bên chứng kiến này; ai cần tin khóa này phải nhận trực tiếp từ quý vị"
  }
  func witnessKeyIs(_ key: String) -> String { "khóa của bên chứng kiến này: \(key)" }
  func cosignatureKept(_ witness: String, upTo entry: Int, entry receipt: Int) -> String {
    "các mục từ 0 đến \(entry) được \(witness) lưu giữ; đã ghi ở mục nhật ký số \(receipt)"
  }
  func queryMade(entry: Int) -> String {
    "yêu cầu được chuyển đến tổ chức cấp dấu thời gian, mục nhật ký số \(entry)"
  }
  var queryHint: String {
    "khi có trả lời, xin chạy: safekeep log timestamp add TRẢ_LỜI.tsr --ca TỔ_CHỨC.pem"
  }
  func stampedUpTo(entry: Int, time: String, after receipt: Int) -> String {
    "các mục từ 0 đến \(entry) đã có vào lúc \(time), theo tổ chức bên ngoài;"
      + " các mục sau mục \(receipt) được ghi sau thời điểm đó"
  }
}
