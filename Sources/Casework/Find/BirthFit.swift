import Vault

/// How the birth of one person fits that of another, besides the year.
enum BirthFit: Hashable, Sendable {
  /// One of the two is not known any nearer than the year.
  case unknown
  /// Nothing is known of either. Who does not know their birth at one office does not know it at the next.
  case neither
  /// Of one of the two the year is known at least, of the other nothing.
  case oneSided
  case day
  /// The month, where one of the two days is not known.
  case month
  case otherDay
  case otherMonth

  init(_ field: SearchMatch.Field, _ question: QuestionTerms) {
    guard let month = question.month, field.counts[Int(SearchKind.birthMonth.rawValue)] > 0 else {
      self = .unknown
      return
    }
    guard field.matched.contains(month) else {
      self = .otherMonth
      return
    }
    guard let day = question.day, field.counts[Int(SearchKind.birthDay.rawValue)] > 0 else {
      self = .month
      return
    }
    self = field.matched.contains(day) ? .day : .otherDay
  }

  /// - Parameters:
  ///   - month: whether that of two people is the same; nil where one of them has none.
  ///   - day: the same of the day.
  init(month: Bool?, day: Bool?) {
    self =
      switch (month, day) {
      case (nil, _): .unknown
      case (false, _): .otherMonth
      case (true, nil): .month
      case (true, true): .day
      case (true, false): .otherDay
      }
  }

  /// How much rarer this is among others than among registrations of one person, or more common.
  var factor: Double {
    switch self {
    case .unknown: 1
    case .neither: 0.2
    case .oneSided: 2
    case .day: 0.01
    case .month: 0.1
    case .otherDay: 4
    case .otherMonth: 8
    }
  }
}
