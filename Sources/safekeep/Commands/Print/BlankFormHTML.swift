import Casework

/// The questions of a stage, with room for what is written by hand. Codes are boxes to tick.
struct BlankFormHTML {
  /// A list that is longer is not ticked but written.
  private static let mostBoxes = 24

  private let stage: String
  private let fields: [FieldDefinition]
  private let book: RuleBook
  private let entry: Int
  private let handle: String
  private let language: Language

  init(
    _ stage: String, _ fields: [FieldDefinition], _ book: RuleBook, entry: Int, _ desk: Desk
  ) throws(Fault) {
    (self.stage, self.fields, self.book, self.entry) = (stage, fields, book, entry)
    (handle, language) = (try desk.handle(), desk.words.language)
  }

  var text: String {
    var html = HTMLPage(in: language)
    let title: (any Words) -> String = { $0.formTitle($0.stage(stage)) }
    html.runningHead(title, isConfidential: false, by: handle, entry: entry)
    html.heading(1, title)
    html.paragraph { $0.formIntroduction }
    html.table([({ $0.label(.caseCode) }, { _ in "" }), ({ $0.dayAndPlace }, { _ in "" })])
    for entity in entities {
      html.heading(2) { $0.name(entity.label) }
      html.questions(
        fields.filter { $0.entity == entity.number }.map { field in
          ({ $0.name(field.label) }, boxes(of: field))
        }, states: Self.states.map { state in { $0.fieldState(state) } })
    }
    html.stamp(by: handle, entry: entry)
    return html.text(title: title)
  }

  /// In the order in which their first question is asked.
  private var entities: [EntityDefinition] {
    var seen: Set<UInt16> = []
    return fields.filter { seen.insert($0.entity).inserted }.compactMap { book.entity($0.entity) }
  }

  /// Whoever does not answer says why: that is an answer too.
  private static let states = ["declined", "unknown", "not_asked", "withheld"]

  private func boxes(of field: FieldDefinition) -> [(any Words) -> String] {
    codes(of: field).map { code in { $0.name(code.label) } }
  }

  private func codes(of field: FieldDefinition) -> [Code] {
    let list = field.type == .bool3 ? "bool3" : field.codes
    let codes = list.flatMap { book.codeLists[$0] }?.codes ?? []
    return codes.count > Self.mostBoxes ? [] : codes
  }
}
