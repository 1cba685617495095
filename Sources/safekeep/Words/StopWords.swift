import Casework

/// Why a rule of the work stops an act, and what would make it right. Names of fields, codes, roles and
/// clocks follow the sentence; the rule and its citation follow those.
protocol StopWords {
  func stopped(_ reason: StopReason) -> String
  /// What may be done instead.
  func remedy(_ reason: StopReason) -> String?
  /// A refusal by rule, with what it names and the entry that records it.
  func stopped(_ reason: String, names: String, entry: Int) -> String
  func byRule(_ name: String, citation: String) -> String
  /// Names of which one is enough.
  func oneOf(_ names: [String]) -> String
  /// What no field shows.
  func condition(_ what: RuleCondition.Special) -> String
  /// Before the limits that keep a step from being taken, and before conditions that are not so: neither is
  /// something that anybody records.
  var limitsStillRun: String { get }
  var notSoYet: String { get }
  /// What brings a condition about.
  func remedy(_ what: RuleCondition.Special) -> String
}

extension English {
  func stopped(_ reason: StopReason) -> String {
    stepStopped(reason) ?? consentStopped(reason) ?? giverStopped(reason)
      ?? basisStopped(reason) ?? referralStopped(reason) ?? requestStopped(reason)
      ?? reason.rawValue
  }
  private func stepStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .noStep: "no step leads there from where the file stands; from there it goes to"
    case .sameStatus: "the file stands there already; from there it goes to"
    case .missing: "this has to be recorded first"
    case .notSeen: "the rule looks at what you do not see in this file"
    case .otherRole: "this step is taken by"
    case .notOwner: "only the owner of the file asks for this"
    case .returnDanger:
      "nobody is closed as reintegrated at a place of return that is recorded as dangerous"
    case .notReintegrated: "closed as reintegrated is a file that stands at"
    case .duplicateUnlinked:
      "a file is closed as a duplicate when it is linked to the file of the same person that goes on"
    case .ownWork: "a second person has to agree, and nobody agrees to their own work"
    case .ownDecision:
      "you recorded part of what is decided on, and nobody agrees to their own work"
    case .asksWait:
      "something that was asked for in this file waits for a second person, and nobody could decide it afterwards"
    case .ownFile: "you answer for this file, and somebody who does not agrees that it is closed"
    case .transferBasis:
      "no consent that is in force covers everything in the file for that office, and no provision is named"
    default: (supportStop(reason) ?? personStop(reason))?.said
    }
  }
  func remedy(_ reason: StopReason) -> String? {
    stepRemedy(reason) ?? consentRemedy(reason) ?? giverRemedy(reason) ?? basisRemedy(reason)
      ?? referralRemedy(reason) ?? requestRemedy(reason)
  }
  private func stepRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .noStep, .sameStatus:
      "take one of those steps; what it needs is shown by: safekeep case step CASE STATUS --dry-run"
    case .missing: "record it, then try again; of a step, --dry-run shows what is still missing"
    case .notSeen:
      "ask a colleague who sees them to record it; what the person keeps from a role is lifted at their wish (safekeep restriction show CASE), and to police, health staff or legal aid the owner may share it"
    case .otherRole: "ask a colleague in that role"
    case .notOwner: "a lead makes somebody the owner: safekeep case assign CASE HANDLE --owner"
    case .returnDanger:
      "look at it anew and record it (return_danger: safekeep support record CASE), or give the reason that is so: safekeep case close CASE"
    case .notReintegrated:
      "take that step first, or give the reason that is so: safekeep case close CASE"
    case .duplicateUnlinked:
      "link it to the file that goes on: safekeep case link CASE OTHER_CASE --kind same"
    case .ownWork:
      "ask another person in that role, or take back what you asked for: safekeep approval list"
    case .ownDecision:
      "take the step yourself, so that a colleague who recorded none of it can agree (safekeep case step CASE STATUS); where each of you recorded part of it, one records the other's part again as it stands, and asks: safekeep identification record CASE"
    case .asksWait:
      "have it given or refused first, or take back what you asked for yourself: safekeep approval list"
    case .ownFile: "another lead agrees: safekeep approval list"
    case .transferBasis:
      "record the consent and name its record with --consent, or the law with --provision"
    default: (supportStop(reason) ?? personStop(reason))?.remedy
    }
  }
  func stopped(_ reason: String, names: String, entry: Int) -> String {
    "not allowed: \(reason)\(names.isEmpty ? "" : ": \(names)"); recorded as log entry \(entry)"
  }
  func byRule(_ name: String, citation: String) -> String {
    name.isEmpty ? "rule: \(citation)" : "rule: \(name), \(citation)"
  }
  func oneOf(_ names: [String]) -> String { names.joined(separator: " or ") }
  func condition(_ what: RuleCondition.Special) -> String {
    switch what {
    case .noOpenClock: "no time limit still runs"
    case .consentsClosed: "every consent has ended or was withdrawn"
    case .transferAccepted: "the receiving vault has accepted the file"
    case .wasStatus(let codes):
      "the file stood at one of these before it was closed: \(codes.map(status).joined(separator: " / "))"
    case .minor: "a person under 18"
    case .child: "a child, under 16"
    case .identified: "two people decided that the person is a victim"
    case .outgrown: "a consent of a representative, and the person is of age"
    }
  }
  var limitsStillRun: String { "these time limits still run" }
  var notSoYet: String { "this is not so yet" }
  func remedy(_ what: RuleCondition.Special) -> String {
    switch what {
    case .noOpenClock: "record what ends the limit; which run is shown by: safekeep due"
    case .consentsClosed:
      "a consent ends on its last day, or by withdrawal: safekeep consent withdraw CASE RECORD"
    case .transferAccepted:
      "hand the file over, and bring in what the other vault answers: safekeep case transfer --help"
    case .wasStatus:
      "a reopened file goes on where it stood before: safekeep case step CASE STATUS --dry-run"
    case .child:
      "the provision is for a child, under 16; of whoever is older relatives are told with consent; a wrong date of birth"
        + " is set right by: safekeep person record CASE"
    case .minor:
      "the provision is for a person under 18; a wrong date of birth is set right by: safekeep person record CASE"
    case .identified:
      "the step is asked for and agreed to: safekeep case step CASE STATUS --dry-run"
    case .outgrown:
      "the person confirms it, or whoever was given something is told: safekeep consent record CASE --record RECORD"
    }
  }
}

