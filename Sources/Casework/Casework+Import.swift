public import Vault

extension Casework {
  /// Opens the file of a register, from its beginning; asked for again for every pass over it.
  public typealias RegisterFile = () throws(CaseworkError) -> CSVReader.Source

  /// What an import is at.
  public enum ImportPhase: Sendable { case reading, writing }

  /// Imports a register of arrivals, all of it or nothing. The first pass checks every row and
  /// writes nothing; the second opens the cases in one transaction. Neither keeps more than some rows.
  ///
  /// - Parameters:
  ///   - isDry: only the first pass; the entry is then 0, for nothing happened. Whoever may not import
  ///     is refused here as well, with an entry: what is in a register is nobody else's to try out.
  ///   - decide: what is to become of rows that are likely to be of people who have a file, told which; not asked
  ///     where nothing is written. Where there are none and every file was looked through, `.stop` says
  ///     that nothing was decided, and stops nothing.
  ///   - progress: told after every row.
  /// - Throws: `.register` with the faults; `.registerEmpty` where there is nobody in it; `.registerChanged` where the
  ///   file was not the same twice; `.likelySameRows` where it was decided to stop.
  public func importRegister(
    _ file: RegisterFile, isDry: Bool = false, as session: borrowing Session,
    decide: (RegisterLikeness) -> RegisterDecision = { _ in .new },
    progress: (ImportPhase, Int) -> Void = { _, _ in }
  ) throws(CaseworkError) -> ImportedRegister {
    let role: Role
    do { role = try vault.checkImport(as: session) } catch { throw .vault(error) }
    let digest = try Self.digest(of: file)
    var matcher = try registerMatcher(asking: digest.lines, session)
    let tally = try check(file, &matcher, progress)
    let found = try likeness(matcher, isDry: isDry, session, decide)
    let asked = matcher.search.entry
    if isDry { return tally.register(entry: 0, as: role, book, found?.0) }
    let owner = try firstOwner(nil, session).member
    var pass = RegisterPass(self, try file(), owner: owner, importer: session.member)
    if let found, found.1 == .link { pass.keepCodes(of: found.0) }
    var failure: CaseworkError?
    do {
      let imported = try vault.importCases(
        register: digest, after: asked, unlessSince: found == nil ? mark(asked) : nil, as: session
      ) { () throws(VaultError) -> CaseOpening.Draft? in
        do throws(CaseworkError) {
          if let draft = try pass.next() {
            progress(.writing, pass.count)
            return draft
          }
          // Nothing is committed yet: the file must still be the one that was checked and named.
          guard try Self.digest(of: file) == digest else { throw .registerChanged }
          return nil
        } catch {
          failure = error
          throw .nothingToDo
        }
      }
      var register = tally.register(entry: imported.entry, as: role, book, found?.0)
      if found?.1 == .link { link(&register, pass.codes, session) }
      return register
    } catch .nothingToDo where failure == nil {
      // Somebody may be found since who was not before, and be one of these people: all of it once more.
      return try importRegister(
        file, isDry: isDry, as: session, decide: decide, progress: progress)
    } catch { throw failure ?? .vault(error) }
  }

  /// The first pass: every fault of every row. What some rows can be found by is hashed on a second thread while those
  /// before are looked for and those after are read.
  private func check(
    _ file: RegisterFile, _ matcher: inout RegisterMatcher, _ progress: (ImportPhase, Int) -> Void
  ) throws(CaseworkError) -> RegisterTally {
    var reading = RegisterReading(book, now: moment, try file())
    var rows = try reading.next(progress)
    var hashed: [HashedPerson] = []
    while !rows.isEmpty || !hashed.isEmpty {
      (hashed, rows) = try matcher.take(hashed, hashing: rows) { () throws(CaseworkError) in
        try reading.next(progress)
      }
    }
    guard reading.report.isSound else { throw .register(reading.report) }
    guard reading.tally.count > 0 else { throw .registerEmpty }
    return reading.tally
  }

  /// SHA-256 of the file: the entry names what was brought in.
  static func digest(of file: RegisterFile) throws(CaseworkError) -> RegisterDigest {
    let source = try file()
    var failure: CaseworkError?
    do {
      return try RegisterDigest { () throws(VaultError) -> [UInt8]? in
        do throws(CaseworkError) {
          let piece = try source()
          return piece.isEmpty ? nil : piece
        } catch {
          failure = error
          throw .nothingToDo
        }
      }
    } catch { throw failure ?? .vault(error) }
  }
}
