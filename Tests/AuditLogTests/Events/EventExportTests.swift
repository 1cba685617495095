import AuditLog
import Foundation
import Sealing
import Testing

/// Entries in the forms of other systems: each line is JSON or a row, leads back to the log, and says
/// nothing that the leaf does not say.
@Suite struct EventExportTests {
  private let log: ReportLog
  private let head: Checkpoint

  init() throws {
    var log = try ReportLog()
    let second = log.second
    try log.open(1, by: log.worker)
    try log.read(1, by: log.worker)
    try log.read(1, by: log.second, out: .denied)
    try log.assign(1, to: log.second, by: log.lead)
    try log.act(Act.fieldWrite, 1, by: log.worker) { $0.fields = ["f07:2"] }
    try log.act(Act.emergencyOpen, 1, by: log.second) { $0.kind = "vital" }
    try log.act(Act.excerptGive, 1, by: log.worker) { $0.subj = second.actor }
    for act in [Act.authOK, Act.sessionClose, Act.auditExport, Act.clockStep] {
      try log.act(act, nil, by: log.lead, as: "lead")
    }
    try log.act(Act.authFail, nil, by: log.lead, out: .unattributed) {
      ($0.why, $0.role, $0.who) = (.passphrase, nil, SampleLog.handle("mai"))
    }
    for act in ["consent.record", "request.answer", "case.link", Act.approvalGive] {
      try log.act(act, 1, by: log.worker) { $0.man = SampleLog.grant }
    }
    for act in [Act.caseErase, Act.caseRetract] {
      try log.act(act, 1, by: log.lead, as: "lead") { $0.man = SampleLog.grant }
      try log.act(act, 1, by: log.lead, as: "lead") {
        ($0.man, $0.gen, $0.class) = (SampleLog.grant, 1, 3)
      }
    }
    try log.act(Act.fieldRead, 1, by: log.worker, out: .failed) { $0.why = .tampered }
    self.log = log
    head = Checkpoint(origin: log.vault.log.origin, log.vault.log.frontier)
  }

  private func leaves() throws -> [Leaf] { try log.vault.log.leaves.map { try Leaf(parsing: $0) } }

