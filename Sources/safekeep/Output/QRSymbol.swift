/// A QR code: what a telephone reads from a screen or a paper.
struct QRSymbol: Equatable, Sendable {
  /// Modules a side.
  let side: Int
  /// Row by row; true is black.
  let modules: [Bool]

  /// Light modules around it, without which readers do not find it (ISO/IEC 18004).
  private static let margin = 4

  /// The symbol of some bytes; nil where libqrencode is not on this machine, or they are too many.
  static func of(_ bytes: [UInt8]) -> QRSymbol? {
    guard let modules = try? Kernel.qrCode(of: bytes) else { return nil }
    let side = Int(Double(modules.count).squareRoot())
    return QRSymbol(side: side, modules: modules.map { $0 == 1 })
  }

  /// False outside.
  private func isBlack(_ row: Int, _ column: Int) -> Bool {
    guard (0..<side).contains(row), (0..<side).contains(column) else { return false }
    return modules[row * side + column]
  }

  /// Two rows of modules in one of text, light modules drawn: a terminal is dark and its letters are light.
  var halfBlocks: String {
    let places = -Self.margin..<side + Self.margin
    return stride(from: places.lowerBound, to: places.upperBound, by: 2).map { row in
      let line = places.map { column in
        switch (isBlack(row, column), row + 1 < places.upperBound && !isBlack(row + 1, column)) {
        case (false, true): "█"
        case (false, false): "▀"
        case (true, true): "▄"
        case (true, false): " "
        }
      }
      return line.joined() + "\n"
    }.joined()
  }

  /// One path, a square a module; as large as the page makes it.
  var svg: String {
    let whole = side + 2 * Self.margin
    var path = ""
    for row in 0..<side {
      for column in 0..<side where isBlack(row, column) {
        path += "M\(column + Self.margin) \(row + Self.margin)h1v1h-1z"
      }
    }
    return """
      <svg viewBox="0 0 \(whole) \(whole)" \
      shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(whole)v\(whole)H0z"/>\
      <path d="\(path)"/></svg>
      """
  }
}
