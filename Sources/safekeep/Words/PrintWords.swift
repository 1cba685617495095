/// `print …`: the commands, and what stands on the pages beside what the rule book calls things.
protocol PrintWords {
  func printing(_ topic: Topic) -> String?
  var optionPrintTo: String { get }
  var argumentStage: String { get }
  var notHTML: String { get }
  var letterSent: String { get }
  /// Where the page of it could not be written.
  var letterUnwritten: String { get }
  var deletePage: String { get }
  func printedBy(_ handle: String, at time: String, entry: Int) -> String
  /// In a word, at the head of every sheet.
  var confidential: String { get }
  // Who hands a page out
  var senderOffice: String { get }
  var senderAddress: String { get }
  var senderContact: String { get }
  /// Of pages that tell of somebody.
  var keepPage: String { get }
  // Titles
  func letterTitle(code: String) -> String
  func consentTitle(code: String) -> String
  func receiptTitle(code: String) -> String
  func summaryTitle(code: String) -> String
  func formTitle(_ stage: String) -> String
  // Sections and sentences
  var whatIsHandedOver: String { get }
  var letterIntroduction: String { get }
  var letterDuty: String { get }
  var letterWithdrawal: String { get }
  var letterReply: String { get }
  var consentIntroduction: String { get }
  var consentCovers: String { get }
  var consentRights: String { get }
  /// - Parameter told: what is recorded; nil where the sheet is filled in by hand.
  func consentSensitive(told: Bool?) -> String
  var receiptIntroduction: String { get }
  var receiptRights: String { get }
  var summaryIntroduction: String { get }
  var formIntroduction: String { get }
  // Whoever signs
  var signPerson: String { get }
  var signRepresentative: String { get }
  var signInterpreter: String { get }
  var signOfficer: String { get }
  var signReceiver: String { get }
  var thumbprint: String { get }
  var nameByHand: String { get }
  var dayAndPlace: String { get }
}

extension English {
  func printing(_ topic: Topic) -> String? {
    switch topic {
    case .printLetter: "The letter of a referral; that of a draft sends it on paper."
    case .printConsent: "A sheet on which a consent is signed or thumb-printed."
    case .printReceipt: "The receipt of a request, with the days by which it is answered."
    case .printAccesses: "The person's own account of who looked."
    case .printSummary: "A case on one page, without the restricted classes."
    case .printStats: "Figures as a page, with charts."
    case .printForm: "The blank form of a stage, in the order of its questions."
    default: nil
    }
  }

