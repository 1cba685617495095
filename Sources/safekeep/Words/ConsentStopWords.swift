import Casework

/// Why nothing is given to somebody: the consent that it would rest on, and who gave that. Nil for what
/// other words are for.
protocol ConsentStopWords {
  func consentStopped(_ reason: StopReason) -> String?
  func consentRemedy(_ reason: StopReason) -> String?
  func giverStopped(_ reason: StopReason) -> String?
  func giverRemedy(_ reason: StopReason) -> String?
}

extension English {
  func consentStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .noBasis: "what is given rests on one consent or one provision, and one of them is named"
    case .consentMissing: "this case has no such consent"
    case .consentWithdrawn: "the consent was withdrawn"
    case .consentExpired: "the consent has expired"
    case .consentEnded:
      "the consent ended when the representative who gave it could no longer act for the person, or with the file"
    case .consentEndedOwn:
      "the consent that the person gave ended with the file, or when it was recorded that they were under 18 and a representative had to give it"
    case .consentEndsSooner: "the consent ends before that day"
    case .consentOtherRecipient: "the consent names another recipient"
    case .consentOtherPurpose: "the consent is for another purpose"
    case .consentLacksFields: "the consent does not cover"
    case .notOfRole: "the field table does not let the colleague's role read"
    case .consentFixed: "what was consented to is not changed afterwards"
    case .consentFromElsewhere:
      "this consent came with the file from another office, and its recipient is one who was named there"
    case .shelterNotNamed: "this is given only where the person consented to this very field"
    case .shelterInOpenField:
      "this names the place where the person is hidden, and stands on papers and in lists"
    case .keptFromOffice: "the person keeps this from that office"
    case .followsSource: "this was derived from a field that the person keeps from the same role"
    case .onlyCounted:
      "these are figures: they are counted over all cases, and shown of no single person to anybody"
    case .keptAtTransfer:
      "the person keeps this from somebody here, and over there it would be kept from nobody"
    case .notGivenAtTransfer:
      "something of this is recorded, and nobody has given you the key to it: it would be in no file"
    case .writtenRequest:
      "to a health-care provider outside this goes only on the person's written request"
    default: nil
    }
  }

  func consentRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .noBasis:
      "name one: --consent RECORD or --provision CODE"
    case .consentMissing: "the consents of the case: safekeep consent show CASE"
    case .consentWithdrawn, .consentExpired, .consentEnded, .consentEndedOwn,
      .consentOtherRecipient,
      .consentOtherPurpose, .consentLacksFields:
      "ask the person and record their consent: safekeep consent record CASE"
    case .notOfRole:
      "leave it out, or ask the person and record a consent that names this very field: safekeep consent record CASE"
    case .consentEndsSooner: "choose an earlier day"
    case .consentFromElsewhere:
      "ask the person and record their consent anew: safekeep consent record CASE"
    case .consentFixed:
      "withdraw it and record another: safekeep consent withdraw CASE RECORD"
    case .shelterNotNamed: "leave it out, or record a consent that names it"
    case .shelterInOpenField:
      "the place stands in shelter or stay_facility alone: take its name out of this field, or leave the field out; as provider name who pays"
    case .keptFromOffice: "leave it out; what is kept from whom: safekeep restriction show CASE"
    case .followsSource:
      "lift the restriction of that field, and this one is lifted with it: safekeep restriction lift CASE RECORD"
    case .onlyCounted: "what they add up to: safekeep stats"
    case .keptAtTransfer:
      "ask the person; if they agree, lift it and have it set anew there: safekeep restriction lift CASE RECORD"
    case .notGivenAtTransfer:
      "let who has the case look at it once, which gives you the key: safekeep case show CASE; where nobody has it any more"
        + " (since when: safekeep case show CASE), erase the class and hand over what is left: safekeep case erase --help"
    case .writtenRequest: "record where the request is kept: written_request_ref"
    default: nil
    }
  }

  func giverStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .needsRepresentative: "a person under 18, or of unknown age, does not consent alone"
    case .needsConfirmation: "the person is 18 and has not confirmed what was agreed before"
    case .adultsSpeak:
      "the person is of age: only a guardian, or whom the court appointed, speaks for them, and the file does not say that"
    case .childNotAsked: "a child from 7 years has to agree as well"
    case .noRepresentative: "this case has no such representative"
    case .representativeSuspect: "this representative is suspected of a part in the trafficking"
    case .representativeUnsafe: "it is not safe to contact this representative"
    case .representativeUnconfirmed:
      "the trafficker was of the family, and no lead has confirmed this representative in writing"
    default: nil
    }
  }

  func giverRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .needsRepresentative:
      "record a representative who may speak for them, or the birth date if they are of age"
    case .needsConfirmation:
      "ask the person, and record in the consent when they, of age, confirmed it: confirmed_at"
    case .adultsSpeak:
      "the person consents themselves (giver self); else record of the representative basis (guardian or court) and paper: safekeep person record CASE --record RECORD"
    case .childNotAsked: "ask the child in words that they understand, and record child_agreed"
    case .noRepresentative: "the representatives of the case: safekeep person show CASE"
    case .representativeSuspect, .representativeUnsafe:
      "another representative is needed; until then only what a provision allows is given; what this one asked is refused: refusal not_theirs, refusal_reason"
    case .representativeUnconfirmed:
      "a lead records confirmed_by_lead: safekeep person record CASE; else what this one asked is refused: refusal not_theirs, refusal_reason"
    default: nil
    }
  }
}

