import Sealing

extension Entry {
  /// The entry that a line of JSON says, without its line end.
  ///
  /// - Throws: ``AuditLogError/entry(_:)`` with the first thing that is not as it must be.
  public init(parsing line: [UInt8]) throws(AuditLogError) {
    var reader = EntryReader(line, at: 0)
    self = try reader.entry()
    guard reader.position == line.count else { throw .entry(.form) }
  }

  /// The entry that a line of JSON says, without its line end.
  ///
  /// - Throws: ``AuditLogError/entry(_:)`` with the first thing that is not as it must be.
  public init(parsing line: Span<UInt8>) throws(AuditLogError) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    for index in line.indices { bytes.append(line[index]) }
    try self.init(parsing: bytes)
  }

  /// What no single key shows: that a refusal has its reason and nothing else has one.
  fileprivate func checkReason() throws(AuditLogError) {
    guard out != .ok || why == nil, out != .denied || why != nil else { throw .entry(.code) }
  }
}

/// Reads one entry, byte by byte, once.
///
/// The grammar has one spelling for every entry: keys in order, integers and base64 canonical, no
/// escapes, no white space. So what is accepted here is what ``Entry/encoded()`` writes, without
/// writing it again (a test holds the two together over changed lines).
struct EntryReader {
  private let bytes: [UInt8]
  private(set) var position: Int
  private var scratch: [UInt8] = []
  private let tables = Base64.tables

