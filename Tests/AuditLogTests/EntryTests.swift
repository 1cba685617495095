import AuditLog
import Sealing
import Testing

@Suite struct EntryTests {
  /// An entry with every key there is.
  private static var full: Entry {
    var entry = Entry(
      seq: 412, prev: Tree.emptyRoot, t: 1_789_000_001_000, act: Act.fieldRead, out: .denied,
      actor: member, aseq: 17)
    let digest = Digest.of([1])
    let identifier = Identifier([UInt8](repeating: 0xfb, count: 16))
    (entry.why, entry.role, entry.purp) = (.notAssigned, "social_worker", "support")
    (entry.rec, entry.item, entry.fields) = (identifier, identifier, ["f07:4", "f12", "f120:1"])
    (entry.man, entry.grant, entry.who, entry.sum, entry.note) = (
      digest, digest, digest, digest, digest
    )
    (entry.by, entry.ref, entry.gen, entry.n, entry.epoch, entry.class) = (1, 2, 3, 500, 0, 16386)
    (entry.vkey, entry.box) = (Example.memberKey, base64(digest.bytes))
    (entry.grole, entry.kind, entry.sid) = ("lead", "log", "75d3f2e2a6378f15")
    entry.subj = entry.actor
    return entry
  }

  /// The actor of the design's example.
  private static var member: ActorID {
    guard let actor = ActorID("ea99aba09d2a4627") else { preconditionFailure("a good name") }
    return actor
  }

  private static let base =
    #"{"act":"list","actor":"ea99aba09d2a4627","aseq":0,"#
    + #""out":"ok","prev":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","seq":0,"t":1,"v":1}"#

  private func fault(_ line: [UInt8]) -> AuditLogError? {
    do {
      _ = try Entry(parsing: line)
      return nil
    } catch {
      return error
    }
  }

