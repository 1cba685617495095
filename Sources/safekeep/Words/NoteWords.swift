import Casework

/// What a rule has to say of what it lets pass.
protocol NoteWords {
  func noted(_ reason: NoteReason) -> String
  func noted(_ said: String, names: String) -> String
}

extension English {
  func noted(_ reason: NoteReason) -> String {
    switch reason {
    case .condition:
      "the law gives this on a condition that no field shows; make sure that it holds"
    case .cameOfAge: "the person is of age; a lead looks at the category again"
    case .lastSchoolYear:
      "two school years are recorded: books and supplies are for the first and the next, and no third"
    case .olderLaw: "identified before 1 July 2025: such a person keeps the support of Law 66/2011"
    case .newerLaw: "not identified before 1 July 2025, and the file keeps Law 66/2011"
    case .representative:
      "a child's file, or one of unknown age, without a representative who may act"
    case .ownWords: "a level of risk without the person's own words: ask how they see it"
    case .decisionDue: "urgent, before the decision: that is due in three days"
    case .fileKindHint:
      "a relative who is protected, and neither victim nor in process, has a file of the kind"
    case .askedLater: "you may record this and not read it; the next step asks whether it was"
    case .copiesEnded:
      "of age sooner than was thought: what was given until after that day ended; give it anew"
    case .stayBeyondLimit, .staysTogether: notedOfStay(reason)
    case .windowPassed, .windowNotBegun: notedOfWindow(reason)
    case .clocksCarried: "these limits end in this file and run on in the one it is linked to"
    case .clocksEnded: "the person has died: these limits end with the file"
    case .neverCame: "nobody came: what an arrival asks for ends with the file"
    case .representedOfAge:
      "the person is of age: make sure that the paper lets somebody else ask for them"
    case .replyChanged:
      "the police answered the contrary before: the older answer stays in the history; tell whoever decides"
    case .dangerAfterReturn, .returnDanger, .returnAnew, .shelterInOpenField: notedOfPlace(reason)
    case .onlyAnswered:
      "only the answer is recorded, and its limit ends; make sure that the measures were taken"
    case .agreement:
      "by consent, to a body that acts under no law of its own, only with a transfer agreement; record its number"
    case .moveAsked, .clockMoved, .moveResting, .askLapsed: notedOfMove(reason)
    case .referralOut: notedOfReferral
    case .categoryAnew, .categoryHint, .categoryDoubt, .principalUnseen, .principalElsewhere,
      .dependantsAnew:
      notedOfRow(reason)
    }
  }

  /// The days of stays.
  private func notedOfStay(_ reason: NoteReason) -> String {
    switch reason {
    case .staysTogether:
      "stays with days between them are longer together than the limit of one; no source at hand says whether they count together: a lead looks"
    default: "the stay, or stays without a day between, went beyond the limit without an extension"
    }
  }

  /// Where somebody goes back to.
  private func notedOfPlace(_ reason: NoteReason) -> String {
    switch reason {
    case .shelterInOpenField:
      "this stands on papers and in lists, and names the place where the person is hidden: leave the name out (--record, where there are several)"
    case .returnDanger:
      "the place of return is recorded as dangerous: it is the person's own choice; look at their protection"
    case .returnAnew:
      "what was recorded of the return that failed stands in the history of the file; before another one these are recorded anew, and the plan is reviewed again"
    default: "the person has gone back there: look at their protection at once"
    }
  }

  /// The time in which to apply.
  private func notedOfWindow(_ reason: NoteReason) -> String {
    switch reason {
    case .windowPassed: "applied for after the time in which to apply"
    default:
      "applied for before the decision that the person is a victim; make sure that the application is accepted"
    }
  }

  /// What is added to a referral that went out.
  private var notedOfReferral: String {
    "the referral went out before; this is added to it here, is sent to nobody, and ends no time limit"
  }

  /// The correction of a date.
  private func notedOfMove(_ reason: NoteReason) -> String {
    switch reason {
    case .moveAsked:
      "what was recorded before goes on to count until a second person agrees (safekeep approval list); these limits depend on it"
    case .moveResting:
      "the file does not have these limits now; should they come back, they are counted by the correction"
    case .askLapsed:
      "a correction of these that waited for a second person waits no more, what is recorded now takes its place; what else it was to change is recorded anew"
    default: "these limits are now counted by the correction"
    }
  }

