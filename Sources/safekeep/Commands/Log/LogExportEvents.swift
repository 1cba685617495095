import ArgumentParser
import Vault

/// `safekeep log export-events --form FORM --to FILE`: the log for other systems, an entry a line. What
/// an auditor verifies is `log export`; these lines lead back to it.
struct LogExportEvents: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logExportEvents, example: "safekeep log export-events --form fhir --to log.ndjson --as kim")

  @Option(help: .of({ $0.optionForm }, "form"), completion: .choices(Vault.eventForms))
  var form: String
  @Option(help: .of({ $0.optionEventsTo }, "file"), completion: .file()) var to: String
  @Option(help: .of({ $0.optionEventsFrom }, "n")) var from: Int?
  @Flag(help: .of({ $0.optionNamedEvents })) var withHandles = false
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let form = form.lowercased()
    guard Vault.eventForms.contains(form) else {
      throw Fault(.usage, reason: "unknown_form") {
        $0.notAChoice(Vault.eventForms.joined(separator: " "))
      }
    }
    let first = from ?? 0
    guard first >= 0 else { throw Fault(.usage, reason: "bad_first_entry") { $0.badFirstEntry } }
    let file = try NewFile(to)
    let entry = try desk.withSession(fresh: true) { vault, session in
      try Self.write(vault, form, first, withHandles, session, to: file)
    }
    try file.finish()
    try tell(entry, first, desk)
  }

  /// A fault of the disk ends the export; the Vault knows no files of ours.
  private static func write(
    _ vault: Vault, _ form: String, _ first: Int, _ withHandles: Bool, _ session: borrowing Session,
    to file: NewFile
  ) throws -> Int {
    var failure: Fault?
    let receipt = try vault.exportEvents(
      form, from: first, withHandles: withHandles, as: session
    ) { bytes throws(VaultError) in
      guard failure == nil else { return }
      do throws(Fault) { try file.write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    return receipt?.entry ?? 0
  }

  private func tell(_ entry: Int, _ first: Int, _ desk: Desk) throws(Fault) {
    let words = desk.words
    let count = max(0, entry + 1 - first)
    try desk.show(
      Report(
        fields: [
          .init("entries", words.label(.size), .integer(count)),
          .init("entry", words.label(.entry), .integer(entry)),
        ],
        notes: [words.eventsWritten(entries: count, entry: entry)]
          + (withHandles ? [words.eventsWithHandles] : [])))
  }
}
