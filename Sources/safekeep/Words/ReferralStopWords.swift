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
    case .noReceiver: "this referral names no colleague of this vault who receives it"
    case .notReceiver: "only the colleague to whom it was sent answers it"
    case .rejectionReason: "a rejection is given in writing with its reason"
    default: nil
    }
  }

  func referralRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .referralState: "see where it stands: safekeep referral list CASE"
    case .noReceiver: "name one in the draft: receiver"
    case .notReceiver: "what waits for you: safekeep referral list"
    case .rejectionReason: "give reply, at the prompt or with --from"
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
    case .refusalOfOtherKind: "that does not go with this kind of request"
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
    case .requestDone: "a new request is recorded: safekeep request record CASE"
    case .refusalOfOtherKind: "answer it in words: safekeep request answer CASE RECORD"
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
    case .noReceiver: "chuyển tuyến này không nêu đồng nghiệp nào của kho hồ sơ tiếp nhận"
    case .notReceiver: "chỉ đồng nghiệp nhận chuyển tuyến được trả lời"
    case .rejectionReason: "việc từ chối phải trả lời bằng văn bản và nêu rõ lý do"
    default: nil
    }
  }

  func referralRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .referralState: "xem tình trạng: safekeep referral list MÃ_HỒ_SƠ"
    case .noReceiver: "xin nêu trong dự thảo: receiver"
    case .notReceiver: "việc đang chờ quý vị: safekeep referral list"
    case .rejectionReason: "xin nêu reply, khi được hỏi hoặc qua --from"
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
    case .refusalOfOtherKind: "việc này không áp dụng cho loại yêu cầu này"
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
    case .requestDone: "yêu cầu mới thì ghi nhận: safekeep request record MÃ_HỒ_SƠ"
    case .refusalOfOtherKind: "xin trả lời bằng lời: safekeep request answer MÃ_HỒ_SƠ BẢN_GHI"
    case .noErasureRequest: "xin ghi nhận, loại delete: safekeep request record MÃ_HỒ_SƠ"
    case .notClosed: "xin kết thúc hồ sơ trước: safekeep case close MÃ_HỒ_SƠ"
    default: nil
    }
  }
}
