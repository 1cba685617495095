/// `log checkpoint`: the options, and the page to print.
protocol CheckpointWords {
  var optionQR: String { get }
  var optionPageTo: String { get }
  var qrAbsent: String { get }
  func checkpointHandedOut(entry: Int) -> String
  var checkpointTitle: String { get }
  func checkpointMeaning(size: Int) -> String
  func checkpointStamp(_ handle: String, time: String, entry: Int) -> String
}

extension English {
  var optionQR: String { "Draw it as a QR code too, where libqrencode is installed." }
  var optionPageTo: String { "Write a page to print to this new file." }
  var qrAbsent: String {
    "no QR code: libqrencode4 is not installed (apt install libqrencode4); the text says the same"
  }
  func checkpointHandedOut(entry: Int) -> String {
    "this head was handed out as log entry \(entry); keep it outside this machine"
  }
  var checkpointTitle: String { "Head of the log" }
  func checkpointMeaning(size: Int) -> String {
    "This log has \(size) entries. Keep this page away from the machine. A log that is honest goes on"
      + " from this head for ever; one that does not was put back or changed."
  }
  func checkpointStamp(_ handle: String, time: String, entry: Int) -> String {
    "Printed by \(handle), \(time), log entry \(entry)."
  }
}

extension Vietnamese {
  var optionQR: String { "Vẽ cả mã QR, nếu máy có libqrencode." }
  var optionPageTo: String { "Ghi trang để in vào tệp mới này." }
  var qrAbsent: String {
    "không có mã QR: máy chưa cài libqrencode4 (apt install libqrencode4); phần chữ có cùng nội dung"
  }
  func checkpointHandedOut(entry: Int) -> String {
    "phần đầu này được đưa ra ở mục nhật ký số \(entry); xin lưu giữ bên ngoài máy này"
  }
  var checkpointTitle: String { "Phần đầu nhật ký" }
  func checkpointMeaning(size: Int) -> String {
    "Nhật ký này có \(size) mục. Xin giữ trang này xa máy. Nhật ký trung thực luôn nối tiếp từ phần đầu này;"
      + " nếu không, nhật ký đã bị đưa về trạng thái cũ hoặc bị sửa."
  }
  func checkpointStamp(_ handle: String, time: String, entry: Int) -> String {
    "Người in: \(handle), \(time), mục nhật ký số \(entry)."
  }
}
