import Testing

@testable import safekeep

@Suite struct QRSymbolTests {
  private let small = QRSymbol(side: 2, modules: [true, false, false, true])

  /// Four light modules around it, two rows of modules in a line.
  @Test func halfBlocksAreDrawn() {
    let lines = small.halfBlocks.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines[0] == String(repeating: "█", count: 10) && lines[4] == lines[0])
    #expect(lines[2] == "████▄▀████")
    let odd = QRSymbol(side: 1, modules: [true]).halfBlocks.split(separator: "\n")
    #expect(odd.count == 5 && odd.allSatisfy { $0.count == 9 })
    #expect(odd[2] == "████▄████" && odd[4] == "▀▀▀▀▀▀▀▀▀")
  }

  @Test func thePictureHasASquareAModule() {
    #expect(small.svg.contains(#"viewBox="0 0 10 10""#))
    #expect(small.svg.contains("M4 4h1v1h-1zM5 5h1v1h-1z"))
  }

  /// Where the library is, the three corners are as every QR code has them; else there is none.
  @Test func aSymbolIsMadeWhereTheLibraryIs() {
    guard let symbol = QRSymbol.of(Array(repeating: 0x61, count: 189)) else { return }
    // 189 bytes at level M are version 10.
    #expect(symbol.side == 57 && symbol.modules.count == 57 * 57)
    for (row, column) in [(0, 0), (0, 50), (50, 0)] {
      let edge = (0..<7).map { symbol.modules[row * 57 + column + $0] }
      #expect(edge.allSatisfy { $0 })
    }
    #expect(QRSymbol.of(Array(repeating: 0x61, count: 3_000)) == nil)
  }

  @Test func thePageStandsAlone() {
    let page = CheckpointPage(
      note: "a<b>&\n1\n— c\n", symbol: small, handle: "<lan>", time: WallTime(milliseconds: 0),
      entry: 7, size: 8
    ).html
    #expect(page.contains("a&lt;b&gt;&amp;\n1\n— c") && page.contains("&lt;lan&gt;"))
    #expect(page.contains(#"<section lang="vi">"#) && page.contains(#"<section lang="en">"#))
    for outside in ["http:", "https:", "href", "src=", "<script", "url("] {
      #expect(!page.contains(outside))
    }
    let bare = CheckpointPage(
      note: "a\n", symbol: nil, handle: "lan", time: WallTime(milliseconds: 0), entry: 7, size: 8)
    #expect(!bare.html.contains("<svg"))
  }
}
