import Vault

/// What can go wrong between the door and the desk: the vault's own refusals that no entry records.
protocol DeskWords {
  // Who and how
  var noMemberNamed: String { get }
  var noMemberNamedHint: String { get }
  func secretArgument(_ option: String) -> String
  var secretArgumentHint: String { get }
  func waiting(seconds: Int) -> String
  func weakPassphrase(_ flaw: PassphraseFlaw) -> String
  var weakPassphraseHint: String { get }
  var notAdmitted: String { get }
  // Seeds
  var optionSeedTo: String { get }
  var recoverySeedMade: String { get }
  var seedFileExists: String { get }
  var seedFileRefused: String { get }
  func seedFileHint(_ command: SeedFile.Command) -> String
  // Members and roles
  var handleInUse: String { get }
  var handleForm: String { get }
  var roleExcluded: String { get }
  var ownAct: String { get }
  var nothingToDo: String { get }
  var entryRefused: String { get }
  var roleNotGiven: String { get }
  var officersMissing: String { get }
  var officersMissingHint: String { get }
  func noReader(_ fieldClass: String) -> String
  // Files
  var notPlainFile: String { get }
  var notPlainFileHint: String { get }
  var custodyFileMissing: String { get }
  var custodyFileMissingHint: String { get }
  var seeWhetherWhole: String { get }
  var custodyIsBackup: String { get }
  var custodyIsBackupHint: String { get }
  var custodyOfAnotherVault: String { get }
  var schemaAltered: String { get }
  var pinUnreadable: String { get }
  var pinUnreadableHint: String { get }
  var pinOfAnother: String { get }
  var pinOfAnotherHint: String { get }
  var pinUnwritable: String { get }
  /// Of what was done all the same.
  func pinNotKept(entry: Int) -> String
  // Fields and records
  var noSuchRecord: String { get }
  var alreadyRecorded: String { get }
  var tooManyRecords: String { get }
  func fieldTableWrong(_ field: UInt32) -> String
  func unknownField(_ field: UInt32) -> String
  func fieldOfAnotherRecord(_ field: UInt32) -> String
  func assignmentAltered(entry: Int) -> String
  var doesNotOpen: String { get }
  var sealingFailed: String { get }
}

