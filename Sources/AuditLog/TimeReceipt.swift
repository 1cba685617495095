public import Sealing

/// A time-stamp of a head of the log: proof that every entry below its size existed at a time that an
/// outside authority states (RFC 3161).
///
/// What is stamped are the bytes that anybody can hold beside the response: the text of the checkpoint, an
/// empty line, and the signature line of the log (``SignedNote/bare()``).
public struct TimeReceipt: Hashable, Sendable {
  /// The head that was stamped.
  public let checkpoint: Checkpoint
  /// UTC milliseconds, as the authority states it.
  public let time: Int
  /// SHA-256 of the response: what the entry `anchor.receipt` states as its `sum`.
  public let sum: Digest

  /// Checks a response against the bytes that were stamped. Who signed the head, and whether it is one of the
  /// log, is another question.
  ///
  /// - Parameters:
  ///   - response: DER, as the authority sent it.
  ///   - note: the bytes that were stamped.
  ///   - query: the question, where it was kept.
  ///   - authority: the authority's certificates, PEM.
  /// - Throws: ``AuditLogError/timestamp(_:)``, or what is wrong with the note.
  public init(
    verifying response: [UInt8], of note: [UInt8], answering query: [UInt8]? = nil,
    authority: [UInt8]
  ) throws(AuditLogError) {
    checkpoint = try Checkpoint(parsing: SignedNote(parsing: note).text)
    do throws(SealingError) {
      let asked: TimestampQuery? =
        if let query { try TimestampQuery(bytes: query) } else { nil }
      let stamp = try Timestamp(
        verifying: response, of: Digest.of(note), answering: asked, authority: authority)
      (time, sum) = (stamp.time, stamp.digest)
    } catch {
      throw AuditLogError(error)
    }
  }

  /// Checks the form of a response, and that it is about the bytes that were stamped: what everybody can, who
  /// trusts no authority.
  ///
  /// - Throws: ``AuditLogError/timestamp(_:)``.
  public static func check(response: [UInt8], of note: [UInt8]) throws(AuditLogError) {
    let stated: Digest
    do { stated = try Timestamp.imprint(in: response) } catch { throw AuditLogError(error) }
    guard stated == Digest.of(note) else { throw .timestamp(.imprint) }
  }

  /// Checks that some bytes are certificates that an authority can be trusted by.
  ///
  /// - Throws: ``AuditLogError/timestamp(_:)``.
  public static func check(authority: [UInt8]) throws(AuditLogError) {
    do { try Timestamp.check(authority: authority) } catch { throw AuditLogError(error) }
  }

  /// The question to an authority about some bytes.
  ///
  /// - Throws: ``AuditLogError/timestamp(_:)``.
  public static func query(for note: [UInt8]) throws(AuditLogError) -> [UInt8] {
    do { return try TimestampQuery.make(for: Digest.of(note)).bytes } catch {
      throw AuditLogError(error)
    }
  }
}

extension AuditLogError {
  /// What Sealing says of a time-stamp. Nothing else can go wrong there but memory, which is no fault of
  /// the log's and ends what was asked.
  fileprivate init(_ error: SealingError) {
    self =
      if case .timestamp(let fault) = error { .timestamp(fault) } else { .timestamp(.malformed) }
  }
}
