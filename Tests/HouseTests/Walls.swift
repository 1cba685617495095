/// Who may import whom, and what may be done in which room alone. SwiftPM does not hold these walls: a target can
/// import whatever its neighbours import.
enum Walls {
  /// Word for word the table of CONTRIBUTING.md; a test holds the two together.
  static let allowed: [String: Set<String>] = [
    "Sealing": ["CSodium", "COpenSSL", "Glibc", "Synchronization"],
    "AuditLog": ["Sealing"],
    "Vault": ["Sealing", "AuditLog", "GRDB", "FoundationEssentials", "Glibc"],
    "Casework": ["Vault", "FoundationEssentials"],
    "safekeep": [
      "Casework", "Vault", "Sealing", "ArgumentParser", "CLinux", "Foundation", "Glibc",
    ],
    "safekeep-verify": ["AuditLog", "ArgumentParser", "Foundation"],
  ]

  /// The same table as people read it: rows of a room and what it may import, each named in code.
  static func table(in page: String) -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for line in page.split(separator: "\n") {
      let cells = line.split(separator: "|").map { String($0) }
      guard line.hasPrefix("| `"), cells.count == 2,
        let room = cells[0].matches(of: /`([^`]+)`/).first?.output.1
      else { continue }
      found[String(room)] = Set(cells[1].matches(of: /`([^`]+)`/).map { String($0.output.1) })
    }
    return found
  }

  /// All that the porch may take from Sealing: it reads a secret from the terminal and hands it on. The error is
  /// what guarded memory throws when there is none.
  static let porchMayName: Set = ["SecretBytes", "SealingError"]

  /// Files outside Sealing that may say `unsafe`: calls that Swift cannot make safely. Two at most.
  static let shims: Set = ["Sources/safekeep/Kernel.swift"]

  static func strangers(in sources: [SwiftSource]) -> [String] {
    sources.flatMap { source in
      let mine = allowed[source.room]
      return source.imports.compactMap { module in
        guard let mine else { return source.fault(module.line, "no such room: \(source.room)") }
        return mine.contains(module.text)
          ? nil : source.fault(module.line, "\(source.room) may not import \(module.text)")
      }
    }
  }

  /// SQL outside the store: by its verbs in capitals, as everybody writes them.
  static func strayStatements(in sources: [SwiftSource]) -> [String] {
    sources.filter { !isStore($0.path) }.flatMap { source in
      source.literals.compactMap { literal in
        statement(in: literal.text).map {
          source.fault(literal.line, "SQL outside the store: \($0)")
        }
      }
    }
  }

  /// Public names of Sealing that the porch uses beyond those it may.
  static func reachedThrough(porch: [SwiftSource], sealing: [SwiftSource]) -> [String] {
    let names = Set(
      sealing.flatMap(\.declarations).filter { $0.isPublic && $0.inside == nil }.map(\.name)
    ).subtracting(porchMayName)
    return porch.filter { $0.imports.contains { $0.text == "Sealing" } }.flatMap { source in
      source.tokens.filter { names.contains($0.text) }.map {
        source.fault($0.line, "the porch may not name Sealing's \($0.text)")
      }
    }
  }

  static func prints(in sources: [SwiftSource]) -> [String] {
    let calls: Set = [
      "print", "debugPrint", "dump", "puts", "fputs", "putchar", "fprintf", "vfprintf",
    ]
    let streams: Set = ["STDOUT_FILENO", "STDERR_FILENO", "standardOutput", "standardError"]
    return sources.filter { !mayPrint($0.path) }.flatMap { source in
      source.tokens.indices.compactMap { index in
        let token = source.tokens[index]
        let isCall =
          calls.contains(token.text) && source.follows("(", index)
          && !["func", "."].contains(source.before(index))
        return isCall || streams.contains(token.text)
          ? source.fault(token.line, "prints outside Terminal/: \(token.text)") : nil
      }
    }
  }

  static func unsafeWords(in sources: [SwiftSource]) -> [String] {
    sources.filter { $0.room != "Sealing" && !shims.contains($0.path) }.flatMap { source in
      source.tokens.filter { ["unsafe", "@unsafe"].contains($0.text) }.map {
        source.fault($0.line, "says unsafe outside Sealing")
      }
    }
  }

  /// What ends the program, or hides an error, where an error should be told.
  static func traps(in sources: [SwiftSource]) -> [String] {
    sources.flatMap { source in
      source.tokens.indices.compactMap { index in
        let token = source.tokens[index]
        let isTrap =
          (token.text == "fatalError" && source.follows("(", index))
          || (["try", "as"].contains(token.text) && source.follows("!", index))
        return isTrap ? source.fault(token.line, "\(token.text) that traps") : nil
      }
    }
  }

  private static func isStore(_ path: String) -> Bool {
    path.hasPrefix("Sources/Vault/Store") || path.hasPrefix("Sources/Vault/Schema")
  }

  private static func mayPrint(_ path: String) -> Bool {
    path.hasPrefix("Sources/safekeep/Terminal/")
      || path.hasPrefix("Sources/safekeep-verify/Terminal")
  }

  private static func statement(in text: String) -> String? {
    let begins = [
      "SELECT ", "INSERT INTO ", "INSERT OR ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ",
      "CREATE INDEX ", "CREATE TRIGGER ", "DROP TABLE ", "ALTER TABLE ", "PRAGMA ",
      "BEGIN IMMEDIATE",
      "ATTACH ",
    ]
    return begins.first { text.contains($0) }
  }
}
