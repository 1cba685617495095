import Testing
import Vault

@testable import safekeep

/// What was wrong with a share of a seed is said as that, and not as a fault of the vault or of a case.
@Suite struct ShareReasonTests {
  private static let faults: [ShareFault] = [
    .tooFew, .length(share: 1), .word(1, share: 1), .checksum(share: 1), .form(share: 1), .otherSet,
    .duplicate, .apart, .otherSeed,
  ]

  @Test(arguments: faults) func eachHasItsSentence(_ fault: ShareFault) throws {
    let (english, vietnamese) = (English(), Vietnamese())
    let first = try #require(english.shareReason(fault.code))
    let second = try #require(vietnamese.shareReason(fault.code))
    #expect(first != second)
    for why in Refusal.allCases {
      #expect(
        LogColumn.label(of: why.rawValue, kind: fault.code, act: "key.recover", english) == first)
      #expect(
        LogColumn.label(of: why.rawValue, kind: fault.code, act: "key.drill", vietnamese) == second)
    }
  }

  @Test func noneIsTakenForAnother() {
    let told = Self.faults.compactMap { English().shareReason($0.code) }
    #expect(Set(told).count == Self.faults.count)
  }

  /// Of any other entry its reason is told as before.
  @Test func othersKeepTheirs() {
    let words = English()
    let reason = words.reason(.tampered, of: Deed(act: "key.recover"))
    #expect(LogColumn.label(of: "tampered", kind: "root", act: "key.recover", words) == reason)
    #expect(LogColumn.label(of: "tampered", kind: nil, act: "key.recover", words) == reason)
  }
}
