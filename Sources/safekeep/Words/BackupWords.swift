import Vault

/// `vault backup` and `vault restore`.
protocol BackupWords {
  var optionBackupTo: String { get }
  var optionCustodyTo: String { get }
  var nowhereToBackUp: String { get }
  var backingUp: String { get }
  func backupKind(_ kind: BackupKind) -> String
  var bytesLabel: String { get }
  var destroyOlderLabel: String { get }
  func backedUp(_ kind: BackupKind, entry: Int) -> String
  var keepCustodyApart: String { get }
  func destroyOlderCustody(by time: String) -> String
  func keepOlderCustody(_ ailments: Int) -> String
  var backupNeedsCustody: String { get }
  /// Of a backup or a restore that was killed, by its path.
  func partLeft(_ path: String) -> String
  var lastBackupLabel: String { get }
  var lastCustodyBackupLabel: String { get }
  var neverBackedUp: String { get }
  func reason(_ fault: BackupFault) -> String
  func hint(_ fault: BackupFault) -> String?
}

extension English {
  var optionBackupTo: String { "Copy the records into this new file." }
  var optionCustodyTo: String {
    "Copy custody into this new file, to be kept in another place than the records."
  }
  var nowhereToBackUp: String { "name a file: --to for the records, --custody-to for custody" }
  var backingUp: String { "copying" }
  func backupKind(_ kind: BackupKind) -> String {
    switch kind {
    case .records: "records"
    case .custody: "custody"
    }
  }
  var bytesLabel: String { "Bytes" }
  var destroyOlderLabel: String { "Destroy older copies of custody by" }
  func backedUp(_ kind: BackupKind, entry: Int) -> String {
    "a backup of the \(backupKind(kind)) file is made, read back and proved, log entry \(entry)"
  }
  var keepCustodyApart: String {
    "the copy of custody is not sealed and opens every backup of the records together with a member's keys:"
      + " keep the two in two places, and let nobody have both"
  }
  func destroyOlderCustody(by time: String) -> String {
    "destroy every older copy of custody, by \(time) at the latest: until then what is erased can be opened"
      + " with it"
  }
  func keepOlderCustody(_ ailments: Int) -> String {
    "copied, but this vault is not sound (\(ailments) found): keep every older copy of custody and of the records,"
      + " for they may hold what is missing here"
  }
  var backupNeedsCustody: String {
    "a backup of the records opens only with custody of about the same time: make both in one command"
  }
  func partLeft(_ path: String) -> String {
    "left by a backup or a restore that was killed: \(path); it can hold all that the vault holds, so do not leave it"
      + " there: an administrator removes what a restore left beside the vault, safekeep vault doctor --repair; anything"
      + " else whoever owns it overwrites and removes"
  }
  var lastBackupLabel: String { "Records backed up" }
  var lastCustodyBackupLabel: String { "Custody backed up" }
  var neverBackedUp: String {
    "the newest entries tell of no backup of both files: safekeep vault backup --to FILE --custody-to FILE"
  }

  func reason(_ fault: BackupFault) -> String {
    switch fault {
    case .missing: "there is no such backup"
    case .strange: "the backup is no plain file"
    case .unreadable: "the backup is there and cannot be read"
    case .form: "the file is no backup of this program"
    case .damaged: "the backup is damaged or was altered: it does not hold what it says"
    case .unsigned: "nobody of the vault that is in the backup signed it"
    case .kind: "a backup of custody was named for one of the records, or the other way round"
    case .integrity: "SQLite finds the copy damaged; it is not called a backup"
    case .notWritten: "what was written reads back as something else; it is not called a backup"
    case .exists: "there is something of that name already; nothing was written over"
    case .unwritable: "the file cannot be made there"
    case .otherVault: "what was named together is of two different vaults; nothing was restored"
    case .custodyApart:
      "this custody and these records are of two times: the office's own keys do not fit each other"
    case .keysMissing(let cases):
      "this custody lacks the keys of \(cases == 1 ? "1 case" : "\(cases) cases") of these records"
    case .custodyBehind(let custody, let records, let cases):
      custodyIsOlder(custody, than: records) + "; of these records "
        + (cases == 0 ? "every case" : cases == 1 ? "all but 1 case" : "all but \(cases) cases")
        + " would have a key in it; nothing was restored"
    case .newerLog: "what --newer names is neither a vault nor a whole export of its log"
    case .notAdministrator:
      "only who is an administrator by the backup restores it, with the keys of then; with --root-shares a trustee who is"
        + " none; nothing was restored"
    }
  }

  func hint(_ fault: BackupFault) -> String? {
    switch fault {
    case .custodyApart:
      "bring a backup of custody that was made with these records; if there is none, the backup of the records that was"
        + " made with this custody, and where these are newer their directory as --newer"
    case .keysMissing:
      "bring custody that was backed up with these records, or leave these cases behind: --accept-gaps"
    case .custodyBehind:
      "bring custody that was backed up with these records; if there is none, leave behind what does not open:"
        + " --accept-gaps"
    case .notAdministrator: restoredPassphraseHint
    case .damaged, .integrity, .notWritten: "use another copy, and have the disk looked at"
    default: nil
    }
  }
}

