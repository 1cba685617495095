import Casework

extension ValueFault {
  /// The fault as the porch has words for it.
  var told: IntakeFault {
    switch self {
    case .unknownField: .unknownField
    case .notForTyping: .notForTyping
    case .wrongShape: .wrongShape
    case .nested: .nested
    case .unknownState: .unknownState
    case .missing: .missing
    case .notUTF8: .notUTF8
    case .tooLong: .tooLong
    case .tooMany: .tooMany
    case .tooManyItems: .tooManyItems
    case .controlCharacter: .controlCharacter
    case .onlyBlanks: .onlyBlanks
    case .unknownCode: .unknownCode
    case .emptyItem: .emptyItem
    case .repeatedCode: .repeatedCode
    case .unknownCountry: .unknownCountry
    case .unknownLanguage: .unknownLanguage
    case .notADate: .notADate
    case .twoDigitYear: .twoDigitYear
    case .impossibleDate: .impossibleDate
    case .notAMoment: .notAMoment
    case .notANumber: .notANumber
    case .notAPaper: .notAPaper
    case .notASchoolYear: .notASchoolYear
    case .notAPhone: .notAPhone
    case .notAPersonalID: .notAPersonalID
    case .notADiagnosis: .notADiagnosis
    case .notAPlace: .notAPlace
    case .unknownPlace: .unknownPlace
    case .unknownReference: .unknownReference
    case .notACaseCode: .notACaseCode
    case .inTheFuture: .inTheFuture
    case .afterReception: .afterReception
    case .beforeReception: .beforeReception
    case .tooEarly: .tooEarly
    case .tooLate: .tooLate
    case .tooLongAgo: .tooLongAgo
    case .beforeItsBeginning: .beforeItsBeginning
    case .beforeMajority: .beforeMajority
    case .wholeDateNeeded: .wholeDateNeeded
    case .visitTooEarly: .visitTooEarly
    case .notPositive: .notPositive
    }
  }
}
