/// The row of Article 37 beside where the file stands: the article gives one row to victims and others to
/// those who are in the process of identification (Law 53/2024 Art. 37), and a file is not both.
extension CaseRecords {
  /// Where the legal status stands; of a file that was closed or reopened, where it stood.
  var standing: String? {
    let status = code("case.status")
    guard ["closed", "reopened"].contains(status) else { return status }
    return code("case.former_status") ?? status
  }

  /// Whether two people decided that the person is a victim. A decision that is recorded and that nobody agreed to is
  /// none yet (design, "Two people").
  var isIdentified: Bool { standing.map(Self.identified.contains) ?? false }

  private static let identified: Set<String> = ["identified", "reintegration"]
  private static let undecided: Set<String> = ["reported", "received", "in_process"]

  /// Whether a category is one of another standing. A file whose standing is not known contradicts nothing;
  /// of a minor who came along the standing is that of the person with whom they came, and a foreigner has
  /// one row for both.
  func contradicts(_ category: String, standing: String?) -> Bool {
    guard let standing else { return false }
    switch category {
    case "victim_vn": return !Self.identified.contains(standing)
    case "in_process_vn_domestic", "in_process_vn_abroad":
      return !Self.undecided.contains(standing)
    default: return false
    }
  }

  /// Whether help of a day is held against a row that was not the person's any more, or not yet. What was
  /// given before the decision was given to somebody in process, whenever it is entered.
  func contradicts(_ category: String, on day: CalendarDay) -> Bool {
    guard contradicts(category, standing: standing) else { return false }
    guard category != "victim_vn", let decided = date("identification.decided_at") else {
      return true
    }
    return day > decided.latest
  }

  /// Whether a day is certainly before the decision that the person is a victim: they were in process then.
  func isBeforeDecision(_ day: CalendarDay) -> Bool {
    isIdentified && (date("identification.decided_at").map { day < $0.earliest } ?? false)
  }

  /// The rows of whoever is in process. Which of them somebody had who is a victim by now no field says.
  static let inProcess = ["in_process_vn_domestic", "in_process_vn_abroad"]

  /// The rows against which help of a day is held, under the category that stands now.
  func categories(of category: String, on day: CalendarDay) -> [String] {
    category == "victim_vn" && isBeforeDecision(day) ? Self.inProcess : [category]
  }

  /// Whether a lead has to record the category: none stands, or one that no longer fits. Who is no victim by
  /// the decision has no row that could be recorded.
  func isCategoryDue(standing: String?) -> Bool {
    guard standing != "not_identified" else { return false }
    guard let category = code("case.person_category") else {
      return standing.map(Self.identified.contains) ?? false
    }
    return contradicts(category, standing: standing)
  }
}
