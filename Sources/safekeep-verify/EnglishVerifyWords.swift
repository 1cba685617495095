struct EnglishVerifyWords: VerifyWords {
  var abstract: String { "Verify an exported log with public keys alone." }
  var example: String {
    """
    EXAMPLE:
      safekeep-verify export-2026-11 --pin pins.txt

    Exit: 0 proven · 1 proven against itself only · 20 the log does not fit · 64 usage · 65 a file \
    that you gave is malformed · 66 not an export · 74 a file cannot be read.
    """
  }
  var folderHelp: String { "The exported directory." }
  var originHelp: String { "The name of the log that it must be: safekeep/ and 32 digits." }
  var pinHelp: String { "Heads that you kept: each must be a beginning of this log." }
  var policyHelp: String { "Which logs and which quorum of witnesses you accept (tlog-policy)." }
  var authorityHelp: String { "Certificates (PEM) of the time-stamp authority that you trust." }
  var treeOnlyHelp: String { "Check only tree and tiles: neither signatures of entries nor order." }
  var jsonHelp: String { "One line of JSON." }
  var showHelp: String { "Show help information." }
  var showVersion: String { "Show the version." }
  var languageHelp: String { "The language (or SAFEKEEP_LANG)." }
  var headings: [(String, String)] { [] }

  func log(_ origin: String, entries: Int, root: String) -> String {
    "Log \(origin), \(entries) entries, root \(root)."
  }
  func entriesFit(from: Int, to: Int) -> String {
    "Entries \(from) to \(to) fit each other, their signatures, the directory, the tree and the head."
  }
  func goneOnWith(_ entries: [Int]) -> String {
    "Put back from an older copy, and asked to be gone on with: entry "
      + entries.map(String.init).joined(separator: ", ")
      + ". What was done after each copy is not in this log."
  }
  func keptBefore(_ from: Int) -> String {
    "Entries before \(from) were not looked at: your kept head stands for them."
  }
  func treeFits(to: Int) -> String { "Entries 0 to \(to) fit the tree and the head." }
  var treeIsNotEnough: String {
    "Only the tree was checked. Whoever has the log key can make such a tree of other entries."
  }
  var heldByOrigin: String {
    "By the origin that you gave: the log is that vault's, its people were brought in by its root key."
  }
  func heldByPin(to: Int) -> String { "Proven up to entry \(to), by a head that you kept." }
  func unseenPins(_ sizes: String) -> String {
    "Not compared, for this export does not reach back to them: your heads of size \(sizes)."
  }
  func heldByQuorum(to: Int) -> String { "Proven up to entry \(to), by the quorum of your policy." }
  var quorumMissed: String { "At no size did the quorum of your policy sign." }
  var policyAsksNobody: String {
    "Your policy asks for no witness (quorum none): by it nothing outside of the log holds any entry."
  }
  func cosignedByStranger(to: Int) -> String {
    "A cosignature over entries up to \(to) says nothing here: your policy does not name its key."
  }
  func cosignatureUnchecked(to: Int) -> String {
    "A cosignature over entries up to \(to) was not checked against any key of yours: give --policy."
  }
  func cosigned(_ witness: String, to: Int, at time: String) -> String {
    "Cosigned up to entry \(to) by \(witness), by its own clock at \(time)."
  }
  func stamped(to: Int, at time: String) -> String {
    "Time-stamped: entries up to \(to) are older than \(time)."
  }
  func stampReceipt(from: Int) -> String { "Entries from \(from) on are younger than that." }
  func stampContradicted(by entry: Int, at time: String) -> String {
    "THE CLOCKS CONTRADICT EACH OTHER: against that, entry \(entry) says that it was made at \(time)."
  }
  func stampUnchecked(to: Int) -> String {
    "A time-stamp over entries up to \(to) was not checked: give --tsa-ca."
  }
  func stampOfAnother(to: Int) -> String {
    "A time-stamp over entries up to \(to) says nothing here: it does not lead to the authority of --tsa-ca."
  }
  func unheldTail(from: Int, to: Int) -> String {
    "No kept head and no quorum holds entries \(from) to \(to): whether others followed is not shown."
  }
  var provenAgainstItselfOnly: String {
    "Proven against itself only: give --origin, --pin or a --policy that asks for witnesses."
  }
  var treeAgainstItselfOnly: String {
    "Proven against itself only: of a tree --origin holds nothing. Give --pin or a --policy that asks for witnesses, or leave out --tree-only."
  }
  func tail(from: Int, to: Int, since: String?) -> String {
    "Nothing outside that you brought has seen entries \(from) to \(to)"
      + (since.map { ", of which the first says that it was made at \($0)." } ?? ".")
  }
  var noTail: String { "Something outside that you brought has seen every entry." }
  var mode: String {
    "Mode: embedded. Every member's program opens the vault's files and can read its custody file."
  }
  var limits: String {
    """
    Order is proven; times are what each author claimed, but for time-stamps. No log shows a read by a \
    changed program with its owner's keys, nor newest entries that were dropped before anybody kept a head, \
    nor failed unlocks that a writer of the file deleted, nor a screen that was photographed.
    """
  }
}
