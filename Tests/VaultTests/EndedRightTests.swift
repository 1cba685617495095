import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A right is asked for where something is done, and not only where it began: whose role ended in between is refused, and
/// so is whoever never had it. Each refusal is an entry.
@Suite struct EndedRightTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func end(_ role: Role, of handle: String) throws {
    try desk.act("admin") { vault, session in
      _ = try vault.remove(role, from: handle, as: session)
    }
  }

  // MARK: In between

  @Test func whatWasSearchedIsNotToldAnyMore() throws {
    try desk.act("social") { vault, session in
      let (search, _) = try vault.search([], for: .careManagement, as: session) { $0 }
      try end(.socialWorker, of: "social")
      try desk.expectRefused(.role, Act.search) {
        _ = try vault.tell(search, cases: [desk.shared], of: 1, showing: [], as: session)
      }
    }
    #expect(try desk.entries().allSatisfy { $0.act != Act.searchHit })
  }

  /// Somebody took the wraps of the index key away: nobody is found, and nothing is said to have been looked through.
  @Test(arguments: [false, true]) func withoutAKeyOfTheIndexNobodyIsFound(_ isBook: Bool) throws {
    let hoa = try desk.open("DBCDEFGHM", "Nguyen Thi Hoa")
    #expect(try desk.find("Nguyen Thi Hoa") == [hoa])
    try desk.tamper(sql: "DELETE FROM office_pack WHERE class=?", [Int(OfficeKey.index.keyClass)])
    try desk.act("lead") { vault, session in
      if isBook {
        let book = try vault.openSearchBook(for: .careManagement, use: .duplicates, as: session)
        #expect(book.count == 0 && book.search.unread == 1)
      } else {
        let (search, found) = try vault.search(
          Desk.terms("hoa"), for: .careManagement, as: session
        ) { $0 }
        #expect(found.isEmpty && search.unread == 1)
      }
    }
  }

  @Test func whoFollowsTheLogSeesNoMoreOfIt() throws {
    try desk.act("auditor") { vault, session in
      let first = try vault.beginFollowing(as: session).entry + 1
      try end(.auditor, of: "auditor")
      var shown = 0
      try desk.expectRefused(.role, Act.auditSearch) {
        _ = try vault.follow(from: first, as: session) { _ in shown += 1 }
      }
      #expect(shown == 0)
    }
  }

  /// What a restore leaves behind is stated by who restores, in the role in which they do.
  @Test func aRestoreStatesNothingInARoleThatEnded() throws {
    let key = try desk.key(of: desk.shared)
    try desk.act("social") { vault, session in
      let gaps = RestoreGaps(files: [key], restore: 0, acceptance: 0, role: .admin)
      try desk.expectRefused(.role, Act.vaultRestore) { try gaps.state(in: vault, as: session) }
    }
  }

  // MARK: Without any

  @Test func whoHasNoRoleDoesNotEvenVerifyFromTheirPin() throws {
    try end(.intake, of: "intake")
    try desk.expectRefused(.role, Act.auditVerify) {
      try desk.act("intake") { vault, session in _ = try vault.verifyFromPin(as: session) }
    }
  }

  /// What somebody who left could read is told to who may suspend, and to nobody else.
  @Test func whatALeaverCouldReadIsNotForEverybody() throws {
    let left = try desk.suspend("second")
    try desk.expectRefused(.role, Act.list) {
      try desk.act("social") { vault, session in
        _ = try vault.reach(of: "second", left, as: session) { _ in Issue.record("told") }
      }
    }
    #expect(try desk.entries().last?.kind == Vault.leaverKind)
  }

  @Test func anEmergencyIsGivenByNobodyElse() throws {
    let asked = try desk.breakGlass(.identity).entry
    try desk.expectRefused(.role, Act.approvalGive) { try desk.giveGlass(asked, by: "social") }
    #expect(try desk.entries().last?.ref == asked && desk.wraps("duty") == 0)
  }

  /// Who names an emergency that is none learns nothing, and the look is an entry.
  @Test func anEmergencyThatIsNone() throws {
    desk.expectNoted(.nothingAsked) {
      try desk.act("lead") { vault, session in _ = try vault.emergency(3, as: session) }
    }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.list && entry.out == .denied && entry.why == .state && entry.ref == 3)
  }

  @Test func aRegisterThatWasTakenInBefore() throws {
    try desk.expectRefused(.role, Act.intakeImport) {
      try desk.act("health") { vault, session in _ = try vault.refuseImport(after: 3, as: session) }
    }
  }

  /// Whoever may open no case is not told who is there to answer for one.
  @Test func anOwnerWhoIsNobody() throws {
    try desk.expectRefused(.role, Act.recordCreate) {
      try desk.act("health") { vault, session in _ = try vault.owner(named: "nobody", as: session) }
    }
  }

  /// A referral is accepted by who was given it.
  @Test func aReferralOfSomebodyElse() throws {
    let record = try desk.name(of: TestTable.identity)
    for act in [CaseAct.referralAccept, .referralReject] {
      try desk.expectRefused(.notAssigned, act.rawValue) {
        try desk.act("legal") { vault, session in
          _ = try vault.answer(act, holding: record, of: desk.shared, as: session)
        }
      }
    }
  }
}

