import Vault

/// Reads the text given for one field, by the field's type.
struct ValueReader {
  private let field: FieldDefinition
  private let book: RuleBook
  private let resolve: FieldValidation.Resolver

  init(_ field: FieldDefinition, _ book: RuleBook, _ resolve: @escaping FieldValidation.Resolver) {
    self.field = field
    self.book = book
    self.resolve = resolve
  }

  func read(_ text: String) throws(CaseworkError) -> FieldReading {
    if let fault = TextRules.fault(in: text, isLong: field.type == .longtext) {
      throw .value(fault)
    }
    switch field.type {
    case .place: return try place(text)
    default: return FieldReading(try value(text))
    }
  }

  /// One item of a list as the list stores it.
  func readItem(_ text: String) throws(CaseworkError) -> String {
    switch try read(text).value {
    case .text(let text), .decimal(let text), .date(let text), .dateTime(let text): text
    case .integer(let number): String(number)
    case .bytes(let bytes): Hexadecimal.text(bytes)
    case .bool, .list, .absent: throw .value(.wrongShape)
    }
  }

  private func value(_ text: String) throws(CaseworkError) -> FieldValue {
    switch field.type {
    case .code, .list: .text(try code(text, in: field.codes ?? "", or: .unknownCode))
    case .country: .text(try code(text, in: "country", or: .unknownCountry))
    case .language: .text(try code(text, in: "language", or: .unknownLanguage))
    case .bool3: .bool(try answer(text))
    case .date: .date(try PartialDate(text).text)
    case .datetime: .dateTime(try moment(text))
    case .int: .integer(try integer(text))
    case .decimal: .decimal(try decimal(text))
    case .ref: .bytes(try reference(text))
    case .phone: .text(try keep(text, if: PhoneNumber.isOne(text), else: .notAPhone))
    case .personalID: .text(try personalID(text))
    case .icd10: .text(try icd10(text))
    // Of a reason or a promise that nobody can read nothing is known.
    case .text, .longtext: .text(try keep(text, if: !TextRules.isBlank(text), else: .onlyBlanks))
    case .place: .text(text)
    }
  }

  private func keep(
    _ text: String, if isSound: Bool, else fault: ValueFault
  ) throws(CaseworkError) -> String {
    guard isSound else { throw .value(fault) }
    return text
  }

  private func code(
    _ text: String, in list: String, or fault: ValueFault
  ) throws(CaseworkError) -> String {
    guard let code = book.codeLists[list]?[text] else { throw .value(fault) }
    return code.code
  }

  private func answer(_ text: String) throws(CaseworkError) -> ThreeWay {
    switch text {
    case "no": .no
    case "yes": .yes
    case "unknown": .unknown
    default: throw .value(.unknownCode)
    }
  }

  /// RFC 3339 as it was given; the local form is turned into it.
  private func moment(_ text: String) throws(CaseworkError) -> String {
    let moment = try Moment(text)
    return text.utf8.contains(UInt8(ascii: "T")) ? text : moment.text
  }

  private func integer(_ text: String) throws(CaseworkError) -> Int64 {
    guard let number = Int64(text), String(number) == text else { throw .value(.notANumber) }
    return number
  }

  /// Digits, and a point with digits behind it: quantities are kept as given, never rounded.
  private func decimal(_ text: String) throws(CaseworkError) -> String {
    let halves = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let isSound =
      halves.count <= 2
      && halves.allSatisfy { half in
        !half.isEmpty && half.allSatisfy { (0x30...0x39).contains($0) }
      }
    return try keep(text, if: isSound, else: .notANumber)
  }

  private func reference(_ text: String) throws(CaseworkError) -> [UInt8] {
    guard let bytes = Hexadecimal.bytes(text, count: 16) ?? resolve(text) else {
      throw .value(.unknownReference)
    }
    return bytes
  }

  private func personalID(_ text: String) throws(CaseworkError) -> String {
    _ = try PersonalID(text)
    return text
  }

  private func icd10(_ text: String) throws(CaseworkError) -> String {
    guard let code = DiagnosisCode.normalForm(of: text) else { throw .value(.notADiagnosis) }
    return code
  }

  private func place(_ text: String) throws(CaseworkError) -> FieldReading {
    switch book.places.standing(of: text) {
    case .known: FieldReading(.text(text))
    case .notChecked: FieldReading(.text(text), warnings: [.placeNotChecked])
    case .unknown: throw .value(.unknownPlace)
    case .wrongForm: throw .value(.notAPlace)
    }
  }
}
