import Casework

/// An entry that was written into the wrong file is taken back: out of sight, and destroyed or there again.
protocol RetractionWords {
  var optionRetractedRecord: String { get }
  var optionRetractionReason: String { get }
  func typeCaseToRetract(_ code: String) -> String
  var retractedKind: String { get }
  /// - Parameter kind: what kind of entry.
  func retracted(_ kind: String, code: String, entry: Int) -> String
  func waitingRetraction(_ kind: String, _ reason: String) -> String
  /// Behind it: a limit that ends with the entry.
  func endingLimit(_ limit: String, isPassed: Bool) -> String
  /// Of the receipt: the entry itself; nil where it is not known of what kind it was.
  func retractedPart(_ kind: String?) -> String
  func retractionReturned(_ kind: String, code: String) -> String
  /// On a page: what waits out of sight.
  var hiddenTitle: String { get }
  var stillAsked: String { get }
  func hiddenWaits(_ kinds: String) -> String
  /// Who asked has left, or it came out of sight by a restore.
  func hiddenUnasked(_ code: String, record: String) -> String
  func retractionStop(_ reason: StopReason) -> StopSentence?
}

extension English {
  var optionRetractedRecord: String {
    "The record, as show names it; of a kind that stands once in a file, the kind (rescue)."
  }
  var optionRetractionReason: String { "Why: wrong_file, twice or not_so." }
  func typeCaseToRetract(_ code: String) -> String {
    "Type \(code) to take this entry out of sight, and to ask that it be destroyed:"
  }
  var retractedKind: String { "Kind of entry" }
  func retracted(_ kind: String, code: String, entry: Int) -> String {
    "case \(code): \(kind) is out of sight for everybody, log entry \(entry); it is destroyed when a second person agrees, and there again when they refuse; limits that run from it go on until then; what was shared of it has ended either way"
  }
  func waitingRetraction(_ kind: String, _ reason: String) -> String {
    "to destroy an entry that is out of sight: \(kind) (\(reason))"
  }
  func endingLimit(_ limit: String, isPassed: Bool) -> String {
    isPassed
      ? "; with it goes a limit that HAS PASSED: \(limit)"
      : "; with it goes a limit that runs: \(limit)"
  }
  func retractedPart(_ kind: String?) -> String {
    kind.map { "the entry that was taken back (\($0))" } ?? "the entry that was taken back"
  }
  func retractionReturned(_ kind: String, code: String) -> String {
    "case \(code): \(kind) is in sight again, and counts again; shares of it that ended stay ended: whoever still needs it is given it anew"
  }
  var hiddenTitle: String { "Taken back, waiting for a second person" }
  var stillAsked: String { "Asked for" }
  func hiddenWaits(_ kinds: String) -> String {
    "not on this page, for it was taken back and waits for a second person; that does not mean that there is nothing: \(kinds)"
  }
  func hiddenUnasked(_ code: String, record: String) -> String {
    "case \(code): nobody asks any more for the entry \(record), which was taken back; the owner or a lead asks anew, and then somebody else agrees or refuses: safekeep case retract CASE --record RECORD --reason wrong_file"
  }

  func retractionStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .staysOnRecord:
      (
        "what was given to others, kept from somebody, answered or closed stays on record, and is not taken back",
        "a referral is revoked, a restriction lifted, a closed file opened again; what is wrong in any of them is corrected in its form"
      )
    case .namedElsewhere:
      (
        "other entries of the file rest on this one, which they name in",
        "take those back first, or correct them; a consent is withdrawn: safekeep consent withdraw CASE RECORD"
      )
    case .waitsForAnswer:
      (
        "something that was asked about this entry waits for a second person",
        "have it answered first: safekeep approval list"
      )
    case .recordedSince:
      (
        "such an entry stands once in a file, and another was recorded since: the two would be one",
        "agree that it be destroyed, or take the new one back first: safekeep case retract CASE --record RECORD --reason twice; where who asked has left, ask anew by its name: safekeep case show CASE"
      )
    default: nil
    }
  }
}

