import Vault

/// The second pass over a register: each sound row becomes a case, to be drafted later.
struct RegisterPass {
  private let book: RuleBook
  private let now: Moment
  private let owner: MemberID?
  /// Who took the statement down: the importer.
  private let taker: MemberID
  private var register: IntakeRegister
  private(set) var count = 0
  /// The codes of files that are to be linked, by line.
  private(set) var codes: [Int: CaseCode] = [:]
  private var kept: Set<Int> = []

  init(
    _ casework: Casework, _ source: @escaping CSVReader.Source, owner: MemberID?,
    importer: MemberID
  ) {
    book = casework.book
    now = casework.moment
    self.owner = owner
    taker = importer
    register = IntakeRegister(book, now: now, source)
  }

  /// - Throws: `.registerChanged` for a row that is not sound: it was, in the first pass.
  mutating func next() throws(CaseworkError) -> CaseOpening.Draft? {
    guard let row = try register.next() else { return nil }
    guard row.isSound else { throw .registerChanged }
    count += 1
    var values = row.values
    if let text = book["statement.text"], values[text.id]?.state == .given,
      let by = book["statement.taken_by"]
    {
      values[by.id] = .bytes(taker.bytes)
    }
    let code = CaseCode.makeRandom()
    if kept.contains(row.line) { codes[row.line] = code }
    let (draft, owner) = (CaseDraft(values, book: book, now: now), owner)
    return { draft.opening(code: code, owner: owner, isElse: false) }
  }

  /// Remembers which codes the rows are given that are to be linked to others.
  mutating func keepCodes(of likeness: RegisterLikeness) {
    for row in likeness.rows {
      kept.insert(row.line)
      if case .row(let line) = row.other { kept.insert(line) }
    }
  }
}
