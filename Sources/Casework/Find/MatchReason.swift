/// Why a file may be of the person who is looked for: what fits and what does not, never the value.
public enum MatchReason: String, CaseIterable, Hashable, Sendable {
  case nameSame = "name_same"
  case nameAccents = "name_accents"
  case nameSound = "name_sound"
  case nameLetter = "name_letter"
  case nameOrder = "name_order"
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
    let form: MatchReason =
      switch name.grade {
      case .exact: .nameSame
      case .fold: .nameAccents
      case .sound: .nameSound
      case .letter, .other, .none: .nameLetter
      }
    let isTurned = name.isTurned && name.whole == .none
    return [form] + (isTurned || name.isInOtherOrder ? [.nameOrder] : [])
      + (name.isWhole ? [] : [.namePart])
  }
}
