import Casework

extension English {
  /// Rules about support and stays.
  func supportStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .notEntitled:
      (
        "the law gives this category of person no such support; it gives",
        "where the category has changed since, a lead sets it: safekeep case record CASE"
      )
    case .noEntitlements:
      (
        "the table has no support for this category of person under the law that the file keeps",
        "a lead looks at the category and the legal regime: safekeep case record CASE"
      )
    case .fileClosed:
      ("this file has ended and takes nothing new", "a lead reopens it: safekeep case reopen CASE")
    case .notIdentified:
      (
        "the person was not identified as a victim; what was given stays, nothing new is given",
        "help given before the decision is entered with its own date"
      )
    case .relativeFile:
      (
        "this is the file of a relative under protection: protection, and no support regimes",
        "who is a victim, in process or an accompanying minor has a file of that kind"
      )
    default: rightStop(reason)
    }
  }

  /// What a right depends on.
  private func rightStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .beforeCategory:
      (
        "the category of the person is not set; until then only these are given",
        "a lead sets the category: safekeep case record CASE"
      )
    case .staleCategory:
      (
        "the recorded category is not one of somebody who stands where this file does; until it is recorded anew only these are given",
        "a lead sets the category that holds now: safekeep case record CASE"
      )
    case .beforeDecision:
      (
        "on that day the person was still in process of identification, and the law gave them only",
        "correct the day if it is wrong; what the law gives victims alone is theirs from the day of the decision on"
      )
    case .otherRegime:
      (
        "this belongs to help under these regimes alone",
        "record it with the regime that it is"
      )
    case .condition:
      (
        "what this support depends on is not so in this file",
        "look at what is named, and correct it if it is wrong"
      )
    default: stayStop(reason)
    }
  }

  private func stayStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .noWish:
      (
        "nobody stays in a facility without wishing it",
        "ask the person; record stay_wish with the answer"
      )
    case .onlyForMinors:
      (
        "this need is one of people under 18, and the person is of age",
        "record the need that is theirs"
      )
    case .openStay:
      ("the person has another stay at that time", "record its last day first: stay_to")
    case .noOpenStay:
      ("no stay goes on in this file", "record the stay first: safekeep support record CASE")
    case .byExtension:
      (
        "a stay is lengthened by two people",
        "ask for a longer stay (safekeep support --help), and a lead agrees; a last day that was mistyped a lead first empties with the reason (stay_extended_to: safekeep support record CASE --record RECORD), then it is asked for anew"
      )
    case .noExtension:
      (
        "this limit cannot be lengthened",
        "plan the return, or another place to live, within the limit"
      )
    case .notLater:
      (
        "not later than the limit as it is",
        "give a later day; of a stay, a last day that was mistyped a lead first empties with the reason (stay_extended_to: safekeep support record CASE --record RECORD), then it is asked for anew"
      )
    case .approver: ("only these may decide it", "obtain the decision of one of them")
    default: lawStop(reason)
    }
  }

  /// The years that the law gives, and which law it is.
  private func lawStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .thirdSchoolYear:
      (
        "books and supplies are for the first school year and the next, and no other",
        "correct the year if it is wrong; other help with schooling is recorded without a school year"
      )
    case .insuranceYear:
      (
        "the premium is helped with for one year from the certificate, and this day is not in that year",
        "correct the day if it is wrong; insurance of another time is not support of this law"
      )
    case .otherLaw:
      (
        "Law 66/2011 is kept for whoever was identified before 1 July 2025, and Law 53/2024 is for all others; look at",
        "record the law that is named; where the day of the decision is wrong, a lead corrects that first"
      )
    default: nil
    }
  }
}

