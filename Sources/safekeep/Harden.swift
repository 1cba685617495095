import CLinux
import Glibc

/// What the process gives up before it knows anything worth protecting: the first act of `main`.
enum Harden {
  /// Takes away every way in which this process could leave its memory, or half a file, behind.
  ///
  /// - Returns: the steps that the system refused, by name. A refused step is said and not ignored:
  ///   on a kernel that forbids one of these, people decide themselves whether to go on.
  static func process() -> [String] {
    let steps: [(String, () -> Int32)] = [
      // Swift's backtracer prints the memory behind the registers to standard error; a crash may
      // happen in the very next line, so this comes first.
      ("default signals", clinux_default_fatal_signals),
      ("no core", clinux_forbid_core),
      ("not dumpable", clinux_forbid_dump),
      // Before any file is opened, or the vault would be opened as standard error.
      ("standard descriptors", clinux_hold_standard_descriptors),
      // A reader that leaves (`| head`) is an error of a write, which rolls back and ends in order.
      ("broken pipes", clinux_ignore_broken_pipes),
    ]
    // Whatever we make is ours alone; what the group shares gets its mode explicitly.
    umask(0o077)
    return steps.filter { $0.1() != 0 }.map(\.0)
  }
}