extension Vietnamese {
  var optionRetractedRecord: String {
    "Bản ghi, theo tên mà lệnh show nêu; với loại chỉ có một trong hồ sơ thì là tên loại (rescue)."
  }
  var optionRetractionReason: String { "Lý do: wrong_file, twice hoặc not_so." }
  func typeCaseToRetract(_ code: String) -> String {
    "Gõ \(code) để thu hồi mục này ngay và đề nghị hủy vĩnh viễn:"
  }
  var retractedKind: String { "Loại mục" }
  func retracted(_ kind: String, code: String, entry: Int) -> String {
    "hồ sơ \(code): mục \(kind) không còn ai xem được, mục nhật ký số \(entry); mục này bị hủy khi người thứ hai đồng ý và được khôi phục khi người đó từ chối; các thời hạn tính từ mục này vẫn chạy cho đến lúc đó; các lần chia sẻ mục này chấm dứt trong cả hai trường hợp"
  }
  func waitingRetraction(_ kind: String, _ reason: String) -> String {
    "hủy một mục đã thu hồi: \(kind) (\(reason))"
  }
  func endingLimit(_ limit: String, isPassed: Bool) -> String {
    isPassed
      ? "; đồng ý thì cũng mất một thời hạn ĐÃ QUÁ HẠN: \(limit)"
      : "; đồng ý thì cũng mất một thời hạn đang chạy: \(limit)"
  }
  func retractedPart(_ kind: String?) -> String {
    kind.map { "mục đã thu hồi (\($0))" } ?? "mục đã thu hồi"
  }
  func retractionReturned(_ kind: String, code: String) -> String {
    "hồ sơ \(code): mục \(kind) được khôi phục và lại được tính; các lần chia sẻ đã chấm dứt không được khôi phục: ai còn cần thì chia sẻ lại"
  }
  var hiddenTitle: String { "Mục đã thu hồi, đang chờ người thứ hai" }
  var stillAsked: String { "Còn đề nghị" }
  func hiddenWaits(_ kinds: String) -> String {
    "trang này không thể hiện vì mục đã được thu hồi và đang chờ người thứ hai; điều đó không có nghĩa là không có thông tin: \(kinds)"
  }
  func hiddenUnasked(_ code: String, record: String) -> String {
    "hồ sơ \(code): không còn ai đề nghị về bản ghi \(record) đã thu hồi; người phụ trách hồ sơ hoặc cán bộ phụ trách đề nghị lại, sau đó người khác đồng ý hoặc từ chối: safekeep case retract MÃ_HỒ_SƠ --record BẢN_GHI --reason wrong_file"
  }

  func retractionStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .staysOnRecord:
      (
        "những gì đã cung cấp cho bên khác, đã hạn chế, đã trả lời hoặc đã kết thúc phải được lưu lại, không được thu hồi",
        "chuyển tuyến thì thu hồi chuyển tuyến, hạn chế thì bỏ hạn chế, hồ sơ đã kết thúc thì mở lại; nội dung sai thì sửa trong biểu mẫu của mục đó"
      )
    case .namedElsewhere:
      (
        "các mục khác trong hồ sơ dựa vào mục này, được nêu tại",
        "xin thu hồi hoặc sửa các mục đó trước; sự đồng ý thì rút lại: safekeep consent withdraw MÃ_HỒ_SƠ BẢN_GHI"
      )
    case .waitsForAnswer:
      (
        "một đề nghị về mục này đang chờ người thứ hai",
        "xin để đề nghị đó được trả lời trước: safekeep approval list"
      )
    case .recordedSince:
      (
        "loại mục này chỉ có một trong hồ sơ và đã có mục khác được ghi sau đó: hai mục sẽ lẫn vào nhau",
        "xin đồng ý hủy mục này, hoặc thu hồi mục mới trước: safekeep case retract MÃ_HỒ_SƠ --record BẢN_GHI --reason twice; nếu người đề nghị đã bị đình chỉ, xin đề nghị lại theo tên bản ghi: safekeep case show MÃ_HỒ_SƠ"
      )
    default: nil
    }
  }
}
