/// What a person has had, what runs, what is theirs and was never offered; a stay that is lengthened.
protocol SupportWords {
  var openSupport: String { get }
  var endedSupport: String { get }
  var givenSupport: String { get }
  var supportLimits: String { get }
  var nothingOpen: String { get }
  var noSupport: String { get }
  var timesRecorded: String { get }
  var timesDelivered: String { get }
  var lastDelivered: String { get }
  var supportCondition: String { get }
  var schoolYears: String { get }
  var dayOfLimit: String { get }
  var daysOfLimit: String { get }
  /// Support given before anybody decided on the category (Law 53 Art. 27): lawful, and marked.
  var beforeCategory: String { get }
  /// Under a list of what is open: without the category the list is short.
  var categoryToRecord: String { get }
  func neverOffered(_ count: Int) -> String
  // Lengthening a stay
  var optionStayUntil: String { get }
  var optionDecidedBy: String { get }
  func stayAsked(code: String, until: String, entry: Int) -> String
}

extension English {
  var openSupport: String { "Open to this person, offered by nobody yet" }
  var endedSupport: String { "Not applied for, and the time to apply has ended" }
  var givenSupport: String { "Recorded by regime" }
  var supportLimits: String { "Time limits of support" }
  var nothingOpen: String { "nothing is left that nobody has offered" }
  var noSupport: String { "no support recorded" }
  var timesRecorded: String { "Recorded" }
  var timesDelivered: String { "Delivered" }
  var lastDelivered: String { "Last" }
  var supportCondition: String { "Condition" }
  var schoolYears: String { "School years supported" }
  var dayOfLimit: String { "Day" }
  var daysOfLimit: String { "of" }
  var beforeCategory: String { "given before the category was set (Law 53 Art. 27)" }
  var categoryToRecord: String {
    "no category fits where the file stands; a lead records it, and more may be open then: safekeep case record CASE"
  }
  func neverOffered(_ count: Int) -> String {
    count == 1
      ? "1 support is open to this person and was never offered"
      : "\(count) supports are open to this person and were never offered"
  }
  var optionStayUntil: String { "The new last day of the stay." }
  var optionDecidedBy: String { "Who decided: director, health_agency or competent_body." }
  func stayAsked(code: String, until: String, entry: Int) -> String {
    "case \(code): asked that the stay go on until \(until), log entry \(entry)"
  }
}

extension Vietnamese {
  var openSupport: String { "Được hưởng nhưng chưa ai đề nghị" }
  var endedSupport: String { "Chưa nộp đơn và đã hết thời hạn nộp đơn" }
  var givenSupport: String { "Đã ghi nhận theo chế độ" }
  var supportLimits: String { "Thời hạn hỗ trợ" }
  var nothingOpen: String { "không còn chế độ nào chưa được đề nghị" }
  var noSupport: String { "chưa ghi nhận hỗ trợ" }
  var timesRecorded: String { "Đã ghi" }
  var timesDelivered: String { "Đã thực hiện" }
  var lastDelivered: String { "Lần gần nhất" }
  var supportCondition: String { "Điều kiện" }
  var schoolYears: String { "Năm học đã hỗ trợ" }
  var dayOfLimit: String { "Ngày thứ" }
  var daysOfLimit: String { "trên" }
  var beforeCategory: String {
    "hỗ trợ trước khi xác định đối tượng (Điều 27 Luật số 53/2024/QH15)"
  }
  var categoryToRecord: String {
    "chưa có đối tượng đúng với tình trạng của hồ sơ; cán bộ phụ trách xác định rồi mới đủ các chế độ: safekeep case record MÃ_HỒ_SƠ"
  }
  func neverOffered(_ count: Int) -> String {
    "\(count) chế độ người này được hưởng mà chưa ai đề nghị"
  }
  var optionStayUntil: String { "Ngày kết thúc mới của đợt lưu trú." }
  var optionDecidedBy: String { "Ai quyết định: director, health_agency hoặc competent_body." }
  func stayAsked(code: String, until: String, entry: Int) -> String {
    "hồ sơ \(code): đã đề nghị gia hạn lưu trú đến \(until), mục nhật ký số \(entry)"
  }
}
