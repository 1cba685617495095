/// A vault that was put back: asked to be gone on with, given, refused.
protocol PutBackWords {
  var acceptRollbackHint: String { get }
  func typeVault(id: String, size: Int, remembered: Int?) -> String
  func typeAcceptance(entry: Int, size: Int, remembered: Int?) -> String
  /// To whose passphrase is not the one of the copy.
  var putBackPassphraseHint: String { get }
  func acceptanceAsked(entry: Int) -> String
  func acceptanceGiven(entry: Int) -> String
  func acceptanceRefused(entry: Int) -> String
  func putBackRefused(asked: Int, refusal: Int) -> String
  func wentOnAfterRollback(remembered: Int, acceptance: Int) -> String
  /// To whose client knows that one of the two who accepted it was dismissed.
  func acceptedByGone(entry: Int) -> String
  func askedByGone(entry: Int) -> String
  var askedByGoneHint: String { get }
}

extension English {
  var acceptRollbackHint: String {
    "change nothing, keep a copy of both files as they are, and tell an auditor; a vault that was put"
      + " back on purpose is accepted by two people: safekeep log accept-rollback"
  }
  func typeVault(id: String, size: Int, remembered: Int?) -> String {
    """
    This log has \(size) entries\
    \(remembered.map { ", and your client remembers another one of \($0)" } ?? "").
    Accepting it gives up, for good, what was done in the entries that are gone.
    Type \(id), the beginning of the vault's id, to ask an auditor for it:
    """
  }
  func typeAcceptance(entry: Int, size: Int, remembered: Int?) -> String {
    """
    Entry \(entry) asks to go on with this log of \(size) entries\
    \(remembered.map { "; your client remembers another one of \($0)" } ?? "").
    What was done in the entries that are gone is given up for good.
    Who was suspended or lost a role in them is a member or has it again, until that is taken again.
    To refuse it instead: safekeep approval refuse \(entry)
    Type \(entry) to give it:
    """
  }
  var putBackPassphraseHint: String {
    "this vault was put back from an older copy: the passphrase of that day counts, whatever it was changed to since"
  }
  func acceptanceAsked(entry: Int) -> String {
    "asked for, log entry \(entry); next, an auditor: safekeep log accept-rollback --confirm \(entry)"
  }
  func acceptanceGiven(entry: Int) -> String {
    "given, log entry \(entry): every client goes on with this log and keeps its old pin beside"
  }
  func acceptanceRefused(entry: Int) -> String {
    "refused, log entry \(entry): whoever remembers more stays refused; keep a copy of both files as they are"
  }
  func putBackRefused(asked: Int, refusal: Int) -> String {
    "an auditor refused in log entry \(refusal) to go on with this vault, as entry \(asked) asked: whoever"
      + " remembers more stays refused; keep a copy of both files as they are and speak with the auditor"
  }
  func wentOnAfterRollback(remembered: Int, acceptance: Int) -> String {
    "this vault was put back, and two people accepted it in log entry \(acceptance); your pin of"
      + " \(remembered) entries is kept beside the new one"
  }
  func acceptedByGone(entry: Int) -> String {
    "two people accepted it as entry \(entry) asks, and your client remembers that one of them was dismissed, or lost"
      + " the role, in entries that are gone: their word does not count for you; an administrator and an auditor who"
      + " still are ask and give anew, and without one two trustees help: safekeep key recover HANDLE --role auditor"
  }
  func askedByGone(entry: Int) -> String {
    "entry \(entry) is by somebody of whom your client remembers that they were dismissed, or lost the role: nothing was"
      + " given"
  }
  var askedByGoneHint: String {
    "keep a copy of both files as they are; if the vault was put back in earnest, an administrator who still is one"
      + " asks anew: safekeep log accept-rollback"
  }
}

