/// What in an export does not fit: the first entry, or the file, and why.
public struct ExportFinding: Error, Hashable, Sendable {
  /// The entry; nil where it is a file and not an entry.
  public let seq: Int?
  /// The file, where it is one. It may be any text that the folder names a file by.
  public let path: String?
  /// What is wrong.
  public let fault: AuditLogError

  /// A finding.
  public init(seq: Int? = nil, path: String? = nil, _ fault: AuditLogError) {
    (self.seq, self.path, self.fault) = (seq, path, fault)
  }

  /// What a single signature, or the log, was found with.
  public init(_ finding: Finding) { self.init(seq: finding.seq, finding.fault) }

  init(_ path: ExportPath, _ fault: ExportFault) {
    self.init(path: path.text, .export(fault))
  }

  /// Whether the folder is no export, or not one that can be begun here: nothing is said of the log.
  public var isNoExport: Bool {
    switch fault {
    case .export(.beginning): true
    case .export(.missing):
      [ExportPath.checkpoint, .manifest].contains { $0.text == path }
    default: false
    }
  }

  /// Whether it is the file of kept heads that is not what it must be, and not the log.
  public var isOfPin: Bool {
    [.export(.pinSignature), .export(.pinLine), .export(.pinCheck)].contains(fault)
  }

  /// Whether it is one kept head that shows nothing of the log. One that entries were followed from is another matter.
  private var isOfHeadAlone: Bool {
    [.export(.pinSignature), .export(.pinLine)].contains(fault)
  }

  /// The one of two to report: of the log before that of a head that says nothing of it, of an entry before that of a
  /// file, and the earlier entry. An altered entry makes a tile wrong too, and the tile is found while its signature
  /// still waits.
  public func before(_ other: ExportFinding?) -> ExportFinding {
    guard let other, !other.isOfHeadAlone else { return self }
    guard !isOfHeadAlone else { return other }
    guard let theirs = other.seq else { return self }
    guard let seq else { return other }
    return seq <= theirs ? self : other
  }
}
