/// The breach report: what the notice of Law 91/2025 Art. 23(1) needs to be filled in from the log.
protocol BreachWords {
  var breachTitle: String { get }
  /// Whom to tell, until when, and by which articles; as far as their text was read.
  var breachDuty: String { get }
  var breachCases: String { get }
  func breachSummary(cases: Int, people: Int, fields: Int) -> String
  var breachPeople: String { get }
  var breachFields: String { get }
  /// Of the fields under an opening: which of them were filled, no log says.
  var breachOpenings: String { get }
  var breachNothing: String { get }
  /// Lists, searches, figures and copies: of many cases at once.
  var breachTaken: String { get }
  var breachTakenMeans: String { get }
  func breachTaking(_ act: String) -> String
  func breachTakingCounts(times: Int, n: Int, refusals: Int) -> String
  /// No case by itself, but what was just told.
  var breachNoSingle: String { get }
  /// What the four contents of the notice need and no log can know.
  var breachToAdd: String { get }
  var breachPseudonyms: String { get }
}

extension English {
  var breachTitle: String { "BREACH REPORT FROM THE LOG" }
  var breachDuty: String {
    """
    Law 91/2025/QH15 Art. 23(1): where a violation may harm the life, health, honour, dignity or property \
    of the person concerned, or defence, security or public order, the specialised body is notified no \
    later than 72 hours after the violation was discovered. The 72 hours run from the discovery and do not \
    move for weekends or holidays (Civil Code 2015 Art. 145-148). Art. 23(2): a written record of it is \
    made. Decree 356/2025/NĐ-CP Art. 28: four contents, on Form 08. Art. 29: where location or biometric \
    data are concerned, each person is told within 72 hours too. A lawyer should confirm how this is to be \
    applied.
    """
  }
  var breachCases: String { "WHICH FILES, FIELDS AND PEOPLE" }
  func breachSummary(cases: Int, people: Int, fields: Int) -> String {
    "Files: \(cases). Members: \(people). Kinds of fields: \(fields)."
  }
  var breachPeople: String { "By whom" }
  var breachFields: String { "Fields read or written" }
  var breachOpenings: String {
    "An opening writes every field of its forms, filled or not: which of them held something, the log does not say."
  }
  var breachNothing: String { "The log shows no access in this period." }
  var breachTaken: String { "LISTS, SEARCHES, FIGURES AND COPIES" }
  var breachTakenMeans: String {
    """
    A backup takes everything away, sealed. Lists and searches show codes of cases, and figures how many \
    there are. Which cases a list showed, the log does not say; each hit of a search names its case in its entry.
    """
  }
  func breachTaking(_ act: String) -> String {
    switch act {
    case "vault.backup": "backup of the whole vault"
    case "list": "list"
    case "due": "list of limits"
    case "stats": "figures"
    case "search": "search"
    case "search.hit": "hit of a search"
    case "export": "export"
    case "print": "print"
    default: act
    }
  }
  func breachTakingCounts(times: Int, n: Int, refusals: Int) -> String {
    (times == 1 ? "once" : "\(times) times") + (n > 0 ? ", at least \(n) in all" : "")
      + (refusals > 0 ? ", \(refusals) refused" : "")
  }
  var breachNoSingle: String {
    "No case was opened by itself. Lists, searches, figures and copies are told of in their section."
  }
  var breachToAdd: String {
    """
    To be added by hand, because no log knows it: when and how the violation was discovered; who is to be \
    asked about it; the harm that may follow; what was done and will be done about it.
    """
  }
  var breachPseudonyms: String {
    "Files are named by pseudonym; which case it is: safekeep log reveal PSEUDONYM, by two people."
  }
}

extension Vietnamese {
  var breachTitle: String { "BÁO CÁO TỪ NHẬT KÝ PHỤC VỤ THÔNG BÁO VI PHẠM" }
  var breachDuty: String {
    """
    Khoản 1 Điều 23 Luật số 91/2025/QH15: vi phạm có thể gây tổn hại đến tính mạng, sức khỏe, danh dự, \
    nhân phẩm, tài sản của chủ thể dữ liệu, hoặc đến quốc phòng, an ninh, trật tự thì phải thông báo cho \
    cơ quan chuyên trách chậm nhất là 72 giờ kể từ khi phát hiện hành vi vi phạm. 72 giờ tính từ lúc phát \
    hiện, không dời vì ngày nghỉ (Điều 145 đến Điều 148 Bộ luật Dân sự 2015). Khoản 2 Điều 23: phải lập \
    biên bản. Điều 28 Nghị định số 356/2025/NĐ-CP: bốn nội dung, theo Mẫu số 08. Điều 29: nếu liên quan \
    đến dữ liệu vị trí hoặc sinh trắc học thì còn phải thông báo cho từng chủ thể trong 72 giờ. Cách áp \
    dụng cần được luật sư xác nhận.
    """
  }
  var breachCases: String { "HỒ SƠ, TRƯỜNG DỮ LIỆU VÀ NGƯỜI LIÊN QUAN" }
  func breachSummary(cases: Int, people: Int, fields: Int) -> String {
    "Số hồ sơ: \(cases). Số thành viên: \(people). Số loại trường: \(fields)."
  }
  var breachPeople: String { "Do ai thực hiện" }
  var breachFields: String { "Các trường đã xem hoặc đã ghi" }
  var breachOpenings: String {
    "Khi lập hồ sơ, mọi trường của các biểu mẫu đều được ghi, kể cả trường để trống: nhật ký không cho biết trường nào có nội dung."
  }
  var breachNothing: String { "Nhật ký không cho thấy lượt truy cập nào trong thời gian này." }
  var breachTaken: String { "DANH SÁCH, TÌM KIẾM, SỐ LIỆU VÀ BẢN SAO" }
  var breachTakenMeans: String {
    """
    Bản sao lưu mang đi toàn bộ dữ liệu ở dạng đã niêm phong. Danh sách và kết quả tìm kiếm cho thấy mã hồ \
    sơ, số liệu cho thấy số lượng. Nhật ký không cho biết danh sách đã hiện những hồ sơ nào; mỗi kết quả tìm \
    kiếm có một mục riêng nêu hồ sơ đó.
    """
  }
  func breachTaking(_ act: String) -> String {
    switch act {
    case "vault.backup": "sao lưu toàn bộ kho hồ sơ"
    case "list": "xem danh sách"
    case "due": "xem danh sách thời hạn"
    case "stats": "xem số liệu"
    case "search": "tìm kiếm"
    case "search.hit": "kết quả tìm kiếm"
    case "export": "xuất dữ liệu"
    case "print": "in"
    default: act
    }
  }
  func breachTakingCounts(times: Int, n: Int, refusals: Int) -> String {
    "\(times) lần" + (n > 0 ? ", tổng cộng ít nhất \(n)" : "")
      + (refusals > 0 ? ", \(refusals) lần bị từ chối" : "")
  }
  var breachNoSingle: String {
    "Không có hồ sơ nào được mở riêng. Danh sách, tìm kiếm, số liệu và bản sao được nêu ở phần tương ứng."
  }
  var breachToAdd: String {
    """
    Cần ghi thêm, vì nhật ký không biết: phát hiện khi nào và bằng cách nào; người liên hệ; hậu quả có thể \
    xảy ra; biện pháp đã và sẽ thực hiện.
    """
  }
  var breachPseudonyms: String {
    "Hồ sơ được nêu bằng bí danh; muốn biết là hồ sơ nào cần hai người: safekeep log reveal BÍ_DANH."
  }
}
