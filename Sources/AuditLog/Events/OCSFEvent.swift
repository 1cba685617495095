import Sealing

/// An entry as an event of OCSF 1.3 (schema.ocsf.io; github.com/ocsf/ocsf-schema, events/): unlocking is
/// Authentication [3002], giving and taking rights User Access Management [3005], everything else
/// Datastore Activity [6005]. Each has the required attributes of its class; what OCSF has no name for,
/// stands in `unmapped`.
struct OCSFEvent {
  private let entry: Entry
  private let leaf: Leaf
  private let names: EventNames
  private let checkpoint: Checkpoint

  init(_ leaf: Leaf, _ names: EventNames, _ checkpoint: Checkpoint) {
    (entry, self.leaf, self.names, self.checkpoint) = (leaf.entry, leaf, names, checkpoint)
  }

  private enum Class: Int {
    case authentication = 3002
    case userAccess = 3005
    case datastore = 6005
  }

  private var kind: Class {
    if entry.act.hasPrefix("auth.") || entry.act.hasPrefix("session.") { return .authentication }
    return FHIREventCode.changesRights(entry) ? .userAccess : .datastore
  }

  var value: EventValue {
    let activity = activity
    let common: [(String, EventValue?)] = [
      ("activity_id", .integer(activity)),
      ("activity_name", activity == 99 ? .string(entry.act) : nil),
      ("category_uid", .integer(kind.rawValue / 1000)), ("class_uid", .integer(kind.rawValue)),
      // class_uid * 100 + activity_id (OCSF, base_event).
      ("type_uid", .integer(kind.rawValue * 100 + activity)),
      ("severity_id", .integer(severity)), ("time", .integer(entry.t)),
      ("status_id", .integer(entry.out == .ok ? 1 : 2)),
      ("status_detail", .text(entry.why?.rawValue)), ("metadata", metadata), ("actor", actor),
      ("unmapped", unmapped),
    ]
    return .object(common + special)
  }

  // MARK: What was done

  private var activity: Int {
    switch kind {
    case .authentication: entry.act == Act.sessionClose ? 2 : 1
    case .userAccess: accessActivity
    case .datastore: storeActivity
    }
  }

  /// 1 assign, 2 revoke privileges: 1.3.0 has no others, a role is privileges too.
  private var accessActivity: Int {
    switch entry.act {
    case Act.roleAdd, Act.assignAdd, Act.excerptGive, Act.keyWrap: 1
    case Act.roleRemove, Act.memberSuspend, Act.assignRemove, Act.excerptEnd, Act.keyRevoke,
      Act.keyDestroy:
      2
    default: 99
    }
  }

  /// 1 read, 2 update, 4 query, 6 create, 7 delete.
  private var storeActivity: Int {
    switch entry.act {
    case Act.fieldRead, Act.export, Act.print, Act.caseTransfer: 1
    case _ where entry.destroys: 7
    case _ where FHIREventCode.changesCase(entry): 2
    case Act.list, Act.search, Act.searchHit, Act.due, Act.stats: 4
    case Act.recordCreate, Act.intakeImport, Act.vaultCreate: 6
    default: 99
    }
  }

  /// 1 informational, 3 medium, 4 high, 5 critical.
  private var severity: Int {
    if entry.why == .tampered { return 5 }
    if entry.act.hasPrefix("emergency.") { return 4 }
    return entry.out == .ok ? 1 : 3
  }

  // MARK: Who and where

  /// Of a failed unlocking the name that was tried, as far as it is known: who signed the entry only noted
  /// it down.
  private var user: EventValue {
    if entry.isNotedOnly {
      let tried = entry.who.map(EventExport.hash) ?? "unknown"
      return .object([("uid", .string(tried)), ("name", .string(names.tried ?? tried))])
    }
    return .object([
      ("uid", .string(entry.actor.description)),
      ("name", .string(names.actor ?? entry.actor.description)),
    ])
  }

  /// A program acts where nobody does: then the program is named and no session.
  private var actor: EventValue {
    if entry.isNotedOnly { return .object([("app_name", .string("safekeep"))]) }
    return .object([
      ("user", user),
      ("session", entry.sid.map { .object([("uid", .string($0))]) }),
    ])
  }

  private var metadata: EventValue {
    .object([
      ("version", .string("1.3.0")),
      ("product", .object([("name", .string("Safekeep")), ("vendor_name", .string("Safekeep"))])),
      ("uid", .string("\(checkpoint.origin)/\(entry.seq)")), ("sequence", .integer(entry.seq)),
      ("event_code", .string(entry.act)), ("log_name", .string(checkpoint.origin)),
      ("original_time", .string(EventTime.text(entry.t))),
    ])
  }

  /// What the class asks for beside the common part.
  private var special: [(String, EventValue?)] {
    let service = EventValue.object([
      ("name", .string("safekeep")), ("uid", .string(checkpoint.origin)),
    ])
    switch kind {
    case .authentication: return [("user", user), ("service", service)]
    case .userAccess: return [("user", subject), ("privileges", .array(privileges))]
    case .datastore:
      let fields = entry.fields.map { EventValue.array($0.map(EventValue.string)) }
      let table = EventValue.object([
        ("name", .string("case")), ("uid", .text(entry.rec?.hex)),
      ])
      return [
        ("src_endpoint", .object([("name", .string("safekeep")), ("uid", .text(entry.sid))])),
        ("database", .object([("name", .string(checkpoint.origin)), ("type_id", .integer(1))])),
        ("table", entry.rec == nil ? nil : table),
        ("query_info", fields.map { _ in .object([("query_string", .string(query))]) }),
      ]
    }
  }

  /// The fields that were asked for: their numbers and versions, never a term.
  private var query: String { (entry.fields ?? []).joined(separator: " ") }

  private var subject: EventValue {
    let subject = entry.subj?.description ?? entry.actor.description
    return .object([("uid", .string(subject)), ("name", .string(subject))])
  }

  private var privileges: [EventValue] {
    let named = [entry.grole.map { "role:" + $0 }, entry.rec.map { "case:" + $0.hex }]
    let found = named.compactMap { $0 } + (entry.fields ?? [])
    return (found.isEmpty ? [entry.act] : found).map(EventValue.string)
  }

  private var unmapped: EventValue {
    .object([
      ("seq", .integer(entry.seq)), ("leaf", .string(EventExport.hash(leaf.hash))),
      ("checkpoint", EventExport.value(checkpoint)), ("act", .string(entry.act)),
      ("outcome", .string(entry.out.rawValue)), ("role", .text(entry.role)),
      ("purpose", .text(entry.purp)), ("kind", .text(entry.kind)), ("n", .number(entry.n)),
      ("gen", .number(entry.gen)), ("class", .number(entry.class)),
      ("by", .number(entry.by)), ("ref", .number(entry.ref)), ("item", .text(entry.item?.hex)),
      ("noted_by", entry.isNotedOnly ? .string(names.actor ?? entry.actor.description) : nil),
    ])
  }
}
