import Casework

/// Why a provision or a consent does not carry what is to be done on it, and what another office has to do
/// about its file. Nil for what other words are for.
protocol BasisStopWords {
  func basisStopped(_ reason: StopReason) -> String?
  func basisRemedy(_ reason: StopReason) -> String?
  /// Of a file that another office handed over.
  var remedyElsewhere: String { get }
}

extension English {
  func basisStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .provisionOtherAct: "the provision allows something else than this way of giving"
    case .provisionOtherCase: "the provision is not for this person; it is for a file with"
    case .provisionOtherRecipient: "the provision lets it be given to somebody else"
    case .provisionOtherPurpose: "the provision is for another purpose; it is for"
    case .purposeNotOfFile: "a consent for this purpose does not carry a whole file; these do"
    case .transferEnded:
      "the consent that the file was handed over on was withdrawn or is over; nothing more goes out on it"
    default: nil
    }
  }

  func basisRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .provisionOtherAct, .provisionOtherCase, .provisionOtherRecipient, .provisionOtherPurpose:
      "what each provision is for: safekeep rules show bases; else ask the person: safekeep consent record CASE"
    case .purposeNotOfFile:
      "ask the person whether their file may go to that office, and record it: safekeep consent record CASE"
    case .transferEnded:
      "tell that office not to take the first file in, or to stop and delete; on another consent a lead makes the file anew"
    default: nil
    }
  }

  var remedyElsewhere: String {
    "nothing was taken in; ask the other office for a file that rests on a consent or provision in force"
  }
}

extension Vietnamese {
  func basisStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .provisionOtherAct: "quy định này cho phép việc khác, không cho phép cách cung cấp này"
    case .provisionOtherCase: "quy định này không áp dụng cho người này; chỉ áp dụng cho hồ sơ có"
    case .provisionOtherRecipient: "quy định này cho phép cung cấp cho bên nhận khác"
    case .provisionOtherPurpose: "quy định này dành cho mục đích khác, đó là"
    case .purposeNotOfFile:
      "sự đồng ý cho mục đích này không đủ để chuyển giao toàn bộ hồ sơ; các mục đích được phép"
    case .transferEnded:
      "sự đồng ý làm căn cứ chuyển giao đã được rút lại hoặc đã hết hiệu lực; không chuyển giao thêm theo căn cứ đó"
    default: nil
    }
  }

  func basisRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .provisionOtherAct, .provisionOtherCase, .provisionOtherRecipient, .provisionOtherPurpose:
      "xem từng quy định áp dụng cho việc gì: safekeep rules show bases; hoặc xin hỏi chủ thể dữ liệu: safekeep consent record MÃ_HỒ_SƠ"
    case .purposeNotOfFile:
      "xin hỏi chủ thể dữ liệu có đồng ý chuyển hồ sơ cho cơ quan đó không và ghi nhận: safekeep consent record MÃ_HỒ_SƠ"
    case .transferEnded:
      "xin báo cơ quan đó không tiếp nhận tệp đầu tiên, hoặc ngừng xử lý và xóa; có sự đồng ý khác thì cán bộ phụ trách lập lại tệp"
    default: nil
    }
  }

  var remedyElsewhere: String {
    "chưa tiếp nhận gì; xin cơ quan kia gửi tệp có căn cứ là sự đồng ý hoặc quy định còn hiệu lực"
  }
}
