/// `vault restore`.
protocol RestoreWords {
  var argumentRecordsBackup: String { get }
  var optionRestoreCustody: String { get }
  var optionNewer: String { get }
  var optionRestorePin: String { get }
  var optionAcceptRollback: String { get }
  var optionAcceptGaps: String { get }
  var optionRootShares: String { get }
  /// To who is not let in where a vault is restored.
  var restoredPassphraseHint: String { get }
  var optionConfirmRestore: String { get }
  /// - Parameter isBackup: whether the records are of one, or those of a vault as they are.
  func typeVaultToRestore(id: String, entries: Int?, isBackup: Bool) -> String
  func olderBackup(size: Int, remembered: Int) -> String
  var olderBackupHint: String { get }
  var backupMadeLabel: String { get }
  var erasedSinceLabel: String { get }
  var handedOverSinceLabel: String { get }
  var partsSinceLabel: String { get }
  var gapsLabel: String { get }
  func restored(entry: Int, of entries: Int) -> String
  /// Of the records of a vault whose custody is lost.
  func restoredAsTheyAre(entry: Int, of entries: Int) -> String
  func givenUp(entries: Int) -> String
  func erasedAgain(_ cases: Int) -> String
  func partsErasedAgain(_ parts: Int) -> String
  /// Entries that waited out of sight.
  func hiddenAgain(_ entries: Int) -> String
  var hiddenSinceLabel: String { get }
  func casesWithoutKeys(_ cases: Int) -> String
  func custodyIsOlder(_ custody: Int, than records: Int) -> String
  var verifyRestored: String { get }
  func restoreWaits(entry: Int) -> String
  /// Where nobody is known who could give it.
  func restoreLacksAuditor(entry: Int) -> String
  var destroyRestoredFrom: String { get }
  /// To go on with a log that nobody remembers otherwise.
  var notPutBack: String { get }
  var notPutBackHint: String { get }
}

extension English {
  var argumentRecordsBackup: String {
    "A backup of the records, or the records file of the vault whose custody is lost."
  }
  var optionRestoreCustody: String {
    "A backup of custody, or the custody file of the vault whose records are lost."
  }
  var optionNewer: String {
    "A vault of today, or a whole export of its log: what was erased since is erased again."
  }
  var optionRestorePin: String { "A pin file: the log must begin with every head in it." }
  var optionAcceptRollback: String {
    "Restore although more is remembered than the backup has; an auditor must give it."
  }
  var optionAcceptGaps: String {
    "Restore although custody is older or lacks the keys of some cases."
  }
  var optionRootShares: String {
    "By a trustee of the backup's day with two shares of the root seed, where no administrator of that day is left."
  }
  var restoredPassphraseHint: String {
    "what is restored knows the members and the passphrases of the backup's day: type the one of then; where no"
      + " administrator of that day is left, a trustee of it restores with two shares of the root seed: --root-shares"
  }
  var optionConfirmRestore: String { "The first eight digits of the vault's id, to confirm." }
  func typeVaultToRestore(id: String, entries: Int?, isBackup: Bool) -> String {
    let size = entries.map {
      (isBackup ? "This backup has" : "These records have") + " \($0) entries of the log.\n"
    }
    return (size ?? "") + (isBackup ? "What was done after a backup is not in it. " : "")
      + """
      Nothing that is there is written over.
      Type \(id), the beginning of the vault's id, to restore it and to ask an auditor for it:
      """
  }
  func olderBackup(size: Int, remembered: Int) -> String {
    "THE BACKUP IS OLDER than what is remembered: it has \(size) entries, and \(remembered) are known;"
      + " nothing was restored"
  }
  var olderBackupHint: String {
    "use a newer backup; if there is none, ask an auditor to go on without the entries that are gone:"
      + " --accept-rollback"
  }
  var backupMadeLabel: String { "Backup made" }
  var erasedSinceLabel: String { "Erased again" }
  var handedOverSinceLabel: String { "Handed over since" }
  var partsSinceLabel: String { "Parts erased again" }
  var gapsLabel: String { "Cases without keys" }
  func restored(entry: Int, of entries: Int) -> String {
    "a vault is made of a backup of \(entries) entries, log entry \(entry)"
  }
  func restoredAsTheyAre(entry: Int, of entries: Int) -> String {
    "a vault is made of the records as they were, with all their \(entries) entries, log entry \(entry); if they were"
      + " an older copy, whoever remembers more is refused (exit 20)"
  }
  func givenUp(entries: Int) -> String {
    "what was done in \(entries == 1 ? "the 1 entry" : "the \(entries) entries") after the backup is not in"
      + " it, and is given up once an auditor agrees"
  }
  func erasedAgain(_ cases: Int) -> String {
    "erased after the backup, and erased again: \(cases == 1 ? "1 case" : "\(cases) cases")"
  }
  func partsErasedAgain(_ parts: Int) -> String {
    "parts of cases that were erased after the backup and were erased again: \(parts)"
  }
  func hiddenAgain(_ entries: Int) -> String {
    "entries that were taken back after the backup and wait for a second person, out of sight here too: \(entries);"
      + " nobody asks for them here; the owner or a lead looks which they are and asks anew: safekeep case show CASE"
  }
  var hiddenSinceLabel: String { "Entries taken back since, waiting" }
  func casesWithoutKeys(_ cases: Int) -> String {
    "custody has no key of \(cases == 1 ? "1 case" : "\(cases) cases"): nobody can open "
      + (cases == 1 ? "it" : "them")
  }
  func custodyIsOlder(_ custody: Int, than records: Int) -> String {
    "custody is older than the records: it is of generation \(custody), and their log states generation \(records)"
  }
  var verifyRestored: String {
    "something beside the log does not fit it; to see what: safekeep log verify"
  }
  func restoreWaits(entry: Int) -> String {
    "next, an auditor: safekeep log accept-rollback --confirm \(entry); until then whoever remembers more is"
      + " refused; whoever changed their passphrase after the backup types the one of before here"
  }
  func restoreLacksAuditor(entry: Int) -> String {
    "no auditor of the backup's day is known to be one still, and entry \(entry) waits for one's word: two trustees first"
      + " bring one in, with two shares of the root seed: safekeep key recover HANDLE --role auditor"
  }
  var destroyRestoredFrom: String {
    "when the vault is at work again, make a new backup of both files: that says until when the older copies of"
      + " custody are to be destroyed"
  }
  var notPutBack: String {
    "this vault was not put back: the log is the one that this account remembers, and nobody was refused for"
      + " remembering another"
  }
  var notPutBackHint: String {
    "whoever is refused with exit 20 runs the same first, then ask again: safekeep log accept-rollback"
  }
}

