/// What was taken from members after a backup, and `vault restore` gives back.
protocol TakenWords {
  var suspendedSinceLabel: String { get }
  var suspendAgainLabel: String { get }
  var rolesTakenLabel: String { get }
  var takeAgainLabel: String { get }
  var keysChangedLabel: String { get }
  var formerKeysLabel: String { get }
  var restrictedSinceLabel: String { get }
  var withdrawnSinceLabel: String { get }
  var emergenciesSinceLabel: String { get }
  var reopenedSinceLabel: String { get }
  var casesAgainLabel: String { get }
  func suspendAgain(_ members: Int) -> String
  func suspendAgain(_ handle: String, isCompromised: Bool) -> String
  func rolesTaken(_ roles: Int) -> String
  func takeAgain(_ code: String, from handle: String) -> String
  func hasFormerKeys(_ handle: String) -> String
  func hasCasesAgain(_ handle: String, cases: Int) -> String
  func restrictedSince(_ cases: Int) -> String
  func withdrawnSince(_ cases: Int) -> String
  func emergenciesSince(_ cases: Int) -> String
  /// No log that was brought is of the entries that are gone, nor does the client remember who was a member then.
  var takenUntold: String { get }
  /// Only the client of who restores remembers anything.
  var takenAsRemembered: String { get }
  /// No log that was brought is of them.
  var erasedUntold: String { get }
}

extension English {
  var suspendedSinceLabel: String { "Suspended since" }
  var suspendAgainLabel: String { "To suspend again" }
  var rolesTakenLabel: String { "Roles taken since" }
  var takeAgainLabel: String { "Roles to take again" }
  var keysChangedLabel: String { "Own keys changed since" }
  var formerKeysLabel: String { "With keys of before" }
  var restrictedSinceLabel: String { "Cases restricted since" }
  var withdrawnSinceLabel: String { "Consents withdrawn since, cases" }
  var emergenciesSinceLabel: String { "Cases opened in an emergency since" }
  var reopenedSinceLabel: String { "Cases taken from a colleague since" }
  var casesAgainLabel: String { "Colleagues with cases again" }
  func suspendAgain(_ members: Int) -> String {
    "members suspended after the backup: \(members); suspend them again before anything else, and who remembers more as"
      + " soon as an auditor has agreed"
  }
  func suspendAgain(_ handle: String, isCompromised: Bool) -> String {
    isCompromised
      ? "\(handle) is a member again, and others may have their keys: safekeep staff suspend \(handle) --compromised"
      : "\(handle) is a member again: safekeep staff suspend \(handle)"
  }
  func rolesTaken(_ roles: Int) -> String {
    "roles that were taken from members after the backup and are theirs again here: \(roles);"
      + " take them again before anything else, and who remembers more as soon as an auditor has agreed"
  }
  func takeAgain(_ code: String, from handle: String) -> String {
    "\(handle) has a role again, or waits for it: safekeep staff role remove \(handle) --role \(code)"
  }
  func hasFormerKeys(_ handle: String) -> String {
    "\(handle) has the keys of before again; whoever has those signs as \(handle), who changes them first of all:"
      + " safekeep key rotate --self"
  }
  func hasCasesAgain(_ handle: String, cases: Int) -> String {
    "\(handle) reads \(cases == 1 ? "1 case" : "\(cases) cases") again that ended for them after the backup (taken from"
      + " them, or handed over); a lead, by the office's papers, takes it again: safekeep case assign CASE \(handle) --end"
  }
  func restrictedSince(_ cases: Int) -> String {
    "cases in which something was restricted after the backup, which is not restricted here: \(cases);"
      + " who looks after a file asks the person and restricts it anew: safekeep restriction show CASE"
  }
  func withdrawnSince(_ cases: Int) -> String {
    "cases in which a consent was withdrawn after the backup, which counts again here: \(cases);"
      + " who looks after a file asks the person and withdraws it anew: safekeep case show CASE"
  }
  func emergenciesSince(_ cases: Int) -> String {
    "cases of which a class was opened in an emergency after the backup, of which nothing is known here: \(cases);"
      + " a lead reviews them by the office's papers and the export of that log. The keys that were given for the hour are in"
      + " use here: other ones are made at the next writing once an access to the case has ended"
  }
  var takenUntold: String {
    "who was suspended or lost a role after the backup is not known here: by your papers, suspend them again and take the"
      + " roles again"
  }
  var takenAsRemembered: String {
    "who was suspended or lost a role after the backup is told as your own client remembers it, and of what it did not see"
      + " nothing is known: by your papers, suspend the others again and take their roles again"
  }
  var erasedUntold: String {
    "what was erased, handed over, restricted or withdrawn after the backup no log that was brought says: what this"
      + " custody opens of it is here as it was; look in your papers and receipts and do it again, or restore with a"
      + " vault of today or an export of its log: --newer"
  }
}

