import Testing
import Vault

@testable import Casework

/// What a file is handed over on holds for the second file, for the office that takes it in, and until it
/// ends; and no copy of a file is forgotten.
@Suite(.serialized) struct TransferBasisTests {
  private let pair: TransferPair

  init() throws { pair = try TransferPair.shared() }

  // MARK: Purposes and provisions

  @Test(arguments: ["research", "other", "education", "legal_aid"])
  func noSuchPurposeCarriesAWholeFile(_ purpose: String) throws {
    let code = try pair.opened()
    let consent = try pair.consent(code, ["purpose": .text(purpose)])
    let stop = try #require(
      try pair.stop { _ = try pair.send(.file, code, on: .consent(consent)) })
    #expect(stop.reason == .purposeNotOfFile && stop.citation?.text == "Law 91/2025 Art. 9(4)")
    #expect(stop.names.map(\.text).contains("protection"))
  }

  @Test(arguments: [
    ("L53_27_5_relatives", StopReason.provisionOtherAct), ("L53_27_2", .provisionOtherAct),
    ("L91_19_1_a", .provisionOtherAct), ("L53_30", .provisionOtherCase),
    ("L53_28_1", .provisionOtherCase), ("L53_31_3", .provisionOtherAct),
  ]) func aProvisionForSomethingElse(_ provision: String, _ reason: StopReason) throws {
    let code = try pair.opened()
    let stop = try #require(
      try pair.stop { _ = try pair.send(.file, code, on: .provision(provision)) })
    #expect(stop.reason == reason && stop.obstacle == .consent && stop.citation != nil)
  }

  /// The file holds every version: a shelter that was taken back since would travel as history.
  @Test func whereSomebodyWasHiddenDoesNotTravelAsHistory() throws {
    let code = try pair.opened()
    for shelter in [FieldInput.text("nhà số 5"), .state("withheld")] {
      try pair.here.act("social") { casework, session in
        _ = try casework.record(
          "protection", FormInput(["shelter": shelter]), of: code, as: session)
      }
    }
    let consent = try pair.consent(code)
    let stop = try #require(
      try pair.stop { _ = try pair.send(.file, code, on: .consent(consent)) })
    #expect(stop.reason == .shelterNotNamed && stop.obstacle == .consent)
    #expect(stop.names.map(\.text).contains("protection.shelter"))
    // By a provision everything else goes, and no version of it.
    let bytes = try pair.send(.file, code, on: .provision("L53_27_5_facility"))
    _ = try pair.receive(bytes, by: "lead")
    let named = try pair.consent(
      code, ["fields": .list(TransferPair.everything + ["protection.shelter"])])
    _ = try pair.send(.file, code, on: .consent(named))
    #expect(try pair.areSound())
  }

  /// Nor is it taken in: whose program sent it may not have looked.
  @Test func whereSomebodyWasHiddenIsNotTakenInAsHistory() throws {
    let code = try pair.opened()
    for shelter in [FieldInput.text("nhà số 5"), .state("withheld")] {
      try pair.here.act("social") { casework, session in
        _ = try casework.record(
          "protection", FormInput(["shelter": shelter]), of: code, as: session)
      }
    }
    let bytes = try handed(code, on: "provision L53_27_5_facility", in: pair)
    let stop = try #require(try pair.stop { _ = try pair.receive(bytes, by: "lead") })
    #expect(stop.reason == .shelterNotNamed && stop.isFromOutside)
    #expect(stop.names.map(\.text).contains("protection.shelter"))
  }

  // MARK: The second file

  @Test func afterAWithdrawalNoSecondFileGoes() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code)
    _ = try pair.send(.file, code, on: .consent(consent))
    let withdrawal = try pair.withdraw(consent, code)
    // Nothing here takes the first back: its office is named, to be told.
    let origin = try pair.card(pair.there).origin
    #expect(withdrawal.ending.offices == ["Sở Y tế Lào Cai, \(origin)"])
    #expect(withdrawal.ending.recipients == withdrawal.ending.offices)
    let stop = try #require(try pair.stop { _ = try pair.send(.clinical, code) })
    #expect(stop.reason == .transferEnded && stop.obstacle == .consent)
    #expect(stop.citation == .withdrawal)
    // Anew, on what is in force.
    _ = try pair.send(.file, code, on: .provision("L53_27_5_facility"))
    _ = try pair.send(.clinical, code)
    #expect(try pair.areSound())
  }

  /// Another consent's withdrawal is none of its business.
  @Test func anotherConsentEndsNoTransfer() throws {
    let code = try pair.opened()
    let (consent, other) = (try pair.consent(code), try pair.consent(code))
    _ = try pair.send(.file, code, on: .consent(consent))
    #expect(try pair.withdraw(other, code).ending.offices.isEmpty)
    _ = try pair.send(.clinical, code)
  }

  /// Days pass: in two offices of their own.
  @Test func afterItsLastDayNothingGoesAndNothingIsTakenIn() throws {
    let pair = try TransferPair()
    let code = try pair.opened()
    let consent = try pair.consent(code, ["expires_at": .text("2026-09-21")])
    let file = try pair.send(.file, code, on: .consent(consent))
    let clinical = try pair.send(.clinical, code)
    let kept = try pair.opened()
    let lasting = try pair.consent(kept)
    let other = try pair.send(.file, kept, on: .consent(lasting))
    for office in [pair.here, pair.there] { office.wait(days: 1) }
    #expect(try pair.stop { _ = try pair.send(.clinical, code) }?.reason == .transferEnded)
    for (bytes, handle) in [(file, "lead"), (clinical, "duty")] {
      let stop = try #require(try pair.stop { _ = try pair.receive(bytes, by: handle) })
      #expect(stop.reason == .transferEnded && stop.isFromOutside)
    }
    #expect(try pair.receive(other, by: "lead").earlier.isEmpty)
    #expect(try queue(pair).count == 1)
    #expect(try pair.areSound())
  }

  private func queue(_ pair: TransferPair) throws -> [String] {
    try pair.there.act("lead") { casework, session in
      try casework.list(as: session).cases.map(\.code)
    }
  }

  // MARK: Taken in

  /// A file whose sender's rules let through what these do not.
  @Test(arguments: [
    ("", StopReason.transferBasis), ("consent 00", .transferBasis),
    ("consent 00000000000000000000000000000000", .consentMissing),
    ("provision L53_27_2", .provisionOtherAct), ("provision L53_30", .provisionOtherCase),
    ("provision L99", .provisionOtherAct),
  ]) func theReceiverHoldsTheBasisAgain(_ basis: String, _ reason: StopReason) throws {
    // Others take files in at the office that is shared.
    let pair = try TransferPair()
    let code = try pair.opened()
    let bytes = try handed(code, on: basis, in: pair)
    let stop = try #require(try pair.stop { _ = try pair.receive(bytes, by: "lead") })
    #expect(stop.reason == reason && stop.isFromOutside && stop.obstacle == .consent)
    #expect(try queue(pair).isEmpty)
  }

  /// A consent that is in the file, and not for this office, or not for a whole file.
  @Test(arguments: [
    ("recipient", "Sở Y tế Hà Nội", StopReason.consentOtherRecipient),
    ("purpose", "research", .purposeNotOfFile), ("withdrawn", "", .consentWithdrawn),
  ]) func theReceiverHoldsTheConsentAgain(
    _ name: String, _ answer: String, _ reason: StopReason
  ) throws {
    let code = try pair.opened()
    let consent = try pair.consent(code, name == "withdrawn" ? [:] : [name: .text(answer)])
    if name == "withdrawn" { _ = try pair.withdraw(consent, code) }
    let bytes = try handed(
      code, on: "consent " + Hexadecimal.text(consent.bytes), in: pair)
    let stop = try #require(try pair.stop { _ = try pair.receive(bytes, by: "lead") })
    #expect(stop.reason == reason && stop.isFromOutside)
  }

  /// Past the rules of the sending office, as a changed program would hand it over.
  private func handed(
    _ code: CaseCode, on basis: String, in pair: TransferPair
  ) throws -> [UInt8] {
    let card = try pair.card(pair.there)
    return try pair.here.act("lead") { casework, session in
      var order = TransferOrder(
        .file, of: code.text, to: card, lists: try casework.transferLists())
      order.basis = TransferBasis(basis)
      return try casework.vault.transfer(order, of: casework.id(of: code), as: session).bytes
    }
  }

  // MARK: Copies

  /// The case was written into, so that both files are made again: the first copy is not forgotten there.
  @Test func aNewerCopyIsLinkedToTheEarlier() throws {
    let code = try pair.opened()
    let consent = try pair.consent(code)
    let first = try pair.receive(try pair.send(.file, code, on: .consent(consent)), by: "lead")
    #expect(first.earlier.isEmpty)
    let second = try pair.receive(try pair.send(.file, code, on: .consent(consent)), by: "lead")
    #expect(second.earlier == [first.code])
    for (one, other) in [(first, second), (second, first)] {
      let page = try pair.page(pair.there, CaseCode(one.code))
      #expect(page.values("link.code") == [.text(other.code)])
      #expect(page.values("link.kind") == [.text("same")])
    }
    // Another case of the same office is no copy.
    let another = try pair.opened()
    let file = try pair.send(.file, another, on: .consent(try pair.consent(another)))
    #expect(try pair.receive(file, by: "lead").earlier.isEmpty)
    #expect(try pair.areSound())
  }
}
