import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Everything about a transfer that is refused, each by its name and before anything is written.
@Suite struct TransferRefusalTests {
  /// What an act comes to: the code of the refusal.
  private func code(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "done"
    } catch let error as VaultError {
      return switch error {
      case .file(let fault), .noted(.file(let fault), _): fault.rawValue
      case .card(let fault): fault.rawValue
      case .transfer(let fault): fault.rawValue
      case .transferRefused(let fault, _): fault.rawValue
      case .denied: error.refusalCode ?? ""
      case .foreignFields(let fields), .noted(.foreignFields(let fields), _):
        "foreign \(fields.map { String($0.rawValue) })"
      default: "\(error)"
      }
    } catch { return "\(error)" }
  }

  // MARK: What waits

  /// What was taken out of sight goes with no file, and is destroyed by no transfer: it is answered first.
  @Test(arguments: [TransferPart.file, .clinical])
  func whatWaitsInRetractionStopsIt(_ part: TransferPart) throws {
    let hands = try Handing()
    let desk = hands.sender
    if part == .clinical { _ = try hands.send(.file, of: desk.shared) }
    let asked = try desk.retract(TestTable.identity)
    let size = try desk.entries().count
    #expect(throws: VaultError.retractionsWait([asked], entry: size)) {
      try hands.send(part, of: desk.shared)
    }
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.caseTransfer && last.out == .denied && last.why == .state)
    try desk.leave(asked)
    _ = try hands.send(.file, of: desk.shared)
  }

  /// Asked for after the files were made: nothing is destroyed before it is answered.
  @Test func whatWaitsSinceStopsItsEnd() throws {
    let hands = try Handing()
    let desk = hands.sender
    let acceptances = try hands.handOver(desk.shared).acceptances
    let asked = try desk.retract(TestTable.identity)
    let size = try desk.entries().count
    #expect(throws: VaultError.retractionsWait([asked], entry: size)) {
      try hands.finish(desk.shared, on: acceptances)
    }
    try desk.leave(asked)
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  // MARK: The file

  @Test func aFlippedByteAnywhereIsRefused() throws {
    let hands = try Handing()
    let file = try hands.send(.file, of: hands.sender.shared)
    let card = try hands.card(of: hands.sender)
    let places =
      Array(0..<200) + stride(from: 200, to: file.count - 260, by: 397)
      + Array(file.count - 260..<file.count)
    let size = try hands.receiver.entries().count
    try hands.receiver.act("lead") { vault, session in
      for place in places {
        var bent = file
        bent[place] ^= 1
        #expect(throws: VaultError.self, "byte \(place)") {
          _ = try vault.openTransfer(bent, from: card, as: session)
        }
      }
      for count in [0, 16, 72, 191, file.count - 1] {
        #expect(throws: VaultError.self) {
          _ = try vault.openTransfer(Array(file.prefix(count)), from: card, as: session)
        }
      }
      hands.receiver.expectNoted(.file(.note)) {
        _ = try vault.openTransfer(file + [0x0a], from: card, as: session)
      }
    }
    // Each with an entry, which tells nothing of the file.
    let told = try hands.receiver.entries()[size...].filter {
      ["case.receive", "referral.receive"].contains($0.act)
    }
    #expect(told.count == places.count + 6)
    for entry in told {
      #expect(entry.out == .failed ? entry.why == .tampered : entry.out == .denied)
      #expect(entry.out == .denied || entry.sum == nil && entry.role == "lead")
    }
    #expect(
      try hands.receiver.act("lead") { vault, _ in
        try vault.store.look { tx throws(VaultError) in try tx.fileCount() }
      } == 2)
    try hands.receive(file)
  }

  /// Whoever signs anew what they changed is not on the card.
  @Test func signedBySomebodyElse() throws {
    let hands = try Handing()
    let file = try SealedFile(parsing: try hands.send(.file, of: hands.sender.shared))
    let stranger = try SigningKey.makeRandom()
    var note = try SignedNote(text: file.note.text)
    try note.sign(
      as: NoteKey.actor(stranger.publicKey, origin: Vault.origin(of: file.head.sender)).name,
      with: stranger)
    let forged = SealedFile(head: file.head, box: file.box, sealed: file.sealed, note: note)
    #expect(code { try hands.receive(forged.bytes) } == "file_signature")
    // A duty officer's signature does for the clinical part alone.
    let clinical = try hands.send(.clinical, of: hands.sender.shared)
    var card = try hands.card(of: hands.sender)
    card = VaultCard(
      vault: card.vault, office: card.office, root: card.root, lead: card.lead, duty: card.duty,
      signers: card.signers.filter { $0.role == .lead })
    #expect(code { try hands.receive(clinical, from: card) } == "file_signature")
  }

  @Test func forAnotherVaultOrFromAnother() throws {
    let hands = try Handing()
    let file = try hands.send(.file, of: hands.sender.shared)
    let card = try hands.card(of: hands.sender)
    #expect(
      code {
        try hands.sender.act("lead") { vault, session in
          _ = try vault.openTransfer(file, from: card, as: session)
        }
      } == "file_other_vault")
    #expect(
      code { try hands.receive(file, from: hands.card(of: hands.receiver)) } == "file_other_sender")
    #expect(
      code { _ = try hands.send(.file, of: hands.sender.shared, to: hands.card(of: hands.sender)) }
        == "card_own")
  }

  /// Sealed to an epoch that is not in force: the sender has an older card, or one that was made up.
  @Test func toAnotherEpoch() throws {
    let hands = try Handing()
    var card = try hands.card(of: hands.receiver)
    card = VaultCard(
      vault: card.vault, office: card.office, root: card.root,
      lead: VaultCard.Epoch(number: 1, box: card.lead.box), duty: card.duty,
      signers: card.signers)
    let file = try hands.send(.file, of: hands.sender.shared, to: card)
    #expect(code { try hands.receive(file) } == "file_old_card")
    card = VaultCard(
      vault: card.vault, office: card.office, root: card.root,
      lead: VaultCard.Epoch(number: 0, box: card.duty.box), duty: card.duty,
      signers: card.signers)
    let other = try hands.send(.file, of: hands.sender.shared, to: card)
    #expect(code { try hands.receive(other) } == "file_seal")
  }

  /// A field that this vault does not have is named, and nothing is opened.
  @Test func fieldsThatAreNotHere() throws {
    let hands = try Handing()
    let card = try hands.card(of: hands.receiver)
    let parcel = CaseParcel(
      code: "BBCDEFGHK", first: .zero, operations: [FieldID(77): .text("x")],
      records: [
        ParcelRecord(
          id: RecordID(.makeRandom()), entity: TestTable.identity,
          fields: [
            .init(id: TestTable.name, version: 1, value: .text("A")),
            .init(id: FieldID(299), version: 1, value: .text("B")),
            .init(id: TestTable.story, version: 1, value: .text("C")),
          ], awaited: [])
      ])
    let file = try hands.sender.act("lead") { vault, session in
      try SealedFile.seal(
        parcel.encoded,
        SealedFileHead(
          part: .file, epoch: 0, receiver: card.vault, sender: vault.id, transfer: .makeRandom()),
        to: card, as: session.keyring.bundle.signing)
    }
    #expect(code { try hands.receive(file.bytes) } == #"foreign ["77", "299", "301"]"#)
  }

  // MARK: Who and when

  @Test func onlyALeadAndADutyOfficer() throws {
    let hands = try Handing()
    let shared = hands.sender.shared
    for handle in ["social", "health", "duty", "admin"] {
      #expect(code { _ = try hands.send(.file, of: shared, by: handle) } == "role")
    }
    let file = try hands.send(.file, of: shared)
    #expect(code { _ = try hands.send(.clinical, of: shared, by: "lead") } == "role")
    let clinical = try hands.send(.clinical, of: shared)
    for handle in ["social", "duty", "admin"] {
      #expect(code { try hands.receive(file, by: handle) } == "role")
    }
    // The second file goes with the first and with nothing else.
    #expect(code { try hands.receive(clinical) } == "transfer_file_first")
    try hands.receive(file)
    #expect(code { try hands.receive(clinical, by: "lead") } == "role")
    try hands.receive(clinical)
    // Each once.
    #expect(code { try hands.receive(file) } == "transfer_received_before")
    #expect(code { try hands.receive(clinical) } == "transfer_received_before")
    #expect(try hands.receiver.verify().findings == [])
  }

  @Test func theSecondFileNeedsTheFirst() throws {
    let hands = try Handing()
    let shared = hands.sender.shared
    #expect(code { _ = try hands.send(.clinical, of: shared) } == "transfer_not_sent")
    _ = try hands.send(.file, of: shared)
    var other = try hands.card(of: hands.receiver)
    other = VaultCard(
      vault: other.vault, office: "Tên khác", root: other.root, lead: other.lead,
      duty: other.duty, signers: other.signers)
    #expect(code { _ = try hands.send(.clinical, of: shared, to: other) } == "transfer_not_sent")
    try hands.sender.write("health", TestTable.injuries, "Mới", to: shared)
    #expect(code { _ = try hands.send(.clinical, of: shared) } == "transfer_changed")
  }

  // MARK: The acceptance

  @Test func acceptances() throws {
    let hands = try Handing()
    let here = hands.sender
    let (_, good) = try hands.handOver(here.shared)
    func finish(_ acceptances: [[UInt8]], by card: VaultCard? = nil) -> String {
      code { try hands.finish(here.shared, on: acceptances, by: card) }
    }
    #expect(finish([]) == "acceptance_missing")
    #expect(finish([good[0]]) == "acceptance_missing")
    #expect(finish([good[1]]) == "acceptance_missing")
    #expect(finish([Array("safekeep-acceptance/v1\n".utf8)]) == "acceptance_form")
    for place in stride(from: 0, to: good[0].count, by: 3) {
      var bent = good[0]
      bent[place] ^= 1
      #expect(
        ["acceptance_form", "acceptance_other", "acceptance_signature"].contains(
          finish([bent, good[1]])))
    }
    #expect(finish([try resigned(good[0]), good[1]]) == "acceptance_signature")
    // Of another transfer, and by another vault's card.
    let (_, other) = try hands.handOverAgain(here.fresh)
    #expect(finish(other) == "acceptance_other")
    #expect(finish(good, by: try hands.card(of: here)) == "transfer_not_sent")
    #expect(code { try hands.finish(here.fresh, on: good) } == "acceptance_other")
    #expect(code { try hands.finish(here.shared, on: good, as: "social") } == "role")
    // Whatever was refused, everything is still here.
    #expect(try here.read("social", [TestTable.name], of: here.shared).count == 1)
    #expect(finish(good) == "done")
    #expect(try here.verify().findings == [])
  }

  private func resigned(_ bytes: [UInt8]) throws -> [UInt8] {
    let stranger = try SigningKey.makeRandom()
    var note = try SignedNote(text: SignedNote(parsing: bytes).text)
    let origin = try #require(try SignedNote(parsing: bytes).signatures.first?.name.prefix(41))
    try note.sign(
      as: NoteKey.actor(stranger.publicKey, origin: String(origin)).name, with: stranger)
    return note.bytes
  }

  /// What was recorded after the files were made is in no file: the keys stay.
  @Test func whatWasWrittenSince() throws {
    let hands = try Handing()
    let here = hands.sender
    let (_, acceptances) = try hands.handOver(here.shared)
    try here.write("social", TestTable.phone, "+84900000009", to: here.shared)
    #expect(code { try hands.finish(here.shared, on: acceptances) } == "transfer_changed")
  }

  @Test func withoutTheClinicalPart() throws {
    let hands = try Handing()
    let here = hands.sender
    let first = try hands.receive(hands.send(.file, of: here.shared)).acceptance
    #expect(code { try hands.finish(here.shared, on: [first]) } == "transfer_clinical_missing")
  }
}

extension Handing {
  /// Another case, on the same way.
  fileprivate func handOverAgain(
    _ id: CaseID
  ) throws -> (received: ReceivedCase, acceptances: [[UInt8]]) {
    let (file, clinical) = (try send(.file, of: id), try send(.clinical, of: id))
    let received = try receive(file, as: "FBCDEFGHP")
    return (received, [received.acceptance, try receive(clinical).acceptance])
  }
}