  /// The row of Article 37.
  private func notedOfRow(_ reason: NoteReason) -> String {
    switch reason {
    case .categoryAnew:
      "the support of Article 37 follows the decision; a lead records the category anew"
    case .categoryHint:
      "the category that the law has for a minor who came with this person; a lead sets it"
    case .categoryDoubt:
      "the row of Article 37 that the file has is not meant for whom this describes; a lead looks again"
    case .principalUnseen:
      "a file of a person with whom this minor came is one that you do not read, or is not here any more: make sure that the row is theirs"
    case .principalElsewhere:
      "the person with whom this minor came stands in another row by now; a lead looks at the category again"
    default:
      "minors came with this person, and their row follows this decision; a lead records theirs anew"
    }
  }

  func noted(_ said: String, names: String) -> String { "note: \(said): \(names)" }
}

extension Vietnamese {
  func noted(_ reason: NoteReason) -> String {
    switch reason {
    case .condition: "chế độ này có điều kiện mà hồ sơ không thể hiện; xin kiểm tra điều kiện"
    case .cameOfAge: "người này đã đủ 18 tuổi; cán bộ phụ trách xem lại đối tượng"
    case .lastSchoolYear: "đã ghi hai năm học: chỉ được hỗ trợ năm đầu tiên và năm tiếp theo"
    case .olderLaw:
      "được xác định trước ngày 01/7/2025: hưởng chế độ hỗ trợ theo Luật số 66/2011/QH12"
    case .newerLaw: "không được xác định trước ngày 01/7/2025, nhưng hồ sơ ghi Luật số 66/2011/QH12"
    case .representative:
      "hồ sơ của trẻ em hoặc người chưa rõ tuổi, chưa có người đại diện được thay mặt"
    case .ownWords: "có mức nguy cơ nhưng chưa có lời của người đó: xin hỏi họ nhìn nhận thế nào"
    case .decisionDue: "biện pháp khẩn cấp, chưa có quyết định: quyết định phải có trong ba ngày"
    case .fileKindHint:
      "người thân được bảo vệ mà không phải là nạn nhân, không trong quá trình xác định thì hồ sơ thuộc loại"
    case .askedLater:
      "cán bộ được ghi nhưng không được xem lại nội dung này; bước tiếp theo sẽ kiểm tra"
    case .copiesEnded:
      "người này đủ 18 tuổi sớm hơn: các bản sao có hạn sau ngày đó đã chấm dứt; xin chia sẻ lại"
    case .stayBeyondLimit, .staysTogether: notedOfStay(reason)
    case .windowPassed, .windowNotBegun: notedOfWindow(reason)
    case .clocksCarried:
      "các thời hạn sau chấm dứt trong hồ sơ này và tiếp tục trong hồ sơ được liên kết"
    case .clocksEnded: "người này đã chết: các thời hạn sau chấm dứt cùng hồ sơ"
    case .neverCame: "không có ai đến: các thời hạn tiếp nhận sau chấm dứt cùng hồ sơ"
    case .representedOfAge:
      "người này đã đủ 18 tuổi: xin kiểm tra giấy tờ có cho người khác yêu cầu thay hay không"
    case .replyChanged:
      "trước đó Công an đã trả lời ngược lại: trả lời cũ còn trong lịch sử; xin báo cho người kết luận"
    case .dangerAfterReturn, .returnDanger, .returnAnew, .shelterInOpenField: notedOfPlace(reason)
    case .onlyAnswered:
      "chỉ ghi câu trả lời và kết thúc thời hạn; xin kiểm tra các biện pháp đã được áp dụng"
    case .agreement:
      "chuyển dữ liệu theo sự đồng ý phải có thỏa thuận với bên nhận, trừ cơ quan làm theo luật; xin ghi số thỏa thuận"
    case .moveAsked, .clockMoved, .moveResting, .askLapsed: notedOfMove(reason)
    case .referralOut: notedOfReferral
    case .categoryAnew, .categoryHint, .categoryDoubt, .principalUnseen, .principalElsewhere,
      .dependantsAnew:
      notedOfRow(reason)
    }
  }

