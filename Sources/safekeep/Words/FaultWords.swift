/// What can go wrong that has nothing to do with rights, and what to do about it.
protocol FaultWords {
  // Locks
  /// `seconds`: how long the next attempt has to wait; 0 for not at all.
  func wrongPassphrase(waitSeconds: Int) -> String
  var locked: String { get }
  var lockedHint: String { get }
  var weakPassphraseShort: String { get }
  var weakPassphraseCommon: String { get }
  var weakPassphraseRepeated: String { get }
  var passphraseForm: String { get }
  // The vault
  func vaultBusy(seconds: Int) -> String
  var vaultBusyHint: String { get }
  var notAVault: String { get }
  var notAVaultHint: String { get }
  var notPermitted: String { get }
  var notPermittedHint: String { get }
  var alreadyAVault: String { get }
  func newerFormat(found: Int, known: Int) -> String
  var readOnly: String { get }
  var diskFull: String { get }
  var inputOutputError: String { get }
  /// Standard output took the result in part or not at all; what was done stays done.
  var resultNotWritten: String { get }
  var networkFileSystem: String { get }
  func fieldDoesNotOpen(entry: Int) -> String
  var custodyMissing: String { get }
  // What is not there
  var noSuchCase: String { get }
  func caseNotFound(entry: Int) -> String
  var noSuchMember: String { get }
  var noAssignee: String { get }
  var noAssigneeHint: String { get }
  var noSuchFile: String { get }
  var notAFile: String { get }
  var notAPlainFile: String { get }
  var strangeFile: String { get }
  /// Of a result that was looked for, and found its log entry, before it could not be written.
  var fileNotWrittenFull: String { get }
  var fileNotWritten: String { get }
  var fileNotGrown: String { get }
  var noStandardOutput: String { get }
  var badCaseCode: String { get }
  // Configuration
  func configurationWrong(line: Int) -> String
  func ruleBookWrong(file: String, row: Int, reason: String) -> String
  func proposalOutlived(entry: Int) -> String
  func placesWrong(line: Int, reason: String) -> String
  func directoryRefused(_ place: String) -> String
  // How the command was written
  func confidentialArgument(option: String) -> String
  func confidentialArgumentHint(command: String) -> String
  func unknownLanguage(_ code: String) -> String
  func inputTooLarge(limit: Int) -> String
  var notText: String { get }
  var notJSON: String { get }
  var notUTF8: String { get }
  func jsonTwice(byte: Int) -> String
  func hardeningRefused(_ steps: String) -> String
  var noGuardedMemory: String { get }
  var interrupted: String { get }
  var unexpected: String { get }
}

