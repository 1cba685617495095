extension RuleBook {
  /// The built-in book, and the office's table of communes where there is one (`vault create
  /// --places`): a file with the columns of `places.csv`. Provinces may stand in it too, as they do in
  /// the statistics office's list; those that the book has already are the same once.
  ///
  /// - Throws: `.places` with the line of the office's own file.
  public static func standard(places: [UInt8]? = nil) throws(CaseworkError) -> RuleBook {
    let book = try builtIn()
    guard let places else { return book }
    var files = book.files
    do throws(CaseworkError) {
      files[.places, default: []] += try book.rows(addedBy: places)
    } catch {
      guard case .rules(let fault) = error else { throw error }
      throw .places(fault)
    }
    return try RuleBook(files)
  }

  /// What a table of places adds to the book's, as rows of `places.csv`.
  private func rows(addedBy bytes: [UInt8]) throws(CaseworkError) -> [UInt8] {
    var added: [Place] = []
    var text = ""
    let rows = try Self.read(.places, [.places: bytes]) { row throws(CaseworkError) in
      (place: try Place(row), line: row.line, csv: row.csv)
    }
    for row in rows where try isNew(row.place, line: row.line) {
      added.append(row.place)
      text += row.csv + "\n"
    }
    _ = try PlaceTable(added, under: Set(places.places.map(\.code)))
    return Array(text.utf8)
  }

  /// Whether the book has it not. A province of the same code and names is the one that the book has. Without days it is the one of
  /// now; days of its own must be those of the book.
  private func isNew(_ place: Place, line: Int) throws(CaseworkError) -> Bool {
    let known = places.places.filter { $0.code == place.code }
    if known.isEmpty { return true }
    let isSame = known.contains { known in
      known.label == place.label && known.isCommune == place.isCommune
        && (known.validity == place.validity
          || place.validity == Validity(from: nil, to: nil) && known.validity.to == nil)
    }
    guard isSame else { throw .rules(RuleFault(.places, line: line, .otherPlace(place.code))) }
    return false
  }
}
