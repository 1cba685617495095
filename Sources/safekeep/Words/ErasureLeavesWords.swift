import Casework
import Vault

/// What the erasure of a whole file leaves undone outside: told before, with the way, and on the receipt.
protocol ErasureLeavesWords {
  func erasureLeavesUntold(code: String) -> String
  /// - Parameter record: the referral.
  func erasureLeavesReferral(code: String, record: String) -> String
  var erasureLeftUntold: String { get }
  func erasureLeftReferrals(_ count: Int) -> String
}

extension ErasureLeavesWords {
  /// What is to be done before somebody gives it.
  func toDoBefore(_ leaves: ErasureLeaves, code: String) -> [String] {
    (leaves.isUntold ? [erasureLeavesUntold(code: code)] : [])
      + leaves.referrals.map { referral in
        erasureLeavesReferral(code: code, record: RecordName.text(referral.bytes))
      }
  }

  /// On the receipt.
  func leftUndone(_ leaves: ErasureLeaves) -> [String] {
    (leaves.isUntold ? [erasureLeftUntold] : [])
      + (leaves.referrals.isEmpty ? [] : [erasureLeftReferrals(leaves.referrals.count)])
  }
}

extension English {
  func erasureLeavesUntold(code: String) -> String {
    "somebody who was given something is still to be told that the consent was withdrawn, and the file alone says who: tell"
      + " them before this is given: safekeep consent show \(code)"
  }
  func erasureLeavesReferral(code: String, record: String) -> String {
    "a referral of this file is out at another office, which keeps what it was sent; once this is given nobody can take it"
      + " back or enter its answer: a lead takes it back before: safekeep referral revoke \(code) \(record) --to FILE"
  }
  var erasureLeftUntold: String {
    "somebody who was given something was not told that the consent was withdrawn, and nothing here says any more who: the"
      + " person has a right to be told this"
  }
  func erasureLeftReferrals(_ count: Int) -> String {
    "\(count == 1 ? "a referral" : "\(count) referrals") of this file stayed out at another office, which keeps what it was"
      + " sent: nothing here takes that back any more, and an answer can be entered nowhere; write to that office"
  }
}

extension Vietnamese {
  func erasureLeavesUntold(code: String) -> String {
    "còn nơi đã nhận thông tin phải được báo rằng sự đồng ý đã được rút lại, và chỉ hồ sơ này ghi các nơi đó: xin báo trước"
      + " khi có người chấp thuận: safekeep consent show \(code)"
  }
  func erasureLeavesReferral(code: String, record: String) -> String {
    "hồ sơ có chuyển tuyến đang ở cơ quan khác, nơi đó giữ những gì đã được gửi; khi việc này được chấp thuận thì không ai"
      + " thu hồi hoặc ghi trả lời được nữa: cán bộ phụ trách thu hồi trước: safekeep referral revoke \(code) \(record) --to TỆP"
  }
  var erasureLeftUntold: String {
    "còn nơi đã nhận thông tin chưa được báo rằng sự đồng ý đã được rút lại, và tại đây không còn ghi đó là nơi nào: người"
      + " được ghi trong hồ sơ có quyền được báo việc này"
  }
  func erasureLeftReferrals(_ count: Int) -> String {
    "\(count) chuyển tuyến của hồ sơ này còn ở cơ quan khác, nơi đó giữ những gì đã được gửi: tại đây không thu hồi được nữa"
      + " và không ghi được trả lời; xin gửi văn bản cho cơ quan đó"
  }
}
