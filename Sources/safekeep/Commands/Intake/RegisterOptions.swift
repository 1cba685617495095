import ArgumentParser
import Casework
import Vault

/// How a register is read, and what is done where it was read before.
struct RegisterOptions: ParsableArguments {
  @Option(help: .of({ $0.optionRegisterMap }, "file.csv"), completion: .file()) var map: String?
  @Flag(help: .of({ $0.optionRegisterAgain })) var again = false

  /// A table of names of columns is never longer than this.
  private static let longestMap = 65_536

  /// The register with its heading in our words. What the table names and the register does not have is told, and
  /// stops nothing: one table may serve several registers.
  func file(of source: RegisterSource, _ desk: Desk) throws(Fault) -> Casework.RegisterFile {
    guard let map else { return source.file }
    let mapping = try mapping(InputFile.readPlain(map, limit: Self.longestMap))
    let unused = try Fault.translating { try mapping.unused(in: source.file) }
    if desk.format != .json {
      unused.forEach { desk.terminal.say(desk.words.mappingUnused(line: $0)) }
    }
    return mapping.applied(to: source.file)
  }

  private func mapping(_ bytes: [UInt8]) throws(Fault) -> RegisterMapping {
    do { return try RegisterMapping(bytes) } catch {
      throw Fault(
        .badData, reason: "bad_mapping", details: [.init("line", .integer(error.line))]
      ) { words in
        error.reason.map { words.unreadMapping(line: error.line, reason: words.reason($0.told)) }
          ?? words.badMapping(line: error.line)
      }
    }
  }

  /// The entry of an earlier import of the same file: told of a dry run, and else a reason to stop.
  ///
  /// - Throws: 65 with the entry, unless it is to be imported again.
  func earlier(
    _ file: Casework.RegisterFile, isDry: Bool, _ casework: Casework, _ session: borrowing Session
  ) throws -> Int? {
    let entry = try Fault.doing(.writing) { try casework.earlierImport(of: file, as: session) }
    guard let entry, !isDry, !again else { return entry }
    let refused = try Fault.doing(.writing) {
      try casework.refuseImport(after: entry, as: session)
    }
    throw Fault(
      .badData, reason: "imported_before", details: [.init("imported", .integer(entry))]
    ) { $0.importedBefore(entry: entry) }.recorded(in: refused)
  }
}
