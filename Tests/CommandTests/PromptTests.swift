import Foundation
import Sealing
import Testing

@testable import safekeep

/// What came of a question that was asked on a thread of its own, while the test sat at the terminal.
final class Answered: @unchecked Sendable {
  private let lock = NSCondition()
  private var result: Result<[UInt8], Fault>?
  private var thread: pthread_t?

  /// Asks on a new thread. The bytes leave guarded memory only because this is a test.
  static func secret(at terminal: PseudoTerminal) -> Answered {
    asking {
      let sat = try ControllingTerminal(noInput: false, path: terminal.path)
      return try SecretPrompt.ask("Passphrase:", on: sat).bytes
    }
  }

  static func line(at terminal: PseudoTerminal) -> Answered {
    asking {
      Array(try ControllingTerminal(noInput: false, path: terminal.path).ask("Name:").utf8)
    }
  }

  static func asking(_ body: @escaping @Sendable () throws -> [UInt8]) -> Answered {
    let answered = Answered()
    Thread.detachNewThread {
      answered.set(thread: pthread_self())
      do { answered.finish(.success(try body())) } catch let fault as Fault {
        answered.finish(.failure(fault))
      } catch { answered.finish(.failure(.nobodyToAsk)) }
    }
    return answered
  }

  /// The bytes, or the fault; nil after ten seconds.
  func wait() -> Result<[UInt8], Fault>? {
    lock.withLock {
      let end = Date().addingTimeInterval(10)
      while result == nil && lock.wait(until: end) {}
      return result
    }
  }

  var bytes: [UInt8]? { try? wait()?.get() }

  var status: safekeep.ExitStatus? {
    if case .failure(let fault) = wait() { return fault.status }
    return nil
  }

  /// Sends a signal to the thread that asks.
  func signal(_ number: Int32) {
    let thread = lock.withLock { self.thread }
    if let thread { pthread_kill(thread, number) }
  }

  private func set(thread: pthread_t) { lock.withLock { self.thread = thread } }

  private func finish(_ result: Result<[UInt8], Fault>) {
    lock.withLock {
      self.result = result
      lock.broadcast()
    }
  }
}

extension SecretBytes {
  /// For tests alone.
  fileprivate var bytes: [UInt8] {
    withSpan { span in span.indices.map { span[$0] } }
  }
}

@Suite(.serialized) struct SecretPromptTests {
  let terminal: PseudoTerminal

  init() throws { terminal = try PseudoTerminal() }

  /// Types once the echo is off, and gives what was on the screen in the end.
  private func answer(_ bytes: [UInt8]) -> Answered {
    let answered = Answered.secret(at: terminal)
    #expect(terminal.waits(untilEchoIs: false))
    terminal.type(bytes)
    return answered
  }

  @Test func whatIsTypedIsTakenAndNotShown() {
    let answered = answer(Array("bốn từ dễ nhớ\n".utf8))
    #expect(answered.bytes == Array("bốn từ dễ nhớ".utf8))
    #expect(terminal.waits(untilEchoIs: true))
    let screen = terminal.waitFor("\n") ?? ""
    #expect(screen.contains("Passphrase: "))
    #expect(!screen.contains("nhớ"))
  }

  /// Whoever has the question before them can already type unseen.
  @Test func theQuestionComesOnceTheEchoIsOff() {
    let answered = Answered.secret(at: terminal)
    #expect(terminal.waitFor("Passphrase: ") != nil)
    #expect(!terminal.echoes)
    terminal.type("x\n")
    #expect(answered.bytes == Array("x".utf8))
  }

  @Test func backspaceTakesBackAWholeLetter() {
    #expect(answer(Array("ab\u{1EC5}\u{7F}c\u{8}d\n".utf8)).bytes == Array("abd".utf8))
  }

  @Test func backspaceOnAnEmptyLineIsHarmless() {
    #expect(answer([0x7F, 0x7F] + Array("x\n".utf8)).bytes == Array("x".utf8))
  }

  @Test func controlUBeginsAnew() {
    #expect(answer(Array("wrong\u{15}right\n".utf8)).bytes == Array("right".utf8))
  }

  @Test func otherControlsAreNoPartOfIt() {
    #expect(answer(Array("a\u{1A}\u{1B}\u{0}b\r".utf8)).bytes == Array("ab".utf8))
  }

  @Test func controlCInterruptsAndRestoresTheEcho() {
    let answered = answer(Array("half\u{3}".utf8))
    #expect(answered.status == .interrupted)
    #expect(terminal.echoes)
  }

  @Test func controlDOnAnEmptyLineEndsTheInput() {
    #expect(answer([0x04]).status == .usage)
    #expect(terminal.echoes)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func aSignalRestoresTheEcho(number: Int32) {
    let answered = Answered.secret(at: terminal)
    #expect(terminal.waits(untilEchoIs: false))
    answered.signal(number)
    #expect(answered.status == .interrupted)
    #expect(terminal.echoes)
  }

