/// What the tables of the rule book are called, and what can happen to a row.
extension Terms {
  static let ruleTables: [String: Pair] = [
    "bases": Pair("bases of what is given", "căn cứ cung cấp thông tin"),
    "clocks": Pair("time limits", "thời hạn"),
    "codes": Pair("code lists", "danh mục mã"),
    "entities": Pair("kinds of record", "loại bản ghi"),
    "entitlements": Pair("support regimes by category", "chế độ hỗ trợ theo đối tượng"),
    "fields": Pair("fields", "trường thông tin"),
    "holidays": Pair("days off and days worked instead", "ngày nghỉ và ngày làm bù"),
    "places": Pair("provinces and communes", "đơn vị hành chính"),
    "roles": Pair("roles and class keys", "vai trò và khóa của nhóm trường"),
    "steps": Pair("steps of the legal status", "các bước của tình trạng pháp lý"),
  ]

  /// What a rule rests on, where that is not a provision of the form that `CitedProvision` reads.
  static let sources: [String: Pair] = [
    "yearly decision of the Prime Minister, not at hand": Pair(
      "yearly decision of the Prime Minister, not at hand",
      "quyết định hằng năm của Thủ tướng Chính phủ, chưa có văn bản"),
    "General Statistics Office list 121-TCTK/PPCĐ of 1979, not read": Pair(
      "General Statistics Office list 121-TCTK/PPCĐ of 1979, not read",
      "Danh mục theo Quyết định số 121-TCTK/PPCĐ năm 1979 của Tổng cục Thống kê, chưa đọc"),
    "ILO indicators; Law 53/2024 Art. 32(2) in part; COMMIT not read": Pair(
      "ILO indicators; Law 53/2024 Art. 32(2) in part; COMMIT not read",
      "bộ dấu hiệu của ILO; một phần khoản 2 Điều 32 Luật số 53/2024/QH15; chưa đọc tài liệu COMMIT"
    ),
    "summary only": Pair("summary only", "mới đọc bản tóm tắt"),
    "read in part": Pair("read in part", "mới đọc một phần"),
  ]

  /// Whose duty or right a limit is, as the built-in table of limits says it. A table that an office adopts
  /// may say it otherwise, and is shown as it stands.
  static let holders: [String: Pair] = [
    "receiving body": Pair("receiving body", "cơ quan, tổ chức tiếp nhận trình báo"),
    "commune People's Committee": Pair("commune People's Committee", "Ủy ban nhân dân cấp xã"),
    "provincial health agency with the provincial police": Pair(
      "provincial health agency with the provincial police",
      "cơ quan chuyên môn về y tế cấp tỉnh phối hợp với Công an cấp tỉnh"),
    "provincial police": Pair("provincial police", "Công an cấp tỉnh"),
    "rescuing unit": Pair("rescuing unit", "cơ quan giải cứu"),
    "body of the Ministry of Public Security or of National Defence": Pair(
      "body of the Ministry of Public Security or of National Defence",
      "cơ quan có thẩm quyền của Bộ Công an, Bộ Quốc phòng"),
    "any body": Pair("any body", "cơ quan, tổ chức đã tiếp nhận thông tin"),
    "facility": Pair("facility", "cơ sở trợ giúp xã hội, cơ sở hỗ trợ nạn nhân"),
    "Department of Health": Pair("Department of Health", "Sở Y tế"),
    "person or family": Pair("person or family", "người được hỗ trợ hoặc gia đình"),
    "person": Pair("person", "người được hỗ trợ"),
    "social insurance": Pair("social insurance", "cơ quan bảo hiểm xã hội"),
    "district labour division (ended 1 July 2025)": Pair(
      "district labour division (ended 1 July 2025)",
      "Phòng Lao động cấp huyện (kết thúc từ 01/7/2025)"),
    "district chairman (ended 1 July 2025)": Pair(
      "district chairman (ended 1 July 2025)",
      "Chủ tịch Ủy ban nhân dân cấp huyện (kết thúc từ 01/7/2025)"),
    "controller": Pair("controller", "bên kiểm soát dữ liệu cá nhân"),
    "competent body": Pair("competent body", "cơ quan có thẩm quyền"),
    "social worker": Pair("social worker", "nhân viên công tác xã hội"),
  ]

  static let ruleChanges: [String: Pair] = [
    "added": Pair("added", "thêm mới"),
    "ended": Pair("last day changed", "đổi ngày cuối"),
    "reworded": Pair("reworded", "sửa câu chữ"),
    "amended": Pair("changed, not in force yet", "sửa, chưa áp dụng"),
    "withdrawn": Pair("withdrawn, not in force yet", "bỏ, chưa áp dụng"),
  ]
}
