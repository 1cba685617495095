import Testing

@Suite("Walls")
struct WallsTests {
  private func sample(_ path: String, _ text: String) -> [SwiftSource] {
    [SwiftSource(path: path, text: text)]
  }

  @Test(
    "a room imports only what stands below it",
    arguments: [
      ("Casework", "Sealing"), ("Casework", "GRDB"), ("Vault", "Casework"), ("AuditLog", "GRDB"),
      ("Sealing", "AuditLog"), ("Vault", "Foundation"), ("safekeep-verify", "Vault"),
      ("safekeep", "AuditLog"), ("AuditLog", "Glibc"), ("Casework", "Glibc"),
      ("Vault", "Synchronization"),
    ])
  func forbiddenImport(room: String, module: String) {
    let bad = sample("Sources/\(room)/Bad.swift", "import \(module)")
    #expect(
      Walls.strangers(in: bad) == ["Sources/\(room)/Bad.swift:1: \(room) may not import \(module)"])
  }

  @Test("every import of ours is allowed")
  func imports() {
    #expect(Walls.strangers(in: sample("Sources/Attic/A.swift", "import Vault")).count == 1)
    #expect(!House.sources.isEmpty)
    #expect(Walls.strangers(in: House.sources) == [])
  }

  @Test("CONTRIBUTING tells the walls that stand")
  func told() {
    let sample = "| room | may import |\n|---|---|\n| `Attic` | `Vault`, `Glibc`; of `X` a word |\n"
    #expect(Walls.table(in: sample) == ["Attic": ["Vault", "Glibc", "X"]])
    let page = House.files.first { $0.path == "CONTRIBUTING.md" }?.text ?? ""
    #expect(Walls.table(in: page) == Walls.allowed)
  }

  @Test("only the vault's store writes SQL")
  func statements() {
    let text = "let query = \"SELECT leaf FROM audit_leaf\" // SELECT in a comment is none"
    #expect(Walls.strayStatements(in: sample("Sources/Vault/Gate.swift", text)).count == 1)
    #expect(Walls.strayStatements(in: sample("Sources/Casework/Case.swift", text)).count == 1)
    #expect(Walls.strayStatements(in: sample("Sources/Vault/Store/Leaves.swift", text)) == [])
    #expect(Walls.strayStatements(in: House.sources) == [])
  }

  @Test("the porch takes only guarded memory from Sealing")
  func sealingNames() {
    let sealing = sample("Sources/Sealing/SigningKey.swift", "public struct SigningKey {}")
    let bad = sample("Sources/safekeep/Bad.swift", "import Sealing\nlet key: SigningKey")
    #expect(Walls.reachedThrough(porch: bad, sealing: sealing).count == 1)
    let good = sample("Sources/safekeep/Good.swift", "import Sealing\nlet one: SecretBytes")
    #expect(Walls.reachedThrough(porch: good, sealing: sealing) == [])

    let rooms = Dictionary(grouping: House.sources, by: \.room)
    #expect(
      Walls.reachedThrough(porch: rooms["safekeep"] ?? [], sealing: rooms["Sealing"] ?? []) == [])
  }

  @Test("only Terminal/ prints")
  func prints() {
    let text = "func print(_ a: Int) {}\nfunc f() { print(1) }\nlet out = FileHandle.standardError"
    #expect(Walls.prints(in: sample("Sources/Vault/Gate.swift", text)).count == 2)
    #expect(Walls.prints(in: sample("Sources/safekeep/Terminal/Screen.swift", text)) == [])
    #expect(Walls.prints(in: House.sources) == [])
  }

  @Test("unsafe is said in Sealing, and in two shims at most")
  func unsafe() {
    let bad = "let a = unsafe pointer.pointee\nnonisolated(unsafe) var b = 0"
    #expect(Walls.unsafeWords(in: sample("Sources/Vault/Gate.swift", bad)).count == 2)
    #expect(Walls.unsafeWords(in: sample("Sources/Sealing/KeyArena.swift", bad)) == [])
    #expect(Walls.shims.count <= 2)
    #expect(Walls.unsafeWords(in: sample("Sources/safekeep/Kernel.swift", bad)) == [])
    #expect(Walls.unsafeWords(in: House.sources) == [])
  }

  @Test("nothing traps where an error should be told")
  func traps() {
    let bad = "let a = try! f()\nlet b = c as! D\nfatalError(\"no\")\nlet e = try? f()"
    #expect(Walls.traps(in: sample("Sources/Vault/Gate.swift", bad)).count == 3)
    #expect(Walls.traps(in: House.sources) == [])
  }
}
