import AuditLog

/// The side door's own few sentences. What is read as a page begins with a capital; what goes to standard
/// error does not, and has no full stop.
protocol VerifyWords: FaultWords, UsageWords, Sendable {
  var abstract: String { get }
  var example: String { get }
  var folderHelp: String { get }
  var originHelp: String { get }
  var pinHelp: String { get }
  var policyHelp: String { get }
  var authorityHelp: String { get }
  var treeOnlyHelp: String { get }
  var jsonHelp: String { get }
  var languageHelp: String { get }
  var showHelp: String { get }
  var showVersion: String { get }
  /// The headings that the argument parser writes in English.
  var headings: [(String, String)] { get }

  func log(_ origin: String, entries: Int, root: String) -> String
  func entriesFit(from: Int, to: Int) -> String
  func goneOnWith(_ entries: [Int]) -> String
  func keptBefore(_ from: Int) -> String
  func treeFits(to: Int) -> String
  var treeIsNotEnough: String { get }
  var heldByOrigin: String { get }
  func heldByPin(to: Int) -> String
  func unseenPins(_ sizes: String) -> String
  func heldByQuorum(to: Int) -> String
  var quorumMissed: String { get }
  var policyAsksNobody: String { get }
  func cosignedByStranger(to: Int) -> String
  func cosignatureUnchecked(to: Int) -> String
  func cosigned(_ witness: String, to: Int, at: String) -> String
  func stamped(to: Int, at: String) -> String
  func stampReceipt(from: Int) -> String
  func stampContradicted(by entry: Int, at: String) -> String
  func stampUnchecked(to: Int) -> String
  func stampOfAnother(to: Int) -> String
  func unheldTail(from: Int, to: Int) -> String
  var provenAgainstItselfOnly: String { get }
  /// An origin holds entries that are followed from the root key on, and no tree.
  var treeAgainstItselfOnly: String { get }
  func tail(from: Int, to: Int, since: String?) -> String
  var noTail: String { get }
  var mode: String { get }
  var limits: String { get }
}

extension VerifyWords {
  /// The help of the parser, with its headings in this language.
  func translated(_ page: String) -> String {
    page.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let heading = headings.first { line.hasPrefix($0.0) }
      return heading.map { $0.1 + line.dropFirst($0.0.count) } ?? String(line)
    }.joined(separator: "\n")
      .replacing("Show help information.", with: showHelp)
      .replacing("Show the version.", with: showVersion)
  }
}
