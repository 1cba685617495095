import Casework

/// Why a referral or a request of the person does not go on. Nil for what other words are for.
protocol ReferralStopWords {
  func referralStopped(_ reason: StopReason) -> String?
  func referralRemedy(_ reason: StopReason) -> String?
  func requestStopped(_ reason: StopReason) -> String?
  func requestRemedy(_ reason: StopReason) -> String?
}

extension English {
  func referralStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .referralState: "that does not follow from where the referral stands"
    case .draftBasis:
      "a referral rests on one consent or one provision, and the draft names one of them"
    case .healthNotReferred:
      "these health fields are read neither by who drafts a referral nor by who sends it, and nobody passes on what they do not read"
    case .cannotReceive: "the colleague's role is given no copies of"
    case .cardForColleague: "this referral goes to a colleague of this vault"
    case .cardOtherOffice: "the card is of another office than the one that the draft names"
    case .letterForColleague: "the colleague of this referral reads its fields in this vault"
    case .shelterOnPaper: "where somebody is hidden is put on no paper"
    case .notBetweenOffices:
      "no file of this referral passed between this office and another, or it is the other office's to say"
    case .answerFile:
      "this referral passed between two offices, and one tells the other by a signed file"
    case .noReceiver: "this referral names no colleague of this vault who receives it"
    case .notReceiver: "only the colleague to whom it was sent answers it"
    case .answeredLate:
      "the copies that came with this referral could be read until their day, which has passed, and with them it is answered here no more"
    case .rejectionReason: "a rejection is given in writing with its reason"
    case .takenBack:
      "the office that sent these with a referral has taken it back, and their use here has ended"
    case .referralOut:
      "a referral of this file is out at another office; once the file is handed over its answer can be entered nowhere, and nobody can take it back"
    case .kinUnsafe: "contact with this relative is recorded as not safe"
    case .kinUnknown:
      "this provision is for relatives, and none of this name is recorded with whom contact is safe"
    case .beyondNotice:
      "relatives are told by this provision who the child is, and nothing more of the file"
    default: nil
    }
  }

  func referralRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .referralState:
      "see where it stands: safekeep referral list CASE; one that was answered on paper or by telephone is done once that is recorded (reply: safekeep referral draft CASE --record RECORD)"
    case .draftBasis:
      "name one in the draft: consent_ref, the record of a consent (safekeep consent show CASE), or provision (safekeep rules show bases)"
    case .healthNotReferred:
      "leave them out; a duty officer assigns the case to health staff, who read them by their role: safekeep case assign CASE HANDLE"
    case .cannotReceive:
      "leave it out, or name a receiver of health staff, police or legal aid whose role is given it"
    case .cardForColleague:
      "send it without a card, or draft another for the office: safekeep referral draft CASE"
    case .cardOtherOffice:
      "the name on the card stands in the consent and in referral_to: safekeep referral draft CASE --record RECORD"
    case .letterForColleague:
      "send it: safekeep referral send CASE RECORD; a letter is for an office that has no vault"
    case .shelterOnPaper: "leave it out; whoever has to know it is told in person"
    case .notBetweenOffices: "see where it stands: safekeep referral list CASE"
    case .answerFile:
      "a lead of the office that has it answers: safekeep referral accept CASE RECORD --to FILE; a lead of the one that sent it takes it back: safekeep referral revoke CASE RECORD --to FILE"
    case .noReceiver:
      "name one in the draft: receiver; to another office a lead sends it: safekeep referral send CASE RECORD --card CARD --to FILE; or as a letter: safekeep print letter CASE RECORD --to letter.html"
    case .notReceiver: "what waits for you: safekeep referral list"
    case .answeredLate:
      "tell the colleague who sent it, who records what you say (reply: safekeep referral draft CASE --record RECORD) and that it was done (safekeep referral done CASE RECORD), or drafts another for longer"
    case .rejectionReason: "give reply, at the prompt or with --from"
    case .takenBack:
      "ask the person: a consent that they give this office now carries it: safekeep consent record CASE"
    case .kinUnknown:
      "ask the child; record who it is and whether contact is safe: safekeep person record CASE"
    case .beyondNotice: "leave these fields out; what else is given needs consent"
    case .referralOut:
      "once it was answered and carried out: safekeep referral done CASE RECORD; else take it back: safekeep referral revoke CASE RECORD --to FILE"
    case .kinUnsafe:
      "ask the person; where contact is safe by now, record that first: safekeep person record CASE --record RECORD"
    default: nil
    }
  }

  func requestStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .identityFirst: "before anything is answered this has to be recorded"
    case .extendedBefore: "a request is extended once"
    case .extensionTooLong: "the extension goes beyond what the article gives"
    case .limitOver: "the limit is over; it is not extended any more"
    case .requestDone: "this request was answered"
    case .requestFixed: "what was asked, when and by whom is not changed afterwards"
    case .asksThemselves: "the person is of age, and a parent asks for nothing in their name"
    case .refusalOfOtherKind: "that does not go with this kind of request"
    case .answeredByPage:
      "who asks to see or to have their data is given the page; words alone are no answer"
    case .consentsStand: "a consent that whoever asked gave themselves still counts"
    case .nothingDone: "nothing of what was asked for was done in this file since it was asked"
    case .noErasureRequest:
      "no request of the person to have their data erased is open in this file"
    case .notClosed: "the file is not closed: what it is kept for goes on"
    default: nil
    }
  }

  func requestRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .identityFirst: "record it: safekeep request record CASE --record RECORD"
    case .extendedBefore, .limitOver: "answer it: safekeep request answer CASE RECORD"
    case .extensionTooLong: "choose an earlier day"
    case .requestFixed:
      "answer this one, saying what was mistyped, and record the other: safekeep request record CASE"
    case .asksThemselves:
      "ask the person, and record what they ask as theirs (requester self): safekeep request record CASE; of an open request: safekeep request record CASE --record RECORD; else it is refused: refusal not_theirs, refusal_reason"
    case .requestDone: "a new request is recorded: safekeep request record CASE"
    case .refusalOfOtherKind:
      "a page is for access and provide, and each ground for its kinds: safekeep rules show codes"
    case .answeredByPage:
      "make it: safekeep request answer CASE RECORD --to page.html; else refusal with refusal_reason"
    case .consentsStand:
      "withdraw it first: safekeep consent withdraw CASE RECORD; where one stays as the person wishes: refusal partly, with refusal_reason"
    case .nothingDone:
      "do it first (correct the form that is wrong, restriction set, case erase); else refusal with refusal_reason"
    case .noErasureRequest: "record it, of the kind delete: safekeep request record CASE"
    case .notClosed: "close it first: safekeep case close CASE"
    default: nil
    }
  }
}

