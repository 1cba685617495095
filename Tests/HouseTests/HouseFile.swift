import Foundation

/// One file of the project; the path is relative to the root.
struct HouseFile {
  let path: String
  /// Nothing when the file is not UTF-8.
  let text: String?

  init(path: String, bytes: Data?) {
    self.path = path
    self.text = bytes.flatMap { String(bytes: $0, encoding: .utf8) }
  }

  /// A sample that a test writes to see its rule fail.
  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  var lines: [Substring] {
    text?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
  }
}
