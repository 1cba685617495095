import Casework

/// `stats`: figures, what they are of, and what of them is suppressed.
protocol FigureWords {
  var optionSinceMonth: String { get }
  var optionUntilMonth: String { get }
  var optionYear: String { get }
  var optionForm508: String { get }
  var optionOfficial: String { get }
  var optionRecipient: String { get }
  var optionCitation: String { get }
  var optionFiguresTo: String { get }
  var optionFiguresBy: String { get }
  var optionFiguresOffice: String { get }
  var badMonths: String { get }
  var monthsWithinYear: String { get }
  var breakdownNotExact: String { get }
  var breakdownAlone: String { get }
  var officeByCode: String { get }
  var officialIncomplete: String { get }
  var figureFileKind: String { get }
  var countingCases: String { get }
  var exactFigures: String { get }
  var figureRecipient: String { get }
  var figuresSuppressed: String { get }
  var noFigures: String { get }
  func casesNotCounted(_ count: Int, role: String, by giver: String, atOnce: Int) -> String
  func figuresWritten(entry: Int) -> String
  // Rows
  var optionRows: String { get }
  var noSuchStandard: String { get }
  var rowsIncomplete: String { get }
  func rowsWritten(_ count: Int, entry: Int) -> String
  func rowsLeftOut(_ count: Int) -> String
  var rowsOnce: String { get }
  // Tables, rows and columns
  func figureTitle(_ table: FigureTable.Name) -> String
  func figureRow(_ table: FigureTable.Name) -> String
  func figureColumn(_ key: String) -> String
  func ageGroup(_ key: String) -> String
  func span(_ key: String) -> String
  var figureOf: String { get }
  var figureNumber: String { get }
  var targetsTitle: String { get }
  var figureShare: String { get }
  var figureTarget: String { get }
  var targetReached: String { get }
  // The page
  func figuresTitle(isForm: Bool) -> String
  func figuresPeriod(_ period: String) -> String
  var wholePeriod: String { get }
  func figuresFor(_ recipient: String, by citation: String) -> String
  func figuresOf(office: String) -> String
  func figuresMade(by handle: String, at time: String, entry: Int) -> String
}

