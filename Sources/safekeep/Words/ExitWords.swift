/// What each exit status means, for `safekeep-exit(7)` and the manual.
protocol ExitWords {
  func meaning(of status: ExitStatus) -> String
  var exitTitle: String { get }
  var exitIntroduction: String { get }
  /// NAME, DESCRIPTION and SEE ALSO, as manual pages of the language have them.
  var exitHeadings: (name: String, description: String, also: String) { get }
}

extension English {
  var exitTitle: String { "exit statuses of safekeep" }
  var exitIntroduction: String {
    "Scripts may decide by these numbers: none ever changes its meaning, 77 and 20 never mean anything else, and an unknown number is a failure. With --json the error names the word in brackets."
  }
  var exitHeadings: (name: String, description: String, also: String) {
    ("NAME", "DESCRIPTION", "SEE ALSO")
  }

  func meaning(of status: ExitStatus) -> String {
    switch status {
    case .done: "done"
    case .failed: "failed"
    case .passphrase: "wrong passphrase, or locked"
    case .logBroken: "the log does not verify, or was rolled back"
    case .usage: "the command was not written as it should be"
    case .badData: "data not as it should be; or a field does not open while the log is sound"
    case .notFound: "no such case, member or file; or not a vault"
    case .cannotCreate: "cannot create; or read-only"
    case .storage: "storage: disk full, or input/output error"
    case .busy: "the vault was held by another process for more than 30 seconds"
    case .newerFormat: "the vault has a newer format than this program knows"
    case .denied: "not allowed; the attempt is recorded in the log"
    case .configuration: "the rule book or the configuration is wrong"
    case .interrupted: "interrupted"
    }
  }
}

extension Vietnamese {
  var exitTitle: String { "các mã kết thúc của safekeep" }
  var exitIntroduction: String {
    "Chương trình khác có thể dựa vào các số này: không số nào đổi nghĩa, 77 và 20 không bao giờ mang nghĩa khác, số không có ở đây là thất bại. Với --json, thông báo lỗi ghi từ trong ngoặc."
  }
  var exitHeadings: (name: String, description: String, also: String) {
    ("TÊN", "MÔ TẢ", "XEM THÊM")
  }

  func meaning(of status: ExitStatus) -> String {
    switch status {
    case .done: "đã hoàn thành"
    case .failed: "không thực hiện được"
    case .passphrase: "sai mật khẩu hoặc đang khóa"
    case .logBroken: "nhật ký không khớp khi kiểm tra hoặc đã bị đưa về trạng thái cũ"
    case .usage: "câu lệnh viết chưa đúng"
    case .badData:
      "dữ liệu không đúng quy định; hoặc một trường không mở được dù nhật ký nguyên vẹn"
    case .notFound: "không có hồ sơ, thành viên hoặc tệp này; hoặc đây không phải là kho hồ sơ"
    case .cannotCreate: "không tạo được; hoặc chỉ được phép đọc"
    case .storage: "lỗi lưu trữ: đĩa đầy hoặc lỗi đọc, ghi"
    case .busy: "kho hồ sơ bị một tiến trình khác giữ quá 30 giây"
    case .newerFormat: "kho hồ sơ có định dạng mới hơn chương trình này"
    case .denied: "không được phép; việc này đã được ghi vào nhật ký"
    case .configuration: "bộ quy tắc hoặc cấu hình không đúng"
    case .interrupted: "đã bị dừng giữa chừng"
    }
  }
}