extension Vietnamese {
  /// Quy định về hỗ trợ và lưu trú.
  func supportStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .notEntitled:
      (
        "đối tượng này không được hưởng chế độ hỗ trợ đó theo luật; chế độ được hưởng là",
        "nếu đối tượng đã thay đổi, cán bộ phụ trách ghi lại: safekeep case record MÃ_HỒ_SƠ"
      )
    case .noEntitlements:
      (
        "theo luật áp dụng cho hồ sơ này, đối tượng này không có chế độ hỗ trợ nào trong bảng",
        "cán bộ phụ trách xem lại đối tượng và chế độ pháp luật: safekeep case record MÃ_HỒ_SƠ"
      )
    case .fileClosed:
      (
        "hồ sơ đã kết thúc, không ghi thêm việc mới",
        "cán bộ phụ trách mở lại hồ sơ: safekeep case reopen MÃ_HỒ_SƠ"
      )
    case .notIdentified:
      (
        "người này không được xác định là nạn nhân; hỗ trợ đã thực hiện được giữ nguyên, không hỗ trợ thêm",
        "hỗ trợ đã thực hiện trước ngày kết luận thì ghi theo đúng ngày của nó"
      )
    case .relativeFile:
      (
        "đây là hồ sơ của người thân được bảo vệ: chỉ có bảo vệ, không có chế độ hỗ trợ",
        "nạn nhân, người đang trong quá trình xác định, người dưới 18 tuổi đi cùng có hồ sơ loại đó"
      )
    default: rightStop(reason)
    }
  }

  /// Điều kiện của chế độ.
  private func rightStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .beforeCategory:
      (
        "chưa xác định đối tượng; khi chưa xác định chỉ được hỗ trợ",
        "cán bộ phụ trách xác định đối tượng: safekeep case record MÃ_HỒ_SƠ"
      )
    case .staleCategory:
      (
        "đối tượng đã ghi không còn đúng với tình trạng của hồ sơ; khi chưa xác định lại chỉ được hỗ trợ",
        "cán bộ phụ trách xác định lại đối tượng: safekeep case record MÃ_HỒ_SƠ"
      )
    case .beforeDecision:
      (
        "vào ngày đó người này còn đang trong quá trình xác định, theo luật chỉ được hỗ trợ",
        "nếu ghi sai ngày, xin sửa; chế độ chỉ dành cho nạn nhân được hưởng từ ngày có kết luận"
      )
    case .otherRegime:
      (
        "nội dung này chỉ thuộc các chế độ",
        "xin ghi cùng với đúng chế độ"
      )
    case .condition:
      (
        "hồ sơ cho thấy không có điều kiện để hưởng chế độ này",
        "xin xem lại mục được nêu, sửa nếu ghi sai"
      )
    default: stayStop(reason)
    }
  }

  private func stayStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .noWish:
      (
        "không ai lưu trú tại cơ sở nếu không có nguyện vọng",
        "xin hỏi người đó và ghi câu trả lời vào stay_wish"
      )
    case .onlyForMinors:
      (
        "lý do này chỉ dành cho người dưới 18 tuổi, người này đã đủ 18 tuổi",
        "xin ghi đúng lý do lưu trú"
      )
    case .openStay:
      (
        "người này đang có đợt lưu trú khác trong thời gian đó",
        "xin ghi ngày kết thúc đợt đó trước: stay_to"
      )
    case .noOpenStay:
      (
        "hồ sơ không có đợt lưu trú nào đang diễn ra",
        "xin ghi đợt lưu trú trước: safekeep support record MÃ_HỒ_SƠ"
      )
    case .byExtension:
      (
        "gia hạn lưu trú cần hai người",
        "đề nghị gia hạn (safekeep support --help), sau đó cán bộ phụ trách đồng ý; ngày gia hạn ghi nhầm thì cán bộ phụ trách để trống kèm lý do trước (stay_extended_to: safekeep support record MÃ_HỒ_SƠ --record BẢN_GHI), rồi đề nghị lại"
      )
    case .noExtension:
      ("thời hạn này không được gia hạn", "xin thu xếp việc trở về hoặc nơi ở khác trong thời hạn")
    case .notLater:
      (
        "không muộn hơn thời hạn hiện tại",
        "xin ghi ngày muộn hơn; với lưu trú, ngày gia hạn ghi nhầm thì cán bộ phụ trách để trống kèm lý do trước (stay_extended_to: safekeep support record MÃ_HỒ_SƠ --record BẢN_GHI), rồi đề nghị lại"
      )
    case .approver:
      ("chỉ những người, cơ quan sau được quyết định", "cần có quyết định của một trong số đó")
    default: lawStop(reason)
    }
  }

  /// Số năm được hỗ trợ, luật áp dụng.
  private func lawStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .thirdSchoolYear:
      (
        "sách vở, đồ dùng học tập chỉ được hỗ trợ trong năm học đầu tiên và năm học tiếp theo",
        "nếu ghi sai năm học, xin sửa; hỗ trợ học văn hóa khác thì ghi mà không ghi năm học"
      )
    case .insuranceYear:
      (
        "bảo hiểm y tế được hỗ trợ một năm kể từ ngày được cấp giấy xác nhận, ngày này nằm ngoài thời gian đó",
        "nếu ghi sai ngày, xin sửa; bảo hiểm ngoài thời gian đó không phải là hỗ trợ theo quy định này"
      )
    case .otherLaw:
      (
        "Luật số 66/2011/QH12 áp dụng cho người được xác định trước ngày 01/7/2025, Luật số 53/2024/QH15 cho người khác; xin xem",
        "xin ghi luật được nêu; nếu ngày kết luận ghi sai, cán bộ phụ trách sửa ngày đó trước"
      )
    default: nil
    }
  }
}
