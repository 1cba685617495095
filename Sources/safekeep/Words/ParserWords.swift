/// What is wrong with the arguments, in place of the argument parser's own English. A value that was
/// typed is never repeated: it may have been anything.
protocol ParserWords {
  func reason(_ fault: ParserFault) -> String
}

extension English {
  func reason(_ fault: ParserFault) -> String {
    switch fault {
    case .unknownOption(let name, let meant):
      "unknown option \(name)" + (meant.map { "; did you mean \($0)?" } ?? "")
    case .missingValue(let option): "a value is missing after \(option)"
    case .missingArgument(let name): "\(name) is missing"
    case .noValueTaken(let option): "\(option) takes no value"
    case .tooMany: "more arguments than this command takes, or one that it does not know"
    case .repeated: "an option stands twice"
    case .badValue(let option, let choices):
      "\(option) does not take that value" + (choices.isEmpty ? "" : "; one of: \(choices)")
    case .other: "the command was not written as it should be"
    }
  }
}

extension Vietnamese {
  func reason(_ fault: ParserFault) -> String {
    switch fault {
    case .unknownOption(let name, let meant):
      "không có tùy chọn \(name)" + (meant.map { "; có phải là \($0)?" } ?? "")
    case .missingValue(let option): "thiếu giá trị sau \(option)"
    case .missingArgument(let name): "thiếu \(name)"
    case .noValueTaken(let option): "\(option) không nhận giá trị"
    case .tooMany: "có tham số thừa hoặc lệnh không biết"
    case .repeated: "một tùy chọn xuất hiện hai lần"
    case .badValue(let option, let choices):
      "\(option) không nhận giá trị đó" + (choices.isEmpty ? "" : "; chọn một trong: \(choices)")
    case .other: "câu lệnh viết chưa đúng"
    }
  }
}
