/// The letters of names, version 1 of the normaliser (design, "Finding a person without a name index").
///
/// The tables are our own and pinned: what is in the index was made with them, and a search must make the
/// same of the same name whatever the system knows of Unicode by then. A change is a new version beside
/// this one.
enum NameLetters {
  /// The twelve vowels, row by row with the six tones.
  private static let tones: [String] = [
    "aăâeêioôơuưy", "áắấéếíóốớúứý", "àằầèềìòồờùừỳ", "ảẳẩẻểỉỏổởủửỷ", "ãẵẫẽễĩõỗỡũữỹ", "ạặậẹệịọộợụựỵ",
  ]

  /// Letters that Vietnamese makes out of simpler ones.
  private static let shapedLetters: [(Unicode.Scalar, Unicode.Scalar, NameLetter.Shape)] = [
    ("â", "a", .circumflex), ("ê", "e", .circumflex), ("ô", "o", .circumflex), ("ă", "a", .breve),
    ("ơ", "o", .horn), ("ư", "u", .horn), ("đ", "d", .bar),
  ]
  static let shaped = shapedLetters.map { (letter: $0.0.value, base: $0.1.value, shape: $0.2) }

  /// What is typed or scanned for đ: eth, the African d and d with a top bar.
  private static let likeBarredD = "ðɖƌ"

  /// A mark, and pairs of a letter without it and with it.
  private static let pairs: [(mark: UInt32, pairs: String)] = [
    (0x300, "nǹwẁ"), (0x301, "cćgǵkḱlĺmḿnńpṕrŕsśwẃzź"), (0x302, "cĉgĝhĥjĵsŝwŵyŷzẑ"),
    (0x303, "nñvṽ"),
    (0x304, "aāeēgḡiīoōuūyȳ"), (0x306, "eĕgğiĭoŏuŭ"), (0x307, "aȧcċeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż"),
    (0x308, "aäeëhḧiïoötẗuüwẅxẍyÿ"), (0x30A, "aåuůwẘyẙ"), (0x30B, "oőuű"),
    (0x30C, "aǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"), (0x323, "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓ"),
    (0x326, "sștț"),
    (0x327, "cçdḑeȩgģhḩkķlļnņrŗsştţ"), (0x328, "aąeęiįoǫuų"), (0x331, "bḇdḏhẖkḵlḻnṉrṟtṯzẕ"),
  ]

  /// Letters that stand for one or two others.
  private static let alone: [(letters: String, base: String)] = [
    ("øǿ", "o"), ("ł", "l"), ("ħ", "h"), ("ı", "i"), ("ŧ", "t"), ("ŀ", "l"), ("ƀɓ", "b"),
    ("æǽ", "ae"),
    ("œ", "oe"), ("ß", "ss"),
    ("þ", "th"), ("ŋ", "ng"), ("ĳ", "ij"), ("ſ", "s"),
  ]

  private static let table: [UInt32: NameLetter] = {
    var table: [UInt32: NameLetter] = [:]
    for letter in shaped {
      table[letter.letter] = NameLetter(base: letter.base, shape: letter.shape)
    }
    for letter in likeBarredD.unicodeScalars {
      table[letter.value] = NameLetter(base: 0x64, shape: .bar)
    }
    for (tone, row) in tones.enumerated() {
      for (plain, letter) in zip(tones[0].unicodeScalars, row.unicodeScalars) {
        var made = table[plain.value] ?? NameLetter(base: plain.value)
        made.tone = UInt8(tone)
        table[letter.value] = made
      }
    }
    for (mark, pairs) in pairs {
      let scalars = pairs.unicodeScalars.map(\.value)
      for index in stride(from: 0, to: scalars.count - 1, by: 2) {
        var made = NameLetter(base: scalars[index])
        if let mark = NameMark(mark) { made.add(mark) }
        table[scalars[index + 1]] = made
      }
    }
    for (letters, base) in alone {
      let base = base.unicodeScalars.map(\.value)
      for letter in letters.unicodeScalars {
        table[letter.value] = NameLetter(base: base[0], second: base.count > 1 ? base[1] : 0)
      }
    }
    return table
  }()

  /// The letter, taken apart; one that no table has stands for itself.
  ///
  /// - Parameter scalar: in lower case.
  static func letter(_ scalar: UInt32) -> NameLetter {
    scalar < 0x80 ? NameLetter(base: scalar) : table[scalar] ?? NameLetter(base: scalar)
  }

  static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    if scalar < 0x80 {
      text.append(UInt8(scalar))
    } else if let scalar = Unicode.Scalar(scalar), let bytes = UTF8.encode(scalar) {
      text.append(contentsOf: bytes)
    }
  }
}
