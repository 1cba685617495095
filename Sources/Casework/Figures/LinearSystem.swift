/// What an attacker with paper and pencil gets out of the sums: each is a line with some numbers that are
/// shown and some unknown; elimination tells which unknown ones have only one value.
///
/// The numbers themselves do not matter for that, so it is done with the coefficients alone, modulo a prime:
/// they are 1 and −1, far too small for the prime to make two different lines alike.
struct LinearSystem {
  private static let prime: UInt64 = 2_147_483_647

  /// The unknown numbers that can be computed.
  let determined: Set<FigureCell>

  init(_ sums: [FigureSum], unknown: Set<FigureCell>) {
    let cells = unknown.sorted()
    let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    var lines = sums.compactMap { sum -> [Int: UInt64]? in
      var line: [Int: UInt64] = [:]
      if let total = index[sum.total] { line[total] = Self.prime - 1 }
      for part in sum.parts {
        if let place = index[part] { line[place] = Self.sum(line[place] ?? 0, 1) }
      }
      line = line.filter { $0.value != 0 }
      return line.isEmpty ? nil : line
    }
    Self.eliminate(&lines)
    determined = Set(lines.filter { $0.count == 1 }.compactMap { $0.keys.first.map { cells[$0] } })
  }

  /// Gauss and Jordan: every line begins with a place that no other line has.
  private static func eliminate(_ lines: inout [[Int: UInt64]]) {
    var done = 0
    while done < lines.count {
      guard let place = lines[done].keys.min(), let first = lines[done][place] else {
        lines.remove(at: done)
        continue
      }
      let scale = inverse(first)
      lines[done] = lines[done].mapValues { $0 * scale % prime }
      let pivot = lines[done]
      for other in lines.indices where other != done {
        guard let factor = lines[other][place] else { continue }
        for (column, value) in pivot {
          let left = sum(lines[other][column] ?? 0, (prime - factor) * value % prime)
          lines[other][column] = left == 0 ? nil : left
        }
      }
      done += 1
    }
  }

  private static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 { (left + right) % prime }

  /// By Fermat's little theorem.
  private static func inverse(_ value: UInt64) -> UInt64 {
    var (result, base, power) = (UInt64(1), value, prime - 2)
    while power > 0 {
      if power & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      power >>= 1
    }
    return result
  }
}
