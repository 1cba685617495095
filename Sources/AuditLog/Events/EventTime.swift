/// The time of an entry as other systems write it.
enum EventTime {
  /// RFC 3339 in UTC with milliseconds: an `instant` of FHIR R4.
  ///
  /// Algorithm: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"; years begin in March.
  static func text(_ milliseconds: Int) -> String {
    let days = milliseconds / 86_400_000
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let date = [
      pad(year + era * 400 + (month > 9 ? 1 : 0), 4), pad(month > 9 ? month - 9 : month + 3, 2),
      pad(day, 2),
    ].joined(separator: "-")
    let rest = milliseconds % 86_400_000
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { pad($0, 2) }
    return date + "T" + clock.joined(separator: ":") + "." + pad(rest % 1000, 3) + "Z"
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
