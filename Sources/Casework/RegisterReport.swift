/// What is wrong with a register, for whoever has to mend it.
public struct RegisterReport: Equatable, Sendable {
  /// The first faults, in the order of the file.
  public internal(set) var faults: [RegisterFault] = []
  /// All of them.
  public internal(set) var count = 0
  /// Rows that have one.
  public internal(set) var rows = 0
  /// Where the file could not be told into rows any further; what follows was not looked at.
  public internal(set) var stop: CSVFault?

  /// A file that could not be told into rows at all.
  public init(stop: CSVFault? = nil) { self.stop = stop }

  /// More than anybody mends in one go; a file of the wrong kind would fill the memory with them.
  static let kept = 500

  mutating func add(_ found: [RegisterFault]) {
    guard !found.isEmpty else { return }
    rows += 1
    count += found.count
    faults += found.prefix(max(0, Self.kept - faults.count))
  }

  var isSound: Bool { count == 0 && stop == nil }
}
