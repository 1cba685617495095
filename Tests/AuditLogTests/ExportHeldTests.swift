import AuditLog
import Foundation
import Sealing
import Testing

/// Which kept heads the auditor's program believes, over files on a disk.
@Suite struct ExportHeldTests {
  private let export: SampleExport
  private let folder: ExportOnDisk
  private let beside: ExportOnDisk

  init() throws {
    export = try ExportVerifierTests.full.get()
    folder = try ExportOnDisk(export.folder.files)
    beside = try ExportOnDisk(["x": []])
  }

  private var origin: String { export.vault.log.origin }

  private func pins(_ heads: [SignedNote]) throws -> String {
    try beside.put(PinBook(heads: try heads.map { try PinnedHead($0) }).bytes, at: "pins")
    return "\(beside.path)/pins"
  }

  /// A policy that asks for no witness is one, and holds nothing.
  @Test func aPolicyWithoutAQuorumIsToldAsWhatItIs() throws {
    let key = try #require(export.vault.log.roster.logKeys.first?.key.text)
    for page in ["quorum none\n", "log \(key)\nquorum none\n"] {
      try beside.put(bytes(page), at: "policy")
      let words = [folder.path, "--policy", "\(beside.path)/policy"]
      let told = try Told.verify(words)
      #expect(told.status == 1, "\(told.errors)")
      #expect(told.output.contains("Your policy asks for no witness (quorum none)"))
      #expect(
        told.output.contains("Proven against itself only: give --origin, --pin or a --policy"))
      let json = try Told.verify(words + ["--json"]).output
      #expect(json.contains(#""policy_given":false,"policy_without_quorum":true"#), "\(json)")
      #expect(try Told.verify(words + ["--origin", origin]).status == 0)
    }
    let plain = try Told.verify([folder.path, "--json"]).output
    #expect(plain.contains(#""policy_without_quorum":false"#))
  }

  /// Only heads of this log, signed by it and found to be what its entries made, hold what fits of a log that
  /// does not as a whole; one that it never signed is refused as the vault does.
  @Test func onlyComparedHeadsHoldABrokenLog() throws {
    let fork = try SampleExport.head(1500, SampleLog.grant, export.vault)
    let split = try Told.verify([folder.path, "--pin", pins([fork])])
    #expect(split.status == 20 && split.errors.contains("no head that you kept holds them"))
    let both = try pins([export.head(600), fork])
    #expect(try Told.verify([folder.path, "--pin", both]).errors.contains("up to entry 599 by"))
    #expect(
      try Told.verify([folder.path, "--pin", both, "--json"]).errors.contains(#""pinned":600"#))
    let other = try Checkpoint(
      origin: "safekeep/\(String(repeating: "0", count: 32))", size: 650, root: SampleLog.grant
    )
    .signed(log: Person("stranger").key, member: export.vault.lead.key)
    let leaf = export.vault.log.leaves[700]
    let changed = try #require(replacing(#""t":17"#, with: #""t":18"#, in: leaf))
    let path = Tile(level: nil, index: 2).path
    let bundle = try #require(export.folder.files[path])
    try folder.put(
      try #require(replacing(text(leaf), with: text(changed), in: bundle) as [UInt8]?), at: path)
    let foreign = try Told.verify([folder.path, "--pin", pins([export.head(20), other])])
    #expect(foreign.status == 20 && foreign.errors.contains("up to entry 19 by"))
    try folder.put(bundle, at: path)
    let unsigned = try Checkpoint(origin: origin, size: 1500, root: export.tree.root(1500))
      .signed(log: Person("stranger").key, member: export.vault.lead.key)
    for (language, said) in [("en", "lacks the signature"), ("vi", "thiếu chữ ký cần có")] {
      let refused = try Told(
        running: Told.program(), [folder.path, "--lang", language, "--pin", pins([unsigned])])
      #expect(refused.status == 65 && refused.errors.contains(said))
    }
    let json = try Told.verify([folder.path, "--json", "--pin", pins([unsigned])])
    #expect(json.errors.contains(#""code":"export.pinSignature","error":"data","exit":65"#))
  }

  /// The cosigned head of size 1000 lies in the export: it holds a log that breaks behind it, where the policy
  /// names its witness, and none that breaks before it.
  @Test(arguments: [(1200, "witness", 1000), (700, "witness", nil), (1200, "other", nil)])
  func theQuorumHoldsABrokenLogToo(broken: Int, by label: String, size: Int?) throws {
    let witness = try NoteKey(
      name: "auditor.example/w1", algorithm: .cosignature, key: Person(label).key.publicKey)
    try beside.put(bytes("witness a \(witness.text)\nquorum a\n"), at: "policy")
    let leaf = export.vault.log.leaves[broken]
    let changed = try #require(replacing(#""t":17"#, with: #""t":18"#, in: leaf))
    let path = Tile(level: nil, index: broken / 256).path
    let bundle = try #require(export.folder.files[path])
    try folder.put(
      try #require(replacing(text(leaf), with: text(changed), in: bundle) as [UInt8]?), at: path)
    let words = [folder.path, "--policy", "\(beside.path)/policy"]
    for (language, held, alone) in [
      ("en", "up to entry 999 by the quorum of your policy", "no head that you kept holds them"),
      ("vi", "đến mục 999 theo số bên chứng kiến", "không có mốc đối chiếu nào giữ"),
    ] {
      let told = try Told(running: Told.program(), ["--lang", language] + words)
      #expect(told.status == 20)
      #expect(told.errors.contains(size == nil ? alone : held), "\(told.errors)")
    }
    let json = try Told.verify(words + ["--json"])
    #expect(
      json.errors.contains(#""quorum":\#(size.map(String.init) ?? "null"),"#), "\(json.errors)")
    guard size != nil else { return }
    let both = try Told.verify(words + ["--pin", pins([export.head(600)])])
    #expect(
      both.errors.contains("up to entry 599 by a head that you kept and up to entry 999 by the"))
  }
}
