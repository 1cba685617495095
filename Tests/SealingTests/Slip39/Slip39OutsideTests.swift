import Foundation
import Testing

@testable import Sealing

/// The reference implementation of the standard reads what is written here, and the other way round:
/// `shamir-mnemonic` of PyPI, where a Python on the path can import it.
@Suite struct Slip39OutsideTests {
  /// One run of Python; nil where there is none or the script fails.
  private static func python(_ script: String, _ arguments: [String] = []) -> String? {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import shamir_mnemonic, sys\n" + script] + arguments
    (process.standardOutput, process.standardError) = (output, FileHandle.nullDevice)
    guard (try? process.run()) != nil else { return nil }
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: said, as: UTF8.self)
  }

  static let isThere = python("") != nil

  struct Case: CustomTestStringConvertible {
    let secret: [UInt8]
    let groupThreshold: Int
    let groups: [Slip39Group]
    let passphrase: String
    let exponent: Int
    let isExtendable: Bool
    /// Which of the shares are put together.
    let chosen: [Int]
    var testDescription: String { "\(groups) \(secret.count) \(isExtendable)" }
  }

  static let cases = [
    Case(
      secret: .pattern(32), groupThreshold: 1, groups: [Slip39Group(2, of: 3)], passphrase: "",
      exponent: 0, isExtendable: true, chosen: [2, 0]),
    Case(
      secret: .pattern(16), groupThreshold: 1, groups: [Slip39Group(1, of: 1)],
      passphrase: "four words",
      exponent: 1, isExtendable: false, chosen: [0]),
    Case(
      secret: .pattern(64), groupThreshold: 2,
      groups: [Slip39Group(3, of: 5), Slip39Group(1, of: 1), Slip39Group(2, of: 2)],
      passphrase: "a b~", exponent: 2, isExtendable: true, chosen: [7, 4, 1, 6, 2]),
    Case(
      secret: .pattern(18), groupThreshold: 1, groups: [Slip39Group(16, of: 16)], passphrase: " ",
      exponent: 0, isExtendable: false, chosen: Array(0..<16)),
  ]

  @Test(.enabled(if: isThere, "python3 cannot import shamir_mnemonic"), arguments: cases)
  func itRecoversOurShares(_ one: Case) throws {
    let shares = try Slip39.split(
      try secret(one.secret), groupThreshold: one.groupThreshold, groups: one.groups,
      passphrase: try secret(one.passphrase), exponent: one.exponent,
      isExtendable: one.isExtendable)
    let script = """
      print(shamir_mnemonic.combine_mnemonics(sys.argv[2:], sys.argv[1].encode()).hex())
      """
    let said = try #require(
      Self.python(script, [one.passphrase] + one.chosen.map { try text(shares[$0]) }))
    #expect(said == hex(one.secret) + "\n")
  }

  /// A sheet that was put away, cut apart and typed into another program: no two of its three shares need
  /// anything of ours.
  @Test(.enabled(if: isThere, "python3 cannot import shamir_mnemonic"))
  func itRecoversWhatStandsOnASheet() throws {
    let shares = try Slip39.split(try secret(.pattern(32)), groups: [Slip39Group(2, of: 3)])
    let sheet = String(decoding: revealed(try ShareSheet.text(of: shares)), as: UTF8.self)
    let parts = sheet.components(separatedBy: "\n\n").map { part in
      part.split(whereSeparator: \.isWhitespace).dropFirst().joined(separator: " ")
    }
    let script = "print(shamir_mnemonic.combine_mnemonics(sys.argv[1:]).hex())"
    for pair in [[0, 1], [1, 2], [2, 0]] {
      let said = try #require(Self.python(script, pair.map { parts[$0] }))
      #expect(said == hex(.pattern(32)) + "\n")
    }
  }

  @Test(.enabled(if: isThere, "python3 cannot import shamir_mnemonic"), arguments: cases)
  func weRecoverItsShares(_ one: Case) throws {
    let script = """
      threshold, extendable, exponent, groups, secret, passphrase = sys.argv[1:]
      made = shamir_mnemonic.generate_mnemonics(
          int(threshold), [tuple(map(int, g.split("/"))) for g in groups.split()],
          bytes.fromhex(secret), passphrase.encode(), extendable == "true", int(exponent))
      print("\\n".join(m for group in made for m in group))
      """
    let groups = one.groups.map { "\($0.threshold)/\($0.count)" }.joined(separator: " ")
    let said = try #require(
      Self.python(
        script,
        [
          "\(one.groupThreshold)", "\(one.isExtendable)", "\(one.exponent)", groups,
          hex(one.secret), one.passphrase,
        ]))
    let shares = try said.split(separator: "\n").map { try share(String($0)) }
    #expect(shares.count == one.groups.map(\.count).reduce(0, +))
    let combined = try Slip39.combine(
      one.chosen.map { shares[$0] }, passphrase: try secret(one.passphrase))
    #expect(revealed(combined) == one.secret)
  }
}
