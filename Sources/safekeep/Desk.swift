import Glibc
import Sealing
import Vault

/// What every command stands on: the vault at the right place, the member at work, the words and the
/// form in which they are answered. A command asks the desk for an unlocked session, does one thing
/// with it, and hands back a report.
final class Desk {
  /// How often a person may mistype before the command gives up.
  private static let attempts = 3

  let words: any Words
  let terminal: Terminal
  let format: OutputFormat
  let places: Places
  /// The purpose of `--for`; nil where none was named.
  let purpose: String?
  /// `--no-input`.
  let noInput: Bool
  /// Where a seed is to be written; nil for beside the vault.
  let seedTo: String?

  private let vaultOption: String?
  private let memberOption: String?
  private let readsFile: Bool
  private var secrets: Secrets
  private var opened: Vault?

  /// - Throws: `Fault` for a configuration that is wrong, a language that we do not speak, or a
  ///   passphrase among the arguments.
  init(_ common: Common) throws(Fault) {
    guard common.passphrase == nil else { throw .secretArgument("--passphrase") }
    if let lang = common.lang, Language(locale: lang) == nil { throw .unknownLanguage(lang) }
    if let purpose = common.purpose, Purpose(rawValue: purpose.uppercased()) == nil {
      throw .unknownPurpose
    }
    words = Speech.words
    terminal = Terminal(environment: .ofProcess, wantsColour: !common.noColor)
    format = .chosen(common.format, json: common.json, isInteractive: terminal.isInteractive)
    places = try Places(environment: .ofProcess)
    purpose = common.purpose
    noInput = common.noInput
    seedTo = common.seedTo
    vaultOption = common.vault
    memberOption = common.member
    readsFile = common.passphraseFile != nil
    secrets = Secrets(path: common.passphraseFile)
  }

  // MARK: Where and who

  var vaultPath: String { places.vault(option: vaultOption) }

  /// UTC milliseconds: the clock of this machine, read anew for each entry.
  static let now: @Sendable () -> Int = { Kernel.milliseconds() }

  /// The vault, opened at the first question.
  func vault() throws(Fault) -> Vault {
    if let opened { return opened }
    let (path, pins) = (vaultPath, places.pins)
    try Places.ensure(pins, "state")
    let vault = try Fault.translating {
      try Vault(opening: path, pins: pins, now: Self.now)
    }
    opened = vault
    return vault
  }

  /// The member at work.
  func handle() throws(Fault) -> String {
    guard let handle = places.member(option: memberOption) else { throw .noMemberNamed }
    return handle
  }

  // MARK: Unlocked

  /// Runs the body with an unlocked member, and hands on what it gives.
  ///
  /// - Parameters:
  ///   - fresh: true where the passphrase must have been given in the last five minutes.
  ///   - body: whatever it throws becomes a fault.
  func withSession<Result: ~Copyable>(
    fresh: Bool = false, _ body: (Vault, borrowing Session) throws -> Result
  ) throws(Fault) -> Result {
    let vault = try vault()
    let handle = try handle()
    let session: Session
    do { session = try unlock(vault, handle, fresh: fresh) } catch {
      // Whoever asked to go on with it, and is refused as all others are, learns what became of that.
      if let refused = vault.refusedPutBack {
        terminal.say(words.putBackRefused(asked: refused.asked, refusal: refused.refusal))
      }
      if let entry = vault.doubtedAcceptance { terminal.say(words.acceptedByGone(entry: entry)) }
      throw error
    }
    return try begin(vault, session, body)
  }

  /// The same, with the passphrase asked for whatever was unlocked: what is seen then is for one pair of eyes.
  func withPassphraseAgain<Result: ~Copyable>(
    _ body: (Vault, borrowing Session) throws -> Result
  ) throws(Fault) -> Result {
    let (vault, handle) = (try vault(), try handle())
    let session = try withPassphrase(vault, handle) {
      try vault.unlock(handle, passphrase: $0)
    }
    return try begin(vault, session, body)
  }

  /// What the unlocking itself brought with it is told first.
  private func begin<Result: ~Copyable>(
    _ vault: Vault, _ session: borrowing Session,
    _ body: (Vault, borrowing Session) throws -> Result
  ) throws(Fault) -> Result {
    if let old = vault.putBack, let acceptance = old.acceptance {
      terminal.say(
        words.wentOnAfterRollback(remembered: old.remembered, acceptance: acceptance))
    }
    if let refused = vault.refusedAcceptance(to: session) {
      terminal.say(words.putBackRefused(asked: refused.asked, refusal: refused.refusal))
    }
    try keepRecoverySeed(vault, session)
    if let entry = session.sharedSeed { terminal.say(words.recoveryShared(entry: entry)) }
    try tellFinished(session.finished)
    try Self.checkOverwritten(session.leftover)
    for done in session.settled {
      terminal.say(
        done.isRecovery
          ? words.recoveryGiven(done.cases, isMoreDue: done.isMoreDue)
          : words.casesGiven(done.cases, role: words.role(done.role), isMoreDue: done.isMoreDue))
    }
    defer {
      if let entry = vault.unpinned { terminal.say(words.pinNotKept(entry: entry)) }
    }
    return try Fault.translating { try body(vault, session) }
  }

