import Foundation

/// What is on a form, as a life writes it (`field: value`, with `;` or a new line between two, a list in
/// brackets), and as the program takes it from standard input.
struct LifeAnswers {
  struct Malformed: Error { let part: String }

  /// One JSON object.
  let json: String

  /// - Parameter code: the file that the form is for; nil while it is being opened.
  init(_ text: String, of code: String?) throws {
    var object: [String: Any] = [:]
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let sides = part.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard sides.count == 2, object[sides[0]] == nil else {
        throw Malformed(part: String(part))
      }
      object[sides[0]] = Self.value(sides[1])
    }
    if let code { object["case"] = code }
    json = String(decoding: try JSONSerialization.data(withJSONObject: object), as: UTF8.self)
  }

  private static func value(_ text: String) -> Any {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return text }
    return text.dropFirst().dropLast().split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  }
}
