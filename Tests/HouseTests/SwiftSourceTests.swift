import Testing

/// The rules of this folder stand on the scanner: it must not be fooled by quotes and comments.
@Suite("Reading Swift")
struct SwiftSourceTests {
  private func source(_ text: String) -> SwiftSource {
    SwiftSource(path: "Sources/Vault/Sample.swift", text: text)
  }

  @Test("comments and strings are not code, interpolations are")
  func blanks() {
    let sample = source(
      """
      let a = "say \\(name(")")) \\" end" // import B
      /* /* import C */ import D */ let b = #"raw \\ " \\#(deep) "#
      """)
    #expect(sample.tokens.map(\.text).joined(separator: " ") == "let a = name ( ) ) let b = deep )")
    #expect(
      sample.literals.map(\.text) == [")", "say   \\\" end", "raw \\ \"   "])
    #expect(sample.imports.isEmpty)
  }

  @Test("a multi-line string is one literal, and lines are still counted")
  func multiline() {
    let sample = source("let q = \"\"\"\n  SELECT \"x\"\n  \"\"\"\nimport Late")
    #expect(sample.literals.map(\.line) == [1])
    #expect(sample.imports == [Token(text: "Late", line: 4)])
  }

  @Test("imports are found behind attributes, access and kind")
  func imports() {
    let sample = source("@testable public import struct Foundation.Data\nimport GRDB")
    #expect(sample.imports.map(\.text) == ["Foundation", "GRDB"])
  }

  @Test("types at the top are told from those inside, and private ones are marked")
  func declarations() {
    let sample = source(
      """
      @safe public struct A { struct Inner {} }
      private final class B { class func make() {} }
      extension Vault.C { public enum D {} }
      """)
    #expect(sample.declarations.map(\.name) == ["A", "B", "Vault.C", "D"])
    #expect(sample.declarations.map(\.isPrivate) == [false, true, false, false])
    #expect(sample.declarations.map(\.inside) == [nil, nil, nil, "Vault.C"])
    #expect(sample.declarations.map(\.isPublic) == [true, false, false, true])
  }

  @Test("functions are measured from brace to brace; requirements have none")
  func functions() {
    let sample = source(
      """
      protocol P { func required() -> Int
        init() }
      struct A {
        init?(_ make: () -> Int = { 1 }) { nil }
        func long(
          a: Int
        ) throws(E) -> Int {
          self.init(a)
        }
        deinit { }
      }
      """)
    #expect(sample.functions.map(\.name) == ["init", "long", "deinit"])
    #expect(sample.functions.map(\.length) == [1, 3, 1])
  }
}