  var optionPrintTo: String { "The new file of the page; its name ends in .html." }
  var argumentStage: String { "The stage, such as reception." }
  var notHTML: String { "the name of the file must end in .html" }
  var letterSent: String {
    "the referral went out with this letter; its reply is due as the letter says"
  }
  var letterUnwritten: String {
    "the referral counts as sent all the same, and its reply as due: print the letter again, to another place"
  }
  var deletePage: String { "print it, then delete the file: it holds what the vault keeps sealed" }
  func printedBy(_ handle: String, at time: String, entry: Int) -> String {
    "Printed by \(handle) on \(time) (Viet Nam time); entry \(entry) of the log."
  }
  var confidential: String { "Confidential" }
  var senderOffice: String { "Office that hands this out (name)" }
  var senderAddress: String { "Its address" }
  var senderContact: String { "Telephone, and whom to ask for" }
  var keepPage: String {
    "Confidential. Whoever finds this page hands it back unread; it is not copied and not photographed (Law 53/2024 Art. 34)."
  }
  func letterTitle(code: String) -> String { "Letter of referral, case \(code)" }
  func consentTitle(code: String) -> String { "Consent, case \(code)" }
  func receiptTitle(code: String) -> String { "Receipt of a request, case \(code)" }
  func summaryTitle(code: String) -> String { "Summary of case \(code)" }
  func formTitle(_ stage: String) -> String { "Blank form: \(stage)" }
  var whatIsHandedOver: String { "What is handed over" }
  var letterIntroduction: String {
    "This office refers the person whom this letter names to you, for the purpose below and no other."
  }
  var letterDuty: String {
    "You keep what stands here secret, use it for this purpose alone and pass it to nobody (Law 53/2024 Art. 34; Law 91/2025/QH15)."
  }
  var letterWithdrawal: String {
    "If the person withdraws their consent, this office tells you, and you destroy it."
  }
  var letterReply: String { "Please answer by the day above: whether you accept, and if not, why." }
  var consentIntroduction: String {
    "I was told, in a language that I understand, what is to be given to whom and what for. I am free to say no; the support that the law gives me does not depend on it."
  }
  var consentCovers: String { "What I consent to be given" }
  var consentRights: String {
    "I may withdraw this consent at any time, without giving a reason; what was given before stays lawful (Law 91/2025/QH15 Art. 10)."
  }
  func consentSensitive(told: Bool?) -> String {
    "I was told that sensitive personal data are among them (Decree 356/2025 Art. 6(4)): yes \(told == true ? "☒" : "☐")   none are among them \(told == false ? "☒" : "☐")"
  }
  var receiptIntroduction: String {
    "This office has received the request below about personal data (Decree 356/2025 Art. 5)."
  }
  var receiptRights: String {
    "If there is no answer by these days you may complain to the head of this office, or to the authority for the protection of personal data."
  }
  var summaryIntroduction: String {
    "What is recorded of the case itself, of who the person is and of the support. Health, protection and sensitive statements are not on this page, nor the place where the person is kept safe. Name, papers, telephone and residence are on it, where they are recorded."
  }
  var formIntroduction: String {
    "Nobody has to tell their story: every question may be left out, and asked another day."
  }
  var signPerson: String { "The person" }
  var signRepresentative: String { "The representative" }
  var signInterpreter: String { "The interpreter" }
  var signOfficer: String { "The officer" }
  var signReceiver: String { "Received by" }
  var thumbprint: String { "signature or thumb-print" }
  var nameByHand: String { "Name, written by hand" }
  var dayAndPlace: String { "Day and place" }
}

extension Vietnamese {
  func printing(_ topic: Topic) -> String? {
    switch topic {
    case .printLetter: "Thư chuyển tuyến; in thư của dự thảo là gửi bằng giấy."
    case .printConsent: "Phiếu đồng ý để ký hoặc điểm chỉ."
    case .printReceipt: "Giấy tiếp nhận yêu cầu, kèm hạn trả lời."
    case .printAccesses: "Trang cho biết ai đã xem hồ sơ của người đó."
    case .printSummary: "Hồ sơ tóm tắt trên một trang, không có các lớp hạn chế."
    case .printStats: "Số liệu thành trang in, kèm biểu đồ."
    case .printForm: "Mẫu trống của một giai đoạn, theo thứ tự câu hỏi."
    default: nil
    }
  }