  private func objects(_ form: EventForm, handle: String? = nil) throws -> [[String: Any]] {
    let export = EventExport(form, under: head)
    return try leaves().map { leaf in
      let line = export.line(of: leaf, EventNames(actor: handle))
      #expect(line.last == 0x0a && line.count { $0 == 0x0a } == 1)
      return try #require(
        try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
  }

  /// What stands at a path of names and indexes, `agent.0.who`.
  private func at(_ path: String, _ object: Any?) -> Any? {
    path.split(separator: ".").reduce(object) { found, name in
      if let index = Int(name), let list = found as? [Any] {
        return list.indices.contains(index) ? list[index] : nil
      }
      return (found as? [String: Any])?[String(name)]
    }
  }

  private func text(_ path: String, _ object: Any?) -> String? { at(path, object) as? String }

  /// An erasure, or a taking back, that was asked for wrote the list of asks; one that was carried out deleted.
  @Test func whatDestroysIsADelete() throws {
    let lines = try leaves().map(\.entry)
    for act in [Act.caseErase, Act.caseRetract] {
      let places = lines.indices.filter { lines[$0].act == act }
      let fhir = try objects(.fhir)
      #expect(places.map { text("action", fhir[$0]) } == ["U", "D"])
      let ocsf = try objects(.ocsf)
      #expect(places.map { at("activity_id", ocsf[$0]) as? Int } == [2, 7])
      #expect(places.map { at("unmapped.gen", ocsf[$0]) as? Int } == [nil, 1])
      #expect(places.map { at("unmapped.class", ocsf[$0]) as? Int } == [nil, 3])
    }
  }

  // MARK: All forms

  @Test(arguments: EventForm.allCases) func everyLineLeadsBackToTheLog(form: EventForm) throws {
    let export = EventExport(form, under: head)
    for leaf in try leaves() {
      let line = String(decoding: export.line(of: leaf), as: UTF8.self)
      #expect(line.contains(form == .csv ? leaf.hash.hex : base64(leaf.hash.bytes)))
      #expect(line.contains(form == .csv ? head.root.hex : base64(head.root.bytes)))
      #expect(line.contains(head.origin))
      #expect(line.contains(String(head.size)) && line.contains(String(leaf.entry.seq)))
    }
  }

  @Test(arguments: EventForm.allCases) func aHandleStandsThereOnlyWhenItIsGiven(
    form: EventForm
  ) throws {
    let leaf = try #require(try leaves().last)
    let export = EventExport(form, under: head)
    #expect(!String(decoding: export.line(of: leaf), as: UTF8.self).contains("hoa \"x\""))
    let named = String(decoding: export.line(of: leaf, EventNames(actor: "hoa")), as: UTF8.self)
    #expect(named.contains("hoa"))
    // A handle that would break out of its string or cell.
    let odd = export.line(of: leaf, EventNames(actor: "a\"b\n=1"))
    if form != .csv { _ = try JSONSerialization.jsonObject(with: Data(odd)) }
    #expect(form != .csv || String(decoding: odd, as: UTF8.self).contains("\"a\"\"b\n=1\""))
  }

  @Test func aTableHasAHeaderAndAsManyCellsInEachRow() throws {
    let export = EventExport(.csv, under: head)
    let header = String(decoding: export.head, as: UTF8.self)
    #expect(header.hasPrefix("seq,time,act,out,why,actor,handle,") && header.hasSuffix("\r\n"))
    let width = header.split(separator: ",", omittingEmptySubsequences: false).count
    for leaf in try leaves() {
      let row = String(decoding: export.line(of: leaf), as: UTF8.self)
      #expect(row.split(separator: ",", omittingEmptySubsequences: false).count == width)
      // What a spreadsheet would take for a formula.
      #expect(!row.split(separator: ",").contains { "=+-@".contains($0.first ?? " ") })
    }
    #expect(EventExport(.fhir, under: head).head.isEmpty)
  }

  @Test func theVeryLineOfTheEntryStandsInNDJSON() throws {
    let export = EventExport(.ndjson, under: head)
    for leaf in try leaves() {
      let line = String(decoding: export.line(of: leaf), as: UTF8.self)
      let json = String(decoding: leaf.entry.encoded(), as: UTF8.self)
      #expect(line.hasPrefix("{\"entry\":\(json),\"leaf\":"))
    }
  }

  // MARK: FHIR R4 and BALP

  /// FHIR R4, AuditEvent: 1..1 type, recorded, source.observer; 1..* agent with requestor.
  @Test func everyEventHasWhatFHIRRequires() throws {
    for event in try objects(.fhir) {
      #expect(text("resourceType", event) == "AuditEvent")
      #expect(text("id", event)?.wholeMatch(of: /[A-Za-z0-9\-.]{1,64}/) != nil)
      #expect(text("type.system", event) != nil && text("type.code", event) != nil)
      #expect(
        text("recorded", event)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
      #expect(["C", "R", "U", "D", "E"].contains(text("action", event)))
      #expect(["0", "4", "8", "12"].contains(text("outcome", event)))
      #expect(text("source.observer.identifier.value", event) == head.origin)
      let agents = try #require(event["agent"] as? [[String: Any]])
      #expect(agents.allSatisfy { $0["requestor"] is Bool })
      #expect(agents.count { $0["requestor"] as? Bool == true } == 1)
    }
  }

  /// BALP 1.1, IHE.BasicAudit.Read and PatientRead.
  @Test func aReadIsAPatientRead() throws {
    let event = try #require(
      try objects(.fhir).first { text("meta.profile.0", $0)?.hasSuffix("PatientRead") == true })
    #expect(text("type.code", event) == "rest" && text("action", event) == "R")
    #expect(text("subtype.0.system", event) == "http://hl7.org/fhir/restful-interaction")
    #expect(text("subtype.0.code", event) == "read" && text("outcome", event) == "0")
    let agents = try #require(event["agent"] as? [[String: Any]])
    #expect(agents.compactMap { text("type.coding.0.code", $0) } == ["110152", "110153", "IRCP"])
    #expect(agents.prefix(2).allSatisfy { at("network.address", $0) != nil })
    #expect(agents[2]["network"] == nil)
    #expect(text("purposeOfUse.0.coding.0.code", agents[2]) == "CAREMGT")
    let entities = try #require(event["entity"] as? [[String: Any]])
    #expect(entities.count { text("type.code", $0) == "1" } == 1)
    #expect(entities.count { text("type.code", $0) == "2" } == 1)
    #expect(text("role.code", entities[0]) == "1" && text("what.type", entities[0]) == "Patient")
    #expect(text("role.code", entities[1]) == "4")
    #expect(text("detail.0.valueString", entities[1]) == "f07:1")
  }

