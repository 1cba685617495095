import ArgumentParser
import Casework
import Vault

/// `safekeep case transfer CASE`: hands a file over to another office's vault. First as files sealed to that
/// vault's card; and when they were taken in there, the keys here are destroyed.
struct CaseTransfer: ParsableCommand {
  static let configuration = CommandConfiguration.command(
    .caseTransfer,
    example: """
      safekeep case transfer K7M-2QX-9T8 --card lao-cai.card --to ho-so.file \\
          --consent 4f…e1 --as lan
      """)

  @OptionGroup var argument: CaseArgument
  @OptionGroup var card: CardOption
  @Option(help: .of({ $0.optionTransferTo }, "file"), completion: .file()) var to: String?
  @Option(help: .of({ $0.optionConsent }, "record")) var consent: String?
  @Option(help: .of({ $0.optionProvision }, "code"), completion: .codes(of: "release_provision"))
  var provision: String?
  @Flag(help: .of({ $0.optionClinical })) var clinical = false
  @Option(help: .of({ $0.optionAccepted }, "file"), completion: .file()) var accepted: [String] = []
  @Option(help: .of({ $0.optionConfirmCard }, "text")) var confirm: String?
  @OptionGroup var common: Common

  func run() throws {
    let desk = try Desk(common)
    let code = try argument.caseCode()
    guard (to == nil) != accepted.isEmpty, consent == nil || provision == nil,
      accepted.isEmpty || consent == nil && provision == nil && !clinical
    else { throw Fault(.usage, reason: "transfer_options") { $0.transferOptions } }
    let card = try card.read()
    if let to { return try send(code, card, to: to, desk) }
    try finish(code, card, desk)
  }

  private func send(
    _ code: CaseCode, _ card: VaultCard, to path: String, _ desk: Desk
  ) throws {
    let basis = try basis()
    try CardOption.compare(card, confirm, at: desk)
    let file = try NewFile(path)
    let isClinical = clinical
    let (sent, leftOut) = try desk.withCasework(fresh: true) { casework, session in
      let isLead = try casework.vault.roles(as: session).contains(.lead)
      let part = isClinical || !isLead ? TransferPart.clinical : .file
      if part == .file {
        let kept = try casework.staysBehind(code, on: basis, as: session)
        let names = kept.map { desk.words.name($0.label) }.joined(separator: ", ")
        if !kept.isEmpty { desk.terminal.say(desk.words.staysBehind(names)) }
      }
      let sent = try casework.transfer(part, of: code, to: card, on: basis, as: session)
      return (sent, sent.leftOut.compactMap { casework.book[$0] })
    }
    try file.write(sent.bytes)
    try file.finish()
    try desk.show(TransferReport(desk.words).report(sent, code, leftOut: leftOut))
  }

  private func basis() throws(Fault) -> ReleaseBasis? {
    if let provision { return .provision(provision) }
    guard let consent else { return nil }
    guard let record = PageRecord.id(named: consent) else { throw CaseworkError.noSuchRecord.fault }
    return .consent(record)
  }

  private func finish(_ code: CaseCode, _ card: VaultCard, _ desk: Desk) throws {
    let limit = Vault.longestAcceptance
    let acceptances = try accepted.map { path throws(Fault) in
      try InputFile.read(path, limit: limit)
    }
    try desk.confirm(
      confirm, accepted: [code.text, code.symbols], desk.words.typeCaseToGiveUp(code.text))
    let entry = try desk.withCasework(fresh: true) { casework, session in
      try casework.finishTransfer(of: code, on: acceptances, by: card, as: session)
    }
    try desk.show(TransferReport(desk.words).report(finished: code, entry: entry))
  }
}
