/// What somebody did with a file, and what they wanted and were refused, in sentences for the person. A test
/// holds them against every act that an entry of a case can have.
extension Vietnamese {
  private static let accessDeeds: [String: String] = [
    "field.read": "đã xem",
    "field.write": "đã ghi vào hồ sơ",
    "field.reseal": "đã niêm phong lại một trường để thực hiện hạn chế của quý vị",
    "record.create": "đã lập hồ sơ",
    "case.step": "đã chuyển hồ sơ sang tình trạng tiếp theo",
    "case.transfer": "đã lập bản sao để chuyển giao hồ sơ cho cơ quan khác",
    "case.receive": "đã tiếp nhận hồ sơ từ cơ quan khác",
    "case.retract": "đã thu hồi một mục ghi nhầm vào hồ sơ",
    "case.erase": "đã đề nghị xóa, hủy hồ sơ",
    "case.link": "đã liên kết với hồ sơ khác",
    "stay.extend": "đã đề nghị gia hạn lưu trú",
    "clock.overdue": "đã ghi nhận một thời hạn đã qua",
    "clock.moved": "đã sửa một ngày, khiến một thời hạn kết thúc muộn hơn",
    "key.wrap": "đã trao khóa của hồ sơ cho người có nhiệm vụ đọc hồ sơ",
    "key.rotate": "đã thay khóa của hồ sơ",
    "key.destroy": "đã hủy khóa của hồ sơ tại đây vì cơ quan khác đã tiếp nhận hồ sơ",
    "restriction.set": "đã ghi nhận việc quý vị yêu cầu hạn chế",
    "restriction.lift": "đã ghi nhận việc quý vị bỏ hạn chế",
    "consent.record": "đã ghi nhận sự đồng ý của quý vị",
    "consent.withdraw": "đã ghi nhận việc quý vị rút lại sự đồng ý",
    "referral.draft": "đã soạn một đề nghị chuyển tuyến",
    "referral.send": "đã gửi một đề nghị chuyển tuyến",
    "referral.receive": "đã nhận một đề nghị chuyển tuyến",
    "referral.accept": "đã ghi nhận việc chuyển tuyến được tiếp nhận",
    "referral.reject": "đã ghi nhận việc chuyển tuyến không được tiếp nhận",
    "referral.done": "đã ghi nhận việc chuyển tuyến đã thực hiện",
    "referral.revoke": "đã rút lại một đề nghị chuyển tuyến",
    "draft.save": "đã giữ lại phần đang ghi dở, niêm phong cho riêng người ghi",
    "draft.open": "đã mở lại phần đang ghi dở",
    "draft.drop": "đã bỏ phần đang ghi dở",
    "request.record": "đã ghi nhận yêu cầu của quý vị về dữ liệu của mình",
    "request.answer": "đã ghi nhận việc trả lời yêu cầu của quý vị",
    "evidence.add": "đã đưa một tệp vào hồ sơ",
    "evidence.list": "đã xem hồ sơ có những tệp nào",
    "evidence.save": "đã xuất bản sao một tệp của hồ sơ",
    "emergency.open": "đã mở, hoặc xin mở, trong trường hợp khẩn cấp",
    "emergency.close": "đã kết thúc lần truy cập khẩn cấp",
    "emergency.review": "đã xem xét lại lần truy cập khẩn cấp",
    "audit.export": "đã lập danh sách này cho quý vị",
    "audit.reveal": "là người kiểm tra, đã hỏi đây là hồ sơ nào",
    "export": "đã lấy ra một bản sao",
    "print": "đã in từ hồ sơ",
    "list": "đã xem trong một danh sách",
    "due": "đã xem trong danh sách thời hạn",
    "search.hit": "khi tìm người, đã được báo là có hồ sơ",
  ]

