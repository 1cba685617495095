import Vault

/// Who is to get something: by the name under which the person was told of them, and where it is a member
/// of this vault, that member.
struct Recipient {
  let names: [String]
  let member: MemberID?

  /// Written the same but for case and outer blanks.
  static func isSame(_ left: String, _ right: String) -> Bool { plain(left) == plain(right) }

  private static func plain(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
