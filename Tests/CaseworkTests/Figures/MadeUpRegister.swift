/// A register of arrivals of nobody, and the same numbers counted by other means: from the text of its cells,
/// with nothing of the program.
struct MadeUpRegister {
  static let header =
    "received_at,entry_path,receiving_commune,birth_date,sex,exploitation_country,purpose"

  let rows: [[String]]

  init(rows count: Int, seed: UInt64) {
    var dice = Dice(seed)
    func pick(_ choices: [(String, Int)]) -> String {
      var left = Int.random(in: 0..<choices.reduce(0) { $0 + $1.1 }, using: &dice)
      return choices.first { choice in
        left -= choice.1
        return left < 0
      }?.0 ?? ""
    }
    rows = (0..<count).map { _ in
      let month = Int.random(in: 1...8, using: &dice)
      let day = Int.random(in: 1...28, using: &dice)
      let two = { (number: Int) in number < 10 ? "0\(number)" : String(number) }
      return [
        "2026-\(two(month))-\(two(day))T09:00+07:00",
        pick([("self_report", 30), ("rescued", 30), ("returned", 20), ("hotline111", 3)]),
        pick([("26734", 50), ("26737", 30), ("00001", 1), ("", 4)]),
        pick([("1990", 20), ("2004-05-17", 20), ("2015", 6), ("1950", 1), ("", 3)]),
        pick([("female", 60), ("male", 30), ("", 4)]),
        pick([("KHM", 40), ("CHN", 30), ("VNM", 20), ("PHL", 1), ("", 5)]),
        pick([("ForcedLabour", 40), ("SexualExploitation;ForcedLabour", 10), ("Other", 2), ("", 9)]
        ),
      ]
    }
  }

  var text: String {
    ([Self.header] + rows.map { $0.joined(separator: ",") }).joined(separator: "\n") + "\n"
  }

  /// How many rows hold.
  func count(_ isMeant: ([String]) -> Bool) -> Int { rows.count(where: isMeant) }

  /// How often each text stands in a column, an empty cell being `unknown`; of several codes each counts.
  func counts(_ column: Int) -> [String: Int] {
    var found: [String: Int] = [:]
    for row in rows {
      let codes =
        row[column].isEmpty ? ["unknown"] : row[column].split(separator: ";").map(String.init)
      for code in codes { found[code, default: 0] += 1 }
    }
    return found
  }
}