  var optionPrintTo: String { "Tệp mới của trang in; tên kết thúc bằng .html." }
  var argumentStage: String { "Giai đoạn, ví dụ reception." }
  var notHTML: String { "tên tệp phải kết thúc bằng .html" }
  var letterSent: String { "chuyển tuyến đã gửi bằng thư này; hạn trả lời ghi trong thư" }
  var letterUnwritten: String {
    "tuy vậy chuyển tuyến đã được ghi là đã gửi và thời hạn trả lời đang tính: xin in lại thư ra nơi khác"
  }
  var deletePage: String { "xin in rồi xóa tệp: tệp chứa những gì kho hồ sơ niêm phong" }
  func printedBy(_ handle: String, at time: String, entry: Int) -> String {
    "Do \(handle) in lúc \(time) (giờ Việt Nam); mục số \(entry) của nhật ký."
  }
  var confidential: String { "Tài liệu mật" }
  var senderOffice: String { "Cơ quan giao giấy này (tên)" }
  var senderAddress: String { "Địa chỉ cơ quan" }
  var senderContact: String { "Điện thoại, người liên hệ" }
  var keepPage: String {
    "Tài liệu mật của người được bảo vệ. Ai nhặt được xin trả lại, không đọc, không sao chụp (Luật 53/2024 Điều 34)."
  }
  func letterTitle(code: String) -> String { "Thư chuyển tuyến, hồ sơ \(code)" }
  func consentTitle(code: String) -> String { "Phiếu đồng ý, hồ sơ \(code)" }
  func receiptTitle(code: String) -> String { "Giấy tiếp nhận yêu cầu, hồ sơ \(code)" }
  func summaryTitle(code: String) -> String { "Tóm tắt hồ sơ \(code)" }
  func formTitle(_ stage: String) -> String { "Mẫu trống: \(stage)" }
  var whatIsHandedOver: String { "Thông tin được chuyển" }
  var letterIntroduction: String {
    "Cơ quan chúng tôi chuyển tuyến người nêu trong thư này đến quý cơ quan, chỉ cho mục đích dưới đây."
  }
  var letterDuty: String {
    "Đề nghị quý cơ quan giữ bí mật, chỉ dùng cho mục đích này và không chuyển cho ai khác (Luật 53/2024 Điều 34; Luật 91/2025/QH15)."
  }
  var letterWithdrawal: String {
    "Nếu người đó rút lại sự đồng ý, chúng tôi sẽ thông báo để quý cơ quan hủy."
  }
  var letterReply: String {
    "Đề nghị trả lời trước hạn nêu trên: tiếp nhận hay không, nếu không thì nêu lý do."
  }
  var consentIntroduction: String {
    "Tôi đã được giải thích, bằng ngôn ngữ tôi hiểu, thông tin nào được cung cấp, cho ai và để làm gì. Tôi có quyền không đồng ý; việc hỗ trợ theo luật không phụ thuộc vào sự đồng ý này."
  }
  var consentCovers: String { "Thông tin tôi đồng ý cho cung cấp" }
  var consentRights: String {
    "Tôi có thể rút lại sự đồng ý bất cứ lúc nào, không cần nêu lý do; việc đã cung cấp trước đó vẫn hợp pháp (Luật 91/2025/QH15 Điều 10)."
  }
  func consentSensitive(told: Bool?) -> String {
    "Tôi đã được thông báo rằng có dữ liệu cá nhân nhạy cảm (Nghị định 356/2025 Điều 6(4)): có \(told == true ? "☒" : "☐")   không có loại này \(told == false ? "☒" : "☐")"
  }
  var receiptIntroduction: String {
    "Cơ quan chúng tôi đã nhận yêu cầu dưới đây về dữ liệu cá nhân (Nghị định 356/2025 Điều 5)."
  }
  var receiptRights: String {
    "Nếu quá các hạn này mà chưa có trả lời, quý vị có quyền khiếu nại với người đứng đầu cơ quan, hoặc với cơ quan chuyên trách bảo vệ dữ liệu cá nhân."
  }
  var summaryIntroduction: String {
    "Gồm thông tin về hồ sơ, nhân thân và việc hỗ trợ. Trang này không có thông tin sức khỏe, bảo vệ, lời khai nhạy cảm và nơi người đó đang được bảo vệ hoặc tạm lánh. Trang có họ tên, giấy tờ, điện thoại và nơi cư trú, nếu đã ghi."
  }
  var formIntroduction: String {
    "Không ai bắt buộc phải kể chuyện của mình: câu nào cũng có thể bỏ qua, hỏi vào ngày khác."
  }
  var signPerson: String { "Người đồng ý" }
  var signRepresentative: String { "Người đại diện" }
  var signInterpreter: String { "Người phiên dịch" }
  var signOfficer: String { "Cán bộ" }
  var signReceiver: String { "Người nhận" }
  var thumbprint: String { "ký hoặc điểm chỉ" }
  var nameByHand: String { "Họ và tên, tự viết tay" }
  var dayAndPlace: String { "Ngày và nơi" }
}
