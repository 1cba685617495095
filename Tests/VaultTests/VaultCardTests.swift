import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// The card: one text, one fingerprint, and every other text refused by name.
@Suite struct VaultCardTests {
  private func card(_ office: String? = "Sở Y tế Lào Cai") throws -> VaultCard {
    try Desk(isOther: true).act("lead") { vault, session in
      try vault.card(office: office, as: session).card
    }
  }

  @Test func itIsReadAsItWasWritten() throws {
    for office in ["Sở Y tế Lào Cai", nil] {
      let card = try card(office)
      #expect(try VaultCard(parsing: Array(card.text.utf8)) == card)
      #expect(card.fingerprint.split(separator: " ").map(\.count) == [4, 4, 4, 4, 4])
      #expect(card.signers.map(\.role) == [.lead, .duty])
    }
    #expect(try card("A").fingerprint != card("B").fingerprint)
  }

  @Test func givingItOutIsAnEntry() throws {
    let desk = try Desk()
    for handle in ["admin", "auditor", "intake"] {
      let given = try desk.act(handle) { vault, session in try vault.card(as: session) }
      let entry = try #require(try desk.entries().first { $0.seq == given.entry })
      #expect(entry.act == Act.export && entry.kind == "card" && entry.sum == given.card.digest)
    }
    #expect(throws: VaultError.card(.office)) {
      try desk.act("lead") { vault, session in _ = try vault.card(office: "a\nb", as: session) }
    }
  }

  /// One line of the card changed, and what it is refused for.
  @Test(arguments: [
    ("safekeep-card/v1", "safekeep-card/v2", CardFault.header),
    ("origin safekeep/", "origin safekeep/0", .origin),
    ("origin ", "Origin ", .lines),
    ("office Sở", "office  Sở", .office),
    ("office Sở", "office \u{202e}Sở", .office),
    ("root safekeep/", "root safekeeq/", .key),
    ("lead 0 ", "lead x ", .box),
    ("lead 0 ", "lead 00 ", .spelling),
    ("lead 0 ", "lead +0 ", .spelling),
    ("key lead ", "key police ", .signer),
    ("key lead ", "key duty ", .signer),
    ("duty 0 ", "more 0 ", .lines),
  ]) func linesThatAreNone(_ old: String, _ new: String, _ fault: CardFault) throws {
    let text = try card().text
    #expect(text.contains(old))
    let bent = text.replacing(old, with: new, maxReplacements: 1)
    #expect(throws: VaultError.card(fault)) { try VaultCard(parsing: Array(bent.utf8)) }
  }

  @Test func otherFormsThatAreNone() throws {
    let text = try card().text
    func fault(_ text: String) -> VaultError? {
      do {
        _ = try VaultCard(parsing: Array(text.utf8))
        return nil
      } catch { return error }
    }
    #expect(fault(String(text.dropLast())) == .card(.text))
    #expect(fault(text + "\n") == .card(.lines))
    #expect(fault(text.replacing("\n", with: "\r\n")) == .card(.text))
    #expect(fault("") == .card(.text))
    #expect(fault(text + String(repeating: "x", count: 70_000)) == .card(.length))
    let lines = text.split(separator: "\n")
    let doubled = text + lines[lines.count - 1] + "\n"
    #expect(fault(doubled) == .card(.spelling))
    var turned = lines
    turned.swapAt(lines.count - 1, lines.count - 2)
    #expect(fault(turned.joined(separator: "\n") + "\n") == .card(.spelling))
    let withoutLead = lines.filter { !$0.hasPrefix("key lead") }
    #expect(fault(withoutLead.joined(separator: "\n") + "\n") == .card(.signer))
    // Another vault's root under this name.
    let other = try Desk().act("lead") { vault, session in try vault.card(as: session).card }
    let swapped = text.replacing(String(lines[3]), with: "root \(other.root.text)")
    #expect(fault(swapped) == .card(.key))
  }

  /// No byte of a card can be changed without its fingerprint or its form.
  @Test func everyByteCounts() throws {
    let card = try card()
    let bytes = Array(card.text.utf8)
    for place in bytes.indices {
      var bent = bytes
      bent[place] ^= 1
      let read = try? VaultCard(parsing: bent)
      #expect(read?.fingerprint != card.fingerprint)
    }
  }

  /// A file is taken in that was made for a card which this vault gave out, and for no other.
  @Test func aFileForACardThatNobodyGaveOut() throws {
    let hands = try Handing()
    let card = try hands.card(of: hands.receiver)
    let other = VaultCard(
      vault: card.vault, office: "Tên khác", root: card.root, lead: card.lead, duty: card.duty,
      signers: card.signers)
    let file = try hands.send(.file, of: hands.sender.shared, to: other)
    hands.receiver.expectNoted(.file(.strangeCard)) { try hands.receive(file) }
  }
}
