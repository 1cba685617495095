import Vault

/// Shares of a seed: how they are asked for and shown, and why they are refused.
protocol ShareWords {
  /// Without echo, in as many lines as whoever types likes.
  func typeShare(_ number: Int, from word: Int, of count: Int) -> String
  func shareTitle(_ number: Int, of count: Int, epoch: Int) -> String
  var shareWrittenDown: String { get }
  func shareShown(entry: Int) -> String
  func drilled(entry: Int) -> String
  func seedKind(_ code: String) -> String
  var argumentShareOf: String { get }
  func shareFault(_ fault: ShareFault) -> String
  /// The same of an entry, said of somebody else; nil for what is no such code.
  func shareReason(_ code: String) -> String?
  func shareOfAnother(entry: Int) -> String
  var noShare: String { get }
  var noShareHint: String { get }
  var sharesAtTerminal: String { get }
}

extension English {
  func typeShare(_ number: Int, from word: Int, of count: Int) -> String {
    word == 1
      ? "Share \(number), \(count) words, in one line or several (not shown):"
      : "Share \(number), word \(word) and on (not shown):"
  }
  func shareTitle(_ number: Int, of count: Int, epoch: Int) -> String {
    "Your share of the recovery seed, \(number) of \(count), epoch \(epoch):"
  }
  var shareWrittenDown: String {
    "Write it down by hand, and press Enter: the screen is then emptied."
  }
  func shareShown(entry: Int) -> String {
    "your share was shown to you, log entry \(entry); keep it under seal, off this machine"
  }
  func drilled(entry: Int) -> String {
    "the two shares fit, log entry \(entry); nothing was opened"
  }
  func seedKind(_ code: String) -> String { Terms.seeds[code]?.english ?? code }
  var argumentShareOf: String { "Whose share; only your own is shown." }
  func shareFault(_ fault: ShareFault) -> String {
    switch fault {
    case .tooFew: "it takes two shares; nothing was opened"
    case .length(let share): "share \(share) has too many or too few words; nothing was opened"
    case .word(let word, let share):
      "share \(share): word \(word) is not in the list of words; nothing was opened"
    case .checksum(let share):
      "share \(share): a word is wrong or not in its place; nothing was opened"
    case .form(let share): "share \(share) is no share of this kind; nothing was opened"
    case .otherSet: "these are shares of another set, or not of one; nothing was opened"
    case .duplicate: "the same share was given twice; it takes another one"
    case .apart: "each share is in order, and together they give nothing; nothing was opened"
    case .otherSeed:
      "the shares give a seed that does not count here: of another vault, or of a time that is over"
    }
  }
  func shareReason(_ code: String) -> String? { Terms.shareReasons[code]?.english }
  func shareOfAnother(entry: Int) -> String {
    "not allowed: a share is shown to nobody but the trustee who keeps it; recorded as log entry \(entry)"
  }
  var noShare: String { "you keep no share of the recovery seed that counts now" }
  var noShareHint: String {
    "a lead's next command shares a new one among the three who have been trustees longest:"
      + " safekeep vault status"
  }
  var sharesAtTerminal: String {
    "shares are typed and shown at a terminal and nowhere else, and there is none"
  }
}

extension Vietnamese {
  func typeShare(_ number: Int, from word: Int, of count: Int) -> String {
    word == 1
      ? "Mảnh khóa \(number), \(count) từ, gõ một hoặc nhiều dòng (không hiện):"
      : "Mảnh khóa \(number), từ thứ \(word) trở đi (không hiện):"
  }
  func shareTitle(_ number: Int, of count: Int, epoch: Int) -> String {
    "Mảnh khóa khôi phục do anh/chị giữ, mảnh \(number) trong \(count), kỳ \(epoch):"
  }
  var shareWrittenDown: String { "Xin chép tay ra giấy rồi nhấn Enter: màn hình sẽ được xóa." }
  func shareShown(entry: Int) -> String {
    "đã cho xem mảnh khóa của anh/chị, mục nhật ký số \(entry); xin niêm phong, cất giữ ngoài máy này"
  }
  func drilled(entry: Int) -> String {
    "hai mảnh khóa khớp nhau, mục nhật ký số \(entry); chưa mở gì"
  }
  func seedKind(_ code: String) -> String { Terms.seeds[code]?.vietnamese ?? code }
  var argumentShareOf: String { "Mảnh khóa của ai; chỉ mảnh của chính mình được cho xem." }
  func shareFault(_ fault: ShareFault) -> String {
    switch fault {
    case .tooFew: "phải có hai mảnh khóa; chưa mở gì"
    case .length(let share): "mảnh khóa \(share) thừa hoặc thiếu từ; chưa mở gì"
    case .word(let word, let share):
      "mảnh khóa \(share): từ thứ \(word) không có trong danh sách từ; chưa mở gì"
    case .checksum(let share): "mảnh khóa \(share): có từ sai hoặc sai vị trí; chưa mở gì"
    case .form(let share): "mảnh khóa \(share) không phải loại mảnh khóa này; chưa mở gì"
    case .otherSet: "các mảnh khóa thuộc bộ khác, hoặc không cùng một bộ; chưa mở gì"
    case .duplicate: "một mảnh khóa được đưa hai lần; phải có mảnh khác"
    case .apart: "từng mảnh khóa đúng, nhưng ghép lại không thành khóa; chưa mở gì"
    case .otherSeed:
      "các mảnh ghép thành một khóa không có giá trị ở đây: của kho khác, hoặc của kỳ đã qua"
    }
  }
  func shareReason(_ code: String) -> String? { Terms.shareReasons[code]?.vietnamese }
  func shareOfAnother(entry: Int) -> String {
    "không được phép: mảnh khóa chỉ cho chính người giữ xem; đã ghi vào nhật ký, mục số \(entry)"
  }
  var noShare: String { "anh/chị không giữ mảnh nào của khóa khôi phục hiện nay" }
  var noShareHint: String {
    "lệnh tới của cán bộ phụ trách sẽ chia khóa mới cho ba người giữ mảnh khóa lâu nhất:"
      + " safekeep vault status"
  }
  var sharesAtTerminal: String {
    "mảnh khóa chỉ được gõ và xem trên thiết bị đầu cuối, và hiện không có thiết bị nào"
  }
}

extension Terms {
  static let shareReasons: [String: Pair] = [
    "share.too_few": Pair(
      "one share was given, and it takes two", "mới có một mảnh khóa, phải có hai"),
    "share.length": Pair("a share has too many or too few words", "mảnh khóa thừa hoặc thiếu từ"),
    "share.word": Pair(
      "a word of a share is not in the list of words", "mảnh khóa có từ không thuộc danh sách từ"),
    "share.checksum": Pair(
      "a word of a share is wrong or not in its place", "mảnh khóa có từ sai hoặc sai vị trí"),
    "share.form": Pair(
      "what was given is no share of this kind", "mảnh được đưa không phải loại mảnh khóa này"),
    "share.other_set": Pair(
      "the shares are of another set, or not of one",
      "các mảnh khóa thuộc bộ khác, hoặc không cùng một bộ"),
    "share.duplicate": Pair(
      "the same share was given twice", "một mảnh khóa được đưa hai lần"),
    "share.apart": Pair(
      "the shares together give no seed", "các mảnh khóa ghép lại không thành khóa"),
    "share.other_seed": Pair(
      "the shares give a seed that does not count here",
      "các mảnh ghép thành khóa không có giá trị ở đây"),
  ]
  static let seeds: [String: Pair] = [
    "root": Pair("root seed", "khóa gốc"), "recovery": Pair("recovery seed", "khóa khôi phục"),
  ]
}
