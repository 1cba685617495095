import AuditLog
import Sealing
import Testing

/// One entry that a ``ForgedVault`` would take, and everything that can be altered in it.
struct ForgedEntry {
  let name: String
  var act: String
  var by: String
  var out = Outcome.ok
  var fill: (inout Entry) -> Void
}

extension ForgedVault {
  /// What can be done, of every rule of the directory, with what each entry must carry.
  func sound() throws -> [ForgedEntry] {
    var made: [ForgedEntry] = []
    func add(
      _ name: String, _ act: String, by: String, _ fill: @escaping (inout Entry) -> Void = { _ in }
    ) {
      made.append(ForgedEntry(name: name, act: act, by: by, fill: fill))
    }
    let fresh = try log.vkey(Person("fresh"))
    let logKey = try NoteKey(name: log.origin, key: Person("fresh").key.publicKey).text
    let box = base64(this("stranger").box.bytes)
    let refs = refs
    func actor(_ name: String) -> ActorID { this(name).actor }
    add("invite", Act.memberInvite, by: "admin") {
      ($0.who, $0.grole, $0.vkey) = (SampleLog.handle("fresh"), "police", fresh)
    }
    let enrolled = try Person("fresh").actor
    add("enrol", Act.memberEnrol, by: "guest") {
      ($0.ref, $0.vkey, $0.box, $0.subj) = (refs["invite"], fresh, box, enrolled)
    }
    add("suspend", Act.memberSuspend, by: "lead") { $0.subj = actor("worker") }
    add("suspend admin", Act.memberSuspend, by: "admin2") { $0.subj = actor("admin") }
    add("suspend lead", Act.memberSuspend, by: "admin") { $0.subj = actor("lead") }
    add("first role", Act.roleAdd, by: "admin2") {
      ($0.subj, $0.grole, $0.ref) = (actor("idle"), "intake", refs["enrol"])
    }
    add("role", Act.roleAdd, by: "admin2") { ($0.subj, $0.grole) = (actor("worker"), "lead") }
    add("end lead", Act.roleRemove, by: "admin") { ($0.subj, $0.grole) = (actor("lead"), "lead") }
    add("end trustee", Act.roleRemove, by: "admin") {
      ($0.subj, $0.grole) = (actor("trustee"), "trustee")
    }
    add("end waiting", Act.roleRemove, by: "admin") {
      ($0.subj, $0.grole) = (actor("late lead"), "lead")
    }
    for role in ["intake", "lead", "duty"] {
      add("second \(role)", Act.keyWrap, by: "lead") {
        ($0.subj, $0.grole, $0.ref) = (actor("late \(role)"), role, refs["role \(role)"])
      }
    }
    add("share", Act.keyWrap, by: "lead") {
      ($0.kind, $0.subj, $0.epoch) = ("share", actor("trustee3"), 0)
      ($0.ref, $0.sum) = (refs["epoch recovery"], SampleLog.grant)
    }
    add("second admin", Act.approvalGive, by: "trustee") { $0.ref = refs["role admin"] }
    add("give rules", Act.approvalGive, by: "admin2") { $0.ref = refs["rules"] }
    add("give accept", Act.approvalGive, by: "auditor") { $0.ref = refs["accept"] }
    add("refuse", Act.approvalRefuse, by: "admin2") { $0.ref = refs["rules"] }
    add("refuse accept", Act.approvalRefuse, by: "auditor") { $0.ref = refs["accept"] }
    add("accept", Act.vaultAccept, by: "admin2") { $0.sum = SampleLog.grant }
    add("accept by root", Act.vaultAccept, by: "root") {
      ($0.sum, $0.subj) = (SampleLog.grant, actor("trustee"))
    }
    add("auditor by root", Act.roleAdd, by: "root") {
      ($0.subj, $0.grole, $0.ref) = (actor("idle auditor"), "auditor", refs["enrol auditor"])
    }
    add("adopt", Act.rulesAdopt, by: "new lead2") { $0.sum = SampleLog.grant }
    add("schema", Act.schemaSet, by: "lead") {
      ($0.kind, $0.sum, $0.ref) = ("fields", SampleLog.grant, refs["rules"])
    }
    add("recover", Act.keyRecover, by: "trustee2") { ($0.subj, $0.grole) = (actor("duty"), "duty") }
    add("run", Act.recoveryRun, by: "trustee2") {
      ($0.ref, $0.subj, $0.grole) = (refs["recover"], actor("late lead"), "lead")
    }
    add("log key", Act.keyRotate, by: "lead") { ($0.kind, $0.vkey) = ("log", logKey) }
    add("epoch", Act.keyRotate, by: "duty", Self.epoch("duty", 0))
    add("next epoch", Act.keyRotate, by: "lead", Self.epoch("recovery", 1))
    let size = log.size
    add("epoch of who ran", Act.keyRotate, by: "trustee2") {
      Self.epoch("lead", 1)(&$0)
      $0.by = size
    }
    add("recovery epoch of who ran", Act.keyRotate, by: "trustee2") {
      Self.epoch("recovery", 1)(&$0)
      $0.by = size
    }
    add("share of who ran", Act.keyWrap, by: "trustee2") {
      ($0.kind, $0.subj, $0.epoch) = ("share", actor("trustee3"), 1)
      ($0.ref, $0.sum, $0.by) = (size + 1, SampleLog.grant, size)
    }
    add("vault key", Act.keyRotate, by: "admin") {
      ($0.kind, $0.epoch, $0.grant) = ("vault", 1, SampleLog.grant)
    }
    add("version", Act.keyRotate, by: "lead") {
      ($0.kind, $0.epoch, $0.grant) = ("operations", 1, SampleLog.grant)
    }
    add("offer", Act.keyRotate, by: "worker") {
      ($0.kind, $0.vkey, $0.box) = ("member", fresh, box)
    }
    add("confirm", Act.keyRotate, by: "admin") { ($0.kind, $0.ref) = ("member", refs["offer"]) }
    add("any key", Act.keyRotate, by: "worker") { $0.kind = "case" }
    add("read", Act.fieldRead, by: "worker")
    add("unlock", Act.authOK, by: "idle")
    add("receipt", Act.anchorReceipt, by: "lead") {
      ($0.kind, $0.sum) = ("rfc3161", SampleLog.grant)
    }
    add("witness", Act.cosignReceipt, by: "lead") { $0.vkey = "x" }
    add("later", "act.of.later", by: "lead")
    return made
  }

