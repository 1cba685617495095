import AuditLog
import Sealing

/// Checks a log as a stranger would from the written format: with splitting and dictionaries, with no
/// type of the room but its hash and signature, and without the directory.
///
/// It is slow and keeps everything. Its only use is that it was written another way.
struct SecondVerifier {
  /// The first entry that does not fit; nil where all do.
  static func firstFault(in leaves: [[UInt8]], origin: String) -> Int? {
    var hashes: [Digest] = []
    var keys: [String: [UInt8]] = [:]
    var counts: [String: Int] = [:]
    var last = 0
    for (index, leaf) in leaves.enumerated() {
      guard
        let (fields, text, signature) = parts(of: leaf, origin: origin),
        let actor = fields["actor"], let time = Int(fields["t"] ?? ""), fields["v"] == "1",
        fields["seq"] == "\(index)", fields["prev"] == base64(root(hashes[...]).bytes),
        fields["aseq"] == "\(counts[actor] ?? 0)",
        time >= last || fields["act"] == "clock.step"
      else { return index }
      var known = keys
      if let (name, key) = fields["vkey"].flatMap(key(of:)), name.hasPrefix("\(origin)/a/") {
        known[String(name.dropFirst(origin.count + 3))] = key
      }
      // Only the first entry may be signed with a key that it brings in itself.
      guard let key = (index == 0 ? known : keys)[actor],
        signature.prefix(4) == keyID("\(origin)/a/\(actor)", key),
        VerifyingKey(key)?.isValid(Array(signature.dropFirst(4)), for: text) == true
      else { return index }
      keys = known
      counts[actor, default: 0] += 1
      last = time
      hashes.append(Digest.of([0] + leaf))
    }
    return nil
  }

  static func root(_ hashes: ArraySlice<Digest>) -> Digest {
    guard hashes.count > 1 else { return hashes.first ?? Digest.of([]) }
    var half = 1
    while half * 2 < hashes.count { half *= 2 }
    let middle = hashes.startIndex + half
    return Digest.of([1] + root(hashes[..<middle]).bytes + root(hashes[middle...]).bytes)
  }

  private static func keyID(_ name: String, _ key: [UInt8]) -> ArraySlice<UInt8> {
    Digest.of(Array(name.utf8) + [0x0a, 1] + key).bytes.prefix(4)
  }

  private static func key(of text: String) -> (String, [UInt8])? {
    let parts = text.split(separator: "+", maxSplits: 2)
    guard parts.count == 3, let blob = decode(String(parts[2])), blob.count == 33 else {
      return nil
    }
    return (String(parts[0]), Array(blob.dropFirst()))
  }

  /// The values by key, unquoted; the signed bytes; key id and signature.
  private static func parts(
    of leaf: [UInt8], origin: String
  ) -> (fields: [String: String], text: [UInt8], signature: [UInt8])? {
    let lines = String(decoding: leaf, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 5, lines[0] == "audit-entry/v1 \(origin)", lines[2].isEmpty,
      lines[4].isEmpty, lines[1].hasPrefix("{"), lines[1].hasSuffix("}")
    else { return nil }
    let fields = fields(of: String(lines[1].dropFirst().dropLast()))
    let words = lines[3].split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[0] == "—", words[1] == "\(origin)/a/\(fields["actor"] ?? "")",
      let signature = decode(String(words[2])), signature.count == 68,
      base64(signature) == words[2]
    else { return nil }
    return (fields, Array("\(lines[0])\n\(lines[1])\n".utf8), signature)
  }

  /// Values have no quote, comma or brace inside, but for the commas of an array.
  private static func fields(of object: String) -> [String: String] {
    var fields: [String: String] = [:]
    for part in object.split(separator: ",") {
      guard let colon = part.firstIndex(of: ":") else { continue }
      let name = part[..<colon].filter { $0 != "\"" }
      let value = part[part.index(after: colon)...].filter { $0 != "\"" }
      if fields[name] == nil { fields[name] = value }
    }
    return fields
  }

  private static func decode(_ text: String) -> [UInt8]? {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var (bits, held, output) = (0, 0, [UInt8]())
    for character in text where character != "=" {
      guard let value = digits.firstIndex(of: character) else { return nil }
      (bits, held) = (bits << 6 | value, held + 6)
      if held >= 8 {
        held -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> held))
        bits &= 1 << held - 1
      }
    }
    return output
  }
}
