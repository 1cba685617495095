/// `intake import`: a register of arrivals, all of it or nothing.
protocol IntakeWords {
  var optionRegisterMap: String { get }
  var optionRegisterAgain: String { get }
  func badMapping(line: Int) -> String
  func unreadMapping(line: Int, reason: String) -> String
  func mappingUnused(line: Int) -> String
  func importedBefore(entry: Int) -> String
  var readingRegister: String { get }
  var writingCases: String { get }
  func imported(cases: Int, entry: Int) -> String
  var nextLead: String { get }
  /// What a social worker imports is theirs.
  var nextOwn: String { get }
  /// What a lead opens or imports waits for the lead, who records nothing of reception.
  /// `code`: nil where there are many.
  func nextAssign(code: String?) -> String
  /// Names are the labels of the fields that the step after reception asks for.
  func importedWithout(_ missing: String, cases: Int) -> String
  /// One line of the report of faults. It names the place and the reason, never the value.
  func registerFault(line: Int, field: String?, reason: String) -> String
  func registerRefused(faults: Int, lines: Int) -> String
  /// Above so many faults the rest is only counted.
  func moreFaults(_ count: Int) -> String
  /// How a spreadsheet saves a file that is taken, of all that can be wrong with how it is saved at once.
  var savingRegister: String { get }
  var registerEmpty: String { get }
  func dryRunSound(cases: Int) -> String
}

extension English {
  var savingRegister: String {
    "in LibreOffice: Save As, Text CSV, Unicode (UTF-8), field delimiter a comma"
      + "\nwith Excel alone: save as CSV UTF-8, open that file in Notepad, and save it with the encoding UTF-8, not UTF-8 with BOM"
      + "\nwhere Excel writes semicolons: first set the list separator of Windows to a comma (Region, Additional settings)"
  }
  var optionRegisterMap: String {
    "A table theirs,ours of the columns of a register from elsewhere; empty leaves one out."
  }
  var optionRegisterAgain: String { "Import the same file once more." }
  func badMapping(line: Int) -> String {
    "the table of columns is wrong on line \(line): its heading is theirs,ours, each name stands once, and ours is a column of the register or empty"
  }
  func unreadMapping(line: Int, reason: String) -> String {
    "the table of columns cannot be read, line \(line): \(reason)"
  }
  func mappingUnused(line: Int) -> String {
    "line \(line) of the table of columns names a column that the register does not have"
  }
  func importedBefore(entry: Int) -> String {
    "this very file was imported before, log entry \(entry); --again imports it once more"
  }
  var readingRegister: String { "reading the register" }
  var writingCases: String { "sealing the cases" }
  func imported(cases: Int, entry: Int) -> String {
    (cases == 1 ? "1 case" : "\(cases) cases") + " imported, log entry \(entry)"
  }
  var nextOwn: String { "they are yours; next: safekeep case list" }
  func nextAssign(code: String?) -> String {
    "next, give \(code == nil ? "each" : "it") an owner:"
      + " safekeep case assign \(code ?? "CASE") HANDLE --owner"
  }
  var nextLead: String { "next, a lead assigns them: safekeep case list" }
  func importedWithout(_ missing: String, cases: Int) -> String {
    "\(cases) still without: \(missing)"
  }
  func registerFault(line: Int, field: String?, reason: String) -> String {
    "line \(line)" + (field.map { ", \($0)" } ?? "") + ": \(reason)"
  }
  func registerRefused(faults: Int, lines: Int) -> String {
    "\(faults == 1 ? "1 fault" : "\(faults) faults") in \(lines == 1 ? "1 line" : "\(lines) lines");"
      + " nothing was imported"
  }
  func moreFaults(_ count: Int) -> String { "and \(count) more" }
  var registerEmpty: String { "the register holds no line after its heading; nothing was imported" }
  func dryRunSound(cases: Int) -> String {
    "sound: \(cases == 1 ? "1 case" : "\(cases) cases") would be imported; nothing was"
  }
}

extension Vietnamese {
  var savingRegister: String {
    "với LibreOffice: Save As, chọn Text CSV, bộ ký tự Unicode (UTF-8), dấu tách trường là dấu phẩy"
      + "\nnếu chỉ có Excel: lưu kiểu CSV UTF-8, mở tệp đó bằng Notepad rồi lưu lại với mã hóa UTF-8, không chọn UTF-8 with BOM"
      + "\nnếu Excel ghi dấu chấm phẩy: trước đó đổi dấu tách danh sách của Windows thành dấu phẩy (Region, Additional settings, List separator)"
  }
  var optionRegisterMap: String {
    "Bảng theirs,ours đối chiếu tên cột của sổ nơi khác; để trống là bỏ qua cột."
  }
  var optionRegisterAgain: String { "Vẫn nhập lại chính tệp này." }
  func badMapping(line: Int) -> String {
    "bảng tên cột sai ở dòng \(line): dòng đầu là theirs,ours, mỗi tên chỉ một lần, và ours là tên cột của sổ hoặc để trống"
  }
  func unreadMapping(line: Int, reason: String) -> String {
    "không đọc được bảng tên cột, dòng \(line): \(reason)"
  }
  func mappingUnused(line: Int) -> String {
    "dòng \(line) của bảng tên cột nêu một cột mà sổ không có"
  }
  func importedBefore(entry: Int) -> String {
    "chính tệp này đã được nhập trước đây, mục nhật ký số \(entry); dùng --again để nhập lại"
  }
  var readingRegister: String { "đang đọc sổ tiếp nhận" }
  var writingCases: String { "đang niêm phong hồ sơ" }
  func imported(cases: Int, entry: Int) -> String {
    "đã nhập \(cases) hồ sơ, mục nhật ký số \(entry)"
  }
  var nextOwn: String {
    "các hồ sơ này thuộc phần phụ trách của người nhập; tiếp theo: safekeep case list"
  }
  func nextAssign(code: String?) -> String {
    "tiếp theo, giao \(code == nil ? "từng " : "")hồ sơ:"
      + " safekeep case assign \(code ?? "MÃ_HỒ_SƠ") TÀI_KHOẢN --owner"
  }
  var nextLead: String {
    "tiếp theo, cán bộ phụ trách giao hồ sơ: safekeep case list"
  }
  func importedWithout(_ missing: String, cases: Int) -> String {
    "\(cases) hồ sơ còn thiếu: \(missing)"
  }
  func registerFault(line: Int, field: String?, reason: String) -> String {
    "dòng \(line)" + (field.map { ", \($0)" } ?? "") + ": \(reason)"
  }
  func registerRefused(faults: Int, lines: Int) -> String {
    "\(faults) lỗi ở \(lines) dòng; chưa nhập hồ sơ nào"
  }
  func moreFaults(_ count: Int) -> String { "và \(count) lỗi khác" }
  var registerEmpty: String {
    "sổ tiếp nhận không có dòng nào sau dòng tiêu đề; chưa nhập hồ sơ nào"
  }
  func dryRunSound(cases: Int) -> String {
    "hợp lệ: có thể nhập \(cases) hồ sơ; chưa nhập hồ sơ nào"
  }
}
