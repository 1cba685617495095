import Foundation

/// Links between our own papers.
enum Links {
  /// Links of Markdown files to files that are not there. `exists` is asked with a path from the root.
  static func broken(in files: [HouseFile], exists: (String) -> Bool) -> [String] {
    files.filter { $0.path.hasSuffix(".md") }.flatMap { file in
      targets(in: file).compactMap { number, target in
        guard let path = resolve(target, from: file.path) else {
          return "\(file.path):\(number): \(target) leads out of the project"
        }
        return exists(path) ? nil : "\(file.path):\(number): \(target) is not there"
      }
    }
  }

  /// What stands in `](…)`, without its fragment, outside of code; links to hosts and headings are left out.
  private static func targets(in file: HouseFile) -> [(Int, String)] {
    var isCode = false
    return zip(1..., file.lines).flatMap { number, line -> [(Int, String)] in
      if line.hasPrefix("```") { isCode.toggle() }
      if isCode { return [] }
      let prose = line.replacing(#/`[^`]*`/#, with: "")
      return prose.matches(of: #/\]\(([^)\s#]+)[^)]*\)/#).map { (number, String($0.output.1)) }
        .filter { !$0.1.contains(":") }
    }
  }

  /// A path from the root, `..` taken out by hand: the file system would follow it out of the project.
  private static func resolve(_ target: String, from file: String) -> String? {
    var parts = file.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/").map(String.init) {
      switch part {
      case ".": continue
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
