import Casework
import Foundation
import Sealing
import Vault

/// B7: what ends access and what destroys, in a vault of 10,000 cases and twenty members: suspending one of them,
/// erasing a hundred cases, and giving a new lead what recovery holds. Each once a copy of the vault, three rounds.
///
/// Sessions are unlocked before the clock runs. What an erasure takes is all of it: the ask, the second person's list of
/// what waits, the rules, the act, and the look through both files. All are asked for by one command (`case erase`) and
/// given by one (`approval give`); so that what one costs by itself is seen too, the tenth part is asked for and given
/// one by one.
struct Ending {
  private static let rounds = 3
  private static let people = 10_000
  private static let erased = 100
  private static let goal = 10.0

  let folder: String
  let office: Office
  let generator: String

  func rows() throws -> [Row] {
    guard let register = try Register.make(Self.people, generator: generator, in: folder)
    else { return [] }
    let full = try filled(register)
    var (owner, standing, recovering) = (Sample(), Sample(), Sample())
    var (erasing, alone) = (Sample(), Sample())
    var growths: [Int] = []
    for _ in 0..<Self.rounds {
      growths.append(try suspending("social", in: full, into: &owner))
      growths.append(try suspending("duty", in: full, into: &standing))
      growths.append(try erase(Self.erased, in: full, into: &erasing))
      growths.append(try erase(Self.erased / 10, oneByOne: true, in: full, into: &alone))
      growths.append(try recover(in: full, into: &recovering))
    }
    let note = "memory grew by \(growths.max() ?? 0) KiB at most"
    return [
      row("suspend who has \(Self.people) cases, of 20 members", owner, note),
      row("suspend a duty officer, \(Self.people) cases", standing, nil),
      row("erase \(Self.erased) of \(Self.people) cases, given together", erasing, nil),
      row("erase \(Self.erased / 10) of \(Self.people) cases, one by one", alone, nil, goal: nil),
      row("recover a lead, \(Self.people) cases", recovering, nil, goal: nil),
    ]
  }

  private func row(
    _ work: String, _ sample: Sample, _ note: String?, goal: Double? = goal
  ) -> Row {
    Row(
      id: "B7", work: work, ours: sample.median, against: "its goal", theirs: Self.goal,
      goal: goal.map { "<= \(Int($0)) s" } ?? "none", isReached: goal.map { sample.median <= $0 },
      note: note)
  }

  // MARK: The vault

  /// Twenty members, one of whom opened all cases.
  private func filled(_ register: Register) throws -> Office {
    let full = try office.copy(to: "\(folder)/full")
    for (handle, role) in [
      ("deputy", Role.lead), ("night", .duty), ("t1", .trustee), ("t2", .trustee), ("t3", .trustee),
      ("auditor", .auditor),
    ] {
      try full.join(handle, as: role)
    }
    // A second duty officer has the key of the duty from the first.
    try full.act("duty") { vault, session in _ = try vault.admit("night", by: session) }
    for number in 1...10 { try full.join("worker\(number)", as: .socialWorker) }
    try full.act("social") { vault, session in
      _ = try Casework(vault, now: Office.clock).importRegister(register.source, as: session)
    }
    // Shares another seed among the trustees, and gives it the keys of every case.
    for _ in 0..<60 {
      for handle in ["lead", "duty"] { try full.act(handle) { _, _ in } }
    }
    return full
  }

  private func measured(
    _ full: Office, _ sample: inout Sample, _ body: (Office, inout Sample) throws -> Void
  ) throws -> Int {
    let copy = try full.copy(to: "\(folder)/ending")
    Machine.forgetPeak()
    let before = Machine.memory("VmRSS:")
    try body(copy, &sample)
    return Machine.memory("VmHWM:") - before
  }

  // MARK: The acts

  private func suspending(
    _ handle: String, in full: Office, into sample: inout Sample
  ) throws -> Int {
    try measured(full, &sample) { office, sample in
      try office.act("admin") { vault, session in
        try sample.time { _ = try vault.suspend(handle, as: session) }
      }
    }
  }

  private func erase(
    _ count: Int, oneByOne: Bool = false, in full: Office, into sample: inout Sample
  ) throws -> Int {
    try measured(full, &sample) { office, sample in
      var codes: [CaseCode] = []
      try office.act("lead") { vault, session in
        let (first, second) = (
          try Casework(vault, now: Office.clock),
          try Casework(office.vault("deputy"), now: Office.clock)
        )
        guard let reason = first.book.codeLists["erasure_reason"]?["authority_decision"],
          let field = first.book["case.case_code"]?.id
        else { throw BenchError.usage }
        _ = try vault.list(as: session) { _, values in
          guard codes.count < count, case .text(let text) = values?[field] else { return }
          if let code = try? CaseCode(text) { codes.append(code) }
        }
        let other = try second.vault.unlock("deputy", passphrase: Office.passphrase("deputy"))
        try sample.time {
          if oneByOne {
            for code in codes {
              let entry = try first.askErasure(of: code, because: reason, as: session).entry
              _ = try second.approve(entry, as: other)
            }
            return
          }
          var place = 0
          let asked = Set(
            try first.askErasure(of: codes, because: reason, at: &place, as: session).map(\.entry))
          let asks = try second.approvals(as: other).asks.filter { asked.contains($0.ask.entry) }
          let search = ErasureSearch()
          _ = try second.erase(asks, searching: search, at: &place, as: other)
          try second.vault.finish(search, as: other)
        }
      }
    }
  }

  private func recover(in full: Office, into sample: inout Sample) throws -> Int {
    try measured(full, &sample) { office, sample in
      try office.invite("chief", as: .lead)
      try office.act("admin") { vault, session in _ = try vault.admit("chief", by: session) }
      var words: [String] = []
      for handle in ["t1", "t2"] {
        try office.act(handle) { vault, session in
          let own = try vault.ownShare(as: session)
          words.append(
            own.words.withSpan { span in
              String(decoding: span.indices.map { span[$0] }, as: UTF8.self)
            })
        }
      }
      try office.act("t1") { vault, session in
        _ = try vault.beginRecovery(of: "chief", as: .lead, by: session)
      }
      try office.act("t2") { vault, session in
        var shares: [BroughtShare] = []
        for (index, text) in words.enumerated() {
          shares.append(
            try vault.readShare(
              Office.secret(text), number: index + 1, for: .recovery, as: session))
        }
        try sample.time {
          _ = try vault.recover("chief", as: .lead, with: shares, by: session)
        }
      }
    }
  }
}
