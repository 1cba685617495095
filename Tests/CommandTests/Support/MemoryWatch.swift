import Foundation

/// Looks into the memory of a program at its end, when everything is done and nothing of it is freed yet: what
/// was a secret must have been overwritten by then. The kernel stops the program there for whoever traces it
/// (ptrace(2), PTRACE_O_TRACEEXIT); that ours is not dumpable keeps out everybody but root.
final class MemoryWatch {
  private let home: TemporaryHome
  /// What must not be found, each with the name under which it is told.
  private(set) var secrets: [(name: String, bytes: [UInt8])] = []

  init() throws {
    home = try TemporaryHome()
    try home.write(Self.script, to: "look.py")
  }

  /// Whether this machine lets us: root, Python, and a kernel that allows tracing.
  static let isPossible: Bool = {
    guard getuid() == 0, let watch = try? MemoryWatch() else { return false }
    let shell = watch.watching(Program(path: "/bin/sh"))
    guard let run = try? shell.run(["-c", "exit 7"], home: watch.home) else { return false }
    return run.status == 7 && (try? watch.look()) != nil
  }()

  func add(_ name: String, _ bytes: [UInt8]) {
    guard !secrets.contains(where: { $0.bytes == bytes }) else { return }
    secrets.append((name, bytes))
  }

  /// The same program, watched.
  func watching(_ program: Program) -> Program {
    let lines = secrets.map { $0.bytes.map { String(format: "%02x", $0) }.joined() }
    try? home.write(lines.joined(separator: "\n"), to: "secrets")
    try? FileManager.default.removeItem(atPath: home.path + "/found")
    return Program(
      path: "/usr/bin/python3", before: [home.path + "/look.py", home.path, program.path])
  }

  /// What was found at the end of the last run.
  ///
  /// - Throws: where nobody looked.
  func look() throws -> [String] {
    let lines = try String(contentsOfFile: home.path + "/found", encoding: .utf8)
      .split(separator: "\n").compactMap { Int($0) }
    // The first says how much there was to look at.
    guard let bytes = lines.first, bytes > 100_000 else { throw CocoaError(.fileReadCorruptFile) }
    return lines.dropFirst().map { secrets[$0].name }
  }

  private static let script = #"""
    import ctypes, os, sys
    TRACEME, CONT, SETOPTIONS, TRACEEXIT, EXITKILL, EVENT_EXIT = 0, 7, 0x4200, 0x40, 0x100000, 6
    ptrace = ctypes.CDLL(None, use_errno=True).ptrace
    ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
    folder, words = sys.argv[1], sys.argv[2:]
    with open(folder + "/secrets") as lines:
        secrets = [bytes.fromhex(line) for line in lines]
    child = os.fork()
    if child == 0:
        ptrace(TRACEME, 0, None, None)
        os.execv(words[0], words)
    os.waitpid(child, 0)
    ptrace(SETOPTIONS, child, None, TRACEEXIT | EXITKILL)
    ptrace(CONT, child, None, None)

    def look():
        found, seen = set(), 0
        with open("/proc/%d/maps" % child) as maps, open("/proc/%d/mem" % child, "rb", 0) as memory:
            for line in maps:
                span, mode, _, _, inode = line.split()[:5]
                # What nobody writes is the programs' own files.
                if mode[0] != "r" or mode[1] != "w" and inode != "0":
                    continue
                begin, end = (int(number, 16) for number in span.split("-"))
                try:
                    memory.seek(begin)
                    held = memory.read(end - begin)
                except OSError:
                    continue
                seen += len(held)
                found.update(n for n, secret in enumerate(secrets) if secret in held)
        with open(folder + "/found", "w") as out:
            out.write("\n".join(str(n) for n in [seen] + sorted(found)))

    while True:
        _, status = os.waitpid(child, 0)
        if not os.WIFSTOPPED(status):
            break
        event, signal = status >> 16, os.WSTOPSIG(status)
        if event == EVENT_EXIT:
            look()
        ptrace(CONT, child, None, 0 if event or signal == 5 else signal)
    sys.exit(os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
    """#
}
