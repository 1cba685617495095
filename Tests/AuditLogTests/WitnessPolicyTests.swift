import AuditLog
import Sealing
import Testing

@Suite struct WitnessPolicyTests {
  private static func key(_ label: String, _ algorithm: NoteKey.Algorithm = .cosignature)
    -> NoteKey?
  {
    try? NoteKey(name: label, algorithm: algorithm, key: Person(label).key.publicKey)
  }

  /// Stands for the key texts in a page: `@a` is witness a's, `#l` log l's.
  private static func filled(_ page: String) -> [UInt8] {
    var page = page
    for name in ["a", "b", "c", "d", "e"] {
      page = page.replacing("@\(name)", with: key(name)?.text ?? "")
      page = page.replacing("#\(name)", with: key(name, .ed25519)?.text ?? "")
    }
    return bytes(page)
  }

  /// The example of the specification, smaller: two of three, and one of two.
  @Test func groupsOfGroupsAreCounted() throws {
    let policy = try WitnessPolicy(
      parsing: Self.filled(
        """
        # who watches
          log   #a \t https://c2sp.org/
        witness X1 @a https://c2sp.org/
        witness X2 @b
        \twitness X3 @c
        group X 2 X1 X2 X3
        witness Y1 @d
        witness Y2 @e
        group Y any Y1 Y2

        group both all X Y
        quorum both

        """))
    func isMet(_ names: String...) -> Bool {
      policy.isMet(by: Set(names.compactMap { Self.key($0) }))
    }
    #expect(isMet("a", "b", "d"))
    #expect(isMet("a", "c", "e"))
    #expect(!isMet("a", "b"))
    #expect(!isMet("a", "d", "e"))
    #expect(!isMet())
    #expect(policy.logs.count == 1)
    #expect(policy.witnesses.count == 5)
  }

  @Test func noneAsksNobody() throws {
    let policy = try WitnessPolicy(parsing: bytes("quorum none\n"))
    #expect(policy.isMet(by: []))
    #expect(!policy.asksWitnesses)
  }

  @Test(arguments: [
    "", "\n", "quorum none", "quorum\n", "quorum x\n", "quorum none\nquorum none\n",
    "quorum none none\n", "witness none @a\nquorum none\n",
    "witness a @a\nwitness a @b\nquorum a\n",
    "witness a @a\nwitness b @a\nquorum a\n", "log #a\nlog #a\nquorum none\n", "log\nquorum none\n",
    "group g any\nquorum g\n", "group g any a\nwitness a @a\nquorum g\n",
    "witness a @a\ngroup g 0 a\nquorum g\n", "witness a @a\ngroup g 2 a\nquorum g\n",
    "witness a @a\ngroup g 01 a\nquorum g\n", "witness a @a\ngroup g any a a\nquorum g\n",
    "witness a @a\ngroup g any a\ngroup h any a\nquorum g\n",
    "witness a @a\ngroup g any g\nquorum g\n",
    "witness a @a\ngroup a any a\nquorum a\n", "witness a @a\nquorum A\n", "Quorum none\n",
    "quorum none\r\n", "witness a @a url more\nquorum a\n", "policy x\nquorum none\n",
    "group g any none\nquorum g\n",
  ])
  func otherFormsAreRefused(page: String) {
    #expect(throws: AuditLogError.export(.policyForm)) {
      _ = try WitnessPolicy(parsing: Self.filled(page))
    }
  }

  @Test func keysAreOfTheKindThatTheyStandFor() {
    for page in ["log @a\nquorum none\n", "witness a #a\nquorum a\n"] {
      #expect(throws: AuditLogError.note(.algorithm)) {
        _ = try WitnessPolicy(parsing: Self.filled(page))
      }
    }
    #expect(throws: AuditLogError.note(.keyForm)) {
      _ = try WitnessPolicy(parsing: bytes("witness a b\nquorum a\n"))
    }
  }
}
