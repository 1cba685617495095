/// The form of a code of ICD-10 (WHO): a letter, two digits, and one or two characters more behind a
/// point. Which codes there are is not checked: the Ministry of Health's list is not at hand.
enum DiagnosisCode {
  /// With capital letters and the point; nil where it has not that form.
  static func normalForm(of text: String) -> String? {
    let plain = text.utf8.filter { $0 != UInt8(ascii: ".") }
    guard (3...5).contains(plain.count), isLetter(plain[0]), plain[1...2].allSatisfy(isDigit),
      plain[3...].allSatisfy({ isDigit($0) || isLetter($0) })
    else { return nil }
    let code = String(decoding: plain, as: UTF8.self).uppercased()
    let pointed = code.count == 3 ? code : code.prefix(3) + "." + code.dropFirst(3)
    // One point, and only there; or none.
    return [code, pointed].contains(text.uppercased()) ? String(pointed) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
