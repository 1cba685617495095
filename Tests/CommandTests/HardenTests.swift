import CLinux
import Foundation
import Testing

@testable import safekeep

/// The steps change the process of the tests for good, and harm none of them.
@Suite(.serialized) struct HardenTests {
  /// A mask of signals as /proc/self/status has it: bit n − 1 for signal n.
  private func mask(_ name: String) throws -> UInt64 {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return try #require(line.flatMap { UInt64($0.split(separator: "\t")[1], radix: 16) })
  }

  private func has(_ mask: UInt64, _ signal: Int32) -> Bool {
    mask & (1 << UInt64(signal - 1)) != 0
  }

  @Test func everyStepIsTakenAndHolds() throws {
    for number in [SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT] {
      signal(number) { _ in }
      #expect(has(try mask("SigCgt"), number))
    }
    #expect(Harden.process() == [])
    for number in [SIGILL, SIGSEGV, SIGBUS, SIGFPE, SIGTRAP, SIGABRT, SIGQUIT] {
      #expect(!has(try mask("SigCgt"), number))
    }
    #expect(has(try mask("SigIgn"), SIGPIPE))
    #expect(clinux_is_dumpable() == 0)
    #expect(umask(0o077) == 0o077)
    let limits = try String(contentsOfFile: "/proc/self/limits", encoding: .utf8)
    let core = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file") })
    #expect(core.split(separator: " ").suffix(3) == ["0", "0", "bytes"])
  }

  /// The real program with its streams closed: /dev/null takes their places, and it says its help.
  @Test func closedStreamsDoNotHarm() throws {
    let home = try TemporaryHome()
    let shell = Program(path: "/bin/sh")
    let script = "\"\(Program.safekeep.path)\" --help <&- >&- 2>&-; echo $?"
    #expect(try shell.run(["-c", script], home: home).output == "0\n")
  }

  @Test func aReaderThatLeavesIsAnEndInOrder() throws {
    let home = try TemporaryHome()
    // The reader is gone before the program writes: the pipe is closed by the time `sleep` ends.
    let script = "{ sleep 0.3; \"\(Program.safekeep.path)\" --help; echo $? >status; } | true"
    let run = try Program(path: "/bin/sh").run(["-c", script + "; sleep 1"], home: home)
    #expect(run.errors == "")
    #expect(try String(contentsOfFile: home.path + "/status", encoding: .utf8) == "74\n")
  }

  @Test func aFullDiskIsSaid() throws {
    let home = try TemporaryHome()
    let script = "\"\(Program.safekeep.path)\" --help >/dev/full; echo $?"
    let run = try Program(path: "/bin/sh").run(["-c", script], home: home)
    #expect(run.output == "74\n")
    #expect(run.errors.hasPrefix("safekeep: "))
  }
}
