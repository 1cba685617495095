/// A name as the index knows it. What is stored stays as typed; this serves the search alone.
public struct PersonName: Hashable, Sendable {
  let syllables: [NameSyllable]

  /// Nobody has more; a note that was written into the field of the name is not a name.
  static let longest = 12
  /// No name is longer than this many scalars; of a longer text only its beginning is read.
  private static let mostScalars = 512

  public init(_ text: String) {
    var syllables: [NameSyllable] = []
    var letters: [NameLetter] = []
    func close() {
      if !letters.isEmpty && syllables.count < Self.longest {
        syllables.append(NameSyllable(letters))
      }
      letters.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars.prefix(Self.mostScalars) {
      switch NameScalar(scalar.value) {
      case .letter(let letter): letters.append(NameLetters.letter(letter))
      case .mark(let mark): if !letters.isEmpty { letters[letters.count - 1].add(mark) }
      case .gap: close()
      case .nothing: break
      case .ideograph(let letter):
        close()
        letters.append(NameLetter(base: letter))
        close()
      }
    }
    close()
    self.syllables = syllables
  }

  /// In the orders in which other countries' papers have it.
  var turned: [PersonName] {
    guard syllables.count > 1 else { return [] }
    let orders = [
      syllables.reversed(), Array(syllables[1...] + syllables[..<1]),
      Array(syllables.suffix(1) + syllables.dropLast()),
    ]
    return Set(orders).subtracting([syllables]).map { PersonName($0) }
  }

  /// With one syllable said twice, or one less of what stands in it twice: the index has each syllable once, and so it
  /// says nothing of how often.
  var doubled: [PersonName] {
    var found: Set<[NameSyllable]> = []
    for place in syllables.indices {
      var more = syllables
      more.insert(syllables[place], at: place)
      found.insert(more)
      if syllables.count(where: { $0.fold == syllables[place].fold }) > 1 {
        var less = syllables
        less.remove(at: place)
        found.insert(less)
      }
    }
    return found.map { PersonName($0) }
  }

  private init(_ syllables: [NameSyllable]) { self.syllables = syllables }

  var isEmpty: Bool { syllables.isEmpty }

  /// Letters and digits in all; a Chinese character counts for two, for it is a whole name.
  var letters: Int {
    syllables.reduce(0) { count, syllable in
      count + (syllable.fold.first.map { $0 < 0x80 } == true ? syllable.fold.count : 2)
    }
  }

  public var exact: String { String(decoding: joined(\.exact, " "), as: UTF8.self) }
  public var fold: String { String(decoding: joined(\.fold, " "), as: UTF8.self) }
  public var sound: String { String(decoding: joined(\.sound, " "), as: UTF8.self) }

  func joined(_ form: (NameSyllable) -> [UInt8], _ separator: String) -> [UInt8] {
    var joined: [UInt8] = []
    for (place, syllable) in syllables.enumerated() {
      if place > 0 { joined += separator.utf8 }
      joined += form(syllable)
    }
    return joined
  }
}
