public import Vault

/// The living room: it knows lives, not locks. Every act goes through the one Vault behind it, under
/// the rule book that this vault adopted.
public struct Casework {
  public let vault: Vault
  /// The adopted book, not the built-in one: an office may have its own codes and places.
  public let book: RuleBook
  let now: @Sendable () -> Int

  /// - Parameter now: UTC milliseconds; the clock of the Vault.
  /// - Throws: `.vault(.schemaAltered)` where the stored book is not the one that the log binds;
  ///   `.rules` where this program does not understand it.
  public init(_ vault: Vault, now: @escaping @Sendable () -> Int) throws(CaseworkError) {
    let files: [RuleFile]
    do { files = try vault.ruleFiles() } catch { throw .vault(error) }
    self.vault = vault
    self.now = now
    book = try RuleBook(adopted: files)
  }

  /// The case of a code; says nothing of whether there is one.
  public func id(of code: CaseCode) throws(CaseworkError) -> CaseID {
    do { return try vault.caseID(ofCode: code.symbols) } catch { throw .vault(error) }
  }

  /// Now, on the clock of Viet Nam: what an officer would write on the paper.
  public var moment: Moment { Moment(seconds: Int64(now() / 1000)) }

  /// References may be typed as the code of a case or the handle of a colleague.
  public var validation: FieldValidation {
    let vault = vault
    return FieldValidation(book, notAfter: moment) { text in
      if let code = try? CaseCode(text) { return try? vault.caseID(ofCode: code.symbols).bytes }
      return try? vault.member(named: text).bytes
    }
  }
}
