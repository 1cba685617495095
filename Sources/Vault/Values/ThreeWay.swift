/// Yes, no, or asked and not known.
public enum ThreeWay: UInt8, CaseIterable, Hashable, Sendable {
  case no = 0
  case yes = 1
  case unknown = 2
}
