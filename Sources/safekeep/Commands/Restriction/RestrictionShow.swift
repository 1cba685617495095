import ArgumentParser
import Casework
import Vault

/// `safekeep restriction show CASE`: who is kept from which field, since when, by which entry, and why.
struct RestrictionShow: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .restrictionShow, example: "safekeep restriction show K7M-2QX-9T8 --as mai")

  @OptionGroup var argument: CaseArgument
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    let (list, book) = try desk.withCasework { casework, session in
      (try casework.restrictions(of: code, as: session), casework.book)
    }
    let words = desk.words
    let title = book.entity(Restriction.entity).map { words.name($0.label) } ?? ""
    let cells = FieldCells(book: book, words: words)
    try desk.show(
      Report(
        fields: [
          .init("case", words.label(.caseCode), .text(code.text)),
          .init("entry", words.label(.entry), .integer(list.entry)),
        ],
        groups: list.restrictions.map { Self.group($0, title, cells, words) },
        notes: (list.restrictions.isEmpty ? [words.nothingRestricted] : [])
          + [words.read(entry: list.entry)]))
  }

  private static func group(
    _ item: CaseRestriction, _ title: String, _ cells: FieldCells, _ words: any Words
  ) -> Report.Group {
    var fields: [Report.Field] = [
      .init("record", words.recordName, .text(item.name)),
      .init(
        "field", words.restrictedField,
        .code(item.field.qualifiedName, label: words.name(item.field.label))),
      .init("excluded", words.keptFrom, .excluded(item.role, words)),
      .init("set_entry", words.setByEntry, .integer(item.since)),
    ]
    if let lifted = item.lifted {
      fields.append(.init("lifted_entry", words.liftedByEntry, .integer(lifted)))
    }
    if !item.isSealed {
      fields.append(
        .init("waits", words.label(.waiting), .code("holder", label: words.waitsForHolder)))
    }
    fields += item.details.map {
      .init($0.definition.name, words.name($0.definition.label), cells.cell($0))
    }
    return Report.Group(
      key: "restriction", isMany: true, title: title, fields: fields)
  }
}