  @Test func everyKeyIsWrittenAndReadBack() throws {
    let line = Self.full.encoded()
    #expect(try Entry(parsing: line) == Self.full)
    #expect(try Entry(parsing: line.span) == Self.full)
    let keys = text(line).split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }
    #expect(keys.count > 31)
    for key in [
      "act", "actor", "aseq", "box", "by", "class", "epoch", "fields", "gen", "grant", "grole",
      "item", "kind", "man", "n", "note", "out", "prev", "purp", "rec", "ref", "role", "seq", "sid",
      "subj", "sum", "t", "v", "vkey", "who", "why",
    ] {
      #expect(text(line).contains("\"\(key)\":"), "\(key)")
    }
  }

  @Test func theLineIsTheDesignsToTheByte() {
    var entry = Entry(
      seq: 0, prev: Tree.emptyRoot, t: 1, act: Act.list, out: .ok,
      actor: Self.member, aseq: 0)
    #expect(text(entry.encoded()) == Self.base)
    entry.man = Digest.of([])
    #expect(
      text(entry.encoded()).contains(#""man":"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU""#))
  }

  @Test func unknownActsAreKeptAsText() throws {
    let line = try #require(replacing("list", with: "tea.made", in: bytes(Self.base)))
    #expect(try Entry(parsing: line).act == "tea.made")
  }

  /// One change each, and the fault that it must be refused with.
  static let hostile: [(String, String, EntryFault)] = [
    ("{", "", .form), ("{", " {", .form), ("}", "", .form), ("}", "},", .form), ("}", "}\n", .form),
    ("}", "} ", .form), (#":"list""#, #": "list""#, .form), (#","out""#, #", "out""#, .form),
    (#","out""#, #",,"out""#, .form), (#","out""#, #""out""#, .form),
    (#","v":1}"#, #","v":1,}"#, .form),
    ("list", "", .text), ("list", "li st", .text), ("list", #"li\u0073t"#, .text),
    ("list", "li\u{e9}t", .text), ("list", "li*t", .text), (#""list""#, "null", .form),
    (#""list""#, "true", .form), (#""list""#, "7", .form), (#""list""#, #"{"a":1}"#, .form),
    (#""list""#, #"["list"]"#, .form), (#"list""#, "list", .text),
    (#""aseq":0"#, #""aseq":00"#, .number), (#""aseq":0"#, #""aseq":01"#, .number),
    (#""aseq":0"#, #""aseq":-1"#, .number), (#""aseq":0"#, #""aseq":+1"#, .number),
    (#""aseq":0"#, #""aseq":0.0"#, .form), (#""aseq":0"#, #""aseq":1e3"#, .form),
    (#""aseq":0"#, #""aseq":"0""#, .number), (#""aseq":0"#, #""aseq":"#, .number),
    (#""aseq":0"#, #""aseq":9007199254740992"#, .number),
    (#""aseq":0"#, #""aseq":99999999999999999999999"#, .number),
    (#""aseq":0"#, #""aseq":null"#, .number),
    (#""v":1"#, #""v":2"#, .version), (#""v":1"#, #""v":0"#, .version),
    (#"{"act""#, #"{"aaa":1,"act""#, .unknownKey), (#""v":1"#, #""v":1,"z":1"#, .unknownKey),
    (#""v":1"#, #""v":1,"":1"#, .unknownKey), (#""seq":0"#, #""sequence":0"#, .unknownKey),
    (#""seq":0"#, #""Seq":0"#, .unknownKey), (#""seq":0"#, #""se\u0071":0"#, .unknownKey),
    (#""seq":0"#, #""seq":0,"seq":0"#, .order), (#""seq":0,"t":1"#, #""t":1,"seq":0"#, .order),
    (#"{"act":"list","#, "{", .missingKey), (#""actor":"ea99aba09d2a4627","#, "", .missingKey),
    (#""aseq":0,"#, "", .missingKey), (#""out":"ok","#, "", .missingKey),
    (#""prev":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","#, "", .missingKey),
    (#""seq":0,"#, "", .missingKey), (#""t":1,"#, "", .missingKey), (#","v":1"#, "", .missingKey),
    ("ea99", "EA99", .hexadecimal), ("ea99", "ea9", .hexadecimal), ("ea99", "ea99a", .hexadecimal),
    ("ea99", "eg99", .hexadecimal),
    ("ok", "OK", .code), ("ok", "maybe", .code), ("ok", "denied", .code),
    ("47DE", "47D", .base64), ("SuFU=", "SuFU", .base64), ("SuFU=", "SuFV=", .base64),
    ("SuFU=", "SuFUAA==", .base64), ("+/T", "-_T", .base64), ("47DE", "=7DE", .base64),
    (#""t":1"#, #""t":1,"v":1,"why":"role""#, .order),
    (#""v":1"#, #""v":1,"why":"role""#, .code), (#""v":1"#, #""v":1,"why":"because""#, .code),
    (#""out""#, #""fields":[],"out""#, .form), (#""out""#, #""fields":"f07","out""#, .form),
    (#""out""#, #""fields":["f07","f07"],"out""#, .fields),
    (#""out""#, #""fields":["f12","f07"],"out""#, .fields),
    (#""out""#, #""fields":["f7"],"out""#, .fields),
    (#""out""#, #""fields":["f007"],"out""#, .fields),
    (#""out""#, #""fields":["g07"],"out""#, .fields),
    (#""out""#, #""fields":["f07:"],"out""#, .fields),
    (#""out""#, #""fields":["f07:01"],"out""#, .fields),
    (#""out""#, #""fields":["f0a"],"out""#, .fields),
    (#""out""#, #""fields":["f07:1:2"],"out""#, .fields),
    (#""out""#, #""fields":["f"],"out""#, .fields),
    (#""out""#, #""fields":["f12345678901"],"out""#, .fields),
    (#""out""#, #""fields":["f07",],"out""#, .form),
    (#""out""#, #""fields":[["f07"]],"out""#, .form),
    (#""out""#, #""fields":["f07" ,"f12"],"out""#, .form),
    (#""out""#, #""n":3,"out""#, .count), (#""out""#, #""n":11,"out""#, .count),
    (#""out""#, #""n":40,"out""#, .count),
    (#""seq""#, #""rec":"FsTN9Dhq4V_uDCYVG-YtKB","seq""#, .base64),
    (#""seq""#, #""rec":"FsTN9Dhq4V_uDCYVG-YtKA==","seq""#, .base64),
    (#""seq""#, #""rec":"FsTN9Dhq4V_uDCYVG-Yt","seq""#, .base64),
    (#""t""#, #""sid":"75d3f2e2a6378f1","t""#, .hexadecimal),
    (#""t""#, #""sid":"75D3F2E2A6378F15","t""#, .hexadecimal),
    (#""out""#, #""box":"AAAA","out""#, .base64),
    (#""out""#, #""man":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","out""#, .base64),
  ]

  @Test(arguments: hostile) func oneChangeIsRefused(old: String, new: String, expected: EntryFault)
    throws
  {
    #expect(fault(bytes(Self.base)) == nil)
    let line = try #require(replacing(old, with: new, in: bytes(Self.base)))
    #expect(fault(line) == .entry(expected), "\(text(line))")
  }

  @Test func nothingAtAllIsRefused() {
    #expect(fault([]) == .entry(.form))
    #expect(fault(bytes("{}")) == .entry(.form))
    #expect(fault(bytes("null")) == .entry(.form))
    #expect(fault([0xef, 0xbb, 0xbf] + bytes(Self.base)) == .entry(.form))
  }

  @Test func everyCutIsRefused() {
    let line = Self.full.encoded()
    for count in line.indices { #expect(fault(Array(line[..<count])) != nil) }
  }

  /// Whatever is accepted is written back to the same bytes: changed lines by the thousand.
  @Test func acceptedLinesWriteBackToThemselves() throws {
    var random = SplitMix(state: 7)
    let sources = [Self.full.encoded(), bytes(Self.base)]
    let alphabet = bytes(#"{}[]",:0123456789abcdefklnrstuvwyAZ=+-_/. "#) + [0x5c, 0xc3]
    var accepted = 0
    for _ in 0..<40_000 {
      var line = sources[Int(random.next() % 2)]
      for _ in 0...Int(random.next() % 3) {
        let place = Int(random.next() % UInt64(line.count))
        let byte = alphabet[Int(random.next() % UInt64(alphabet.count))]
        switch random.next() % 4 {
        case 0: line.remove(at: place)
        case 1: line.insert(byte, at: place)
        case 2: line.insert(line[place], at: place)
        default: line[place] = byte
        }
      }
      guard let entry = try? Entry(parsing: line) else { continue }
      accepted += 1
      #expect(entry.encoded() == line, "\(text(line))")
    }
    // Were none accepted, this test would show nothing.
    #expect(accepted > 500)
  }

  @Test(arguments: [
    (-5, 0), (0, 0), (1, 1), (2, 2), (3, 2), (4, 2), (5, 5), (9, 5), (10, 10), (19, 10), (20, 20),
    (49, 20), (50, 50), (99, 50), (100, 100), (8753, 5000), (100_000, 100_000),
  ])
  func countsAreCoarse(count: Int, bucket: Int) {
    #expect(Entry.bucket(count) == bucket)
    #expect(Entry.bucket(bucket) == bucket)
  }

  @Test func fieldCodesHaveTwoDigits() {
    #expect(Entry.fieldCode(7) == "f07")
    #expect(Entry.fieldCode(7, version: 4) == "f07:4")
    #expect(Entry.fieldCode(120, version: 1) == "f120:1")
  }

  @Test func aRefusalHasAReasonAndNothingElseHasOne() throws {
    for out in Outcome.allCases {
      for why in [nil] + Refusal.allCases.map(Optional.some) {
        var entry = Self.full
        (entry.out, entry.why) = (out, why)
        let isRight = out == .ok ? why == nil : out == .denied ? why != nil : true
        #expect((fault(entry.encoded()) == nil) == isRight)
      }
    }
  }

  @Test func whatOthersWouldRefuseIsNotSigned() throws {
    let person = try Person("worker")
    var entry = Self.full
    entry.actor = person.actor
    _ = try Leaf.sign(entry, origin: "safekeep/x", with: person.key)
    for (change, expected) in [
      ({ $0.n = 3 }, AuditLogError.entry(.count)), ({ $0.seq = -1 }, .entry(.number)),
      ({ $0.role = "so cial" }, .entry(.text)), ({ $0.fields = ["f12", "f07"] }, .entry(.fields)),
      ({ $0.kind = "a\",\"n\":1,\"x\":\"" }, .entry(.unknownKey)),
      ({ $0.sid = "x" }, .entry(.hexadecimal)),
      ({ $0.actor = ActorID("0000000000000000") ?? $0.actor }, .signer(.keyID)),
      ({ $0.kind = String(repeating: "k", count: 70_000) }, .entry(.length)),
    ] as [((inout Entry) -> Void, AuditLogError)] {
      var changed = entry
      change(&changed)
      #expect(throws: expected) {
        _ = try Leaf.sign(changed, origin: "safekeep/x", with: person.key)
      }
    }
    #expect(throws: AuditLogError.note(.keyName)) {
      _ = try Leaf.sign(entry, origin: "safe keep", with: person.key)
    }
  }
}

/// A small generator with a state, so that what failed fails again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