extension English {
  var optionSinceMonth: String { "From this month on, such as 01/2026." }
  var optionUntilMonth: String { "Until this month, which counts whole." }
  var optionYear: String { "A whole year in place of months." }
  var optionForm508: String { "The yearly form 508/PCTNXH-Sở alone (Circular 02/2025)." }
  var optionOfficial: String { "Exact figures for a recipient; a lead's alone, and an export." }
  var optionRecipient: String { "Who receives the exact figures." }
  var optionCitation: String { "The provision by which they receive them." }
  var optionFiguresTo: String { "Write into this new file: .html to print, .csv or .json." }
  var optionFiguresBy: String {
    "Exact figures by office or by month too: way of arrival, sex, age group, exploitation, country, support and days; it may stand twice."
  }
  var optionFiguresOffice: String { "Exact figures of this receiving unit alone, by its code." }
  var monthsWithinYear: String {
    "figures by month are of twelve months at most: give --year, or --since and --until"
  }
  var breakdownNotExact: String {
    "figures by office or month, or of one office, are exact ones, with --official, --recipient and --citation: beside those of all they would tell what is suppressed"
  }
  var breakdownAlone: String {
    "--by and --office go neither with --yearly, which is by office, nor with --rows"
  }
  var officeByCode: String {
    "a receiving unit is named by its place code: two digits for a province, five for a commune"
  }
  var badMonths: String {
    "months are written 01/2026, the last one not before the first; --year stands alone, and form 508 needs it"
  }
  var officialIncomplete: String {
    "exact figures need --official, --recipient and --citation together, at most 1000 bytes"
  }
  var figureFileKind: String { "the name of the file must end in .html, .csv or .json" }
  var countingCases: String { "counting files" }
  var exactFigures: String { "Exact" }
  var figureRecipient: String { "Recipient" }
  var figuresSuppressed: String {
    "* is a number below ten, or one by which such a number could be computed; small offices and countries are put together as “other”"
  }
  var noFigures: String { "nothing was counted" }
  func casesNotCounted(_ count: Int, role: String, by giver: String, atOnce: Int) -> String {
    (count == 1 ? "1 case is" : "\(count) cases are")
      + " in none of these figures: the \(role) has not been given the keys yet; the next \(giver)'s command gives them, \(atOnce) cases at a time; how many are left: safekeep vault status"
  }
  func figuresWritten(entry: Int) -> String { "figures written; log entry \(entry)" }
  var optionRows: String {
    "De-identified rows instead: htcds, ctdc, or ctdc32 (short column names)."
  }
  var noSuchStandard: String { "rows are written as htcds, ctdc or ctdc32" }
  var rowsIncomplete: String {
    "rows need --official with --recipient and --citation, and --to a new file that ends in .csv; form 508 has none"
  }
  func rowsWritten(_ count: Int, entry: Int) -> String {
    let rows = count == 1 ? "1 row" : "\(count) rows"
    return "\(rows) written, each shared by at least 11 people; log entry \(entry)"
  }
  func rowsLeftOut(_ count: Int) -> String {
    let people = count == 1 ? "1 person is" : "\(count) people are"
    return "\(people) in no row, because too few share what it would say"
  }
  var rowsOnce: String {
    "give such rows once for a period: two files of nearly the same people, held against each other, can tell who came between"
  }
  var figureOf: String { "Of" }
  var figureNumber: String { "Number" }
  var targetsTitle: String { "Shares beside the targets" }
  var figureShare: String { "Share" }
  var figureTarget: String { "Target" }
  var targetReached: String { "Reached" }
  func figuresTitle(isForm: Bool) -> String {
    isForm
      ? "Form 508/PCTNXH-Sở: returned victims of trafficking given services of reintegration"
      : "Figures on reports, arrivals and support of victims of trafficking"
  }
  func figuresPeriod(_ period: String) -> String { "Period: \(period)" }
  var wholePeriod: String { "all months on record" }
  func figuresFor(_ recipient: String, by citation: String) -> String {
    "Exact figures for \(recipient), by \(citation)."
  }
  func figuresOf(office: String) -> String { "One receiving unit alone: \(office)" }
  func figuresMade(by handle: String, at time: String, entry: Int) -> String {
    "Made by \(handle) on \(time) (Viet Nam time); entry \(entry) of the log."
  }
  func figureTitle(_ table: FigureTable.Name) -> String { FigureTerms.title(table).english }
  func figureRow(_ table: FigureTable.Name) -> String { FigureTerms.row(table).english }
  func figureColumn(_ key: String) -> String { FigureTerms.columns[key]?.english ?? key }
  func ageGroup(_ key: String) -> String { FigureTerms.ages[key]?.english ?? figureColumn(key) }
  func span(_ key: String) -> String { FigureTerms.spans[key]?.english ?? key }
}

