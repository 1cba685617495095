extension ExportVerifier {
  /// Checks a whole export on this thread, signatures too.
  ///
  /// - Throws: what is to be reported of all that does not fit.
  public static func verify(
    paths: [String], trust: ExportTrust, read: @escaping (String) -> [UInt8]?
  ) throws(ExportFinding) -> ExportVerdict {
    var verifier = try ExportVerifier(paths: paths, trust: trust, read: read)
    do {
      while try verifier.advance() { try check(verifier.takeChecks()) }
      return try verifier.finish()
    } catch {
      do {
        try check(verifier.takeChecks())
      } catch let earlier {
        throw earlier.before(error)
      }
      throw error
    }
  }

  private static func check(_ checks: [SignatureCheck]) throws(ExportFinding) {
    if let bad = checks.first(where: { !$0.isGood }) { throw ExportFinding(bad.finding) }
  }
}
