import Foundation
import Vault

/// B5: finding one person among 100,000 in an unlocked vault, with about forty terms each, against opening as many bytes
/// twice by bare libsodium calls on one thread, and against opening of each of them what a search without an index has to
/// read. The terms are what a name, its syllables and their neighbours come to; how they are made is Casework's and costs
/// nothing beside.
struct Finding {
  private static let rounds = 7
  private static let people = 100_000
  /// Names as they are spread among people: the family names of half of all are three.
  private static let families = ["nguyen", "nguyen", "nguyen", "tran", "le", "pham", "hoang", "vu"]
  private static let middles = ["thi", "thi", "van", "ngoc", "minh", "duc"]
  /// Of a segment, 48 people (Format.md, "Search segments").
  private static let segment = (people: 48, length: 16_383)

  let folder: String
  let office: Office

  func rows() throws -> [Row] {
    let copy = try office.copy(to: folder + "/finding")
    try fill(copy)
    let bare = BareField(length: Self.segment.length)
    try bare.seal()
    var (ours, theirs, grown) = (Sample(), Sample(), 0)
    for round in 0..<Self.rounds {
      let (seconds, growth) = try find(Self.terms(of: 77_777 + round, wrong: round % 2 == 1), copy)
      ours.add(seconds)
      grown = max(grown, growth)
      try theirs.time {
        for _ in 0..<2 * (Self.people / Self.segment.people + 1) { try bare.open() }
      }
    }
    let (book, memory) = try fillBook(copy)
    let scan = try scan()
    return [
      Row(
        id: "B5", work: "find one of \(Self.people)", ours: ours.median,
        against: "libsodium opening as much twice, one thread", theirs: theirs.median,
        goal: "<= 150 ms, 64 MiB", isReached: ours.median <= 0.150 && grown <= 64 << 10,
        note: "memory grew by \(grown) KiB at most"),
      Row(
        id: "B5", work: "find one of \(Self.people)", ours: ours.median,
        against: "libsodium opening what people are called", theirs: scan, goal: "< 1 x",
        isReached: ours.median < scan),
      Row(
        id: "B5", work: "open the index for a register, ask 1000 times", ours: book,
        against: "libsodium opening as much twice, one thread", theirs: theirs.median,
        goal: "64 MiB", isReached: memory <= 64 << 10,
        note: "memory grew by \(memory) KiB at most"),
    ]
  }

  /// Without an index: of each person both wraps of the class key, and six short fields (name, other names, day of birth,
  /// telephone, number of identity, nickname), opened on one thread; not the reading of them from the disk.
  private func scan() throws -> Double {
    let (wrap, field) = (BareField(length: 32), BareField(length: 60))
    try wrap.seal()
    try field.seal()
    var sample = Sample()
    for _ in 0..<Self.rounds {
      try sample.time {
        for _ in 0..<Self.people {
          for _ in 0..<2 { try wrap.open() }
          for _ in 0..<6 { try field.open() }
        }
      }
    }
    return sample.median
  }

  /// One search, as a command makes it, without unlocking.
  private func find(_ question: [SearchTerm], _ office: Office) throws -> (Double, Int) {
    try office.act("lead") { vault, session in
      Machine.forgetPeak()
      let before = Machine.memory("VmRSS:")
      let start = ContinuousClock.now
      let (search, found) = try vault.search(
        question, for: .careManagement, as: session
      ) { match -> (SearchSubject, Int)? in
        let count = match.fields.reduce(0) { $0 + $1.matched.count }
        return count > 12 ? (match.subject, count) : nil
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      let best = found.max { $0.1 < $1.1 }
      guard search.unread == 0, search.unindexed == 0, best != nil else { throw BenchError.usage }
      return (seconds, Machine.memory("VmHWM:") - before)
    }
  }

  private func fillBook(_ office: Office) throws -> (Double, Int) {
    try office.act("lead") { vault, session in
      Machine.forgetPeak()
      let before = Machine.memory("VmRSS:")
      let start = ContinuousClock.now
      let book = try vault.openSearchBook(for: .operations, use: .register, as: session)
      for row in 0..<1_000 {
        guard !book.find(Self.terms(of: row * 97, wrong: row % 2 == 1)).isEmpty else {
          throw BenchError.usage
        }
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      return (seconds, Machine.memory("VmHWM:") - before)
    }
  }

  private func fill(_ office: Office) throws {
    try office.act("lead") { vault, session in
      let digest = try RegisterDigest { () throws(VaultError) -> [UInt8]? in nil }
      guard let name = try? Office.name() else { throw BenchError.usage }
      var number = 0
      _ = try vault.importCases(register: digest, as: session) {
        () throws(VaultError) -> CaseOpening.Draft? in
        guard number < Self.people else { return nil }
        let person = number
        number += 1
        return {
          var change = name
          for field in name.fields.keys {
            change.terms[field] = Self.terms(of: person, wrong: false)
          }
          return CaseOpening(
            code: "B\(person + 1)", operations: [:], records: [change], isMinor: false)
        }
      }
    }
  }

  /// About forty: the whole name three ways, its syllables three ways, what is left of each syllable without one of its
  /// letters, a year, a telephone number, a number of identity.
  private static func terms(of number: Int, wrong: Bool) -> [SearchTerm] {
    var given = "h" + String(number % 977, radix: 26).map { String($0) }.joined(separator: "o")
    let telephone = wrong ? [] : ["+84\(900_000_000 + number)", "0\(10_000_000_000 + number)"]
    if wrong { given.append("x") }
    let syllables = [
      families[number % families.count], middles[number / 7 % middles.count],
      "q" + String(number / 11 % 61, radix: 26), given,
    ]
    var terms: [SearchTerm] = []
    for kind in UInt8(1)...3 {
      terms.append(SearchTerm(version: 1, kind: kind, Array(syllables.joined(separator: " ").utf8)))
      for syllable in syllables {
        terms.append(SearchTerm(version: 1, kind: 3 + kind, Array(syllable.utf8)))
      }
    }
    for syllable in syllables {
      for place in syllable.indices {
        var shorter = syllable
        shorter.remove(at: place)
        terms.append(SearchTerm(version: 1, kind: 7, Array(shorter.utf8)))
      }
    }
    terms.append(SearchTerm(version: 1, kind: 8, Array(String(1960 + number % 50).utf8)))
    return terms + telephone.map { SearchTerm(version: 1, kind: 9, Array($0.utf8)) }
  }
}
