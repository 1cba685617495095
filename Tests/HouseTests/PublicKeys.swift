import Foundation

/// What may lie in Keys/. A raw public key and a raw secret one look alike, so only forms that say what they are
/// get in: verifier keys of c2sp.org/signed-note, and certificates and public keys in PEM.
enum PublicKeys {
  /// The words with which the first line of every file in Keys/Testing begins.
  static let onPurpose = "# Published on purpose"

  static func faults(in files: [HouseFile]) -> [String] {
    files.filter { $0.path.hasPrefix("Keys/") }.flatMap { file in
      if file.text == nil { return ["\(file.path): not text"] }
      if file.path.hasPrefix("Keys/Testing/") { return testingFaults(file) }
      return file.path.hasSuffix(".md") ? secretFaults(file) : formFaults(file)
    }
  }

  private static func testingFaults(_ file: HouseFile) -> [String] {
    file.lines.first?.hasPrefix(onPurpose) == true
      ? [] : ["\(file.path):1: does not begin with \"\(onPurpose)\""]
  }

  private static func secretFaults(_ file: HouseFile) -> [String] {
    let marks = ["PRIVATE KEY-----", "PRIVATE+KEY+", "AGE-SECRET-KEY-"]
    return zip(1..., file.lines).compactMap { number, line in
      marks.contains { line.contains($0) } ? "\(file.path):\(number): a private key" : nil
    }
  }

  /// Comments, verifier keys and public PEM blocks pass; every other line is a fault.
  private static func formFaults(_ file: HouseFile) -> [String] {
    var isBlock = false
    return zip(1..., file.lines).compactMap { number, line in
      switch line {
      case "-----BEGIN CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----": isBlock = true
      case "-----END CERTIFICATE-----", "-----END PUBLIC KEY-----": isBlock = false
      case _ where isBlock && line.wholeMatch(of: #/[A-Za-z0-9+\/=]+/#) != nil: break
      case _ where line.isEmpty || line.hasPrefix("#") || isVerifierKey(line): break
      default: return "\(file.path):\(number): neither comment nor public key"
      }
      return nil
    }
  }

  /// `<name>+<key id>+<base64 of algorithm and key>`; Ed25519 is 1, a witness's timestamped Ed25519 is 4.
  static func isVerifierKey(_ line: Substring) -> Bool {
    guard let match = line.wholeMatch(of: #/[^\s+]+\+[0-9a-f]{8}\+([A-Za-z0-9+\/=]+)/#),
      let key = Data(base64Encoded: String(match.output.1))
    else { return false }
    return key.count == 33 && [1, 4].contains(key.first)
  }
}