  /// Số ngày lưu trú.
  private func notedOfStay(_ reason: NoteReason) -> String {
    switch reason {
    case .staysTogether:
      "các lần lưu trú cách nhau cộng lại dài hơn thời hạn của một lần; chưa có nguồn nào cho biết có tính chung hay không: cán bộ phụ trách xem xét"
    default:
      "thời gian lưu trú, kể cả các lần lưu trú liền nhau, vượt thời hạn mà chưa được gia hạn"
    }
  }

  /// Nơi trở về.
  private func notedOfPlace(_ reason: NoteReason) -> String {
    switch reason {
    case .shelterInOpenField:
      "các trường này có trên giấy tờ và danh sách mà lại nêu nơi tạm lánh của người đó: xin bỏ tên nơi đó ra (--record, nếu có"
        + " nhiều bản ghi)"
    case .returnDanger:
      "nơi trở về được ghi là có thể gặp nguy hiểm: đây là lựa chọn của chính người đó; xin xem xét bảo vệ"
    case .returnAnew:
      "nội dung đã ghi về lần trở về không thành còn trong lịch sử hồ sơ; trước lần trở về khác xin ghi lại các mục sau và rà soát lại kế hoạch"
    default: "người này đã trở về nơi đó: xin xem xét bảo vệ ngay"
    }
  }

  /// Thời hạn nộp đơn.
  private func notedOfWindow(_ reason: NoteReason) -> String {
    switch reason {
    case .windowPassed: "đơn đề nghị nộp sau khi hết thời hạn nộp"
    default:
      "đơn đề nghị nộp trước khi có kết luận là nạn nhân; xin kiểm tra đơn có được chấp nhận hay không"
    }
  }

  /// Nội dung ghi thêm vào chuyển tuyến đã gửi.
  private var notedOfReferral: String {
    "chuyển tuyến này đã gửi trước đó; nội dung chỉ ghi thêm tại đây, không gửi cho ai và không kết thúc thời hạn nào"
  }

  /// Việc sửa ngày.
  private func notedOfMove(_ reason: NoteReason) -> String {
    switch reason {
    case .moveAsked:
      "nội dung đã ghi trước vẫn được dùng để tính cho đến khi người thứ hai đồng ý (safekeep approval list); các thời hạn sau phụ thuộc vào đó"
    case .moveResting:
      "hiện hồ sơ không có các thời hạn sau; nếu các thời hạn này được tính lại thì tính theo nội dung đã sửa"
    case .askLapsed:
      "đề nghị sửa các mục sau không còn chờ người thứ hai nữa, nội dung vừa ghi thay cho đề nghị đó; phần khác của đề nghị, nếu có, xin ghi lại"
    default: "các thời hạn sau nay được tính theo nội dung đã sửa"
    }
  }

  /// Đối tượng theo Điều 37.
  private func notedOfRow(_ reason: NoteReason) -> String {
    switch reason {
    case .categoryAnew:
      "chế độ hỗ trợ theo Điều 37 thay đổi theo kết luận; cán bộ phụ trách xác định lại đối tượng"
    case .categoryHint:
      "đối tượng theo luật của người dưới 18 tuổi đi cùng người này; cán bộ phụ trách xác định"
    case .categoryDoubt:
      "đối tượng theo Điều 37 trong hồ sơ không phù hợp với các mục sau; cán bộ phụ trách xem lại"
    case .principalUnseen:
      "cán bộ không được xem hồ sơ của người mà người dưới 18 tuổi này đi cùng, hoặc hồ sơ đó không còn ở đây: xin kiểm tra đối tượng theo người đó"
    case .principalElsewhere:
      "người mà người dưới 18 tuổi này đi cùng nay thuộc đối tượng khác; cán bộ phụ trách xem lại đối tượng"
    default:
      "có người dưới 18 tuổi đi cùng người này, đối tượng của họ theo kết luận này; cán bộ phụ trách xác định lại"
    }
  }

  func noted(_ said: String, names: String) -> String { "lưu ý: \(said): \(names)" }
}