extension Vietnamese {
  func consentStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .noBasis: "việc cung cấp phải dựa vào một sự đồng ý hoặc một điều khoản, và phải nêu rõ"
    case .consentMissing: "hồ sơ không có sự đồng ý này"
    case .consentWithdrawn: "sự đồng ý đã được rút lại"
    case .consentExpired: "sự đồng ý đã hết hiệu lực"
    case .consentEnded:
      "sự đồng ý đã chấm dứt khi người đại diện đã đồng ý không còn được thay mặt người đó, hoặc cùng hồ sơ"
    case .consentEndedOwn:
      "sự đồng ý do chính người đó đưa ra đã chấm dứt cùng hồ sơ, hoặc khi hồ sơ ghi người đó chưa đủ 18 tuổi nên người đại diện phải đồng ý"
    case .consentEndsSooner: "sự đồng ý hết hiệu lực trước ngày đó"
    case .consentOtherRecipient: "sự đồng ý dành cho bên nhận khác"
    case .consentOtherPurpose: "sự đồng ý dành cho mục đích khác"
    case .consentLacksFields: "sự đồng ý không bao gồm"
    case .notOfRole: "theo bảng trường dữ liệu, vai trò của người nhận không được xem"
    case .consentFixed: "nội dung đã đồng ý không được sửa về sau"
    case .consentFromElsewhere:
      "sự đồng ý này đến cùng hồ sơ từ cơ quan khác, bên nhận là bên được nêu tại cơ quan đó"
    case .shelterInOpenField:
      "trường này nêu nơi tạm lánh của người đó, trong khi trường này có trên giấy tờ và danh sách"
    case .shelterNotNamed: "chỉ được cung cấp khi chủ thể dữ liệu đồng ý với chính trường này"
    case .keptFromOffice: "chủ thể dữ liệu không cho đơn vị đó xem"
    case .followsSource:
      "thông tin này được suy ra từ trường mà chủ thể dữ liệu không cho cùng vai trò đó xem"
    case .onlyCounted:
      "đây là số liệu thống kê: chỉ được tổng hợp trên mọi hồ sơ, không ai được xem số liệu của riêng một người"
    case .keptAtTransfer:
      "chủ thể dữ liệu đang hạn chế trường này, và ở cơ quan tiếp nhận hạn chế đó không còn hiệu lực"
    case .notGivenAtTransfer:
      "có thông tin đã ghi mà chưa ai trao khóa cho quý vị, nên không tệp nào có được"
    case .writtenRequest:
      "chỉ được cung cấp cho cơ sở khám, chữa bệnh bên ngoài khi chủ thể dữ liệu yêu cầu bằng văn bản"
    default: nil
    }
  }

  func consentRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .noBasis:
      "xin nêu một căn cứ: --consent BẢN_GHI hoặc --provision MÃ"
    case .consentMissing: "các sự đồng ý của hồ sơ: safekeep consent show MÃ_HỒ_SƠ"
    case .consentWithdrawn, .consentExpired, .consentEnded, .consentEndedOwn,
      .consentOtherRecipient,
      .consentOtherPurpose, .consentLacksFields:
      "xin hỏi chủ thể dữ liệu và ghi nhận sự đồng ý: safekeep consent record MÃ_HỒ_SƠ"
    case .notOfRole:
      "xin bỏ trường này, hoặc hỏi chủ thể dữ liệu và ghi nhận sự đồng ý có nêu chính trường này:"
        + " safekeep consent record MÃ_HỒ_SƠ"
    case .consentEndsSooner: "xin chọn ngày sớm hơn"
    case .consentFromElsewhere:
      "xin hỏi chủ thể dữ liệu và ghi nhận lại sự đồng ý: safekeep consent record MÃ_HỒ_SƠ"
    case .consentFixed:
      "xin rút lại rồi ghi nhận sự đồng ý khác: safekeep consent withdraw MÃ_HỒ_SƠ BẢN_GHI"
    case .shelterInOpenField:
      "nơi đó chỉ ghi ở shelter hoặc stay_facility: xin bỏ tên nơi đó khỏi trường này, hoặc bỏ trường này; ở provider thì ghi đơn vị chi trả"
    case .shelterNotNamed: "xin bỏ trường này, hoặc ghi nhận sự đồng ý có nêu trường này"
    case .keptFromOffice: "xin bỏ trường này; các hạn chế: safekeep restriction show MÃ_HỒ_SƠ"
    case .followsSource:
      "xin bỏ hạn chế của trường đó, hạn chế này được bỏ cùng lúc: safekeep restriction lift MÃ_HỒ_SƠ BẢN_GHI"
    case .onlyCounted: "số liệu tổng hợp: safekeep stats"
    case .keptAtTransfer:
      "xin hỏi chủ thể dữ liệu; nếu họ đồng ý, xin bỏ hạn chế và đặt lại tại cơ quan tiếp nhận:"
        + " safekeep restriction lift MÃ_HỒ_SƠ BẢN_GHI"
    case .notGivenAtTransfer:
      "xin để người đang có hồ sơ xem hồ sơ một lần, lần xem đó trao khóa: safekeep case show MÃ_HỒ_SƠ; nếu không còn ai có"
        + " khóa (từ khi nào: safekeep case show MÃ_HỒ_SƠ) thì xóa nhóm đó rồi chuyển phần còn lại: safekeep case erase --help"
    case .writtenRequest: "xin ghi nhận nơi lưu văn bản yêu cầu: written_request_ref"
    default: nil
    }
  }

  func giverStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .needsRepresentative: "người dưới 18 tuổi hoặc chưa rõ tuổi không tự mình đồng ý"
    case .needsConfirmation:
      "người này đã đủ 18 tuổi và chưa tự xác nhận điều đã đồng ý trước ngày đó"
    case .adultsSpeak:
      "người này đã đủ 18 tuổi: chỉ người giám hộ hoặc người được Tòa án chỉ định mới được thay mặt, mà hồ sơ chưa ghi như vậy"
    case .childNotAsked: "trẻ em từ đủ 7 tuổi cũng phải đồng ý"
    case .noRepresentative: "hồ sơ không có người đại diện này"
    case .representativeSuspect: "người đại diện này bị nghi liên quan đến việc mua bán"
    case .representativeUnsafe: "liên hệ với người đại diện này không an toàn"
    case .representativeUnconfirmed:
      "người mua bán là người trong gia đình,"
        + " và chưa có cán bộ phụ trách xác nhận người đại diện này bằng văn bản"
    default: nil
    }
  }

  func giverRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .needsRepresentative:
      "xin ghi nhận người đại diện hợp pháp, hoặc ngày sinh nếu người đó đã đủ tuổi"
    case .needsConfirmation:
      "xin hỏi người đó và ghi nhận trong sự đồng ý thời điểm họ, khi đã đủ 18 tuổi, tự xác nhận: confirmed_at"
    case .adultsSpeak:
      "người đó tự đồng ý (giver self); nếu không, xin ghi nhận căn cứ đại diện basis (guardian hoặc court) và giấy tờ paper: safekeep person record MÃ_HỒ_SƠ --record BẢN_GHI"
    case .childNotAsked: "xin hỏi trẻ em bằng lời dễ hiểu và ghi nhận child_agreed"
    case .noRepresentative: "những người đại diện của hồ sơ: safekeep person show MÃ_HỒ_SƠ"
    case .representativeSuspect, .representativeUnsafe:
      "cần người đại diện khác; trước đó chỉ cung cấp những gì quy định của pháp luật cho phép; yêu cầu của người này thì từ chối: refusal not_theirs, refusal_reason"
    case .representativeUnconfirmed:
      "cán bộ phụ trách ghi nhận confirmed_by_lead: safekeep person record MÃ_HỒ_SƠ; nếu không thì từ chối yêu cầu của người này: refusal not_theirs, refusal_reason"
    default: nil
    }
  }
}
