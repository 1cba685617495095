import Sealing

extension Entry {
  /// The line of JSON: keys sorted by their bytes, no white space, no escapes (a subset of RFC 8785).
  ///
  /// Nothing is checked here; ``Leaf/sign(_:origin:with:)`` reads the line back before it signs.
  public func encoded() -> [UInt8] {
    var writer = EntryWriter()
    writer.text(.act, act)
    writer.actor(.actor, actor)
    writer.number(.aseq, aseq)
    writer.text(.box, box)
    writer.number(.by, by)
    writer.number(.fieldClass, `class`)
    writer.number(.epoch, epoch)
    writer.list(.fields, fields)
    writer.number(.gen, gen)
    writer.hash(.grant, grant)
    writer.text(.grole, grole)
    writer.identifier(.item, item)
    writer.text(.kind, kind)
    writer.hash(.man, man)
    writer.number(.n, n)
    writer.hash(.note, note)
    writer.text(.out, out.rawValue)
    writer.root(.prev, prev)
    writer.text(.purp, purp)
    writer.identifier(.rec, rec)
    writer.number(.ref, ref)
    writer.text(.role, role)
    writer.number(.seq, seq)
    writer.text(.sid, sid)
    writer.actor(.subj, subj)
    writer.hash(.sum, sum)
    writer.number(.t, t)
    writer.number(.v, 1)
    writer.text(.vkey, vkey)
    writer.hash(.who, who)
    writer.text(.why, why?.rawValue)
    return writer.finish()
  }
}

/// Writes the keys of an entry one after the other; the caller keeps the order.
struct EntryWriter {
  private var line: [UInt8] = []
  private var scratch: [UInt8] = []

  init() { line.reserveCapacity(512) }

  private mutating func key(_ key: EntryKey) {
    line.append(line.isEmpty ? 0x7b : 0x2c)
    quoted(key.rawValue)
    line.append(0x3a)
  }

  private mutating func quoted(_ text: String) {
    line.append(0x22)
    line.append(contentsOf: text.utf8)
    line.append(0x22)
  }

  mutating func text(_ key: EntryKey, _ value: String?) {
    guard let value else { return }
    self.key(key)
    quoted(value)
  }

  mutating func number(_ key: EntryKey, _ value: Int?) {
    guard let value else { return }
    self.key(key)
    line.append(contentsOf: String(value).utf8)
  }

  mutating func list(_ key: EntryKey, _ values: [String]?) {
    guard let values else { return }
    self.key(key)
    line.append(0x5b)
    for (index, value) in values.enumerated() {
      if index > 0 { line.append(0x2c) }
      quoted(value)
    }
    line.append(0x5d)
  }

  mutating func actor(_ key: EntryKey, _ value: ActorID?) {
    guard let value else { return }
    self.key(key)
    line.append(0x22)
    Hexadecimal.append(value.word, to: &line)
    line.append(0x22)
  }

  /// Roots are written as checkpoints write them, so that the two can be compared by eye.
  mutating func root(_ key: EntryKey, _ value: Digest) {
    base64(key, .standard) { value.append(to: &$0) }
  }

  mutating func hash(_ key: EntryKey, _ value: Digest?) {
    guard let value else { return }
    base64(key, .url) { value.append(to: &$0) }
  }

  mutating func identifier(_ key: EntryKey, _ value: Identifier?) {
    guard let value else { return }
    base64(key, .url) { value.append(to: &$0) }
  }

  private mutating func base64(
    _ key: EntryKey, _ form: Base64.Form, _ bytes: (inout [UInt8]) -> Void
  ) {
    self.key(key)
    scratch.removeAll(keepingCapacity: true)
    bytes(&scratch)
    line.append(0x22)
    Base64.append(scratch, to: &line, form)
    line.append(0x22)
  }

  /// The line without its line end.
  consuming func finish() -> [UInt8] {
    line.append(0x7d)
    return line
  }
}
