import ArgumentParser
import Casework
import Vault

/// `safekeep intake import FILE.csv`: all of a register or nothing of it.
struct IntakeImport: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .intakeImport, example: "safekeep intake import register.csv --as lan")

  @Argument(help: .of({ $0.argumentRegister }, "file.csv"), completion: .file()) var file: String
  @Flag(name: [.customLong("check"), .customLong("dry-run")], help: .of({ $0.optionDryRun }))
  var dryRun = false
  @OptionGroup var register: RegisterOptions
  @OptionGroup var likeness: LikenessOptions
  @OptionGroup var common: Common

  func run() throws {
    try likeness.check(isDry: dryRun)
    let desk = try Desk(common)
    let source = try register.file(of: RegisterSource(file), desk)
    let list = try likeness.to.map { path throws(Fault) in try NewFile(path) }
    var earlier: Int?
    // A list that goes out of the vault is an export.
    let imported = try desk.withCasework(fresh: list != nil) { casework, session in
      earlier = try register.earlier(source, isDry: dryRun, casework, session)
      var progress = Progress(desk.words.readingRegister, of: 0, on: desk.terminal)
      var isWriting = false
      var stop: Fault?
      do {
        return try Fault.doing(.writing) {
          try casework.importRegister(
            source, isDry: dryRun, as: session,
            decide: { likeness.decision($0, desk, &stop) },
            progress: { phase, count in
              if phase == .writing, !isWriting {
                isWriting = true
                progress = Progress(desk.words.writingCases, of: 0, on: desk.terminal)
              }
              progress.reached(count)
            })
        }
      } catch { throw stop ?? error }
    }
    var told = report(imported, desk)
    if let earlier { told.notes.append(desk.words.importedBefore(entry: earlier)) }
    if let list { told.notes.append(try likeness.write(imported.likeness, into: list, desk)) }
    try desk.show(told)
  }

  private func report(_ imported: ImportedRegister, _ desk: Desk) -> Report {
    let words = desk.words
    var fields = [Report.Field("cases", words.casesImported, .integer(imported.count))]
    if !dryRun { fields.append(.init("entry", words.label(.entry), .integer(imported.entry))) }
    if !imported.unlinked.isEmpty {
      fields.append(
        .init("unlinked", words.unlinkedRows, .list(imported.unlinked.map(Cell.integer))))
    }
    var lists: [Report.List] = [.missing(imported.missing, in: words)]
    if let likeness = imported.likeness {
      let likely = LikenessReport(likeness, words)
      fields += likely.fields
      // Who has them in a file reads them there.
      if self.likeness.to == nil || desk.format == .json {
        lists.append(likely.list(isCut: desk.format == .table))
      }
    }
    return Report(fields: fields, lists: lists, notes: notes(imported, desk))
  }

  private func notes(_ imported: ImportedRegister, _ desk: Desk) -> [String] {
    let words = desk.words
    if dryRun {
      return [words.dryRunSound(cases: imported.count)]
        + (imported.likeness.map {
          LikenessReport($0, words).notes(isCut: desk.format == .table && likeness.to == nil)
        } ?? [])
    }
    var notes = [words.imported(cases: imported.count, entry: imported.entry)]
    if let places = imported.warnings[.placeNotChecked] {
      notes.append(words.placesNotChecked(rows: places))
    }
    if let unread = imported.likeness?.unsearched, unread > 0 {
      notes.append(words.notSearched(unread))
    }
    if imported.linked > 0 { notes.append(words.rowsLinked(imported.linked)) }
    if !imported.unlinked.isEmpty { notes.append(words.rowsNotLinked(imported.unlinked.count)) }
    return notes + [next(imported.role, words)]
  }
}

extension IntakeImport {
  private func next(_ role: Role?, _ words: any Words) -> String {
    switch role {
    case .socialWorker: words.nextOwn
    case .lead: words.nextAssign(code: nil)
    default: words.nextLead
    }
  }
}

extension Report.List {
  /// What the steps after reception will ask for, and how many cases lack it.
  fileprivate static func missing(_ missing: [MissingField], in words: any Words) -> Report.List {
    Report.List(
      "missing", title: words.label(.missing),
      columns: [
        .init("field", words.label(.fields)), .init("cases", words.casesImported),
        .init("rule", words.label(.rule)),
      ],
      rows: missing.map {
        [
          .code($0.field.qualifiedName, label: words.name($0.field.label)), .integer($0.count),
          $0.field.citation.standing(in: words),
        ]
      }, ifEmpty: words.nothingMissing)
  }
}
