/// What an entry is in the codes of FHIR R4, DICOM and BALP.
struct FHIREventCode {
  let type: EventValue
  let subtype: EventValue?
  /// C create, R read, U update, D delete, E execute (FHIR R4, audit-event-action).
  let action: String
  /// 0 success, 4 minor failure, 8 serious failure (FHIR R4, audit-event-outcome).
  let outcome: String
  /// The name of the BALP profile that the event claims; nil where BALP has none that fits.
  let profile: String?
  let isRead: Bool

  private typealias Codes = (
    type: EventValue, subtype: EventValue?, action: String, profile: String?
  )

  init(_ entry: Entry) {
    // A wrong passphrase may be tried again: that is minor. Whatever else is refused ended there.
    let isMinor = entry.act == Act.authFail
    outcome = entry.out == .ok ? "0" : isMinor ? "4" : "8"
    let codes = entry.out == .ok ? Self.done(entry) : Self.refused(entry)
    (type, subtype, action, profile) = codes
    isRead = action != "C" && action != "U" && action != "D"
  }

  // MARK: Done

  private static func done(_ entry: Entry) -> Codes {
    let hasCase = entry.rec != nil
    return switch entry.act {
    case Act.fieldRead where hasCase: rest("read", "R", "PatientRead")
    // BALP closes the entities of a delete to two: there would be no place for leaf and checkpoint.
    case _ where hasCase && entry.destroys: rest("delete", "D", nil)
    case _ where hasCase && changesCase(entry): rest("update", "U", "PatientUpdate")
    case Act.recordCreate where hasCase: rest("create", "C", "PatientCreate")
    case Act.emergencyOpen: alert("110127", "Emergency Override Started")
    case Act.emergencyClose: alert("110138", "Emergency Override Stopped")
    case Act.authOK, Act.sessionOpen: login("110122", "Login")
    case Act.sessionClose: login("110123", "Logout")
    default: other(entry)
    }
  }

  private static func other(_ entry: Entry) -> Codes {
    if changesRights(entry) { return alert("110137", "User Security Attributes Changed") }
    if entry.act == Act.intakeImport || entry.act == Act.caseReceive {
      return (dicom("110107", "Import"), nil, "C", nil)
    }
    if [Act.export, Act.print, Act.caseTransfer].contains(entry.act) {
      return (dicom("110106", "Export"), nil, "R", nil)
    }
    if entry.act.hasPrefix("audit.") { return (dicom("110101", "Audit Log Used"), nil, "R", nil) }
    if [Act.list, Act.search, Act.searchHit, Act.due, Act.stats].contains(entry.act) {
      return (dicom("110112", "Query"), nil, "E", nil)
    }
    return (dicom("110100", "Application Activity"), nil, "E", nil)
  }

  /// Acts that give or take what somebody may do. An answer that carries out what was asked in a case
  /// writes in it, and gives nobody anything.
  static func changesRights(_ entry: Entry) -> Bool {
    guard !entry.isAnswer else { return false }
    return ["member.", "role.", "assign.", "excerpt.", "key.", "approval."].contains {
      entry.act.hasPrefix($0)
    }
  }

  /// Whether something in a case was written: the entry says so itself, by the manifest after it. What destroys some of
  /// it has one too, and is another matter.
  static func changesCase(_ entry: Entry) -> Bool {
    if [Act.fieldWrite, Act.fieldReseal, Act.caseStep].contains(entry.act) { return true }
    let others: Set = [Act.recordCreate, Act.caseTransfer, Act.caseReceive]
    return entry.man != nil && !entry.destroys && !others.contains(entry.act)
      && !changesRights(entry)
  }

  // MARK: Refused

  private static func refused(_ entry: Entry) -> Codes {
    if entry.act == Act.authFail { return login("110122", "Login") }
    let subtype = FHIREvent.coding(
      "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType", "AuthZ-Role",
      "Authorization Decision using only Roles")
    return (dicom("110113", "Security Alert"), entry.out == .denied ? subtype : nil, "E", nil)
  }

  // MARK: Codes

  private static func rest(_ interaction: String, _ action: String, _ profile: String?) -> Codes {
    let type = FHIREvent.coding(
      "http://terminology.hl7.org/CodeSystem/audit-event-type", "rest", "Restful Operation")
    let subtype = FHIREvent.coding(
      "http://hl7.org/fhir/restful-interaction", interaction, interaction)
    return (type, subtype, action, profile)
  }

  private static func alert(_ code: String, _ display: String) -> Codes {
    (dicom("110113", "Security Alert"), dicom(code, display), "E", nil)
  }

  private static func login(_ code: String, _ display: String) -> Codes {
    (dicom("110114", "User Authentication"), dicom(code, display), "E", nil)
  }

  private static func dicom(_ code: String, _ display: String) -> EventValue {
    FHIREvent.coding(FHIREvent.dicom, code, display)
  }
}
