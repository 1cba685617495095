/// Tells the likeliest reason why a Vietnamese file is not UTF-8, so that the person who saved it
/// can be told what to choose in the spreadsheet.
enum CodePage1258 {
  /// The letters and combining tone marks that code page 1258 keeps above 0x7F and that
  /// Vietnamese uses (Microsoft, "Code Page 1258 Windows Vietnam").
  private static let vietnamese: Set<UInt8> = [
    0xC0, 0xC1, 0xC2, 0xC3, 0xC8, 0xC9, 0xCA, 0xCC, 0xCD, 0xD0, 0xD2, 0xD3, 0xD4, 0xD5, 0xD9,
    0xDA, 0xDD, 0xDE, 0xE0, 0xE1, 0xE2, 0xE3, 0xE8, 0xE9, 0xEA, 0xEC, 0xED, 0xF0, 0xF2, 0xF3,
    0xF4, 0xF5, 0xF9, 0xFA, 0xFD,
  ]

  /// Whether a cell that was found not to be UTF-8 reads as Vietnamese in that code page.
  static func explains(_ bytes: [UInt8]) -> Bool {
    bytes.allSatisfy { $0 < 0x80 || vietnamese.contains($0) }
  }
}
