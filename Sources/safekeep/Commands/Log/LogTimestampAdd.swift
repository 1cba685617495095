import ArgumentParser
import Vault

/// `safekeep log timestamp add`: an authority's answer, checked, kept, and stated by an entry.
struct LogTimestampAdd: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logTimestampAdd, example: "safekeep log timestamp add head.tsr --ca tsa-ca.pem --as kim")

  @Argument(help: .of({ $0.argumentStamp }), completion: .file()) var file: String

  @Option(help: .of({ $0.optionCA }, "file.pem"), completion: .file()) var ca: String

  @Option(help: .of({ $0.optionQuery }, "file.tsq"), completion: .file()) var query: String?

  @OptionGroup var common: Common

  /// One byte more than the largest that is read, so that what is larger is told as such by who reads it.
  private static let limit = 1 << 18

  func run() throws {
    let desk = try Desk(common)
    let response = try InputFile.readPlain(file, limit: Self.limit)
    let authority = try InputFile.readPlain(ca, limit: Self.limit)
    let asked = try query.map { path throws(Fault) in
      try InputFile.readPlain(path, limit: Self.limit)
    }
    let head = try desk.withSession { vault, session in
      try vault.addTimestamp(response, authority: authority, query: asked, as: session)
    }
    let (words, time) = (desk.words, WallTime(milliseconds: head.time))
    try desk.show(
      Report(
        fields: [
          .init("entries", words.label(.size), .integer(head.size)),
          .init("time", words.label(.time), .moment(time)),
          .init("entry", words.label(.entry), .integer(head.entry)),
        ],
        notes: [
          words.stampedUpTo(entry: head.size - 1, time: time.forPeople, after: head.entry)
        ]))
  }
}