extension Vietnamese {
  var optionBackupTo: String { "Sao lưu tệp hồ sơ vào tệp mới này." }
  var optionCustodyTo: String {
    "Sao lưu tệp giữ khóa vào tệp mới này, cất ở nơi khác với bản sao lưu tệp hồ sơ."
  }
  var nowhereToBackUp: String { "xin nêu tệp: --to cho tệp hồ sơ, --custody-to cho tệp giữ khóa" }
  var backingUp: String { "đang sao lưu" }
  func backupKind(_ kind: BackupKind) -> String {
    switch kind {
    case .records: "tệp hồ sơ"
    case .custody: "tệp giữ khóa"
    }
  }
  var bytesLabel: String { "Số byte" }
  var destroyOlderLabel: String { "Hủy bản sao tệp giữ khóa cũ hơn trước" }
  func backedUp(_ kind: BackupKind, entry: Int) -> String {
    "đã sao lưu \(backupKind(kind)), đọc lại và kiểm chứng, mục nhật ký số \(entry)"
  }
  var keepCustodyApart: String {
    "bản sao lưu tệp giữ khóa không được niêm phong; cùng với khóa của thành viên, bản này mở được mọi bản"
      + " sao lưu tệp hồ sơ: xin cất hai bản ở hai nơi và không để ai giữ cả hai"
  }
  func destroyOlderCustody(by time: String) -> String {
    "xin hủy mọi bản sao cũ hơn của tệp giữ khóa, chậm nhất là \(time): đến khi đó, hồ sơ đã xóa, hủy vẫn mở"
      + " được bằng bản cũ"
  }
  func keepOlderCustody(_ ailments: Int) -> String {
    "đã sao chép, nhưng kho hồ sơ không nguyên vẹn (\(ailments) điểm): xin giữ mọi bản sao cũ hơn của tệp giữ khóa"
      + " và tệp hồ sơ, vì có thể chỉ các bản đó còn phần thiếu ở đây"
  }
  var backupNeedsCustody: String {
    "bản sao lưu tệp hồ sơ chỉ mở được với tệp giữ khóa gần cùng thời điểm: xin sao lưu cả hai bằng một lệnh"
  }
  func partLeft(_ path: String) -> String {
    "phần dở dang của lần sao lưu hoặc khôi phục bị ngắt: \(path); phần này có thể chứa toàn bộ nội dung của kho nên xin"
      + " đừng để lại: phần do khôi phục để lại cạnh kho thì quản trị xóa bằng safekeep vault doctor --repair; phần khác"
      + " thì người sở hữu tệp ghi đè rồi xóa"
  }
  var lastBackupLabel: String { "Sao lưu tệp hồ sơ" }
  var lastCustodyBackupLabel: String { "Sao lưu tệp giữ khóa" }
  var neverBackedUp: String {
    "trong các mục mới nhất chưa có lần sao lưu đủ cả hai tệp: safekeep vault backup --to TỆP --custody-to TỆP"
  }

  func reason(_ fault: BackupFault) -> String {
    switch fault {
    case .missing: "không có bản sao lưu này"
    case .strange: "bản sao lưu không phải tệp thông thường"
    case .unreadable: "có bản sao lưu nhưng không đọc được"
    case .form: "tệp không phải bản sao lưu của chương trình này"
    case .damaged: "bản sao lưu bị hỏng hoặc đã bị sửa: nội dung không đúng như bản kê"
    case .unsigned: "không có thành viên nào của kho trong bản sao lưu đã ký bản này"
    case .kind: "bản sao lưu tệp giữ khóa được nêu thay cho tệp hồ sơ, hoặc ngược lại"
    case .integrity: "SQLite báo bản sao bị hỏng; không coi là bản sao lưu"
    case .notWritten: "đọc lại không giống những gì đã ghi; không coi là bản sao lưu"
    case .exists: "nơi đó đã có tệp hoặc thư mục mang tên này; không ghi đè lên gì"
    case .unwritable: "không tạo được tệp ở nơi đó"
    case .otherVault: "các bản nêu cùng nhau thuộc hai kho hồ sơ khác nhau; chưa khôi phục gì"
    case .custodyApart:
      "tệp giữ khóa và tệp hồ sơ này thuộc hai thời điểm: khóa của cơ quan trong hai tệp không khớp nhau"
    case .keysMissing(let cases):
      "tệp giữ khóa này thiếu khóa của \(cases) hồ sơ trong tệp hồ sơ"
    case .custodyBehind(let custody, let records, let cases):
      custodyIsOlder(custody, than: records)
        + (cases == 0
          ? "; hồ sơ nào trong tệp hồ sơ cũng có khóa ở đó"
          : "; trong tệp hồ sơ có \(cases) hồ sơ không có khóa ở đó")
        + "; chưa khôi phục gì"
    case .newerLog:
      "nơi nêu ở --newer không phải kho hồ sơ, cũng không phải bản xuất đầy đủ của nhật ký"
    case .notAdministrator:
      "chỉ người là quản trị theo bản sao lưu, với khóa khi đó, mới được khôi phục; với --root-shares thì chỉ người giữ mảnh"
        + " không phải là quản trị; chưa khôi phục gì"
    }
  }

  func hint(_ fault: BackupFault) -> String? {
    switch fault {
    case .custodyApart:
      "cần bản sao lưu tệp giữ khóa được lập cùng lúc với tệp hồ sơ này; nếu không có, dùng bản sao lưu tệp hồ sơ được"
        + " lập cùng lúc với tệp giữ khóa này và nêu thư mục của tệp hồ sơ mới hơn ở --newer"
    case .keysMissing:
      "cần tệp giữ khóa được sao lưu cùng tệp hồ sơ này, hoặc chấp nhận để lại các hồ sơ đó: --accept-gaps"
    case .custodyBehind:
      "cần tệp giữ khóa được sao lưu cùng tệp hồ sơ này; nếu không có, chấp nhận để lại những gì không mở được:"
        + " --accept-gaps"
    case .notAdministrator: restoredPassphraseHint
    case .damaged, .integrity, .notWritten: "xin dùng bản sao khác và kiểm tra ổ đĩa"
    default: nil
    }
  }
}
