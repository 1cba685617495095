/// One row of the table that says of every command what it leaves in the log. A new command gets a row,
/// or the test that walks the command tree fails.
///
/// Entries are written as `act outcome`, `act/kind outcome`, in the order in which the command appends
/// them, without the `auth.ok` of the unlocking that begins each command with a passphrase.
struct CommandRow {
  /// What somebody runs: who, and the words behind `safekeep`, options of the member left out.
  struct Step {
    let who: String
    let words: [String]
    /// What is on standard input; nil is nothing.
    var input: String?
    var status: Int32 = 0
    let entries: [String]

    /// - Parameter words: split at spaces; `CASE` stands for the case of the day.
    init(
      _ who: String, _ words: String, _ entries: [String], input: String? = nil, status: Int32 = 0
    ) {
      self.who = who
      self.words = words.split(separator: " ").map(String.init)
      self.entries = entries
      self.input = input
      self.status = status
    }
  }

  enum Refusal {
    /// Somebody who may not.
    case step(Step)
    /// Nobody is refused it; why that is so.
    case nobody(String)
  }

  /// The command as the tree has it: `case open`.
  let command: String
  let done: Step
  let refused: Refusal
  /// What somebody who may do it brings and is refused for what it is.
  var brought: Step?
  /// The program appends nothing because it opens no vault: why.
  var needsNoVault: String?

  init(_ command: String, _ done: Step, refused: Step, brought: Step? = nil) {
    (self.command, self.done, self.refused) = (command, done, .step(refused))
    self.brought = brought
  }

  init(_ command: String, _ done: Step, refusesNobody why: String) {
    (self.command, self.done, self.refused) = (command, done, .nobody(why))
  }

  /// A command that works without a vault and so leaves no entry.
  init(_ command: String, _ done: Step, needsNoVault why: String) {
    (self.command, self.done, self.refused) = (command, done, .nobody(why))
    needsNoVault = why
  }
}