  private static let accessWishes: [String: String] = [
    "field.read": "xem",
    "field.write": "ghi vào hồ sơ",
    "field.reseal": "niêm phong lại một trường",
    "record.create": "lập hồ sơ",
    "case.step": "chuyển tình trạng của hồ sơ",
    "case.transfer": "chuyển giao hồ sơ cho cơ quan khác",
    "case.receive": "tiếp nhận hồ sơ từ cơ quan khác",
    "case.retract": "thu hồi một mục ghi nhầm vào hồ sơ",
    "case.erase": "xóa, hủy hồ sơ",
    "case.link": "liên kết với hồ sơ khác",
    "stay.extend": "gia hạn lưu trú",
    "stats": "tính hồ sơ vào số liệu thống kê của cơ quan",
    "clock.overdue": "ghi nhận một thời hạn đã qua",
    "clock.moved": "sửa một ngày khiến một thời hạn kết thúc muộn hơn",
    "key.wrap": "trao khóa của hồ sơ cho người khác",
    "key.rotate": "thay khóa của hồ sơ",
    "key.destroy": "hủy khóa của hồ sơ tại đây",
    "assign.add": "giao hồ sơ cho người khác",
    "assign.remove": "thu lại hồ sơ từ người khác",
    "excerpt.give": "chia sẻ một phần hồ sơ",
    "excerpt.end": "chấm dứt việc người khác được đọc",
    "restriction.set": "đặt hạn chế",
    "restriction.lift": "bỏ hạn chế",
    "consent.record": "ghi nhận sự đồng ý",
    "consent.withdraw": "ghi nhận việc rút lại sự đồng ý",
    "referral.draft": "soạn đề nghị chuyển tuyến",
    "referral.send": "gửi đề nghị chuyển tuyến",
    "referral.receive": "nhận đề nghị chuyển tuyến",
    "referral.accept": "tiếp nhận chuyển tuyến",
    "referral.reject": "từ chối chuyển tuyến",
    "referral.done": "ghi nhận việc chuyển tuyến đã thực hiện",
    "referral.revoke": "rút lại đề nghị chuyển tuyến",
    "draft.save": "giữ lại phần đang ghi dở",
    "draft.open": "mở lại phần đang ghi dở",
    "draft.drop": "bỏ phần đang ghi dở",
    "request.record": "ghi nhận yêu cầu của quý vị về dữ liệu của mình",
    "request.answer": "ghi nhận việc trả lời yêu cầu của quý vị",
    "approval.give": "chấp thuận điều người khác đề nghị",
    "approval.refuse": "không chấp thuận hoặc rút lại điều đã đề nghị",
    "evidence.add": "đưa một tệp vào hồ sơ",
    "evidence.list": "xem hồ sơ có những tệp nào",
    "evidence.save": "xuất bản sao một tệp của hồ sơ",
    "emergency.open": "mở trong trường hợp khẩn cấp",
    "emergency.close": "kết thúc lần truy cập khẩn cấp",
    "emergency.review": "xem xét lại lần truy cập khẩn cấp",
    "audit.export": "lấy danh sách này",
    "audit.reveal": "biết đây là hồ sơ nào",
    "export": "lấy ra một bản sao",
    "print": "in từ hồ sơ",
    "list": "xem trong một danh sách",
    "due": "xem trong danh sách thời hạn",
    "search.hit": "được báo là có hồ sơ hay không",
  ]

  func accessDeed(_ deed: AccessDeed) -> String {
    let other = deed.subject ?? "một người"
    if let destroyed = deed.destroyed { return accessDestroyed(destroyed, deed) }
    switch deed.act {
    case "assign.add": return "đã giao hồ sơ cho \(other)"
    case "assign.remove": return "đã thu lại hồ sơ từ \(other)"
    case "excerpt.give": return "đã cho \(other) đọc bản sao một phần hồ sơ"
    case "excerpt.end": return "đã chấm dứt việc \(other) được đọc"
    case "case.step" where deed.isAsk:
      return "đã đề nghị người thứ hai chấp thuận tình trạng tiếp theo của hồ sơ"
    case "clock.moved" where deed.isAsk:
      return "đã đề nghị người thứ hai đồng ý sửa một ngày đã ghi"
    case "record.create" where deed.isTakingOver:
      return "đã tiếp nhận hồ sơ do cơ quan khác chuyển giao"
    case "referral.revoke" where deed.isTakenBack:
      return
        "đã ghi nhận việc cơ quan gửi rút lại đề nghị chuyển tuyến; thông tin kèm theo không được sử dụng nữa"
    case "vault.restore":
      return
        "đã khôi phục dữ liệu của cơ quan từ bản sao: hồ sơ của quý vị không còn khóa kèm theo, không ai mở được cho đến khi khôi phục bản sao có khóa"
    case "case.retract" where deed.isOfRestore:
      return
        "đã khôi phục dữ liệu của cơ quan từ bản sao: một mục đã được thu hồi trước đó lại được đưa ra khỏi hồ sơ"
    case "approval.give": return accessAnswer(deed, gives: true)
    case "approval.refuse": return accessAnswer(deed, gives: false)
    default: return Self.accessDeeds[deed.act] ?? "đã làm việc khác với hồ sơ"
    }
  }

