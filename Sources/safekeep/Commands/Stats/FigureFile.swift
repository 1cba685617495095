/// What a file of figures is written as, by the end of its name.
enum FigureFile: String {
  case html, csv, json

  /// - Throws: 64 for any other.
  init(path: String) throws(Fault) {
    let end = path.split(separator: ".").last.map(String.init) ?? ""
    guard path.utf8.contains(UInt8(ascii: ".")), let kind = FigureFile(rawValue: end.lowercased())
    else { throw Fault(.usage, reason: "file_kind") { $0.figureFileKind } }
    self = kind
  }

  func bytes(of page: FigurePage, _ desk: Desk) -> [UInt8] {
    let text =
      switch self {
      case .html: FigureHTML(page, in: desk.words.language).text
      case .csv: FigureCSV(page).text + FigureContext(page).csv
      case .json: FigureReport(page, desk).wholly.json.text + "\n"
      }
    return Array(text.utf8)
  }
}
