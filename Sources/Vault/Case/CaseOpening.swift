import Sealing

/// A case to be opened: its code, what queues need of it, and its first records.
public struct CaseOpening: Sendable {
  /// A case that is still to be drafted, on whichever thread has time.
  public typealias Draft = @Sendable () -> CaseOpening

  /// Normal form of the case code (Casework makes it; the Vault turns it into the case id).
  public var code: String
  public var operations: [FieldID: FieldValue]
  public var records: [RecordChange]
  /// The first owner, named in the same act; a social worker.
  public var owner: MemberID?
  /// Under 18, or of unknown age: identity is then closed to the intake officer after writing.
  public var isMinor: Bool
  /// A case of nobody, which a lead opens to see who touches it; the log alone says that it is one.
  public var isCanary = false
  /// Records of another vault's case, with every version of every field; and SHA-256 of the file that they
  /// came in.
  var kept: [ParcelRecord] = []
  var source: Digest?
  var sourceKind = TransferPart.file.entryKind
  /// What those can be found by.
  var keptTerms: [SearchField] = []

  public init(
    code: String, operations: [FieldID: FieldValue], records: [RecordChange],
    owner: MemberID? = nil, isMinor: Bool
  ) {
    self.code = code
    self.operations = operations
    self.records = records
    self.owner = owner
    self.isMinor = isMinor
  }
}
