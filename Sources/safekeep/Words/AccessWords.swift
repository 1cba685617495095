/// `case accesses`: the page for the person concerned. Plain words, to somebody who never saw this
/// program, and who has a right to know.
protocol AccessWords {
  var accessTitle: String { get }
  func accessOf(code: String) -> String
  func accessMade(by handle: String, at time: String, entry: Int) -> String
  var accessIntroduction: String { get }
  var accessNone: String { get }
  /// What somebody did, after their name: `read`, `wrote`, …
  func accessDeed(_ act: String, subject: String?) -> String
  /// What somebody wanted and was refused.
  func accessRefused(_ act: String) -> String
  func accessReason(_ why: Refusal) -> String
  func accessFields(_ names: String) -> String
  func accessPurpose(_ purpose: String) -> String
  func accessEntry(_ entry: Int) -> String
  var accessNoRight: String { get }
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
    every record there is of your file, the oldest first.
    """
  }
  var accessNone: String { "There is no record of your file." }
  func accessReason(_ why: Refusal) -> String {
    switch why {
    case .notAssigned: "your file is not given to them"
    case .fieldClass: "their work does not allow them to see this"
    case .restricted: "you asked that it be kept from them"
    case .purpose: "they named no reason that would allow it"
    case .consent: "you have not agreed to it"
    default: "they may not"
    }
  }
  func accessFields(_ names: String) -> String { "What: \(names)." }
  func accessPurpose(_ purpose: String) -> String { "What for: \(purpose)." }
  func accessEntry(_ entry: Int) -> String { "(entry \(entry))" }
  var accessNoRight: String {
    "The log does not show what allowed this. You may ask about it."
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

extension English {
  func accessDeed(_ act: String, subject: String?) -> String {
    let other = subject ?? "somebody"
    return switch act {
    case "field.read": "looked at it"
    case "field.write": "wrote in it"
    case "field.reseal": "sealed a field anew, so that what you restricted is kept"
    case "restriction.set": "wrote down that you want something in it kept from others"
    case "restriction.lift": "wrote down that you lifted such a restriction"
    case "record.create": "opened the file"
    case "assign.add": "gave the file to \(other)"
    case "assign.remove": "took the file from \(other)"
    case "excerpt.give": "let \(other) read copies of some of it"
    case "excerpt.end": "ended what \(other) could read"
    case "key.wrap": "gave its keys to somebody whose work it is to read it"
    case "audit.export": "made this list for you"
    case "audit.reveal": "asked, as an auditor, which file this is"
    case "approval.give": "told an auditor which file this is"
    case "emergency.open": "opened it in an emergency"
    case "emergency.close": "ended an emergency access"
    case "emergency.review": "examined an emergency access"
    case "export": "took out a copy"
    case "print": "printed from it"
    case "case.link": "linked it to another file"
    case "stay.extend": "asked that the stay be lengthened"
    case "case.erase": "asked that it be erased"
    default: "did something else with it (\(act))"
    }
  }
  func accessRefused(_ act: String) -> String {
    switch act {
    case "field.read": "wanted to look at it and was refused"
    case "field.write": "wanted to write in it and was refused"
    case "restriction.set", "restriction.lift":
      "wanted to set or lift a restriction in it and was refused"
    case "excerpt.give": "wanted to share some of it and was refused"
    case "audit.export": "wanted this list and was refused"
    default: "wanted to do something with it and was refused (\(act))"
    }
  }
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
    bị phát hiện. Dưới đây là mọi mục đã ghi về hồ sơ của quý vị, mục cũ nhất ở trước.
    """
  }
  var accessNone: String { "Chưa có mục nào về hồ sơ của quý vị." }
  func accessReason(_ why: Refusal) -> String {
    switch why {
    case .notAssigned: "hồ sơ của quý vị không được giao cho người đó"
    case .fieldClass: "công việc của người đó không được xem phần này"
    case .restricted: "quý vị đã yêu cầu không cho người đó xem"
    case .purpose: "người đó không nêu lý do cho phép việc này"
    case .consent: "quý vị chưa đồng ý"
    default: "người đó không được phép"
    }
  }
  func accessFields(_ names: String) -> String { "Nội dung: \(names)." }
  func accessPurpose(_ purpose: String) -> String { "Để: \(purpose)." }
  func accessEntry(_ entry: Int) -> String { "(mục số \(entry))" }
  var accessNoRight: String {
    "Nhật ký không cho thấy căn cứ của việc này. Quý vị có thể hỏi về việc này."
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

extension Vietnamese {
  func accessDeed(_ act: String, subject: String?) -> String {
    let other = subject ?? "một người"
    return switch act {
    case "field.read": "đã xem"
    case "field.write": "đã ghi vào hồ sơ"
    case "field.reseal": "đã niêm phong lại một trường để thực hiện hạn chế của quý vị"
    case "restriction.set": "đã ghi nhận việc quý vị yêu cầu hạn chế"
    case "restriction.lift": "đã ghi nhận việc quý vị bỏ hạn chế"
    case "record.create": "đã lập hồ sơ"
    case "assign.add": "đã giao hồ sơ cho \(other)"
    case "assign.remove": "đã thu lại hồ sơ từ \(other)"
    case "excerpt.give": "đã cho \(other) đọc bản sao một phần hồ sơ"
    case "excerpt.end": "đã chấm dứt việc \(other) được đọc"
    case "key.wrap": "đã trao khóa của hồ sơ cho người có nhiệm vụ đọc hồ sơ"
    case "audit.export": "đã lập danh sách này cho quý vị"
    case "audit.reveal": "là người kiểm tra, đã hỏi đây là hồ sơ nào"
    case "approval.give": "đã cho người kiểm tra biết đây là hồ sơ nào"
    case "emergency.open": "đã mở trong trường hợp khẩn cấp"
    case "emergency.close": "đã kết thúc lần truy cập khẩn cấp"
    case "emergency.review": "đã xem xét lại lần truy cập khẩn cấp"
    case "export": "đã lấy ra một bản sao"
    case "print": "đã in từ hồ sơ"
    case "case.link": "đã liên kết với hồ sơ khác"
    case "stay.extend": "đã đề nghị gia hạn lưu trú"
    case "case.erase": "đã đề nghị xóa, hủy hồ sơ"
    default: "đã làm việc khác với hồ sơ (\(act))"
    }
  }
  func accessRefused(_ act: String) -> String {
    switch act {
    case "field.read": "muốn xem và bị từ chối"
    case "field.write": "muốn ghi vào hồ sơ và bị từ chối"
    case "restriction.set", "restriction.lift": "muốn đặt hoặc bỏ hạn chế và bị từ chối"
    case "excerpt.give": "muốn chia sẻ một phần hồ sơ và bị từ chối"
    case "audit.export": "muốn lấy danh sách này và bị từ chối"
    default: "muốn làm việc khác với hồ sơ và bị từ chối (\(act))"
    }
  }
}