extension Vietnamese {
  func referralStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .referralState: "việc này không tiếp nối được từ tình trạng hiện tại của chuyển tuyến"
    case .draftBasis:
      "chuyển tuyến phải dựa vào một sự đồng ý hoặc một điều khoản, và dự thảo phải nêu rõ"
    case .healthNotReferred:
      "người lập và người gửi chuyển tuyến không được xem các mục sức khỏe này, và không ai chuyển được điều mình không được xem"
    case .cannotReceive: "vai trò của đồng nghiệp đó không được nhận bản sao của"
    case .cardForColleague: "chuyển tuyến này gửi cho đồng nghiệp của kho hồ sơ này"
    case .cardOtherOffice: "thẻ kho là của cơ quan khác với cơ quan nêu trong dự thảo"
    case .letterForColleague:
      "đồng nghiệp nhận chuyển tuyến này đọc các trường ngay trong kho hồ sơ"
    case .shelterOnPaper: "nơi che giấu nạn nhân không được ghi ra giấy"
    case .notBetweenOffices:
      "chuyển tuyến này không qua lại giữa hai cơ quan bằng tệp, hoặc việc này do cơ quan kia trả lời"
    case .answerFile:
      "chuyển tuyến này giữa hai cơ quan, hai bên báo cho nhau bằng tệp đã ký"
    case .noReceiver: "chuyển tuyến này không nêu đồng nghiệp nào của kho hồ sơ tiếp nhận"
    case .notReceiver: "chỉ đồng nghiệp nhận chuyển tuyến được trả lời"
    case .answeredLate:
      "các bản sao kèm theo chuyển tuyến này chỉ được đọc đến ngày đã định, nay đã hết hạn, nên không trả lời tại đây được nữa"
    case .rejectionReason: "việc từ chối phải trả lời bằng văn bản và nêu rõ lý do"
    case .takenBack:
      "cơ quan chuyển tuyến đã rút lại việc chuyển tuyến, cơ quan này không được tiếp tục sử dụng các mục sau"
    case .referralOut:
      "hồ sơ có chuyển tuyến đang ở cơ quan khác; hồ sơ đã chuyển giao thì không ghi được trả lời và không ai thu hồi được chuyển tuyến đó"
    case .kinUnsafe: "việc liên hệ với người thân này được ghi là không an toàn"
    case .kinUnknown:
      "quy định này dành cho người thân thích, mà chưa ghi người nào có tên này với việc liên hệ an toàn"
    case .beyondNotice:
      "theo quy định này, người thân thích chỉ được báo trẻ em đó là ai, không được báo nội dung khác của hồ sơ"
    default: nil
    }
  }

  func referralRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .referralState:
      "xem tình trạng: safekeep referral list MÃ_HỒ_SƠ; chuyển tuyến được trả lời bằng giấy hoặc điện thoại thì ghi câu trả lời trước (reply: safekeep referral draft MÃ_HỒ_SƠ --record BẢN_GHI), rồi ghi là đã thực hiện"
    case .draftBasis:
      "xin nêu trong dự thảo: consent_ref, bản ghi của sự đồng ý (safekeep consent show MÃ_HỒ_SƠ), hoặc provision (safekeep rules show bases)"
    case .healthNotReferred:
      "xin bỏ ra; trực y tế giao hồ sơ cho cán bộ y tế, người được xem theo vai trò: safekeep case assign MÃ_HỒ_SƠ TÀI_KHOẢN"
    case .cannotReceive:
      "xin bỏ ra, hoặc nêu người nhận là cán bộ y tế, công an hoặc trợ giúp viên pháp lý có vai trò được nhận mục đó"
    case .cardForColleague:
      "xin gửi không kèm thẻ, hoặc lập dự thảo khác cho cơ quan đó: safekeep referral draft MÃ_HỒ_SƠ"
    case .cardOtherOffice:
      "tên trên thẻ phải có trong sự đồng ý và trong referral_to: safekeep referral draft MÃ_HỒ_SƠ --record BẢN_GHI"
    case .letterForColleague:
      "xin gửi: safekeep referral send MÃ_HỒ_SƠ BẢN_GHI; thư dành cho cơ quan không có kho hồ sơ"
    case .shelterOnPaper: "xin bỏ ra; ai cần biết thì được báo trực tiếp"
    case .notBetweenOffices: "xem tình trạng: safekeep referral list MÃ_HỒ_SƠ"
    case .answerFile:
      "cán bộ phụ trách của cơ quan tiếp nhận trả lời: safekeep referral accept MÃ_HỒ_SƠ BẢN_GHI --to TỆP; của cơ quan gửi thì thu hồi: safekeep referral revoke MÃ_HỒ_SƠ BẢN_GHI --to TỆP"
    case .noReceiver:
      "xin nêu trong dự thảo: receiver; gửi cơ quan khác thì cán bộ phụ trách gửi: safekeep referral send MÃ_HỒ_SƠ BẢN_GHI --card THẺ --to TỆP; hoặc in thư: safekeep print letter MÃ_HỒ_SƠ BẢN_GHI --to thu.html"
    case .notReceiver: "việc đang chờ quý vị: safekeep referral list"
    case .answeredLate:
      "xin báo cho đồng nghiệp đã gửi, người đó ghi lời trả lời (reply: safekeep referral draft MÃ_HỒ_SƠ --record BẢN_GHI) và ghi là đã thực hiện (safekeep referral done MÃ_HỒ_SƠ BẢN_GHI), hoặc lập chuyển tuyến khác với thời hạn dài hơn"
    case .rejectionReason: "xin nêu reply, khi được hỏi hoặc qua --from"
    case .takenBack:
      "xin hỏi lại người đó; nếu người đó đồng ý với cơ quan này thì ghi lại: safekeep consent record MÃ_HỒ_SƠ"
    case .kinUnknown:
      "xin hỏi trẻ em, rồi ghi người thân thích đó và việc liên hệ có an toàn không: safekeep person record MÃ_HỒ_SƠ"
    case .beyondNotice: "xin bỏ các trường này; nội dung khác chỉ được cung cấp khi có sự đồng ý"
    case .referralOut:
      "khi đã được trả lời và thực hiện: safekeep referral done MÃ_HỒ_SƠ BẢN_GHI; nếu chưa thì thu hồi: safekeep referral revoke MÃ_HỒ_SƠ BẢN_GHI --to TỆP"
    case .kinUnsafe:
      "xin hỏi lại người đó; nếu nay liên hệ đã an toàn thì ghi lại trước: safekeep person record MÃ_HỒ_SƠ --record BẢN_GHI"
    default: nil
    }
  }

  func requestStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .identityFirst: "trước khi trả lời phải ghi nhận"
    case .extendedBefore: "một yêu cầu chỉ được gia hạn một lần"
    case .extensionTooLong: "thời gian gia hạn vượt quá quy định"
    case .limitOver: "đã hết thời hạn, không gia hạn được nữa"
    case .requestDone: "yêu cầu này đã được trả lời"
    case .requestFixed:
      "yêu cầu gì, nhận lúc nào và của ai thì không được sửa về sau"
    case .asksThemselves: "người này đã đủ 18 tuổi, cha, mẹ không còn yêu cầu thay"
    case .refusalOfOtherKind: "việc này không áp dụng cho loại yêu cầu này"
    case .answeredByPage:
      "người yêu cầu xem hoặc cung cấp dữ liệu phải được giao trang in; chỉ trả lời bằng lời thì chưa đủ"
    case .consentsStand: "sự đồng ý của chính người yêu cầu vẫn còn hiệu lực"
    case .nothingDone: "từ khi nhận yêu cầu, trong hồ sơ chưa thực hiện việc nào được yêu cầu"
    case .noErasureRequest: "trong hồ sơ không có yêu cầu xóa nào của người đó đang chờ trả lời"
    case .notClosed: "hồ sơ chưa kết thúc: mục đích lưu giữ vẫn còn"
    default: nil
    }
  }

  func requestRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .identityFirst: "xin ghi nhận: safekeep request record MÃ_HỒ_SƠ --record BẢN_GHI"
    case .extendedBefore, .limitOver: "xin trả lời: safekeep request answer MÃ_HỒ_SƠ BẢN_GHI"
    case .extensionTooLong: "xin chọn ngày sớm hơn"
    case .requestFixed:
      "xin trả lời yêu cầu này, nêu rõ nội dung ghi nhầm, rồi ghi nhận yêu cầu khác: safekeep request record MÃ_HỒ_SƠ"
    case .asksThemselves:
      "xin hỏi người đó và ghi nhận là yêu cầu của chính họ (requester self): safekeep request record MÃ_HỒ_SƠ; với yêu cầu đang chờ: safekeep request record MÃ_HỒ_SƠ --record BẢN_GHI; nếu không thì từ chối: refusal not_theirs, refusal_reason"
    case .requestDone: "yêu cầu mới thì ghi nhận: safekeep request record MÃ_HỒ_SƠ"
    case .refusalOfOtherKind:
      "trang in chỉ dùng cho yêu cầu access và provide, mỗi căn cứ từ chối có loại yêu cầu riêng: safekeep rules show codes"
    case .answeredByPage:
      "xin in trang: safekeep request answer MÃ_HỒ_SƠ BẢN_GHI --to page.html; nếu không thì ghi refusal và refusal_reason"
    case .consentsStand:
      "xin rút trước: safekeep consent withdraw MÃ_HỒ_SƠ BẢN_GHI; nếu người đó muốn giữ một sự đồng ý: refusal partly, kèm refusal_reason"
    case .nothingDone:
      "xin thực hiện trước (sửa biểu mẫu có sai sót, restriction set, case erase); nếu không thì ghi refusal và refusal_reason"
    case .noErasureRequest: "xin ghi nhận, loại delete: safekeep request record MÃ_HỒ_SƠ"
    case .notClosed: "xin kết thúc hồ sơ trước: safekeep case close MÃ_HỒ_SƠ"
    default: nil
    }
  }
}
