/// Why a file may be of the person who is looked for: what fits and what does not, never the value.
public enum MatchReason: String, CaseIterable, Hashable, Sendable {
  case nameSame = "name_same"
  case nameAccents = "name_accents"
  case nameSound = "name_sound"
  /// A letter more or fewer in one syllable.
  case nameLetter = "name_letter"
  /// A letter of one syllable is another, or stands elsewhere.
  case nameOtherLetter = "name_other_letter"
  /// Letters of more than one syllable.
  case nameLetters = "name_letters"
  /// A syllable is told by what another one of the name tells as well.
  case nameAlike = "name_alike"
  case nameOrder = "name_order"
  /// One syllable more or fewer, all others there.
  case nameShort = "name_short"
  case namePart = "name_part"
  case otherName = "other_name"
  case yearFits = "year_fits"
  case yearNear = "year_near"
  case yearDiffers = "year_differs"
  case phoneSame = "phone_same"
  case phoneDiffers = "phone_differs"
  case numberSame = "number_same"
  case numberDiffers = "number_differs"
}

extension PersonMatch {
  /// The name first, then what else fits, then what does not.
  var reasons: [MatchReason] {
    let name = self.name.map { Self.reasons(of: $0) } ?? []
    let other: MatchReason? = isOtherName || hasOtherName ? .otherName : nil
    let year: MatchReason? =
      switch year {
      case 0: .yearFits
      case 1: .yearNear
      case nil: nil
      default: .yearDiffers
      }
    let phone = phone.map { $0 ? MatchReason.phoneSame : .phoneDiffers }
    let number = number.map { $0 ? MatchReason.numberSame : .numberDiffers }
    return name + [other, year, phone, number].compactMap(\.self)
  }

  private static func reasons(of name: NameMatch) -> [MatchReason] {
    guard name.fits else { return [.namePart] }
    let isTurned = name.isTurned && name.whole == .none
    let isShort = !name.isWhole || name.isDoubled
    // Of a name that lacks a syllable nobody is told that it is the same.
    return (isShort && name.grade == .exact ? [] : [form(of: name)])
      + (isTurned || name.isInOtherOrder ? [.nameOrder] : []) + (isShort ? [.nameShort] : [])
  }

  private static func form(of name: NameMatch) -> MatchReason {
    switch name.grade {
    case .exact: return .nameSame
    case .fold: return .nameAccents
    case .sound: return .nameSound
    default: break
    }
    guard name.grades.count(where: { (.letter...NameGrade.vague).contains($0) }) < 2
    else { return .nameLetters }
    switch name.grade {
    case .letter: return .nameLetter
    case .other: return .nameOtherLetter
    default: return .nameAlike
    }
  }
}
