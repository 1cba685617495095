/// `log reveal`: an auditor asks, a lead gives.
protocol RevealWords {
  var argumentPseudonym: String { get }
  var optionRevealCase: String { get }
  var optionRevealConfirm: String { get }
  var revealWhat: String { get }
  var badPseudonym: String { get }
  var nothingAsked: String { get }
  func askedCase(entry: Int) -> String
  func askedPseudonym(entry: Int) -> String
  func revealNext(entry: Int) -> String
  func revealNextCode(entry: Int) -> String
  func revealed(entry: Int) -> String
  var revealTellInPerson: String { get }
}

extension English {
  var argumentPseudonym: String { "The pseudonym of a case, as the log shows it." }
  var optionRevealCase: String { "Tell the pseudonym of the case of this code instead." }
  var optionRevealConfirm: String { "A lead gives what an auditor asked for in this entry." }
  var revealWhat: String {
    "name a pseudonym, or --case CASE; a lead answers with --confirm and the number of the entry"
  }
  var badPseudonym: String { "a pseudonym has 32 hexadecimal digits, or 22 characters" }
  var nothingAsked: String {
    "that entry asks for nothing of this kind, or it was answered already"
  }
  func askedCase(entry: Int) -> String { "asked which case that is, log entry \(entry)" }
  func askedPseudonym(entry: Int) -> String {
    "asked for the pseudonym of a case, log entry \(entry); the entry does not name the case"
  }
  func revealNext(entry: Int) -> String {
    "next: a lead compares it with what you tell them: safekeep log reveal --confirm \(entry)"
  }
  func revealNextCode(entry: Int) -> String {
    "next: a lead, to whom you tell the code: safekeep log reveal --case CASE --confirm \(entry)"
  }
  func revealed(entry: Int) -> String { "given, log entry \(entry)" }
  var revealTellInPerson: String {
    "tell it to the auditor in person, and for nothing but what they asked it for"
  }
}

extension Vietnamese {
  var argumentPseudonym: String { "Bí danh hồ sơ, như nhật ký hiển thị." }
  var optionRevealCase: String { "Cho biết bí danh của hồ sơ có mã này." }
  var optionRevealConfirm: String {
    "Cán bộ phụ trách cho biết điều người kiểm tra đã hỏi ở mục này."
  }
  var revealWhat: String {
    "xin nêu một bí danh, hoặc --case MÃ_HỒ_SƠ; cán bộ phụ trách trả lời bằng --confirm kèm số mục"
  }
  var badPseudonym: String { "bí danh gồm 32 chữ số thập lục phân, hoặc 22 ký tự" }
  var nothingAsked: String { "mục đó không hỏi điều này, hoặc đã được trả lời" }
  func askedCase(entry: Int) -> String { "đã hỏi đó là hồ sơ nào, mục nhật ký số \(entry)" }
  func askedPseudonym(entry: Int) -> String {
    "đã hỏi bí danh của một hồ sơ, mục nhật ký số \(entry); mục này không nêu hồ sơ nào"
  }
  func revealNext(entry: Int) -> String {
    "tiếp theo: cán bộ phụ trách đối chiếu và trả lời: safekeep log reveal --confirm \(entry)"
  }
  func revealNextCode(entry: Int) -> String {
    "tiếp theo: cán bộ phụ trách, sau khi được cho biết mã hồ sơ:"
      + " safekeep log reveal --case MÃ_HỒ_SƠ --confirm \(entry)"
  }
  func revealed(entry: Int) -> String { "đã cho biết, mục nhật ký số \(entry)" }
  var revealTellInPerson: String {
    "xin trực tiếp cho người kiểm tra biết, chỉ dùng cho việc đã hỏi"
  }
}