extension Vietnamese {
  func stopped(_ reason: StopReason) -> String {
    stepStopped(reason) ?? consentStopped(reason) ?? giverStopped(reason)
      ?? basisStopped(reason) ?? referralStopped(reason) ?? requestStopped(reason)
      ?? reason.rawValue
  }
  private func stepStopped(_ reason: StopReason) -> String? {
    switch reason {
    case .noStep: "không có bước chuyển nào như vậy; từ tình trạng hiện tại chỉ chuyển được sang"
    case .sameStatus: "hồ sơ đang ở tình trạng này; từ đây chỉ chuyển được sang"
    case .missing: "trước hết phải ghi nhận"
    case .notSeen: "quy định căn cứ vào các mục mà quý vị không được xem trong hồ sơ này"
    case .otherRole: "bước này do người có vai trò sau thực hiện"
    case .notOwner: "chỉ người phụ trách hồ sơ được đề nghị việc này"
    case .returnDanger:
      "không kết thúc hồ sơ với lý do đã hòa nhập cộng đồng khi nơi trở về được ghi là có thể gặp nguy hiểm"
    case .notReintegrated: "lý do đã hòa nhập cộng đồng chỉ dùng cho hồ sơ ở tình trạng"
    case .duplicateUnlinked:
      "hồ sơ chỉ kết thúc với lý do trùng khi đã liên kết với hồ sơ đang tiếp tục của cùng một người"
    case .ownWork: "cần người thứ hai đồng ý, và không ai tự đồng ý với việc của mình"
    case .ownDecision:
      "quý vị đã ghi một phần nội dung được quyết định, và không ai tự đồng ý với việc của mình"
    case .asksWait:
      "trong hồ sơ còn việc đang chờ người thứ hai, sau bước này không ai quyết định được nữa"
    case .ownFile:
      "quý vị đang phụ trách hồ sơ này; việc kết thúc hồ sơ phải do người không phụ trách hồ sơ đồng ý"
    case .transferBasis:
      "chưa có sự đồng ý còn hiệu lực cho cơ quan đó đối với toàn bộ hồ sơ, cũng chưa nêu quy định nào"
    default: (supportStop(reason) ?? personStop(reason))?.said
    }
  }
  func remedy(_ reason: StopReason) -> String? {
    stepRemedy(reason) ?? consentRemedy(reason) ?? giverRemedy(reason) ?? basisRemedy(reason)
      ?? referralRemedy(reason) ?? requestRemedy(reason)
  }
  private func stepRemedy(_ reason: StopReason) -> String? {
    switch reason {
    case .noStep, .sameStatus:
      "xin thực hiện một trong các bước đó; xem bước cần gì: safekeep case step MÃ_HỒ_SƠ TÌNH_TRẠNG --dry-run"
    case .missing: "xin ghi nhận rồi thử lại; với bước chuyển, --dry-run cho biết còn thiếu gì"
    case .notSeen:
      "xin nhờ đồng nghiệp được xem các mục này ghi; hạn chế do người đó yêu cầu chỉ bỏ theo ý muốn của họ (safekeep restriction show MÃ_HỒ_SƠ), còn với công an, cán bộ y tế, trợ giúp viên pháp lý thì người phụ trách hồ sơ có thể chia sẻ"
    case .otherRole: "xin nhờ đồng nghiệp có vai trò đó"
    case .notOwner:
      "cán bộ phụ trách giao người phụ trách hồ sơ: safekeep case assign MÃ_HỒ_SƠ TÀI_KHOẢN --owner"
    case .returnDanger:
      "xin đánh giá lại và ghi nhận (return_danger: safekeep support record MÃ_HỒ_SƠ), hoặc nêu lý do đúng: safekeep case close MÃ_HỒ_SƠ"
    case .notReintegrated:
      "xin thực hiện bước đó trước, hoặc nêu lý do đúng: safekeep case close MÃ_HỒ_SƠ"
    case .duplicateUnlinked:
      "xin liên kết với hồ sơ đang tiếp tục: safekeep case link MÃ_HỒ_SƠ MÃ_HỒ_SƠ_KHÁC --kind same"
    case .ownWork:
      "xin nhờ người khác có vai trò đó, hoặc rút lại đề nghị của mình: safekeep approval list"
    case .ownDecision:
      "xin tự đề nghị bước này, để đồng nghiệp không ghi nội dung đó đồng ý (safekeep case step MÃ_HỒ_SƠ TÌNH_TRẠNG); nếu mỗi người đều đã ghi một phần thì một người ghi lại nguyên văn phần của người kia rồi đề nghị: safekeep identification record MÃ_HỒ_SƠ"
    case .asksWait:
      "xin nhờ người thứ hai đồng ý hoặc từ chối trước, hoặc tự rút lại đề nghị của mình: safekeep approval list"
    case .ownFile: "xin nhờ cán bộ phụ trách khác đồng ý: safekeep approval list"
    case .transferBasis:
      "ghi nhận sự đồng ý rồi nêu bản ghi đó với --consent, hoặc nêu quy định của pháp luật với --provision"
    default: (supportStop(reason) ?? personStop(reason))?.remedy
    }
  }
  func stopped(_ reason: String, names: String, entry: Int) -> String {
    "không được phép: \(reason)\(names.isEmpty ? "" : ": \(names)"); đã ghi vào nhật ký, mục số \(entry)"
  }
  func byRule(_ name: String, citation: String) -> String {
    name.isEmpty ? "căn cứ: \(citation)" : "căn cứ: \(name), \(citation)"
  }
  func oneOf(_ names: [String]) -> String { names.joined(separator: " hoặc ") }
  func condition(_ what: RuleCondition.Special) -> String {
    switch what {
    case .noOpenClock: "không còn thời hạn nào đang tính"
    case .consentsClosed: "mọi sự đồng ý đã hết hiệu lực hoặc đã được rút lại"
    case .transferAccepted: "kho tiếp nhận đã nhận hồ sơ"
    case .wasStatus(let codes):
      "trước khi kết thúc, hồ sơ ở tình trạng: \(codes.map(status).joined(separator: " / "))"
    case .minor: "người dưới 18 tuổi"
    case .child: "trẻ em (dưới 16 tuổi)"
    case .identified: "hai người đã kết luận người này là nạn nhân"
    case .outgrown: "sự đồng ý của người đại diện, mà người đó đã đủ 18 tuổi"
    }
  }
  var limitsStillRun: String { "các thời hạn sau còn đang tính" }
  var notSoYet: String { "điều kiện sau chưa đạt" }
  func remedy(_ what: RuleCondition.Special) -> String {
    switch what {
    case .noOpenClock: "xin ghi nhận việc kết thúc thời hạn; xem thời hạn đang tính: safekeep due"
    case .consentsClosed:
      "sự đồng ý hết hiệu lực vào ngày cuối của nó hoặc khi được rút lại: safekeep consent withdraw MÃ_HỒ_SƠ BẢN_GHI"
    case .transferAccepted:
      "xin chuyển giao hồ sơ rồi nhập trả lời của kho tiếp nhận: safekeep case transfer --help"
    case .wasStatus:
      "hồ sơ mở lại tiếp tục từ tình trạng trước khi kết thúc: safekeep case step MÃ_HỒ_SƠ TÌNH_TRẠNG --dry-run"
    case .child:
      "quy định này chỉ dành cho trẻ em (dưới 16 tuổi); từ đủ 16 tuổi, việc báo cho người thân thích cần có sự đồng ý; nếu"
        + " ngày sinh sai, xin sửa: safekeep person record MÃ_HỒ_SƠ"
    case .minor:
      "quy định này chỉ dành cho người dưới 18 tuổi; nếu ngày sinh sai, xin sửa: safekeep person record MÃ_HỒ_SƠ"
    case .identified:
      "bước chuyển này cần một người đề nghị và một người đồng ý: safekeep case step MÃ_HỒ_SƠ TÌNH_TRẠNG --dry-run"
    case .outgrown:
      "người đó xác nhận, hoặc các bên đã nhận thông tin được thông báo: safekeep consent record MÃ_HỒ_SƠ --record BẢN_GHI"
    }
  }
}
