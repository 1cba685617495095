import Casework

extension CSVFault.Reason {
  /// The fault as the porch has words for it.
  var told: IntakeFault {
    switch self {
    case .empty: .emptyFile
    case .byteOrderMark: .byteOrderMark
    case .utf16: .utf16
    case .windows1258: .windows1258
    case .notUTF8: .notUTF8
    case .semicolons: .semicolons
    case .tabs: .tabs
    case .width(let found, let expected): found < expected ? .cellsTooFew : .cellsTooMany
    case .quoteInside: .quoteInside
    case .textAfterQuote: .textAfterQuote
    case .quoteOpen: .quoteOpen
    case .loneReturn: .loneReturn
    case .tooLong: .recordTooLong
    }
  }
}
