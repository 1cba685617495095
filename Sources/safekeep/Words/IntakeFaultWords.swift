/// Each kind of fault as the second half of a sentence that began with its line and field: those of the
/// table, of a value's form, and of what it says. One without words would be its code in both languages,
/// and a test finds it.
protocol IntakeFaultWords {
  func reason(_ fault: IntakeFault) -> String
}

extension English {
  func reason(_ fault: IntakeFault) -> String {
    table(fault) ?? form(fault) ?? value(fault) ?? fault.rawValue
  }

  private func table(_ fault: IntakeFault) -> String? {
    switch fault {
    case .emptyFile: "the file is empty"
    case .byteOrderMark: "the file begins with a byte order mark; save it as UTF-8 without one"
    case .utf16: "the file is in UTF-16; save it as CSV in UTF-8"
    case .windows1258: "the file is in the code page Windows-1258; save it as CSV in UTF-8"
    case .notUTF8: "not UTF-8; save the file as CSV in UTF-8"
    case .semicolons: "the cells are separated by semicolons; separate them by commas"
    case .tabs: "the cells are separated by tabs; separate them by commas"
    case .quoteInside: "a quotation mark inside a cell that does not begin with one"
    case .textAfterQuote: "text after the closing quotation mark"
    case .quoteOpen: "a quotation mark that is never closed"
    case .loneReturn: "a carriage return without a line feed"
    case .recordTooLong: "a line too long to be one; most often a quotation mark is not closed"
    case .cellsTooFew: "fewer cells than the heading has columns"
    case .cellsTooMany: "more cells than the heading has columns"
    case .noHeader: "the first line is not a heading; see safekeep intake template"
    case .unknownColumn: "no such column in a register; for columns of other names: --map"
    case .repeatedColumn: "the column stands twice"
    case .missingColumn: "the column is missing"
    default: nil
    }
  }

  private func form(_ fault: IntakeFault) -> String? {
    switch fault {
    case .missing: "may not be empty"
    case .unknownField: "no such field"
    case .notForTyping: "written by the program alone"
    case .wrongShape: "one value and not several, several and not one, or a number and not text"
    case .nested: "give it by this whole name, beside the other fields and not inside another"
    case .unknownState: "the states are [unknown], [declined] and [withheld]; empty is not asked"
    case .tooLong: "longer than 1 MiB"
    case .tooMany:
      "more than one question asks for, 4 names in all or 8 numbers: ask for the others apart"
    case .tooManyItems: "more than 64 in one list"
    case .controlCharacter: "holds a control character"
    case .onlyBlanks: "blanks alone; leave it empty where there is nothing to say"
    case .unknownCode: "not in the code list"
    case .emptyItem: "an empty item between two separators"
    case .repeatedCode: "the same code twice"
    default: nil
    }
  }

  private func value(_ fault: IntakeFault) -> String? {
    switch fault {
    case .unknownCountry: "not a country code of ISO 3166 (three letters)"
    case .unknownLanguage: "not a language code of ISO 639-3 (three letters)"
    case .notADate: "not a date; write 17/05/2004, 05/2004 or 2004"
    case .twoDigitYear: "the year has two digits; write four"
    case .impossibleDate: "the calendar has no such day"
    case .notAMoment:
      "not a date with a time, such as 22/11/2026 14:05 (day/month/year, a blank, hour:minute)"
    case .notANumber: "not a number"
    case .notAPaper:
      "not the number or reference of a signed paper, such as 12/CK of 22/11/2026; a handle, a case code or the name of a record is none"
    case .notASchoolYear: "not a school year, such as 2026-2027"
    case .notAPhone: "not a telephone number: +84… or 0…, digits without blanks or points"
    case .notAPersonalID: "not a personal ID number of twelve digits"
    case .notADiagnosis: "not an ICD-10 code, such as S60.2"
    case .notAPlace: "not a place code: two digits for a province, five for a commune"
    case .unknownPlace: "no such place on that day in the table that was adopted"
    case .unknownReference:
      "not a case code, nor the handle of a colleague, nor the name of a record"
    case .notACaseCode: "not a case code"
    case .inTheFuture: "lies in the future"
    case .afterReception: "lies after the day of reception"
    case .beforeReception: "lies before the day of reception"
    case .tooEarly: "cannot lie before"
    case .tooLate: "cannot lie after"
    case .tooLongAgo: "more than 120 years ago"
    case .beforeItsBeginning: "ends before it begins"
    case .beforeMajority:
      "counts only from the 18th birthday on, and the birth date has to be known (Law 91/2025 Art. 24(2))"
    case .wholeDateNeeded: "the whole date is needed: day, month and year"
    case .visitTooEarly:
      "a visit before the day on which the one before it was due; record it as that one"
    case .notPositive: "nothing of something, or less than nothing"
    default: nil
    }
  }
}

extension Vietnamese {
  func reason(_ fault: IntakeFault) -> String {
    table(fault) ?? form(fault) ?? value(fault) ?? fault.rawValue
  }

