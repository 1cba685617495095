/// `case accesses`: the page for the person concerned. Plain words, to somebody who never saw this
/// program, and who has a right to know.
protocol AccessWords {
  var accessTitle: String { get }
  func accessOf(code: String) -> String
  func accessMade(by handle: String, at time: String, entry: Int) -> String
  var accessIntroduction: String { get }
  /// The same for somebody who acts for the person.
  var accessIntroductionInPart: String { get }
  var accessNone: String { get }
  /// - Parameter entries: by which it was asked to go on with a copy.
  func accessPutBack(_ entries: [Int]) -> String
  /// Of a file that another office handed over: what the account does not hold, and who tells it.
  ///
  /// - Parameter office: its name; nil where it is not recorded.
  func accessCameFrom(_ office: String?, code: String?) -> String
  /// What somebody did, after their name: `read`, `wrote`, …
  func accessDeed(_ deed: AccessDeed) -> String
  /// What somebody wanted and was refused, or wanted and could not do.
  func accessRefused(_ deed: AccessDeed) -> String
  func accessTried(_ deed: AccessDeed) -> String
  func accessReason(_ why: Refusal, _ deed: AccessDeed) -> String
  func accessFields(_ names: String) -> String
  /// Of an erasure: everything of a class, what fields held before, and why.
  func accessErasedClass(_ fieldClass: String) -> String
  func accessErasedHistory(_ names: String) -> String
  func accessWhy(_ reason: String) -> String
  func accessPurpose(_ purpose: String) -> String
  /// - Parameter reason: nil where a refusal came before one was given.
  func accessEmergency(_ fieldClass: String, because reason: String?) -> String
  /// Of a look: by which emergency it was made.
  func accessInEmergency(_ fieldClass: String, because reason: String?, entry: Int) -> String
  func accessEntry(_ entry: Int) -> String
  var accessNoRight: String { get }
  var accessByRole: String { get }
  func accessByEntry(_ entry: Int) -> String
  var accessFailed: String { get }
  var accessClosing: String { get }
  func accessesShown(_ count: Int, entry: Int) -> String
  /// To whoever hands the page over.
  var accessHandOver: String { get }
  var optionAccessTo: String { get }
}

extension English {
  var accessTitle: String { "WHO LOOKED AT YOUR FILE, AND WHY" }
  func accessOf(code: String) -> String { "File \(code)" }
  func accessMade(by handle: String, at time: String, entry: Int) -> String {
    "Made by \(handle) on \(time) (Viet Nam time); this look is entry \(entry) of the log."
  }
  var accessIntroduction: String {
    """
    Every time somebody looks at your file, writes in it, or tries to and is refused, this is recorded \
    before they see anything. Nobody can change or remove such a record without it being noticed. Below is \
    every record that this office has of your file, the oldest first.
    """
  }
  var accessIntroductionInPart: String {
    """
    Every time somebody looks at the file, this is recorded. Below is what this office has recorded, the oldest first, but \
    for what concerns requests of the person and what is kept from somebody, whether or not there is any.
    """
  }
  var accessNone: String { "There is no record of your file." }
  func accessPutBack(_ entries: [Int]) -> String {
    """
    The records of this office were once put back from an older copy (\(list(entries))). What was done in your file \
    after that copy was made, and before it was put back, is missing here. You may ask the office about it.
    """
  }
  func accessCameFrom(_ office: String?, code: String?) -> String {
    let whence = office.map { ": \($0)" } ?? ""
    let known = code.map { " (the code of your file there: \($0))" } ?? ""
    return """
      Another office handed your file over to this one\(whence)\(known). The list below begins with the \
      taking-in from that office. Who looked at your file before is recorded at the office it came from, which \
      has to tell you when you ask.
      """
  }
  private func list(_ entries: [Int]) -> String {
    (entries.count == 1 ? "entry " : "entries ")
      + entries.map(String.init).joined(separator: ", ")
  }
  func accessFields(_ names: String) -> String { "What: \(names)." }
  func accessErasedClass(_ fieldClass: String) -> String {
    "What: all that was recorded under “\(fieldClass)”."
  }
  func accessErasedHistory(_ names: String) -> String {
    "What: what stood there before, and not what stands there now: \(names)."
  }
  func accessWhy(_ reason: String) -> String { "Why: \(reason)." }
  func accessPurpose(_ purpose: String) -> String { "What for: \(purpose)." }
  func accessEmergency(_ fieldClass: String, because reason: String?) -> String {
    "What: all that is recorded under “\(fieldClass)”." + (reason.map { " Why: \($0)." } ?? "")
  }
  func accessInEmergency(_ fieldClass: String, because reason: String?, entry: Int) -> String {
    "In an emergency, opened for “\(fieldClass)” as entry \(entry)."
      + (reason.map { " Why: \($0)." } ?? "")
  }
  func accessEntry(_ entry: Int) -> String { "(entry \(entry))" }
  var accessNoRight: String {
    "The log does not show what allowed this. You may ask about it."
  }
  var accessByRole: String { "By what right: a role that may look at every file." }
  func accessByEntry(_ entry: Int) -> String {
    "By what right: entry \(entry), by which the file or a part of it came to them."
  }
  var accessFailed: String { "This did not succeed: what is stored is not as it should be." }
  var accessClosing: String {
    """
    Staff also see lists of all files with code, status and dates, without names; who opened a list is \
    recorded, but not for each file. A photograph of a screen leaves no record. If something here seems \
    wrong to you, you may ask the office about it, have it corrected, and complain to the competent body.
    """
  }
  func accessesShown(_ count: Int, entry: Int) -> String {
    (count == 1 ? "1 record" : "\(count) records") + "; this look is log entry \(entry)"
  }
  var accessHandOver: String {
    "hand it to the person alone and in person, after making sure who they are; never to a representative"
      + " who is a suspect, nor to an address that is not safe"
  }
  var optionAccessTo: String { "Write the page into this new file." }
}

