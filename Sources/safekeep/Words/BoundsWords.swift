import Vault

/// The part of a report that says between which times from outside each entry lies.
///
/// The times are told as moments at which something was made, not as bounds: the second in which a witness
/// signed is neither before nor after itself.
protocol BoundsWords {
  var reportIntervals: String { get }
  func reportAfter(_ receipt: ReportedInterval.Receipt, _ time: String) -> String
  func reportBefore(_ receipt: ReportedInterval.Receipt, _ time: String) -> String
  var reportNothingBefore: String { get }
  /// Of an interval whose end lies before its beginning.
  var reportContradiction: String { get }
  /// Receipts whose time nothing here shows, by their entries.
  func reportUnchecked(_ entries: String) -> String
  /// Whose clocks these are, and who chose to believe them.
  var reportWhoseTimes: String { get }
}

extension English {
  var reportIntervals: String { "BETWEEN WHICH OUTSIDE TIMES EACH ENTRY LIES" }
  func reportAfter(_ receipt: ReportedInterval.Receipt, _ time: String) -> String {
    "written after the \(name(receipt)) that entry \(receipt.entry) holds was made (\(time))"
  }
  func reportBefore(_ receipt: ReportedInterval.Receipt, _ time: String) -> String {
    "there when the \(name(receipt)) that entry \(receipt.entry) holds was made (\(time))"
  }
  private func name(_ receipt: ReportedInterval.Receipt) -> String {
    receipt.isTimeStamp ? "time-stamp" : "cosignature"
  }
  var reportNothingBefore: String { "from the beginning" }
  var reportContradiction: String { "THESE TWO TIMES CONTRADICT EACH OTHER: one clock is wrong" }
  func reportUnchecked(_ entries: String) -> String {
    "Not counted, because what they hold the hash of is not kept here or does not hold: entries"
      + " \(entries) (see: safekeep log verify)."
  }
  var reportWhoseTimes: String {
    """
    These times are the authority's or the witness's own, out of the time-stamp or line that this vault \
    keeps and has checked. Whether to believe them was decided by whoever brought in their key or \
    certificate.
    """
  }
}

extension Vietnamese {
  var reportIntervals: String { "CÁC MỤC NẰM GIỮA NHỮNG THỜI ĐIỂM NÀO DO BÊN NGOÀI XÁC NHẬN" }
  func reportAfter(_ receipt: ReportedInterval.Receipt, _ time: String) -> String {
    "ghi sau khi \(name(receipt)) nêu ở mục \(receipt.entry) được lập (\(time))"
  }
  func reportBefore(_ receipt: ReportedInterval.Receipt, _ time: String) -> String {
    "đã có khi \(name(receipt)) nêu ở mục \(receipt.entry) được lập (\(time))"
  }
  private func name(_ receipt: ReportedInterval.Receipt) -> String {
    receipt.isTimeStamp ? "dấu thời gian" : "đồng chữ ký"
  }
  var reportNothingBefore: String { "từ đầu" }
  var reportContradiction: String { "HAI THỜI ĐIỂM NÀY MÂU THUẪN NHAU: một đồng hồ đã sai" }
  func reportUnchecked(_ entries: String) -> String {
    "Không tính, vì nội dung mà các mục này ghi mã băm không còn lưu ở đây hoặc không còn đúng: mục"
      + " \(entries) (xem: safekeep log verify)."
  }
  var reportWhoseTimes: String {
    """
    Các thời điểm này do tổ chức cấp dấu thời gian hoặc bên chứng kiến nêu, lấy từ dấu thời gian hoặc \
    dòng ký đang lưu trong kho và đã được kiểm tra. Việc tin hay không do người đưa khóa hoặc chứng thư \
    của họ vào kho quyết định.
    """
  }
}
