import Vault

/// Why a card, a file or an acceptance of another office is refused.
protocol TransferFaultWords {
  func reason(_ fault: CardFault) -> String
  func reason(_ fault: FileFault) -> String
  func reason(_ fault: TransferFault) -> String
  func cardHint(_ fault: CardFault) -> String?
  func fileHint(_ fault: FileFault) -> String?
  func transferHint(_ fault: TransferFault) -> String?
  func foreignFields(_ numbers: String) -> String
  func caseGone(entry: Int) -> String
  /// To a lead: which office has it.
  func caseGoneTo(_ office: String) -> String
  var caseGoneAskLead: String { get }
  var caseGoneUnknown: String { get }
  /// - Parameter asked: the entries that ask.
  func retractionsWait(_ asked: String) -> String
  var retractionsWaitHint: String { get }
  var transferOptions: String { get }
}

extension English {
  func reason(_ fault: CardFault) -> String {
    switch fault {
    case .length: "the card is longer than a card can be"
    case .text: "the card is not a text of whole lines"
    case .header: "the file is not a vault card of a form that this program knows"
    case .lines: "a line of the card is missing, out of place or unknown"
    case .origin: "the card does not name a vault"
    case .office: "the name of the office does not fit on one line of a card"
    case .key: "a key on the card is no key of that vault"
    case .root: "the vault on the card is not named after its root key"
    case .box: "the card has no key that a file could be sealed to"
    case .signer: "the card names somebody in a role that signs nothing, or no lead"
    case .spelling: "the card is not written as a card is written; it was changed on the way"
    case .ownVault: "the card is this vault's own"
    }
  }
  func cardHint(_ fault: CardFault) -> String? {
    switch fault {
    case .ownVault: "the other office makes its own: safekeep vault card"
    case .office: nil
    default: "ask the other office for its card again: safekeep vault card"
    }
  }
  func reason(_ fault: FileFault) -> String {
    switch fault {
    case .length: "the file is not as long as it says; it is cut short, or none of ours"
    case .header: "the file is not a sealed file of a form that this program knows"
    case .otherVault: "the file is sealed for another vault"
    case .otherSender: "the file is not from the vault of that card"
    case .oldCard: "the file is sealed to a key of this vault that is no longer in force"
    case .strangeCard: "the file was made for a card that this vault did not give out"
    case .note: "the signed lines do not fit the file; it was changed on the way"
    case .signature: "nobody on the card who may send this has signed the file"
    case .seal: "the file does not open with the keys of this vault"
    case .content: "the file opens, and holds no case that this program can read"
    case .otherKind: "the file is of another kind: a referral is none of a whole case"
    case .tooLarge: "the case is larger than a file can be"
    }
  }
  func fileHint(_ fault: FileFault) -> String? {
    switch fault {
    case .oldCard, .strangeCard:
      "send the other office this vault's card of today, and ask for a new file"
    case .signature: "ask for the other office's card of today"
    case .otherKind:
      "a whole case: safekeep case receive FILE --card CARD --to FILE; a referral: safekeep referral receive FILE --card CARD"
    case .tooLarge, .otherSender: nil
    default: "ask the other office for the file again"
    }
  }
  func reason(_ fault: TransferFault) -> String {
    switch fault {
    case .noStep: "no step leads to the end of a transfer from where the case stands"
    case .notSent: "no file of this case was made for that card"
    case .changed: "something was recorded after the files were made, and is in neither"
    case .clinicalMissing: "the clinical and vital part was not handed over"
    case .basisEnded: "the consent that the file was handed over on was withdrawn or is over"
    case .unnamed:
      "an older version holds what leaves only by the person's consent to that very field"
    case .retracted: "an entry of this file was taken back and waits for a second person"
    case .referralOut:
      "a referral of this case went to another office after the first file was made"
    case .fileFirst: "the file that this belongs to was not taken in here"
    case .receivedBefore: "this file was taken in before"
    case .acceptanceForm: "this is not an acceptance"
    case .acceptanceSignature: "nobody on the card who may accept has signed it"
    case .acceptanceOther: "the acceptance is of another file, case or vault"
    case .acceptanceMissing: "each file that was made needs its acceptance"
    case .answerForm: "this is no word about a referral"
    case .answerSignature: "nobody on the card who may answer has signed it"
    case .answerOther:
      "the word is about another referral, case or vault, or is not that office's to say"
    }
  }
  func transferHint(_ fault: TransferFault) -> String? {
    switch fault {
    case .notSent: "a lead makes the file: safekeep case transfer CASE --card CARD --to FILE"
    case .changed: "make both files again, and have the other office take in the new ones"
    case .clinicalMissing:
      "a duty officer makes its file: safekeep case transfer CASE --clinical --card CARD --to FILE"
    case .retracted:
      "have it answered first, or ask anew: safekeep approval list; safekeep case show CASE"
    case .referralOut:
      "a lead looks whether it is still out there (safekeep referral list CASE), and then makes both files again"
    case .fileFirst: "a lead takes in the other file first"
    case .receivedBefore:
      "it is in the list already: safekeep case list; where its acceptance was lost, the other office makes both files"
        + " again, and of the two copies here one is closed as duplicate"
    default: nil
    }
  }
  func foreignFields(_ numbers: String) -> String {
    "the file has fields that this vault does not have, or has for something else: \(numbers)"
  }
  func retractionsWait(_ asked: String) -> String {
    "what was taken out of sight in this case waits for a second person, and would be destroyed without one; asked for by"
      + " log entry \(asked)"
  }
  var retractionsWaitHint: String {
    "have each given or refused by a second person, then make the files anew: safekeep approval list"
  }
  func caseGone(entry: Int) -> String {
    "this case was transferred to another office and cannot be opened here; recorded as log entry \(entry)"
  }
  func caseGoneTo(_ office: String) -> String {
    "the office that has it: \(office); whoever comes here about it is told to go there"
  }
  var caseGoneAskLead: String {
    "a lead is told which office has it: safekeep case show CASE"
  }
  var caseGoneUnknown: String {
    "no note here says which office has it; look in the register on paper"
  }
  var transferOptions: String {
    "either --to, with --consent or --provision, to make a file; or --accepted to end the transfer"
  }
}

