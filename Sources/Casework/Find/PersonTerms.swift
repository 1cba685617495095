import Vault

/// The terms by which a value can be found. The whole name and each of its syllables in three forms, so
/// that it is found in any order; in the coarser two the whole name has no gaps, so that a space in the
/// wrong place does not hide it.
enum PersonTerms {
  static func ofName(_ text: String) -> [SearchTerm] {
    let name = PersonName(text)
    guard !name.isEmpty else { return [] }
    var terms = wholes(of: name).map(\.term)
    for syllable in name.syllables {
      terms.append(SearchKind.exact.term(syllable.exact))
      terms.append(SearchKind.fold.term(syllable.fold))
      terms.append(SearchKind.sound.term(syllable.sound))
      terms += syllable.neighbours.map { SearchKind.neighbour.term($0) }
    }
    var seen = Set<SearchTerm>(minimumCapacity: terms.count)
    return terms.filter { seen.insert($0).inserted }
  }

  /// The whole name in its three forms, and how near each is.
  static func wholes(of name: PersonName) -> [(grade: NameGrade, term: SearchTerm)] {
    [
      (.exact, SearchKind.wholeExact.term(name.joined(\.exact, " "))),
      (.fold, SearchKind.wholeFold.term(name.joined(\.fold, ""))),
      (.sound, SearchKind.wholeSound.term(name.joined(\.sound, ""))),
    ]
  }

  /// Of a date as it is stored: the year, a month or a day.
  static func year(_ date: String) -> Int? { (try? PartialDate(date))?.year }

  static func ofBirth(year: Int) -> SearchTerm {
    SearchKind.birthYear.term(Array(String(year).utf8))
  }

  static func ofBirth(_ date: String) -> [SearchTerm] {
    (year(date).map { [ofBirth(year: $0)] } ?? []) + (BirthDay(date)?.terms ?? [])
  }

  /// Digits of a mobile number of Viet Nam without its 0 (Circular 22/2014/TT-BTTTT).
  private static let nationalLength = 9

  /// However it is written: E.164, the national form of Viet Nam with its 0 or without, 00 for +, or the 0 of the
  /// national form left behind the country code, as many write it.
  static func ofPhone(_ text: String) -> SearchTerm? {
    let text = text.utf8.filter { $0 == UInt8(ascii: "+") || (0x30...0x39).contains($0) }
    var digits = text.filter { $0 != UInt8(ascii: "+") }
    guard digits.count >= 6 else { return nil }
    let country = Array("84".utf8)
    if digits.starts(with: "00".utf8) {
      digits.removeFirst(2)
    } else if text.first == UInt8(ascii: "0") {
      digits = country + digits.dropFirst()
    } else if text.first != UInt8(ascii: "+"), digits.count == Self.nationalLength {
      digits = country + digits
    }
    if digits.starts(with: "840".utf8) { digits.remove(at: country.count) }
    return SearchKind.phone.term(digits)
  }

  /// - Parameter text: digits, with letters where a passport has them; signs between them do not count.
  static func ofNumber(_ text: String) -> SearchTerm? {
    let signs = text.utf8.prefix(64).compactMap { byte -> UInt8? in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: byte
      case 0x41...0x5A: byte + 0x20
      default: nil
      }
    }
    return signs.count < 4 ? nil : SearchKind.number.term(signs)
  }
}
