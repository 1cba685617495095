import Casework

/// The correction of a date from which a limit runs.
extension English {
  func moveStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .moveReason:
      (
        "a date from which a time limit runs was recorded; to correct it so that the limit ends later, or runs no more, takes a reason",
        "give the reason in the same form, with the date"
      )
    case .moveNotYours:
      (
        "the limit has passed, was lengthened or is close to its end, so that what it depends on is corrected by two people: one asks, and a lead or whoever answers for the file agrees",
        "ask a colleague in that role: safekeep approval list"
      )
    default: nil
    }
  }
}

/// Việc sửa ngày làm căn cứ tính thời hạn.
extension Vietnamese {
  func moveStop(_ reason: StopReason) -> StopSentence? {
    switch reason {
    case .moveReason:
      (
        "ngày đã ghi là căn cứ tính thời hạn; sửa ngày đó khiến thời hạn kết thúc muộn hơn hoặc không còn được tính thì phải có lý do",
        "xin ghi lý do trong cùng một lần ghi với ngày đó"
      )
    case .moveNotYours:
      (
        "thời hạn đã qua, đã được gia hạn hoặc sắp hết, nên việc sửa nội dung làm căn cứ cần hai người: một người đề nghị, cán bộ phụ trách hoặc người phụ trách hồ sơ đồng ý",
        "xin nhờ đồng nghiệp có vai trò đó: safekeep approval list"
      )
    default: nil
    }
  }
}
