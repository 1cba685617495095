import Foundation

/// Expected lines against the lines that came.
struct Pattern {
  /// What placeholders remembered, by name.
  private(set) var remembered: [String: String] = [:]

  private static let kinds = [
    "entry": "[0-9]+", "number": "[0-9]+", "hex": "[0-9a-f]+", "any": ".*",
    "code": "[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}-[2-9A-HJKMNP-Z]{3}",
    "invite": "[0-9A-HJKMNP-TV-Z]{5}(?:-[0-9A-HJKMNP-TV-Z]{5}){5}",
    "fingerprint": "[0-9a-f]{4}(?: [0-9a-f]{4}){4}",
    "date": "[0-9]{2}/[0-9]{2}/[0-9]{4}",
    "time": "[0-9]{2}/[0-9]{2}/[0-9]{4} [0-9]{2}:[0-9]{2}",
  ]

  /// `{A}` replaced by what was remembered under that name; unknown names stay as they are.
  func filled(_ text: String) -> String {
    remembered.reduce(text) { $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value) }
  }

  /// True when the lines that came are the expected ones; `...` stands for any lines.
  mutating func matches(_ expected: [String], _ found: [String]) -> Bool {
    guard let first = expected.first else { return found.isEmpty }
    let rest = Array(expected.dropFirst())
    if first == "..." {
      for skipped in 0...found.count {
        var attempt = self
        if attempt.matches(rest, Array(found.dropFirst(skipped))) {
          self = attempt
          return true
        }
      }
      return false
    }
    guard let line = found.first, matchesLine(first, line) else { return false }
    return matches(rest, Array(found.dropFirst()))
  }

  private mutating func matchesLine(_ expected: String, _ line: String) -> Bool {
    var names: [String] = []
    let source = Self.expression(filled(expected), &names)
    guard let expression = try? NSRegularExpression(pattern: "^\(source)$"),
      let match = expression.firstMatch(in: line, range: NSRange(line.startIndex..., in: line))
    else { return false }
    for (index, name) in names.enumerated() where !name.isEmpty {
      guard let range = Range(match.range(at: index + 1), in: line) else { return false }
      remembered[name] = String(line[range])
    }
    return true
  }

  /// The line as a regular expression, with a group for each placeholder. JSON has braces too: only
  /// a known kind between them is a placeholder.
  private static func expression(_ text: String, _ names: inout [String]) -> String {
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      out += NSRegularExpression.escapedPattern(for: String(rest[..<open]))
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"),
        let (kind, name) = placeholder(rest[rest.index(after: open)..<close])
      else {
        out += "\\{"
        rest = rest.dropFirst()
        continue
      }
      out += "(\(kind))"
      names.append(name)
      rest = rest[rest.index(after: close)...]
    }
    return out + NSRegularExpression.escapedPattern(for: String(rest))
  }

  private static func placeholder(_ text: Substring) -> (kind: String, name: String)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let kind = kinds[String(parts[0])] else { return nil }
    return (kind, parts.count == 2 ? String(parts[1]) : "")
  }
}
