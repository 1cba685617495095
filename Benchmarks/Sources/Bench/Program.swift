import Glibc

/// Another program, started and waited for as cheaply as the system can: Foundation's Process costs milliseconds of
/// its own, more than what is measured here.
struct Program {
  let path: String
  let arguments: [String]

  /// Starts it with nothing to read and its output thrown away, and what it says of it; returns its process id.
  func start() throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, nil, words, environ)
    guard code == 0 else { throw BenchError.doesNotStart(path, code) }
    return process
  }

  static func wait(for process: pid_t, of path: String) throws {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else { throw BenchError.failed(path, status) }
  }

  func run() throws {
    try Self.wait(for: start(), of: path)
  }

  /// Runs it to the end it must have; returns the most memory it ever held, in KiB (getrusage(2), "ru_maxrss").
  func peak(status expected: Int32) throws -> Int {
    let process = try start()
    var (status, usage): (Int32, rusage) = (0, rusage())
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    guard status == expected << 8 else { throw BenchError.failed(path, status) }
    return usage.ru_maxrss
  }
}