  @Test func somebodyComesIn() {
    #expect(answer(Array("!\n".utf8)).status == .interrupted)
    #expect(terminal.echoes)
    #expect(terminal.waitFor("\u{1B}[3J") != nil)
  }

  @Test func tooMuchIsRefusedNotCut() {
    let long = [UInt8](repeating: 0x61, count: SecretPrompt.longest)
    #expect(answer(long + [0x0A]).bytes?.count == SecretPrompt.longest)
    #expect(answer(long + [0x61, 0x0A]).status == .usage)
  }

  /// Typed ahead with the echo on is on the screen already: it is no secret any more.
  @Test func whatWasTypedBeforeTheQuestionDoesNotCount() {
    terminal.type("early\n")
    #expect(terminal.waitFor("early") != nil)
    #expect(answer(Array("late\n".utf8)).bytes == Array("late".utf8))
  }
}

/// Set on one thread and read on another.
private final class Flag: @unchecked Sendable {
  private let lock = NSLock()
  private var value = false

  var isSet: Bool { lock.withLock { value } }

  func set() { lock.withLock { value = true } }
}

@Suite(.serialized) struct PromptTests {
  let terminal: PseudoTerminal

  init() throws { terminal = try PseudoTerminal() }

  @Test func aLineIsTakenAndShown() {
    let answered = Answered.line(at: terminal)
    #expect(terminal.waitFor("Name: ") != nil)
    terminal.type("Nguyễn Thị Hoà\n")
    #expect(answered.bytes == Array("Nguyễn Thị Hoà".utf8))
    #expect(terminal.waitFor("Hoà") != nil)
  }

  /// How tests of commands sit at a terminal: the program asks on /dev/tty, and we are there.
  @Test func aProgramAtATerminalOfItsOwn() throws {
    let script = "printf 'Name: ' >/dev/tty; read -r name </dev/tty; echo \"got $name\"; exit 7"
    let process = try Program(path: "/bin/sh")
      .start(["-c", script], at: terminal, home: TemporaryHome())
    #expect(terminal.waitFor("Name: ") != nil)
    terminal.type("Hoà\n")
    #expect(terminal.waitFor("got Hoà") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 7)
  }

  @Test func helpAtATerminalIsTheSameHelp() throws {
    let process = try Program.safekeep
      .start(["--lang", "vi", "--help"], at: terminal, home: TemporaryHome())
    #expect(terminal.waitFor("Hiển thị trợ giúp.") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// On the terminal itself, whatever the result is joined to; then whatever else is to be done.
  @Test func somebodyComesIn() {
    let hidden = Flag()
    let answered = Answered.asking { [path = terminal.path] in
      let sat = try ControllingTerminal(noInput: false, path: path) { hidden.set() }
      return Array(try sat.ask("Name:").utf8)
    }
    terminal.waitFor("Name: ")
    terminal.type(" !! \n")
    #expect(answered.status == .interrupted)
    #expect(terminal.waitFor("\u{1B}[3J") != nil)
    #expect(hidden.isSet)
  }

  @Test func anAnswerMayHoldTheSign() {
    let answered = Answered.line(at: terminal)
    terminal.waitFor("Name: ")
    terminal.type("Hoà!\n")
    #expect(answered.bytes == Array("Hoà!".utf8))
  }

  @Test func anEmptyLineIsAnAnswer() {
    let answered = Answered.line(at: terminal)
    terminal.waitFor("Name: ")
    terminal.type("\n")
    #expect(answered.bytes == [])
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let answered = Answered.line(at: terminal)
    terminal.waitFor("Name: ")
    terminal.type([0xC3, 0x28, 0x0A])
    #expect(answered.status == .badData)
  }

  @Test func theEndOfInputIsNoAnswer() {
    let answered = Answered.line(at: terminal)
    terminal.waitFor("Name: ")
    terminal.type([0x04])
    #expect(answered.status == .usage)
  }

  /// Between two questions of a form nobody waits for a signal: it is noticed at the next one.
  @Test func aSignalBetweenTwoQuestionsIsNoticed() {
    let path = terminal.path
    let answered = Answered.asking {
      let sat = try ControllingTerminal(noInput: false, path: path)
      let attention = try sat.attend()
      defer { attention.end() }
      pthread_kill(pthread_self(), SIGHUP)
      return Array(try sat.ask("Name:").utf8)
    }
    #expect(answered.status == .interrupted)
  }

  @Test func noInputNeverAsks() {
    #expect(throws: Fault.self) {
      _ = try ControllingTerminal(noInput: true, path: terminal.path).descriptor
    }
  }

  @Test func aFileIsNoTerminal() throws {
    let home = try TemporaryHome()
    try home.write("yes\n", to: "answers")
    #expect(throws: Fault.self) {
      _ = try ControllingTerminal(noInput: false, path: home.path + "/answers").descriptor
    }
  }
}