  private func table(_ fault: IntakeFault) -> String? {
    switch fault {
    case .emptyFile: "tệp trống"
    case .byteOrderMark: "tệp bắt đầu bằng dấu thứ tự byte; xin lưu dạng UTF-8 không có dấu này"
    case .utf16: "tệp dùng mã UTF-16; xin lưu dạng CSV mã UTF-8"
    case .windows1258: "tệp dùng bảng mã Windows-1258; xin lưu dạng CSV mã UTF-8"
    case .notUTF8: "không phải UTF-8; xin lưu tệp dạng CSV mã UTF-8"
    case .semicolons: "các ô ngăn cách bằng dấu chấm phẩy; xin dùng dấu phẩy"
    case .tabs: "các ô ngăn cách bằng dấu tab; xin dùng dấu phẩy"
    case .quoteInside: "có dấu nháy kép trong ô không mở đầu bằng dấu nháy kép"
    case .textAfterQuote: "có chữ sau dấu nháy kép đóng"
    case .quoteOpen: "dấu nháy kép không được đóng"
    case .loneReturn: "có ký tự về đầu dòng mà không có ký tự xuống dòng"
    case .recordTooLong: "dòng quá dài; thường do dấu nháy kép không được đóng"
    case .cellsTooFew: "ít ô hơn số cột của dòng tiêu đề"
    case .cellsTooMany: "nhiều ô hơn số cột của dòng tiêu đề"
    case .noHeader: "dòng đầu không phải dòng tiêu đề; xem safekeep intake template"
    case .unknownColumn: "sổ tiếp nhận không có cột này; cột có tên khác thì dùng --map"
    case .repeatedColumn: "cột này xuất hiện hai lần"
    case .missingColumn: "thiếu cột này"
    default: nil
    }
  }

  private func form(_ fault: IntakeFault) -> String? {
    switch fault {
    case .missing: "không được để trống"
    case .unknownField: "không có trường này"
    case .notForTyping: "chỉ do chương trình ghi"
    case .wrongShape: "một giá trị thay vì nhiều, nhiều thay vì một, hoặc số thay vì chữ"
    case .nested:
      "xin nêu bằng đúng tên đầy đủ này, ngang hàng với các trường khác, không lồng trong trường khác"
    case .unknownState: "trạng thái là [unknown], [declined] và [withheld]; để trống là chưa hỏi"
    case .tooLong: "dài hơn 1 MiB"
    case .tooMany:
      "nhiều hơn mức một lần tìm cho phép, 4 tên tất cả hoặc 8 số: xin tìm riêng phần còn lại"
    case .tooManyItems: "nhiều hơn 64 mục trong một danh sách"
    case .controlCharacter: "có ký tự điều khiển"
    case .onlyBlanks: "chỉ có khoảng trắng; nếu không có nội dung xin để trống"
    case .unknownCode: "không có trong danh mục mã"
    case .emptyItem: "có mục trống giữa hai dấu phân cách"
    case .repeatedCode: "một mã ghi hai lần"
    default: nil
    }
  }

  private func value(_ fault: IntakeFault) -> String? {
    switch fault {
    case .unknownCountry: "không phải mã quốc gia theo ISO 3166 (ba chữ cái)"
    case .unknownLanguage: "không phải mã ngôn ngữ theo ISO 639-3 (ba chữ cái)"
    case .notADate: "không phải ngày tháng; viết 17/05/2004, 05/2004 hoặc 2004"
    case .twoDigitYear: "năm chỉ có hai chữ số; phải viết đủ bốn chữ số"
    case .impossibleDate: "lịch không có ngày này"
    case .notAMoment:
      "không phải ngày và giờ, ví dụ 22/11/2026 14:05 (ngày/tháng/năm, dấu cách, giờ:phút)"
    case .notANumber: "không phải là số"
    case .notAPaper:
      "không phải số, ký hiệu của văn bản đã ký, ví dụ 12/CK ngày 22/11/2026; tài khoản, mã hồ sơ hoặc tên bản ghi không phải là văn bản"
    case .notASchoolYear: "không phải năm học, ví dụ 2026-2027"
    case .notAPhone:
      "không phải số điện thoại: +84… hoặc 0…, viết liền chữ số, không có dấu cách, dấu chấm"
    case .notAPersonalID: "không phải số định danh cá nhân gồm mười hai chữ số"
    case .notADiagnosis: "không phải mã ICD-10, ví dụ S60.2"
    case .notAPlace: "không phải mã đơn vị hành chính: cấp tỉnh hai chữ số, cấp xã năm chữ số"
    case .unknownPlace: "danh mục đã thông qua không có đơn vị này vào ngày đó"
    case .unknownReference: "không phải mã hồ sơ, tên tài khoản của đồng nghiệp hay tên bản ghi nào"
    case .notACaseCode: "không phải mã hồ sơ"
    case .inTheFuture: "là thời điểm trong tương lai"
    case .afterReception: "sau ngày tiếp nhận"
    case .beforeReception: "trước ngày tiếp nhận"
    case .tooEarly: "không thể trước"
    case .tooLate: "không thể sau"
    case .tooLongAgo: "đã quá 120 năm"
    case .beforeItsBeginning: "kết thúc trước khi bắt đầu"
    case .beforeMajority:
      "chỉ có giá trị từ ngày đủ 18 tuổi, và phải biết ngày sinh (khoản 2 Điều 24 Luật số 91/2025/QH15)"
    case .wholeDateNeeded: "cần ghi đủ ngày, tháng, năm"
    case .visitTooEarly: "trước ngày phải thăm hỏi của lần liền trước; xin ghi vào lần đó"
    case .notPositive: "số lượng bằng không, hoặc số tiền âm"
    default: nil
    }
  }
}
