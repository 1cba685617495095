/// Why a file is no table, and the line on which that shows.
public struct CSVFault: Equatable, Sendable {
  /// Physical line, from 1. A cell in quotes may span several; the fault names the first of them
  /// where the whole record is meant, the exact one where a single byte is.
  public let line: Int
  public let reason: Reason

  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }

  public enum Reason: Equatable, Sendable {
    /// Not a single line: not even a header.
    case empty
    /// The file begins with U+FEFF. Left in place it would become part of the first column's name.
    case byteOrderMark
    /// UTF-16, as some spreadsheets write "Unicode text".
    case utf16
    /// Not UTF-8, and what is there reads as Vietnamese in the Windows code page 1258.
    case windows1258
    case notUTF8
    /// One wide column with semicolons: the separator of a spreadsheet in a Vietnamese locale.
    case semicolons
    /// The same with tabs.
    case tabs
    /// More or fewer cells than the header has.
    case width(found: Int, expected: Int)
    /// A quote in a cell that does not begin with one.
    case quoteInside
    /// Something between a closing quote and the separator.
    case textAfterQuote
    /// The file ends inside a cell in quotes that began on this line.
    case quoteOpen
    /// A carriage return that no line feed follows.
    case loneReturn
    /// A record beyond `CSVReader.longestRecord`; most often a quote that was never closed.
    case tooLong

    /// Whether the program that saved the file has to save it in another way.
    public var isOfSaving: Bool {
      switch self {
      case .byteOrderMark, .utf16, .windows1258, .notUTF8, .semicolons, .tabs: true
      default: false
      }
    }
  }

  /// Whether the records after this one can still be told apart.
  public var allowsGoingOn: Bool { if case .width = reason { true } else { false } }
}
