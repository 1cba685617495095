import Sealing
import Testing

@testable import Vault

extension EntryTableTests {
  /// A referral that goes to another vault as a file, its answer, and what is refused on the way.
  @Test func everyEntryOfAReferralIsAsThePageSays() throws {
    let hands = try Handing()
    let shared = hands.sender.shared
    let order = try order(hands, of: shared)
    try refused(hands.sender, "social") { _ = try $0.refer(order, of: shared, as: $1) }
    let file = try hands.sender.act("lead") { vault, session in
      try vault.refer(order, of: shared, as: session).bytes
    }
    let card = try hands.card(of: hands.sender)
    try refused(hands.receiver, "social") { _ = try $0.openTransfer(file, from: card, as: $1) }
    let incoming = try hands.receiver.act("lead") { vault, session in
      try vault.openTransfer(file, from: card, as: session)
    }
    #expect(incoming.part == .referral && incoming.referral == order.referral)
    try refused(hands.receiver, "social") {
      _ = try $0.receiveReferral(
        incoming, as: "GBCDEFGHQ", operations: [TestTable.status: .text("reported")], records: [],
        lists: Handing.lists, terms: [], as: $1)
    }
    let taken = try hands.receiver.act("lead") { vault, session in
      _ = try vault.receiveReferral(
        incoming, as: "GBCDEFGHQ", operations: [TestTable.status: .text("reported")], records: [],
        lists: Handing.lists, terms: [], as: session)
      return try vault.caseID(ofCode: "GBCDEFGHQ")
    }
    #expect(throws: VaultError.self) {
      try hands.receiver.act("lead") { vault, session in
        _ = try vault.openTransfer(file, from: card, as: session)
      }
    }
    let writing = CaseWriting(.referralAccept, records: [Self.change])
    try refused(hands.receiver, "social") {
      _ = try $0.tell(
        .accepted, of: order.referral, with: writing, in: taken, lists: Handing.lists, as: $1)
    }
    // One that never passed is answered to nobody.
    try stopped(
      hands.receiver, "lead",
      {
        _ = try $0.tell(
          .accepted, of: RecordID(.makeRandom()), with: writing, in: taken, lists: Handing.lists,
          as: $1)
      }, #_sourceLocation
    ) { [.noSuchRecord].contains($0) }
    let note = try hands.receiver.act("lead") { vault, session in
      try vault.tell(
        .accepted, of: order.referral, with: writing, in: taken, lists: Handing.lists, as: session
      ).note
    }
    #expect(Vault.isReferralNote(note))
    try Vault.checkReferralNote(note)
    let seen = try rows(hands.sender).union(try rows(hands.receiver))
    let acts = seen.map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    for act in ["referral.send  ok", "record.create referral ok", "referral.accept  ok"] {
      #expect(acts.contains(act), "\(act): \(acts)")
    }
  }

  /// What stands for the referral's own record.
  private static let change = RecordChange(
    .sole, entity: TestTable.identity, fields: [TestTable.phone: .text("+84")])

  private func order(_ hands: Handing, of id: CaseID) throws -> ReferralOrder {
    let card = try hands.card(of: hands.receiver)
    return try hands.sender.act("lead") { vault, session in
      let read = try vault.read([TestTable.name], of: id, for: .careManagement, as: session)
      let record = try #require(read.records.first)
      var order = ReferralOrder(
        RecordID(.makeRandom()), of: "BBCDEFGHK", to: card, lists: Handing.lists,
        on: TransferBasis("provision X", until: 4_000_000_000_000), copies: read.records,
        writing: CaseWriting(.referralSend, records: [Self.change]))
      (order.entity, order.own) = (record.entity, record.fields)
      return order
    }
  }
}
