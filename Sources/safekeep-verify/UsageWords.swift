/// How the command was not written as it should be, in a sentence.
protocol UsageWords {
  func reason(_ fault: UsageFault) -> String
  func seeHelp() -> String
}

extension EnglishVerifyWords {
  func reason(_ fault: UsageFault) -> String {
    switch fault {
    case .missingArgument(let name): "\(name) is missing: the exported directory"
    case .missingValue(let option): "\(option) needs a value"
    case .unknownOption(let option): "there is no option \(option)"
    case .noValueTaken(let option): "\(option) takes no value"
    case .tooMany: "one directory is checked at a time"
    case .repeated: "an option was given twice"
    case .origin: "--origin is safekeep/ and 32 digits from 0 to f, as log status prints it"
    case .other: "the command is not written as it should be"
    }
  }
  func seeHelp() -> String { "see: safekeep-verify --help" }
}

extension VietnameseVerifyWords {
  func reason(_ fault: UsageFault) -> String {
    switch fault {
    case .missingArgument(let name): "thiếu \(name): thư mục đã xuất"
    case .missingValue(let option): "\(option) cần có giá trị"
    case .unknownOption(let option): "không có tùy chọn \(option)"
    case .noValueTaken(let option): "\(option) không nhận giá trị"
    case .tooMany: "mỗi lần chỉ kiểm tra một thư mục"
    case .repeated: "một tùy chọn được nêu hai lần"
    case .origin: "--origin là safekeep/ và 32 chữ số từ 0 đến f, như log status in ra"
    case .other: "câu lệnh không đúng thể thức"
    }
  }
  func seeHelp() -> String { "xem: safekeep-verify --help" }
}