extension Vietnamese {
  func reason(_ fault: CardFault) -> String {
    switch fault {
    case .length: "thẻ kho dài hơn mức có thể có"
    case .text: "thẻ kho không phải là văn bản gồm các dòng trọn vẹn"
    case .header: "tệp không phải là thẻ kho theo dạng mà chương trình này biết"
    case .lines: "thẻ kho thiếu dòng, sai thứ tự dòng hoặc có dòng lạ"
    case .origin: "thẻ không nêu kho nào"
    case .office: "tên cơ quan không vừa một dòng của thẻ kho"
    case .key: "có khóa trên thẻ không phải là khóa của kho đó"
    case .root: "kho trên thẻ không mang tên theo khóa gốc của mình"
    case .box: "thẻ kho không có khóa để niêm phong tệp"
    case .signer: "thẻ kho nêu người có vai trò không được ký, hoặc không có cán bộ phụ trách"
    case .spelling: "thẻ kho không được viết đúng dạng; đã bị sửa trên đường đi"
    case .ownVault: "đây là thẻ của chính kho này"
    }
  }
  func cardHint(_ fault: CardFault) -> String? {
    switch fault {
    case .ownVault: "cơ quan kia lập thẻ của mình: safekeep vault card"
    case .office: nil
    default: "xin cơ quan kia cấp lại thẻ kho: safekeep vault card"
    }
  }
  func reason(_ fault: FileFault) -> String {
    switch fault {
    case .length: "độ dài tệp không như tệp ghi; tệp bị cắt hoặc không phải của chương trình này"
    case .header: "tệp không phải là tệp niêm phong theo dạng mà chương trình này biết"
    case .otherVault: "tệp được niêm phong cho kho khác"
    case .otherSender: "tệp không phải của kho trên thẻ"
    case .oldCard: "tệp được niêm phong bằng khóa của kho này nay không còn dùng"
    case .strangeCard: "tệp được lập cho một thẻ mà kho này không cấp"
    case .note: "các dòng đã ký không khớp với tệp; tệp đã bị sửa trên đường đi"
    case .signature: "không người nào trên thẻ được gửi tệp này đã ký tệp"
    case .seal: "khóa của kho này không mở được tệp"
    case .content: "tệp mở được nhưng không chứa hồ sơ mà chương trình này đọc được"
    case .otherKind: "tệp thuộc loại khác: chuyển tuyến không phải là toàn bộ hồ sơ"
    case .tooLarge: "hồ sơ lớn hơn mức một tệp có thể chứa"
    }
  }
  func fileHint(_ fault: FileFault) -> String? {
    switch fault {
    case .oldCard, .strangeCard: "gửi cơ quan kia thẻ hiện nay của kho này và xin tệp mới"
    case .signature: "xin thẻ hiện nay của cơ quan kia"
    case .otherKind:
      "toàn bộ hồ sơ: safekeep case receive TỆP --card THẺ --to TỆP; chuyển tuyến: safekeep referral receive TỆP --card THẺ"
    case .tooLarge, .otherSender: nil
    default: "xin cơ quan kia gửi lại tệp"
    }
  }
  func reason(_ fault: TransferFault) -> String {
    switch fault {
    case .noStep: "từ tình trạng hiện tại của hồ sơ không có bước chuyển giao"
    case .notSent: "chưa lập tệp nào của hồ sơ này cho thẻ đó"
    case .changed: "có thông tin được ghi sau khi lập tệp, không nằm trong tệp nào"
    case .clinicalMissing: "phần y tế và sinh tồn chưa được bàn giao"
    case .basisEnded: "sự đồng ý làm căn cứ chuyển giao đã được rút lại hoặc đã hết hiệu lực"
    case .unnamed: "bản ghi cũ còn nội dung chỉ được cung cấp khi có sự đồng ý với chính trường đó"
    case .retracted: "hồ sơ có mục đã thu hồi đang chờ người thứ hai"
    case .referralOut: "sau khi lập tệp thứ nhất, hồ sơ có chuyển tuyến gửi cho cơ quan khác"
    case .fileFirst: "tệp hồ sơ đi cùng chưa được tiếp nhận tại đây"
    case .receivedBefore: "tệp này đã được tiếp nhận trước đó"
    case .acceptanceForm: "đây không phải là xác nhận tiếp nhận"
    case .acceptanceSignature: "không người nào trên thẻ được xác nhận đã ký"
    case .acceptanceOther: "xác nhận này là của tệp, hồ sơ hoặc kho khác"
    case .acceptanceMissing: "mỗi tệp đã lập cần một xác nhận tiếp nhận"
    case .answerForm: "đây không phải là trả lời về chuyển tuyến"
    case .answerSignature: "không có chữ ký của người trên thẻ được quyền trả lời"
    case .answerOther:
      "trả lời này về chuyển tuyến, hồ sơ hoặc kho khác, hoặc không thuộc quyền của cơ quan đó"
    }
  }
  func transferHint(_ fault: TransferFault) -> String? {
    switch fault {
    case .notSent: "cán bộ phụ trách lập tệp: safekeep case transfer MÃ_HỒ_SƠ --card THẺ --to TỆP"
    case .changed: "lập lại cả hai tệp và đề nghị cơ quan kia tiếp nhận tệp mới"
    case .clinicalMissing:
      "trực y tế lập tệp đó: safekeep case transfer MÃ_HỒ_SƠ --clinical --card THẺ --to TỆP"
    case .retracted:
      "xin để đề nghị đó được trả lời trước hoặc đề nghị lại: safekeep approval list; safekeep case show MÃ_HỒ_SƠ"
    case .referralOut:
      "cán bộ phụ trách xem chuyển tuyến đó đã kết thúc chưa (safekeep referral list MÃ_HỒ_SƠ), sau đó lập lại cả hai tệp"
    case .fileFirst: "cán bộ phụ trách tiếp nhận tệp kia trước"
    case .receivedBefore:
      "hồ sơ đã có trong danh sách: safekeep case list; nếu mất xác nhận tiếp nhận thì cơ quan kia lập lại cả hai tệp, và"
        + " kết thúc một trong hai bản ở đây là hồ sơ trùng"
    default: nil
    }
  }
  func foreignFields(_ numbers: String) -> String {
    "tệp có những trường mà kho này không có, hoặc dùng cho việc khác: \(numbers)"
  }
  func retractionsWait(_ asked: String) -> String {
    "có mục của hồ sơ này đã thu hồi đang chờ người thứ hai, nếu chuyển giao thì sẽ bị hủy khi chưa có người thứ hai đồng"
      + " ý; mục nhật ký đề nghị: số \(asked)"
  }
  var retractionsWaitHint: String {
    "xin để người thứ hai đồng ý hoặc từ chối từng đề nghị, sau đó lập lại các tệp: safekeep approval list"
  }
  func caseGone(entry: Int) -> String {
    "hồ sơ này đã chuyển giao cho cơ quan khác và không mở được tại đây; đã ghi vào nhật ký, mục số \(entry)"
  }
  func caseGoneTo(_ office: String) -> String {
    "cơ quan đang giữ hồ sơ: \(office); xin hướng dẫn người đến hỏi liên hệ cơ quan đó"
  }
  var caseGoneAskLead: String {
    "cán bộ phụ trách được báo cơ quan nào đang giữ hồ sơ: safekeep case show MÃ_HỒ_SƠ"
  }
  var caseGoneUnknown: String {
    "tại đây không còn ghi cơ quan nào đang giữ hồ sơ; xin xem sổ giấy"
  }
  var transferOptions: String {
    "hoặc --to cùng --consent hay --provision để lập tệp, hoặc --accepted để kết thúc chuyển giao"
  }
}
