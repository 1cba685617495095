import Sealing

/// What the index has of one field: the tokens of its terms, by kind, and which version of the field they are of.
///
/// The version is what shows that a segment is older than the case it tells of: the record says the newest one, and
/// the log says the record.
struct IndexedField: Equatable {
  /// Tokens of one kind, ascending: in the order of their hashes, which tells nothing.
  struct Group: Equatable {
    var kind: UInt8
    var tokens: [UInt64]
  }

  var record: RecordID
  var field: FieldID
  /// 0 where the index knows itself that its tokens are not of the newest.
  var version: UInt32
  /// Of the index key that the tokens were made with.
  var keyVersion: UInt16
  var groups: [Group]

  /// A token is five bytes.
  static let tokenLength = 5
  /// More of one kind begin another group.
  private static let most = 255

  /// - Parameter terms: equal ones count once.
  init(
    _ terms: [SearchTerm], of field: FieldID, version: UInt64, record: RecordID, keyVersion: UInt32,
    under key: KeyHandle, in arena: borrowing KeyArena
  ) {
    (self.record, self.field) = (record, field)
    (self.version, self.keyVersion) = (UInt32(clamping: version), UInt16(clamping: keyVersion))
    var found = [[UInt64]](repeating: [], count: Int(SearchTerm.kinds))
    for term in terms {
      found[Int(term.kind)].append(KeyedHash.token(term.bytes.span, key: key, in: arena))
    }
    groups = []
    for kind in found.indices where !found[kind].isEmpty {
      var tokens: [UInt64] = []
      for token in found[kind].sorted() where token != tokens.last {
        if tokens.count == Self.most {
          groups.append(Group(kind: UInt8(kind), tokens: tokens))
          tokens = []
        }
        tokens.append(token)
      }
      groups.append(Group(kind: UInt8(kind), tokens: tokens))
    }
  }

  init(
    record: RecordID, field: FieldID, version: UInt32, keyVersion: UInt16, groups: [Group]
  ) {
    (self.record, self.field, self.version) = (record, field, version)
    (self.keyVersion, self.groups) = (keyVersion, groups)
  }
}
