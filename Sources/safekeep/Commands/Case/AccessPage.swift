import Casework
import Vault

/// What the log holds of a case, as a page for the person: handle and role, labels of fields, purposes
/// in words, local time.
struct AccessPage {
  let words: any Words
  let book: RuleBook

  /// - Parameters:
  ///   - putBack: entries by which it was asked to go on with an older copy of the vault.
  ///   - origin: the office that handed the file over to this one.
  func head(_ code: CaseCode, putBack: [Int], from origin: CameFrom?) -> [String] {
    [words.accessTitle, words.accessOf(code: code.text), "", words.accessIntroduction, ""]
      + (origin.map { [Self.told($0, words), ""] } ?? [])
      + (putBack.isEmpty ? [] : [words.accessPutBack(putBack), ""])
  }

  static func told(_ origin: CameFrom, _ words: any Words) -> String {
    words.accessCameFrom(
      origin.office.map { Escaping.line($0) }, code: origin.code.map { Escaping.line($0) })
  }

  /// One entry, with an empty line after it.
  func lines(_ access: ReportedAccess) -> [String] {
    let line = access.line
    let role = line.role.map { ", \(words.role($0))" } ?? ""
    let who = Escaping.line(line.handle ?? line.actor) + role
    var lines = [
      "\(WallTime(milliseconds: line.time).forPeople)  \(who): \(deed(access))"
        + " \(words.accessEntry(line.seq))"
    ]
    // An opening writes every field of the forms, so that which of them are empty cannot be seen from outside.
    let isOpening = line.act == "record.create"
    let named = access.fields.compactMap { field in book[field].map { words.name($0.label) } }
    let closed = access.closed.map { words.fieldClass($0.name) }
    if let erasure = ErasurePage(words: words, book: book, access: access) {
      lines += erasure.lines.map { "  " + $0 }
    } else if !isOpening, case let fields = (named + closed).uniqued(), !fields.isEmpty {
      lines.append("  " + words.accessFields(fields.joined(separator: ", ")))
    }
    if let opened = emergency(access) { lines.append("  " + opened) }
    if let purpose = line.purpose {
      lines.append("  " + words.accessPurpose(words.purpose(purpose)))
    }
    if let right = right(access) { lines.append("  " + right) }
    return lines + [""]
  }

  /// What was opened in an emergency, or asked for, and why; and of a look that it was made in one. The reason
  /// is its code in words: what somebody wrote beside it is sealed for the leads, and may tell of others.
  private func emergency(_ access: ReportedAccess) -> String? {
    if let opened = access.emergency, access.line.outcome == "ok" {
      return words.accessInEmergency(
        words.fieldClass(opened.fieldClass.name), because: opened.reason.map(reason),
        entry: opened.entry)
    }
    guard access.line.act == "emergency.open", let opened = access.fieldClass else { return nil }
    return words.accessEmergency(
      words.fieldClass(opened.name), because: access.line.kind.map(reason))
  }

  private func reason(_ code: String) -> String {
    book.emergencyReasons.first { $0.code == code }.map { words.name($0.label) } ?? code
  }

  func foot(by handle: String, entry: Int) -> [String] {
    let now = WallTime(milliseconds: Desk.now()).forPeople
    return [
      words.accessClosing, "",
      words.accessMade(by: Escaping.line(handle), at: now, entry: entry),
    ]
  }

  private func deed(_ access: ReportedAccess) -> String {
    let (line, deed) = (access.line, AccessDeed(access))
    switch line.outcome {
    case "ok":
      return words.accessDeed(deed)
    case "denied":
      let why = line.reason.flatMap(Refusal.init(rawValue:)).map { words.accessReason($0, deed) }
      return words.accessRefused(deed) + (why.map { ": \($0)" } ?? "")
    default: return words.accessTried(deed) + ". " + words.accessFailed
    }
  }

  /// What in the log allows a look that says no purpose of its own; of a look or a write that nothing allows, that it
  /// is so.
  private func right(_ access: ReportedAccess) -> String? {
    let line = access.line
    guard line.outcome == "ok",
      ["field.read", "field.write", "export", "print"].contains(line.act)
    else { return nil }
    switch access.right {
    case .none: return words.accessNoRight
    case .standing: return line.purpose == nil ? words.accessByRole : nil
    case .entry(let seq): return line.purpose == nil ? words.accessByEntry(seq) : nil
    }
  }
}
