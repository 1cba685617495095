import Foundation
import Testing

@testable import Vault

/// Documentation/Policy.md says what the policy answers, and `roles.csv` what the key table gives.
@Suite struct PolicyPageTests {
  private static let root: URL = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// `SAFEKEEP_WRITE_POLICY=1 swift test --filter PolicyPageTests` writes it anew.
  @Test func thePageIsThePolicy() throws {
    let page = Self.root.appending(path: "Documentation/Policy.md")
    if ProcessInfo.processInfo.environment["SAFEKEEP_WRITE_POLICY"] != nil {
      try Data(PolicyPage.text().utf8).write(to: page)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == PolicyPage.text())
  }

  /// The rows of `roles.csv` that a case has readers by, with the ways of standing to a case that each means.
  private static let rows: [(role: String, relation: Relation)] = [
    ("intake", .opener), ("social_worker", .owner), ("social_worker", .assigned),
    ("lead", .standing), ("health_staff", .assigned), ("duty", .emergency), ("police", .assigned),
    ("legal_aid", .assigned), ("statistician", .standing),
  ]

  @Test func theRolesThatPeopleReadAreThoseOfTheKeyTable() throws {
    let file = Self.root.appending(path: "Sources/Casework/Rules/roles.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let names = (lines.first ?? "").split(separator: ",").suffix(8).map(String.init)
    let classes = names.compactMap(FieldClass.init(name:))
    #expect(classes.count == 8)
    let letters = Dictionary(
      uniqueKeysWithValues: lines.dropFirst().map { line in
        // The last eight columns hold no comma and no quote.
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return (String(cells[0]), cells.suffix(8).map(String.init))
      })
    for (name, relation) in Self.rows {
      let role = try #require(Role(rawValue: name))
      let given = classes.map { Self.letter(KeyTable.access(role, relation, to: $0)) }
      #expect(given == letters[name], "\(name) \(relation)")
    }
    let blind = Role.allCases.filter(\.isBlind).map(\.rawValue)
    for name in blind { #expect(letters[name] == Array(repeating: "-", count: 8), "\(name)") }
    #expect(Set(letters.keys) == Set(Role.allCases.map(\.rawValue)).union(["recovery"]))
  }

  private static func letter(_ access: KeyAccess) -> String {
    switch access {
    case .key: "K"
    case .deposit: "D"
    case .excerpt: "X"
    case .excerptAndDeposit: "XD"
    case .nothing: "-"
    }
  }
}
