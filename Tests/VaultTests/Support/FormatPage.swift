import Foundation
import Testing

/// Documentation/Format.md as the tests read it: a promise of the page that the code does not keep fails.
enum FormatPage {
  static let text: String = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    let page = folder.appending(path: "Documentation/Format.md")
    return (try? String(contentsOf: page, encoding: .utf8)) ?? ""
  }()

  /// The rows of all tables between a heading and the next one, cell by cell, without the headers.
  static func rows(under heading: String, in page: String = text) -> [[String]] {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix("#") && $0.hasSuffix(" " + heading) })
    else { return [] }
    let section = lines[(start + 1)...].prefix { !$0.hasPrefix("#") }
    return zip(section, section.dropFirst() + [""]).filter { line, next in
      line.hasPrefix("|") && !line.hasPrefix("|---") && !next.hasPrefix("|---")
    }.map { line, _ in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  /// What a cell names in code.
  static func codes(_ cell: String) -> Set<String> {
    Set(cell.matches(of: /`([^`]+)`/).map { String($0.output.1) })
  }
}
