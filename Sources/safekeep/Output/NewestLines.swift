/// The newest of any number of lines.
struct NewestLines {
  let most: Int
  /// How many there were before.
  private(set) var earlier = 0
  private var kept: [String] = []
  /// Where the next line goes once there are as many as there may be: over the oldest.
  private var next = 0

  init(most: Int) { self.most = most }

  mutating func add(_ line: String) {
    guard kept.count == most else { return kept.append(line) }
    earlier += 1
    kept[next] = line
    next = (next + 1) % most
  }

  /// In the order in which they came.
  var lines: [String] { Array(kept[next...] + kept[..<next]) }
}
