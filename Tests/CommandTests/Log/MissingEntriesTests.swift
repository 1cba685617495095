import Foundation
import Testing

@testable import safekeep

/// A thief of the file takes entries away and leaves the head: whoever's pin is at that head must not take the
/// log for sound, nor write on and so hide what is gone.
@Suite struct MissingEntriesTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("kim", as: "auditor")
    for _ in 0..<3 { try office.demand(["staff", "list"] + office.by("kim")) }
  }

  private func sql(_ text: String) throws -> String {
    let run = try Program(path: "/usr/bin/sqlite3").run(
      ["\(office.home.path)/office/records.db", text], home: office.home)
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  private func takeAway(_ which: String) throws {
    _ = try sql(
      """
      DROP TRIGGER audit_leaf_stays; DELETE FROM audit_leaf WHERE \(which);
      CREATE TRIGGER audit_leaf_stays BEFORE DELETE ON audit_leaf \
      BEGIN SELECT RAISE(ABORT,'entries stay'); END;
      """)
  }

  /// The last of them, those in the middle up to the last, and the first alone.
  @Test(arguments: [
    "idx > (SELECT max(idx) - 2 FROM audit_leaf)", "idx < (SELECT max(idx) - 1 FROM audit_leaf)",
    "idx = 0", "1",
  ]) func nobodyWritesOn(_ which: String) throws {
    try takeAway(which)
    let left = try sql("SELECT count(*) FROM audit_leaf")
    for words in [["log", "verify", "--from-pin"], ["staff", "list"], ["log", "status"]] {
      let run = try office.run(words + office.by("kim"))
      #expect(run.status == 20, "\(words) \(run.output) \(run.errors)")
    }
    #expect(try sql("SELECT count(*) FROM audit_leaf") == left)
  }

  /// An older state is put back: nothing ails it, and it is refused all the same.
  @Test func theDoctorDoesNotCallAnOldStateSound() throws {
    try office.copyVault(to: "before")
    try office.demand(["staff", "list"] + office.by("kim"))
    let path = office.home.path
    try FileManager.default.removeItem(atPath: path + "/office")
    try FileManager.default.copyItem(atPath: path + "/before", toPath: path + "/office")
    let run = try office.run(["vault", "doctor", "--json"] + office.by("kim"))
    #expect(run.status == 20 && run.output.isEmpty, "\(run.output) \(run.errors)")
  }
}
