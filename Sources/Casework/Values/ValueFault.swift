/// Why a value cannot be kept. The sentences that people read are the porch's.
public enum ValueFault: Equatable, Sendable {
  /// No field of that name in the form.
  case unknownField
  /// The field is written by the program alone.
  case notForTyping
  /// A single value where a list belongs, or the other way, or a number where text belongs.
  case wrongShape
  /// Given inside of something else, where a form takes it under its own name.
  case nested
  /// A state that is none of given, unknown, declined, not_asked, withheld.
  case unknownState
  case missing

  case notUTF8
  /// Longer than `TextRules.longest`.
  case tooLong
  /// More values of one kind than a question takes.
  case tooMany
  /// More in one list than `TextRules.mostItems`.
  case tooManyItems
  /// A control character; only line feed and tab may stand, and only in long text.
  case controlCharacter

  /// Blanks and nothing that anybody could read.
  case onlyBlanks

  case unknownCode
  /// A code list, or a list of names, with an empty item between two separators.
  case emptyItem
  /// The same code twice in one list.
  case repeatedCode
  case unknownCountry
  case unknownLanguage

  case notADate
  /// 17/05/04: nobody can tell whether a child or a grandmother was born.
  case twoDigitYear
  /// 31/02/2004.
  case impossibleDate
  /// Not RFC 3339 with an offset, nor the local form.
  case notAMoment

  case notANumber
  /// No number or reference of a signed paper.
  case notAPaper
  /// Not two years that follow each other: `2026-2027`.
  case notASchoolYear
  /// Neither E.164 nor a Vietnamese national number.
  case notAPhone
  /// Not twelve digits.
  case notAPersonalID
  /// Not of the form of an ICD-10 code.
  case notADiagnosis
  /// Not a code of two digits (province) or five (commune).
  case notAPlace
  /// The form is right, but the adopted table does not hold the code.
  case unknownPlace
  /// Neither a record's number nor a case that could be found.
  case unknownReference
  case notACaseCode

  // Held against other values of the same person.
  /// Received later than now.
  case inTheFuture
  /// Born after reception.
  case afterReception
  /// Happened before anybody received the person.
  case beforeReception
  /// Cannot lie before another, which is named beside it.
  case tooEarly
  /// Cannot lie after another.
  case tooLate
  /// Longer ago than anybody lives.
  case tooLongAgo
  /// Ended before it began.
  case beforeItsBeginning
  /// Confirmed by somebody who was not 18, or of whom nobody knows that they were.
  case beforeMajority
  /// A limit runs from the day, so the day has to be known.
  case wholeDateNeeded
  /// A visit on a day on which the one before it was not due yet.
  case visitTooEarly
  /// A quantity of nothing, an amount below nothing.
  case notPositive
}
