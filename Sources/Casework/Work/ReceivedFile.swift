public import Vault

/// A file, or its clinical part, that was taken in from another office.
public struct ReceivedFile: Sendable {
  /// The code of the case here.
  public let code: String
  public let part: TransferPart
  public let entry: Int
  /// The signed word for the other office.
  public let acceptance: [UInt8]
  /// Cases here that are earlier copies of the same file of the same office: linked, and to be closed.
  public internal(set) var earlier: [String] = []

  init(_ received: ReceivedCase, code: String) {
    self.code = (try? CaseCode(code).text) ?? code
    (part, entry, acceptance) = (received.part, received.entry, received.acceptance)
  }
}