  /// A reader of the line that begins at a place in some bytes.
  init(_ bytes: [UInt8], at position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// Reads `{`, the keys and `}`, and stops behind it.
  mutating func entry() throws(AuditLogError) -> Entry {
    var entry = Entry(
      seq: 0, prev: Self.noRoot, t: 0, act: "", out: .ok, actor: ActorID(word: 0), aseq: 0)
    try expect(0x7b, .form)
    let (names, keys) = (EntryKey.packedNames, EntryKey.byPlace)
    var place = -1
    var seen: UInt64 = 0
    repeat {
      place = try key(after: place, names)
      seen |= 1 << UInt64(place)
      try value(of: keys[place], into: &entry)
    } while try hasMore(0x7d)
    guard seen & EntryKey.mandatoryBits == EntryKey.mandatoryBits else {
      throw .entry(.missingKey)
    }
    try entry.checkReason()
    return entry
  }

  private static let noRoot = Tree.emptyRoot

  // MARK: Keys

  /// The place of the next key in the order, which must lie behind the last one.
  private mutating func key(
    after last: Int, _ names: [UInt64]
  ) throws(AuditLogError) -> Int {
    let packed = try name()
    var place = last + 1
    while place < names.count, names[place] < packed { place += 1 }
    guard place < names.count, names[place] == packed else {
      throw .entry(names.contains(packed) ? .order : .unknownKey)
    }
    return place
  }

  /// A key and its colon; its name packed as ``EntryKey/packedNames`` are.
  private mutating func name() throws(AuditLogError) -> UInt64 {
    try expect(0x22, .form)
    var packed: UInt64 = 0
    var shift: UInt64 = 64
    while position < bytes.count, bytes[position] != 0x22 {
      // No key has more than six bytes; a longer one is not ours.
      guard shift > 8, bytes[position] >= 0x20 else { throw .entry(.unknownKey) }
      shift -= 8
      packed |= UInt64(bytes[position]) << shift
      position += 1
    }
    try expect(0x22, .form)
    try expect(0x3a, .form)
    return packed
  }

  private mutating func value(
    of key: EntryKey, into entry: inout Entry
  ) throws(AuditLogError) {
    switch key {
    case .act: entry.act = try text()
    case .actor: entry.actor = try actor()
    case .aseq: entry.aseq = try number()
    case .box: entry.box = try box()
    case .by: entry.by = try number()
    case .fieldClass: entry.class = try number()
    case .epoch: entry.epoch = try number()
    case .fields: entry.fields = try fields()
    case .gen: entry.gen = try number()
    case .grant: entry.grant = try hash(.url)
    case .grole: entry.grole = try text()
    case .item: entry.item = try identifier()
    case .kind: entry.kind = try text()
    case .man: entry.man = try hash(.url)
    case .n: entry.n = try count()
    case .note: entry.note = try hash(.url)
    case .out: entry.out = try code()
    case .prev: entry.prev = try hash(.standard)
    case .purp: entry.purp = try text()
    case .rec: entry.rec = try identifier()
    case .ref: entry.ref = try number()
    case .role: entry.role = try text()
    case .seq: entry.seq = try number()
    case .sid: entry.sid = try session()
    case .subj: entry.subj = try actor()
    case .sum: entry.sum = try hash(.url)
    case .t: entry.t = try number()
    case .v: guard try number() == 1 else { throw .entry(.version) }
    case .vkey: entry.vkey = try text()
    case .who: entry.who = try hash(.url)
    case .why: entry.why = try code()
    }
  }

  // MARK: Values

  private mutating func number() throws(AuditLogError) -> Int {
    let start = position
    var value = 0
    while position < bytes.count, bytes[position] >= 0x30, bytes[position] <= 0x39 {
      // Sixteen digits cannot overflow 64 bits, and none of 2^53 − 1 and below has more.
      guard position - start < 16 else { throw .entry(.number) }
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
    }
    guard position > start, bytes[start] != 0x30 || position == start + 1,
      value <= Entry.largestInteger
    else { throw .entry(.number) }
    return value
  }

  private mutating func count() throws(AuditLogError) -> Int {
    let value = try number()
    guard Entry.bucket(value) == value else { throw .entry(.count) }
    return value
  }

  /// The range of the next string, inside its quotes.
  private mutating func string() throws(AuditLogError) -> Range<Int> {
    try expect(0x22, .form)
    let start = position
    while position < bytes.count, bytes[position] != 0x22 {
      guard Self.isAllowed(bytes[position]) else { throw .entry(.text) }
      position += 1
    }
    guard position > start else { throw .entry(.text) }
    try expect(0x22, .form)
    return start..<position - 1
  }

  /// `[A-Za-z0-9._:/@=+_-]`: what needs no escape anywhere, in JSON, a shell or a path. One bit for each
  /// of the 64 characters from the NUL and from the `@`.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    let low: UInt64 = 0x27ff_e800_0000_0000
    let high: UInt64 = 0x07ff_fffe_87ff_ffff
    return byte < 128 && (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }

  private mutating func text() throws(AuditLogError) -> String {
    String(decoding: bytes[try string()], as: UTF8.self)
  }

  private mutating func code<Code: RawRepresentable<String>>() throws(AuditLogError) -> Code {
    guard let code = Code(rawValue: try text()) else { throw .entry(.code) }
    return code
  }

  private mutating func actor() throws(AuditLogError) -> ActorID {
    let range = try string()
    guard range.count == 16, let word = Hexadecimal.word(bytes, at: range.lowerBound) else {
      throw .entry(.hexadecimal)
    }
    return ActorID(word: word)
  }

  private mutating func session() throws(AuditLogError) -> String {
    let start = position
    _ = try actor()
    return String(decoding: bytes[start + 1..<position - 1], as: UTF8.self)
  }

  private mutating func base64(
    _ form: Base64.Form, count: Int
  ) throws(AuditLogError) -> Range<Int> {
    let range = try string()
    scratch.removeAll(keepingCapacity: true)
    guard range.count == Base64.length(of: count, form),
      Base64.decode(bytes, range, to: &scratch, form, tables), scratch.count == count
    else { throw .entry(.base64) }
    return range
  }

  private mutating func hash(_ form: Base64.Form) throws(AuditLogError) -> Digest {
    _ = try base64(form, count: 32)
    guard let digest = Digest(scratch) else { throw .entry(.base64) }
    return digest
  }

  private mutating func identifier() throws(AuditLogError) -> Identifier {
    _ = try base64(.url, count: 16)
    guard let identifier = Identifier(scratch) else { throw .entry(.base64) }
    return identifier
  }

  private mutating func box() throws(AuditLogError) -> String {
    String(decoding: bytes[try base64(.standard, count: 32)], as: UTF8.self)
  }

  private mutating func fields() throws(AuditLogError) -> [String] {
    try expect(0x5b, .form)
    var list: [String] = []
    var last = 0..<0
    repeat {
      let range = try string()
      guard isFieldCode(range), bytes[last].lexicographicallyPrecedes(bytes[range]) else {
        throw .entry(.fields)
      }
      list.append(String(decoding: bytes[range], as: UTF8.self))
      last = range
    } while try hasMore(0x5d)
    return list
  }

  /// `f`, the id with at least two digits and no zero in front of more, and perhaps `:` and a version.
  private func isFieldCode(_ range: Range<Int>) -> Bool {
    let id = range.lowerBound + 1
    let colon = digits(from: id, to: range.upperBound)
    guard bytes[range.lowerBound] == 0x66, (2...10).contains(colon - id),
      bytes[id] != 0x30 || colon == id + 2
    else { return false }
    guard colon < range.upperBound else { return true }
    let version = colon + 1
    let end = digits(from: version, to: range.upperBound)
    return bytes[colon] == 0x3a && end == range.upperBound && (1...19).contains(end - version)
      && (bytes[version] != 0x30 || end == version + 1)
  }

  /// Where the digits that begin at a place end.
  private func digits(from start: Int, to end: Int) -> Int {
    var place = start
    while place < end, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
    return place
  }

  // MARK: Punctuation

  private mutating func expect(_ byte: UInt8, _ fault: EntryFault) throws(AuditLogError) {
    guard position < bytes.count, bytes[position] == byte else { throw .entry(fault) }
    position += 1
  }

  /// True behind a comma, false behind the closing byte.
  private mutating func hasMore(_ closing: UInt8) throws(AuditLogError) -> Bool {
    guard position < bytes.count else { throw .entry(.form) }
    defer { position += 1 }
    if bytes[position] == 0x2c { return true }
    guard bytes[position] == closing else { throw .entry(.form) }
    return false
  }
}