extension Vietnamese {
  var argumentRecordsBackup: String {
    "Bản sao lưu tệp hồ sơ, hoặc tệp hồ sơ của kho đã mất tệp giữ khóa."
  }
  var optionRestoreCustody: String {
    "Bản sao lưu tệp giữ khóa, hoặc tệp giữ khóa của kho đã mất tệp hồ sơ."
  }
  var optionNewer: String {
    "Kho hiện nay, hoặc bản xuất đầy đủ của nhật ký: hồ sơ đã xóa, hủy sau đó sẽ lại bị xóa, hủy."
  }
  var optionRestorePin: String {
    "Tệp mốc đối chiếu: nhật ký phải bắt đầu bằng từng mốc trong tệp."
  }
  var optionAcceptRollback: String {
    "Khôi phục dù có nơi nhớ nhiều mục hơn bản sao lưu; người kiểm tra phải chấp thuận."
  }
  var optionAcceptGaps: String {
    "Khôi phục dù tệp giữ khóa cũ hơn hoặc thiếu khóa của một số hồ sơ."
  }
  var optionRootShares: String {
    "Người giữ mảnh khóa khi sao lưu chạy, có hai mảnh của khóa gốc, nếu không còn quản trị nào của ngày đó."
  }
  var restoredPassphraseHint: String {
    "kho được khôi phục chỉ biết thành viên và mật khẩu của ngày sao lưu: xin gõ mật khẩu khi đó; nếu không còn quản trị"
      + " nào của ngày đó, người giữ mảnh khóa khi ấy khôi phục bằng hai mảnh của khóa gốc: --root-shares"
  }
  var optionConfirmRestore: String { "Tám ký tự đầu của mã kho, để xác nhận." }
  func typeVaultToRestore(id: String, entries: Int?, isBackup: Bool) -> String {
    let size = entries.map {
      (isBackup ? "Bản sao lưu này" : "Tệp hồ sơ này") + " có \($0) mục nhật ký.\n"
    }
    return (size ?? "")
      + (isBackup ? "Những việc làm sau khi sao lưu không có trong bản này. " : "")
        + """
        Không ghi đè lên gì đang có.
        Gõ \(id), phần đầu mã của kho, để khôi phục và đề nghị người kiểm tra chấp thuận:
        """
  }
  func olderBackup(size: Int, remembered: Int) -> String {
    "BẢN SAO LƯU CŨ HƠN những gì được ghi nhớ: bản này có \(size) mục, trong khi đã biết \(remembered) mục;"
      + " chưa khôi phục gì"
  }
  var olderBackupHint: String {
    "xin dùng bản sao lưu mới hơn; nếu không có, đề nghị người kiểm tra chấp thuận bỏ các mục không còn:"
      + " --accept-rollback"
  }
  var backupMadeLabel: String { "Thời điểm sao lưu" }
  var erasedSinceLabel: String { "Đã lại xóa, hủy" }
  var handedOverSinceLabel: String { "Đã chuyển giao sau đó" }
  var partsSinceLabel: String { "Phần đã lại xóa, hủy" }
  var gapsLabel: String { "Hồ sơ thiếu khóa" }
  func restored(entry: Int, of entries: Int) -> String {
    "đã lập lại kho hồ sơ từ bản sao lưu có \(entries) mục, mục nhật ký số \(entry)"
  }
  func restoredAsTheyAre(entry: Int, of entries: Int) -> String {
    "đã lập lại kho hồ sơ từ nguyên trạng tệp hồ sơ, đủ cả \(entries) mục, mục nhật ký số \(entry); nếu đó là bản sao"
      + " cũ hơn thì ai nhớ nhiều mục hơn đều bị từ chối (mã thoát 20)"
  }
  func givenUp(entries: Int) -> String {
    "những việc trong \(entries) mục sau bản sao lưu không có ở đây, và bị bỏ hẳn khi người kiểm tra chấp thuận"
  }
  func erasedAgain(_ cases: Int) -> String {
    "\(cases) hồ sơ đã xóa, hủy sau khi sao lưu nay lại được xóa, hủy"
  }
  func partsErasedAgain(_ parts: Int) -> String {
    "số phần của hồ sơ đã xóa, hủy sau khi sao lưu nay lại được xóa, hủy: \(parts)"
  }
  func hiddenAgain(_ entries: Int) -> String {
    "số mục đã thu hồi sau khi sao lưu và đang chờ người thứ hai, ở đây cũng không ai xem được: \(entries); ở đây chưa"
      + " có đề nghị nào; người phụ trách hồ sơ hoặc cán bộ phụ trách xem và đề nghị lại: safekeep case show MÃ_HỒ_SƠ"
  }
  var hiddenSinceLabel: String { "Mục thu hồi sau đó, đang chờ" }
  func casesWithoutKeys(_ cases: Int) -> String {
    "tệp giữ khóa không có khóa của \(cases) hồ sơ: không ai mở được các hồ sơ này"
  }
  func custodyIsOlder(_ custody: Int, than records: Int) -> String {
    "tệp giữ khóa cũ hơn tệp hồ sơ: tệp giữ khóa thuộc thế hệ \(custody), còn nhật ký trong tệp hồ sơ nêu thế hệ"
      + " \(records)"
  }
  var verifyRestored: String {
    "có nội dung bên cạnh nhật ký không khớp với nhật ký; xem bằng: safekeep log verify"
  }
  func restoreWaits(entry: Int) -> String {
    "tiếp theo, người kiểm tra chạy: safekeep log accept-rollback --confirm \(entry); đến khi đó, ai nhớ nhiều"
      + " mục hơn đều bị từ chối; ai đã đổi mật khẩu sau khi sao lưu thì ở đây dùng lại mật khẩu cũ"
  }
  func restoreLacksAuditor(entry: Int) -> String {
    "không biết còn người kiểm tra nào của ngày sao lưu, mà mục \(entry) đang chờ người kiểm tra chấp thuận: hai người"
      + " giữ mảnh khóa đưa một người vào trước, có hai mảnh của khóa gốc: safekeep key recover TÊN --role auditor"
  }
  var destroyRestoredFrom: String {
    "khi kho hoạt động lại, xin sao lưu mới cả hai tệp: lần sao lưu đó cho biết phải hủy các bản sao cũ hơn của tệp giữ"
      + " khóa chậm nhất khi nào"
  }
  var notPutBack: String {
    "kho này không bị đưa về trạng thái cũ: nhật ký đúng là bản mà tài khoản này nhớ, và chưa ai bị từ chối vì nhớ"
      + " một bản khác"
  }
  var notPutBackHint: String {
    "ai bị từ chối với mã thoát 20 thì chạy lệnh này trước, rồi đề nghị lại: safekeep log accept-rollback"
  }
}
