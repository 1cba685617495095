import Sealing

/// An entry as a FHIR R4 AuditEvent.
///
/// Reads, updates and creations of a case claim the profiles of IHE BALP 1.1 (PatientRead, PatientUpdate,
/// PatientCreate: profiles.ihe.net/ITI/BALP; github.com/IHE/ITI.BasicAudit, input/fsh): type `rest`,
/// subtype, action, outcome 0, an agent each for client, server and user, an entity each for the patient
/// and the data. Those profiles are of success alone; what was refused is a DICOM 110113 Security Alert
/// with outcome 8, as BALP's example of a denied authorisation has it. Emergency access is DICOM 110127
/// with the purpose BTG (hl7.org/fhir, auditevent-example-breakglass-start).
struct FHIREvent {
  private let entry: Entry
  private let leaf: Leaf
  private let names: EventNames
  private let checkpoint: Checkpoint

  init(_ leaf: Leaf, _ names: EventNames, _ checkpoint: Checkpoint) {
    (entry, self.leaf, self.names, self.checkpoint) = (leaf.entry, leaf, names, checkpoint)
  }

  static let dicom = "http://dicom.nema.org/resources/ontology/DCM"
  static let actReason = "http://terminology.hl7.org/CodeSystem/v3-ActReason"

  var value: EventValue {
    let code = FHIREventCode(entry)
    let profile = code.profile.map { EventValue.string(Self.profiles + $0) }
    return .object([
      ("resourceType", .string("AuditEvent")), ("id", .string(id)),
      ("meta", profile.map { .object([("profile", .array([$0]))]) }),
      ("type", code.type), ("subtype", code.subtype.map { .array([$0]) }),
      ("action", .string(code.action)), ("recorded", .string(EventTime.text(entry.t))),
      ("outcome", .string(code.outcome)), ("outcomeDesc", .text(entry.why?.rawValue)),
      ("purposeOfEvent", purpose.map { .array([$0]) }),
      ("agent", .array(agents(isRead: code.isRead))), ("source", source),
      ("entity", .array(entities)),
    ])
  }

  private static let profiles =
    "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit."