// MARK: Two people

extension EndedRightTests {
  /// A trustee who is to become an administrator is not their own second person; nor a lead for a further role.
  @Test func nobodyIsTheirOwnSecondPerson() throws {
    try desk.act("admin") { vault, session in
      _ = try vault.add(.admin, to: "trustee", by: session)
      _ = try vault.add(.duty, to: "lead", by: session)
    }
    for (handle, act) in [("trustee", Act.approvalGive), ("lead", Act.keyWrap)] {
      try desk.expectRefused(.secondPerson, act) {
        try desk.act(handle) { vault, session in _ = try vault.admit(handle, by: session) }
      }
    }
    #expect(try desk.verify().findings == [])
  }

  /// What an administrator asked for whose role ended, or who was suspended, a trustee gives no more.
  @Test(arguments: [true, false]) func anAdministratorThatNobodyAsksForAnyMore(
    _ isSuspended: Bool
  ) throws {
    let desk = try Desk(hasTrustees: true)
    try desk.give(.admin, to: "auditor")
    try desk.act("auditor") { vault, session in
      _ = try vault.add(.admin, to: "trustee2", by: session)
    }
    try desk.act("admin") { vault, session in
      if isSuspended {
        _ = try vault.suspend("auditor", as: session)
      } else {
        _ = try vault.remove(.admin, from: "auditor", as: session)
      }
    }
    try desk.expectRefused(isSuspended ? .suspended : .expired, Act.approvalGive) {
      try desk.act("trustee") { vault, session in _ = try vault.admit("trustee2", by: session) }
    }
  }

  /// What was asked for in a case, neither by who asked nor after the asker's role ended; refused it can be all the same.
  @Test func whatIsAskedInACase() throws {
    let asked = try desk.act("social") { vault, session in
      var writing = CaseWriting(.step)
      writing.second = .ask(subject: "closed", list: TestTable.pending)
      return try vault.write(writing, to: desk.shared, as: session).entry
    }
    func answer(_ act: CaseAct, by handle: String) throws {
      try desk.act(handle) { vault, session in
        var writing = CaseWriting(act)
        writing.second = .answer(asked, list: TestTable.pending)
        _ = try vault.write(writing, to: desk.shared, as: session)
      }
    }
    try desk.expectRefused(.secondPerson, Act.approvalGive) {
      try answer(.approvalGive, by: "social")
    }
    try end(.socialWorker, of: "social")
    try desk.expectRefused(.expired, Act.approvalGive) { try answer(.approvalGive, by: "lead") }
    try answer(.approvalRefuse, by: "lead")
    #expect(try desk.verify().findings == [])
  }
}

// MARK: From another vault, and of one that was put back

extension EndedRightTests {
  /// What a lead opened is taken in by a lead, and the clinical part by a duty officer.
  @Test func whatSomebodyElseOpened() throws {
    let hands = try Handing()
    let (shared, there) = (hands.sender.shared, hands.receiver)
    let files = try [TransferPart.file, .clinical].map { try hands.send($0, of: shared) }
    let card = try hands.card(of: hands.sender)
    func open(_ file: [UInt8], by handle: String) throws -> IncomingCase {
      try there.act(handle) { vault, session in
        try vault.openTransfer(file, from: card, as: session)
      }
    }
    let incoming = try open(files[0], by: "lead")
    try there.expectRefused(.role, CaseAct.receive.rawValue) {
      try there.act("social") { vault, session in
        _ = try vault.receive(
          incoming, as: "EBCDEFGHN", operations: incoming.operations, lists: Handing.lists,
          as: session)
      }
    }
    try hands.receive(files[0])
    let clinical = try open(files[1], by: "duty")
    try there.expectRefused(.role, CaseAct.receive.rawValue) {
      try there.act("lead") { vault, session in
        _ = try vault.receiveClinical(clinical, lists: Handing.lists, as: session)
      }
    }
    #expect(try there.verify().findings == [])
  }

  /// A vault that was put back waits for an auditor's word, and that is listed as what waits.
  @Test func aVaultThatWasPutBackWaits() throws {
    let asked = try desk.act("admin") { vault, session in
      let pins = try FileManager.default.contentsOfDirectory(atPath: desk.pins("admin"))
      let path = desk.pins("admin") + "/" + (try #require(pins.first))
      let bytes = try #require(FileManager.default.contents(atPath: path))
      vault.putBack = PutBack(pin: try #require(Pin(decoding: [UInt8](bytes))), acceptance: nil)
      return try vault.askAcceptance(as: session).entry
    }
    let waiting = try desk.act("lead") { vault, session in
      try vault.waitingApprovals(as: session).waiting
    }
    #expect(waiting.map(\.entry) == [asked])
    guard case .rollback? = waiting.first?.kind else {
      Issue.record("\(waiting)")
      return
    }
  }
}
