import AuditLog
import Sealing
import Testing

@Suite struct PinBookTests {
  private func sample() throws -> (vault: SampleVault, pin: PinnedHead, bare: PinnedHead) {
    var vault = try SampleVault()
    let bare = try PinnedHead(SignedNote(parsing: vault.log.head(by: vault.lead)))
    try vault.work(5)
    let note = try SignedNote(parsing: vault.log.head(by: vault.worker))
    let pin = try PinnedHead(note, frontier: vault.log.frontier, roster: vault.log.roster)
    return (vault, pin, bare)
  }

  @Test func aBookComesBack() throws {
    let (_, pin, bare) = try sample()
    for heads in [[pin], [bare], [bare, pin, bare], [pin, pin]] {
      let book = PinBook(heads: heads)
      #expect(try PinBook(parsing: book.bytes) == book)
    }
  }

  @Test func emptyLinesBetweenBlocksAreNothing() throws {
    let (_, pin, bare) = try sample()
    let book = PinBook(heads: [pin, bare])
    #expect(try PinBook(parsing: pin.bytes + bare.bytes) == book)
    #expect(try PinBook(parsing: [0x0a, 0x0a] + pin.bytes + [0x0a, 0x0a] + bare.bytes) == book)
  }

  /// A witness's line that somebody added below, with an empty line or two before it.
  @Test(arguments: ["", "\n", "\n\n\n"]) func aSignatureBelongsToTheNoteBefore(
    gap: String
  ) throws {
    let (_, pin, bare) = try sample()
    let line = "— auditor.example/w1 xzRDhwAAAABqogdQ\n"
    let page = pin.bytes + bytes(gap + line) + [0x0a] + bare.bytes + bytes(gap + line + gap)
    let book = try PinBook(parsing: page)
    #expect(book.heads.map(\.note.signatures.count) == [3, 3])
    #expect(book.heads.map(\.checkpoint) == [pin.checkpoint, bare.checkpoint])
    #expect(
      book.heads.map { $0.note.signatures.last?.name }
        == Array(repeating: "auditor.example/w1", count: 2))
    // Written again it stands where it belongs.
    let again = PinBook(heads: book.heads).bytes
    #expect(try PinBook(parsing: again) == book)
    // But before any head it is nobody's.
    #expect(throws: AuditLogError.export(.pinForm)) { _ = try PinBook(parsing: bytes(line) + page) }
  }

  @Test func aHeadOfAnotherTreeIsRefused() throws {
    let (vault, pin, bare) = try sample()
    #expect(throws: AuditLogError.export(.pinForm)) {
      _ = try PinnedHead(bare.note, frontier: vault.log.frontier, roster: vault.log.roster)
    }
    let spoiled = text(pin.bytes).replacingFirst("safekeep-pin/v2", "safekeep-pin/v1")
    #expect(throws: AuditLogError.self) { _ = try PinBook(parsing: bytes(spoiled)) }
  }

  @Test(arguments: [
    ("frontier ", "frontier  "), ("frontier ", "edge "), ("directory ", "directory A"),
    ("safekeep-pin/v2\n", "safekeep-pin/v2\n\n"), ("safekeep-pin/v2\n", "safekeep-pin/v2 \n"),
    ("check ", "check  "),
    ("\n\nsafekeep/", "\nsafekeep/"),
  ])
  func aHostileHeadIsRefused(old: String, new: String) throws {
    let (_, pin, _) = try sample()
    let changed = try #require(replacing(old, with: new, in: pin.bytes))
    #expect(throws: AuditLogError.self) { _ = try PinBook(parsing: changed) }
  }

  @Test(arguments: ["", "\n\n", "a\nb\n", "safekeep-pin/v2\n", "— x AAAAAAAA\n"])
  func whatHoldsNoHeadIsNoBook(page: String) {
    #expect(throws: AuditLogError.export(.pinForm)) { _ = try PinBook(parsing: bytes(page)) }
  }

  @Test func everyTruncationIsRefusedOrStillABook() throws {
    let (_, pin, _) = try sample()
    for end in 0..<pin.bytes.count - 1 {
      let part = Array(pin.bytes[..<end])
      // Whole lines less: the member's line is one of two, and the head stands with one as well.
      guard let book = try? PinBook(parsing: part) else { continue }
      #expect(book.heads[0].note.signatures == Array(pin.note.signatures.prefix(1)))
    }
  }
}
