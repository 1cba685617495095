/// What an attacker with paper and pencil gets out of the sums: each is a line with some numbers that are
/// shown and some unknown; elimination tells which unknown ones have only one value.
///
/// The numbers themselves do not matter for that, so it is done with the coefficients alone, modulo a prime:
/// they are 1 and −1, far too small for the prime to make two different lines alike. Lines are short and many, so the
/// number that the fewest lines have goes first, which keeps them short.
struct LinearSystem {
  private static let prime: UInt64 = 2_147_483_647

  private typealias Line = [(column: Int, factor: UInt64)]

  /// The unknown numbers that can be computed.
  let determined: Set<FigureCell>

  init(_ sums: [FigureSum], unknown: Set<FigureCell>) {
    let cells = unknown.sorted()
    let index = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
    let lines = sums.compactMap { sum -> Line? in
      var line: [Int: UInt64] = [:]
      if let total = index[sum.total] { line[total] = Self.prime - 1 }
      for part in sum.parts {
        if let place = index[part] { line[place] = Self.sum(line[place] ?? 0, 1) }
      }
      let terms = line.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      return terms.isEmpty ? nil : terms.map { ($0.key, $0.value) }
    }
    var elimination = Elimination(lines, columns: cells.count)
    elimination.run()
    // A number can be computed where no other solution moves it. One taken at random moves all that any moves, but
    // for one time in the prime; two do not both miss.
    let moved = (1...2).map { elimination.solution(UInt64($0)) }
    determined = Set(
      cells.indices.filter { place in
        elimination.isPivot[place] && moved.allSatisfy { $0[place] == 0 }
      }.map { cells[$0] })
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

  /// Gauss: every line is left without the numbers of those before it.
  private struct Elimination {
    private static let prime = LinearSystem.prime
    private var lines: [Line]
    private var linesOf: [[Int]]
    /// Columns by how many lines have them; one that has changed since stands there again.
    private var waiting: [[Int]] = [[], []]
    private var pivots: [(column: Int, line: Int)] = []
    private(set) var isPivot: [Bool]

    init(_ lines: [Line], columns: Int) {
      self.lines = lines
      linesOf = [[Int]](repeating: [], count: columns)
      isPivot = [Bool](repeating: false, count: columns)
      for (number, line) in lines.enumerated() {
        for term in line { linesOf[term.column].append(number) }
      }
      for column in (0..<columns).reversed() { wait(column) }
    }

    private mutating func wait(_ column: Int) {
      let count = linesOf[column].count
      while waiting.count <= count { waiting.append([]) }
      if count > 0 { waiting[count].append(column) }
    }

    mutating func run() {
      var count = 1
      while count < waiting.count {
        guard let column = waiting[count].popLast() else {
          count += 1
          continue
        }
        guard !isPivot[column], linesOf[column].count == count else { continue }
        take(column)
        count = 1
      }
    }

    private mutating func take(_ column: Int) {
      let found = linesOf[column]
      guard let own = found.min(by: { (lines[$0].count, $0) < (lines[$1].count, $1) }) else {
        return
      }
      (isPivot[column], linesOf[column]) = (true, [])
      pivots.append((column, own))
      let pivot = lines[own]
      let scale = LinearSystem.inverse(Self.factor(of: column, in: pivot))
      for other in found where other != own {
        let factor = Self.prime - Self.factor(of: column, in: lines[other]) * scale % Self.prime
        add(pivot, times: factor, to: other, without: column)
      }
      for term in pivot where term.column != column { leave(own, term.column) }
    }

    private static func factor(of column: Int, in line: Line) -> UInt64 {
      line.first { $0.column == column }?.factor ?? 0
    }

    private mutating func leave(_ line: Int, _ column: Int) {
      if let place = linesOf[column].firstIndex(of: line) {
        linesOf[column].swapAt(place, linesOf[column].count - 1)
        linesOf[column].removeLast()
      }
      wait(column)
    }

    /// Both are in the order of their columns, and so is what comes out.
    private mutating func add(
      _ pivot: Line, times factor: UInt64, to number: Int, without column: Int
    ) {
      let line = lines[number]
      var (result, one, two) = (Line(), 0, 0)
      result.reserveCapacity(line.count + pivot.count)
      while one < line.count || two < pivot.count {
        let left = one < line.count ? line[one].column : Int.max
        let right = two < pivot.count ? pivot[two].column : Int.max
        let place = min(left, right)
        var value: UInt64 = 0
        if left == place {
          value = line[one].factor
          one += 1
        }
        if right == place {
          value = LinearSystem.sum(value, pivot[two].factor * factor % Self.prime)
          two += 1
        }
        if value != 0, place != column { result.append((place, value)) }
        if place == column || (value != 0) == (left == place) { continue }
        if value == 0 {
          leave(number, place)
        } else {
          linesOf[place].append(number)
          wait(place)
        }
      }
      lines[number] = result
    }

    /// Numbers that every line takes for nought, those that are free taken at random, always the same.
    func solution(_ seed: UInt64) -> [UInt64] {
      var state = seed &* 0x9e37_79b9_7f4a_7c15
      var values = isPivot.map { isPivot -> UInt64 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return isPivot ? 0 : 1 + (state >> 33) % (Self.prime - 1)
      }
      for (column, line) in pivots.reversed() {
        let rest = lines[line].reduce(UInt64(0)) { sum, term in
          term.column == column
            ? sum : LinearSystem.sum(sum, term.factor * values[term.column] % Self.prime)
        }
        let own = Self.factor(of: column, in: lines[line])
        values[column] = (Self.prime - rest) % Self.prime * LinearSystem.inverse(own) % Self.prime
      }
      return values
    }
  }
}