extension Vietnamese {
  var acceptRollbackHint: String {
    "không thay đổi gì, giữ nguyên bản sao của cả hai tệp và báo người kiểm tra; nếu kho được chủ động"
      + " đưa về trạng thái cũ thì hai người chấp thuận bằng: safekeep log accept-rollback"
  }
  func typeVault(id: String, size: Int, remembered: Int?) -> String {
    """
    Nhật ký này có \(size) mục\
    \(remembered.map { ", còn chương trình của quý vị nhớ một nhật ký khác có \($0) mục" } ?? "").
    Chấp thuận nghĩa là bỏ hẳn những việc đã làm trong các mục không còn.
    Gõ \(id), phần đầu mã của kho, để đề nghị người kiểm tra:
    """
  }
  func typeAcceptance(entry: Int, size: Int, remembered: Int?) -> String {
    """
    Mục số \(entry) đề nghị dùng tiếp nhật ký này, có \(size) mục\
    \(remembered.map { "; chương trình của quý vị nhớ một nhật ký khác có \($0) mục" } ?? "").
    Những việc đã làm trong các mục không còn sẽ bị bỏ hẳn.
    Ai đã bị đình chỉ hoặc bị thu hồi vai trò trong các mục đó lại là thành viên hoặc lại có vai trò, đến khi bị thu hồi lại.
    Nếu từ chối: safekeep approval refuse \(entry)
    Gõ \(entry) để chấp thuận:
    """
  }
  var putBackPassphraseHint: String {
    "kho này đã được đưa trở lại từ một bản sao cũ hơn: mật khẩu của ngày đó mới đúng, dù sau đó đã đổi"
  }
  func acceptanceAsked(entry: Int) -> String {
    "đã đề nghị, mục nhật ký số \(entry); tiếp theo, người kiểm tra chạy:"
      + " safekeep log accept-rollback --confirm \(entry)"
  }
  func acceptanceGiven(entry: Int) -> String {
    "đã chấp thuận, mục nhật ký số \(entry): mọi người dùng tiếp nhật ký này và giữ mốc cũ bên cạnh"
  }
  func acceptanceRefused(entry: Int) -> String {
    "đã từ chối, mục nhật ký số \(entry): ai nhớ nhiều hơn thì vẫn chưa dùng được kho; giữ nguyên bản sao của cả"
      + " hai tệp"
  }
  func putBackRefused(asked: Int, refusal: Int) -> String {
    "ở mục nhật ký số \(refusal), người kiểm tra đã từ chối việc dùng tiếp kho này theo đề nghị ở mục số"
      + " \(asked): ai nhớ nhiều hơn thì vẫn chưa dùng được kho; giữ nguyên bản sao của cả hai tệp và trao đổi với"
      + " người kiểm tra"
  }
  func wentOnAfterRollback(remembered: Int, acceptance: Int) -> String {
    "kho này đã bị đưa về trạng thái cũ và được hai người chấp thuận ở mục nhật ký số \(acceptance);"
      + " mốc \(remembered) mục của quý vị được giữ bên cạnh mốc mới"
  }
  func acceptedByGone(entry: Int) -> String {
    "kho đã được hai người chấp thuận theo đề nghị ở mục số \(entry), nhưng chương trình của quý vị nhớ rằng trong các"
      + " mục không còn, một trong hai người đã bị đình chỉ hoặc bị thu hồi vai trò: chấp thuận đó không có giá trị với"
      + " quý vị; người quản trị và người kiểm tra đương nhiệm đề nghị và chấp thuận lại, nếu không còn ai thì hai người"
      + " giữ mảnh khóa giúp: safekeep key recover TÀI_KHOẢN --role auditor"
  }
  func askedByGone(entry: Int) -> String {
    "chương trình của quý vị nhớ rằng người đề nghị ở mục số \(entry) đã bị đình chỉ hoặc bị thu hồi vai trò: chưa chấp"
      + " thuận"
  }
  var askedByGoneHint: String {
    "giữ nguyên bản sao của cả hai tệp; nếu kho được chủ động đưa về trạng thái cũ thì người quản trị đương nhiệm đề"
      + " nghị lại: safekeep log accept-rollback"
  }
}
