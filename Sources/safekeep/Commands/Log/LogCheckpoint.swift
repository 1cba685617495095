import ArgumentParser
import Vault

/// `safekeep log checkpoint`: the signed head of the log, as text, as a QR code, as a page to print. Whoever
/// keeps it can show later whether the log still goes on from it.
struct LogCheckpoint: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .logCheckpoint, example: "safekeep log checkpoint --to head.html --as kim")

  @Flag(help: .of({ $0.optionQR })) var qr = false

  @Option(help: .of({ $0.optionPageTo }, "file.html"), completion: .file()) var to: String?

  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let file = try to.map { path throws(Fault) in try NewFile(path) }
    let head = try desk.withSession(fresh: true) { vault, session in
      try vault.checkpoint(as: session)
    }
    // A page without the code is a page all the same: the text can be typed and compared.
    let symbol = qr || file != nil ? QRSymbol.of(head.bytes) : nil
    let isAbsent = symbol == nil && (qr || file != nil)
    let report = Report(
      fields: [
        .init("entries", desk.words.label(.size), .integer(head.size)),
        .init("entry", desk.words.label(.entry), .integer(head.entry)),
      ],
      notes: (isAbsent ? [desk.words.qrAbsent] : [])
        + [desk.words.checkpointHandedOut(entry: head.entry)])
    guard let file else { return try show(head, symbol, report, at: desk) }
    let page = CheckpointPage(
      note: String(decoding: head.bytes, as: UTF8.self), symbol: symbol, handle: try desk.handle(),
      time: WallTime(milliseconds: Desk.now()), entry: head.entry, size: head.size)
    try desk.hand(Array(page.html.utf8), to: file, report)
  }

  private func show(
    _ head: Vault.CarriedHead, _ symbol: QRSymbol?, _ report: Report, at desk: Desk
  ) throws(Fault) {
    if let symbol, desk.format != .json { try desk.terminal.write(symbol.halfBlocks) }
    try desk.hand(head.bytes, to: nil, report)
  }
}
