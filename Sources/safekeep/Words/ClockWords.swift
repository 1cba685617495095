import Vault

/// Two clocks that cannot both be right, and what a report of a period goes by.
protocol ClockWords {
  func contradicted(_ found: ContradictedTime, time: String, claimed: String) -> String
  /// How entries come into a report of a period, and what it may miss by that.
  var reportPeriodLimits: String { get }
  /// Entries of a period that state a time outside of it.
  func reportUntimely(_ count: Int) -> String
  /// Beside the time that such an entry states.
  var reportDoubtful: String { get }
}

extension English {
  func contradicted(_ found: ContradictedTime, time: String, claimed: String) -> String {
    let what = found.isTimeStamp ? "the time-stamp" : "the cosignature"
    return "the clocks contradict each other: \(what) of entry \(found.receipt) says \(time),"
      + " but entry \(found.entry) says that it was made at \(claimed)"
  }
  var reportPeriodLimits: String {
    """
    An entry is of a period by the time that it states, or by where it stands: between entries of the \
    period, or where another entry contradicts its time and it may have been written in the period, going by \
    the others. So a clock that was wrong brings in more than there was. What is dated after the period by a \
    clock that nobody set back is missed; and what is found in several entries together (series, nights, bulk reads) goes by the times that they \
    state.
    """
  }
  func reportUntimely(_ count: Int) -> String {
    "Of these, \(count) state a time outside of the period."
  }
  var reportDoubtful: String { "(time doubtful)" }
}

extension Vietnamese {
  func contradicted(_ found: ContradictedTime, time: String, claimed: String) -> String {
    let what = found.isTimeStamp ? "dấu thời gian" : "chữ ký xác nhận"
    return "hai đồng hồ mâu thuẫn với nhau: \(what) ghi tại mục \(found.receipt) nêu \(time),"
      + " nhưng mục \(found.entry) khai được ghi lúc \(claimed)"
  }
  var reportPeriodLimits: String {
    """
    Một mục thuộc thời gian báo cáo theo thời điểm mà mục đó khai, hoặc theo vị trí: nằm giữa các mục thuộc \
    thời gian này, hoặc bị mục khác mâu thuẫn về thời điểm mà căn cứ các mục khác thì có thể đã được ghi trong \
    thời gian này. Vì vậy, đồng hồ sai có \
    thể làm báo cáo gồm nhiều mục hơn thực tế. Mục khai thời điểm sau thời gian báo cáo theo đồng hồ không \
    được chỉnh lại thì không có ở đây; những phát hiện gồm nhiều mục (từ chối liên tiếp, ban đêm, xem hàng \
    loạt) được tính theo thời điểm mà các mục khai.
    """
  }
  func reportUntimely(_ count: Int) -> String {
    "Trong đó \(count) mục khai thời điểm nằm ngoài thời gian báo cáo."
  }
  var reportDoubtful: String { "(thời điểm không chắc chắn)" }
}
