/// Headings and options of `--help`.
protocol HelpWords {
  var overview: String { get }
  var usage: String { get }
  var arguments: String { get }
  var options: String { get }
  var subcommands: String { get }
  var example: String { get }
  func seeHelp(_ command: String) -> String
  /// Under a list of commands.
  func moreHelp(_ command: String) -> String
  /// What stands for a value in the usage, in angle brackets: `dir`, `handle`.
  func placeholder(_ name: String) -> String
  var showHelp: String { get }
  var showVersion: String { get }
  // The options that every command knows
  var optionVault: String { get }
  var optionAs: String { get }
  var optionPassphraseFile: String { get }
  var optionFor: String { get }
  var optionFormat: String { get }
  var optionJSON: String { get }
  var optionLang: String { get }
  var optionNoInput: String { get }
  var optionNoColor: String { get }
  var optionFrom: String { get }
  var optionConfirm: String { get }
  var optionDryRun: String { get }
  var optionClass: String { get }
}

extension English {
  var overview: String { "OVERVIEW" }
  var usage: String { "USAGE" }
  var arguments: String { "ARGUMENTS" }
  var options: String { "OPTIONS" }
  var subcommands: String { "SUBCOMMANDS" }
  var example: String { "EXAMPLE" }
  func seeHelp(_ command: String) -> String { "see: \(command) --help" }
  func moreHelp(_ command: String) -> String { "more about one: \(command)" }
  func placeholder(_ name: String) -> String { name }
  var showHelp: String { "Show help information." }
  var showVersion: String { "Show the version." }
  var optionVault: String { "The vault's directory (or SAFEKEEP_VAULT)." }
  var optionAs: String { "The member to work as (or SAFEKEEP_MEMBER)." }
  var optionPassphraseFile: String {
    "Read the passphrase from a file that only you can read; - is standard input."
  }
  var optionFor: String { "The purpose, a code such as CAREMGT; recorded in the log." }
  var optionFormat: String { "table, plain or json." }
  var optionJSON: String { "The same as --format json." }
  var optionLang: String { "vi or en (or SAFEKEEP_LANG)." }
  var optionNoInput: String { "Never ask; fail instead." }
  var optionNoColor: String { "No colour." }
  var optionFrom: String { "Take the answers from a JSON file; - is standard input." }
  var optionConfirm: String { "The case code or handle, typed to confirm." }
  var optionDryRun: String { "Say what would be done, and do nothing." }
  var optionClass: String { "Show the fields of this class too; needs --for." }
}

extension Vietnamese {
  var overview: String { "GIỚI THIỆU" }
  var usage: String { "CÁCH DÙNG" }
  var arguments: String { "THAM SỐ" }
  var options: String { "TÙY CHỌN" }
  var subcommands: String { "LỆNH CON" }
  var example: String { "VÍ DỤ" }
  func seeHelp(_ command: String) -> String { "xem: \(command) --help" }
  func moreHelp(_ command: String) -> String { "xem từng lệnh: \(command)" }
  /// A number and the form of a file are what they are.
  func placeholder(_ name: String) -> String {
    switch name {
    case "subcommand": "lệnh-con"
    case "options": "tùy-chọn"
    case "case": "mã-hồ-sơ"
    case "class": "nhóm"
    case "code": "mã"
    case "day": "ngày"
    case "dir": "thư-mục"
    case "entry": "số-mục"
    case "fields": "các-trường"
    case "file": "tệp"
    case "file.csv": "tệp.csv"
    case "file.html": "tệp.html"
    case "file.json|-": "tệp.json|-"
    case "file.pem": "tệp.pem"
    case "file.tsq": "tệp.tsq"
    case "form": "dạng"
    case "format": "dạng"
    case "handle": "tài-khoản"
    case "month": "tháng"
    case "name": "tên"
    case "path": "tệp|-"
    case "pseudonym": "bí-danh"
    case "purpose": "mục-đích"
    case "record": "bản-ghi"
    case "role": "vai-trò"
    case "row": "dòng"
    case "stage": "khâu"
    case "standard": "chuẩn"
    case "status": "tình-trạng"
    case "table": "bảng"
    case "text": "nội-dung"
    case "year": "năm"
    default: name
    }
  }
  var showHelp: String { "Hiển thị trợ giúp." }
  var showVersion: String { "Hiển thị phiên bản." }
  var optionVault: String { "Thư mục của kho hồ sơ (hoặc SAFEKEEP_VAULT)." }
  var optionAs: String { "Làm việc với tư cách thành viên này (hoặc SAFEKEEP_MEMBER)." }
  var optionPassphraseFile: String {
    "Đọc mật khẩu từ tệp chỉ riêng mình đọc được; - là đầu vào chuẩn."
  }
  var optionFor: String { "Mục đích, là một mã như CAREMGT; được ghi vào nhật ký." }
  var optionFormat: String { "table, plain hoặc json." }
  var optionJSON: String { "Như --format json." }
  var optionLang: String { "vi hoặc en (hoặc SAFEKEEP_LANG)." }
  var optionNoInput: String { "Không hỏi; thiếu thì báo lỗi." }
  var optionNoColor: String { "Không dùng màu." }
  var optionFrom: String { "Lấy câu trả lời từ tệp JSON; - là đầu vào chuẩn." }
  var optionConfirm: String { "Mã hồ sơ hoặc tài khoản, gõ để xác nhận." }
  var optionDryRun: String { "Cho biết sẽ làm gì mà không thực hiện." }
  var optionClass: String { "Hiển thị cả các trường thuộc nhóm này; cần --for." }
}
