/// The heads of a pin file, held against the log.
struct HeldHeads {
  /// In the order of the file.
  private(set) var checked: [CheckedPin] = []
  /// What is wrong with the first of them that shows nothing of the log.
  private var refusal: VaultError?

  /// Takes in the next one.
  ///
  /// - Parameters:
  ///   - signed: of one that is a beginning of the log, whether the log key in force there signed it.
  ///   - known: whether every line under it is good, by a key that the log knows.
  mutating func add(_ pin: CheckedPin, signed: Bool = true, known: Bool = true) {
    checked.append(pin)
    if pin.verdict == .unsigned || !signed {
      refusal = refusal ?? .pinFileForeign(number: checked.count)
    } else if !known {
      refusal = refusal ?? .pinFileAltered(number: checked.count)
    }
  }

  /// The heads, where one of them contradicts the log or all of them fit it.
  ///
  /// A head that shows nothing of the log is no reason to keep silent about what another one shows: whoever can write
  /// the file could otherwise hide with it that the log was put back.
  ///
  /// - Throws: `pinFileForeign` where no head is of this log, or for one that nobody whom this log knows signed: whoever can
  ///   write the file could otherwise make a sound log look forked; `pinFileAltered` where another line under it is not
  ///   good.
  func sound() throws(VaultError) -> [CheckedPin] {
    guard !checked.contains(where: \.isContradicted) else { return checked }
    try checkAll()
    return checked
  }

  /// - Throws: the same, also where one contradicts the log.
  func checkAll() throws(VaultError) {
    if let refusal { throw refusal }
    // Heads of other logs may lie among them. Where all are, they show nothing of this one.
    guard checked.isEmpty || checked.contains(where: { $0.verdict != .another })
    else { throw .pinFileForeign(number: 1) }
  }
}
