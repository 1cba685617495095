import Testing

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
}
