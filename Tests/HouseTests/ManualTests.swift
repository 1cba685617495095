import Foundation
import Testing

@Suite("Manual")
struct ManualTests {
  @Test("a command that the manual leaves out is found")
  func canFail() throws {
    let dump = #"""
      {"serializationVersion": 0, "command": {"commandName": "safekeep", "subcommands": [
        {"commandName": "vault", "subcommands": [{"commandName": "create"}, {"commandName": "status"}]},
        {"commandName": "lock"}, {"commandName": "help"}, {"commandName": "x", "shouldDisplay": false}]}}
      """#
    let commands = try Manual.commands(in: Data(dump.utf8))
    #expect(commands == ["safekeep vault create", "safekeep vault status", "safekeep lock"])
    let page = "# Commands\n`safekeep vault create --kdf low`\n```\nsafekeep lock\n```\n"
    #expect(Manual.undocumented(commands, in: page) == ["safekeep vault status"])
  }

  @Test(
    "every command is in the manual",
    .enabled(if: House.holds(Manual.page), "the manual comes with the commands"))
  func complete() throws {
    let program = try #require(Manual.program, "the program is built beside the tests")
    let commands = try Manual.commands(in: Manual.dump(of: program))
    let page = House.files.first { $0.path == Manual.page }?.text ?? ""
    #expect(Manual.undocumented(commands, in: page) == [])
  }
}