  /// What was destroyed: told as done, and by whose decision.
  private func accessDestroyed(_ thing: DestroyedThing, _ deed: AccessDeed) -> String {
    let what =
      switch thing.extent {
      case .file: "hồ sơ đã được xóa, hủy"
      case .part: "một phần hồ sơ đã được xóa, hủy"
      case .entry: "một mục ghi nhầm vào hồ sơ đã được xóa, hủy"
      }
    let decision = thing.decision.map { "mục số \($0)" }
    return deed.isOfRestore
      ? "đã khôi phục dữ liệu của cơ quan từ bản sao\(decision.map { " (\($0))" } ?? ""); \(what) trước đó, nay được xóa, hủy lại"
      : "đã thực hiện việc được chấp thuận: \(what)\(decision.map { " theo quyết định ở \($0)" } ?? "")"
  }

  /// To what the second person agreed, or did not.
  private func accessAnswer(_ deed: AccessDeed, gives: Bool) -> String {
    let asked: String
    switch deed.answered {
    case "audit.reveal" where gives: return "đã cho người kiểm tra biết đây là hồ sơ nào"
    case "case.step": asked = "việc chuyển hồ sơ sang tình trạng tiếp theo"
    case "stay.extend": asked = "việc gia hạn lưu trú"
    case "clock.moved": asked = "việc sửa một ngày đã ghi"
    case "case.erase": asked = "việc xóa, hủy hồ sơ"
    case "case.retract": asked = "việc hủy một mục ghi nhầm vào hồ sơ"
    case "emergency.open": asked = "việc mở hồ sơ trong trường hợp khẩn cấp"
    default: asked = "điều người khác đề nghị"
    }
    return
      (gives
      ? "là người thứ hai, đã chấp thuận "
      : "đã không chấp thuận với tư cách người thứ hai, hoặc đã rút lại đề nghị: ") + asked
  }

  func accessRefused(_ deed: AccessDeed) -> String { accessTried(deed) + " và bị từ chối" }
  func accessTried(_ deed: AccessDeed) -> String {
    if deed.isOfRestore {
      return
        "đã khôi phục dữ liệu của cơ quan từ bản sao, trong đó phần đã được xóa, hủy phải được xóa, hủy lại"
    }
    return "muốn " + (Self.accessWishes[deed.act] ?? "làm việc khác với hồ sơ")
  }

  func accessReason(_ why: Refusal, _ deed: AccessDeed) -> String {
    switch why {
    case .notAssigned: "hồ sơ của quý vị không được giao cho người đó"
    case .fieldClass:
      deed.isLook
        ? "công việc của người đó không được xem phần này"
        : "công việc của người đó không được sửa phần này"
    case .restricted:
      deed.isOfPerson
        ? "quý vị đã yêu cầu không cho người đó xem"
        : "người đó không được xem phần phải xem để làm việc này"
    case .purpose: "người đó không nêu lý do cho phép việc này"
    case .consent: "quý vị chưa đồng ý"
    case .state: "lúc đó chưa thể làm, hoặc không thể làm việc này"
    case .secondPerson: "việc này phải có người khác chấp thuận"
    case .expired: "căn cứ cho phép việc này đã hết hạn"
    case .tampered: "dữ liệu lưu trữ không như phải có"
    case .suspended: "người đó không còn được làm việc với hồ sơ"
    case .role, .passphrase: "công việc của người đó không được làm việc này"
    }
  }
}