  private func unlock(
    _ vault: Vault, _ handle: String, fresh: Bool
  ) throws(Fault) -> Session {
    if let kept = try KeptSession.take(vault, handle, pins: places.pins) {
      if !fresh || kept.age <= KeptSession.fresh {
        do {
          return try vault.unlock(handle, bundleKey: kept.key, sid: kept.sid)
        } catch .locked {
          // It is of whoever had the handle before.
          _ = KeptSession.drop(vault, handle)
        } catch { throw Fault.of(error) }
      } else {
        terminal.say(words.askedAgain(minutes: KeptSession.fresh / 60))
      }
    }
    return try withPassphrase(vault, handle) { try vault.unlock(handle, passphrase: $0) }
  }

  /// Asks for the passphrase and runs the body with it; a person may try again.
  func withPassphrase<Result: ~Copyable>(
    _ vault: Vault, _ handle: String, _ body: (borrowing SecretBytes) throws -> Result
  ) throws(Fault) -> Result {
    for attempt in 1... {
      try wait(vault, handle, isFirst: attempt == 1)
      let passphrase = try secret(words.passphrase(handle: handle))
      do {
        return try body(passphrase)
      } catch VaultError.wrongPassphrase {
        let fault = Fault.wrongPassphrase(
          waitSeconds: (try? vault.delay(before: handle)) ?? 0, isPutBack: vault.putBack != nil)
        guard !readsFile, attempt < Self.attempts else { throw fault }
        fault.tell(on: terminal, in: words, format: .table)
      } catch { throw Fault.of(error) }
    }
    throw .wrongPassphrase(waitSeconds: 0)
  }

  /// Whoever guesses, waits. The passphrase is asked for after the wait, so that nothing that was
  /// typed lies about meanwhile.
  private func wait(_ vault: Vault, _ handle: String, isFirst: Bool) throws(Fault) {
    let seconds = try Fault.translating { try vault.delay(before: handle) }
    guard seconds > 0 else { return }
    if isFirst { terminal.say(words.waiting(seconds: seconds)) }
    guard !readsFile else {
      sleep(UInt32(seconds))
      return
    }
    try SecretPrompt.wait(seconds: seconds, on: seat())
  }

  // MARK: Asking and answering

  /// Where the person sits. Every question of the program is asked here, so that `!` locks at all of
  /// them.
  func seat() throws(Fault) -> ControllingTerminal {
    try ControllingTerminal(noInput: noInput) { [self] in
      // Whoever could not be locked was not unlocked.
      guard let vault = try? vault(), let handle = try? handle() else { return }
      _ = KeptSession.drop(vault, handle)
    }
  }

  /// A secret that exists: a line of the file, or typed without echo.
  func secret(_ question: String) throws(Fault) -> SecretBytes {
    try secrets.ask(question, at: seat)
  }

  /// A new passphrase: typed twice, or a line of the file. A person whose passphrase will not do is told
  /// why and asked for another one.
  func newSecret() throws(Fault) -> SecretBytes {
    for attempt in 1... {
      let secret = try secrets.ask(words.newPassphrase, at: seat)
      guard let fault = Self.unfit(secret) else {
        try secrets.compare(secret, with: words.newPassphraseAgain, at: seat)
        return secret
      }
      guard !readsFile, attempt < Self.attempts else { throw fault }
      fault.tell(on: terminal, in: words, format: .table)
    }
    throw .inputEnded
  }

  /// Why a new passphrase will not do, known before it is typed a second time.
  private static func unfit(_ secret: borrowing SecretBytes) -> Fault? {
    do throws(VaultError) {
      try Vault.checkNew(passphrase: secret)
      return nil
    } catch { return error.fault }
  }

  /// A line typed at the terminal.
  func ask(_ question: String) throws(Fault) -> String { try seat().ask(question) }

  func show(_ report: Report) throws(Fault) {
    try report.show(on: terminal, in: words, format: format)
  }

  /// A report with the place of one secret.
  func show(_ report: Report, _ secret: borrowing SecretBytes) throws(Fault) {
    try report.show(secret, on: terminal, in: words, format: format)
  }

  /// A severe act wants its object typed, or given again as an option.
  ///
  /// - Parameters:
  ///   - given: what `--confirm` had; nil where it was left out.
  ///   - accepted: what counts, white space and case left aside.
  ///   - question: asked at the terminal.
  func confirm(
    _ given: String?, accepted: [String], _ question: String
  ) throws(Fault) {
    let answer = if let given { given } else { try ask(question) }
    guard accepted.map(Self.plain).contains(Self.plain(answer)) else { throw .notConfirmed }
  }

  /// A fingerprint, compared in person. It is shown where it is asked for, so that it is seen by whoever
  /// answers and gets into no pipe.
  func compare(
    _ fingerprint: String, of handle: String, _ given: String?
  ) throws(Fault) {
    let question = words.typeFingerprint(handle: handle, fingerprint: fingerprint)
    try confirm(given, accepted: [handle, fingerprint], question)
  }

  private static func plain(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace }).lowercased()
  }
}
