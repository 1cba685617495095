import Vault

/// An erasure that another command finished, what is told of one that was given before, and whom nobody finds after it.
protocol FinishedErasureWords {
  func erasureFinished(entry: Int) -> String
  /// Of the same ask given again.
  func erasedBefore(entry: Int) -> String
  /// People who went from the search index with somebody who was erased.
  func indexGone(_ cases: Int) -> String
  /// Who asked for something has been suspended since.
  func askerLeft(entry: Int) -> String
  func askerLostRole(entry: Int) -> String
  var askerLeftHint: String { get }
  /// Of an erasure that an administrator is to be told of.
  var askAnewHint: String { get }
  /// Of a role for a member.
  var roleAskLeftHint: String { get }
  /// Of an emergency.
  var emergencyAskLeftHint: String { get }
  /// In the list of what waits; with the way out.
  func askLapsed(_ asked: Int, _ lapse: AskLapse, _ hint: String) -> String
}

extension English {
  func erasureFinished(entry: Int) -> String {
    "the erasure of log entry \(entry) was cut short, and is finished now; its receipt:"
  }
  func erasedBefore(entry: Int) -> String {
    "this was given before, and is erased, log entry \(entry); how much there was stood in the receipt of then"
  }
  func indexGone(_ cases: Int) -> String {
    (cases == 1 ? "1 file is" : "\(cases) files are")
      + " out of the search index with it: nobody finds them by a name until a lead runs:"
      + " safekeep vault doctor --index"
  }
  func askerLeft(entry: Int) -> String {
    "not allowed: who asked for it has been suspended, so nobody asks for it any more; recorded as log entry"
      + " \(entry)"
  }
  func askerLostRole(entry: Int) -> String {
    "not allowed: who asked for it has lost the role in which they asked, or the file as whose owner they did, so nobody"
      + " asks for it any more; recorded as log entry \(entry)"
  }
  func askLapsed(_ asked: Int, _ lapse: AskLapse, _ hint: String) -> String {
    let why =
      switch lapse {
      case .askerSuspended: "who asked was suspended"
      case .roleLost: "who asked has lost the role in which they asked"
      case .fileLost: "who asked as the owner of the file is that no more"
      case .noGiver:
        "no lead is left but who asked, and no administrator was told of it as there still was another"
      }
    return "entry \(asked): \(why), so that nobody can give it; \(hint)"
  }
  var askerLeftHint: String {
    "if it is to be done all the same, the owner or a lead asks for it anew; of an entry that was taken back by its"
      + " name, which this shows: safekeep case show CASE"
  }
  var askAnewHint: String {
    "asked anew by who asked, an administrator is told of it and gives it (case erase)"
  }
  var roleAskLeftHint: String {
    "an administrator takes the role back (staff role remove) and gives it anew: staff role add, or staff admit for"
      + " somebody who had no role before"
  }
  var emergencyAskLeftHint: String {
    "where it is still needed, a duty officer or a lead asks anew"
  }
}

extension Vietnamese {
  func erasureFinished(entry: Int) -> String {
    "việc xóa, hủy ở mục nhật ký số \(entry) bị gián đoạn, nay đã hoàn tất; biên nhận:"
  }
  func erasedBefore(entry: Int) -> String {
    "đề nghị này đã được chấp thuận trước đó và đã xóa, hủy, mục nhật ký số \(entry); số lượng có trong biên nhận"
      + " lần đó"
  }
  func indexGone(_ cases: Int) -> String {
    "\(cases) hồ sơ không còn trong chỉ mục tìm kiếm do việc này: chưa tìm được theo họ tên đến khi cán bộ phụ trách"
      + " chạy: safekeep vault doctor --index"
  }
  func askerLeft(entry: Int) -> String {
    "không được phép: người đề nghị đã bị đình chỉ nên đề nghị không còn hiệu lực; đã ghi vào nhật ký, mục số"
      + " \(entry)"
  }
  func askerLostRole(entry: Int) -> String {
    "không được phép: người đề nghị không còn giữ vai trò hoặc không còn phụ trách hồ sơ như khi đề nghị nên đề nghị không"
      + " còn hiệu lực; đã ghi vào nhật ký, mục số \(entry)"
  }
  func askLapsed(_ asked: Int, _ lapse: AskLapse, _ hint: String) -> String {
    let why =
      switch lapse {
      case .askerSuspended: "người đề nghị đã bị đình chỉ"
      case .roleLost: "người đề nghị không còn giữ vai trò khi đề nghị"
      case .fileLost: "người đề nghị không còn là người phụ trách hồ sơ"
      case .noGiver:
        "ngoài người đề nghị không còn cán bộ phụ trách nào, và khi đề nghị quản trị chưa được báo vì lúc đó còn người khác"
      }
    return "mục số \(asked): \(why) nên không ai chấp thuận được; \(hint)"
  }
  var askerLeftHint: String {
    "nếu vẫn cần thực hiện, người phụ trách hồ sơ hoặc cán bộ phụ trách đề nghị lại; với mục đã thu hồi thì dùng tên"
      + " bản ghi có trong: safekeep case show MÃ_HỒ_SƠ"
  }
  var askAnewHint: String {
    "người đề nghị đề nghị lại thì quản trị được báo và chấp thuận (case erase)"
  }
  var roleAskLeftHint: String {
    "quản trị thu hồi vai trò (staff role remove) rồi giao lại: staff role add, hoặc staff admit nếu người đó chưa từng có"
      + " vai trò"
  }
  var emergencyAskLeftHint: String {
    "nếu vẫn cần thì trực y tế hoặc cán bộ phụ trách đề nghị lại"
  }
}
