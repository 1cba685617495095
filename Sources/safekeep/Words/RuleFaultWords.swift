import Casework

/// Why a table of the rule book is refused, as the second half of a sentence that named its line. Names
/// in it are those of the book: columns, fields, lists, roles, codes of places.
protocol RuleFaultWords {
  func reason(_ fault: RuleFault) -> String
}

extension English {
  func reason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .missingTable: "the table is missing"
    case .csv(let reason): self.reason(reason.told)
    case .columns: "the first line must be \(fault.table.columns.joined(separator: ","))"
    case .noRows: "the table has no row"
    case .emptyCell(let column): "\(column) may not be empty"
    case .badCell(let column): "\(column) has not the form that it must have"
    case .controlCharacter(let column): "\(column) holds a control character"
    case .endsBeforeItBegins: "valid_to lies before valid_from"
    case .duplicate(let name): "\(name) stands twice"
    case .unknownEntity(let name): "there is no entity \(name)"
    case .unknownCodeList(let name): "there is no code list \(name)"
    case .unknownRole: "a role that there is not"
    case .codesAndType: "codes go with the types code and list, and with no other"
    case .listIsNotMany: "a list is always of many"
    case .operationsOutsideCase: "class operations and the entity case go together"
    case .caseIsNotFirst: "the entity case must be the first"
    case .entityWithoutFields(let name): "the entity \(name) has no field"
    case .readerWithoutKey(let role): "\(role) reads a class that it is given no key of"
    case .writerWithoutKey(let role): "\(role) writes a class that it is given no key of"
    case .noReader: "nobody could read the field"
    case .unverifiedWithoutOther(let list): "the unverified list \(list) needs the code other"
    case .missingList(let name): "the code list \(name) is missing"
    case .missingRole(let name): "the role \(name) is missing"
    case .blindRoleHoldsKey(let name): "\(name) may hold no key of a case"
    case .missingField(let name): "the field \(name) is missing"
    case .overlappingPlace(let code): "place \(code) stands twice for the same days"
    case .unknownParent(let code): "there is no province \(code)"
    case .otherPlace(let code):
      "province \(code) differs from the built-in one: the names or the days are not the same"
    default: workflowReason(fault)
    }
  }

  /// Of the tables of steps, limits and regimes.
  private func workflowReason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .unknownField(let name): "there is no field \(name)"
    case .unknownCode(let code): "there is no code \(code) in the list of that field"
    case .unknownClock(let id): "there is no clock \(id)"
    case .circularClock(let id): "the clock \(id) comes back to itself"
    case .notADateField(let name): "the field \(name) is no date"
    case .categoryWithoutRegime(let name): "the category \(name) has no regime"
    case .overlappingStep(let id):
      "there is another step between the states of \(id) for the same days"
    case .overlappingClock(let id):
      "there is another limit between the events of \(id) for the same files and days"
    default: contradictionReason(fault)
    }
  }

  private func contradictionReason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .unreachableStatus(let name): "no steps lead from a report to the status \(name)"
    case .deadEnd(let name): "no step leads out of the status \(name)"
    case .nobodyTakes(let id):
      "nobody who holds a file may take or agree to the step \(id): name intake, social_worker or lead"
    case .contradiction(let id): "no file can meet all that \(id) asks for"
    case .extensionOfOther(let id): "\(id) lengthens a limit between other events than its own"
    case .extensionTooShort(let id): "\(id) lengthens a limit and is not longer than it"
    case .nothingRecords(let name):
      "nothing ever records \(name), so that the clock would never run"
    case .fieldEnds(let name):
      "\(name) is a field, and no field ends: leave valid_to empty; what is to be asked no more, another label says"
    case .publicHolidayWorked(let day):
      "\(DateForm.forPeople(day.text)) is a public holiday (Labour Code 45/2019 Art. 112); a Saturday that is worked in exchange is never one"
    case .publicHolidayMissing(let day):
      "\(DateForm.forPeople(day.text)) is a public holiday (Labour Code 45/2019 Art. 112), and no row makes it a day off"
    default: revisionReason(fault)
    }
  }
}

