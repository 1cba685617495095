import ArgumentParser
import Casework
import Vault

/// `safekeep evidence save CASE RECORD --to FILE`: gives out the content of a file. It is an export.
struct EvidenceSave: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .evidenceSave,
    example: """
      safekeep evidence save K7M-2QX-9T8 5f0c… --to photo.jpg --for HLEGAL --as lan
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var record: RecordArgument
  @Option(help: .of({ $0.optionEvidenceTo }, "file"), completion: .file()) var to: String
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let (code, id) = (try argument.caseCode(), try record.id())
    let file = try NewFile(to)
    let purpose = try desk.purpose(asking: true)
    let saved = try save(id, code, purpose, into: file, desk)
    try file.finish()
    let words = desk.words
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("record", words.recordName, .text(RecordName.text(id.bytes))),
          .init("bytes", words.contentBytes, .integer(saved.count)),
          .init("sha256", "SHA-256", .text(saved.sum)),
          .init("entry", words.label(.entry), .integer(saved.entry)),
        ], notes: [words.evidenceSaved(entry: saved.entry), words.evidenceSavedHint]))
  }

  /// Of a file that takes no more it is the disk that is told of, and nothing half written is left.
  private func save(
    _ id: RecordID, _ code: CaseCode, _ purpose: Purpose?, into file: NewFile, _ desk: Desk
  ) throws(Fault) -> SavedEvidence {
    var failure: Fault?
    do throws(Fault) {
      return try desk.withCasework(fresh: true) { casework, session in
        try Fault.doing(.reading) {
          try casework.saveEvidence(id, of: code, for: purpose, as: session) { piece in
            do throws(Fault) { try file.write(piece) } catch { failure = error }
            return failure == nil
          }
        }
      }
    } catch { throw failure ?? error }
  }
}
