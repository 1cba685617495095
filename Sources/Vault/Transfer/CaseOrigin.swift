/// The transfer by which a case came in from another vault, as its operations row states it.
public struct CaseOrigin: Hashable, Sendable {
  /// The code that the case had there.
  public let code: String

  /// - Parameter value: the list of transfers.
  /// - Returns: nil for a case that was opened here.
  public static func of(_ value: FieldValue?) throws(VaultError) -> CaseOrigin? {
    for case .received(let from) in try TransferItem.all(in: value) {
      return CaseOrigin(code: from.code)
    }
    return nil
  }
}
