import Foundation
import Sealing
import Testing

@testable import Vault

/// Two offices next to each other, and a case that goes from the first to the second.
final class Handing {
  let sender: Desk
  let receiver: Desk
  static let lists = TransferLists(
    transfer: TestTable.transfers, pending: TestTable.pending, due: TestTable.due)

  init() throws {
    (sender, receiver) = (try Desk(), try Desk(isOther: true))
  }

  func card(of desk: Desk, by handle: String = "lead") throws -> VaultCard {
    try desk.act(handle) { vault, session in
      try vault.card(office: "Sở Y tế", as: session).card
    }
  }

  /// One of the two files.
  func send(
    _ part: TransferPart, of id: CaseID, to card: VaultCard? = nil, by handle: String? = nil
  ) throws -> [UInt8] {
    let card = try card ?? self.card(of: receiver)
    return try sender.act(handle ?? (part == .file ? "lead" : "duty")) { vault, session in
      let order = TransferOrder(part, of: "BBCDEFGHK", to: card, lists: Self.lists)
      return try vault.transfer(order, of: id, as: session).bytes
    }
  }

  @discardableResult
  func receive(
    _ bytes: [UInt8], from card: VaultCard? = nil, as code: String = "EBCDEFGHN",
    by handle: String? = nil
  ) throws -> ReceivedCase {
    let card = try card ?? self.card(of: sender)
    let part = bytes[16] == 1 ? TransferPart.file : .clinical
    return try receiver.act(handle ?? (part == .file ? "lead" : "duty")) { vault, session in
      let incoming = try vault.openTransfer(bytes, from: card, as: session)
      return part == .file
        ? try vault.receive(
          incoming, as: code, operations: incoming.operations, lists: Self.lists, as: session)
        : try vault.receiveClinical(incoming, lists: Self.lists, as: session)
    }
  }

  @discardableResult
  func finish(
    _ id: CaseID, on acceptances: [[UInt8]], by card: VaultCard? = nil,
    as handle: String = "lead"
  ) throws -> Int {
    let card = try card ?? self.card(of: receiver)
    return try sender.act(handle) { vault, session in
      let writing = CaseWriting(
        .step, operations: [TestTable.status: .text("transferred")])
      return try vault.finishTransfer(
        writing, on: acceptances, by: card, lists: Self.lists, of: id, as: session
      ).entry
    }
  }

  /// The whole way, up to the acceptances.
  func handOver(_ id: CaseID) throws -> (received: ReceivedCase, acceptances: [[UInt8]]) {
    let (file, clinical) = (try send(.file, of: id), try send(.clinical, of: id))
    let received = try receive(file)
    let second = try receive(clinical)
    #expect(second.id == received.id)
    return (received, [received.acceptance, second.acceptance])
  }
}
