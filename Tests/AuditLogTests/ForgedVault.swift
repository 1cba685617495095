import AuditLog
import Sealing

/// A vault in which as much as possible waits: a role of each sort, keys, a rule book, a recovery, a log that was
/// put back. So that whatever is forged after it has something to meet.
struct ForgedVault {
  private(set) var log: SampleLog
  private(set) var people: [String: Person] = [:]
  /// Entries that later ones answer, and some that nothing answers.
  private(set) var refs: [String: Int] = [:]

  init() throws {
    let vault = try SampleVault()
    log = vault.log
    people = ["root": log.root, "admin": vault.admin, "lead": vault.lead, "worker": vault.worker]
    for (name, role) in [
      ("admin2", "admin"), ("lead2", "lead"), ("duty", "duty"), ("stat", "statistician"),
      ("trustee", "trustee"), ("trustee2", "trustee"), ("trustee3", "trustee"),
      ("auditor", "auditor"),
      ("gone", "police"),
    ] {
      people[name] = try log.enrol(name, as: role, invitedBy: vault.admin)
      let add = try log.add(role, to: this(name), by: vault.admin)
      guard role == "admin" else {
        try log.second(add, role, for: this(name), by: vault.lead)
        continue
      }
      try log.append(Act.approvalGive, by: log.root) { $0.ref = add }
    }
    try leave()
    try wait()
    try ask()
  }

  func this(_ name: String) -> Person {
    guard let person = people[name] else { preconditionFailure("nobody is called \(name)") }
    return person
  }

  /// Keys that were replaced, offered or invited, and somebody who left.
  private mutating func leave() throws {
    let (gone, lead2, admin) = (this("gone").actor, this("lead2"), this("admin"))
    try log.append(Act.memberSuspend, by: admin) { $0.subj = gone }
    people["new lead2"] = try Person("new lead2")
    let first = try offer("new lead2", of: lead2)
    try log.append(Act.keyRotate, by: admin) { ($0.kind, $0.ref) = ("member", first) }
    people["new worker"] = try Person("new worker")
    refs["offer"] = try offer("new worker", of: this("worker"))
    people["guest"] = try Person("code guest")
    let key = try log.vkey(this("guest"))
    refs["invite"] = try log.append(Act.memberInvite, by: admin) {
      ($0.who, $0.grole, $0.vkey) = (SampleLog.handle("guest"), "intake", key)
    }
    people["used code"] = try Person("code worker")
    people["stranger"] = try Person("stranger")
  }

  private mutating func offer(_ next: String, of person: Person) throws -> Int {
    let (key, box) = (try log.vkey(this(next)), base64(this(next).box.bytes))
    return try log.append(Act.keyRotate, by: person) {
      ($0.kind, $0.vkey, $0.box) = ("member", key, box)
    }
  }

  /// Roles that wait for a second person.
  private mutating func wait() throws {
    let admin = this("admin")
    for role in ["admin", "lead", "duty", "intake"] {
      let name = "late \(role)"
      people[name] = try log.enrol(name, as: role, invitedBy: admin)
      refs["role \(role)"] = try log.add(role, to: this(name), by: admin)
    }
    people["idle auditor"] = try log.enrol("idle auditor", as: "auditor", invitedBy: admin)
    refs["enrol auditor"] = log.size - 1
    people["idle"] = try log.enrol("idle", as: "intake", invitedBy: admin)
    refs["enrol"] = log.size - 1
  }

  /// What several people do together.
  private mutating func ask() throws {
    let (lead, trustees) = (this("lead"), ["trustee", "trustee2"].map { this($0) })
    for role in ["lead", "recovery"] {
      refs["epoch \(role)"] = try log.append(Act.keyRotate, by: lead, Self.epoch(role, 0))
    }
    for trustee in trustees {
      let ref = refs["epoch recovery"]
      try log.append(Act.keyWrap, by: lead) {
        ($0.kind, $0.subj, $0.epoch) = ("share", trustee.actor, 0)
        ($0.ref, $0.sum) = (ref, SampleLog.grant)
      }
    }
    try log.append(Act.keyRotate, by: lead) {
      ($0.kind, $0.epoch, $0.grant) = ("operations", 0, SampleLog.grant)
    }
    let late = this("late lead").actor
    refs["recover"] = try log.append(Act.keyRecover, by: trustees[0]) {
      ($0.subj, $0.grole) = (late, "lead")
    }
    refs["accept"] = try log.append(Act.vaultAccept, by: this("admin")) {
      $0.sum = SampleLog.grant
    }
    refs["rules"] = try log.append(Act.rulesAdopt, by: lead) { $0.sum = SampleLog.grant }
  }

  static func epoch(_ role: String, _ number: Int) -> (inout Entry) -> Void {
    { entry in
      (entry.kind, entry.grole, entry.epoch) = ("epoch", role, number)
      (entry.box, entry.grant) = (base64(Digest.of([UInt8(number)]).bytes), SampleLog.grant)
    }
  }
}
