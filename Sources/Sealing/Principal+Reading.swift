extension Principal {
  /// The principal of a stored row; nil for a kind that there is not, or a member with an epoch.
  public init?(kind: UInt8, reading id: Identifier, epoch: UInt32) {
    switch kind {
    case Self.memberKind where epoch == 0: self = .member(id)
    case Self.epochKind:
      guard id.bytes.dropLast().allSatisfy({ $0 == 0 }), let number = id.bytes.last
      else { return nil }
      self = .role(number, epoch: epoch)
    default: return nil
    }
  }
}