extension Vietnamese {
  func reason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .missingTable: "thiếu bảng này"
    case .csv(let reason): self.reason(reason.told)
    case .columns: "dòng đầu phải là \(fault.table.columns.joined(separator: ","))"
    case .noRows: "bảng không có dòng nào"
    case .emptyCell(let column): "\(column) không được để trống"
    case .badCell(let column): "\(column) không đúng dạng quy định"
    case .controlCharacter(let column): "\(column) có ký tự điều khiển"
    case .endsBeforeItBegins: "valid_to trước valid_from"
    case .duplicate(let name): "\(name) xuất hiện hai lần"
    case .unknownEntity(let name): "không có loại bản ghi \(name)"
    case .unknownCodeList(let name): "không có danh mục mã \(name)"
    case .unknownRole: "có vai trò không tồn tại"
    case .codesAndType: "codes chỉ đi với kiểu code và list"
    case .listIsNotMany: "kiểu list luôn có nhiều giá trị"
    case .operationsOutsideCase: "nhóm operations và loại bản ghi case phải đi cùng nhau"
    case .caseIsNotFirst: "loại bản ghi case phải đứng đầu"
    case .entityWithoutFields(let name): "loại bản ghi \(name) không có trường nào"
    case .readerWithoutKey(let role): "\(role) đọc nhóm mà vai trò này không được giao khóa"
    case .writerWithoutKey(let role): "\(role) ghi nhóm mà vai trò này không được giao khóa"
    case .noReader: "không ai đọc được trường này"
    case .unverifiedWithoutOther(let list): "danh mục \(list) chưa xác nhận phải có mã other"
    case .missingList(let name): "thiếu danh mục mã \(name)"
    case .missingRole(let name): "thiếu vai trò \(name)"
    case .blindRoleHoldsKey(let name): "\(name) không được giữ khóa của hồ sơ"
    case .missingField(let name): "thiếu trường \(name)"
    case .overlappingPlace(let code):
      "đơn vị hành chính \(code) được ghi hai lần cho cùng thời gian"
    case .unknownParent(let code): "không có đơn vị hành chính cấp tỉnh \(code)"
    case .otherPlace(let code):
      "đơn vị hành chính cấp tỉnh \(code) khác với danh mục có sẵn về tên hoặc thời gian"
    default: workflowReason(fault)
    }
  }

  /// Of the tables of steps, limits and regimes.
  private func workflowReason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .unknownField(let name): "không có trường \(name)"
    case .unknownCode(let code): "danh mục của trường này không có mã \(code)"
    case .unknownClock(let id): "không có thời hạn \(id)"
    case .circularClock(let id): "thời hạn \(id) quay vòng về chính nó"
    case .notADateField(let name): "trường \(name) không phải là ngày"
    case .categoryWithoutRegime(let name): "đối tượng \(name) không có chế độ hỗ trợ nào"
    case .overlappingStep(let id):
      "đã có bước khác giữa hai tình trạng của \(id) cho cùng thời gian"
    case .overlappingClock(let id):
      "đã có thời hạn khác giữa các sự kiện của \(id) cho cùng loại hồ sơ và thời gian"
    default: contradictionReason(fault)
    }
  }

  private func contradictionReason(_ fault: RuleFault) -> String {
    switch fault.reason {
    case .unreachableStatus(let name): "không có bước nào dẫn từ trình báo đến tình trạng \(name)"
    case .deadEnd(let name): "không có bước nào đi tiếp từ tình trạng \(name)"
    case .nobodyTakes(let id):
      "không ai đang giữ hồ sơ được thực hiện hoặc đồng ý bước \(id): xin ghi intake, social_worker hoặc lead"
    case .contradiction(let id): "không hồ sơ nào đáp ứng được mọi điều kiện của \(id)"
    case .extensionOfOther(let id):
      "\(id) gia hạn một thời hạn nằm giữa các sự kiện khác với sự kiện của chính nó"
    case .extensionTooShort(let id): "\(id) gia hạn một thời hạn nhưng không dài hơn thời hạn đó"
    case .nothingRecords(let name):
      "không có gì ghi nhận \(name), nên thời hạn sẽ không bao giờ bắt đầu"
    case .fieldEnds(let name):
      "\(name) là trường thông tin, không có ngày kết thúc: xin để trống valid_to; nội dung không hỏi nữa thì nêu trong tên trường"
    case .publicHolidayWorked(let day):
      "ngày \(DateForm.forPeople(day.text)) là ngày lễ, tết (Điều 112 Bộ luật Lao động 45/2019/QH14); ngày làm bù không bao giờ là ngày lễ, tết"
    case .publicHolidayMissing(let day):
      "ngày \(DateForm.forPeople(day.text)) là ngày lễ, tết (Điều 112 Bộ luật Lao động 45/2019/QH14) mà không có dòng nào ghi là ngày nghỉ"
    default: revisionReason(fault)
    }
  }
}

extension RuleFault {
  /// The reason in `--json`, never translated.
  var code: String {
    switch reason {
    case .missingTable: "missing_table"
    case .csv(let reason): reason.told.rawValue
    case .columns: "columns"
    case .noRows: "no_rows"
    case .emptyCell: "empty_cell"
    case .badCell: "bad_cell"
    case .controlCharacter: "control_character"
    case .endsBeforeItBegins: "ends_before_it_begins"
    case .duplicate, .overlappingPlace: "repeated"
    case .unknownEntity: "unknown_entity"
    case .unknownCodeList: "unknown_code_list"
    case .unknownRole: "unknown_role"
    case .unknownParent: "unknown_parent"
    case .otherPlace: "other_place"
    case .unknownField: "unknown_field"
    case .unknownCode: "unknown_code"
    case .unknownClock: "unknown_clock"
    case .rowGone: "row_gone"
    case .keptWhileInForce, .keptForGood: "kept"
    case .endsInThePast, .beginsInThePast, .daysInThePast: "past"
    case .newRole: "new_role"
    case .nothingFollows, .clockNotInForce, .clockNotFollowed: "gap"
    case .twoPeople: "two_people"
    case .guardGone: "guard_gone"
    case .publicHolidayWorked, .publicHolidayMissing: "public_holiday"
    default: "contradiction"
    }
  }
}