  /// At most 64 of `[A-Za-z0-9-.]` (FHIR R4, id).
  private var id: String {
    let name = checkpoint.origin.split(separator: "/").last ?? ""
    return String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }.prefix(32))
      + "-\(entry.seq)"
  }

  /// An emergency is break-glass whatever else was named.
  private var purpose: EventValue? {
    let code = entry.act.hasPrefix("emergency.") ? "BTG" : entry.purp
    return code.map { .object([("coding", .array([Self.coding(Self.actReason, $0)]))]) }
  }

  static func coding(_ system: String, _ code: String, _ display: String? = nil) -> EventValue {
    .object([("system", .string(system)), ("code", .string(code)), ("display", .text(display))])
  }

  // MARK: Who

  /// Client and server are this program, on one machine: there is no network between them. Of a read the
  /// data goes from the server (source) to the client (destination); of a write the other way.
  private func agents(isRead: Bool) -> [EventValue] {
    let (client, server) = isRead ? ("110152", "110153") : ("110153", "110152")
    return [machine(client, "safekeep"), machine(server, checkpoint.origin), user(isRead)]
  }

  private func machine(_ role: String, _ name: String) -> EventValue {
    let display = role == "110152" ? "Destination Role ID" : "Source Role ID"
    return .object([
      ("type", .object([("coding", .array([Self.coding(Self.dicom, role, display)]))])),
      ("who", .object([("identifier", .object([("value", .string(name))]))])),
      ("requestor", .bool(false)),
      ("network", .object([("address", .string("localhost")), ("type", .string("1"))])),
    ])
  }

  /// Who reads is a recipient, who writes an author: BALP's value set of a create or update has no other
  /// that fits.
  private func user(_ isRead: Bool) -> EventValue {
    let participation = Self.coding(
      "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", isRead ? "IRCP" : "AUT",
      isRead ? "information recipient" : "author (originator)")
    let role = entry.role.map { Self.coding("urn:safekeep:role", $0) }
    return .object([
      ("type", .object([("coding", .array([participation]))])),
      ("role", role.map { .array([.object([("coding", .array([$0]))])]) }),
      ("who", who), ("name", .text(entry.isNotedOnly ? names.tried : names.actor)),
      ("requestor", .bool(true)),
      ("purposeOfUse", purpose.map { .array([$0]) }),
    ])
  }

  /// Of a failed unlocking the hash of the name that was tried: who signed the entry only noted it down, and
  /// stands in the last entity.
  private var who: EventValue {
    guard entry.isNotedOnly else {
      return Self.identified("urn:safekeep:actor", entry.actor.description)
    }
    return Self.identified("urn:safekeep:tried", entry.who.map(EventExport.hash) ?? "unknown")
  }

  static func identified(
    _ system: String, _ value: String, type: String? = nil
  ) -> EventValue {
    .object([
      ("type", .text(type)),
      ("identifier", .object([("system", .string(system)), ("value", .string(value))])),
    ])
  }

  private var source: EventValue {
    let kind = Self.coding(
      "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server")
    return .object([
      ("site", .string(checkpoint.origin)),
      ("observer", Self.identified("urn:safekeep:origin", checkpoint.origin)),
      ("type", .array([kind])),
    ])
  }

  // MARK: What

  private var entities: [EventValue] {
    [patient, data, place].compactMap { $0 }
  }

  private var patient: EventValue? {
    entry.rec.map { rec in
      entity(
        Self.identified("urn:safekeep:case", rec.hex, type: "Patient"), type: ("1", "Person"),
        role: ("1", "Patient"), details: [])
    }
  }

  private var data: EventValue? {
    guard entry.rec != nil || entry.fields != nil else { return nil }
    let name = entry.item?.hex ?? entry.rec?.hex ?? entry.act
    return entity(
      Self.identified("urn:safekeep:record", name), type: ("2", "System Object"),
      role: ("4", "Domain Resource"), details: (entry.fields ?? []).map { ("field", $0) })
  }

  /// Where the entry stands in the log, for whoever wants to prove it.
  private var place: EventValue {
    let said: [(String, String?)] = [
      ("act", entry.act), ("kind", entry.kind), ("by", entry.by.map(String.init)),
      ("ref", entry.ref.map(String.init)), ("subj", entry.subj?.description),
      ("sid", entry.sid), ("n", entry.n.map(String.init)), ("gen", entry.gen.map(String.init)),
      ("class", entry.class.map(String.init)),
      ("noted_by", entry.isNotedOnly ? names.actor ?? entry.actor.description : nil),
    ]
    let proof = [
      ("seq", String(entry.seq)), ("leaf", EventExport.hash(leaf.hash)),
      ("checkpoint.origin", checkpoint.origin), ("checkpoint.size", String(checkpoint.size)),
      ("checkpoint.root", EventExport.hash(checkpoint.root)),
    ]
    return entity(
      Self.identified("urn:safekeep:entry", "\(checkpoint.origin)/\(entry.seq)"),
      type: ("4", "Other"), role: ("13", "Security Resource"),
      details: said.compactMap { name, value in value.map { (name, $0) } } + proof)
  }

  private func entity(
    _ what: EventValue, type: (String, String), role: (String, String),
    details: [(String, String)]
  ) -> EventValue {
    let listed = details.map { name, value in
      EventValue.object([("type", .string(name)), ("valueString", .string(value))])
    }
    return .object([
      ("what", what),
      (
        "type",
        Self.coding(
          "http://terminology.hl7.org/CodeSystem/audit-entity-type", type.0, type.1)
      ),
      ("role", Self.coding("http://terminology.hl7.org/CodeSystem/object-role", role.0, role.1)),
      ("detail", listed.isEmpty ? nil : .array(listed)),
    ])
  }
}
