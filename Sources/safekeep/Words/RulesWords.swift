/// `rules`: the rule book, shown, written out, checked and proposed.
protocol RulesWords {
  var argumentRuleTable: String { get }
  var argumentRuleRow: String { get }
  var argumentRuleFolder: String { get }
  var argumentNewRuleFolder: String { get }
  /// What is in a table, by its name.
  func ruleTable(_ code: String) -> String
  /// added, ended, reworded, amended, withdrawn.
  func ruleChange(_ code: String) -> String
  var noSuchRule: String { get }
  func noRuleTables(_ files: String) -> String
  func strayRuleTable(_ files: String) -> String
  func rulesWait(entry: Int) -> String
  var rulesUnchanged: String { get }
  func rulesSound(changes: Int) -> String
  var nextRulesAdopt: String { get }
  func rulesExported(tables: Int, entry: Int) -> String
  /// Spreadsheets guess an encoding and a separator, and guess wrong.
  var spreadsheetHint: String { get }
  func rulesProposed(entry: Int) -> String
  /// On the page of a case: the day whose rules it is held under, and the book that has them, by the entry that
  /// adopted it.
  var rulesOf: String { get }
  var rulesInForce: String { get }
  func rulesSuperseded(entry: Int) -> String
}

extension English {
  var argumentRuleTable: String { "A table; without it all tables are listed." }
  var argumentRuleRow: String { "A row, or the rows of a list." }
  var argumentRuleFolder: String {
    "The folder with the tables; those that are not there stay as they are."
  }
  var argumentNewRuleFolder: String { "The folder to write the tables into." }
  func ruleTable(_ code: String) -> String { Terms.ruleTables[code]?.english ?? code }
  func ruleChange(_ code: String) -> String { Terms.ruleChanges[code]?.english ?? code }
  var noSuchRule: String { "the table has no such row" }
  func noRuleTables(_ files: String) -> String {
    "there is no such folder, or no table of a rule book in it: \(files)"
  }
  func strayRuleTable(_ files: String) -> String {
    "a .csv file in the folder is no table of a rule book; the tables are \(files)"
  }
  func rulesWait(entry: Int) -> String {
    "another rule book waits for a second person: safekeep approval give \(entry)"
  }
  var rulesUnchanged: String { "no row differs from the rule book in force" }
  func rulesSound(changes: Int) -> String {
    changes == 0
      ? "the rule book is sound, and no row differs"
      : "the rule book is sound; it would change \(changes == 1 ? "1 row" : "\(changes) rows")"
  }
  var nextRulesAdopt: String { "next, a lead proposes it: safekeep rules adopt DIR" }
  func rulesExported(tables: Int, entry: Int) -> String {
    "\(tables) tables written, log entry \(entry)"
  }
  var spreadsheetHint: String {
    "in a spreadsheet: import as UTF-8, separated by commas, all columns as text; save the same way"
  }
  var rulesOf: String { "Held under the rules of" }
  var rulesInForce: String { "Rule book, adopted by log entry" }
  func rulesProposed(entry: Int) -> String {
    "proposed, log entry \(entry); nothing changes until another lead or an administrator gives it:"
      + " safekeep approval give \(entry)"
  }
  func rulesSuperseded(entry: Int) -> String {
    "the rule book proposed in entry \(entry) waits no more"
  }
}

extension Vietnamese {
  var argumentRuleTable: String { "Tên bảng; không nêu thì liệt kê các bảng." }
  var argumentRuleRow: String { "Một dòng, hoặc các dòng của một danh mục." }
  var argumentRuleFolder: String {
    "Thư mục có các bảng; bảng nào không có trong thư mục thì giữ nguyên."
  }
  var argumentNewRuleFolder: String { "Thư mục để ghi các bảng." }
  func ruleTable(_ code: String) -> String { Terms.ruleTables[code]?.vietnamese ?? code }
  func ruleChange(_ code: String) -> String { Terms.ruleChanges[code]?.vietnamese ?? code }
  var noSuchRule: String { "bảng không có dòng này" }
  func noRuleTables(_ files: String) -> String {
    "không có thư mục này, hoặc thư mục không có bảng nào của bộ quy tắc: \(files)"
  }
  func strayRuleTable(_ files: String) -> String {
    "trong thư mục có tệp .csv không phải bảng của bộ quy tắc; các bảng gồm \(files)"
  }
  func rulesWait(entry: Int) -> String {
    "một bộ quy tắc khác đang chờ người thứ hai: safekeep approval give \(entry)"
  }
  var rulesUnchanged: String { "không dòng nào khác với bộ quy tắc đang áp dụng" }
  func rulesSound(changes: Int) -> String {
    changes == 0
      ? "bộ quy tắc hợp lệ, không dòng nào khác"
      : "bộ quy tắc hợp lệ; sẽ thay đổi \(changes) dòng"
  }
  var nextRulesAdopt: String {
    "tiếp theo, cán bộ phụ trách đề nghị thông qua: safekeep rules adopt THƯ_MỤC"
  }
  func rulesExported(tables: Int, entry: Int) -> String {
    "đã ghi \(tables) bảng, mục nhật ký số \(entry)"
  }
  var spreadsheetHint: String {
    "trong bảng tính: nhập dạng UTF-8, phân cách bằng dấu phẩy, mọi cột là văn bản; lưu cũng như vậy"
  }
  var rulesOf: String { "Áp dụng quy tắc có hiệu lực vào ngày" }
  var rulesInForce: String { "Bộ quy tắc thông qua tại mục nhật ký số" }
  func rulesProposed(entry: Int) -> String {
    "đã đề nghị thông qua, mục nhật ký số \(entry); chưa có gì thay đổi cho đến khi một cán bộ phụ trách"
      + " khác hoặc quản trị chấp thuận: safekeep approval give \(entry)"
  }
  func rulesSuperseded(entry: Int) -> String {
    "bộ quy tắc được đề nghị ở mục số \(entry) không còn chờ nữa"
  }
}
