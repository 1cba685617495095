import Foundation
import Testing

@testable import Sealing

@Suite struct SealedShareTests {
  let vault = identifier(0xA0)
  let member = identifier(0xE0)

  private func shares() throws -> [Slip39Share] {
    try Slip39.split(try secret(.pattern(32)), groups: [Slip39Group(2, of: 3)])
  }

  @Test func comesBack() throws {
    let box = try BoxKey.makeRandom()
    let shares = try shares()
    var opened: [Slip39Share] = []
    for share in shares {
      let sealed = try SealedShare.seal(
        share, vault: vault, epoch: 3, member: member, to: box.publicKey)
      #expect(sealed.count == 117 && sealed.count == SealedShare.count)
      opened.append(
        try SealedShare.open(sealed.span, vault: vault, epoch: 3, member: member, with: box))
    }
    for (share, again) in zip(shares, opened) { #expect(try text(share) == text(again)) }
    #expect(revealed(try Slip39.combine([opened[2], opened[0]])) == .pattern(32))
  }

  @Test func opensNowhereElse() throws {
    let box = try BoxKey.makeRandom()
    let other = try BoxKey.makeRandom()
    let sealed = try SealedShare.seal(
      try shares()[0], vault: vault, epoch: 3, member: member, to: box.publicKey)
    func opens(
      _ sealed: [UInt8], _ vault: Identifier, _ epoch: UInt32, _ member: Identifier
    ) -> Bool {
      (try? SealedShare.open(sealed.span, vault: vault, epoch: epoch, member: member, with: box))
        != nil
    }
    #expect(opens(sealed, vault, 3, member))
    #expect(!opens(sealed, member, 3, member))
    #expect(!opens(sealed, vault, 2, member))
    #expect(!opens(sealed, vault, 3, vault))
    #expect(!opens(Array(sealed.dropLast()), vault, 3, member))
    #expect(!opens(sealed + [0], vault, 3, member))
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(!opens(changed, vault, 3, member), "byte \(index)")
    }
    #expect(throws: SealingError.doesNotOpen) {
      _ = try SealedShare.open(sealed.span, vault: vault, epoch: 3, member: member, with: other)
    }
  }

  @Test func onlySharesOfSeedsAreSealed() throws {
    let box = try BoxKey.makeRandom()
    let short = try Slip39.split(try secret(.pattern(16)), groups: [Slip39Group(2, of: 3)])
    #expect(throws: SealingError.length) {
      _ = try SealedShare.seal(
        short[0], vault: vault, epoch: 0, member: member, to: box.publicKey)
    }
  }

  // MARK: The sheet

  @Test func aSheetHasEachShareOnPartsOfItsOwn() throws {
    let shares = try shares()
    let sheet = String(decoding: revealed(try ShareSheet.text(of: shares)), as: UTF8.self)
    let parts = sheet.components(separatedBy: "\n\n")
    #expect(parts.count == 3 && sheet.hasSuffix("\n") && !sheet.hasSuffix("\n\n"))
    for (index, part) in parts.enumerated() {
      let lines = part.split(separator: "\n")
      #expect(lines.count == 12 && lines[0] == "\(index + 1)/3")
      #expect(lines.dropFirst().allSatisfy { $0.split(separator: " ").count == 3 })
      let words = lines.dropFirst().joined(separator: "\n")
      #expect(try text(share(words)) == text(shares[index]))
    }
  }
}