  /// What each key that an entry may carry can say, and that it can be missing.
  func alterations() throws -> [(String, (inout Entry) -> Void)] {
    var made: [(String, (inout Entry) -> Void)] = []
    func each<Value>(
      _ name: String, _ key: WritableKeyPath<Entry, Value?>, _ values: [Value]
    ) {
      made.append(("no \(name)", { $0[keyPath: key] = nil }))
      for value in values { made.append(("\(name) \(value)", { $0[keyPath: key] = value })) }
    }
    let keys = try ["fresh", "other", "code guest", "worker", "root", "gone"].map {
      try Person($0).key.publicKey
    }
    let witness = try NoteKey(name: "w", algorithm: .cosignature, key: keys[1])
    let small = try #require(VerifyingKey([1] + [UInt8](repeating: 0, count: 31)))
    each(
      "vkey", \.vkey,
      try keys.map { try NoteKey.actor($0, origin: log.origin).text }
        + keys.prefix(2).map { try NoteKey(name: log.origin, key: $0).text }
        + [witness.text, NoteKey.actor(small, origin: log.origin).text, "x", "a+b+c"])
    each("box", \.box, [base64(this("lead").box.bytes), base64([UInt8](repeating: 0, count: 32))])
    each("subj", \.subj, people.sorted { $0.key < $1.key }.map(\.value.actor))
    each("ref", \.ref, Array(Set(refs.values)).sorted() + [0, 7, log.size, log.size + 9])
    each("grole", \.grole, MemberRole.allCases.map(\.rawValue) + ["recovery", "none"])
    each(
      "kind", \.kind,
      ["log", "member", "epoch", "vault", "operations", "index", "share", "fields", "case", "tree"])
    each("epoch", \.epoch, [0, 1, 2])
    each("who", \.who, ["guest", "worker", "gone", "fresh"].map { SampleLog.handle($0) })
    each("sum", \.sum, [SampleLog.rules])
    each("grant", \.grant, [SampleLog.rules])
    each("rec", \.rec, [Identifier([UInt8](repeating: 7, count: 16))].compactMap(\.self))
    each("by", \.by, [0, log.size - 1, log.size])
    each("gen", \.gen, [7])
    each("n", \.n, [5])
    each("class", \.class, [3])
    each("role", \.role, ["lead"])
    each("why", \.why, [.state])
    each("fields", \.fields, [["f07:9223372036854775807"], ["f07", "f1234567890:0"]])
    return made
  }
}
