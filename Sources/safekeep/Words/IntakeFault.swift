/// What can be wrong with one value, or with the form of a table: the kinds that the register of
/// arrivals is refused for, and `--from` with it. The raw value is the reason in `--json`.
enum IntakeFault: String, CaseIterable, Sendable {
  // The table (RFC 4180)
  case emptyFile = "empty_file"
  case byteOrderMark = "byte_order_mark"
  case utf16
  case windows1258
  case notUTF8 = "not_utf8"
  case semicolons
  case tabs
  case quoteInside = "quote_inside"
  case textAfterQuote = "text_after_quote"
  case quoteOpen = "quote_open"
  case loneReturn = "lone_return"
  case recordTooLong = "record_too_long"
  case cellsTooFew = "cells_too_few"
  case cellsTooMany = "cells_too_many"
  case noHeader = "no_header"
  case unknownColumn = "unknown_column"
  case repeatedColumn = "repeated_column"
  case missingColumn = "missing_column"
  // The value by itself
  case missing
  case unknownField = "unknown_field"
  case notForTyping = "not_for_typing"
  case wrongShape = "wrong_shape"
  case nested
  case unknownState = "unknown_state"
  case tooLong = "too_long"
  case tooMany = "too_many"
  case tooManyItems = "too_many_items"
  case controlCharacter = "control_character"
  case onlyBlanks = "only_blanks"
  case unknownCode = "unknown_code"
  case emptyItem = "empty_item"
  case repeatedCode = "repeated_code"
  case unknownCountry = "unknown_country"
  case unknownLanguage = "unknown_language"
  case notADate = "not_a_date"
  case twoDigitYear = "two_digit_year"
  case impossibleDate = "impossible_date"
  case notAMoment = "not_a_moment"
  case notANumber = "not_a_number"
  case notAPaper = "not_a_paper"
  case notASchoolYear = "not_a_school_year"
  case notAPhone = "not_a_phone"
  case notAPersonalID = "not_a_personal_id"
  case notADiagnosis = "not_a_diagnosis"
  case notAPlace = "not_a_place"
  case unknownPlace = "unknown_place"
  case unknownReference = "unknown_reference"
  case notACaseCode = "not_a_case_code"
  // The value beside others
  case inTheFuture = "in_the_future"
  case afterReception = "after_reception"
  case beforeReception = "before_reception"
  case tooEarly = "too_early"
  case tooLate = "too_late"
  case tooLongAgo = "too_long_ago"
  case beforeItsBeginning = "before_its_beginning"
  case beforeMajority = "before_majority"
  case wholeDateNeeded = "whole_date_needed"
  case visitTooEarly = "visit_too_early"
  case notPositive = "not_positive"
}