extension English {
  func wrongPassphrase(waitSeconds: Int) -> String {
    "wrong passphrase" + (waitSeconds > 0 ? "; the next attempt waits \(waitSeconds) s" : "")
  }
  var locked: String { "locked" }
  var lockedHint: String { "unlock first: safekeep unlock" }
  var weakPassphraseShort: String { "the passphrase is too short; use at least four words" }
  var weakPassphraseCommon: String { "the passphrase is a common one, among the first to be tried" }
  var weakPassphraseRepeated: String { "the passphrase repeats itself" }
  var passphraseForm: String {
    "the passphrase holds a letter that keyboards write in more than one way; leave it out"
  }
  func vaultBusy(seconds: Int) -> String {
    "the vault has been in use by another process for more than \(seconds) s; nothing was changed"
  }
  var vaultBusyHint: String { "try again when the other command is done" }
  var notAVault: String { "not a vault" }
  var notAVaultHint: String { "name one with --vault DIR or SAFEKEEP_VAULT" }
  var notPermitted: String { "this account may not look into that directory" }
  var notPermittedHint: String {
    "the machine's administrator puts the account into the group of the vault's directory, and lets it pass the directories above; then sign in anew. Where the directory is this account's own: safekeep vault doctor --repair"
  }
  var alreadyAVault: String { "something is there already; a vault is made in an empty place" }
  func newerFormat(found: Int, known: Int) -> String {
    "the vault has format \(found), this program knows up to \(known); use a newer safekeep"
  }
  var readOnly: String { "cannot write here; nothing was changed" }
  var diskFull: String { "the disk is full; nothing was changed" }
  var inputOutputError: String { "input/output error; nothing was released" }
  var resultNotWritten: String { "the result could not be written in full; what was done is done" }
  var networkFileSystem: String {
    "the vault lies on a network file system, where locks do not hold; put it on a local disk"
  }
  func fieldDoesNotOpen(entry: Int) -> String {
    "a field does not open although the log is sound; recorded as log entry \(entry)"
  }
  var custodyMissing: String { "the custody file lacks the key of this case" }
  var noSuchCase: String { "no such case" }
  func caseNotFound(entry: Int) -> String { "no such case; recorded as log entry \(entry)" }
  var noSuchMember: String { "no such member" }
  var noAssignee: String { "nobody of that name can be given a case" }
  var noAssigneeHint: String {
    "a case is given to a social worker, health staff, a verifying or legal aid officer: safekeep staff list"
  }
  var noSuchFile: String { "no such file" }
  var notAFile: String { "this is a directory; a file is wanted" }
  var strangeFile: String { "this is a pipe or a device; a file is wanted" }
  var fileNotWrittenFull: String {
    "the disk is full; no file was left, and what the log has of this command stays there"
  }
  var fileNotGrown: String {
    "nothing more could be written there: the file is as it was, and what the log has of this command stays there"
  }
  var fileNotWritten: String {
    "the file could not be written; none was left, and what the log has of this command stays there"
  }
  var noStandardOutput: String {
    "- is standard output for other programs; here a file is wanted, by its name (./- for one of that name)"
  }
  var notAPlainFile: String {
    "this is a pipe or a device; a file is wanted, or - for standard input"
  }
  var badCaseCode: String {
    "not a case code: nine characters such as K7M-2QX-9T8, the last a check"
  }
  func configurationWrong(line: Int) -> String {
    line > 0
      ? "the configuration is wrong in line \(line); it knows vault, lang and as"
      : "the configuration cannot be read"
  }
  func ruleBookWrong(file: String, row: Int, reason: String) -> String {
    "the rule book is wrong: \(file)" + (row > 0 ? ", row \(row)" : "") + ": \(reason)"
  }
  func proposalOutlived(entry: Int) -> String {
    "nobody can give this proposal any more; a lead proposes the corrected book, which takes its place, or another person"
      + " takes it out: safekeep approval refuse \(entry)"
  }
  func placesWrong(line: Int, reason: String) -> String {
    "the table of places is wrong" + (line > 0 ? " in line \(line)" : "") + ": \(reason)"
  }
  func directoryRefused(_ place: String) -> String {
    "the \(place) directory is missing, or open to others; it must be yours, with mode 0700"
  }
  func confidentialArgument(option: String) -> String {
    "\(option) may identify a person and is not taken from the command line, where every account"
      + " of this machine can see it"
  }
  func confidentialArgumentHint(command: String) -> String {
    "leave it out to be asked, or: safekeep \(command) --from FILE.json (or --from - )"
  }
  func unknownLanguage(_ code: String) -> String { "unknown language \(code); there are vi and en" }
  func inputTooLarge(limit: Int) -> String { "the input is larger than \(limit) bytes" }
  var notText: String { "this is not text in UTF-8, or too long" }
  var notJSON: String { "not a JSON object in UTF-8 without a byte order mark" }
  var notUTF8: String { "this is not text in UTF-8; save it as UTF-8" }
  func jsonTwice(byte: Int) -> String {
    "a name stands twice in one JSON object, before byte \(byte)"
  }
  func hardeningRefused(_ steps: String) -> String {
    "the system refused to protect this process: \(steps)"
  }
  var noGuardedMemory: String { "the system gives no memory that can be locked (see ulimit -l)" }
  var interrupted: String { "interrupted" }
  var unexpected: String { "something went wrong that this program has no name for" }
}