  /// Of a write the data goes to the server: BALP, IHE.BasicAudit.Update.
  @Test func aWriteIsAPatientUpdate() throws {
    let event = try #require(
      try objects(.fhir).first { text("meta.profile.0", $0)?.hasSuffix("PatientUpdate") == true })
    #expect(text("subtype.0.code", event) == "update" && text("action", event) == "U")
    #expect(text("agent.0.type.coding.0.code", event) == "110153")
    #expect(text("agent.1.type.coding.0.code", event) == "110152")
    #expect(text("agent.2.type.coding.0.code", event) == "AUT")
  }

  /// BALP's profiles are of success alone; its denied authorisation is a Security Alert of outcome 8.
  @Test func aRefusalIsASecurityAlertAndClaimsNoProfile() throws {
    let events = try objects(.fhir).filter { text("outcome", $0) != "0" }
    #expect(events.allSatisfy { $0["meta"] == nil })
    let denied = try #require(events.first)
    #expect(text("type.code", denied) == "110113" && text("outcome", denied) == "8")
    #expect(text("subtype.0.code", denied) == "AuthZ-Role")
    #expect(text("outcomeDesc", denied) == "role")
    let wrong = try #require(events.first { text("outcome", $0) == "4" })
    #expect(text("type.code", wrong) == "110114")
  }

  @Test func breakingTheGlassHasItsCodes() throws {
    let event = try #require(
      try objects(.fhir).first { text("subtype.0.code", $0) == "110127" })
    #expect(text("type.code", event) == "110113" && text("outcome", event) == "0")
    #expect(text("purposeOfEvent.0.coding.0.code", event) == "BTG")
    #expect(text("agent.2.purposeOfUse.0.coding.0.code", event) == "BTG")
  }

  // MARK: OCSF

  /// OCSF, base_event and metadata: activity_id, category_uid, class_uid, type_uid, severity_id, time,
  /// metadata.version, metadata.product.
  @Test func everyEventHasWhatOCSFRequires() throws {
    for event in try objects(.ocsf) {
      let kind = try #require(event["class_uid"] as? Int)
      let activity = try #require(event["activity_id"] as? Int)
      #expect([3002, 3005, 6005].contains(kind))
      #expect(event["category_uid"] as? Int == kind / 1000)
      #expect(event["type_uid"] as? Int == kind * 100 + activity)
      #expect(event["severity_id"] is Int && event["time"] is Int)
      #expect(text("metadata.version", event) == "1.3.0")
      #expect(text("metadata.product.name", event) != nil)
      #expect(activity != 99 || event["activity_name"] is String)
      let actor = text("actor.user.uid", event)
      // Nobody acted where an unlocking failed.
      #expect(text("metadata.event_code", event) == "auth.fail" ? actor == nil : actor?.count == 16)
      switch kind {
      case 6005:
        #expect(event["src_endpoint"] != nil)
        #expect(event["database"] != nil || event["table"] != nil)
      case 3005: #expect(event["user"] != nil && (event["privileges"] as? [Any])?.isEmpty == false)
      default: #expect(event["user"] != nil && event["service"] != nil)
      }
    }
  }

  @Test func actsAreInTheirClasses() throws {
    var classes: [String: Int] = [:]
    for event in try objects(.ocsf) {
      classes[try #require(text("metadata.event_code", event))] = event["type_uid"] as? Int
    }
    #expect(classes["field.write"] == 600502 && classes["record.create"] == 600506)
    #expect(classes["auth.ok"] == 300201 && classes["session.close"] == 300202)
    #expect(classes["role.add"] == 300501 && classes["assign.add"] == 300501)
    #expect(classes["audit.export"] == 600599)
    let denied = try #require(try objects(.ocsf).first { text("status_detail", $0) == "role" })
    #expect(denied["status_id"] as? Int == 2 && denied["severity_id"] as? Int == 3)
    let spoilt = try #require(try objects(.ocsf).first { text("status_detail", $0) == "tampered" })
    #expect(spoilt["severity_id"] as? Int == 5)
  }

  /// Who unlocked next and noted it down did not try the passphrase.
  @Test(arguments: EventForm.allCases) func aFailedUnlockingIsOfTheNameThatWasTried(
    form: EventForm
  ) throws {
    let leaf = try #require(try leaves().first { $0.entry.act == Act.authFail })
    let export = EventExport(form, under: head)
    let line = export.line(of: leaf, EventNames(actor: "binh", tried: "mai"))
    guard form != .csv else {
      let names = String(decoding: export.head, as: UTF8.self).split(separator: ",")
      let cells = String(decoding: line, as: UTF8.self).split(
        separator: ",", omittingEmptySubsequences: false)
      let row = Dictionary(uniqueKeysWithValues: zip(names, cells))
      #expect(row["handle"] == "\"mai\"" && row["actor"] == "" && row["noted_by"] == "\"binh\"")
      #expect(row["who"].map(String.init) == leaf.entry.who?.hex)
      return
    }
    let event = try JSONSerialization.jsonObject(with: Data(line))
    switch form {
    case .ocsf:
      #expect(text("user.name", event) == "mai" && at("actor.user", event) == nil)
      #expect(text("unmapped.noted_by", event) == "binh")
    case .fhir:
      #expect(text("agent.2.name", event) == "mai")
      #expect(text("agent.2.who.identifier.system", event) == "urn:safekeep:tried")
    default:
      #expect(text("handle", event) == "mai" && text("noted_by", event) == "binh")
    }
    #expect(String(decoding: line, as: UTF8.self).contains("binh"))
  }

  /// What the manifest says was written in a case is an update, whatever the act is called.
  @Test func workInACaseIsAnUpdate() throws {
    for act in ["consent.record", "request.answer", "case.link", "approval.give"] {
      let fhir = try #require(
        try objects(.fhir).first { event in
          (event["entity"] as? [[String: Any]])?.last.flatMap { text("detail.0.valueString", $0) }
            == act
        })
      #expect(text("meta.profile.0", fhir)?.hasSuffix("PatientUpdate") == true)
      let ocsf = try #require(
        try objects(.ocsf).first { text("metadata.event_code", $0) == act })
      #expect(ocsf["type_uid"] as? Int == 600502)
    }
    for event in try objects(.ocsf) where event["class_uid"] as? Int == 3005 {
      #expect([1, 2, 99].contains(event["activity_id"] as? Int))
    }
  }
}