extension Vietnamese {
  var accessTitle: String { "AI ĐÃ XEM HỒ SƠ CỦA QUÝ VỊ VÀ ĐỂ LÀM GÌ" }
  func accessOf(code: String) -> String { "Hồ sơ \(code)" }
  func accessMade(by handle: String, at time: String, entry: Int) -> String {
    "Do \(handle) lập lúc \(time) (giờ Việt Nam); lần xem này là mục số \(entry) của nhật ký."
  }
  var accessIntroduction: String {
    """
    Mỗi khi có người xem hồ sơ của quý vị, ghi vào hồ sơ, hoặc muốn làm việc đó mà bị từ chối, việc ấy \
    được ghi lại trước khi người đó thấy bất cứ điều gì. Không ai có thể sửa hoặc xóa mục đã ghi mà không \
    bị phát hiện. Dưới đây là mọi mục mà cơ quan này có về hồ sơ của quý vị, mục cũ nhất ở trước.
    """
  }
  var accessIntroductionInPart: String {
    """
    Mỗi khi có người xem hồ sơ thì việc ấy được ghi lại. Dưới đây là các mục mà cơ quan này đã ghi, mục cũ nhất ở trước, \
    trừ những mục về yêu cầu của người được đại diện và về việc không cho ai xem, dù có hay không.
    """
  }
  var accessNone: String { "Chưa có mục nào về hồ sơ của quý vị." }
  func accessPutBack(_ entries: [Int]) -> String {
    """
    Dữ liệu của cơ quan này đã có lần được đưa trở lại từ một bản sao cũ (mục số \
    \(entries.map(String.init).joined(separator: ", "))). Những việc làm trong hồ sơ của quý vị sau khi có bản sao đó \
    và trước khi đưa trở lại thì không có ở đây. Quý vị có thể hỏi cơ quan về việc này.
    """
  }
  func accessCameFrom(_ office: String?, code: String?) -> String {
    let whence = office.map { ": \($0)" } ?? ""
    let known = code.map { " (mã hồ sơ tại đó: \($0))" } ?? ""
    return """
      Hồ sơ của quý vị do cơ quan khác chuyển giao cho cơ quan này\(whence)\(known). Danh sách dưới đây bắt \
      đầu từ lúc cơ quan này tiếp nhận hồ sơ từ cơ quan đó. Ai đã xem hồ sơ của quý vị trước đó thì được ghi tại \
      cơ quan chuyển giao; khi quý vị hỏi, cơ quan đó có trách nhiệm trả lời.
      """
  }
  func accessFields(_ names: String) -> String { "Nội dung: \(names)." }
  func accessErasedClass(_ fieldClass: String) -> String {
    "Nội dung: toàn bộ nhóm “\(fieldClass)”."
  }
  func accessErasedHistory(_ names: String) -> String {
    "Nội dung: chỉ những gì đã ghi trước đây, không phải nội dung hiện nay: \(names)."
  }
  func accessWhy(_ reason: String) -> String { "Lý do: \(reason)." }
  func accessPurpose(_ purpose: String) -> String { "Để: \(purpose)." }
  func accessEmergency(_ fieldClass: String, because reason: String?) -> String {
    "Nội dung: toàn bộ nhóm “\(fieldClass)”." + (reason.map { " Lý do: \($0)." } ?? "")
  }
  func accessInEmergency(_ fieldClass: String, because reason: String?, entry: Int) -> String {
    "Xem trong trường hợp khẩn cấp, mở nhóm “\(fieldClass)” ở mục số \(entry)."
      + (reason.map { " Lý do: \($0)." } ?? "")
  }
  func accessEntry(_ entry: Int) -> String { "(mục số \(entry))" }
  var accessNoRight: String {
    "Nhật ký không cho thấy căn cứ của việc này. Quý vị có thể hỏi về việc này."
  }
  var accessByRole: String { "Căn cứ: vai trò được xem mọi hồ sơ." }
  func accessByEntry(_ entry: Int) -> String {
    "Căn cứ: mục số \(entry), theo đó người này có hồ sơ hoặc một phần hồ sơ."
  }
  var accessFailed: String { "Việc này không thành công: dữ liệu lưu trữ không như phải có." }
  var accessClosing: String {
    """
    Cán bộ còn xem danh sách các hồ sơ gồm mã, tình trạng và ngày tháng, không có tên; ai mở danh sách thì \
    được ghi lại, nhưng không ghi riêng cho từng hồ sơ. Ảnh chụp màn hình thì không để lại dấu vết. Nếu thấy \
    điều gì không đúng, quý vị có quyền hỏi cơ quan, yêu cầu chỉnh sửa và khiếu nại đến cơ quan có thẩm quyền.
    """
  }
  func accessesShown(_ count: Int, entry: Int) -> String {
    "\(count) mục; lần xem này là mục nhật ký số \(entry)"
  }
  var accessHandOver: String {
    "chỉ giao trực tiếp cho chính người đó sau khi đã xác định đúng người; không giao cho người đại diện"
      + " đang bị nghi vấn, không gửi đến nơi không an toàn"
  }
  var optionAccessTo: String { "Ghi trang này vào tệp mới." }
}
