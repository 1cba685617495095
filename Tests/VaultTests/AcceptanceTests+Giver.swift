import Foundation
import Sealing
import Testing

@testable import Vault

extension AcceptanceTests {
  /// What was given up and is put back in its turn passes for sound with nobody who knows of it: the auditor who gave it
  /// knows by that very act.
  @Test func whoGaveItRemembersIt() throws {
    try day()
    try copy("newer")
    try putBack("older")
    _ = try give(try ask())
    let kept = try pins("auditor")
    try putBack("newer")
    refused("auditor", as: .splitView)
    #expect(kept.count == 2)
  }

  /// Where their client cannot remember it, that is told, and it counts all the same.
  @Test func whoGaveItAndCannotRememberIt() throws {
    try day()
    try copy("newer")
    try putBack("older")
    let asked = try ask()
    let folder = desk.pins("auditor")
    let unpinned = try desk.accepting("auditor") { vault, session in
      try FileManager.default.removeItem(atPath: folder)
      try Data([1]).write(to: URL(filePath: folder))
      _ = try vault.giveAcceptance(of: asked, as: session)
      return vault.unpinned
    }
    #expect(unpinned == (try desk.entries().count - 1))
  }
}
