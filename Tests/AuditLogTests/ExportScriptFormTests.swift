import AuditLog
import Foundation
import Sealing
import Testing

/// The independent script over logs whose every signature, hash and file fits, and one entry of which does
/// not have the form that Format.md gives ("Entry and leaf").
@Suite(.enabled(if: Told.python != nil)) struct ExportScriptFormTests {
  /// What the script says of a log with this entry in it.
  private func told(
    endsWithExport: Bool = true, _ change: (inout Entry) -> Void = { _ in },
    spelled spell: @escaping (String) -> String = { $0 }
  ) throws -> (told: Told, seq: Int) {
    var vault = try SampleVault()
    try vault.work(4)
    let entry = vault.log.entry(Act.fieldRead, by: vault.lead) { entry in
      (entry.fields, entry.rec) = (["f07", "f12:1"], .init([UInt8](repeating: 7, count: 16)))
      change(&entry)
    }
    try vault.log.append(entry, by: vault.lead, spelled: spell)
    let ending = vault.log.entry(endsWithExport ? Act.auditExport : Act.list, by: vault.lead)
    try vault.log.append(ending, by: vault.lead, spelled: { $0 })
    let folder = try ExportOnDisk(SampleExport(vault).folder.files)
    let told = try Told.script([folder.path, "--origin", vault.log.origin])
    return (told, entry.seq)
  }

  @Test func whatHasTheFormFits() throws {
    let (told, _) = try told { $0.n = 500 }
    #expect(told.status == 0, "\(told.errors)")
  }

  @Test func whatNoEntryMaySayIsNamed() throws {
    func refuses(
      _ spell: @escaping (String) -> String, _ place: SourceLocation = #_sourceLocation
    ) throws {
      let (told, seq) = try told(spelled: spell)
      #expect(told.status == 20, sourceLocation: place)
      #expect(told.errors.contains("entry \(seq)"), "\(told.errors)", sourceLocation: place)
    }
    func replacing(_ old: String, _ new: String) -> (String) -> String {
      { line in
        #expect(line.contains(old), "nothing to change")
        return line.replacingOccurrences(of: old, with: new)
      }
    }
    // A count that is no step of the scale tells more than it should.
    try refuses(replacing(#","out""#, #","n":3,"out""#))
    // 2^53 is read as another number by half of the world's JSON readers (RFC 8259, 6).
    try refuses(replacing(#","fields""#, #","epoch":9007199254740992,"fields""#))
    try refuses(replacing(#"}"#, #","why":"role"}"#))
    try refuses(replacing(#""out":"ok""#, #""out":"denied""#))
    try refuses(replacing(#""out":"ok""#, #""out":"maybe""#))
    try refuses(replacing(#""act":"field.read""#, #""act":"""#))
    try refuses(replacing(#"["f07","f12:1"]"#, #"["f12:1","f07"]"#))
    try refuses(replacing(#"["f07","f12:1"]"#, #"["f07","f07"]"#))
    try refuses(replacing(#"["f07","f12:1"]"#, #"["f7"]"#))
    // Bits that no byte has: two spellings of one pseudonym.
    try refuses(replacing("BwcHBwcHBwcHBwcHBwcHBw", "BwcHBwcHBwcHBwcHBwcHBx"))
    try refuses(replacing(#","out""#, #","more":"x","out""#))
  }

  /// A length that goes beyond the bundle is not cut to fit: of the last entry of one nothing else would show it.
  @Test(arguments: [40, 255]) func aWrongLengthIsOfItsEntry(entry: Int) throws {
    let export = try ExportVerifierTests.full.get()
    let bundle = try #require(export.folder.files["tile/entries/000"])
    var place = 0
    for _ in 0..<entry { place += 2 + Int(bundle[place]) << 8 + Int(bundle[place + 1]) }
    for byte in [0, 1] {
      var files = export.folder.files
      files["tile/entries/000"]?[place + byte] ^= byte == 0 ? 1 : 128
      let folder = try ExportOnDisk(files)
      let told = try Told.script([folder.path, "--origin", export.vault.log.origin])
      #expect(told.status == 20 && told.errors.contains("entry \(entry)"), "\(told.errors)")
    }
  }

  @Test func theLastEntryIsThatOfTheExport() throws {
    let (told, _) = try told(endsWithExport: false)
    #expect(told.status == 20 && told.errors.contains("last entry"), "\(told.errors)")
  }

  /// The acts of the directory stand in the program, in the script and in Format.md: a log with an act that one of
  /// them does not know would be refused although it is sound.
  @Test func allThreeShowTheSameActs() throws {
    func text(_ path: String) throws -> String {
      let root = URL(filePath: Told.script).deletingLastPathComponent().deletingLastPathComponent()
      return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
    let vault = try SampleVault()
    let acts = try text("Sources/AuditLog/Act.swift").matches(
      of: /public static let \w+ = "([a-z.]+)"/
    ).map { String($0.1) }
    let shown = acts.filter { vault.log.entry($0, by: vault.lead).isShownOfDirectory }
    #expect(acts.count > 50 && shown.contains(Act.approvalRefuse))
    let told = try Told.scripted(
      """
      print(*sorted(verify.SHOWN))
      """)
    #expect(told.output == shown.sorted().joined(separator: " ") + "\n")
    let stated = try text("Documentation/Format.md").firstMatch(
      of: /#### Leaves of the directory\n.*of the acts `([a-z. ]+)`/)
    #expect(stated?.1.split(separator: " ").map(String.init).sorted() == shown.sorted())
  }
}
