import Foundation
import Testing

@testable import safekeep

/// Of what each command held, done or refused, nothing secret is left in its memory at its end: passphrases, the
/// members' own keys, office keys, the keys of cases (SECURITY.md, "The session, and memory").
@Suite(.enabled(if: MemoryWatch.isPossible, "needs root, Python, and a kernel that allows tracing"))
struct CommandMemoryTests {
  @Test func noCommandLeavesASecretInItsMemory() throws {
    let day = try CommandDay()
    let watch = try MemoryWatch()
    var looked = 0
    for handle in CommandDay.people.map(\.handle) + ["lan", "minh", "tam", "moi"] {
      watch.add("passphrase of \(handle)", Array(Office.passphrase(handle).utf8))
    }
    day.office.watch = watch
    for row in CommandTableTests.ordered {
      try look(row.command, row.done, day, watch, &looked)
      if row.command == "vault create" {
        day.office.watch = nil
        try day.gather()
        day.office.watch = watch
      }
      if case .step(let step) = row.refused { try look(row.command, step, day, watch, &looked) }
      // The vault is put back for it, and stays so until somebody asks: the day could not go on.
      if row.command == "log accept-rollback", let step = row.brought {
        try look(row.command, step, day, watch, &looked)
      }
      if row.command == "case open" { try plant(day, watch) }
    }
    #expect(looked > 120)
    #expect(watch.secrets.count > 40)
  }

  /// The measure itself: what is in the memory of a program at its end is found, in ours and in others.
  @Test func whatIsLeftIsFound() throws {
    let office = try Office()
    _ = try office.found()
    let watch = try MemoryWatch()
    watch.add("a handle that is shown", Array("lan\tadmin\tactive".utf8))
    watch.add("what nobody said", Array("quẻ không ai gieo".utf8))
    office.watch = watch
    try office.demand(["staff", "list"] + office.by("lan"))
    #expect(try watch.look() == ["a handle that is shown"])
    let shell = watch.watching(Program(path: "/bin/sh"))
    _ = try shell.run(["-c", "x='quẻ không ai gieo'; :"], home: office.home)
    #expect(try watch.look() == ["what nobody said"])
  }

  private func look(
    _ command: String, _ step: CommandRow.Step, _ day: CommandDay, _ watch: MemoryWatch,
    _ looked: inout Int
  ) throws {
    let run = try day.run(command, step)
    #expect(run.status == step.status, "\(command) as \(step.who): \(run.errors)")
    #expect(try watch.look() == [], "\(command) as \(step.who)")
    _ = try day.newLines()
    looked += 1
  }

  /// The keys of everybody, from the day's first case on.
  private func plant(_ day: CommandDay, _ watch: MemoryWatch) throws {
    for person in CommandDay.people.map(\.handle) + ["lan", "minh"] {
      for key in try day.office.keys(of: person, case: day.code) { watch.add(key.name, key.bytes) }
    }
    _ = try day.newLines()
  }
}
