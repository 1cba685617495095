/// Rows of a register that are likely to be of people who have a file, or who stand in it twice: by line.
protocol LikenessWords {
  var lineOfRegister: String { get }
  var likeLine: String { get }
  func rowLike(line: Int, otherLine: Int, reasons: String) -> String
  func rowLike(line: Int, file: String, reasons: String) -> String
  /// How many rows are like people who have a file, how many like a row above them.
  func moreRowsLike(_ files: Int, _ repeated: Int) -> String
  func possibleDuplicates(_ files: Int, _ repeated: Int) -> String
  var repeatedRows: String { get }
  /// Rows that are not on the screen.
  func moreLikely(_ count: Int) -> String
  var optionLikelyTo: String { get }
  var likelyToOfCheck: String { get }
  func likelyWritten(_ count: Int) -> String
  var rowsHint: String { get }
  var importAnywayQuestion: String { get }
  func rowsLinked(_ count: Int) -> String
  var unlinkedRows: String { get }
  func rowsNotLinked(_ count: Int) -> String
}

extension English {
  var lineOfRegister: String { "Line" }
  var likeLine: String { "Like line" }
  func rowLike(line: Int, otherLine: Int, reasons: String) -> String {
    "lines \(otherLine) and \(line) of this register are like one person: \(reasons)"
  }
  func rowLike(line: Int, file: String, reasons: String) -> String {
    "line \(line) is like a file: \(file): \(reasons)"
  }
  func moreRowsLike(_ files: Int, _ repeated: Int) -> String {
    possibleDuplicates(files, repeated) + "; nothing was imported"
  }
  func possibleDuplicates(_ files: Int, _ repeated: Int) -> String {
    func lines(_ count: Int, _ what: String) -> [String] {
      count == 0 ? [] : [(count == 1 ? "1 line is" : "\(count) lines are") + what]
    }
    return
      (lines(files, " likely to be of people who have a file")
      + lines(repeated, " likely to be of people who stand further up in this register"))
      .joined(separator: ", ")
  }
  var repeatedRows: String { "Twice in this register" }
  func moreLikely(_ count: Int) -> String {
    (count == 1 ? "and 1 line more" : "and \(count) lines more")
      + "; all of them: safekeep intake import REGISTER --check --to FILE"
  }
  var optionLikelyTo: String {
    "With --check: write the lines that are likely to be of people who have a file into this new file."
  }
  var likelyToOfCheck: String { "--to goes with --check" }
  func likelyWritten(_ count: Int) -> String {
    (count == 1 ? "1 line is" : "\(count) lines are")
      + " in the file; it names case codes: delete it once it is decided"
  }
  var rowsHint: String { "the same people: --link; other people: --new; or take the lines out" }
  var importAnywayQuestion: String { "Are these other people, to be given new files? (yes/no)" }
  func rowsLinked(_ count: Int) -> String {
    count == 1
      ? "1 new file is linked to that of the same person"
      : "\(count) new files are linked to those of the same people"
  }
  var unlinkedRows: String { "Lines not linked" }
  func rowsNotLinked(_ count: Int) -> String {
    (count == 1
      ? "1 line was imported and not linked" : "\(count) lines were imported and not linked")
      + ", for you may not read the other file: ask its owner or a lead: safekeep case link CASE CASE --kind same"
  }
}

extension Vietnamese {
  var lineOfRegister: String { "Dòng" }
  var likeLine: String { "Giống dòng" }
  func rowLike(line: Int, otherLine: Int, reasons: String) -> String {
    "dòng \(otherLine) và dòng \(line) của sổ này có thể là của một người: \(reasons)"
  }
  func rowLike(line: Int, file: String, reasons: String) -> String {
    "dòng \(line) giống một hồ sơ: \(file): \(reasons)"
  }
  func moreRowsLike(_ files: Int, _ repeated: Int) -> String {
    possibleDuplicates(files, repeated) + "; chưa nhập hồ sơ nào"
  }
  func possibleDuplicates(_ files: Int, _ repeated: Int) -> String {
    func lines(_ count: Int, _ what: String) -> [String] { count == 0 ? [] : ["\(count) \(what)"] }
    return
      (lines(files, "dòng có thể của người đã có hồ sơ")
      + lines(repeated, "dòng có thể của người đã có ở dòng trên của sổ này"))
      .joined(separator: ", ")
  }
  var repeatedRows: String { "Lặp trong sổ này" }
  func moreLikely(_ count: Int) -> String {
    "và \(count) dòng nữa; xem hết: safekeep intake import SỔ_TIẾP_NHẬN --check --to TỆP"
  }
  var optionLikelyTo: String {
    "Cùng --check: ghi các dòng có thể của người đã có hồ sơ vào tệp mới này."
  }
  var likelyToOfCheck: String { "--to chỉ dùng cùng --check" }
  func likelyWritten(_ count: Int) -> String {
    "tệp có \(count) dòng; trong đó có mã hồ sơ: xin xóa tệp khi đã quyết định xong"
  }
  var rowsHint: String { "cùng một người: --link; người khác: --new; hoặc bỏ các dòng đó" }
  var importAnywayQuestion: String {
    "Đây có phải là những người khác, cần mở hồ sơ mới không? (có/không)"
  }
  func rowsLinked(_ count: Int) -> String {
    "đã liên kết \(count) hồ sơ mới với hồ sơ của cùng một người"
  }
  var unlinkedRows: String { "Dòng chưa liên kết" }
  func rowsNotLinked(_ count: Int) -> String {
    "\(count) dòng đã nhập nhưng chưa liên kết, vì người nhập không được đọc hồ sơ kia: đề nghị người phụ trách hồ sơ đó hoặc cán bộ phụ trách: safekeep case link MÃ_HỒ_SƠ MÃ_HỒ_SƠ --kind same"
  }
}
