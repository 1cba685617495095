/// A JSON value as somebody gave it. Numbers stay as they were written: money is never a binary
/// fraction.
enum JSONInput {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONInput])
  /// In the order given; a name stands once.
  case object([Member])

  struct Member {
    let name: String
    let value: JSONInput
  }
}
