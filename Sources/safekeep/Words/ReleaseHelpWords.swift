/// One line for each command about consents, referrals and requests; nil for every other.
protocol ReleaseHelpWords {
  func release(_ topic: Topic) -> String?
}

extension English {
  func release(_ topic: Topic) -> String? {
    switch topic {
    case .consentWithdraw: "Withdraw a consent, with all that follows from it."
    case .referralDraft: "Draft a referral: to whom, what for, which fields, on what basis."
    case .referralSend: "Send a draft; the receiver reads the named fields from now on."
    case .referralReceive: "Take in a referral from another office, or its word about one."
    case .referralAccept: "Accept a referral that was sent to you."
    case .referralReject: "Reject a referral that was sent to you, with the reason."
    case .referralDone: "Say that what a referral was for is done."
    case .referralRevoke: "Take a referral back; its fields can be read no more."
    case .referralList: "Referrals that wait for you, and those you wait for."
    case .requestAnswer: "Answer a request in words, or with a page to print."
    case .requestList: "Open requests, soonest first, with the article behind each."
    case .healthList: "Who waits for the health check on reception, without names."
    default: nil
    }
  }
}

extension Vietnamese {
  func release(_ topic: Topic) -> String? {
    switch topic {
    case .consentWithdraw: "Rút lại sự đồng ý, kèm mọi việc phát sinh từ đó."
    case .referralDraft: "Dự thảo chuyển tuyến: nơi nhận, mục đích, các trường, căn cứ."
    case .referralSend: "Gửi dự thảo; nơi nhận được đọc các trường đã nêu từ lúc này."
    case .referralReceive:
      "Tiếp nhận chuyển tuyến của cơ quan khác, hoặc trả lời của họ về chuyển tuyến."
    case .referralAccept: "Nhận chuyển tuyến đã gửi cho quý vị."
    case .referralReject: "Từ chối chuyển tuyến đã gửi cho quý vị, nêu rõ lý do."
    case .referralDone: "Ghi nhận việc chuyển tuyến đã hoàn thành."
    case .referralRevoke: "Thu hồi chuyển tuyến; các trường không còn đọc được."
    case .referralList: "Chuyển tuyến đang chờ quý vị và đang chờ nơi nhận."
    case .requestAnswer: "Trả lời yêu cầu bằng lời, hoặc bằng trang in."
    case .requestList: "Yêu cầu đang chờ, gần nhất trước, kèm điều luật."
    case .healthList: "Danh sách chờ khám sức khỏe khi tiếp nhận, không có tên."
    default: nil
    }
  }
}
