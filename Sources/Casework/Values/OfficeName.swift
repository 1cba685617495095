/// The name of an office, for telling whether two people meant the same one.
enum OfficeName {
  /// Whether one name holds the other: whoever types it leaves out the province, or adds it.
  static func isTaken(_ name: String, for other: String) -> Bool {
    let (left, right) = (plain(name), plain(other))
    return left.contains(right) || right.contains(left)
  }

  /// Lower case, letters without their marks, single spaces; what is neither letter nor digit is a space.
  static func plain(_ name: String) -> String {
    let letters = narrow(name).lowercased().map { character -> Character in
      let base = bases[character] ?? character
      return base.isLetter || base.isNumber ? base : " "
    }
    return String(letters).split(separator: " ").joined(separator: " ")
  }

  /// Letters of full width, as East Asian keyboards type them, are the same letters.
  private static func narrow(_ name: String) -> String {
    var found = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      found.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return String(found)
  }

  /// The letters of Vietnamese, each line behind the one that it is without its marks. Characters compare by
  /// canonical equivalence, so it does not matter in which Unicode form they were typed.
  private static let bases: [Character: Character] = {
    var found: [Character: Character] = [:]
    for line in [
      "aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự",
      "yỳýỷỹỵ", "dđ",
    ] {
      for letter in line { found[letter] = line.first }
    }
    return found
  }()
}