extension Vietnamese {
  func wrongPassphrase(waitSeconds: Int) -> String {
    "sai mật khẩu" + (waitSeconds > 0 ? "; lần thử tiếp theo phải chờ \(waitSeconds) giây" : "")
  }
  var locked: String { "đang khóa" }
  var lockedHint: String { "mở khóa trước: safekeep unlock" }
  var weakPassphraseShort: String { "mật khẩu quá ngắn; nên dùng ít nhất bốn từ" }
  var weakPassphraseCommon: String { "mật khẩu này quá phổ biến, sẽ bị thử trước tiên" }
  var weakPassphraseRepeated: String { "mật khẩu lặp lại chính nó" }
  var passphraseForm: String {
    "mật khẩu có ký tự mà các bàn phím ghi theo nhiều cách khác nhau; xin bỏ ký tự đó"
  }
  func vaultBusy(seconds: Int) -> String {
    "kho hồ sơ đang do tiến trình khác sử dụng quá \(seconds) giây; chưa có gì thay đổi"
  }
  var vaultBusyHint: String { "xin thử lại khi lệnh kia đã xong" }
  var notAVault: String { "đây không phải là kho hồ sơ" }
  var notAVaultHint: String { "chỉ ra kho bằng --vault THƯ_MỤC hoặc SAFEKEEP_VAULT" }
  var notPermitted: String { "tài khoản này không được phép xem thư mục đó" }
  var notPermittedHint: String {
    "người quản trị máy đưa tài khoản vào nhóm của thư mục kho và cho phép đi qua các thư mục bên trên; sau đó đăng nhập lại. Nếu thư mục là của chính tài khoản này: safekeep vault doctor --repair"
  }
  var alreadyAVault: String { "nơi này đã có dữ liệu; kho hồ sơ phải được tạo ở nơi trống" }
  func newerFormat(found: Int, known: Int) -> String {
    "kho hồ sơ có định dạng \(found), chương trình này chỉ biết đến \(known);"
      + " xin dùng bản safekeep mới hơn"
  }
  var readOnly: String { "không được ghi vào đây; chưa có gì thay đổi" }
  var diskFull: String { "đĩa đã đầy; chưa có gì thay đổi" }
  var inputOutputError: String { "lỗi đọc, ghi; chưa có thông tin nào được đưa ra" }
  var resultNotWritten: String { "không ghi ra được đầy đủ kết quả; việc đã làm vẫn có hiệu lực" }
  var networkFileSystem: String {
    "kho hồ sơ nằm trên hệ thống tệp mạng, nơi cơ chế khóa không bảo đảm; xin đặt trên đĩa tại chỗ"
  }
  func fieldDoesNotOpen(entry: Int) -> String {
    "có một trường không mở được dù nhật ký nguyên vẹn; đã ghi vào nhật ký, mục số \(entry)"
  }
  var custodyMissing: String { "tệp giữ khóa không có khóa của hồ sơ này" }
  var noSuchCase: String { "không có hồ sơ này" }
  func caseNotFound(entry: Int) -> String {
    "không có hồ sơ này; đã ghi vào nhật ký, mục số \(entry)"
  }
  var noSuchMember: String { "không có thành viên này" }
  var noAssignee: String { "không có ai tên này để giao hồ sơ" }
  var noAssigneeHint: String {
    "hồ sơ giao cho nhân viên công tác xã hội, cán bộ y tế, cán bộ xác minh, trợ giúp viên: safekeep staff list"
  }
  var noSuchFile: String { "không có tệp này" }
  var notAFile: String { "đây là một thư mục; cần một tệp" }
  var strangeFile: String { "đây là đường ống hoặc thiết bị; cần một tệp" }
  var fileNotWrittenFull: String {
    "đĩa đã đầy; không có tệp nào được để lại, phần nhật ký đã ghi về lệnh này vẫn còn"
  }
  var fileNotGrown: String {
    "không ghi thêm được vào đó: tệp vẫn như cũ, phần nhật ký đã ghi về lệnh này vẫn còn"
  }
  var fileNotWritten: String {
    "không ghi được tệp; không có tệp nào được để lại, phần nhật ký đã ghi về lệnh này vẫn còn"
  }
  var noStandardOutput: String {
    "- là đầu ra chuẩn ở chương trình khác; ở đây cần tên một tệp (./- nếu tệp mang tên đó)"
  }
  var notAPlainFile: String { "đây là đường ống hoặc thiết bị; cần một tệp, hoặc - để đọc đầu vào" }
  var badCaseCode: String {
    "không phải mã hồ sơ: mã gồm chín ký tự như K7M-2QX-9T8, ký tự cuối để kiểm tra"
  }
  func configurationWrong(line: Int) -> String {
    line > 0
      ? "cấu hình sai ở dòng \(line); chỉ có các mục vault, lang và as"
      : "không đọc được cấu hình"
  }
  func ruleBookWrong(file: String, row: Int, reason: String) -> String {
    "bộ quy tắc không đúng: \(file)" + (row > 0 ? ", dòng \(row)" : "") + ": \(reason)"
  }
  func proposalOutlived(entry: Int) -> String {
    "đề nghị này không còn ai thông qua được; cán bộ phụ trách đề nghị lại bộ quy tắc đã sửa để thay thế, hoặc một người"
      + " khác từ chối đề nghị này: safekeep approval refuse \(entry)"
  }
  func placesWrong(line: Int, reason: String) -> String {
    "danh mục đơn vị hành chính không đúng" + (line > 0 ? " ở dòng \(line)" : "") + ": \(reason)"
  }
  func directoryRefused(_ place: String) -> String {
    "thư mục \(place) không có, hoặc người khác vào được; thư mục phải thuộc riêng tài khoản này, quyền 0700"
  }
  func confidentialArgument(option: String) -> String {
    "\(option) có thể làm lộ danh tính nên không được ghi trên dòng lệnh, nơi mọi tài khoản"
      + " của máy này đều thấy"
  }
  func confidentialArgumentHint(command: String) -> String {
    "xin bỏ đi để được hỏi, hoặc: safekeep \(command) --from TỆP.json (hoặc --from - )"
  }
  func unknownLanguage(_ code: String) -> String { "không có ngôn ngữ \(code); chỉ có vi và en" }
  func inputTooLarge(limit: Int) -> String { "dữ liệu đưa vào lớn hơn \(limit) byte" }
  var notText: String { "đây không phải là văn bản UTF-8, hoặc quá dài" }
  var notJSON: String {
    "đây không phải là một đối tượng JSON ở mã UTF-8 không có dấu thứ tự byte"
  }
  var notUTF8: String { "đây không phải là văn bản UTF-8; xin lưu lại ở mã UTF-8" }
  func jsonTwice(byte: Int) -> String {
    "một tên xuất hiện hai lần trong cùng một đối tượng JSON, trước byte thứ \(byte)"
  }
  func hardeningRefused(_ steps: String) -> String {
    "hệ thống từ chối bảo vệ tiến trình này: \(steps)"
  }
  var noGuardedMemory: String { "hệ thống không cấp bộ nhớ khóa được (xem ulimit -l)" }
  var interrupted: String { "đã dừng giữa chừng" }
  var unexpected: String { "có lỗi mà chương trình này không gọi tên được" }
}