extension Vietnamese {
  var suspendedSinceLabel: String { "Bị đình chỉ sau đó" }
  var suspendAgainLabel: String { "Cần đình chỉ lại" }
  var rolesTakenLabel: String { "Vai trò đã thu hồi sau đó" }
  var takeAgainLabel: String { "Vai trò cần thu hồi lại" }
  var keysChangedLabel: String { "Khóa riêng đã đổi sau đó" }
  var formerKeysLabel: String { "Đang có lại khóa cũ" }
  var restrictedSinceLabel: String { "Hồ sơ có hạn chế sau đó" }
  var withdrawnSinceLabel: String { "Hồ sơ có đồng ý rút lại sau đó" }
  var emergenciesSinceLabel: String { "Hồ sơ được mở khẩn cấp sau đó" }
  var reopenedSinceLabel: String { "Hồ sơ đã thôi giao cho đồng nghiệp sau đó" }
  var casesAgainLabel: String { "Đồng nghiệp lại có hồ sơ" }
  func suspendAgain(_ members: Int) -> String {
    "số thành viên bị đình chỉ sau khi sao lưu: \(members); xin đình chỉ lại trước mọi việc khác, ai nhớ nhiều mục"
      + " hơn thì ngay sau khi người kiểm tra chấp thuận"
  }
  func suspendAgain(_ handle: String, isCompromised: Bool) -> String {
    isCompromised
      ? "\(handle) lại là thành viên, và người khác có thể có khóa của người này: safekeep staff suspend \(handle) --compromised"
      : "\(handle) lại là thành viên: safekeep staff suspend \(handle)"
  }
  func rolesTaken(_ roles: Int) -> String {
    "số vai trò đã thu hồi sau khi sao lưu mà ở đây thành viên lại có: \(roles); xin thu hồi lại trước mọi việc khác,"
      + " ai nhớ nhiều mục hơn thì ngay sau khi người kiểm tra chấp thuận"
  }
  func takeAgain(_ code: String, from handle: String) -> String {
    "\(handle) lại có hoặc lại chờ một vai trò: safekeep staff role remove \(handle) --role \(code)"
  }
  func hasFormerKeys(_ handle: String) -> String {
    "\(handle) lại dùng khóa cũ; ai có khóa đó thì ký được thay \(handle), nên người này cần đổi khóa trước mọi việc khác:"
      + " safekeep key rotate --self"
  }
  func hasCasesAgain(_ handle: String, cases: Int) -> String {
    "\(handle) lại đọc được \(cases) hồ sơ đã thôi giao hoặc đã bàn giao sau khi sao lưu; cán bộ phụ trách căn cứ giấy tờ"
      + " để thu lại: safekeep case assign MÃ_HỒ_SƠ \(handle) --end"
  }
  func restrictedSince(_ cases: Int) -> String {
    "số hồ sơ có thông tin được hạn chế sau khi sao lưu, ở đây chưa hạn chế: \(cases); người phụ trách hồ sơ hỏi lại chủ"
      + " thể dữ liệu và đặt lại hạn chế: safekeep restriction show MÃ_HỒ_SƠ"
  }
  func withdrawnSince(_ cases: Int) -> String {
    "số hồ sơ có sự đồng ý được rút lại sau khi sao lưu, ở đây lại có hiệu lực: \(cases); người phụ trách hồ sơ hỏi lại"
      + " chủ thể dữ liệu và ghi nhận lại việc rút: safekeep case show MÃ_HỒ_SƠ"
  }
  func emergenciesSince(_ cases: Int) -> String {
    "số hồ sơ có nhóm thông tin được mở khẩn cấp sau khi sao lưu, ở đây không còn ghi nhận: \(cases); cán bộ phụ trách"
      + " rà soát theo giấy tờ và bản xuất nhật ký đó. Khóa đã trao khi đó ở đây vẫn đang dùng: sau khi một quyền truy cập hồ"
      + " sơ kết thúc, lần ghi tiếp theo sẽ thay khóa"
  }
  var takenUntold: String {
    "ở đây không biết ai đã bị đình chỉ hoặc bị thu hồi vai trò sau khi sao lưu: xin căn cứ giấy tờ để đình chỉ và thu hồi"
      + " lại"
  }
  var takenAsRemembered: String {
    "ai đã bị đình chỉ hoặc bị thu hồi vai trò sau khi sao lưu chỉ biết theo chương trình của chính quý vị; điều chương trình"
      + " chưa thấy thì không ai biết: xin căn cứ giấy tờ để đình chỉ và thu hồi lại"
  }
  var erasedUntold: String {
    "không nhật ký nào được nêu cho biết những gì đã xóa, hủy, chuyển giao, hạn chế hoặc rút lại sau khi sao lưu: phần nào"
      + " tệp giữ khóa này mở được thì ở đây vẫn như cũ; xin căn cứ giấy tờ, biên nhận để làm lại, hoặc khôi phục kèm kho"
      + " hiện nay hay bản xuất nhật ký của kho: --newer"
  }
}
