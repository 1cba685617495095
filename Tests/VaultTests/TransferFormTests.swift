import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// What is written between vaults and of them, in its every form.
@Suite struct TransferFormTests {
  private func identifier(_ byte: UInt8) throws -> Identifier {
    try #require(Identifier([UInt8](repeating: byte, count: 16)))
  }

  /// An item of before says nothing of what it rests on: that has ended, and nothing more goes out on it.
  @Test func anItemOfBefore() throws {
    let digest = Digest.of([1])
    let item = TransferItem.sent(
      .init(
        entry: 7, transfer: try identifier(1), receiver: try identifier(2), card: digest,
        states: .init(file: digest, clinical: digest), file: digest, clinical: nil, by: nil,
        until: 0))
    #expect(item.text.hasSuffix(" - - 0"))
    #expect(TransferItem(String(item.text.dropLast(4))) == item)
    #expect(TransferItem(String(item.text.dropLast(2))) == nil)
  }

  /// A word about a referral says when it was said: within the years that have four digits.
  @Test(arguments: [(253_402_300_799, true), (253_402_300_800, false), (-1, false)])
  func theTimeOfAWord(_ at: Int, _ isTaken: Bool) throws {
    let word = ReferralNote(
      sender: try identifier(1), receiver: try identifier(2), referral: try identifier(3),
      word: .accepted, sum: Digest.of([1]), entry: 7, at: at)
    let bytes = try word.signed(by: SigningKey.makeRandom())
    guard isTaken else {
      #expect(throws: VaultError.transfer(.answerForm)) { _ = try ReferralNote.parse(bytes) }
      return
    }
    #expect(try ReferralNote.parse(bytes).at == at)
  }

  /// The clinical part goes with the first file of its own transfer, whatever it names.
  @Test func aSecondFileOfAnotherTransfer() throws {
    let hands = try Handing()
    let first = try hands.send(.file, of: hands.sender.shared)
    let cards = (try hands.card(of: hands.sender), try hands.card(of: hands.receiver))
    let sum = try hands.receiver.act("lead") { vault, session in
      try vault.openTransfer(first, from: cards.0, as: session).sum
    }
    try hands.receive(first)
    let made = try hands.sender.act("duty") { vault, session in
      try SealedFile.seal(
        CaseParcel(code: "BBCDEFGHK", first: sum, operations: [:], records: []).encoded,
        SealedFileHead(
          part: .clinical, epoch: 0, receiver: cards.1.vault, sender: vault.id,
          transfer: .makeRandom()),
        to: cards.1, as: session.keyring.bundle.signing)
    }
    let thrown = #expect(throws: VaultError.self) { try hands.receive(made.bytes) }
    guard case .transferRefused(.fileFirst, _)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    #expect(try hands.receiver.verify().findings == [])
  }
}
