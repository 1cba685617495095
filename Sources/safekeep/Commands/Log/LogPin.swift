import ArgumentParser
import Vault

/// `safekeep log pin`: the head of now, added to a file that is kept elsewhere. Later the log must
/// still begin so.
struct LogPin: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logPin, example: "safekeep log pin --to office.pins --as kim")

  /// More than a pin file may have.
  static let limit = 1 << 24

  @OptionGroup var common: Common

  @Option(help: .of({ $0.optionPinTo }, "file"), completion: .file()) var to: String

  func run() throws {
    let desk = try Desk(common)
    let path = to
    try GrowingFile.check(path, limit: Self.limit)
    let pinned = try desk.withSession(fresh: true) { vault, session in
      try GrowingFile.grow(path, limit: Self.limit) { book, put in
        let pinned = try vault.pin(into: book, as: session)
        if let fault = Fault.contradicted(by: pinned.earlier, size: pinned.size) { throw fault }
        try put(pinned.file)
        return pinned
      }
    }
    let held = pinned.earlier.count { $0.verdict == .held }
    try desk.show(
      Report(
        fields: [
          .init("entries", desk.words.label(.size), .integer(pinned.size)),
          .init("pins", desk.words.label(.pins), .integer(pinned.earlier.count + 1)),
          .init("entry", desk.words.label(.entry), .integer(pinned.entry)),
        ],
        notes: [desk.words.headPinned(size: pinned.size, earlier: held)]))
  }
}

extension Fault {
  /// Status 20 with the smallest head of a pin file that is no beginning of the log, though of it.
  ///
  /// - Parameter size: how many entries the log has, or how many of them fit.
  static func contradicted(by pins: [CheckedPin], size: Int) -> Fault? {
    let places = pins.indices.filter { pins[$0].isContradicted }
    guard let place = places.min(by: { pins[$0].size < pins[$1].size }) else { return nil }
    let fault: LogFault = pins[place].verdict == .rollback ? .rollback : .splitView
    return Fault(
      .logBroken, entry: pins[place].size,
      details: [
        .init("reason", .string(fault.rawValue)), .init("pin", .integer(place + 1)),
        .init("size", .integer(size)), .init("pinned", .integer(pins[place].size)),
      ], hint: { $0.logBrokenHint }
    ) {
      $0.pinContradicts($0.pinFile(place + 1), fault, size: pins[place].size, log: size)
    }
  }
}
