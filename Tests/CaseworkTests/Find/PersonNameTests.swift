import Foundation
import Testing

@testable import Casework

/// The forms of a name, version 1: what is in the index was made with them, so that none of these may change.
@Suite struct PersonNameTests {
  @Test(arguments: [
    ("Nguyễn Thị Hoà", "nguyên4 thi5 hoa2", "nguyen thi hoa", "nguien thi hoa"),
    ("Nguyễn Thị Hòa", "nguyên4 thi5 hoa2", "nguyen thi hoa", "nguien thi hoa"),
    ("  NGUYỄN-THỊ   HOÀ. ", "nguyên4 thi5 hoa2", "nguyen thi hoa", "nguien thi hoa"),
    ("Đặng Đức", "đăng5 đưc1", "dang duc", "dang duc"),
    ("Ðặng Ɖức", "đăng5 đưc1", "dang duc", "dang duc"),
    ("ðặng d\u{335}ức", "đăng5 đưc1", "dang duc", "dang duc"),
    ("Giàng A Páo", "giang2 a pao1", "giang a pao", "dang a pao"),
    ("Sùng Thị Gì Giêng", "sung2 thi5 gi2 giêng", "sung thi gi gieng", "xung thi di dieng"),
    ("Trần Rơ Lăng", "trân2 rơ lăng", "tran ro lang", "chan do nang"),
    ("Thạch Sa Rây", "thach5 sa rây", "thach sa ray", "thach xa dai"),
    ("Lò Thị Quàng", "lo2 thi5 quang2", "lo thi quang", "no thi quang"),
    ("H'Hen Niê", "h hen niê", "h hen nie", "h hen nie"),
    ("Y Ƀham ƀhiăo", "y bham bhiăo", "y bham bhiao", "i bham bhiao"),
    ("Y Ban Êban", "y ban êban", "y ban eban", "i ban eban"),
    (
      "José Müller-Łukasz", "jose1 mu\u{308}ller lukasz", "jose muller lukasz",
      "jose muller nukasz"
    ),
    ("Straße Æsop", "strasse aesop", "strasse aesop", "xtrasse aesop"),
    ("王小明", "王 小 明", "王 小 明", "王 小 明"),
    ("ສົມສີ", "ສົມສີ", "ສົມສີ", "ສົມສີ"), ("ИВАНОВА", "иванова", "иванова", "иванова"),
  ])
  func hasThreeForms(_ text: String, exact: String, fold: String, sound: String) {
    let name = PersonName(text)
    #expect(Array(name.exact.utf8) == Array(exact.utf8))
    #expect(Array(name.fold.utf8) == Array(fold.utf8))
    #expect(name.sound == sound)
  }

  /// The same name from four keyboards: composed, base and marks, shape composed and tone apart (Windows-1258),
  /// and the marks of a decomposed letter the other way round.
  @Test func keyboardsMakeNoDifference() {
    let composed = "Nguyễn Thị Huệ"
    let halves = "Nguyê\u{303}n Thi\u{323} Huê\u{323}"
    let other = "Nguye\u{302}\u{303}n Thi\u{323} Hue\u{323}\u{302}"
    for text in [composed.decomposedStringWithCanonicalMapping, halves, other] {
      #expect(PersonName(text).exact == PersonName(composed).exact)
    }
    // Ê Đê: two shapes on one vowel.
    #expect(PersonName("Bê\u{306}").exact == PersonName("Be\u{306}\u{302}").exact)
    #expect(PersonName("Bê\u{306}").exact != PersonName("Bê").exact)
    #expect(PersonName("Bê\u{306}").fold == "be")
    #expect(PersonName("Müller").exact == PersonName("Mu\u{308}ller").exact)
  }

  @Test func toneIsKeptApartFromShape() {
    let forms = ["ma", "mà", "má", "mả", "mã", "mạ", "mă", "mâ", "mằ"].map { PersonName($0).exact }
    #expect(Set(forms).count == forms.count)
    #expect(Set(["hoà", "hoá", "hoả", "hoã", "hoạ", "hoa"].map { PersonName($0).fold }) == ["hoa"])
  }

  @Test func signsAndEmptyTextAreNoName() {
    for text in ["", " ", "-.,'", "\u{301}", "\u{200B}\u{FEFF}"] {
      #expect(PersonName(text).isEmpty)
    }
    #expect(PersonName("a\u{200D}n\u{AD}h").exact == "anh")
  }

  @Test func aPastedTextIsCut() {
    let name = PersonName(String(repeating: "abcdefghijklmnopqrstuvwxyz ", count: 40_000))
    #expect(name.syllables.count == PersonName.longest)
    #expect(name.syllables.allSatisfy { $0.fold.count <= NameSyllable.longest })
    #expect(PersonTerms.ofName(String(repeating: "abcdefghijk ", count: 9)).count < 30)
  }

  @Test func neighboursLackOneLetter() {
    func neighbours(_ text: String) -> Set<String> {
      Set(PersonName(text).syllables[0].neighbours.map { String(decoding: $0, as: UTF8.self) })
    }
    #expect(neighbours("Hoà") == ["oa", "ha", "ho"])
    #expect(neighbours("anna") == ["nna", "ana", "ann"])
    #expect(neighbours("A") == [])
  }

  /// Two thousand given names of real use, where the folder is there.
  @Test(.enabled(if: SharedTools.folder != nil))
  func givenNamesFoldAsTheyAreWrittenWithoutAccents() throws {
    let file = try #require(SharedTools.folder).appendingPathComponent("data/given-names.tsv")
    var exact: [String: String] = [:]
    var folds: [String: String] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 3, !line.hasPrefix("#") else { continue }
      let (name, plain) = (PersonName(cells[1]), PersonName(cells[2]))
      #expect(name.fold == plain.fold)
      #expect(plain.exact == plain.fold)
      // What differs stays apart: without accents, and with them.
      let lower = cells[2].lowercased()
      #expect(folds.updateValue(lower, forKey: name.fold).map { $0 == lower } ?? true)
      let marks = Self.marks(cells[1])
      #expect(exact.updateValue(marks, forKey: name.exact).map { $0 == marks } ?? true)
    }
    #expect(exact.count > 1_000)
  }

  /// The letters and marks of a name, whatever vowel a tone stands on: not by our tables.
  private static func marks(_ text: String) -> String {
    text.lowercased().replacing("ð", with: "đ").split(separator: " ").map { syllable in
      let scalars = String(syllable).decomposedStringWithCanonicalMapping.unicodeScalars
      let tones = scalars.filter { [0x300, 0x301, 0x303, 0x309, 0x323].contains($0.value) }
      let rest = scalars.filter { !tones.contains($0) }
      return String(String.UnicodeScalarView(rest + tones))
    }.joined(separator: " ")
  }
}
