/// The lines of `rules` and `approval` in `--help`.
protocol RulesHelpWords {
  func rulesOrApproval(_ topic: Topic) -> String?
}

extension English {
  func rulesOrApproval(_ topic: Topic) -> String? {
    switch topic {
    case .rulesShow: "Show the rule book in force: its tables, the rows of one, or one row."
    case .rulesExport: "Write the tables for a spreadsheet."
    case .rulesCheck: "Check a folder of tables, and say what would change."
    case .rulesAdopt: "Propose a rule book; two people."
    case .approvalList: "List what waits for a second person."
    case .approvalGive: "Give what an entry asks for, as the second person."
    case .approvalRefuse: "Refuse what an entry asks for."
    default: nil
    }
  }
}

extension Vietnamese {
  func rulesOrApproval(_ topic: Topic) -> String? {
    switch topic {
    case .rulesShow: "Xem bộ quy tắc đang áp dụng: các bảng, các dòng của một bảng, hoặc một dòng."
    case .rulesExport: "Ghi các bảng ra tệp để mở bằng bảng tính."
    case .rulesCheck: "Kiểm tra một thư mục bảng và cho biết sẽ thay đổi gì."
    case .rulesAdopt: "Đề nghị thông qua bộ quy tắc; cần hai người."
    case .approvalList: "Danh sách việc đang chờ người thứ hai."
    case .approvalGive: "Chấp thuận điều một mục đề nghị, với tư cách người thứ hai."
    case .approvalRefuse: "Từ chối điều một mục đề nghị."
    default: nil
    }
  }
}