extension English {
  var noMemberNamed: String { "nobody is named to work as" }
  var noMemberNamedHint: String { "name yourself with --as HANDLE or SAFEKEEP_MEMBER" }
  func secretArgument(_ option: String) -> String {
    "\(option) is not taken from the command line, where every account of this machine can see it;"
      + " what stood there is known now: do not use it again"
  }
  var secretArgumentHint: String {
    "leave it out to be asked without echo, or: --passphrase-file FILE (or - for standard input)"
  }
  func waiting(seconds: Int) -> String {
    "there were wrong passphrases before; waiting \(seconds) s"
  }
  func weakPassphrase(_ flaw: PassphraseFlaw) -> String {
    switch flaw {
    case .short: "the passphrase has fewer than \(PassphraseFlaw.fewestCharacters) characters"
    case .repeated: "the passphrase repeats itself"
    case .sequence: "the passphrase is letters or digits in their order"
    case .common: "the passphrase is common: among those that are guessed first"
    }
  }
  var weakPassphraseHint: String { "take at least four words that do not belong together" }
  var notAdmitted: String { "enrolled and not admitted yet: an administrator and a lead are next" }
  var optionSeedTo: String {
    "Write the shares of the root or first recovery seed to this new file (else beside the vault)."
  }
  var recoverySeedMade: String {
    "any two of the three shares of the recovery seed open every class of every case but safety when all"
      + " passphrases are lost: cut them apart, give each to another person, then destroy the file"
  }
  var seedFileExists: String { "there is a file already where the seed would go; no seed was made" }
  var seedFileRefused: String { "the file for the seed cannot be made; no seed was made" }
  func seedFileHint(_ command: SeedFile.Command) -> String {
    switch command {
    case .vaultCreate: "name another place: safekeep vault create --vault DIR --seed-to FILE"
    case .unlock: "name another place: safekeep unlock --seed-to FILE"
    }
  }
  var handleInUse: String { "there is such a handle already" }
  var handleForm: String {
    "a handle is 2 to 32 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter or digit"
  }
  var roleExcluded: String { "this role and another of the same member exclude each other" }
  var ownAct: String { "nobody confirms what is their own; somebody else has to" }
  var entryRefused: String { "the rules of the log do not allow this; nothing was written" }
  var roleNotGiven: String {
    "an administrator has not given this member a role yet; the second person comes after that"
  }
  var nothingToDo: String { "it is so already; nothing was changed" }
  var officersMissing: String {
    "no case can be opened before a lead and a duty officer have enrolled and been admitted"
  }
  var officersMissingHint: String {
    "see what is missing: safekeep vault status; the first lead and the first duty officer, once"
      + " admitted, each make the key of their role with one command of their own, such as"
      + " safekeep vault status --as HANDLE"
  }
  func noReader(_ fieldClass: String) -> String {
    "nobody but recovery could open the class \(fieldClass); nothing was changed"
  }
  var notPlainFile: String {
    "in the place of one of the vault's files stands a link, a pipe or a directory; nothing was changed"
  }
  var notPlainFileHint: String {
    "put the file itself where the link stands, while no command is at work; a vault can be moved as a whole directory"
  }
  var custodyFileMissing: String { "the records are here, and the custody file is not" }
  var custodyFileMissingHint: String {
    "where the records are whole nothing in them is lost: an administrator makes the vault again of its own directory and"
      + " a backup of custody: safekeep vault restore DIR --custody FILE --vault NEW_DIR"
  }
  var seeWhetherWhole: String { "; whether they are whole: safekeep vault doctor" }
  var custodyIsBackup: String {
    "in the place of the custody file, custody.db, lies a backup of one; nothing was changed"
  }
  var custodyIsBackupHint: String {
    "take it away from there; an administrator makes the vault again of its own directory and that backup:"
      + " safekeep vault restore DIR --custody FILE --vault NEW_DIR"
  }
  var custodyOfAnotherVault: String { "the records and the custody file are not of one vault" }
  var schemaAltered: String { "the tables of the vault are not those that this program makes" }
  var pinUnreadable: String { "what was last seen of this log cannot be read, or was altered" }
  var pinUnreadableHint: String {
    "tell an auditor before removing it: without it a vault that was put back cannot be noticed"
  }
  var pinOfAnother: String { "what lies here as your pin of this log is another member's" }
  var pinOfAnotherHint: String {
    "put your own back where it was; tell an auditor before removing this one, for the pin that lay here is gone"
  }
  var pinUnwritable: String {
    "what was seen of this log cannot be kept on this account; nothing was begun"
  }
  func pinNotKept(entry: Int) -> String {
    "done, up to log entry \(entry); but what was seen of the log could not be kept on this account: until it is,"
      + " a log that is put back to before that entry goes unnoticed here"
  }
  var noSuchRecord: String {
    "no such record: what was named is not recorded in this case, or cannot be copied"
  }
  var alreadyRecorded: String { "this is recorded already; a correction is a new version" }
  var tooManyRecords: String {
    "this file has as many papers of the person as it can have; nothing was changed: correct one of them with --record"
  }
  func fieldTableWrong(_ field: UInt32) -> String {
    "the table of fields is wrong at field \(field)"
  }
  func unknownField(_ field: UInt32) -> String { "the rule book has no field \(field)" }
  func fieldOfAnotherRecord(_ field: UInt32) -> String {
    "field \(field) belongs to records of another kind"
  }
  func assignmentAltered(entry: Int) -> String {
    "an assignment in the file is not the one that log entry \(entry) states"
  }
  var doesNotOpen: String { "something does not open although the log is sound" }
  var sealingFailed: String { "a key could not be made or used; nothing was changed" }
}

