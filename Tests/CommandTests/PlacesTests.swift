import Foundation
import Testing

@testable import safekeep

@Suite struct PlacesTests {
  let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func places(_ more: [String: String] = [:]) throws -> Places {
    try Places(environment: Environment(["HOME": home.path].merging(more) { $1 }))
  }

  @Test func theDefaultsAreThoseOfXDG() throws {
    let places = try places()
    #expect(places.data == home.path + "/.local/share/safekeep")
    #expect(places.config == home.path + "/.config/safekeep")
    #expect(places.state == home.path + "/.local/state/safekeep")
    #expect(places.vault(option: nil) == home.path + "/.local/share/safekeep/vault")
    #expect(places.member(option: nil) == nil)
  }

  @Test func variablesAreFollowedWhenAbsoluteAndNotEmpty() throws {
    let places = try places([
      "XDG_STATE_HOME": "/var/x", "XDG_DATA_HOME": "relative", "XDG_CONFIG_HOME": "",
    ])
    #expect(places.state == "/var/x/safekeep")
    #expect(places.data == home.path + "/.local/share/safekeep")
    #expect(places.config == home.path + "/.config/safekeep")
  }

  @Test func theNearestChoiceOfVaultAndMemberWins() throws {
    try home.write("vault = /srv/c\nas = chi\n", to: ".config/safekeep/config")
    let variables = ["SAFEKEEP_VAULT": "/srv/b", "SAFEKEEP_MEMBER": "binh"]
    #expect(try places(variables).vault(option: "/srv/a") == "/srv/a")
    #expect(try places(variables).vault(option: nil) == "/srv/b")
    #expect(try places().vault(option: nil) == "/srv/c")
    #expect(try places(variables).member(option: "an") == "an")
    #expect(try places(variables).member(option: nil) == "binh")
    #expect(try places().member(option: nil) == "chi")
  }

  @Test func aWrongConfigurationIsNamedByItsLine() throws {
    try home.write("# fine\n\nvault = /x\nlangue = vi\n", to: ".config/safekeep/config")
    let fault = #expect(throws: Fault.self) { try places() }
    #expect(fault?.status == .configuration)
    #expect(fault?.json == #"{"error":"configuration","exit":78,"line":4}"#)
  }

  @Test func directoriesAreMadeForUsAlone() throws {
    umask(0o022)
    try Places.ensure(home.path + "/a/b/c", "state")
    #expect(try home.mode(of: "a/b/c") == 0o700)
    #expect(try home.mode(of: "a") == 0o700)
  }

  /// Colleagues have to pass the directories above a vault, whatever the mask of who makes it; what is ours they do not.
  @Test func directoriesAboveAVaultCanBePassedAndNotLookedInto() throws {
    let places = try places()
    let mask = umask(0o077)
    defer { umask(mask) }
    try places.makeParents(of: home.path + "/srv/safekeep/danang")
    #expect(try home.mode(of: "srv") == 0o711)
    #expect(try home.mode(of: "srv/safekeep") == 0o711)
    try places.makeParents(of: places.data + "/vault")
    #expect(try home.mode(of: ".local/share/safekeep") == 0o700)
  }

  @Test(arguments: [0o750, 0o705, 0o777]) func whatOthersMayEnterIsRefused(mode: Int) throws {
    try FileManager.default.createDirectory(
      atPath: home.path + "/open", withIntermediateDirectories: true)
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: home.path + "/open")
    let fault = #expect(throws: Fault.self) { try Places.ensure(home.path + "/open", "state") }
    #expect(fault?.status == .cannotCreate)
  }

  @Test func aLinkIsNoDirectoryOfOurs() throws {
    try Places.ensure(home.path + "/real", "state")
    try FileManager.default.createSymbolicLink(
      atPath: home.path + "/link", withDestinationPath: home.path + "/real")
    #expect(throws: Fault.self) { try Places.ensure(home.path + "/link", "state") }
  }

  @Test func theRuntimeDirectoryMustBePrivate() throws {
    #expect(throws: Fault.self) { try places().runtime() }
    #expect(throws: Fault.self) { try places(["XDG_RUNTIME_DIR": home.path + "/none"]).runtime() }
    let made = try places(["XDG_RUNTIME_DIR": home.path]).runtime()
    #expect(made == home.path + "/safekeep")
    #expect(try home.mode(of: "safekeep") == 0o700)
  }
}

@Suite struct ConfigurationTests {
  @Test func linesCommentsAndBlanks() throws {
    let read = try Configuration(text: "# c\r\n vault =  /srv/a = b \r\n\nlang=vi")
    #expect(read["vault"] == "/srv/a = b")
    #expect(read["lang"] == "vi")
    #expect(read["as"] == nil)
  }

  @Test(arguments: [
    ("vault", 1), ("vault =", 1), ("\nas = a\nas = b", 3), ("passphrase = x", 1), ("= x", 1),
  ])
  func wrongLinesAreRefused(text: String, line: Int) {
    let fault = #expect(throws: Fault.self) { try Configuration(text: text) }
    #expect(fault?.details == [.init("line", .integer(line))])
  }

  @Test func aMissingFileIsEmptyAndAnUnreadableOneIsNot() throws {
    let home = try TemporaryHome()
    #expect(try Configuration(file: home.path + "/none")["vault"] == nil)
    #expect(throws: Fault.self) { try Configuration(file: home.path) }
  }
}
