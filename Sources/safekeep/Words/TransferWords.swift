import Vault

/// Cards, files and acceptances that pass between offices.
protocol TransferWords {
  var argumentSealedFile: String { get }
  var optionOfficeName: String { get }
  var optionCard: String { get }
  var optionTransferTo: String { get }
  var optionAcceptanceTo: String { get }
  var optionClinical: String { get }
  var optionAccepted: String { get }
  var optionConfirmCard: String { get }
  var optionConfirmFingerprintOfCard: String { get }
  var transferLabel: String { get }
  var partLabel: String { get }
  func part(_ part: TransferPart) -> String
  func cardGiven(entry: Int) -> String
  func readCard(_ fingerprint: String) -> String
  func typeCardFingerprint(office: String, fingerprint: String) -> String
  func typeCaseToGiveUp(_ code: String) -> String
  func sent(_ part: TransferPart, code: String, entry: Int) -> String
  func afterSending(_ part: TransferPart) -> String
  /// By a provision of the law a file goes without where somebody is hidden: told before, and of the file that was made.
  func staysBehind(_ fields: String) -> String
  var leftOutOfFile: String { get }
  var leftOutLabel: String { get }
  func received(_ part: TransferPart, code: String, entry: Int) -> String
  func afterReceiving(_ part: TransferPart) -> String
  /// Copies that an earlier transfer of the same file left here.
  func earlierCopies(_ codes: String) -> String
  var earlierCopiesLabel: String { get }
  func transferFinished(code: String, entry: Int) -> String
  /// What no program can promise.
  var custodyCopies: String { get }
}

extension English {
  var argumentSealedFile: String { "The file from the other office." }
  var optionOfficeName: String { "The name of the office, as others call it." }
  var optionCard: String { "The card of the other office's vault." }
  var optionTransferTo: String { "Make the sealed file: this new file." }
  var optionAcceptanceTo: String { "Write the signed acceptance to this new file." }
  var optionClinical: String {
    "The clinical and vital part, as a file of its own (a duty officer who is no lead makes no other)."
  }
  var optionAccepted: String {
    "End the transfer: the other office's acceptance; once for each of the two files."
  }
  var optionConfirmCard: String {
    "The fingerprint of the card (or, with --accepted, the code of the case)."
  }
  var optionConfirmFingerprintOfCard: String { "The fingerprint of the card." }
  var transferLabel: String { "Transfer" }
  var partLabel: String { "Part" }
  func part(_ part: TransferPart) -> String {
    switch part {
    case .file: "file"
    case .clinical: "clinical and vital part"
    case .referral: "referral"
    }
  }
  func cardGiven(entry: Int) -> String {
    "the card of this vault was given out, log entry \(entry)"
  }
  func readCard(_ fingerprint: String) -> String {
    "the other office asks for the fingerprint of the card: read it out, \(fingerprint)"
  }
  func typeCardFingerprint(office: String, fingerprint: String) -> String {
    """
    The card of \(office) has the fingerprint \(fingerprint).
    Let somebody there whom you know read theirs out. If it is the same, type it:
    """
  }
  func typeCaseToGiveUp(_ code: String) -> String {
    "After this nobody here can open \(code) any more. Type the code of the case:"
  }
  func sent(_ part: TransferPart, code: String, entry: Int) -> String {
    switch part {
    case .file: "the file of \(code) is sealed for the other office, log entry \(entry)"
    case .referral: "a referral of \(code) is sealed for the other office, log entry \(entry)"
    case .clinical:
      "the clinical and vital part of \(code) is sealed for the other office, log entry \(entry)"
    }
  }
  func staysBehind(_ fields: String) -> String {
    "a provision of the law does not give where somebody is hidden: this stays out of the file: \(fields)"
  }
  var leftOutOfFile: String {
    "what was left out opens here until the transfer is finished, and is destroyed then: tell it in person, or record a consent that names these fields and make the file on it"
  }
  var leftOutLabel: String { "Left out" }
  func afterSending(_ part: TransferPart) -> String {
    switch part {
    case .file:
      "next, by a duty officer, the second file:"
        + " safekeep case transfer CASE --clinical --card CARD --to FILE;"
        + " what is written into the case from now on is in neither, and both are made again then"
    case .referral: afterSealing
    case .clinical:
      "next: both files and this vault's card go to the other office; their acceptances come back here:"
        + " safekeep case transfer CASE --card CARD --accepted FILE"
    }
  }
  func received(_ part: TransferPart, code: String, entry: Int) -> String {
    switch part {
    case .file: "taken in as case \(code), log entry \(entry)"
    case .referral: referralTakenIn(code: code, entry: entry)
    case .clinical: "the clinical and vital part is in case \(code), log entry \(entry)"
    }
  }
  func afterReceiving(_ part: TransferPart) -> String {
    switch part {
    case .file:
      "next: the acceptance goes back to the other office; a duty officer takes in the clinical part; a lead"
        + " gives the case an owner"
    case .clinical, .referral: "next: the acceptance goes back to the other office"
    }
  }
  func earlierCopies(_ codes: String) -> String {
    "an earlier copy of this file from the same office is here too and is not replaced; the two are linked, and"
      + " the other is to be closed as a duplicate: \(codes)"
  }
  var earlierCopiesLabel: String { "Earlier copies" }
  func transferFinished(code: String, entry: Int) -> String {
    "case \(code) is transferred; its keys here are destroyed, log entry \(entry)"
  }
  var custodyCopies: String {
    "whoever has an older copy of custody and of the records can still open it: destroy old backups of custody"
  }
}