extension Vietnamese {
  var noMemberNamed: String { "chưa nêu tên tài khoản làm việc" }
  var noMemberNamedHint: String { "nêu tài khoản bằng --as TÀI_KHOẢN hoặc SAFEKEEP_MEMBER" }
  func secretArgument(_ option: String) -> String {
    "\(option) không được ghi trên dòng lệnh, nơi mọi tài khoản của máy này đều thấy;"
      + " nội dung đã ghi coi như bị lộ: không dùng lại"
  }
  var secretArgumentHint: String {
    "bỏ đi để được hỏi mà không hiện ký tự, hoặc: --passphrase-file TỆP (hoặc - cho đầu vào chuẩn)"
  }
  func waiting(seconds: Int) -> String { "trước đó đã có lần sai mật khẩu; chờ \(seconds) giây" }
  func weakPassphrase(_ flaw: PassphraseFlaw) -> String {
    switch flaw {
    case .short: "mật khẩu có ít hơn \(PassphraseFlaw.fewestCharacters) ký tự"
    case .repeated: "mật khẩu lặp lại chính nó"
    case .sequence: "mật khẩu là các chữ cái hoặc chữ số theo thứ tự"
    case .common: "mật khẩu phổ biến, thuộc số những mật khẩu bị đoán trước tiên"
    }
  }
  var weakPassphraseHint: String { "nên dùng ít nhất bốn từ không liên quan với nhau" }
  var notAdmitted: String {
    "đã đăng ký nhưng chưa được phê duyệt: tiếp theo là quản trị, sau đó là cán bộ phụ trách"
  }
  var optionSeedTo: String {
    "Ghi các mảnh của khóa gốc hoặc khóa khôi phục đầu tiên vào tệp mới này (nếu không, ghi bên cạnh kho)."
  }
  var recoverySeedMade: String {
    "hai trong ba mảnh của khóa khôi phục mở được mọi hồ sơ, trừ nhóm an toàn, khi mất hết mật khẩu:"
      + " cắt rời, giao mỗi mảnh cho một người khác nhau, rồi hủy tệp"
  }
  var seedFileExists: String { "nơi ghi khóa đã có tệp; chưa tạo khóa nào" }
  var seedFileRefused: String { "không tạo được tệp để ghi khóa; chưa tạo khóa nào" }
  func seedFileHint(_ command: SeedFile.Command) -> String {
    switch command {
    case .vaultCreate:
      "chỉ ra nơi khác: safekeep vault create --vault THƯ_MỤC --seed-to TỆP"
    case .unlock: "chỉ ra nơi khác: safekeep unlock --seed-to TỆP"
    }
  }
  var handleInUse: String { "đã có tên tài khoản này" }
  var handleForm: String {
    "tên tài khoản gồm 2 đến 32 ký tự a-z, 0-9, dấu chấm, gạch nối, gạch dưới,"
      + " bắt đầu bằng chữ hoặc số"
  }
  var roleExcluded: String { "vai trò này và vai trò khác của cùng thành viên loại trừ nhau" }
  var ownAct: String { "không ai tự xác nhận việc của mình; phải là người khác" }
  var entryRefused: String { "quy tắc của nhật ký không cho phép việc này; chưa có gì được ghi" }
  var roleNotGiven: String {
    "quản trị chưa giao vai trò cho thành viên này; người thứ hai phê duyệt sau đó"
  }
  var nothingToDo: String { "việc này đã như vậy từ trước; chưa có gì thay đổi" }
  var officersMissing: String {
    "chưa lập được hồ sơ khi chưa có cán bộ phụ trách và trực y tế đã đăng ký và được phê duyệt"
  }
  var officersMissingHint: String {
    "xem còn thiếu gì: safekeep vault status; cán bộ phụ trách và trực y tế đầu tiên, sau khi được"
      + " phê duyệt, mỗi người tự chạy một lệnh để tạo khóa của vai trò mình, ví dụ"
      + " safekeep vault status --as TÀI_KHOẢN"
  }
  func noReader(_ fieldClass: String) -> String {
    "ngoài khóa khôi phục sẽ không ai mở được nhóm \(fieldClass); chưa có gì thay đổi"
  }
  var notPlainFile: String {
    "ở chỗ một tệp của kho lại là liên kết, đường ống hoặc thư mục; không thay đổi gì"
  }
  var notPlainFileHint: String {
    "xin đặt chính tệp đó vào chỗ của liên kết, khi không có lệnh nào đang chạy; có thể chuyển kho nguyên cả thư mục"
  }
  var custodyFileMissing: String { "có tệp hồ sơ nhưng không có tệp giữ khóa" }
  var custodyFileMissingHint: String {
    "nếu tệp hồ sơ còn nguyên thì không mất gì trong đó: quản trị lập lại kho từ chính thư mục của kho và bản sao lưu tệp"
      + " giữ khóa: safekeep vault restore THƯ_MỤC --custody TỆP --vault THƯ_MỤC_MỚI"
  }
  var seeWhetherWhole: String {
    "; xem tệp hồ sơ còn nguyên hay không: safekeep vault doctor"
  }
  var custodyIsBackup: String {
    "ở chỗ của tệp giữ khóa, custody.db, lại là một bản sao lưu; không thay đổi gì"
  }
  var custodyIsBackupHint: String {
    "xin chuyển bản đó ra chỗ khác; quản trị lập lại kho từ chính thư mục của kho và bản sao lưu đó:"
      + " safekeep vault restore THƯ_MỤC --custody TỆP --vault THƯ_MỤC_MỚI"
  }
  var custodyOfAnotherVault: String { "tệp hồ sơ và tệp giữ khóa không thuộc cùng một kho hồ sơ" }
  var schemaAltered: String { "các bảng của kho không phải do chương trình này tạo" }
  var pinUnreadable: String {
    "không đọc được mốc đối chiếu đã lưu của nhật ký này, hoặc mốc đã bị sửa"
  }
  var pinUnreadableHint: String {
    "xin báo người kiểm tra trước khi xóa: không có mốc thì không phát hiện được kho bị đưa về cũ"
  }
  var pinOfAnother: String {
    "mốc đối chiếu đang nằm ở vị trí mốc của quý vị là của thành viên khác"
  }
  var pinOfAnotherHint: String {
    "xin đặt lại mốc của mình; báo người kiểm tra trước khi xóa mốc này, vì mốc trước đây ở đó không còn"
  }
  var pinUnwritable: String {
    "không lưu được mốc đối chiếu của nhật ký trên tài khoản này; chưa thực hiện gì"
  }
  func pinNotKept(entry: Int) -> String {
    "đã thực hiện, đến mục nhật ký số \(entry); nhưng không lưu được mốc đối chiếu trên tài khoản này: đến khi lưu"
      + " được, ở đây không nhận ra nếu nhật ký bị thay bằng bản cũ hơn mục đó"
  }
  var noSuchRecord: String {
    "không có bản ghi này: nội dung được nêu chưa được ghi trong hồ sơ hoặc không thể sao chép"
  }
  var alreadyRecorded: String { "nội dung này đã được ghi; sửa đổi là một phiên bản mới" }
  var tooManyRecords: String {
    "hồ sơ này đã có số giấy tờ tối đa của một người; không thay đổi gì: xin sửa một giấy tờ đã ghi bằng --record"
  }
  func fieldTableWrong(_ field: UInt32) -> String { "bảng trường không đúng ở trường số \(field)" }
  func unknownField(_ field: UInt32) -> String { "bộ quy tắc không có trường số \(field)" }
  func fieldOfAnotherRecord(_ field: UInt32) -> String {
    "trường số \(field) thuộc loại bản ghi khác"
  }
  func assignmentAltered(entry: Int) -> String {
    "việc giao hồ sơ trong tệp không đúng với mục nhật ký số \(entry)"
  }
  var doesNotOpen: String { "có phần không mở được dù nhật ký nguyên vẹn" }
  var sealingFailed: String { "không tạo hoặc không dùng được khóa; chưa có gì thay đổi" }
}
