import Foundation
import Testing

@testable import safekeep

/// Setting right is an administrator's: whoever is not let in, or may not, leaves what somebody planted where it is.
@Suite(.enabled(if: Office.hasSQLite)) struct DoctorCommandTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("hoa", as: "social_worker")
    try office.home.write("not the passphrase\n", to: "wrong.pass")
    try office.tamper("INSERT INTO pending(gen,file,below) VALUES(0,1,99)")
  }

  private func isNamed() throws -> Bool {
    try office.run(["vault", "doctor", "--json"] + office.by("lan")).output.contains("pending.row")
  }

  @Test func onlyAnAdministratorTakesAPlantedRowOut() throws {
    for (who, status) in [
      (office.by("hoa"), 77), (["--as", "lan"] + office.secret("wrong"), 10),
      (["--as", "nobody"] + office.secret("lan"), 10),
    ] as [([String], Int32)] {
      let run = try office.run(["vault", "doctor", "--repair"] + who)
      #expect(run.status == status, "\(run.output)\(run.errors)")
      #expect(try isNamed())
    }
    let size = try Int(
      #require(
        office.demand(["vault", "doctor", "--repair"] + office.by("lan")).output
          .firstMatch(of: /entry\t([0-9]+)/)?.1))
    #expect(try isNamed() == false)
    let lines = try office.logLines(from: #require(size))
    #expect(lines.first?.contains("recovery.run") == true, "\(lines)")
    #expect(lines.first?.contains("pending") == true, "\(lines)")
  }
}