extension Vietnamese {
  var argumentSealedFile: String { "Tệp của cơ quan kia." }
  var optionOfficeName: String { "Tên cơ quan, như bên ngoài vẫn gọi." }
  var optionCard: String { "Thẻ kho của cơ quan kia." }
  var optionTransferTo: String { "Lập tệp niêm phong: ghi vào tệp mới này." }
  var optionAcceptanceTo: String { "Ghi xác nhận tiếp nhận đã ký vào tệp mới này." }
  var optionClinical: String {
    "Phần y tế và sinh tồn, thành một tệp riêng (trực y tế không phải cán bộ phụ trách chỉ lập tệp này)."
  }
  var optionAccepted: String {
    "Kết thúc chuyển giao: xác nhận tiếp nhận của cơ quan kia; mỗi tệp một lần."
  }
  var optionConfirmCard: String {
    "Mã đối chiếu của thẻ kho (hoặc mã hồ sơ, nếu có --accepted)."
  }
  var optionConfirmFingerprintOfCard: String { "Mã đối chiếu của thẻ kho." }
  var transferLabel: String { "Chuyển giao" }
  var partLabel: String { "Phần" }
  func part(_ part: TransferPart) -> String {
    switch part {
    case .file: "hồ sơ"
    case .clinical: "phần y tế và sinh tồn"
    case .referral: "chuyển tuyến"
    }
  }
  func cardGiven(entry: Int) -> String { "đã cung cấp thẻ kho này, mục nhật ký số \(entry)" }
  func readCard(_ fingerprint: String) -> String {
    "cơ quan kia sẽ hỏi mã đối chiếu của thẻ: xin đọc cho họ, \(fingerprint)"
  }
  func typeCardFingerprint(office: String, fingerprint: String) -> String {
    """
    Thẻ kho của \(office) có mã đối chiếu \(fingerprint).
    Đề nghị một người quen biết ở cơ quan đó đọc mã của họ. Nếu giống nhau, gõ mã đó:
    """
  }
  func typeCaseToGiveUp(_ code: String) -> String {
    "Sau việc này không ai tại đây mở được \(code) nữa. Xin gõ mã hồ sơ:"
  }
  func sent(_ part: TransferPart, code: String, entry: Int) -> String {
    switch part {
    case .file: "hồ sơ \(code) đã được niêm phong cho cơ quan kia, mục nhật ký số \(entry)"
    case .referral:
      "chuyển tuyến của \(code) đã được niêm phong cho cơ quan kia, mục nhật ký số \(entry)"
    case .clinical:
      "phần y tế và sinh tồn của \(code) đã được niêm phong cho cơ quan kia, mục nhật ký số \(entry)"
    }
  }
  func staysBehind(_ fields: String) -> String {
    "điều khoản của luật không cho phép cung cấp nơi che giấu nạn nhân; các mục sau không đi theo hồ sơ: \(fields)"
  }
  var leftOutOfFile: String {
    "các mục không đi theo còn xem được ở đây đến khi hoàn tất chuyển giao, sau đó bị hủy: xin báo trực tiếp, hoặc ghi nhận sự đồng ý có nêu các mục này rồi lập tệp theo sự đồng ý đó"
  }
  var leftOutLabel: String { "Không đi theo" }
  func afterSending(_ part: TransferPart) -> String {
    switch part {
    case .file:
      "tiếp theo, trực y tế lập tệp thứ hai:"
        + " safekeep case transfer MÃ_HỒ_SƠ --clinical --card THẺ --to TỆP;"
        + " điều ghi vào hồ sơ từ nay không nằm trong tệp nào, nếu ghi thì phải lập lại cả hai"
    case .referral: afterSealing
    case .clinical:
      "tiếp theo: gửi cả hai tệp và thẻ kho này cho cơ quan kia; khi có xác nhận tiếp nhận, chạy tại đây:"
        + " safekeep case transfer MÃ_HỒ_SƠ --card THẺ --accepted TỆP"
    }
  }
  func received(_ part: TransferPart, code: String, entry: Int) -> String {
    switch part {
    case .file: "đã tiếp nhận thành hồ sơ \(code), mục nhật ký số \(entry)"
    case .referral: referralTakenIn(code: code, entry: entry)
    case .clinical: "phần y tế và sinh tồn đã vào hồ sơ \(code), mục nhật ký số \(entry)"
    }
  }
  func afterReceiving(_ part: TransferPart) -> String {
    switch part {
    case .file:
      "tiếp theo: gửi xác nhận tiếp nhận cho cơ quan kia; trực y tế tiếp nhận phần y tế; cán bộ phụ trách giao"
        + " người phụ trách hồ sơ"
    case .clinical, .referral: "tiếp theo: gửi xác nhận tiếp nhận cho cơ quan kia"
    }
  }
  func earlierCopies(_ codes: String) -> String {
    "bản trước của hồ sơ này từ cùng cơ quan vẫn còn tại đây và không bị thay thế; hai hồ sơ đã được liên kết,"
      + " xin kết thúc bản kia vì trùng: \(codes)"
  }
  var earlierCopiesLabel: String { "Bản trước" }
  func transferFinished(code: String, entry: Int) -> String {
    "hồ sơ \(code) đã chuyển giao; khóa của hồ sơ tại đây đã bị hủy, mục nhật ký số \(entry)"
  }
  var custodyCopies: String {
    "ai còn giữ bản sao cũ của tệp giữ khóa và tệp hồ sơ vẫn mở được: xin hủy các bản sao lưu cũ của tệp giữ khóa"
  }
}
