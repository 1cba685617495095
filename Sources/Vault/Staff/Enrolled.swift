import Sealing

/// A member whose keys were just made and are still open.
struct Enrolled: ~Copyable {
  let member: MemberID
  let memberKey: Int
  /// The entry `member.enrol`.
  let entry: Int
  let bundle: MemberBundle
}
