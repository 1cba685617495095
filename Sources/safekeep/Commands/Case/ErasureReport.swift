import Casework
import Vault

/// An erasure as it is told: what was asked, and the receipt of what was destroyed.
struct ErasureReport {
  private let words: any Words

  init(_ words: any Words) { self.words = words }

  /// - Parameter field: as it was named.
  func report(_ asked: ErasureAsk, _ code: CaseCode, field: String?) -> Report {
    let part = asked.part.map { words.erasedPart($0, field: field) }
    return Report(
      fields: [.init("case", words.label(.caseCode), .text(code.text))] + parts(asked.part) + [
        .init(
          "reason", words.label(.reason),
          .code(asked.reason.code, label: words.name(asked.reason.label))),
        .init("entry", words.label(.entry), .integer(asked.entry)),
      ] + replaced(asked.replaced),
      notes: [words.erasureAsked(code: code.text, part: part, entry: asked.entry)]
        + (asked.replaced.map { [words.erasureReplaced(entry: $0)] } ?? []) + [
          words.waitsFor(
            roles: asked.givers.map { words.role($0.rawValue) }.joined(separator: ", ")),
          words.next("approval give \(asked.entry)"),
        ] + words.toDoBefore(asked.leaves, code: code.text))
  }

  /// Only where there is one.
  private func replaced(_ entry: Int?) -> [Report.Field] {
    entry.map { [.init("replaced", words.erasureReplacedLabel, .integer($0))] } ?? []
  }

  private func parts(_ part: ErasedPart?) -> [Report.Field] {
    part.map { [.init("part", words.erasedPartLabel, .text($0.code))] } ?? []
  }

  /// The receipt says what was destroyed, and what no program can see to.
  ///
  /// - Parameters:
  ///   - field: what the field is called of which the history went.
  ///   - leaves: what of it nobody here can see to any more.
  ///   - files: what was looked through for this and other erasures together; else what was for this one.
  func report(
    _ done: Erasure, of code: String, field: String?, leaves: ErasureLeaves = .nothing,
    searched files: SearchedFiles? = nil
  ) -> Report {
    let (tally, files) = (done.tally, files ?? done.searched)
    let part =
      done.isRetraction
      ? words.retractedPart(field) : done.part.map { words.erasedPart($0, field: field) }
    return Report(
      fields: [.init("case", words.label(.caseCode), .text(code))] + parts(done.part) + [
        .init("asked", words.label(.answers), .integer(done.asked)),
        .init("approval", words.label(.approved), .integer(done.approval)),
        .init("entry", words.label(.entry), .integer(done.entry)),
        .init(
          "classes", words.erasedClasses,
          .list(done.classes.map { .code($0.name, label: words.fieldClass($0.name)) })),
        .init("records", words.erasedRecords, .integer(tally.records)),
        .init("values", words.erasedValues, .integer(tally.values)),
        .init("keys", words.erasedKeys, .integer(tally.keys)),
        .init("holders", words.erasedHolders, .integer(tally.packs)),
        .init("copies", words.erasedCopies, .integer(tally.copies)),
        .init("restrictions", words.erasedRestrictions, .integer(tally.restrictions)),
        .init("generation", words.label(.generation), .integer(done.generation)),
        .init("files", words.erasureFiles, .list(files.files.map(Cell.text))),
        .init("unread", words.erasureUnread, .list(files.unread.map(Cell.text))),
        .init("searched", words.label(.time), .moment(WallTime(milliseconds: files.time))),
      ] + left(files.left),
      notes: [
        part.map { words.erased($0, code: code, entry: done.entry) }
          ?? words.erased(code: code, entry: done.entry),
        found(files),
      ] + unread(files.unread)
        + (done.unindexed > 0 ? [words.indexGone(done.unindexed)] : []) + [
          words.erasureCustodyCopies(generation: done.generation), words.erasureBeyondScan,
          words.erasureElsewhere,
        ] + words.leftUndone(leaves))
  }

  /// What the look through the files came to.
  func found(_ files: SearchedFiles) -> String {
    let searched = WallTime(milliseconds: files.time).forPeople
    return files.left.isEmpty
      ? words.erasureSearched(files.files.count, on: searched)
      : words.erasureLeft(Self.line(files.left))
  }

  private func unread(_ names: [String]) -> [String] {
    names.isEmpty ? [] : [words.erasureNotSearched(Self.line(names))]
  }

  /// Only where there is something: what was destroyed and is there all the same.
  func left(_ names: [String]) -> [Report.Field] {
    names.isEmpty ? [] : [.init("left", words.erasureStillIn, .list(names.map(Cell.text)))]
  }

  private static func line(_ names: [String]) -> String {
    names.map { Escaping.line($0) }.joined(separator: ", ")
  }
}
