import Casework

/// What tables of figures, their rows and columns are called, where no rule book has a word.
enum FigureTerms {
  typealias Pair = Terms.Pair

  static func title(_ table: FigureTable.Name) -> Pair {
    switch table {
    case .reports: Pair("Reports by office", "Trình báo theo đơn vị")
    case .arrivals:
      Pair("Persons by month and office", "Người được tiếp nhận theo tháng và đơn vị")
    case .path: Pair("Persons by way of arrival", "Người được tiếp nhận theo kênh tiếp nhận")
    case .age:
      Pair("Persons by age group and sex", "Người được tiếp nhận theo nhóm tuổi và giới tính")
    case .exploitation:
      Pair("Persons by exploitation", "Người được tiếp nhận theo mục đích bóc lột")
    case .route:
      Pair("Persons by country of the route", "Người được tiếp nhận theo quốc gia trên tuyến")
    case .support: Pair("Support given, by regime", "Hỗ trợ đã thực hiện theo chế độ")
    case .clocks: Pair("Time limits by office", "Thời hạn theo đơn vị")
    case .days: Pair("Days from one step to another", "Số ngày giữa các bước")
    case .form508:
      Pair("Victims and services by office", "Nạn nhân và dịch vụ theo đơn vị")
    default: breakdownTitle(table)
    }
  }

  private static func breakdownTitle(_ table: FigureTable.Name) -> Pair {
    guard let (measure, axis) = table.breakdown else { return Pair("", "") }
    let (what, by) = (title(measure), title(axis))
    return Pair(what.english + ", " + by.english, what.vietnamese + ", " + by.vietnamese)
  }

  private static func title(_ axis: FigureAxis) -> Pair {
    switch axis {
    case .office: Pair("by office", "theo từng đơn vị")
    case .month: Pair("by month", "theo từng tháng")
    }
  }

  private static func title(_ measure: FigureMeasure) -> Pair {
    switch measure {
    case .path: title(FigureTable.Name.path)
    case .sex: Pair("Persons by sex", "Người được tiếp nhận theo giới tính")
    case .age: Pair("Persons by age group", "Người được tiếp nhận theo nhóm tuổi")
    case .exploitation: title(FigureTable.Name.exploitation)
    case .route: title(FigureTable.Name.route)
    case .support: title(FigureTable.Name.support)
    case .days: title(FigureTable.Name.days)
    case .reports: Pair("Reports", "Trình báo")
    case .clocks: Pair("Time limits", "Thời hạn")
    }
  }

  static func row(_ table: FigureTable.Name) -> Pair {
    switch table {
    case .reports, .form508: Pair("Office", "Đơn vị")
    case .arrivals: Pair("Month", "Tháng")
    case .path: Pair("Way of arrival", "Kênh tiếp nhận")
    case .age: Pair("Age group", "Nhóm tuổi")
    case .exploitation: Pair("Exploitation", "Mục đích bóc lột")
    case .route: Pair("Country", "Quốc gia")
    case .support: Pair("Regime", "Chế độ")
    case .clocks: Pair("Time limit", "Thời hạn")
    case .days: Pair("Steps", "Các bước")
    default:
      table == .clocksByMonth
        ? row(.clocks) : table.breakdown?.by == .month ? row(.arrivals) : row(.reports)
    }
  }

  static let columns: [String: Pair] = [
    "total": Pair("Total", "Tổng số"), "other": Pair("other", "khác"),
    "unknown": Pair("not known", "chưa rõ"), "-": Pair("no regime", "không theo chế độ"),
    "persons": Pair("Persons", "Số người"), "times": Pair("Times", "Số lượt"),
    "received": Pair("Received", "Đã tiếp nhận"), "handled": Pair("Handled", "Đã xử lý"),
    "settled": Pair("Settled", "Đã giải quyết"), "all": Pair("All", "Tất cả"),
    "met": Pair("Met", "Đúng hạn"), "late": Pair("Met late", "Trễ hạn"),
    "open": Pair("Open", "Đang chạy"),
    "overdue": Pair("Of these overdue since an earlier month", "Trong đó quá hạn từ tháng trước"),
    "count": Pair("Files", "Số hồ sơ"), "median": Pair("Median days", "Số ngày trung vị"),
    "longest": Pair("Most days", "Nhiều ngày nhất"), "female": Pair("Female", "Nữ"),
    "16-17": Pair("16 to under 18", "Từ đủ 16 đến dưới 18 tuổi"),
    "0-15": Pair("Under 16", "Dưới 16 tuổi"),
    "served": Pair("Given at least one service", "Được hưởng ít nhất một dịch vụ"),
    "protection": Pair("Protection", "Bảo vệ"),
    "essential": Pair("Essential needs", "Nhu cầu thiết yếu"),
    "travel": Pair("Travel costs", "Chi phí đi lại"), "medical": Pair("Medical", "Y tế"),
    "legal_aid": Pair("Legal aid", "Trợ giúp pháp lý"),
    "psychological": Pair("Psychological", "Tâm lý"),
    "schooling": Pair("Schooling", "Học văn hóa"),
    "vocational": Pair("Vocational training", "Học nghề"), "job": Pair("Job", "Việc làm"),
    "allowance": Pair("Hardship allowance", "Trợ cấp khó khăn"), "loan": Pair("Loan", "Vay vốn"),
  ]

  static let ages: [String: Pair] = [
    "0-15": Pair("under 16", "dưới 16 tuổi"),
    "16-17": Pair("16 to under 18", "từ đủ 16 đến dưới 18 tuổi"),
    "18-29": Pair("18 to 29", "18 đến 29 tuổi"), "30-59": Pair("30 to 59", "30 đến 59 tuổi"),
    "60+": Pair("60 and over", "từ đủ 60 tuổi"),
  ]

  static let spans: [String: Pair] = [
    "commune_health": Pair(
      "Commune told – health agency told",
      "Thông báo Ủy ban nhân dân cấp xã – thông báo Sở Y tế"),
    "arrival_health": Pair("Arrival – health agency told", "Tiếp nhận – thông báo Sở Y tế"),
    "health_check": Pair(
      "Health agency told – initial check", "Thông báo Sở Y tế – xác minh thông tin ban đầu"),
    "check_request": Pair(
      "Initial check – request to the police",
      "Xác minh thông tin ban đầu – đề nghị Công an xác minh"),
    "request_reply": Pair(
      "Request to the police – answer", "Đề nghị Công an xác minh – trả lời"),
    "arrival_decision": Pair("Arrival – decision", "Tiếp nhận – kết luận"),
    "decision_return": Pair("Decision – return", "Kết luận – trở về"),
    "arrival_closed": Pair("Arrival – closing", "Tiếp nhận – kết thúc hồ sơ"),
  ]
}
