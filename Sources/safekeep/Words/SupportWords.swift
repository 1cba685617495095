/// `support record`: a regime delivered, or refused with the article that says why.
protocol SupportWords {
  func supportRecorded(regime: String, entry: Int) -> String
  func regimeNotForCategory(regime: String, category: String, citation: String) -> String
  func regimeUnknownInLaw(regime: String, legalRegime: String) -> String
  var categoryMissing: String { get }
  /// Support given before anybody decided on the category (Law 53 Art. 27): lawful, and marked.
  var beforeCategory: String { get }
  func stayDay(_ day: Int, of limit: Int, citation: String) -> String
  func stayEnds(on date: String) -> String
  func stayOver(limit: Int, citation: String) -> String
  var stayNeedsApprover: String { get }
  func allowanceDue(_ date: String, citation: String) -> String
  var quantityNotPositive: String { get }
  var deliveredInFuture: String { get }
  var noSupport: String { get }
}

extension English {
  func supportRecorded(regime: String, entry: Int) -> String {
    "support recorded (regime \(regime)), log entry \(entry)"
  }
  func regimeNotForCategory(regime: String, category: String, citation: String) -> String {
    "regime \(regime) is not for this category (\(category)): \(citation)"
  }
  func regimeUnknownInLaw(regime: String, legalRegime: String) -> String {
    "the law of this file (\(legalRegime)) has no regime \(regime)"
  }
  var categoryMissing: String {
    "the category of the person is not set yet; until then only regimes a, b, c and a stay"
  }
  var beforeCategory: String { "given before the category was set (Law 53 Art. 27)" }
  func stayDay(_ day: Int, of limit: Int, citation: String) -> String {
    "day \(day) of at most \(limit) of the stay (\(citation))"
  }
  func stayEnds(on date: String) -> String { "the stay ends on \(date); an extension needs a lead" }
  func stayOver(limit: Int, citation: String) -> String {
    "a stay is at most \(limit) days (\(citation))"
  }
  var stayNeedsApprover: String {
    "an extension is decided by the facility's director, the Department of Health or the competent body"
  }
  func allowanceDue(_ date: String, citation: String) -> String {
    "the allowance is to be decided by \(date) (\(citation))"
  }
  var quantityNotPositive: String { "a quantity is more than nothing" }
  var deliveredInFuture: String { "delivered in the future; use planned_for for a plan" }
  var noSupport: String { "no support recorded" }
}

extension Vietnamese {
  func supportRecorded(regime: String, entry: Int) -> String {
    "đã ghi nhận hỗ trợ (chế độ điểm \(regime)), mục nhật ký số \(entry)"
  }
  func regimeNotForCategory(regime: String, category: String, citation: String) -> String {
    "chế độ điểm \(regime) không áp dụng cho đối tượng này (\(category)): \(citation)"
  }
  func regimeUnknownInLaw(regime: String, legalRegime: String) -> String {
    "luật áp dụng cho hồ sơ này (\(legalRegime)) không có chế độ điểm \(regime)"
  }
  var categoryMissing: String {
    "chưa xác định đối tượng; trước đó chỉ ghi nhận chế độ điểm a, b, c và lưu trú"
  }
  var beforeCategory: String {
    "hỗ trợ trước khi xác định đối tượng (Điều 27 Luật số 53/2024/QH15)"
  }
  func stayDay(_ day: Int, of limit: Int, citation: String) -> String {
    "ngày lưu trú thứ \(day), tối đa \(limit) ngày (\(citation))"
  }
  func stayEnds(on date: String) -> String {
    "thời gian lưu trú kết thúc ngày \(date); gia hạn cần cán bộ phụ trách duyệt"
  }
  func stayOver(limit: Int, citation: String) -> String {
    "thời gian lưu trú không quá \(limit) ngày (\(citation))"
  }
  var stayNeedsApprover: String {
    "việc gia hạn do người đứng đầu cơ sở, Sở Y tế hoặc cơ quan có thẩm quyền quyết định"
  }
  func allowanceDue(_ date: String, citation: String) -> String {
    "trợ cấp phải được giải quyết trước ngày \(date) (\(citation))"
  }
  var quantityNotPositive: String { "số lượng phải lớn hơn không" }
  var deliveredInFuture: String {
    "ngày thực hiện ở tương lai; nếu là kế hoạch thì dùng planned_for"
  }
  var noSupport: String { "chưa ghi nhận hỗ trợ" }
}
