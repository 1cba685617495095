import Casework
import Vault

/// What became of a hand-over between vaults, as it is told.
struct TransferReport {
  private let words: any Words

  init(_ words: any Words) { self.words = words }

  /// - Parameter leftOut: what was recorded and does not go along.
  func report(_ sent: SentFile, _ code: CaseCode, leftOut: [FieldDefinition] = []) -> Report {
    let names = leftOut.map { field in
      Cell.code(field.qualifiedName, label: words.name(field.label))
    }
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        part(sent.part),
        .init("transfer", words.transferLabel, .text(sent.transfer)),
      ] + (names.isEmpty ? [] : [.init("left_out", words.leftOutLabel, .list(names))]) + [
        .init("entry", words.label(.entry), .integer(sent.entry))
      ],
      notes: [
        words.sent(sent.part, code: code.text, entry: sent.entry),
        words.afterSending(sent.part),
      ] + (sent.evidence > 0 ? [words.evidenceStays(sent.evidence)] : [])
        + (leftOut.isEmpty ? [] : [words.leftOutOfFile]))
  }

  func report(finished code: CaseCode, entry: Int) -> Report {
    Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        .init(
          "status", words.label(.status),
          .code("transferred", label: words.status("transferred"))),
        .init("entry", words.label(.entry), .integer(entry)),
      ], notes: [words.transferFinished(code: code.text, entry: entry), words.custodyCopies])
  }

  func report(_ received: ReceivedFile) -> Report {
    let codes = received.earlier
    let earlier: [Report.Field] =
      codes.isEmpty
      ? [] : [.init("earlier", words.earlierCopiesLabel, .list(codes.map { .text($0) }))]
    let noted = codes.isEmpty ? [] : [words.earlierCopies(codes.joined(separator: ", "))]
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(received.code)),
        part(received.part),
      ] + earlier + [.init("entry", words.label(.entry), .integer(received.entry))],
      notes: [
        words.received(received.part, code: received.code, entry: received.entry)
      ] + noted + [words.afterReceiving(received.part)])
  }

  private func part(_ part: TransferPart) -> Report.Field {
    let code = part == .file ? "file" : "clinical"
    return .init("part", words.partLabel, .code(code, label: words.part(part)))
  }
}
