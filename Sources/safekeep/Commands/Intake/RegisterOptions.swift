import ArgumentParser
import Casework
import Vault

/// How a register is read, and what is done where it was read before.
struct RegisterOptions: ParsableArguments {
  @Option(help: .of({ $0.optionRegisterMap }, "file.csv")) var map: String?
  @Flag(help: .of({ $0.optionRegisterAgain })) var again = false

  /// A table of names of columns is never longer than this.
  private static let longestMap = 65_536

  /// The register with its heading in our words.
  func file(of source: RegisterSource) throws(Fault) -> Casework.RegisterFile {
    guard let map else { return source.file }
    let bytes = try InputFile.read(map, limit: Self.longestMap)
    do { return try RegisterMapping(bytes).applied(to: source.file) } catch {
      throw Fault(
        .badData, reason: "bad_mapping", details: [.init("line", .integer(error.line))]
      ) { $0.badMapping(line: error.line) }
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
