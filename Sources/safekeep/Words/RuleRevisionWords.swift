import Casework

/// Why a rule book would change what was in force, and what would make it right.
protocol RuleRevisionWords {
  func revisionReason(_ fault: RuleFault) -> String
}

extension English {
  func revisionReason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .rowGone(let name):
      "the row \(name) was in force and is missing; put it back"
        + (fault.table.columns.contains("valid_to") ? ", and let it end by valid_to" : "")
    case .keptWhileInForce(let column, let name):
      "\(column) of \(name) was in force and stays; let the row end by valid_to and add another one under a new id"
    case .keptForGood(let column, let name):
      "\(column) of \(name) stays for good; put it back, and add another row for what is new"
    case .endsInThePast(let name):
      "\(name) cannot end or go on backwards; valid_to is today or later, and what has ended stays so"
    case .beginsInThePast(let name): "\(name) is new; its valid_from is today or later"
    case .daysInThePast(let name):
      "\(name) is new and would move time limits that are over; name days from today on, by date"
    case .newRole(let name): "\(name) is new; the roles are those of the program: take the row out"
    default: coverageReason(fault)
    }
  }

  /// Of gaps in time, and of steps that take two people.
  private func coverageReason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .nothingFollows(let name, let day):
      "\(name) ends and nothing takes its place from \(DateForm.forPeople(day.text)) on; add a row from that"
        + " day, or name in its citation what ended it (…\(Citation.repeal)…)"
    case .clockNotInForce(let id, let day):
      "the clock \(id) that it names is not in force on \(DateForm.forPeople(day.text));"
        + " let this row end with it, and add one that names its successor"
    case .clockNotFollowed(let id, let day):
      "a limit of \(id) may still run on \(DateForm.forPeople(day.text)), and no row begins with its end;"
        + " name @\(id) in the row that follows this one"
    case .twoPeople(let id):
      "\(id) takes two people; who and second are those whom the program allows for it"
    case .guardGone(let id):
      "\(id) rests on conditions that no rule book may leave out; put back the guards of the built-in row"
    default: fault.code
    }
  }
}

extension Vietnamese {
  func revisionReason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .rowGone(let name):
      "thiếu dòng \(name) đã từng áp dụng; xin ghi lại dòng này"
        + (fault.table.columns.contains("valid_to") ? " và cho hết hiệu lực bằng valid_to" : "")
    case .keptWhileInForce(let column, let name):
      "\(column) của \(name) đã áp dụng nên giữ nguyên;"
        + " xin cho dòng này hết hiệu lực bằng valid_to và thêm dòng khác có id mới"
    case .keptForGood(let column, let name):
      "\(column) của \(name) không bao giờ đổi; xin ghi lại như cũ và thêm dòng khác cho nội dung mới"
    case .endsInThePast(let name):
      "\(name) không được kết thúc hay kéo dài ngược về trước;"
        + " valid_to từ hôm nay trở đi, dòng đã hết hiệu lực giữ nguyên"
    case .beginsInThePast(let name): "\(name) là dòng mới; valid_from phải từ hôm nay trở đi"
    case .daysInThePast(let name):
      "\(name) là dòng mới và sẽ làm đổi các thời hạn đã qua; xin ghi ngày cụ thể từ hôm nay trở đi"
    case .newRole(let name):
      "\(name) là dòng mới; vai trò do chương trình quy định: xin bỏ dòng này"
    default: coverageReason(fault)
    }
  }

  /// Of gaps in time, and of steps that take two people.
  private func coverageReason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .nothingFollows(let name, let day):
      "\(name) hết hiệu lực mà từ ngày \(DateForm.forPeople(day.text)) không có dòng nào thay thế;"
        + " xin thêm dòng áp dụng từ ngày đó, hoặc ghi ở citation văn bản đã bãi bỏ (…\(Citation.repeal)…)"
    case .clockNotInForce(let id, let day):
      "thời hạn \(id) mà dòng này dẫn đến không còn hiệu lực vào ngày \(DateForm.forPeople(day.text));"
        + " xin cho dòng này hết hiệu lực cùng lúc và thêm dòng dẫn đến thời hạn thay thế"
    case .clockNotFollowed(let id, let day):
      "thời hạn \(id) còn có thể đang tính vào ngày \(DateForm.forPeople(day.text)) mà không có dòng nào bắt đầu"
        + " khi thời hạn đó hết; xin dẫn đến @\(id) ở dòng tiếp theo dòng này"
    case .twoPeople(let id):
      "\(id) cần hai người; who và second phải là những vai trò mà chương trình cho phép"
    case .guardGone(let id):
      "\(id) dựa trên những điều kiện mà không bộ quy tắc nào được bỏ; xin đưa lại guards của dòng có sẵn"
    default: fault.code
    }
  }
}