extension Vietnamese {
  var optionSinceMonth: String { "Từ tháng này, ví dụ 01/2026." }
  var optionUntilMonth: String { "Đến hết tháng này." }
  var optionYear: String { "Cả năm, thay cho tháng." }
  var optionForm508: String { "Chỉ biểu số 508/PCTNXH-Sở hằng năm (Thông tư 02/2025)." }
  var optionOfficial: String {
    "Số liệu chính xác cho nơi nhận; chỉ cán bộ phụ trách, được ghi là một lần xuất."
  }
  var optionRecipient: String { "Nơi nhận số liệu chính xác." }
  var optionCitation: String { "Quy định là căn cứ để nhận." }
  var optionFiguresTo: String { "Ghi vào tệp mới này: .html để in, .csv hoặc .json." }
  var optionFiguresBy: String {
    "Số liệu chính xác theo từng đơn vị (office) hoặc từng tháng (month): kênh tiếp nhận, giới tính, nhóm tuổi, mục đích bóc lột, quốc gia, hỗ trợ và số ngày; có thể dùng hai lần."
  }
  var optionFiguresOffice: String {
    "Chỉ số liệu chính xác của đơn vị tiếp nhận này, theo mã."
  }
  var monthsWithinYear: String {
    "số liệu theo từng tháng có nhiều nhất mười hai tháng: hãy nêu --year, hoặc --since và --until"
  }
  var breakdownNotExact: String {
    "số liệu theo từng đơn vị, từng tháng hay của riêng một đơn vị phải là số liệu chính xác, có --official, --recipient và --citation: đặt cạnh số liệu chung sẽ lộ ra số đã che"
  }
  var breakdownAlone: String {
    "--by và --office không dùng cùng --yearly (biểu này đã theo đơn vị) hay --rows"
  }
  var officeByCode: String {
    "đơn vị tiếp nhận được nêu theo mã đơn vị hành chính: cấp tỉnh hai chữ số, cấp xã năm chữ số"
  }
  var badMonths: String {
    "tháng viết dạng 01/2026, tháng cuối không trước tháng đầu; --year dùng một mình, và biểu 508 phải có --year"
  }
  var officialIncomplete: String {
    "số liệu chính xác phải có đủ --official, --recipient và --citation, tổng cộng không quá 1000 byte"
  }
  var figureFileKind: String { "tên tệp phải kết thúc bằng .html, .csv hoặc .json" }
  var countingCases: String { "đang đếm hồ sơ" }
  var exactFigures: String { "Chính xác" }
  var figureRecipient: String { "Nơi nhận" }
  var figuresSuppressed: String {
    "* là số dưới mười, hoặc số mà từ đó có thể tính ra số như vậy; đơn vị và quốc gia có số nhỏ được gộp vào “khác”"
  }
  var noFigures: String { "không có gì để đếm" }
  func casesNotCounted(_ count: Int, role: String, by giver: String, atOnce: Int) -> String {
    "\(count) hồ sơ không có trong các số liệu này: \(role) chưa được trao khóa; lệnh tiếp theo của \(giver) sẽ trao khóa, mỗi lần \(atOnce) hồ sơ; xem còn bao nhiêu hồ sơ: safekeep vault status"
  }
  func figuresWritten(entry: Int) -> String { "đã ghi số liệu; mục nhật ký số \(entry)" }
  var optionRows: String {
    "Thay bằng các dòng đã khử nhận dạng: htcds, ctdc hoặc ctdc32 (tên cột rút ngắn)."
  }
  var noSuchStandard: String { "các dòng được ghi theo htcds, ctdc hoặc ctdc32" }
  var rowsIncomplete: String {
    "xuất các dòng phải có --official cùng --recipient và --citation, và --to tới tệp mới có tên kết thúc bằng .csv; biểu 508 không có các dòng"
  }
  func rowsWritten(_ count: Int, entry: Int) -> String {
    "đã ghi \(count) dòng, mỗi dòng giống nhau ở ít nhất 11 người; mục nhật ký số \(entry)"
  }
  func rowsLeftOut(_ count: Int) -> String {
    "\(count) người không có trong dòng nào, vì quá ít người có cùng nội dung"
  }
  var rowsOnce: String {
    "mỗi kỳ chỉ nên cung cấp các dòng này một lần: so hai tệp về gần như cùng những người ấy có thể biết ai đến trong khoảng giữa"
  }
  var figureOf: String { "Về" }
  var figureNumber: String { "Số lượng" }
  var targetsTitle: String { "Tỷ lệ so với chỉ tiêu" }
  var figureShare: String { "Tỷ lệ" }
  var figureTarget: String { "Chỉ tiêu" }
  var targetReached: String { "Đạt" }
  func figuresTitle(isForm: Bool) -> String {
    isForm
      ? "Biểu số 508/PCTNXH-Sở: Nạn nhân bị mua bán trở về được hưởng các dịch vụ tái hòa nhập cộng đồng"
      : "Số liệu về trình báo, tiếp nhận và hỗ trợ nạn nhân bị mua bán"
  }
  func figuresPeriod(_ period: String) -> String { "Kỳ báo cáo: \(period)" }
  var wholePeriod: String { "mọi tháng đã ghi nhận" }
  func figuresFor(_ recipient: String, by citation: String) -> String {
    "Số liệu chính xác gửi \(recipient), căn cứ \(citation)."
  }
  func figuresOf(office: String) -> String { "Chỉ một đơn vị tiếp nhận: \(office)" }
  func figuresMade(by handle: String, at time: String, entry: Int) -> String {
    "Do \(handle) lập lúc \(time) (giờ Việt Nam); mục số \(entry) của nhật ký."
  }
  func figureTitle(_ table: FigureTable.Name) -> String { FigureTerms.title(table).vietnamese }
  func figureRow(_ table: FigureTable.Name) -> String { FigureTerms.row(table).vietnamese }
  func figureColumn(_ key: String) -> String { FigureTerms.columns[key]?.vietnamese ?? key }
  func ageGroup(_ key: String) -> String {
    FigureTerms.ages[key]?.vietnamese ?? figureColumn(key)
  }
  func span(_ key: String) -> String { FigureTerms.spans[key]?.vietnamese ?? key }
}
