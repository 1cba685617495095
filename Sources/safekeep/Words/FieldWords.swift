import Casework

/// What a field wants, said to whoever asks with `?`.
protocol FieldWords {
  func wanted(_ type: FieldType) -> String
  /// Added where a field takes several.
  var several: String { get }
  /// Of a list of what somebody may read.
  var wantedFields: String { get }
  /// Before the provision behind a field.
  func basis(_ citation: String) -> String
}

extension Words {
  func wanted(_ type: FieldType, isMany: Bool) -> String {
    wanted(type) + (isMany ? "; " + several : "")
  }
}

extension English {
  func wanted(_ type: FieldType) -> String {
    switch type {
    case .code, .list: "one of the codes below"
    case .date: "a date, as far as it is known: 17/05/2004, 05/2004 or 2004"
    case .datetime: "a date with a time: 22/11/2026 14:05"
    case .text: "text on one line"
    case .longtext: "text, ended by a line with a single dot"
    case .int: "a whole number"
    case .decimal: "a number, with a point where it has a fraction"
    case .bool3: "yes, no or unknown"
    case .ref: "a case code, or the handle of a colleague"
    case .place: "a place: its name, or its code of two digits for a province, five for a commune"
    case .language: "a language: its name, or its code of ISO 639-3"
    case .country: "a country: its name, or its code of ISO 3166-1, three letters"
    case .phone: "a telephone number: +84… or 0…"
    case .personalID: "a personal ID number, twelve digits"
    case .icd10: "an ICD-10 code, such as S60.2"
    }
  }
  var several: String { "several are separated by semicolons" }
  var wantedFields: String {
    "fields, by name (person.full_name) or as the screen calls them, or whole classes: those below; several are separated by semicolons"
  }
  func basis(_ citation: String) -> String { "asked under: \(citation)" }
}

extension Vietnamese {
  func wanted(_ type: FieldType) -> String {
    switch type {
    case .code, .list: "một trong các mã dưới đây"
    case .date: "ngày tháng, biết đến đâu ghi đến đó: 17/05/2004, 05/2004 hoặc 2004"
    case .datetime: "ngày và giờ: 22/11/2026 14:05"
    case .text: "nội dung trên một dòng"
    case .longtext: "nội dung, kết thúc bằng một dòng chỉ có dấu chấm"
    case .int: "số nguyên"
    case .decimal: "số, dùng dấu chấm cho phần thập phân"
    case .bool3: "có, không hoặc không rõ"
    case .ref: "mã hồ sơ hoặc tên tài khoản của đồng nghiệp"
    case .place: "đơn vị hành chính: tên, hoặc mã (cấp tỉnh hai chữ số, cấp xã năm chữ số)"
    case .language: "ngôn ngữ: tên, hoặc mã theo ISO 639-3"
    case .country: "quốc gia: tên, hoặc mã theo ISO 3166-1, ba chữ cái"
    case .phone: "số điện thoại: +84… hoặc 0…"
    case .personalID: "số định danh cá nhân, mười hai chữ số"
    case .icd10: "mã ICD-10, ví dụ S60.2"
    }
  }
  var several: String { "nhiều giá trị thì cách nhau bằng dấu chấm phẩy" }
  var wantedFields: String {
    "các trường, theo mã (person.full_name) hoặc theo tên trên màn hình, hoặc cả nhóm dưới đây; nhiều giá trị thì cách nhau bằng dấu chấm phẩy"
  }
  func basis(_ citation: String) -> String { "căn cứ: \(citation)" }
}
