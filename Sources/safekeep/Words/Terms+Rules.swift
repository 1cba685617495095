/// What the tables of the rule book are called, and what can happen to a row.
extension Terms {
  static let ruleTables: [String: Pair] = [
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

  static let ruleChanges: [String: Pair] = [
    "added": Pair("added", "thêm mới"),
    "ended": Pair("last day changed", "đổi ngày cuối"),
    "reworded": Pair("reworded", "sửa câu chữ"),
    "amended": Pair("changed, not in force yet", "sửa, chưa áp dụng"),
    "withdrawn": Pair("withdrawn, not in force yet", "bỏ, chưa áp dụng"),
  ]
}
