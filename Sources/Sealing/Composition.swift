/// Latin letters composed of a simpler letter and one of the eight marks that Vietnamese is written with.
///
/// Each row is a mark and the pairs it makes: the letter without it, the letter with it (Unicode 14.0,
/// UnicodeData.txt, canonical decompositions; composition exclusions do not touch these letters, and
/// the stability policy keeps them as they are). The table is our own so that a passphrase typed today
/// unlocks after any update of the system's Unicode data.
enum Composition {
  struct Letter {
    let base: UInt32
    let mark: UInt32
    let composed: UInt32
  }

  /// The mark, its canonical combining class, and pairs of letters.
  private static let rows: [(mark: UInt32, order: Int, pairs: String)] = [
    // Grave
    (
      0x300, 230,
      "AÀEÈIÌOÒUÙaàeèiìoòuùNǸnǹWẀwẁÂẦâầĂẰăằÊỀêềÔỒôồƠỜơờƯỪưừYỲyỳ"
    ),
    // Acute
    (
      0x301, 230,
      "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćLĹlĺNŃnńRŔrŕSŚsśZŹzźGǴgǵKḰkḱMḾmḿÕṌõṍPṔpṕŨṸũṹWẂwẃÂẤâấĂẮăắ"
        + "ÊẾêếÔỐôốƠỚơớƯỨưứ"
    ),
    // Circumflex
    (
      0x302, 230,
      "AÂEÊIÎOÔUÛaâeêiîoôuûCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝWŴwŵYŶyŷZẐzẑẠẬạậẸỆẹệỌỘọộ"
    ),
    // Tilde
    (
      0x303, 230,
      "AÃNÑOÕaãnñoõIĨiĩUŨuũVṼvṽÂẪâẫĂẴăẵEẼeẽÊỄêễÔỖôỗƠỠơỡƯỮưữYỸyỹ"
    ),
    // Breve
    (
      0x306, 230,
      "AĂaăEĔeĕGĞgğIĬiĭOŎoŏUŬuŭẠẶạặ"
    ),
    // Hook above
    (
      0x309, 230,
      "AẢaảÂẨâẩĂẲăẳEẺeẻÊỂêểIỈiỉOỎoỏÔỔôổƠỞơởUỦuủƯỬưửYỶyỷ"
    ),
    // Horn
    (
      0x31B, 216,
      "OƠoơUƯuư"
    ),
    // Dot below
    (
      0x323, 220,
      "BḄbḅDḌdḍHḤhḥKḲkḳLḶlḷMṂmṃNṆnṇRṚrṛSṢsṣTṬtṭVṾvṿWẈwẉZẒzẓAẠaạEẸeẹIỊiịOỌoọƠỢơợUỤuụƯỰưựYỴyỵ"
    ),
  ]

  static let letters: [Letter] = rows.flatMap { row in
    let scalars = row.pairs.unicodeScalars.map(\.value)
    return stride(from: 0, to: scalars.count - 1, by: 2).map { index in
      Letter(base: scalars[index], mark: row.mark, composed: scalars[index + 1])
    }
  }

  /// The canonical combining class of one of the eight marks; nil for anything else. Marks of a lower
  /// class come first in the one canonical order; those of one class keep theirs.
  static func order(ofMark scalar: UInt32) -> Int? {
    rows.first { $0.mark == scalar }?.order
  }

  /// The letter taken apart by one mark; nil where the table has none.
  static func parts(of scalar: UInt32) -> Letter? {
    letters.first { $0.composed == scalar }
  }

  /// The letter that a letter and a mark make; nil where the table has none.
  static func letter(_ base: UInt32, with mark: UInt32) -> UInt32? {
    letters.first { $0.base == base && $0.mark == mark }?.composed
  }
}
